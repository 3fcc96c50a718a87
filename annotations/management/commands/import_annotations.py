import json
from argparse import RawDescriptionHelpFormatter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from annotations.interchange import jsonl, loading
from annotations.interchange.jsonl import Imported
from annotations.interchange.loading import Loaded
from archive import bulk
from archive.errors import Refused
from archive.management.agent import add_by, agent
from archive.management.collecting import only_what_is_new
from archive.management.progress import bar

READERS: dict[str, Callable[..., Imported | Loaded]] = {
    "fixtures": loading.load,
    "jsonl": jsonl.read,
}


class Command(BaseCommand):
    help = """Bring annotations in, all or nothing; what is there already stays as it is.

jsonl: one a line, {"document": …, "start": …, "end": …, "quote": …, "label": …, "note": …};
offsets count code points of the document's newest text, and the quote has to stand there.
fixtures: the folder of an export, with all that it holds (the same as `load`).

Example: manage.py import_annotations jsonl annotations.jsonl --by editor1"""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.add_argument("format", metavar="FORMAT", help=", ".join(READERS))
        parser.add_argument("path", type=Path, metavar="PATH", help="the file to be read")
        add_by(parser)
        parser.add_argument("--json", action="store_true", help="print one JSON value")

    def handle(self, *args: Any, **options: Any) -> None:
        read = READERS.get(options["format"])
        if read is None:
            readable = ", ".join(READERS)
            raise CommandError(
                f"This version does not read {options['format']}: it reads {readable}."
            )
        by = agent(options["by"], may="annotations.add_annotation")
        try:
            with only_what_is_new(), bulk.many(), bar("annotations") as progress:
                done = read(options["path"], by=by, step=progress.update)
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(told(done, as_json=options["json"]))


def told(done: Imported | Loaded, *, as_json: bool) -> str:
    passed = sorted(done.passed_over) if isinstance(done, Imported) else []
    if as_json:
        return json.dumps(vars(done) | ({"passed_over": passed} if passed else {}), default=list)
    keys = f" Passed over the keys {', '.join(passed)}." if passed else ""
    return f"{done.written} brought in, {done.same} were here already.{keys}"
