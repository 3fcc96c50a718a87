class Unreadable(ValueError):
    """A file that no extractor reads; the message is the sentence that a person reads."""

    @property
    def reason(self) -> str:
        return str(self)
