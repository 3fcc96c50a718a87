import json
from argparse import RawDescriptionHelpFormatter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from annotations.interchange import fixtures
from annotations.interchange.records import AUDIENCES
from archive.errors import Refused
from archive.management.agent import add_by, agent
from archive.management.documents import named
from archive.management.progress import bar
from archive.models import Operation

FORMATS = ("fixtures",)


class Command(BaseCommand):
    help = """Write what the archive holds to a folder, for another archive to load.

Audience full: every row, original and text. Public: what the open editions say, and no more.

Example: manage.py export fixtures --output ../copy --audience full"""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.add_argument("format", metavar="FORMAT", help=", ".join(FORMATS))
        parser.add_argument(
            "--output", required=True, type=Path, metavar="PATH", help="where it is written"
        )
        parser.add_argument(
            "--audience",
            choices=AUDIENCES,
            default="public",
            help="public (the default): editions only; full: every row, originals and texts",
        )
        parser.add_argument(
            "--document",
            action="append",
            metavar="SLUG",
            help="only this document and what it needs; may be given again",
        )
        add_by(parser)
        parser.add_argument("--json", action="store_true", help="print one JSON value")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["format"] not in FORMATS:
            raise CommandError(
                f"This version does not write {options['format']}: it writes {', '.join(FORMATS)}."
            )
        by, chosen = agent(options["by"]), options["document"]
        documents = [named(name) for name in chosen] if chosen else None
        try:
            with bar("rows and files") as progress:
                manifest = fixtures.export(
                    options["output"],
                    audience=options["audience"],
                    documents=documents,
                    step=progress.update,
                )
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        detail = {key: manifest[key] for key in ("format", "audience", "documents")}
        Operation.objects.create(kind="export", by=by, detail=detail)
        if options["json"]:
            self.stdout.write(json.dumps({"path": str(options["output"]), **manifest}))
        else:
            self.stdout.write(told(manifest, options["output"]))


def told(manifest: dict[str, Any], path: Path) -> str:
    rows = sum(manifest[fixtures.ROWS]["rows"].values())
    files = manifest[fixtures.BLOBS]["files"], manifest[fixtures.TEXTS]["files"]
    left = sum(manifest["left_out"].values())
    behind = f" Left out: {left} pieces of evidence that stand in other documents." if left else ""
    return f"{path}: {rows} rows, {files[0]} originals, {files[1]} texts.{behind}"
