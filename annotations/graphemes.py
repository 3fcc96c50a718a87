"""What a reader takes for one character: where a text may be cut. Pure.

After Unicode's text segmentation (UAX 29) with the character data that the language brings: a cut
never parts CR from LF, a letter from its combining marks, or the parts of one emoji or flag.
"""

import unicodedata

_ZERO_WIDTH_JOINER = "\u200d"
_LINE_ENDS = "\r\n\x0b\x0c\x85\u2028\u2029"
# Spacing marks that begin a character of their own, in the words of UAX 29, table 2.
_APART = set(
    "\u102b\u102c\u1038\u1062\u1063\u1064\u1067\u1068\u1069\u106a\u106b\u106c\u106d\u1083"
    "\u1087\u1088\u1089\u108a\u108b\u108c\u108f\u109a\u109b\u109c\u1a61\u1a63\u1a64\uaa7b\uaa7d"
    "\U00011720\U00011721"
)


def is_boundary(text: str, offset: int) -> bool:
    """Whether the text may be cut before `offset` (code points) without splitting a character."""
    if offset <= 0 or offset >= len(text):
        return True
    before, after = text[offset - 1], text[offset]
    if before == "\r" and after == "\n":
        return False
    if before in _LINE_ENDS or after in _LINE_ENDS:
        return True
    if before == _ZERO_WIDTH_JOINER and unicodedata.category(after) == "So":
        return False
    if _is_flag(before) and _is_flag(after):
        return _flags_before(text, offset) % 2 == 0
    return not (_extends(after) or _is_hangul_tail(before, after))


def whole_characters(text: str, start: int, end: int) -> tuple[int, int]:
    """The range, widened where it would cut a character in two."""
    while not is_boundary(text, start):
        start -= 1
    while not is_boundary(text, end):
        end += 1
    return start, end


def _extends(character: str) -> bool:
    """Combining and enclosing marks, joiners, skin tones and tags belong to what they follow."""
    if character in "\u200c\u200d" or "\U0001f3fb" <= character <= "\U0001f3ff":
        return True
    if "\U000e0020" <= character <= "\U000e007f":
        return True
    return unicodedata.category(character) in ("Mn", "Me", "Mc") and character not in _APART


def _is_flag(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _flags_before(text: str, offset: int) -> int:
    first = offset
    while first and _is_flag(text[first - 1]):
        first -= 1
    return offset - first


def _is_hangul_tail(before: str, after: str) -> bool:
    """A vowel or a final consonant written apart from the syllable that it ends."""
    is_hangul = "\u1100" <= before <= "\u11ff" or "\uac00" <= before <= "\ud7a3"
    return is_hangul and "\u1160" <= after <= "\u11ff"
