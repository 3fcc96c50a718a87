"""Where an export goes: a new folder that takes the target's place when it is whole."""

import json
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archive.errors import Refused

MANIFEST = "manifest.json"
PARTS = frozenset({"archive.json", "blobs", "texts", MANIFEST})


@contextmanager
def replacing(target: Path, format_name: str) -> Iterator[Path]:
    """A folder beside the target, put in its place if the block ends well, else removed.

    Raises `Refused` where the target holds anything but an export of this format.
    """
    target = target.absolute()
    check(target, format_name)
    unfinished = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        unfinished.mkdir()
        yield unfinished
        swap(unfinished, target)
    except OSError as error:
        raise Refused(f"{target}: {error.strerror or error}.") from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def check(target: Path, format_name: str) -> None:
    if not target.parent.is_dir():
        raise Refused(f"{target.parent} is no folder: make it first.")
    if not target.exists():
        return
    if not target.is_dir():
        raise Refused(f"{target} is a file, and an export is a folder: choose another path.")
    names = {path.name for path in target.iterdir()}
    if names and not is_export(target, format_name):
        raise Refused(f"{target} is not an earlier export: it is left as it is.")
    if strange := sorted(names - PARTS):
        raise Refused(f"{target} holds {strange[0]}, which no export wrote: it is left as it is.")


def is_export(target: Path, format_name: str) -> bool:
    try:
        manifest = json.loads((target / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(manifest, dict) and manifest.get("format") == format_name


def swap(new: Path, target: Path) -> None:
    """Put the new folder in the target's place; what stood there goes last of all."""
    if not target.exists():
        new.rename(target)
        return
    old = new.with_name(f"{new.name}.old")
    target.rename(old)
    try:
        new.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old)
