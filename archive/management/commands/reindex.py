from argparse import RawDescriptionHelpFormatter
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from archive.management.progress import bar
from archive.searching.port import rebuild


class Command(BaseCommand):
    help = """Make the staff search index anew from all documents and their newest texts.

The archive keeps it in step by itself; this is for rows that came in past it (`loaddata`), and
for a damaged index. Nothing else changes.

Example: manage.py reindex"""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter

    def handle(self, *args: Any, **options: Any) -> None:
        with bar("documents") as progress:
            count = rebuild(progress.update)
        self.stdout.write(f"{count} documents indexed.")
