"""A mark of the list as HTML. In Python, since it is most of what a page that is open asks for."""

from collections.abc import Iterable, Mapping
from functools import cache

from django.urls import reverse
from django.utils.html import escape, linebreaks
from django.utils.safestring import SafeString, mark_safe

from annotations.workbench.annotate.card import Card

HIDDEN = '<span class="visually-hidden"> {}</span>'
ORPHAN = ' · <strong class="orphan">its words were not found again</strong>'
TAKE = (
    '<button type="button" class="link" data-take="{}" data-statement="{}" '
    'aria-keyshortcuts="h">Take in hand</button> '
)
COVERED = '<p class="words covered">Words in the comment section.</p>'


def card_html(card: Card, *, tied: str, may: Mapping[str, bool], token: str) -> SafeString:
    """`tied` is the HTML of its claim and of what it is evidence for; `token` is for its form."""
    row = card.row
    gone = " gone" if card.is_deleted else ""
    body = (
        f'<div class="note" dir="auto">{linebreaks(row.body, autoescape=True)}</div>'
        if row.body
        else ""
    )
    label = f'<p class="label">{escape(row.label)}</p>' if row.label else ""
    verbs = _undo(card, may, token) if card.is_deleted else _verbs(card, may)
    return mark_safe(
        f'<li class="card k-{row.kind}{gone}" id="n-{row.uid}" tabindex="-1" data-uid="{row.uid}"'
        f' data-start="{row.start}" data-end="{row.end}">'
        f'<p class="kind"><strong>{row.kind}</strong>{"".join(_said(card))}</p>'
        f"{_words(card)}{tied}{body}{label}"
        f'<p class="foot"><span class="who">{escape(row.created_by.shown_name)}, '
        f'<time datetime="{card.time}">{card.day}</time>{_history(card)}</span> '
        f"{''.join(verbs)}</p></li>"
    )


def _said(card: Card) -> Iterable[str]:
    if card.row.stance:
        yield f" · the text {card.row.get_stance_display()} it"
    if card.row.state == "orphan":
        yield ORPHAN
    if card.is_deleted:
        yield " · deleted"


def _words(card: Card) -> str:
    if card.is_covered:
        return COVERED
    words = escape(card.words)
    return f'<blockquote class="words" dir="auto">{words}</blockquote>' if words else ""


@cache
def _histories() -> str:
    return reverse("history", args=["annotation", "x"]).removesuffix("x/")


def _history(card: Card) -> str:
    """The way to earlier versions, where there are any."""
    if card.row.version == 1:
        return ""
    of = HIDDEN.format(f"of this {card.row.kind}")
    return f' · <a href="{_histories()}{card.row.uid}/">History{of}</a>'


def _verbs(card: Card, may: Mapping[str, bool]) -> Iterable[str]:
    this = HIDDEN.format(f"this {card.row.kind}")
    if card.row.claim and may["add_annotation"]:
        yield TAKE.format(escape(card.row.claim.slug), escape(card.row.claim.statement))
    seen = HIDDEN.format("in the text")
    yield f'<a href="#{card.leaf}" data-show="{card.row.uid}">Show{seen}</a>'
    if may["change_annotation"]:
        verb = "Change the words" if card.evidence else f"Change{this}"
        yield f' <a href="{card.address}" data-panel>{verb}</a>'
    if may["change_annotation"] and not card.evidence:
        yield f' <a href="{card.address}delete/" data-panel>Delete{this}</a>'


def _undo(card: Card, may: Mapping[str, bool], token: str) -> Iterable[str]:
    if not may["change_annotation"]:
        return
    yield f'<form method="post" action="{card.address}restore/" data-form>'
    yield f'<input type="hidden" name="csrfmiddlewaretoken" value="{token}">'
    yield f'<input type="hidden" name="version" value="{card.row.version}">'
    yield '<input type="hidden" name="reason" value="Undone.">'
    yield '<button type="submit" class="link">Undo</button></form>'
