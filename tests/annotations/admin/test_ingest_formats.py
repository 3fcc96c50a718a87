"""PDF and word-processor files through the admin: what the second step says of them."""

from typing import Any

import pytest
from django.test import Client

from annotations.models import Annotation
from archive.models import Rendition
from tests.annotations.admin.test_ingest import data_folder, editor, file, look, proposed
from tests.archive.ingest.docx_files import docx, p, run
from tests.archive.ingest.pdf_files import pdf

__all__ = ["data_folder", "editor"]  # the fixtures; the first is used without being named

pytestmark = pytest.mark.django_db


def comes_in(client: Client, data: bytes, name: str) -> str:
    """What the page said before it was confirmed."""
    address, response = look(client, file(data, name))
    assert client.post(address, {**proposed(response), **titled(response)}).status_code == 302
    return str(response.content.decode())


def titled(response: Any) -> dict[str, str]:
    (sheet,) = response.context["sheets"]
    return {sheet.form["title"].html_name: "A walk", sheet.form["slug"].html_name: "a-walk"}


def test_a_scan_without_words_says_so_and_is_kept(editor: Client) -> None:
    shown = comes_in(editor, pdf(b"/I Do"), "scan.pdf")
    assert "text not extractable: no text layer" in shown
    assert Rendition.objects.get().text == ""


def test_comments_of_the_file_are_announced_and_become_notes(editor: Client) -> None:
    marked = f'<w:commentRangeStart w:id="1"/>{run("So")}<w:commentRangeEnd w:id="1"/>'
    comment = f'<w:comment w:id="1" w:author="Ann">{p("How?")}</w:comment>'
    shown = comes_in(editor, docx(p(marked), comments=comment), "walk.docx")
    assert "1, which become notes" in shown
    assert Annotation.objects.get().body == "Ann: How?"
