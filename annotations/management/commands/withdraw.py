import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from annotations.actions.withdraw import withdraw
from archive.errors import Refused
from archive.management.agent import add_by, agent
from archive.management.documents import named


class Command(BaseCommand):
    help = """Close all editions of a document, and those of others that show its words.

Example: manage.py withdraw amur-annexation --by publisher --reason "Rights holder asked" """

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("document", metavar="DOCUMENT", help="slug or external id")
        add_by(parser, required=True)
        parser.add_argument("--reason", required=True, help="public: stands on the tombstone")
        parser.add_argument("--show-title", action="store_true", help="name it on the tombstone")
        parser.add_argument("--json", action="store_true", help="print one JSON value")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            done = withdraw(
                document=named(options["document"]),
                by=agent(options["by"], may="archive.withdraw_document"),
                reason=options["reason"],
                show_title=options["show_title"],
            )
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        closed = [edition.get_absolute_url() for edition in done.closed]
        replaced = [edition.get_absolute_url() for edition in done.replaced]
        if options["json"]:
            self.stdout.write(json.dumps({"closed": closed, "replaced_by": replaced}))
            return
        for address in closed:
            self.stdout.write(f"closed {address}")
        for address in replaced:
            self.stdout.write(f"published without it {address}")
