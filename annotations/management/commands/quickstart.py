import os
from argparse import RawDescriptionHelpFormatter
from pathlib import Path
from socket import socket
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from annotations.actions.demonstration import bring_in
from archive.actions.cast import create_cast, standing
from archive.errors import Refused
from archive.management import static_files
from archive.management.server import HOST, bound, serve
from archive.models import Document


class Command(BaseCommand):
    help = """Set everything up and serve it on this machine; run again, it changes nothing.

Database, demonstration archive with its editions, static files, accounts, server. The sign-ins
are printed once.

Example: manage.py quickstart --port 8080"""
    # They would load all pages, and nothing has been set up yet.
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.add_argument(
            "--port", type=int, default=8000, metavar="N", help="where to serve (default: 8000)"
        )
        parser.add_argument("--no-serve", action="store_true", help="set up, and do not serve")

    def handle(self, *args: Any, **options: Any) -> None:
        held = None if options["no_serve"] else reserved(options["port"])
        try:
            steps = (self.migrate, self.fill, self.collect, self.people)
            changes = [step() for step in steps]
            if not any(changes):
                self.say("Nothing had to be changed.")
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        except (DatabaseError, OSError) as error:
            raise CommandError(f"Setting up failed: {error}") from error
        if held is None:
            self.say("To serve it: python3 manage.py quickstart")
            return
        self.say(f"Open {address(options['port'])} (staff: /admin/). Stop with Ctrl-C.")
        serve(held)

    def say(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()

    def migrate(self) -> bool:
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if not plan:
            self.say("Database: up to date.")
            return False
        self.say(f"Database: applying {len(plan)} migrations ...")
        call_command("migrate", verbosity=0)
        return True

    def fill(self) -> bool:
        if held := Document.objects.count():
            self.say(f"Archive: it holds {held} documents, which stay as they are.")
            return False
        self.say("Archive: loading and publishing the demonstration ...")
        editions = bring_in(Path(settings.BASE_DIR) / "fixtures" / "demonstration")
        self.say(f"Archive: {Document.objects.count()} documents, {len(editions)} editions.")
        return True

    def collect(self) -> bool:
        if not static_files.is_stale():
            self.say("Static files: up to date.")
            return False
        self.say("Static files: collecting ...")
        static_files.collect()
        return True

    def people(self) -> bool:
        """Make the accounts; they are there only if their passwords could be printed."""
        if first := standing():
            self.say(
                f"Accounts: made on {first.date_joined:%Y-%m-%d}, their passwords were printed "
                "then and are kept nowhere. A new one: python3 manage.py changepassword "
                f"{first.username}"
            )
            return False
        with transaction.atomic():
            rows = [f"  {name:<12}{password}" for name, password in create_cast().items()]
            self.say("\n".join(["Accounts, printed this once:", *rows]))
        return True


def reserved(port: int) -> socket:
    """The port, before anything is done. Raises CommandError where nobody could be answered."""
    if settings.SECURE_SSL_REDIRECT:
        raise CommandError(
            "VARIORUM_HTTPS is on, and quickstart answers plain HTTP: set it to off for this "
            "machine, or add --no-serve."
        )
    return bound(port)


def address(port: int) -> str:
    """Where it is served; links that leave the page name the same, unless somebody set another."""
    if "VARIORUM_SITE_URL" not in os.environ:
        settings.SITE_URL = f"http://{HOST}:{port}"
    return f"http://{HOST}:{port}/"
