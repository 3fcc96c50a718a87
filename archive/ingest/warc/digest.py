"""Digests as web archives write them: `sha1:` and the digest in base 32, 16 or 64."""

import base64
import hashlib
from collections.abc import Callable
from typing import NamedTuple

_WAYS: tuple[Callable[[str], bytes], ...] = (
    bytes.fromhex,
    lambda value: base64.b32decode(value.upper() + "=" * (-len(value) % 8)),
    lambda value: base64.urlsafe_b64decode(value + "=" * (-len(value) % 4)),
    lambda value: base64.b64decode(value + "=" * (-len(value) % 4)),
)


class Digest(NamedTuple):
    """`algorithm` as hashlib names it, `value` in hexadecimal."""

    algorithm: str
    value: str

    def __str__(self) -> str:
        return f"{self.algorithm}:{self.value}"


def read(written: str | None) -> Digest | None:
    """The digest that a header gives; None for none, or one that nobody can check."""
    name, _, value = (written or "").strip().partition(":")
    algorithm = name.lower().replace("-", "")
    if algorithm not in hashlib.algorithms_guaranteed or algorithm.startswith("shake"):
        return None
    size = hashlib.new(algorithm, usedforsecurity=False).digest_size
    for way in _WAYS:
        try:
            found = way(value)
        except ValueError:
            continue
        if len(found) == size:
            return Digest(algorithm, found.hex())
    return None


def of(data: bytes, algorithm: str = "sha1") -> Digest:
    return Digest(algorithm, hashlib.new(algorithm, data, usedforsecurity=False).hexdigest())
