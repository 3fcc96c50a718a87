"""What an edition's payload holds: the schema, as types. Pure.

A payload is everything that the edition's page shows, in canonical JSON (`archive.digests`); the
page, the search and the exports read it and nothing else. Text is plain text except where a
field is called `markdown`. Times are ISO 8601 in UTC with `Z`; dates are EDTF. A field that is
unknown is null or "". `schema` changes when a field changes its meaning.
"""

from typing import NotRequired, TypedDict

from archive.scale_payloads import ScaledVerdict, ScalePart

SCHEMA = "variorum-edition/1"

# The mark that stands for removed words: always the same, so that no length survives.
REDACTED = "[redacted]"


class Run(TypedDict):
    """Words in a row that share the same highlights. `annotations` are ids of notes.

    `mark`: "" ordinary words · "redacted" (text is the fixed mark) · "reference" ·
    "citation_needed" · "lacuna" (text is empty: words are missing here).
    """

    text: str
    annotations: list[str]
    mark: str


class Item(TypedDict):
    """A numbered passage: its address in the page is `#p<number>`."""

    number: int
    runs: list[Run]
    key: NotRequired[list[Run]]


class Block(TypedDict):
    """A passage of the text in its order. Exactly one of `runs` and `items` is filled.

    `kind`: title byline front heading paragraph quotation caption table residue (runs) ·
    list infobox (items; those of an infobox have a `key`).
    """

    kind: str
    number: int
    level: int | None
    runs: list[Run]
    items: list[Item]


class RatingPart(TypedDict):
    """A reliability as it stood: Admiralty letter, its words, and why. F: not judged."""

    value: str
    label: str
    topic: str
    grounds: str
    rated_by: str
    rated_at: str
    review_by: str | None


class SourcePart(TypedDict):
    """A publisher or platform as a document's page shows it."""

    slug: str
    name: str
    kind: str
    url: str
    rating: RatingPart


class AssessmentPart(TypedDict):
    """What a claim was judged to be worth; `credibility` 1-6 or null where not checkable.

    `scaled` is the same verdict in a word of a scale, null where none was chosen.
    """

    credibility: int | None
    label: str
    verdict: str
    verdict_label: str
    scaled: ScaledVerdict | None
    reasons: str
    as_of: str
    assessed_by: str
    assessed_at: str


class Place(TypedDict):
    """Words quoted from a document: address, reliability of its source, words in context."""

    document: str
    title: str
    edition: int
    passage: int
    note_id: str
    source: str
    reliability: str
    before: str
    exact: str
    after: str


class EvidencePart(TypedDict):
    """What bears on a claim: `place` (words the archive holds) or `work` (outside), not both.

    `strength`: "" not said · slight · fair · strong · decisive. `sets`: numbers, see `SetPart`.
    `derived_from`: the id of other evidence of this claim, "" where none is named.
    """

    id: str
    relation: str
    place: Place | None
    work: str
    work_url: str
    access: str
    access_label: str
    cited_through: str
    locator: str
    independence: str
    independence_label: str
    derived_from: str
    strength: str
    strength_label: str
    sets: list[int]
    note: str
    added_by: str


class SetPart(TypedDict):
    """Evidence (by id) that bears on the claim only together; sets are alternatives.

    `left_out`: how many of its pieces no open edition shows. What is in no set stands on its own.
    """

    number: int
    relation: str
    evidence: list[str]
    left_out: int


class NamePart(TypedDict):
    """A person, place or treaty that a claim names, with the other names that it has.

    `role`: speaker about place treaty. `kind`: person place treaty organisation work.
    `identifiers` are addresses of the same in other catalogues; `dates` are EDTF.
    """

    role: str
    uid: str
    kind: str
    name: str
    variants: list[str]
    dates: str
    description: str
    identifiers: list[str]


class ClaimPart(TypedDict):
    """A claim as a note in the margin shows it.

    `speaker`, `place` and `when_written` are as the text has them; `names` are the records that a
    person found for them. `when` is EDTF in the Gregorian calendar, `when_words` the same in words,
    with the day in the `calendar` that it was written in.
    """

    slug: str
    statement: str
    kind: str
    speaker: str
    topics: list[str]
    place: str
    when_written: str
    calendar: str
    when: str
    when_words: str
    names: list[NamePart]
    assessment: AssessmentPart | None
    evidence: list[EvidencePart]
    evidence_left_out: int
    sets: list[SetPart]


class Note(TypedDict):
    """A mark's note: its address is `#n-<id>`; `passage` is the `#p` number it stands beside.

    `kind`: claim note question lacuna. `stance` and `claim` only where kind is claim.
    """

    id: str
    kind: str
    passage: int
    markdown: str
    stance: str
    claim: ClaimPart | None
    by: str
    at: str


class CommentPart(TypedDict):
    """A comment as decided: its address is `#c-<number>`.

    `status`: shown collapsed redacted withheld unreviewed; `runs` is empty for the last two.
    `author` is null where the handle is withheld, "" where there is none. `parent` is null for
    a top-level comment and where the parent is withheld (`parent_withheld`). `rule` and `notice`
    say why something is not shown.
    """

    number: int
    depth: int
    parent: int | None
    parent_withheld: bool
    parent_inferred: bool
    author: str | None
    posted: str
    status: str
    runs: list[Run]
    rule: str
    notice: str


class RuleCount(TypedDict):
    """How often a rule was the ground.

    `outcome` is collapse, redact or withhold; `part` comment or handle.
    """

    rule: str
    title: str
    part: str
    outcome: str
    count: int


class CommentSection(TypedDict):
    """The comment section as decided. `stated` is what the page said, `found` what was captured."""

    stated: int | None
    found: int
    by_status: dict[str, int]
    handles_withheld: int
    grounds: list[RuleCount]
    rules_version: int | None
    platform: SourcePart | None
    items: list[CommentPart]


class Provenance(TypedDict):
    """Where the document came from, in words and digests."""

    origin_status: str
    origin_status_label: str
    origin: str
    authenticity: str
    rights: str
    licence: str
    licence_url: str
    attribution: str
    captured_at: str | None
    received_at: str
    address: str
    original_sha256: str
    original_size: int
    media_type: str
    encoding: str
    extractor: str
    extractor_version: str
    completeness: str
    warnings: list[str]


class ReplyPart(TypedDict):
    """What somebody concerned answers, word for word; `name` as they wish it shown."""

    id: str
    name: str
    concern: str
    received_on: str
    words: str


class Base(TypedDict):
    """What every payload starts with.

    `change`: what it changed against the edition before: "" for the first, and where nothing
    changed but which editions are quoted · correction · clarification · update · withholding.
    `reason` says it in words.
    """

    schema: str
    kind: str
    uid: str
    slug: str
    number: int
    title: str
    published_at: str
    published_by: str
    reason: str
    change: str


class DocumentPayload(Base):
    """kind "document"; `notices` are the editor's words at its head."""

    item_type: str
    language: str
    authors: list[str]
    dated: str
    dated_note: str
    abstract: str
    source: SourcePart | None
    provenance: Provenance
    blocks: list[Block]
    notes: list[Note]
    notes_left_out: int
    comments: CommentSection | None
    notices: list[str]
    replies: list[ReplyPart]


class ClaimPayload(Base):
    """kind "claim": a claim, everywhere it is made, and what it was judged to be worth."""

    claim: ClaimPart
    appearances: list["Appearance"]
    appearances_left_out: int
    history: list[AssessmentPart]
    replies: list[ReplyPart]


class Appearance(TypedDict):
    """A place where the claim is made, with the stance taken there."""

    stance: str
    place: Place


class SourcePayload(Base):
    """kind "source": a publisher or platform with the history of its ratings, newest first."""

    source: SourcePart
    description: str
    part_of: str
    parts: list[str]
    ratings: list[RatingPart]


class RulePart(TypedDict):
    """A numbered rule; `outcomes` that it can bear."""

    number: str
    title: str
    text: str
    category: str
    outcomes: list[str]


class RulesPayload(Base):
    """kind "rules": one version of the moderation rules; `number` is the version."""

    rules: list[RulePart]


class ScalesPayload(Base):
    """kind "scales": the verdict scales in force."""

    scales: list[ScalePart]
