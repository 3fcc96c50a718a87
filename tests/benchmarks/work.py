"""A process of its own that brings a corpus in and says what that cost: JSON on stdout.

Arguments: the folder of the corpus, and `--without-index` to leave the staff's search index empty.
Database and originals are those of the environment. The commands are loaded before they are
measured: that costs the same whatever they bring in.
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
from django.core.management import call_command, load_command_class


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
    loaded = load_command_class("annotations", command)
    return lambda: call_command(loaded, *arguments, stdout=io.StringIO())


def measured(corpus: Path, *, is_indexed: bool) -> dict[str, Any]:
    from annotations.actions.verify import verify
    from archive.actions.agents import software
    from archive.searching import port

    if not is_indexed:
        port.add = bool  # type: ignore[assignment]
    comments = f"--comments={corpus / 'comments.jsonl'}"
    ingest = cost(run("ingest", str(corpus / "documents.jsonl"), comments))
    annotate = cost(run("import_annotations", "jsonl", str(corpus / "annotations.jsonl")))
    highest = peak()
    problems: list[Any] = []
    checked = verify(by=software(), tell=problems.append)
    return {
        **{"ingest": ingest, "annotate": annotate, "peak": highest},
        **{"checked": dict(checked), "problems": len(problems)},
    }


if __name__ == "__main__":
    django.setup()
    found = measured(Path(sys.argv[1]), is_indexed="--without-index" not in sys.argv)
    json.dump(found, sys.stdout)
