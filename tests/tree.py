"""The project's own files, as a clone has them."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
# What the tools leave behind; only where git is absent does it have to be told from the rest.
LEFT_BEHIND = {".git", ".venv", ".data", "__pycache__", "htmlcov", "build"}


def files(*endings: str, under: str = "") -> list[Path]:
    """The files under a folder, those with these endings if any are given."""
    known = tracked() if (ROOT / ".git").exists() else walked(ROOT)
    within = ROOT / under
    return sorted(
        path
        for path in known
        if path.is_file() and path.is_relative_to(within) and path.name.endswith(endings or ("",))
    )


def tracked() -> Iterator[Path]:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout
    return (ROOT / name for name in listed.decode().split("\0") if name)


def walked(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name in LEFT_BEHIND or path.name.endswith("_cache"):
            continue
        if path.is_dir():
            yield from walked(path)
        else:
            yield path


def name(path: Path) -> str:
    """A file as messages name it."""
    return str(path.relative_to(ROOT))


def text(path: Path) -> str | None:
    """What a file says; None where it is no text."""
    try:
        return path.read_bytes().decode()
    except UnicodeDecodeError:
        return None
