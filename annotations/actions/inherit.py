"""What was decided on the same words in an earlier rendition of the same document."""

from collections import defaultdict
from datetime import datetime
from functools import cached_property

from django.db.models import F

from annotations.composing.ranges import Range
from annotations.models import Case, CaseState, Decision, Part
from annotations.moderation.policy import decisions
from annotations.moderation.words import span
from archive.actions.agents import software
from archive.models import Rendition, User

Key = tuple[str, str, str]


def key(case: Case) -> Key:
    return case.part, case.words_sha256, case.context_sha256


class Inheritance:
    """The decisions that a rendition's cases may inherit from those before it."""

    def __init__(self, rendition: Rendition) -> None:
        # The newest rendition that has these words speaks for them.
        newest: dict[Key, int] = {}
        self.cases: dict[Key, list[Case]] = defaultdict(list)
        rows = Case.objects.filter(document=rendition.capture.document)
        rows = rows.exclude(comment__rendition=rendition).select_related("comment")
        rows = rows.annotate(text_number=F("comment__rendition__number"))
        rows = rows.prefetch_related("decisions__rule", "decisions__redactions")
        for case in rows.order_by("-text_number", "comment__number"):
            if case.text_number == newest.setdefault(key(case), case.text_number):
                self.cases[key(case)].append(case)

    @cached_property
    def agent(self) -> User:
        return software()

    def of(self, case: Case) -> Decision | None:
        """The last decision on the same words, if all their cases are decided and agree."""
        found = self.cases.get(key(case), [])
        if not found or any(old.state != CaseState.DECIDED for old in found):
            return None
        last = [decisions(old)[-1] for old in found]
        agreed = {(row.outcome, row.rule_id, *self.shifted(row, case)) for row in last}
        return last[0] if len(agreed) == 1 else None

    def shifted(self, old: Decision, case: Case) -> list[Range]:
        """The decision's redactions, moved to where the words stand now."""
        by = span(case)[0] - span(old.case)[0]
        return [(row.start + by, row.end + by) for row in old.redactions.all()]

    def copied(self, old: Decision, case: Case, at: datetime) -> Decision:
        """The decision as the case inherits it: by the software, naming whose it was."""
        same = "handle" if case.part == Part.HANDLE else "text, handle and parent"
        return Decision(
            case=case,
            sequence=1,
            outcome=old.outcome,
            rule=old.rule,
            severity=old.severity,
            reason=f"Inherited from decision {old.uid}: {same} unchanged.",
            public_note=old.public_note,
            decided_by=self.agent,
            decided_at=at,
        )
