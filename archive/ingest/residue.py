"""What the page's machinery left in the text: share bars, teasers, the controls of a widget."""

import re

from archive.ingest import lines
from archive.ingest.blocks import Found, section
from archive.ingest.lines import Line

_ALONE = re.compile(
    r"(?:more on (?:the|this) topic|read more|read also|related(?: articles| posts)?"
    r"|you may also like|share this(?: article| post)?|share (?:on|via) \w+|advertisement"
    r"|(?:like )?loading\.{3}|click to \w+(?: \w+)* \(opens in new window\)"
    r"|print (?:this )?(?:article|page)|notify of|inline feedbacks|view all comments"
    r"|skip to (?:main )?content|subscribe to our newsletter):?",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"share|tweet|facebook|twitter|telegram|whatsapp|reddit|linkedin|pinterest|pin it|vk"
    r"|vkontakte|odnoklassniki|flipboard|mastodon|bluesky|tumblr|pocket|x|e-?mail|print"
    r"|copy link|like|donate|subscribe|guest|log ?in|sign up|menu|more",
    re.IGNORECASE,
)
_LONGEST = 80


def residue(rows: list[Line], at: int) -> Found | None:
    """A line that only machinery writes, or a bar of two or more that it often does."""
    if not _is_part(rows[at]):
        return None
    end = lines.run(rows, at)
    after = next((i for i in range(at, end) if not _is_part(rows[i])), end)
    telling = any(_ALONE.fullmatch(row.words) for row in rows[at:after])
    if after - at > 1 or telling:
        return Found([section("residue", rows[at], rows[after - 1])], after)
    return None


def _is_part(row: Line) -> bool:
    if len(row.words) > _LONGEST:
        return False
    return bool(_TOGETHER.fullmatch(row.words) or _ALONE.fullmatch(row.words))
