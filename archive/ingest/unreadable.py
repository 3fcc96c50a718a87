class Unreadable(ValueError):
    """A file that no extractor reads; the message is the sentence that a person reads."""

    @property
    def reason(self) -> str:
        return str(self)


class Wordless(Unreadable):
    """A page that shows no words: many a frame in a web archive, which is no document."""
