"""Collecting the static files when, and only when, their sources changed."""

import hashlib
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def sources_digest() -> str:
    """Digest of names, sizes and times of all sources, and of what works on them."""
    found = hashlib.sha256(f"{version('django')} {version('whitenoise')}".encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            file = Path(storage.path(name)).stat()
            found.update(f"\n{name} {file.st_size} {file.st_mtime_ns}".encode())
    return found.hexdigest()


def stamp() -> Path:
    return Path(settings.STATIC_ROOT).with_suffix(".stamp")


def is_stale() -> bool:
    path = stamp()
    is_there = path.is_file() and Path(settings.STATIC_ROOT).is_dir()
    return not is_there or path.read_text() != sources_digest()


def collect() -> None:
    """Collect all; the stamp comes last, so that an interrupted run is taken up again."""
    digest = sources_digest()
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp().write_text(digest)
