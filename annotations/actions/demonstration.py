"""The demonstration archive that the project ships: loaded and published as one act."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from annotations.actions.publish import publish, publish_rules, publish_scales
from annotations.interchange.loading import load
from archive.actions.agents import named, software
from archive.errors import Refused
from archive.models import Document, Edition

# The account under which the demonstration was prepared; its editions are its own too.
AGENT = "demonstration"
EDITIONS = "editions.json"
PAGES = {"rules": publish_rules, "scales": publish_scales}


@transaction.atomic
def bring_in(folder: Path) -> list[Edition]:
    """Load the export in `folder` and publish what its `editions.json` lists, all or nothing.

    Each act has kind (rules, scales or document), slugs, at (ISO 8601) and reason; times come from
    the file, so that the editions have the same digests everywhere. Raises `Refused`.
    """
    load(folder, by=software())
    return [edition for act in acts(folder / EDITIONS) for edition in carry_out(act)]


def acts(path: Path) -> list[dict[str, Any]]:
    try:
        found: list[dict[str, Any]] = json.loads(path.read_bytes())
    except OSError as error:
        raise Refused(f"{path}: {error.strerror}.") from None
    except ValueError as error:
        raise Refused(f"{path}: not JSON: {error}.") from None
    return found


def carry_out(act: dict[str, Any]) -> list[Edition]:
    occasion = {
        "by": named(AGENT),
        "reason": act["reason"],
        "at": datetime.fromisoformat(act["at"]),
    }
    if act["kind"] in PAGES:
        edition = PAGES[act["kind"]](**occasion)
        return [edition] if edition else []
    documents = Document.objects.filter(slug__in=act["slugs"])
    return publish(documents=documents, accept_warnings=True, **occasion)
