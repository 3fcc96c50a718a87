"""The archive's first three documents, as the demonstration keeps them."""

from pathlib import Path

from archive.ingest import Parsed, parse

BLOBS = Path(__file__).parents[3] / "fixtures" / "demonstration" / "blobs"
SHA256 = (
    "b0abd18293e1a19e23415abd963a38036d147c6b7f1037e9c6d7bc138f1f579e",
    "044c2fd0a0b4de68d52fa2794c44f86154710e110dc10b830926b441b90baba2",
    "6351d2a25f8edc32cfa7a756496c116e2cea83d7330dcadf417d1e938b1ea06c",
)


def seed(number: int) -> bytes:
    """The bytes of one of them, from 0."""
    return (BLOBS / SHA256[number]).read_bytes()


def parsed_seed(number: int) -> Parsed:
    return parse(seed(number), name=f"{number:03}.txt")
