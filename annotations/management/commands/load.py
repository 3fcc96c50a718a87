import json
from argparse import RawDescriptionHelpFormatter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from annotations.interchange.loading import load
from archive.errors import Refused
from archive.management.agent import add_by, agent
from archive.management.progress import bar


class Command(BaseCommand):
    help = """Load an export of fixtures: rows, originals and texts, all or nothing.

What is here already and the same is left as it is, so that loading again changes nothing; a row
that differs is refused by name. Accounts come without a password.

Example: manage.py load ../copy"""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.add_argument("path", type=Path, metavar="PATH", help="the folder of the export")
        add_by(parser)
        parser.add_argument("--json", action="store_true", help="print one JSON value")

    def handle(self, *args: Any, **options: Any) -> None:
        by = agent(options["by"])
        try:
            with bar("rows") as progress:
                loaded = load(options["path"], by=by, step=progress.update)
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        if options["json"]:
            self.stdout.write(json.dumps(vars(loaded)))
        elif loaded.written:
            self.stdout.write(f"{loaded.written} rows loaded, {loaded.same} were here already.")
        else:
            self.stdout.write(f"Nothing to load: all {loaded.same} rows were here already.")
