"""Who may do what: each role lists its permissions. The superuser `admin` has no list."""

RECORD = [
    *("accesspoint", "authority", "batch", "batchitem", "blob", "capture", "comment"),
    *("deaccession", "document", "edition", "event"),
    *("name", "quotation", "rating", "rendition", "section", "slug", "source", "withdrawal"),
]
JUDGEMENT = [
    *("annotation", "assessment", "assignment", "claim", "evidence", "mention"),
    *("placing", "reply", "replyreview", "revision", "settlement"),
    *("verdictscale", "verdictvalue"),
]
READING = ["adjudication", "doublereading", "guideline"]
MODERATION = ["case", "decision", "flag", "redaction", "rule"]


def allow(app: str, verbs: str, nouns: list[str]) -> list[str]:
    """`app.verb_noun` for every verb (separated by blanks) and noun."""
    return [f"{app}.{verb}_{noun}" for verb in verbs.split() for noun in nouns]


VIEW_ALL = [
    *allow("archive", "view", RECORD),
    *allow("annotations", "view", JUDGEMENT + READING + MODERATION),
    "archive.view_original",
]

ROLES: dict[str, list[str]] = {
    # Brings documents in, describes and rates them, marks claims and ties them to evidence.
    "editor": [
        *VIEW_ALL,
        "archive.ingest_document",
        *allow("archive", "add change", ["authority", "document", "source"]),
        *allow("archive", "add", ["rating"]),
        *allow("annotations", "add change", ["annotation", "assignment", "claim", "evidence"]),
        *allow("annotations", "add", ["assessment", "doublereading", "flag", "guideline", "reply"]),
        "annotations.adjudicate_doublereading",
    ],
    # Judges comment sections: flags, decides, undoes.
    "moderator": [*VIEW_ALL, "annotations.decide_case", "annotations.add_flag"],
    # Freezes editions and withdraws them.
    "publisher": [
        *VIEW_ALL,
        *("archive.publish_document", "archive.withdraw_document"),
        # Lets answers of those concerned be shown, and defines the words of verdicts.
        *allow("annotations", "add", ["reply", "replyreview", "verdictscale"]),
    ],
    # Reads what is published, with an account of its own.
    "reader": [],
}
