"""The virtual environment that manage.py makes for itself, from a lock file checked by hash.

A stamp in it says which state of the lock it holds; only that is read when nothing is to be done.
All words go to stderr, so that a command's stdout stays its own. Standard library only: this runs
before anything is installed. An environment of the caller's own (any but `.venv`) is left alone.
"""

import hashlib
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TextIO

AGAIN = "the environment is not finished, run the same command again to go on."


def python(root: Path, lock: Path) -> str:
    """Return the path of the Python to go on with, its environment brought to the lock.

    Exits with one sentence where that cannot be done.
    """
    home = root / ".venv"
    inside = sys.prefix != sys.base_prefix
    if not inside or Path(sys.prefix).resolve() == home.resolve():
        try:
            provide(home, lock)
        except KeyboardInterrupt:
            sys.exit(f"Interrupted: {AGAIN}")
        except OSError as error:
            sys.exit(f"{error}: {AGAIN}")
    return sys.executable if inside else str(interpreter(home))


def provide(home: Path, lock: Path) -> None:
    """Bring the environment at `home` to the lock; do and say nothing where it is there."""
    if stands(home, lock):
        return
    if sentence := obstacle():
        sys.exit(sentence)
    with alone(home) as held:
        if not stands(home, lock):
            install(home, lock, held)


def obstacle(modules: Sequence[str] = ("fcntl", "venv", "ensurepip")) -> str | None:
    """Return the sentence for a Python that cannot make an environment, None where it can."""
    missing = next((name for name in modules if find_spec(name) is None), None)
    return missing and (
        f"Variorum makes its own environment, and this Python lacks the module {missing} for that:"
        " install it (Debian and Ubuntu: apt install python3-venv) and run this again, or make an"
        " environment by hand and run manage.py inside it."
    )


def interpreter(home: Path) -> Path:
    return home / "bin" / "python"


def stands(home: Path, lock: Path) -> bool:
    mark = stamp(home, lock)
    return mark.is_file() and mark.read_text() == digest(home, lock)


def stamp(home: Path, lock: Path) -> Path:
    return home / f"{lock.stem}.sha256"


def digest(home: Path, lock: Path) -> str:
    """Digest the lock, and the name of the Python below, which a system upgrade swaps."""
    return hashlib.sha256(lock.read_bytes() + bytes(interpreter(home).resolve())).hexdigest()


@contextmanager
def alone(home: Path) -> Iterator[TextIO]:
    """Hold the lock file beside the environment: of two first runs the second waits."""
    import fcntl

    with home.with_suffix(".lock").open("a+") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(f"Another process is at the environment ({home.name}), waiting for it ...")
            fcntl.flock(held, fcntl.LOCK_EX)
        yield held


def install(home: Path, lock: Path, held: TextIO) -> None:
    """Install the lock into the environment, which is made anew if a run before left it half made.

    The held file remembers that: it is empty only between whole installations.
    """
    begun = time.monotonic()
    held.seek(0)
    whole = not held.read() and has_pip(home)
    held.write("unfinished\n")
    held.flush()
    if not whole:
        say(f"Making the environment ({home.name}) ...")
        run([sys.executable, "-Im", "venv", "--clear", str(home)], held)
    say(f"Installing what {lock.name} names, checked by hash ...")
    pip = [str(interpreter(home)), "-Im", "pip", "-qq", "--disable-pip-version-check"]
    run([*pip, "install", "--require-hashes", "--requirement", str(lock)], held)
    stamp(home, lock).write_text(digest(home, lock))
    held.truncate(0)
    say(f"The environment stands ({time.monotonic() - begun:.0f} s).")


def has_pip(home: Path) -> bool:
    """Say whether the environment's Python starts and finds pip."""
    command = [str(interpreter(home)), "-Ic", "import pip"]
    return interpreter(home).exists() and not subprocess.call(command, stderr=subprocess.DEVNULL)


def run(command: list[str], held: TextIO) -> None:
    """Run one step; it holds the lock file too, lest it be outlived by a step of another run."""
    if subprocess.call(command, stdout=sys.stderr, pass_fds=[held.fileno()]):
        sys.exit(f"The step above failed: {AGAIN}")


def say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    python(Path.cwd(), Path(sys.argv[1]))
