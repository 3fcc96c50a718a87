"""What a version says, in words, and where two of them differ."""

from typing import Any, NamedTuple

from annotations.models import Annotation, Claim, Evidence
from annotations.workbench.history.versions import HIDDEN
from annotations.workbench.review.sides import Place
from archive.comparing import Piece, compare
from archive.models import Authority, Rendition, Section, SectionKind

# Where a mark stands is told as one: the words there.
PLACE = ("rendition", "start", "end")
LABELS = {"place": "where it stands", "mentions": "names", "merged_into": "merged into"}


class Difference(NamedTuple):
    """A field that two versions have otherwise; `is_covered` where its words are comments."""

    label: str
    pieces: list[Piece]
    left: str
    right: str
    is_covered: bool = False
    is_place: bool = False


def label(model: Any, name: str) -> str:
    """What a person calls a field."""
    if name in PLACE and model is Annotation:
        return LABELS["place"]
    if name in LABELS:
        return LABELS[name]
    return str(model._meta.get_field(name).verbose_name)


def labels(model: Any, names: tuple[str, ...]) -> list[str]:
    """The labels of fields, each once."""
    return list(dict.fromkeys(label(model, name) for name in names))


def differences(model: Any, left: dict[str, Any], right: dict[str, Any]) -> list[Difference]:
    """Where two versions differ, in the order of the fields."""
    found = [
        difference(
            label(model, name), said(model, name, left[name]), said(model, name, right[name])
        )
        for name in left
        if left[name] != right[name] and name not in HIDDEN and not is_place(model, name)
    ]
    moved = model is Annotation and [left[n] for n in PLACE] != [right[n] for n in PLACE]
    return [*([moved_words(left, right)] if moved else []), *found]


def is_place(model: Any, name: str) -> bool:
    return model is Annotation and name in PLACE


def difference(name: str, left: str, right: str) -> Difference:
    return Difference(name, compare(left, right), left, right)


def said(model: Any, name: str, value: Any) -> str:
    """A value as a person reads it: by its label where it is chosen, by its words where named."""
    if value is None or value == "":
        return ""
    if name == "mentions":
        return "; ".join(f"{role}: {authority(uid)}" for role, uid in value)
    field = model._meta.get_field(name)
    if field.is_relation and isinstance(value, str):
        return pointed_at(field, value)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(dict(field.flatchoices).get(value, value))


def authority(uid: str) -> str:
    row = Authority.objects.filter(uid=uid).first()
    return row.name if row else uid


def pointed_at(field: Any, key: str) -> str:
    """What another row says of itself, or its key where that is gone."""
    model = field.related_model
    name = "slug" if model is Claim else "uid"
    row = model._default_manager.filter(**{name: key}).first()
    if isinstance(row, Claim):
        return row.statement
    if isinstance(row, Evidence):
        return row.work or row.note
    return key


def moved_words(left: dict[str, Any], right: dict[str, Any]) -> Difference:
    """The words that the mark lay on, then and now."""
    pair = [place(fields) for fields in (left, right)]
    texts = [each.words for each, _ in pair]
    told = [f"text {number}, characters {each.start} to {each.end}" for each, number in pair]
    covered = any(each.is_covered for each, _ in pair)
    pieces = [] if covered else compare(*texts)
    return Difference(LABELS["place"], pieces, told[0], told[1], covered, is_place=True)


def place(fields: dict[str, Any]) -> tuple[Place, int]:
    """The range in its text, and the number of the text."""
    text = Rendition.objects.get(uid=fields["rendition"])
    return range_of(text, fields["start"], fields["end"]), text.number


def range_of(text: Rendition, start: int, end: int) -> Place:
    """A range with what is covered in its text."""
    comments = Section.objects.filter(rendition=text, kind=SectionKind.COMMENTS)
    return Place(text.text, start, end, tuple(comments.values_list("start", "end")))
