"""One command sets everything up; run again, it changes nothing and says so."""

import json
import os
import re
import resource
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from archive.actions import cast
from archive.digests import sha256
from archive.management import server, static_files
from archive.models import Document, Edition, Event, User
from archive.searching import port
from tests import factories

ROOT = Path(__file__).parents[2]
DEMONSTRATION = ROOT / "fixtures" / "demonstration"
# Over kind, slug, number and digest of every edition of the demonstration. It changes when the
# demonstration or what an edition says of it changes, and must be the same on every machine.
DIGEST = "173c6e4802b4ccf9495aa5a960882afcf8c752a31bed22fcfd280170d38ec45b"


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, settings: Any) -> None:
    settings.STATIC_ROOT = tmp_path / "static"


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("quickstart", "--no-serve", *arguments, stdout=out)
    return out.getvalue()


def counts() -> dict[str, int]:
    return {model._meta.label: model._default_manager.count() for model in apps.get_models()}


def printed(said: str) -> dict[str, str]:
    """The passwords by user name."""
    return dict(re.findall(r"^  (\w+) +(\S+)$", said, re.MULTILINE))


@pytest.fixture
def demonstration(tmp_path: Path, settings: Any) -> Path:
    """A copy of the demonstration for a test to spoil."""
    settings.BASE_DIR = tmp_path / "project"
    copy = settings.BASE_DIR / "fixtures" / "demonstration"
    return Path(shutil.copytree(DEMONSTRATION, copy))


@pytest.mark.django_db
def test_the_demonstration_is_loaded_and_published() -> None:
    run()
    assert Document.objects.count() == 3
    assert Edition.objects.open().filter(kind="document").count() == 3
    assert Edition.objects.filter(kind="rules").exists()
    # By a name that no text of it has: an authority record knows it.
    assert len(port.search("Ignatieff")) == 1


@pytest.mark.django_db
def test_its_editions_are_the_same_everywhere() -> None:
    run()
    rows = Edition.objects.order_by("kind", "slug", "number")
    lines = [f"{row.kind}/{row.slug}/{row.number} {row.sha256}" for row in rows]
    assert sha256("\n".join(sorted(lines))) == DIGEST


@pytest.mark.django_db
def test_the_set_up_archive_passes_verify() -> None:
    run()
    call_command("verify", stdout=StringIO())


@pytest.mark.django_db
def test_every_role_gets_an_account_that_can_sign_in() -> None:
    passwords = printed(run())
    assert set(passwords) == set(cast.CAST)
    for name, password in passwords.items():
        account = User.objects.get(username=name)
        assert account.check_password(password), name
        roles = {*account.groups.values_list("name", flat=True)}
        assert (roles or {"admin"}) >= {cast.CAST[name][1]}, name
    assert [user.username for user in User.objects.filter(is_superuser=True)] == ["admin"]
    assert not User.objects.get(username="reader").is_staff


@pytest.mark.django_db
def test_no_two_passwords_are_the_same() -> None:
    assert len(set(printed(run()).values())) == len(cast.CAST)


@pytest.mark.django_db
def test_passwords_are_kept_nowhere() -> None:
    passwords = printed(run()).values()
    events = json.dumps(list(Event.objects.values("detail", "objects_touched")))
    hashes = " ".join(User.objects.values_list("password", flat=True))
    assert not [word for word in passwords if word in events + hashes]


@pytest.mark.django_db
def test_a_second_run_changes_nothing_and_says_so() -> None:
    first = run()
    before = counts()
    second = run()
    assert "Nothing had to be changed." in second
    assert "Nothing" not in first
    assert counts() == before
    assert printed(second) == {}
    assert re.search(r"Accounts: made on \d{4}-\d\d-\d\d.*changepassword", second)


@pytest.mark.django_db
def test_an_archive_with_documents_gets_no_demonstration() -> None:
    factories.document("My own text.", slug="mine")
    assert "holds 1 documents, which stay as they are" in run()
    assert Document.objects.get().slug == "mine"


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["admin", "moderator2"])
def test_accounts_that_are_there_are_not_joined_by_others(name: str) -> None:
    factories.user(name)
    assert printed(run()) == {}
    assert not User.objects.filter(username="editor1").exists()


class Broken(StringIO):
    """A terminal that goes away before the passwords are read."""

    def write(self, words: str) -> int:
        if "printed this once" in words:
            raise BrokenPipeError(32, "Broken pipe")
        return super().write(words)


@pytest.mark.django_db
def test_accounts_whose_passwords_nobody_saw_are_not_kept() -> None:
    with pytest.raises(CommandError, match="Broken pipe"):
        call_command("quickstart", "--no-serve", stdout=Broken())
    assert cast.standing() is None
    assert len(printed(run())) == len(cast.CAST)


def spoil(folder: Path, what: str) -> None:
    acts = json.loads((folder / "editions.json").read_text())
    if what == "gone":
        shutil.rmtree(folder)
    elif what == "changed":
        (folder / "archive.json").write_text("[]\n")
    elif what == "no editions":
        (folder / "editions.json").unlink()
    elif what == "not JSON":
        (folder / "editions.json").write_text("{")
    else:
        acts[-1]["reason"] = " "
        (folder / "editions.json").write_text(json.dumps(acts))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("gone", "is not an export"),
        ("changed", "was changed after the export"),
        ("no editions", r"editions\.json: No such file"),
        ("not JSON", r"editions\.json: not JSON"),
        ("no reason", "Say why this edition is published"),
    ],
)
def test_a_spoilt_demonstration_is_refused_and_leaves_nothing_half_made(
    what: str, sentence: str, demonstration: Path
) -> None:
    spoil(demonstration, what)
    before = counts()
    with pytest.raises(CommandError, match=sentence):
        run()
    assert counts() == before


@pytest.mark.django_db
def test_static_files_are_collected_again_only_if_a_source_changed(
    tmp_path: Path, settings: Any
) -> None:
    source = tmp_path / "sources" / "own.css"
    source.parent.mkdir()
    source.write_text("p { color: black }")
    settings.STATICFILES_DIRS = [source.parent]
    assert static_files.is_stale()
    static_files.collect()
    assert not static_files.is_stale()
    source.write_text("p { color: navy }")
    assert static_files.is_stale()


@pytest.mark.django_db
def test_static_files_that_are_gone_are_collected_again(settings: Any) -> None:
    static_files.collect()
    shutil.rmtree(settings.STATIC_ROOT)
    assert static_files.is_stale()


@pytest.fixture
def taken() -> Any:
    """A port that somebody listens on."""
    with socket.create_server((server.HOST, 0)) as held:
        yield held.getsockname()[1]


@pytest.mark.django_db
def test_a_port_in_use_is_said_before_anything_is_done(taken: int) -> None:
    with pytest.raises(CommandError, match=rf"Port {taken} is in use: try --port \d+\.") as caught:
        call_command("quickstart", "--port", str(taken), stdout=StringIO())
    assert not Document.objects.exists()
    proposed = int(str(caught.value).split()[-1].rstrip("."))
    server.bind(proposed).close()


@pytest.mark.parametrize("port", [-1, 65536, 1_000_000])
def test_what_is_no_port_is_refused(port: int) -> None:
    with pytest.raises(CommandError, match="is no port"):
        server.bound(port)


def test_plain_http_is_not_offered_where_https_is_on(settings: Any) -> None:
    settings.SECURE_SSL_REDIRECT = True
    with pytest.raises(CommandError, match="VARIORUM_HTTPS is on"):
        call_command("quickstart", "--port", "0", stdout=StringIO())


def start(data: Path, *arguments: str) -> "subprocess.Popen[str]":
    """The real command, on a database of its own."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "archive.project.settings",
        "VARIORUM_DATA": str(data),
        "VARIORUM_DATABASE_URL": f"sqlite:///{data / 'own.sqlite3'}",
    }
    command = [sys.executable, "-m", "django", "quickstart", *arguments]
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, preexec_fn=heed_interrupts,
    )  # fmt: skip


def heed_interrupts() -> None:
    """A suite that runs in the background ignores them, and so would what it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def seconds_of_children() -> float:
    """Processor time, which does not grow when other tests run beside this one."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def finish(process: "subprocess.Popen[str]") -> str:
    said, _ = process.communicate(timeout=120)
    assert process.returncode == 0, said
    return said


def test_from_nothing_to_a_page_and_again_in_no_time(tmp_path: Path) -> None:
    with socket.create_server((server.HOST, 0)) as held:
        port = held.getsockname()[1]
    first = start(tmp_path / "data", "--port", str(port))
    assert first.stdout
    for line in first.stdout:
        if line.startswith("Open "):
            break
    with urllib.request.urlopen(f"http://{server.HOST}:{port}/", timeout=30) as answer:
        assert answer.status == 200
    first.send_signal(signal.SIGINT)
    finish(first)
    before = seconds_of_children()
    assert "Nothing had to be changed." in finish(start(tmp_path / "data", "--no-serve"))
    assert seconds_of_children() - before < 6
