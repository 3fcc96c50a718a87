import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from annotations.actions.publish import CHANGES, Blocked, Unconfirmed, publish
from archive.errors import Refused
from archive.management.agent import add_by, agent
from archive.management.documents import named


class Command(BaseCommand):
    help = """Freeze the next edition of documents, with the claims and sources that they touch.

Example: manage.py publish amur-annexation --by publisher --reason "First publication" """

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("documents", nargs="+", metavar="DOCUMENT", help="slug or external id")
        add_by(parser, required=True)
        parser.add_argument("--reason", default="Published.", help="why this edition")
        parser.add_argument(
            "--change",
            choices=[str(change) for change in CHANGES],
            default=str(CHANGES[0]),
            help="what it is to readers of the edition before; the corrections log shows it",
        )
        parser.add_argument(
            "--accept-warnings", action="store_true", help="publish in spite of what it warns of"
        )
        parser.add_argument("--json", action="store_true", help="print one JSON value")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            editions = publish(
                documents=[named(name) for name in options["documents"]],
                by=agent(options["by"], may="archive.publish_document"),
                reason=options["reason"],
                change=options["change"],
                accept_warnings=options["accept_warnings"],
            )
        except Unconfirmed as refusal:
            raise CommandError(listed("Look at this, then --accept-warnings", refusal)) from None
        except Blocked as refusal:
            raise CommandError(listed("Not published", refusal)) from None
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        if options["json"]:
            rows = [{"address": e.get_absolute_url(), "sha256": e.sha256} for e in editions]
            self.stdout.write(json.dumps(rows))
            return
        for edition in editions:
            self.stdout.write(f"{edition.get_absolute_url()}  sha256 {edition.sha256}")


def listed(heading: str, refusal: Blocked) -> str:
    return "\n".join([f"{heading}:", *(f"  - {problem}" for problem in refusal.problems)])
