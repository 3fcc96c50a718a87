import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from annotations.actions.reanchor import counted
from annotations.actions.rederive import Rederived, rederive
from annotations.models import PlacingState
from archive.errors import Refused
from archive.management.agent import add_by, agent
from archive.management.documents import named


class Command(BaseCommand):
    help = """Derive texts again from the bytes as received, with the extractors as they are now.

Where nothing comes out otherwise, nothing is written. Each document by itself.

Example: manage.py rederive amur-annexation-extracts --by edith"""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("documents", nargs="+", metavar="DOCUMENT", help="slug or external id")
        add_by(parser)
        parser.add_argument("--json", action="store_true", help="print one JSON value")

    def handle(self, *args: Any, **options: Any) -> None:
        by = agent(options["by"], may="archive.ingest_document")
        found, failed = {}, 0
        for name, document in [(name, named(name)) for name in options["documents"]]:
            try:
                found[name] = told(rederive(document=document, by=by))
            except Refused as refusal:
                self.stderr.write(f"{name}: {refusal}")
                failed += 1
        if options["json"]:
            self.stdout.write(json.dumps(found))
        else:
            for name, row in found.items():
                self.stdout.write(f"{name}: {in_words(row)}")
        if failed:
            raise CommandError(f"Not all of it was done: {failed} failed.")


def told(done: Rederived) -> dict[str, Any]:
    return {"text": done.rendition and done.rendition.number, **counted(done.carried)}


def in_words(row: dict[str, Any]) -> str:
    if row["text"] is None:
        return "nothing comes out otherwise."
    waiting = sum(row[state] for state in PlacingState.values)
    return f"text {row['text']}; marks carried over: {row['exact']}, for review: {waiting}."
