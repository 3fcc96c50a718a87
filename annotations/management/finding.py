"""What the paths of `ingest` hold: items, all of them or those that are to be tried again."""

import glob
import os
import re
from collections.abc import Collection, Iterator
from contextlib import ExitStack
from itertools import chain, islice
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from archive.actions.payloads import payload_of
from archive.ingest import Item, JoinedComments, Payloads, Unreadable, read


def found(options: dict[str, Any], stack: ExitStack) -> Iterator[Item]:
    """The items of all paths; comments that belong to none of them make a last one that failed."""
    joined = comments(options, stack)
    items = reading(expanded(options["paths"]), options, joined)
    yield from single(items) if named(options) else items
    if joined and (left := joined.unclaimed()):
        yield Item(str(joined.path), b"", None, left)


def found_again(
    options: dict[str, Any], stack: ExitStack, failed: Collection[str]
) -> Iterator[Item]:
    """Only the items of these paths, read from the files that they are in."""
    own = comments(options, stack)
    given = [Path(path) for path in expanded(options["paths"])]
    files = dict.fromkeys(file for path in failed if (file := file_of(path, given)))
    items = reading([str(file) for file in files], options, own)
    return (item for item in items if item.path in failed)


def file_of(path: str, given: list[Path]) -> Path | None:
    """The file of an item below the given paths: its line or record stands behind a colon."""
    cuts = [len(path), *(hit.start() for hit in re.finditer(r"[:#]", path))]
    files = [Path(path[:cut]) for cut in cuts]
    below = [file for file in files if any(file == each or each in file.parents for each in given)]
    there = (file for file in below if file.is_file())
    return next(there, below[0] if below else None)


def reading(
    paths: list[str], options: dict[str, Any], joined: JoinedComments | None
) -> Iterator[Item]:
    payloads = Payloads(elsewhere=payload_of)
    for path in paths:
        yield from read(path, options["format"], joined, payloads)


def expanded(paths: list[str]) -> list[str]:
    """The paths, and in the place of a pattern that is no file what it stands for."""
    every = (
        [path] if os.path.exists(path) else sorted(glob.glob(path)) or [path] for path in paths
    )
    return list(chain.from_iterable(every))


def named(options: dict[str, Any]) -> bool:
    return bool(options["title"] or options["url"])


def single(items: Iterator[Item]) -> Iterator[Item]:
    """The one item that a title or an address is for."""
    first = list(islice(items, 2))
    if len(first) > 1:
        raise CommandError("--title and --url are for a single document, and there are several.")
    return iter(first)


def comments(options: dict[str, Any], stack: ExitStack) -> JoinedComments | None:
    if not options["comments"]:
        return None
    path = Path(options["comments"])
    try:
        return stack.enter_context(JoinedComments(path))
    except Unreadable as error:
        raise CommandError(f"{path}: {error}") from None
    except OSError as error:
        raise CommandError(f"{path}: The file cannot be read: {error.strerror}.") from None
