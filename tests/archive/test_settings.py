"""Settings: safe where nothing is said, and nonsense refused."""

import os
import runpy
import shutil
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.core.exceptions import ImproperlyConfigured

from archive.project import settings as real

SECRET = {"VARIORUM_SECRET_KEY": "x" * 50}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A copy of the settings alone, where no `.env` of this machine is found."""
    folder = tmp_path / "archive" / "project"
    folder.mkdir(parents=True)
    shutil.copy(str(real.__file__), folder / "settings.py")
    return tmp_path


def read(home: Path, **environment: str) -> dict[str, Any]:
    """The settings under this environment and no other."""
    with patch.dict(os.environ, environment, clear=True):
        return runpy.run_path(str(home / "archive" / "project" / "settings.py"))


def test_without_a_secret_there_is_one_sentence_that_says_what_to_do(home: Path) -> None:
    for environment in ({}, {"VARIORUM_SECRET_KEY": ""}):
        with pytest.raises(ImproperlyConfigured, match="quickstart"):
            read(home, **environment)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DEBUG", False),
        ("SECURE_SSL_REDIRECT", True),
        ("SESSION_COOKIE_SECURE", True),
        ("CSRF_COOKIE_SECURE", True),
        ("CSRF_COOKIE_HTTPONLY", True),
        ("SESSION_COOKIE_SAMESITE", "Lax"),
        ("SECURE_HSTS_INCLUDE_SUBDOMAINS", True),
        ("X_FRAME_OPTIONS", "DENY"),
        ("ALLOWED_HOSTS", ["127.0.0.1", "localhost"]),
        ("SITE_URL", "http://127.0.0.1:8000"),
        ("SITE_NAME", "Variorum"),
        ("SILENCED_SYSTEM_CHECKS", []),
    ],
)
def test_where_nothing_is_said_it_is_safe(home: Path, name: str, value: Any) -> None:
    assert read(home, **SECRET)[name] == value


def test_where_nothing_is_said_no_proxy_is_trusted(home: Path) -> None:
    assert "SECURE_PROXY_SSL_HEADER" not in read(home, **SECRET)
    trusting = read(home, **SECRET, VARIORUM_BEHIND_PROXY="on")
    assert trusting["SECURE_PROXY_SSL_HEADER"] == ("HTTP_X_FORWARDED_PROTO", "https")


@pytest.mark.parametrize("said", ["on", "True", "YES", "1", " on "])
def test_a_switch_can_be_on(home: Path, said: str) -> None:
    assert read(home, **SECRET, VARIORUM_HTTPS=said)["SESSION_COOKIE_SECURE"] is True


@pytest.mark.parametrize("said", ["off", "False", "NO", "0", " off "])
def test_a_switch_can_be_off(home: Path, said: str) -> None:
    plain = read(home, **SECRET, VARIORUM_HTTPS=said)
    assert plain["SESSION_COOKIE_SECURE"] is plain["SECURE_SSL_REDIRECT"] is False
    assert plain["SECURE_HSTS_SECONDS"] == 0


@pytest.mark.parametrize("name", ["VARIORUM_HTTPS", "VARIORUM_DEBUG", "VARIORUM_BEHIND_PROXY"])
@pytest.mark.parametrize("said", ["onn", "maybe", "", "2"])
def test_a_switch_that_is_neither_on_nor_off_is_refused(home: Path, name: str, said: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=f"{name}.*on or off"):
        read(home, **SECRET, **{name: said})


def test_the_machine_says_where_it_is(home: Path) -> None:
    said = read(
        home,
        **SECRET,
        VARIORUM_HOSTS="archive.example, www.archive.example",
        VARIORUM_SITE_URL="https://archive.example/",
        VARIORUM_SITE_NAME="Ours",
        VARIORUM_DATA=str(home / "elsewhere"),
    )
    assert said["ALLOWED_HOSTS"] == ["archive.example", "www.archive.example"]
    assert said["SITE_URL"] == "https://archive.example"
    assert said["SITE_NAME"] == "Ours"
    assert said["DATABASES"]["default"]["NAME"] == str(home / "elsewhere" / "variorum.sqlite3")
    assert said["STORAGES"]["blobs"]["OPTIONS"]["location"] == home / "elsewhere" / "blobs"
    assert (home / "elsewhere").is_dir()


def test_what_it_keeps_lies_in_the_project_where_nothing_is_said(home: Path) -> None:
    assert read(home, **SECRET)["DATA_DIR"] == home / ".data"


def test_the_file_dotenv_is_read_and_the_environment_goes_before_it(home: Path) -> None:
    (home / ".env").write_text("VARIORUM_SECRET_KEY=filed\nVARIORUM_SITE_NAME=Filed\n")
    assert read(home)["SECRET_KEY"] == "filed"
    said = read(home, VARIORUM_SITE_NAME="Said")
    assert (said["SECRET_KEY"], said["SITE_NAME"]) == ("filed", "Said")


def test_sqlite_waits_for_its_turn_and_sees_through_a_replace(home: Path) -> None:
    options = read(home, **SECRET)["DATABASES"]["default"]["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert "recursive_triggers = ON" in options["init_command"]


def test_postgresql_is_taken_from_the_address(home: Path) -> None:
    address = "postgres://somebody:secret@db.example:5433/variorum"
    database = read(home, **SECRET, VARIORUM_DATABASE_URL=address)["DATABASES"]["default"]
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["HOST"], database["PORT"], database["NAME"]) == (
        "db.example",
        5433,
        "variorum",
    )
    assert "OPTIONS" not in database


@pytest.mark.parametrize("word", ["unsafe-inline", "unsafe-eval", "http:", "https:", "data:", "*"])
def test_the_policy_for_browsers_lets_nothing_in_from_elsewhere(home: Path, word: str) -> None:
    directives = read(home, **SECRET)["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]
    assert not [name for name, values in directives.items() if word in str(values)]
    assert directives["default-src"] == ["'none'"]
