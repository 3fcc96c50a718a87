from pathlib import Path

import pytest

from archive.project import dotenv


@pytest.fixture(autouse=True)
def no_secret_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VARIORUM_SECRET_KEY", raising=False)


def test_the_secret_is_long_and_nobody_elses_to_read(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    assert dotenv.ensure(path)
    key = path.read_text().split("VARIORUM_SECRET_KEY=")[1].splitlines()[0]
    assert len(key) >= 50
    assert path.stat().st_mode & 0o777 == 0o600
    assert [*tmp_path.iterdir()] == [path]


def test_two_machines_do_not_share_a_secret(tmp_path: Path) -> None:
    for name in ("one", "two"):
        dotenv.ensure(tmp_path / name)
    assert (tmp_path / "one").read_text() != (tmp_path / "two").read_text()


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    path.write_text("VARIORUM_SITE_NAME=Ours\n")
    assert not dotenv.ensure(path)
    assert path.read_text() == "VARIORUM_SITE_NAME=Ours\n"


def test_no_file_is_written_where_the_environment_has_the_secret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VARIORUM_SECRET_KEY", "given")
    assert not dotenv.ensure(tmp_path / ".env")
    assert not (tmp_path / ".env").exists()
