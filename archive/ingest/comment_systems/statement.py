"""The line in which a page states how many comments it has."""

import re

_NOUN = (
    r"(?:comments?|responses?|repl(?:y|ies)|thoughts?|kommentare?|commentaires?|comentarios?"
    r"|coment[áa]rios?|comment[oi]|reacties?|комментари(?:й|я|ев))"
)
_COUNT = r"\d{1,3}(?:[,.\u00a0 ]\d{3})|\d{1,6}|one|no"
_STATEMENT = re.compile(
    rf"\(?(?P<before>{_COUNT})\)?\s+{_NOUN}(?:\s+(?:to|on|so far)\b.*)?:?"
    rf"|{_NOUN}\s*(?:\(|:\s*)(?P<behind>{_COUNT})\)?",
    re.IGNORECASE,
)
_LONGEST = 200


def stated(words: str) -> int | None:
    """The number, where the whole line is such a statement: `23 Comments`, `Comments (23)`."""
    hit = _STATEMENT.fullmatch(words) if len(words) <= _LONGEST else None
    if not hit:
        return None
    count = (hit["before"] or hit["behind"]).lower()
    return {"no": 0, "one": 1}.get(count) or int("0" + re.sub(r"\D", "", count))


def shortfall(said: int | None, found: int) -> list[str]:
    """The warning that the page has more, or fewer, comments than it says."""
    return [f"Comments: found {found} of {said} that the page states."] * (
        said not in (None, found)
    )
