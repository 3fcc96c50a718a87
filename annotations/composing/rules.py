"""The moderation rules as a public page: the number of the edition is the version."""

from typing import Any

from annotations.composing.composition import Composition
from annotations.composing.occasion import Occasion
from annotations.models import Rule
from archive.models import EditionKind
from archive.payloads import RulePart

SLUG = "moderation-rules"
UID = "rules"


def compose_rules(occasion: Occasion) -> Composition:
    """The rules in force. Blocked where the next edition's number is not their version."""
    rules = list(Rule.objects.in_force())
    payload: dict[str, Any] = {
        **occasion.named(EditionKind.RULES, UID, SLUG, "Moderation rules"),
        "rules": [
            RulePart(
                number=rule.number,
                title=rule.title,
                text=rule.text,
                category=rule.category,
                outcomes=list(rule.outcomes),
            )
            for rule in rules
        ],
    }
    composition = Composition(payload)
    if not rules or rules[0].version != payload["number"]:
        composition.blocks.append(
            f"Version {payload['number']} of the moderation rules is to be published next, "
            "and there is none."
        )
    return composition
