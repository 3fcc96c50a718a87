from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Result:
    """`status` is ingested, duplicate, parsed or failed; `document` the slug where there is one.

    `capture` is the key of the capture, `is_new` says whether it made the document.
    """

    status: str
    reason: str = ""
    document: str = ""
    capture: int | None = None
    is_new: bool = False
