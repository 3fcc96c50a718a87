"""The file `.env` of a machine where nobody has set anything yet; quickstart starts with it."""

import os
import secrets
from pathlib import Path

CONTENT = """\
# Made for this machine alone by `manage.py quickstart`. It holds a secret: keep it to yourself.
VARIORUM_SECRET_KEY={key}
# The loopback address speaks plain HTTP; a public server sets this to on.
VARIORUM_HTTPS=off
"""


def ensure(path: Path) -> bool:
    """Write the file, readable to its owner only, unless a secret is set there or elsewhere."""
    if path.exists() or "VARIORUM_SECRET_KEY" in os.environ:
        return False
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    with open(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(CONTENT.format(key=secrets.token_urlsafe(50)))
    unfinished.rename(path)
    return True
