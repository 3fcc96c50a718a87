import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from annotations.actions.reanchor import Carried, counted, reanchor
from archive.errors import Refused
from archive.management.agent import add_by, agent
from archive.management.documents import named


class Command(BaseCommand):
    help = """Carry the marks of a document's earlier texts over to its newest one.

What is not found again in one place, word for word, is left as an orphan and listed.

Example: manage.py reanchor amur-annexation --by edith"""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("document", metavar="DOCUMENT", help="slug or external id")
        add_by(parser)
        parser.add_argument("--json", action="store_true", help="print one JSON value")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            by = agent(options["by"], may="annotations.change_annotation")
            found = reanchor(document=named(options["document"]), by=by)
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        if options["json"]:
            self.stdout.write(json.dumps([as_json(each) for each in found]))
        else:
            self.tell(found)
        if orphans := counted(found)["orphan"]:
            raise CommandError(f"Not all of it was done: {orphans} orphans.")

    def tell(self, found: list[Carried]) -> None:
        counts = counted(found)
        for each in found:
            if each.state == "orphan":
                self.stderr.write(f"orphan {each.annotation.uid}{place(each)}")
        self.stdout.write(f"{counts['exact']} where they were, {counts['moved']} moved.")


def place(each: Carried) -> str:
    """Where words like its own stand, for the person who looks."""
    guess = each.guess
    return f": words like its own at {guess.start} to {guess.end}" if guess else ""


def as_json(each: Carried) -> dict[str, Any]:
    row, carried = each.annotation, each.state != "orphan"
    return {
        "annotation": row.uid,
        "state": each.state,
        "start": row.start if carried else None,
        "end": row.end if carried else None,
        "score": each.guess.score if each.guess else None,
    }
