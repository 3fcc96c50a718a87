"""The words for the codes that payloads and entries hold. Pure.

The codes are part of the payload's schema; a code without words here is shown as it is written.
"""

RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
CREDIBILITY = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}
VERDICTS = {
    "supported": "supported",
    "refuted": "refuted",
    "conflicting": "conflicting evidence",
    "not_enough_information": "not enough information",
    "not_checkable": "opinion or prediction: not checkable",
}
ITEM_TYPES = {
    "webpage": "web page",
    "newspaperArticle": "newspaper article",
    "magazineArticle": "magazine article",
    "blogPost": "blog post",
    "encyclopediaArticle": "encyclopaedia article",
    "forumPost": "forum post",
    "report": "report",
    "document": "document",
}
SOURCE_KINDS = {
    "encyclopaedia": "encyclopaedia",
    "news_site": "news site",
    "comment_platform": "comment platform",
    "archive": "archive or library",
    "person": "person",
    "other": "other",
}
CALENDARS = {
    "gregorian": "Gregorian, New Style",
    "julian": "Julian, Old Style",
    "chinese": "Chinese",
}
OUTCOMES = {"collapse": "collapsed", "redact": "redacted", "withhold": "withheld"}
KINDS = {
    "document": "document",
    "claim": "claim",
    "source": "publisher or platform",
    "rules": "moderation rules",
}
PLURALS = {
    "document": "documents",
    "claim": "claims",
    "source": "publishers and platforms",
    "rules": "moderation rules",
}
ALL = (
    RELIABILITY | CREDIBILITY | VERDICTS | ITEM_TYPES | SOURCE_KINDS | CALENDARS | OUTCOMES | KINDS
)


def words(code: object) -> str:
    """The words for a code; an unknown one with blanks for its underscores."""
    return ALL.get(str(code), str(code).replace("_", " "))
