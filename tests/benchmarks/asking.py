"""A process of its own that brings a corpus in and asks for pages: JSON on stdout.

Arguments: the folder of the corpus, the characters of a long text. What is measured is processor
seconds of the server alone, from the bytes of a request to those of the answer, all middleware,
sign-in, rights and logging included; each figure is the median of many.
"""

import io
import json
import os
import random
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

import django
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.test import Client, RequestFactory

IS_LONG = os.environ.get("VARIORUM_LONG") == "1"
WARM, ASKED, TOKEN = (20, 200, "a" * 32) if IS_LONG else (5, 30, "a" * 32)


class Editor:
    """Somebody signed in, whose browser asks as the page's script does."""

    def __init__(self) -> None:
        from django.contrib.auth.models import Group

        from archive.models import User

        self.user = User.objects.create_user("edith", is_staff=True)
        self.user.groups.add(Group.objects.get(name="editor"))
        client = Client()
        client.force_login(self.user)
        self.server: Any = get_wsgi_application()
        self.browser = RequestFactory()
        self.browser.cookies = client.cookies
        self.browser.cookies["csrftoken"] = TOKEN

    def ask(self, address: str, sent: dict[str, Any] | None = None) -> tuple[float, Any]:
        """Processor seconds, and the answer."""
        how: dict[str, Any] = {"headers": {"accept": "application/json"}}
        make = self.browser.get(address, **how) if sent is None else self.sending(address, sent)
        status: list[str] = []
        begun = process_time()
        answer: Any = self.server(make.environ, lambda found, _: status.append(found))
        body = b"".join(answer)
        answer.close()
        spent = process_time() - begun
        assert status == ["200 OK"], (status, address, body[:300])
        return spent, json.loads(body)

    def sending(self, address: str, sent: dict[str, Any]) -> Any:
        data = sent | {"csrfmiddlewaretoken": TOKEN}
        return self.browser.post(address, data, headers={"accept": "application/json"})


def typical(asked: Iterable[float]) -> float:
    return median(list(asked)[WARM:])


def series(act: Callable[[int], float], count: int) -> float:
    return typical(act(number) for number in range(min(count, WARM + ASKED)))


def documents(editor: Editor) -> dict[str, float]:
    """Going through documents that nobody opened before, and marking words in each."""
    from archive.models import Rendition

    texts = list(Rendition.objects.order_by("pk").select_related("capture__document"))
    random.Random(1).shuffle(texts)

    def open_next(number: int) -> float:
        spent, answer = editor.ask(f"/admin/annotate/{texts[number].capture.document.slug}/")
        assert answer["marks"].count("<li") == 10
        return spent

    def mark(number: int) -> float:
        row = texts[number]
        start = row.text.index(" ", 200) + 1
        words = {"rendition": row.uid, "start": start, "end": row.text.index(" ", start + 30)}
        address = f"/admin/annotate/{row.capture.document.slug}/mark/note/"
        spent, answer = editor.ask(address, words | {"body": "Which of them?"})
        assert len(answer["cards"]) == 1
        return spent

    return {"next": series(open_next, len(texts)), "mark": series(mark, len(texts))}


def long_text(editor: Editor, corpus: Any, size: int, marks: int) -> float:
    """Ranges of a long text with so many marks, anywhere in it."""
    from annotations.models import Annotation
    from archive.digests import sha256
    from tests import factories

    maker = corpus.Maker(seed=f"long {marks}", size=size)
    row = factories.rendition(maker.text(random.Random(marks), 0), slug=f"long-{marks}")
    chance = random.Random(2)
    starts = [chance.randrange(row.length - 300) for _ in range(marks)]
    Annotation.objects.bulk_create(
        Annotation(
            rendition=row, start=start, end=start + 120, kind="note", body="Which of them?",
            words_sha256=sha256(row.text[start : start + 120]), created_by=editor.user,
        )
        for start in starts
    )  # fmt: skip

    def scroll(number: int) -> float:
        start = chance.randrange(row.length - 12_000)
        wanted = f"rendition={row.uid}&start={start}&end={start + 9_000}&place={start + 3_000}"
        spent, answer = editor.ask(f"/admin/annotate/long-{marks}/range/?{wanted}")
        assert "<li" in answer["marks"]
        return spent

    return series(scroll, ASKED)


def measured(folder: Path, size: int) -> dict[str, float]:
    sys.path.insert(0, str(Path("..") / "shared" / "bench"))
    import corpus  # type: ignore[import-not-found]

    comments = f"--comments={folder / 'comments.jsonl'}"
    call_command("ingest", str(folder / "documents.jsonl"), comments, stdout=io.StringIO())
    marks = str(folder / "annotations.jsonl")
    call_command("import_annotations", "jsonl", marks, stdout=io.StringIO())
    editor = Editor()
    found = documents(editor)
    few, many = size // 6_200, size // 620
    found |= {"few": long_text(editor, corpus, size, few)}
    return found | {"many": long_text(editor, corpus, size, many)}


if __name__ == "__main__":
    django.setup()
    json.dump(measured(Path(sys.argv[1]), int(sys.argv[2])), sys.stdout)
