"""`ingest`: files, folders and JSON Lines into the archive."""

from argparse import RawDescriptionHelpFormatter
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import chain, islice
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from annotations.actions.placing import TITLE_LENGTH, check_address
from annotations.management.errand import Errand, known_source
from annotations.management.report import Report
from archive.actions.payloads import payload_of
from archive.errors import Refused
from archive.ingest import Item, JoinedComments, Payloads, Unreadable, read
from archive.management.agent import add_by, agent

FORMATS = ["auto", "text", "wikitext", "html", "pdf", "docx", "warc", "jsonl"]
EXAMPLES = """\
examples:
  manage.py ingest article.txt --title "An article" --source a-site --url https://example.org/1
  manage.py ingest corpus.jsonl --comments comments.jsonl --by edith
  manage.py ingest folder/ --dry-run --json > recognised.json
"""


class Command(BaseCommand):
    help = "Bring documents in, verbatim. What the archive holds already is not written again."

    def create_parser(self, *args: Any, **kwargs: Any) -> CommandParser:
        kwargs |= {"formatter_class": RawDescriptionHelpFormatter, "epilog": EXAMPLES}
        return super().create_parser(*args, **kwargs)

    def add_arguments(self, parser: CommandParser) -> None:
        add = parser.add_argument
        add("paths", nargs="+", metavar="PATH", help="a file, or a folder of files")
        add("--source", metavar="SLUG", help="the publisher or platform that they come from")
        add("--url", default="", help="the address that a single document came from")
        add("--title", default="", help="the title of a single document")
        add("--format", choices=FORMATS, default="auto", help="auto (the default) looks for itself")
        add("--comments", metavar="FILE", help="comments for the documents of JSON Lines")
        add("--dry-run", action="store_true", help="say what is recognised, write nothing")
        add("--json", action="store_true", help="print one JSON list and nothing else")
        add_by(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        report = Report(self.stdout, self.stderr, as_json=options["json"])
        with ExitStack() as stack:
            errand = asked(options)
            items = single(found(options, stack)) if named(options) else found(options, stack)
            stack.enter_context(report)
            shown = tqdm(unit=" documents", disable=None, leave=False)
            with shown:
                for item, result in errand.results(items):
                    report.add(item, result)
                    shown.update()
        if report.counts["failed"]:
            raise CommandError(f"Not all of it was done: {report.counts['failed']} failed.")


def asked(options: dict[str, Any]) -> Errand:
    if len(options["title"]) > TITLE_LENGTH:
        raise CommandError(f"The title is longer than {TITLE_LENGTH} characters.")
    by = None if options["dry_run"] else agent(options["by"], may="archive.ingest_document")
    try:
        source = known_source(options["source"]) if options["source"] else None
        return Errand(by, source, check_address(options["url"]), options["title"])
    except Refused as refusal:
        raise CommandError(str(refusal)) from None


def named(options: dict[str, Any]) -> bool:
    return bool(options["title"] or options["url"])


def single(items: Iterator[Item]) -> Iterator[Item]:
    """The one item that a title or an address is for."""
    first = list(islice(items, 2))
    if len(first) > 1:
        raise CommandError("--title and --url are for a single document, and there are several.")
    return chain(first)


def found(options: dict[str, Any], stack: ExitStack) -> Iterator[Item]:
    """The items of all paths; comments that belong to none of them make a last one that failed."""
    joined = opened(Path(options["comments"]), stack) if options["comments"] else None
    payloads = Payloads(elsewhere=payload_of)
    for path in options["paths"]:
        yield from read(path, options["format"], joined, payloads)
    if joined and (left := joined.unclaimed()):
        yield Item(str(joined.path), b"", None, left)


def opened(path: Path, stack: ExitStack) -> JoinedComments:
    try:
        return stack.enter_context(JoinedComments(path))
    except Unreadable as error:
        raise CommandError(f"{path}: {error}") from None
    except OSError as error:
        raise CommandError(f"{path}: The file cannot be read: {error.strerror}.") from None
