"""manage.py where nothing is installed: real environments, from locks that need no network."""

import ast
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

import manage
from archive.project import environment
from tests.archive.wheels import lock_of

SOURCE = Path(manage.__file__)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment made once, for the tests that leave it as whole as they found it."""
    root = tmp_path_factory.mktemp("made")
    environment.provide(root / ".venv", lock_of(root, "1"))
    return root


def version_in(home: Path) -> str:
    """The version of the tiny package that the environment holds."""
    question = "from importlib.metadata import version; print(version('tiny'))"
    command = [str(environment.interpreter(home)), "-c", question]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 6, 15), (3, 9, 0), (3, 10, 99)])
def test_an_older_python_is_turned_away_in_one_sentence(version: tuple[int, int, int]) -> None:
    sentence = manage.refusal(version)
    assert sentence is not None
    assert "3.11 or newer" in sentence
    assert f"Python {version[0]}.{version[1]}." in sentence
    assert len(sentence.splitlines()) == 1


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 14, 2), (4, 0, 0)])
def test_python_3_11_and_any_newer_one_will_do(version: tuple[int, int, int]) -> None:
    assert manage.refusal(version) is None


def test_an_older_python_can_read_manage_py_far_enough_to_be_turned_away() -> None:
    tree = ast.parse(SOURCE.read_text(), feature_version=(3, 7))
    subscripted = {
        ast.unparse(node.value) for node in ast.walk(tree) if isinstance(node, ast.Subscript)
    }
    assert not subscripted & {"list", "dict", "tuple", "set", "type"}


def test_a_python_without_the_venv_module_is_told_how_to_get_it_in_one_sentence() -> None:
    sentence = environment.obstacle(["sys", "no_such_module"])
    assert sentence is not None
    assert "no_such_module" in sentence
    assert "apt install python3-venv" in sentence
    assert len(sentence.splitlines()) == 1
    assert environment.obstacle(["sys"]) is None


def test_an_environment_that_stands_is_left_alone_in_silence(
    made: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    environment.provide(made / ".venv", made / "requirements.txt")
    assert capfd.readouterr() == ("", "")


def test_a_changed_lock_is_installed_into_the_same_environment(
    made: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    lock_of(made, "2")
    environment.provide(made / ".venv", made / "requirements.txt")
    out, err = capfd.readouterr()
    assert out == ""
    assert "Making" not in err
    assert "Installing what requirements.txt names" in err
    assert version_in(made / ".venv") == "2"


def test_a_package_with_another_digest_is_refused_and_what_it_left_is_made_anew(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / ".venv"
    lock = lock_of(tmp_path, "1", digest="0" * 64)
    with pytest.raises(SystemExit, match="run the same command again"):
        environment.provide(home, lock)
    assert "DO NOT MATCH THE HASHES" in capfd.readouterr().err
    assert not environment.stands(home, lock)
    environment.provide(home, lock_of(tmp_path, "2"))
    assert "Making the environment" in capfd.readouterr().err
    assert version_in(home) == "2"


def test_the_stamp_is_void_when_the_python_below_has_changed(made: Path, tmp_path: Path) -> None:
    lock, python = made / "requirements.txt", made / ".venv/bin/python"
    before = environment.digest(made / ".venv", lock)
    kept = python.readlink()
    python.unlink()
    try:
        python.symlink_to(tmp_path / "python9.9")
        assert environment.digest(made / ".venv", lock) != before
    finally:
        python.unlink()
        python.symlink_to(kept)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone as far as the first start goes, with a lock that names no Django."""
    (tmp_path / "manage.py").write_bytes(SOURCE.read_bytes())
    copytree(SOURCE.parent / "archive/project", tmp_path / "archive/project")
    (tmp_path / "archive/__init__.py").touch()
    lock_of(tmp_path, "1")
    return tmp_path


def start(clone: Path, *arguments: str, python: str = "") -> subprocess.Popen[str]:
    """Start manage.py from another folder, with a Python outside any environment or the given."""
    bare = str(Path(sys.base_exec_prefix) / f"bin/python3.{sys.version_info.minor}")
    command = [python or bare, str(clone / "manage.py"), *arguments]
    return subprocess.Popen(
        command, cwd="/", stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def test_two_first_runs_at_once_make_one_environment_and_leave_stdout_alone(clone: Path) -> None:
    runs = [start(clone, "check") for _ in range(2)]
    spoken = [run.communicate() for run in runs]
    assert [run.returncode for run in runs] == [1, 1]
    assert [out for out, _ in spoken] == ["", ""]
    assert sum("Making the environment" in err for _, err in spoken) == 1
    assert all(f"There is no Django in {clone / '.venv'}" in err for _, err in spoken)


def test_any_other_environment_is_used_as_it_is(clone: Path, made: Path) -> None:
    run = start(clone, "check", python=str(made / ".venv/bin/python"))
    _, err = run.communicate()
    assert err == f"There is no Django in {made / '.venv'}: install requirements.txt into it.\n"
    assert not (clone / ".venv").exists()


@pytest.mark.parametrize("arguments", [["test", "--help"], ["test", "-h"], ["help", "test"]])
def test_help_on_test_says_that_pytest_takes_the_arguments_and_installs_nothing(
    clone: Path, arguments: list[str]
) -> None:
    run = start(clone, *arguments)
    out, err = run.communicate()
    assert (run.returncode, err) == (0, "")
    assert "Every argument is passed on to pytest" in out
    assert not (clone / ".venv").exists()
