"""What events are called: terms of the preservation vocabulary, and our own where it has none.

Every `event_type` that is written stands here; a test looks for others.
"""

from django.conf import settings
from django.utils.text import slugify

VOCABULARY = "http://id.loc.gov/vocabulary/preservation/eventType"
# Labels as the vocabulary writes them, and its codes.
CODES = {
    "accession": "acc",
    "capture": "cap",
    "creation": "cre",
    "deaccession": "dea",
    "deletion": "del",
    "dissemination": "dis",
    "exporting": "exp",
    "extraction": "ext",
    "fixity check": "fix",
    "format identification": "for",
    "information package creation": "ipc",
    "ingestion": "ing",
    "message digest calculation": "mes",
    "metadata extraction": "mee",
    "metadata modification": "mem",
    "modification": "mod",
    "normalization": "nor",
    "policy assignment": "poa",
    "quarantine": "qua",
    "recovery": "rec",
    "redaction": "red",
    "replication": "rep",
    "unquarantine": "unq",
    "validation": "val",
    "virus check": "vir",
}
# For these the vocabulary has no term: each has an address of this archive's own.
LOCAL = {
    "account change": "A person's account was given another name, role or state.",
    "account creation": "A person's account was made.",
    "annotation": "Words of the document were marked by a person.",
    "annotation change": "A mark was given another content; what it said before is kept.",
    "annotation deletion": "A mark was taken back.",
    "annotation placed": "A person decided where a mark stands in a later text.",
    "annotation restoration": "A mark that was taken back stands again.",
    "annotations carried": "Marks were carried over to a later text of the document.",
    "answer received": "Somebody concerned answered to a claim or a document.",
    "answer reviewed": "A publisher said whether an answer is to be shown.",
    "assessment": "A claim was judged.",
    "claim merger": "Two claims were found to be one.",
    "claim merger undone": "Claims that were found to be one stand apart again.",
    "claim split": "A claim was found to be two.",
    "claim deletion": "A claim was taken back.",
    "claim restoration": "A claim that was taken back stands again.",
    "double reading closed": "What two readers agreed on, or a third decided, was taken over.",
    "double reading opened": "A text was given to two people to mark, each alone.",
    "evidence": "Evidence was tied to a claim.",
    "evidence change": "Evidence was described otherwise; what it said before is kept.",
    "evidence deletion": "Evidence was taken back.",
    "evidence restoration": "Evidence that was taken back stands again.",
    "flag": "A person asked for a comment to be looked at.",
    "merger": "Two authority records were found to be one.",
    "moderation cases opened": "The comments of a text were laid before the moderators.",
    "password change": "A person's password was changed.",
    "work assigned": "A person was given the claim or document to see to.",
    "work done": "What a person had in hand is done.",
    "rating": "A publisher or platform was judged.",
    "reading done": "One of two readers finished marking a text.",
}


def authority(label: str) -> str:
    """The name of the vocabulary that a label is from."""
    return "eventType" if label in CODES else "variorum"


def vocabulary(label: str) -> str:
    """The IRI of that vocabulary."""
    return VOCABULARY if label in CODES else f"{settings.SITE_URL}/about/"


def address(label: str) -> str:
    """The IRI of a term. One of PREMIS is never made up: whatever it does not have is ours."""
    own = f"#event-{slugify(label)}"
    return vocabulary(label) + (f"/{CODES[label]}" if label in CODES else own)
