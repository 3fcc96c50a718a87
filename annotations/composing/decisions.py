"""What a document's decisions leave of its comments: fail closed, so what nobody decided is out."""

from dataclasses import dataclass

from annotations.composing.ranges import Range, merge
from annotations.models import Case, Decision, Outcome, Part
from archive.models import Comment, Rendition

STATUS = {
    Outcome.KEEP: "shown",
    Outcome.COLLAPSE: "collapsed",
    Outcome.REDACT: "redacted",
    Outcome.WITHHOLD: "withheld",
}
HIDDEN = ("withheld", "unreviewed")
SECOND_OPINION = "Waits for a second opinion."


@dataclass(frozen=True)
class Judged:
    """One case as it stands: `status` as the payload has it, the decision, the ranges to remove."""

    status: str
    decision: Decision | None = None
    redactions: tuple[Range, ...] = ()

    @property
    def notice(self) -> str:
        if self.status == "withheld" and self.decision and self.decision.needs_second_opinion:
            return self.decision.public_note or SECOND_OPINION
        return self.decision.public_note if self.decision else ""

    @property
    def rule(self) -> str:
        ruled = self.decision and self.status != "shown" and self.decision.rule
        return ruled.number if ruled else ""

    @property
    def outcome(self) -> str:
        """What the decision comes to: whatever waits for a second opinion is withheld."""
        if self.decision is None or self.status == "withheld":
            return str(Outcome.WITHHOLD)
        return str(self.decision.outcome)


UNREVIEWED = Judged("unreviewed")


class Verdicts:
    """The cases of one rendition, by comment number; handles by their words."""

    def __init__(self, rendition: Rendition) -> None:
        self.text = rendition.text
        self.comments: list[Comment] = list(
            rendition.comments.select_related("parent").order_by("number")
        )
        self.bodies: dict[int, Judged] = {}
        self.handles: dict[str, Judged] = {}
        for case in cases(rendition):
            judged = judge(case)
            if case.part == Part.BODY:
                self.bodies[case.comment.number] = judged
            else:
                self.handles[self.handle_words(case.comment)] = judged

    def handle_words(self, comment: Comment) -> str:
        return self.text[comment.author_start : comment.author_end]

    def body(self, comment: Comment) -> Judged:
        return self.bodies.get(comment.number, UNREVIEWED)

    def handle(self, comment: Comment) -> Judged | None:
        """None where the comment has no handle."""
        if comment.author_start is None:
            return None
        return self.handles.get(self.handle_words(comment), UNREVIEWED)

    def removed_body(self, comment: Comment) -> list[Range]:
        """The ranges of a comment's words that readers must not see."""
        body = self.body(comment)
        return [(comment.start, comment.end)] if body.status in HIDDEN else list(body.redactions)

    def removed_handle(self, comment: Comment) -> list[Range]:
        """The range of a comment's handle, where readers must not see it."""
        handle = self.handle(comment)
        if handle is None or handle.status == "shown" or comment.author_start is None:
            return []
        return [(comment.author_start, comment.author_end or comment.author_start)]

    def removed(self) -> list[Range]:
        """All ranges of the comment section that readers must not see."""
        return merge(
            span
            for comment in self.comments
            for span in (*self.removed_body(comment), *self.removed_handle(comment))
        )

    def undecided(self) -> int:
        """How many comments and distinct handles nobody has decided."""
        handles = {
            self.handle_words(comment)
            for comment in self.comments
            if (judged := self.handle(comment)) and judged.status == "unreviewed"
        }
        return len(handles) + sum(
            self.body(comment).status == "unreviewed" for comment in self.comments
        )


def cases(rendition: Rendition) -> list[Case]:
    return list(
        Case.objects.filter(comment__rendition=rendition)
        .select_related("comment")
        .prefetch_related("decisions__rule", "decisions__redactions")
    )


def judge(case: Case) -> Judged:
    """By the last decision. What waits for a second opinion is withheld until then."""
    decision = max(case.decisions.all(), key=lambda row: row.sequence, default=None)
    if decision is None or not decision.outcome:
        return UNREVIEWED
    if decision.needs_second_opinion:
        return Judged("withheld", decision)
    ranges = tuple((row.start, row.end) for row in decision.redactions.all())
    return Judged(STATUS[Outcome(decision.outcome)], decision, ranges)
