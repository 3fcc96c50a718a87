"""Evidence as pages show it, and the sets in which it bears on a claim."""

from collections.abc import Container, Iterable, Mapping, Sequence

from annotations.composing.scope import Scope
from annotations.models import AnnotationState, Evidence
from archive.payloads import EvidencePart, SetPart

Quoted = set[tuple[int, int, int]]


def evidence_part(
    evidence: Evidence, scope: Scope, names: Mapping[int, str]
) -> tuple[EvidencePart, Quoted] | None:
    """None where its words are not shown by any edition.

    `names` are the uids of the claim's evidence in use, by primary key.
    """
    place, quoted = None, set()
    if evidence.annotation:
        found = scope.place(evidence.annotation)
        if found is None or evidence.annotation.state != AnnotationState.ACTIVE:
            return None
        place, quoted = found[0], {found[1]}
    part = EvidencePart(
        id=evidence.uid,
        relation=evidence.relation,
        place=place,
        work=evidence.work,
        work_url=evidence.work_url,
        access=evidence.access,
        access_label=evidence.get_access_display() if evidence.access else "",
        cited_through=evidence.cited_through,
        locator=evidence.locator,
        independence=evidence.independence,
        independence_label=evidence.get_independence_display(),
        derived_from=names.get(evidence.derived_from_id or 0, ""),
        strength=evidence.strength,
        strength_label=evidence.get_strength_display() if evidence.strength else "",
        sets=list(evidence.sets),
        note=evidence.note,
        added_by=evidence.created_by.shown_name,
    )
    return part, quoted


def set_parts(active: Sequence[Evidence], shown: Container[str]) -> list[SetPart]:
    """The sets of a claim's evidence in use; `shown` are the uids of what the page shows."""
    return [
        SetPart(
            number=number,
            relation=members[0].relation,
            evidence=[row.uid for row in members if row.uid in shown],
            left_out=sum(row.uid not in shown for row in members),
        )
        for number, members in by_set(active).items()
    ]


def by_set(rows: Iterable[Evidence]) -> dict[int, list[Evidence]]:
    """Evidence by the numbers of the sets that it is in, in their order."""
    found: dict[int, list[Evidence]] = {}
    for row in rows:
        for number in row.sets:
            found.setdefault(number, []).append(row)
    return dict(sorted(found.items()))
