"""The real settings under an environment made for tests."""

import os
import tempfile

DATA = tempfile.mkdtemp(prefix="variorum-tests-")
TEST_ENVIRONMENT = {
    "VARIORUM_SECRET_KEY": "tests-only-" + "x" * 50,
    "VARIORUM_HTTPS": "off",
    "VARIORUM_DEBUG": "off",
    "VARIORUM_HOSTS": "127.0.0.1,localhost,testserver",
    "VARIORUM_DATA": DATA,
    # No database in memory: a live server would share it, and its threads close it for the tests.
    "VARIORUM_DATABASE_URL": os.environ.get(
        "VARIORUM_TEST_DATABASE_URL", f"sqlite:///{DATA}/unused.sqlite3"
    ),
}
os.environ.update(TEST_ENVIRONMENT)

from archive.project.settings import *  # noqa: E402, F403
from archive.project.settings import (  # noqa: E402
    DATA_DIR,
    DATABASES,
    STATIC_ROOT,
    STORAGES,
)

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # In a file, as the real one is: threads that share one in memory lock each other out of tables.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "tests.sqlite3")}

# The manifest needs collected files; hashing passwords slowly protects nobody here.
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# WhiteNoise warns of a missing folder, and warnings are errors.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
