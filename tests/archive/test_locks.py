"""What is installed: every package by hash, from no address, and each for a reason given."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
# Each lock holds the one before it, and the extras named.
LOCKS: dict[str, list[str]] = {
    "requirements.txt": [],
    "requirements-postgres.txt": ["postgres"],
    "requirements-test.txt": ["postgres", "test"],
    "requirements-dev.txt": ["postgres", "test", "dev"],
}


def entries(name: str) -> list[str]:
    """The requirements of a lock, one a line, comments left out."""
    text = re.sub(r"(?m)^\s*#.*\n", "", (ROOT / name).read_text())
    return text.replace("\\\n", "").splitlines()


def pins(name: str) -> set[str]:
    return {entry.split()[0] for entry in entries(name)}


def project_of(requirement: str) -> str:
    """The normalised name at the head of a requirement."""
    return re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", requirement)[0]).lower()


def test_no_lock_is_forgotten_here() -> None:
    assert {path.name for path in ROOT.glob("requirements*.txt")} == set(LOCKS)


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_no_address(name: str) -> None:
    assert not re.search(r"://|@|www\.|--\w+-(url|links|host)", (ROOT / name).read_text())


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_one_version_and_its_digests(name: str) -> None:
    assert entries(name)
    for entry in entries(name):
        assert re.fullmatch(r"[\w.-]+==\S+( ;[^\\]*?)?( +--hash=sha256:[0-9a-f]{64})+ *", entry), (
            entry
        )


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_every_dependency_that_is_asked_for(name: str) -> None:
    asked = [*PROJECT["dependencies"]]
    for extra in LOCKS[name]:
        asked += PROJECT["optional-dependencies"][extra]
    assert {project_of(requirement) for requirement in asked} <= set(map(project_of, pins(name)))


@pytest.mark.parametrize(("smaller", "larger"), [*zip(LOCKS, [*LOCKS][1:], strict=False)])
def test_one_environment_takes_all_locks(smaller: str, larger: str) -> None:
    assert pins(smaller) <= pins(larger)


def test_every_dependency_has_a_line_above_that_says_why() -> None:
    lines = (ROOT / "pyproject.toml").read_text().splitlines()
    asked = [*PROJECT["dependencies"]]
    for extra in PROJECT["optional-dependencies"].values():
        asked += extra
    found = [number for number, line in enumerate(lines) if line.strip(' ",') in asked]
    assert len(found) == len(asked)
    assert [lines[number] for number in found if not re.match(r" +# \w", lines[number - 1])] == []
