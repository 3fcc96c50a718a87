#!/usr/bin/env python3
"""Variorum's one command: `python3 manage.py COMMAND` needs nothing but Python.

The grammar is that of Python 3.6: a Python older than is wanted must read far enough to be told so.
"""

import os
import sys
from pathlib import Path
from typing import List, Optional, Sequence

ROOT = Path(__file__).resolve().parent
OLDEST = (3, 11)
TEST_HELP = """\
usage: manage.py test [pytest arguments]

Installs the test tools (requirements-test.txt) and runs pytest at the root of the repository.
Every argument is passed on to pytest, paths count from that root, the exit code is pytest's.

  python3 manage.py test                        the whole suite
  python3 manage.py test tests/archive -x       one folder, up to the first failure
  python3 manage.py test -m "not browser"       without the browser tests
  VARIORUM_LONG=1 python3 manage.py test        with the full forms of the long tests

pytest's own options, once the tools are there: .venv/bin/pytest --help
"""


def refusal(version: Sequence[int]) -> Optional[str]:
    """Return the sentence that turns a Python of this version away, None where it will do."""
    if tuple(version[:2]) >= OLDEST:
        return None
    wanted, found = (".".join(map(str, numbers[:2])) for numbers in (OLDEST, version))
    return f"Variorum needs Python {wanted} or newer, and this is Python {found}."


def run_tests(python: str, arguments: List[str]) -> None:
    """Become pytest, with the test settings whatever the shell says."""
    os.chdir(str(ROOT))
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    os.execv(python, [python, "-m", "pytest", *arguments])


def run_command(python: str, arguments: List[str]) -> None:
    """Run a Django command, in `python` if that is another one than this."""
    if python != sys.executable:
        os.execv(python, [python, str(ROOT / "manage.py"), *arguments])
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.project.settings")
    find_secret(arguments)
    try:
        from django.core.exceptions import ImproperlyConfigured
        from django.core.management import execute_from_command_line
    except ImportError:
        sys.exit(f"There is no Django in {sys.prefix}: install requirements.txt into it.")
    try:
        execute_from_command_line(["manage.py", *arguments])
    except ImproperlyConfigured as error:
        sys.exit(str(error))


def find_secret(arguments: List[str]) -> None:
    """Let quickstart start and help be read where nobody has set anything yet."""
    from archive.project import dotenv

    if {"help", "--help", "-h"}.intersection(arguments):
        os.environ.setdefault("VARIORUM_SECRET_KEY", "unused: reading help needs no secret")
    elif arguments[:1] == ["quickstart"]:
        dotenv.ensure(ROOT / ".env")


def main(arguments: List[str]) -> None:
    """Turn an old Python away, see to the environment, and do what is asked in it."""
    sentence = refusal(sys.version_info[:3])
    if sentence:
        sys.exit(sentence)
    from archive.project import environment  # late: its grammar is today's

    if arguments[:2] in (["test", "--help"], ["test", "-h"], ["help", "test"]):
        print(TEST_HELP, end="")
    elif arguments[:1] == ["test"]:
        run_tests(environment.python(ROOT, ROOT / "requirements-test.txt"), arguments[1:])
    else:
        run_command(environment.python(ROOT, ROOT / "requirements.txt"), arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
