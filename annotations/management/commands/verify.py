import json
from argparse import RawDescriptionHelpFormatter
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from annotations.actions.verify import verify
from archive.management.agent import add_by, agent
from archive.verifying.problem import Problem


class Command(BaseCommand):
    help = """Check that everything is what it was: originals, texts, histories, editions, marks.

Names every object that is not, and never its words. Exit 1 if there is one.

Example: manage.py verify --json"""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        add_by(parser)
        parser.add_argument("--json", action="store_true", help="print one JSON value")

    def handle(self, *args: Any, **options: Any) -> None:
        by, problems = agent(options["by"]), 0

        def tell(problem: Problem) -> None:
            nonlocal problems
            text = json.dumps(vars(problem)) if options["json"] else str(problem)
            lead = ",\n" if options["json"] and problems else ""
            self.stdout.write(lead + text, ending="" if options["json"] else "\n")
            problems += 1

        if options["json"]:
            self.stdout.write('{"problems": [', ending="")
        checked = verify(by=by, tell=tell)
        if options["json"]:
            self.stdout.write(f'], "checked": {json.dumps(checked)}}}')
        else:
            counts = ", ".join(f"{kind} {count}" for kind, count in checked.items())
            self.stdout.write(f"Checked: {counts}.")
        if problems:
            raise CommandError(f"{problems} problems found.")
