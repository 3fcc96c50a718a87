"""What a person may be refused, in words that the person can act on."""


class Refused(Exception):
    """An act that the rules do not allow; the message is the sentence that the person reads."""
