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
# How far evidence carries, for or against, in rising order: the word, and what it means.
STRENGTHS = {
    "slight": "It fits, and would be no surprise if the claim were otherwise.",
    "fair": "It makes a difference, and other readings of it remain.",
    "strong": "It is hard to explain if the claim were otherwise; only an error could undo it.",
    "decisive": "It settles the matter if it is genuine: the act itself, or its official record.",
}
INDEPENDENCE = {
    "independent": (
        "It knows of the matter by a way of its own, not from the texts that make the claim nor "
        "from the other evidence."
    ),
    "derived from another": "What it says it has from other evidence: the two count once.",
    "same platform": "It stands with the same publisher as a text that makes the claim.",
    "not known": "Nobody has said.",
}
CHANGES = {
    "correction": "Something that an edition said was wrong, and is put right.",
    "clarification": "Nothing was wrong, but it could be misread.",
    "update": "More is known, or was added.",
    "withholding": "Words that may not be shown were taken out.",
}
KINDS = {
    "document": "document",
    "claim": "claim",
    "source": "publisher or platform",
    "rules": "moderation rules",
    "scales": "verdict scales",
}
PLURALS = {
    "document": "documents",
    "claim": "claims",
    "source": "publishers and platforms",
    "rules": "moderation rules",
    "scales": "verdict scales",
}
ALL = (
    RELIABILITY | CREDIBILITY | VERDICTS | ITEM_TYPES | SOURCE_KINDS | CALENDARS | OUTCOMES | KINDS
)


def words(code: object) -> str:
    """The words for a code; an unknown one with blanks for its underscores."""
    return ALL.get(str(code), str(code).replace("_", " "))
