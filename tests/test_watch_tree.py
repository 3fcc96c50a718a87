"""The shape of the tree: small files, a tidy top, nothing that only one machine has."""

import re

import pytest

from tests import tree

TOP = {
    "manage.py",
    "pyproject.toml",
    "archive",
    "annotations",
    "fixtures",
    "templates",
    "tests",
    "README.md",
    "LICENSE",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Makefile",
}
LOCKS = re.compile(r"requirements(-[a-z]+)?\.txt")
LONGEST = 400
CODE = (".py", ".html", ".css", ".js", ".md", ".sh", ".toml", ".xml", "Makefile")


def test_nothing_lies_at_the_top_that_has_no_business_there() -> None:
    top = {tree.name(path).split("/")[0] for path in tree.files()}
    strange = {name for name in top - TOP if not name.startswith(".") and not LOCKS.fullmatch(name)}
    assert strange == set()
    assert top >= TOP


def test_no_file_is_longer_than_a_person_reads() -> None:
    lengths = {
        tree.name(path): path.read_text().count("\n")
        for path in tree.files(*CODE)
        if path.parent.name != "migrations"  # written by Django
    }
    assert len(lengths) > 100
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


@pytest.mark.parametrize("ending", [".sqlite3", ".db", ".env", ".pem", ".key", ".log", ".pyc", "~"])
def test_nothing_of_one_machine_is_kept(ending: str) -> None:
    assert tree.files(ending) == []


def test_every_text_ends_with_one_line_end_and_has_no_trailing_blanks() -> None:
    untidy = [
        tree.name(path)
        for path in tree.files(*CODE)
        if (words := path.read_text()) and (not words.endswith("\n") or words.endswith("\n\n"))
    ]
    assert untidy == []


def test_every_folder_of_python_is_a_package() -> None:
    folders = {
        path.parent
        for app in ("archive", "annotations", "tests")
        for path in tree.files(".py", under=app)
    }
    assert not [tree.name(folder) for folder in folders if not (folder / "__init__.py").exists()]


def test_no_test_is_marked_to_be_left_out() -> None:
    marked = re.compile(r"mark\.(skip|xfail)|unittest\.skip")
    own = tree.ROOT / "tests" / "test_watch_tree.py"
    tests = [path for path in tree.files(".py", under="tests") if path != own]
    assert not [tree.name(path) for path in tests if marked.search(path.read_text())]


def test_no_lock_holds_an_address() -> None:
    locks = [path for path in tree.files(".txt") if LOCKS.fullmatch(path.name)]
    assert locks
    assert not [path.name for path in locks if "://" in path.read_text()]
