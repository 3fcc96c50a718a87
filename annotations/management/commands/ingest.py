"""`ingest`: files, folders and JSON Lines into the archive."""

from argparse import RawDescriptionHelpFormatter
from collections.abc import Iterator
from contextlib import ExitStack, chdir, contextmanager
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from annotations.actions.placing import TITLE_LENGTH, check_address
from annotations.management.errand import Errand, known_source
from annotations.management.finding import found, found_again
from annotations.management.ledger import Ledger, Retried
from annotations.management.report import Report
from archive import bulk
from archive.actions import batches
from archive.actions.batches import Stopped
from archive.errors import Refused
from archive.ingest import Item
from archive.management.agent import add_by, agent
from archive.management.collecting import only_what_is_new
from archive.models import Batch, BatchState, User

KEPT = ("paths", "source", "url", "title", "format", "comments")
FORMATS = ["auto", "text", "wikitext", "html", "pdf", "docx", "warc", "jsonl"]
EXAMPLES = """\
examples:
  manage.py ingest article.txt --title "An article" --source a-site --url https://example.org/1
  manage.py ingest corpus.jsonl --comments comments.jsonl --by edith
  manage.py ingest "pages/*.html" --source a-site
  manage.py ingest --retry k3v9x2m1qa --by edith
  manage.py ingest --undo k3v9x2m1qa --reason "The wrong folder." --by edith
  manage.py ingest folder/ --dry-run --json > recognised.json
"""


class Command(BaseCommand):
    help = "Bring documents in, verbatim. What the archive holds already is not written again."

    def create_parser(self, *args: Any, **kwargs: Any) -> CommandParser:
        kwargs |= {"formatter_class": RawDescriptionHelpFormatter, "epilog": EXAMPLES}
        return super().create_parser(*args, **kwargs)

    def add_arguments(self, parser: CommandParser) -> None:
        add = parser.add_argument
        add("paths", nargs="*", metavar="PATH", help="a file, a folder of files, or a pattern")
        add("--source", metavar="SLUG", help="the publisher or platform that they come from")
        add("--url", default="", help="the address that a single document came from")
        add("--title", default="", help="the title of a single document")
        add("--format", choices=FORMATS, default="auto", help="auto (the default) looks for itself")
        add("--comments", metavar="FILE", help="comments for the documents of JSON Lines")
        add("--dry-run", action="store_true", help="say what is recognised, write nothing")
        one = parser.add_mutually_exclusive_group()
        one.add_argument("--resume", metavar="BATCH", help="go on with a batch that was stopped")
        one.add_argument("--retry", metavar="BATCH", help="try again only what failed in a batch")
        one.add_argument("--waiting", action="store_true", help="take up the batches that wait")
        one.add_argument("--undo", metavar="BATCH", help="take out what a batch brought in")
        add("--reason", default="", help="why a batch is undone")
        add("--json", action="store_true", help="print one JSON list and nothing else")
        add_by(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["undo"]:
                return self.undo(options)
            failed = self.take_up(options) if options["waiting"] else self.bring(options)
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        if failed:
            raise CommandError(failed)

    def undo(self, options: dict[str, Any]) -> None:
        by = agent(options["by"], may="archive.ingest_document")
        taken = batches.undo(batches.find(options["undo"]), by=by, reason=options["reason"])
        self.stdout.write(f"Taken out: {len(taken)} documents. Nothing is deleted.")

    def take_up(self, options: dict[str, Any]) -> str:
        """The batches that were left to a worker, the oldest first, each for who asked for it."""
        rows = Batch.objects.filter(state=BatchState.WAITING).order_by("created_at", "pk")
        failed = []
        for batch in rows:
            said = {batch.arguments["wanted"]: batch.uid, "by": batch.arguments["by"]}
            failed.append(self.bring({**options, **said}))
        return " ".join(filter(None, failed))

    def bring(self, options: dict[str, Any]) -> str:
        """Bring it in; returns the sentence about what failed, if something did."""
        report = Report(self.stdout, self.stderr, as_json=options["json"])
        with ExitStack() as stack:
            stack.enter_context(only_what_is_new())
            stack.enter_context(bulk.many())
            errand, items = asked(options, stack)
            batch = errand.ledger.batch if errand.ledger else None
            with kept(batch), report, tqdm(unit=" documents", disable=None, leave=False) as shown:
                for item, result in errand.results(items):
                    report.add(item, result)
                    shown.update()
        count = report.counts["failed"]
        again = f" To try these again: manage.py ingest --retry {batch.uid}" if batch else ""
        return f"Not all of it was done: {count} failed.{again}" if count else ""


@contextmanager
def kept(batch: Batch | None) -> Iterator[None]:
    """The batch's state at the end of the run; stopped by hand, it says how to go on."""
    state = BatchState.STOPPED
    try:
        yield
        state = BatchState.DONE
    except (KeyboardInterrupt, Stopped):
        on = f" To go on: manage.py ingest --resume {batch.uid}" if batch else ""
        raise CommandError(f"Stopped.{on}") from None
    finally:
        if batch:
            batches.leave(batch, state)


def asked(options: dict[str, Any], stack: ExitStack) -> tuple[Errand, Iterator[Item]]:
    """What is to be done, and on what: anew, or what a batch left."""
    by = None if options["dry_run"] else agent(options["by"], may="archive.ingest_document")
    if uid := options["resume"] or options["retry"]:
        batch = batches.find(uid)
        options |= {name: batch.arguments[name] for name in KEPT}
        stack.enter_context(moved(batch.arguments["folder"]))
    elif not options["paths"]:
        raise CommandError("Say what to bring in: a file, a folder, a pattern.")
    errand = errand_of(options, by)
    if by is None:
        return errand, found(options, stack)
    if options["retry"]:
        retried = Retried(batches.take(batch))
        items = found_again(options, stack, retried.places)
        return replace(errand, ledger=retried), items
    items = found(options, stack)
    if options["resume"]:
        ledger = Ledger(batches.take(batch))
        return replace(errand, ledger=ledger), ledger.left(items, errand.remember)
    first = next(items, None)
    items = chain([first] if first else [], items)
    return replace(errand, ledger=Ledger(batches.begin(arguments(options), by=by))), items


def arguments(options: dict[str, Any]) -> dict[str, Any]:
    """What a batch has to know to be taken up again."""
    return {name: options[name] for name in KEPT} | {"folder": str(Path.cwd())}


def moved(folder: str) -> "chdir[str]":
    """Paths are told from where the batch was begun."""
    if not Path(folder).is_dir():
        raise Refused(f"The batch was begun in the folder {folder}, which is not there any more.")
    return chdir(folder)


def errand_of(options: dict[str, Any], by: User | None) -> Errand:
    if len(options["title"]) > TITLE_LENGTH:
        raise CommandError(f"The title is longer than {TITLE_LENGTH} characters.")
    source = known_source(options["source"]) if options["source"] else None
    return Errand(by, source, check_address(options["url"]), options["title"])
