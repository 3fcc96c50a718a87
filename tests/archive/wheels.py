"""An empty package and a lock that names it, so that installing needs no network."""

from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile


def lock_of(folder: Path, version: str, digest: str = "") -> Path:
    """Write `requirements.txt` with the package `tiny`, under its own or under a forged digest."""
    wheel, about = folder / f"tiny-{version}-py3-none-any.whl", f"tiny-{version}.dist-info"
    with ZipFile(wheel, "w") as package:
        package.writestr("tiny.py", "")
        head = f"Metadata-Version: 2.1\nName: tiny\nVersion: {version}\n"
        package.writestr(f"{about}/METADATA", head)
        package.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        package.writestr(f"{about}/RECORD", "")
    lock = folder / "requirements.txt"
    digest = digest or sha256(wheel.read_bytes()).hexdigest()
    lock.write_text(f"tiny @ {wheel.as_uri()} --hash=sha256:{digest}\n")
    return lock
