"""What a page shows of a comment that holds a picture and no words."""

from archive.ingest.html.parse import parse

_COMMENT = (
    '<li class="comment" id="comment-{0}"><cite class="fn">Reader {0}</cite> '
    '<small class="commentmetadata">{0} May 2011</small>{1}</li>'
)
_PICTURE = '<p><img src="ferry.jpg" alt=""></p>'


def test_comments_that_show_no_words_are_told_and_not_counted() -> None:
    said = ("<p>It sank.</p>", _PICTURE, "<p>It did not.</p>", _PICTURE)
    items = "".join(_COMMENT.format(at, words) for at, words in enumerate(said, start=1))
    page = f'<h1>A ferry</h1><div id="comments"><ol class="commentlist">{items}</ol></div>'
    found = parse(page.encode(), "page.html")
    assert [found.text[each.start : each.end] for each in found.comments] == [
        "It sank.",
        "It did not.",
    ]
    assert found.warnings == ["Comments that show no words are left out: 2."]
