import json
from argparse import RawDescriptionHelpFormatter
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from archive.actions.fixity import check
from archive.management.agent import add_by, agent
from archive.management.progress import bar
from archive.verifying.history import due
from archive.verifying.problem import Problem

DAYS = 90


class Command(BaseCommand):
    help = """Check originals against their SHA-256, those first that nobody looked at for longest.

Made to be run on a schedule: each run takes up where the last one ended. What passed goes to the
operations log, what failed also to the histories of its documents. Exit 1 if anything failed.

Example, from cron each night: manage.py fixity --older-than 90 --limit 1000"""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        add = parser.add_argument
        add("--older-than", type=int, default=DAYS, metavar="DAYS",
            help=f"only those not looked at for so long (default: {DAYS}; 0 for all)")  # fmt: skip
        add("--limit", type=int, metavar="N", help="no more than so many")
        add("--json", action="store_true", help="print one JSON value")
        add_by(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        if options["older_than"] < 0 or (options["limit"] or 0) < 0:
            raise CommandError("--older-than and --limit are whole numbers from 0.")
        by = agent(options["by"])
        waiting = due(timezone.now() - timedelta(days=options["older_than"]))
        chosen = waiting if options["limit"] is None else waiting[: options["limit"]]
        problems: list[Problem] = []
        with bar("originals") as shown:
            for _, digest, size in chosen:
                problem, deaf = check(digest=digest, size=size, by=by)
                problems += [Problem("blob", digest, problem)] * bool(problem)
                problems += [Problem("document", slug, "its history takes no event of the failed "
                                     "fixity") for slug in deaf]  # fmt: skip
                shown.update()
        self.tell(problems, len(chosen), len(waiting) - len(chosen), as_json=options["json"])

    def tell(self, problems: list[Problem], checked: int, left: int, *, as_json: bool) -> None:
        if as_json:
            told = {"checked": checked, "due": left, "problems": [*map(vars, problems)]}
            self.stdout.write(json.dumps(told))
        else:
            for problem in problems:
                self.stderr.write(str(problem))
            self.stdout.write(f"Checked: originals {checked}. Still due: {left}.")
        if problems:
            raise CommandError(f"{len(problems)} problems found.")
