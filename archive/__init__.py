"""The record and its frozen editions: what came in, where it came from, what was published."""

__version__ = "0.1.0"
