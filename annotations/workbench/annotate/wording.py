"""Two wordings of one thing, with what is in one alone made to stand out. Pure."""

import re
from difflib import SequenceMatcher

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

# Beyond this many words a comparison word by word costs more than it tells.
MOST = 4000


def compared(words: str, others: str) -> SafeString:
    """`words` as HTML; what `others` has not, word by word, is in <ins>."""
    mine, theirs = (re.findall(r"\w+|\s+|[^\w\s]", each) for each in (words, others))
    if len(mine) + len(theirs) > MOST:
        return conditional_escape(words)
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    runs = [
        (tag == "equal", "".join(mine[low:high])) for tag, low, high, *_ in matcher.get_opcodes()
    ]
    return mark_safe("".join(_run(is_same, run) for is_same, run in runs if run))


def _run(is_same: bool, run: str) -> str:
    return conditional_escape(run) if is_same else format_html("<ins>{}</ins>", run)
