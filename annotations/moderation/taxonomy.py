"""The categories of what a comment or handle can be held against. Pure.

Severity (0-3) is a thing apart, and so is the group that is meant.
"""

IDENTITY = {
    "race_ethnicity": "race or ethnicity",
    "religion": "religion",
    "nationality_migration": "nationality or migration",
    "gender": "gender",
    "sexual_orientation": "sexual orientation",
    "gender_identity": "gender identity",
    "disability": "disability",
    "age": "age",
    "other": "another group",
}

CATEGORIES = {
    **{
        f"identity_attack.{group}": f"attack on a group: {name}" for group, name in IDENTITY.items()
    },
    "harassment": "insult at a person",
    "threat": "threat, incitement or wish of death",
    "sexual": "sexual",
    "profanity": "swearing with no target",
    "slur": "slur, mode unclear",
    "defamation_risk": "factual accusation at a named person",
    "pii": "personal data",
    "spam": "spam",
    "scrape_residue": "residue of the page, no comment",
    "self_harm": "encouragement of self-harm",
}

SEVERITIES = {0: "none", 1: "mild", 2: "serious", 3: "severe"}


def label(category: str) -> str:
    """The category in words; one that a rule made up for itself is shown as it is written."""
    return CATEGORIES.get(category, category.replace("_", " "))


def never_collapsed(category: str) -> bool:
    """Collapse is for what an adult may choose to open: never for hate or threats."""
    return category.split(".")[0] in ("identity_attack", "threat")
