import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from annotations.actions.reanchor import Found, counted, reanchor
from archive.errors import Refused
from archive.management.agent import add_by, agent
from archive.management.documents import named


class Command(BaseCommand):
    help = """Carry the marks of a document's earlier texts over to its newest one.

The same words in their own place are carried over. What was changed, moved, fits more than one
place or is not found waits for a person on the review page beside the annotating page.

Example: manage.py reanchor amur-annexation --by edith"""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("document", metavar="DOCUMENT", help="slug or external id")
        add_by(parser)
        parser.add_argument("--json", action="store_true", help="print one JSON value")

    def handle(self, *args: Any, **options: Any) -> None:
        document = named(options["document"])
        try:
            by = agent(options["by"], may="annotations.change_annotation")
            found = reanchor(document=document, by=by)
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        if options["json"]:
            self.stdout.write(json.dumps([as_json(each) for each in found]))
        else:
            self.tell(found)
        if waiting := sum(each.state != "exact" for each in found):
            page = f"/admin/annotate/{document.slug}/review/"
            raise CommandError(f"Not all of it was done: {waiting} wait for a person at {page}")

    def tell(self, found: list[Found]) -> None:
        for each in found:
            if each.state == "orphan":
                self.stderr.write(f"orphan {each.annotation.uid}")
        counts = counted(found).items()
        self.stdout.write(", ".join(f"{number} {state}" for state, number in counts) + ".")


def as_json(each: Found) -> dict[str, Any]:
    row = each._asdict()
    return row | {"annotation": each.annotation.uid, "score": round(each.score, 4)}
