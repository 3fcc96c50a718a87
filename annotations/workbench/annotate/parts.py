"""Pieces of the page that are rendered alone, so that a page that is open asks for little."""

from typing import Any

from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.template import Context
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from annotations.workbench.annotate import cards
from annotations.workbench.annotate.card import Card
from annotations.workbench.annotate.opened import neighbours
from annotations.workbench.annotate.sheet import Sheet
from annotations.workbench.annotate.window import Window

RIGHTS = ("add_annotation", "change_annotation", "change_evidence")


def rendered(name: str, **context: Any) -> SafeString:
    """A template in a plain context, since processors and tags cost more than such a piece."""
    found: Any = get_template(f"annotations/annotate/{name}.html")
    html: SafeString = found.template.render(Context(context))
    return html


def rights(request: Any) -> dict[str, bool]:
    """What may be done on the page, asked for once and not at every card."""
    if not hasattr(request, "annotating_rights"):
        held = request.user.get_all_permissions()
        request.annotating_rights = {each: f"annotations.{each}" in held for each in RIGHTS}
    found: dict[str, bool] = request.annotating_rights
    return found


def cards_html(request: HttpRequest, shown: list[Card]) -> list[SafeString]:
    """Marks as the list shows them. Only the forms of deleted ones need a token."""
    may = rights(request)
    token = get_token(request) if any(card.is_deleted for card in shown) else ""
    return [
        cards.card_html(
            card,
            tied=rendered("tied", card=card, may=may) if card.is_tied else "",
            may=may,
            token=token,
        )
        for card in shown
    ]


def listing(request: HttpRequest, sheet: Sheet, window: Window) -> SafeString:
    """The list of marks, or the part of it that is shown, with the way to the rest."""
    return rendered(
        "listing",
        window=window,
        page=sheet.address,
        cards=mark_safe("".join(cards_html(request, window.cards))),
        may_mark=rights(request)["add_annotation"],
    )


def gone(request: HttpRequest, deleted: list[Card]) -> SafeString:
    """Deleted marks, each with the way back."""
    cards = mark_safe("".join(cards_html(request, deleted)))
    return rendered("gone", deleted=deleted, cards=cards)


def about(request: HttpRequest, sheet: Sheet) -> SafeString:
    """What the document is, how much is marked in it, and the way to those before and after."""
    before, after = neighbours(sheet.document.slug)
    # A first text has no marks of an earlier one.
    waiting = sheet.to_review if sheet.rendition.number > 1 else 0
    return rendered(
        "about",
        sheet=sheet,
        document=sheet.document,
        rendition=sheet.rendition,
        waiting=waiting,
        total=sheet.window.total,
        before=before,
        after=after,
        may_mark=rights(request)["add_annotation"],
    )
