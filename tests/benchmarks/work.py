"""A process of its own that brings a corpus in and says what that cost: JSON on stdout.

Arguments: the folder of the corpus. Database and originals are those of the environment.
"""

import io
import json
import re
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import django
from django.core.management import call_command


def cost(act: Callable[[], object]) -> float:
    """Processor seconds, those of the system included."""
    begun = process_time()
    act()
    return process_time() - begun


def peak() -> float:
    """The most memory that was resident, in MB. `getrusage` would tell the most of the process
    that started this one, where that was more."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text())
    assert found
    return int(found[1]) / 1024


def run(command: str, *arguments: str) -> Callable[[], object]:
    return lambda: call_command(command, *arguments, stdout=io.StringIO())


def measured(corpus: Path) -> dict[str, Any]:
    from annotations.actions.verify import verify
    from archive.actions.agents import software
    from archive.searching import sqlite

    add, spent = sqlite.add, [0.0]

    def timed(*entries: Any) -> None:
        spent[0] += cost(lambda: add(*entries))

    sqlite.add = timed  # type: ignore[assignment]
    comments = f"--comments={corpus / 'comments.jsonl'}"
    ingest = cost(run("ingest", str(corpus / "documents.jsonl"), comments))
    annotate = cost(run("import_annotations", "jsonl", str(corpus / "annotations.jsonl")))
    highest = peak()
    problems: list[Any] = []
    checked = verify(by=software(), tell=problems.append)
    return {
        **{"ingest": ingest, "index": spent[0], "annotate": annotate, "peak": highest},
        **{"checked": dict(checked), "problems": len(problems)},
    }


if __name__ == "__main__":
    django.setup()
    json.dump(measured(Path(sys.argv[1])), sys.stdout)
