"""What the papers say is there, and what is there the papers say."""

import re
from argparse import ArgumentParser

import pytest
from django.core.management import get_commands, load_command_class

from tests import tree

OURS = sorted(name for name, app in get_commands().items() if app in ("archive", "annotations"))
PAPERS = (tree.ROOT / "README.md").read_text() + (tree.ROOT / "CONTRIBUTING.md").read_text()
# Commands of Django's own, and those that manage.py itself knows.
OTHERS = {*get_commands(), "test"}


def parser(name: str) -> ArgumentParser:
    return load_command_class(get_commands()[name], name).create_parser("manage.py", name)


@pytest.mark.parametrize("name", OURS)
def test_a_command_says_what_it_does_with_an_example(name: str) -> None:
    usage, _, rest = parser(name).format_help().partition("\n\n")
    assert usage.startswith("usage:")
    assert parser(name).description
    assert f"manage.py {name}" in rest, "no example below the usage"


@pytest.mark.parametrize("name", OURS)
def test_every_option_of_a_command_says_what_it_is(name: str) -> None:
    silent = [action.dest for action in parser(name)._actions if not action.help]
    assert silent == []


@pytest.mark.parametrize("name", OURS)
def test_a_command_is_documented(name: str) -> None:
    assert re.search(rf"(`|manage\.py ){name}\b", PAPERS)


def test_every_command_that_is_documented_exists() -> None:
    told = {*re.findall(r"manage\.py ([a-z_]+)", PAPERS)}
    told |= {*re.findall(r"^\| `([a-z_]+)[ `]", PAPERS, re.MULTILINE)}
    assert told
    assert told <= OTHERS


def test_every_option_that_is_documented_exists() -> None:
    for name, rest in re.findall(r"`?manage\.py ([a-z_]+)([^`\n#|]*)", PAPERS):
        if name in OURS:
            known = {option for action in parser(name)._actions for option in action.option_strings}
            assert {*re.findall(r"--[a-z-]+", rest)} <= known, name


def variables(*folders: str) -> set[str]:
    """The names of our environment variables that modules in these folders know."""
    modules = [path for folder in folders for path in tree.files(".py", under=folder)]
    found = {name for path in modules for name in re.findall(r"VARIORUM_[A-Z_]+", path.read_text())}
    return {name for name in found if not name.endswith("_")}


def test_every_setting_is_documented_and_the_other_way_round() -> None:
    read = variables("archive", "annotations") | variables("tests") - variables("archive")
    told = {*re.findall(r"`?(VARIORUM_[A-Z_]+)", PAPERS)}
    assert "VARIORUM_SECRET_KEY" in read
    assert told == read


def test_every_target_of_make_that_is_documented_exists() -> None:
    made = {*re.findall(r"^([a-z]+):", (tree.ROOT / "Makefile").read_text(), re.MULTILINE)}
    lines = re.findall(r"^make ([a-z ]+?)\s*(?:#|$)|`make ([a-z ]+)`", PAPERS, re.MULTILINE)
    told = {target for pair in lines for words in pair for target in words.split()}
    assert told
    assert told <= made


def test_every_file_that_the_papers_name_exists() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", PAPERS)
    places = re.findall(r"`((?:archive|annotations|tests|fixtures|templates)/[\w/.-]*)`", PAPERS)
    assert links
    assert places
    assert not [name for name in [*links, *places] if not (tree.ROOT / name).exists()]
