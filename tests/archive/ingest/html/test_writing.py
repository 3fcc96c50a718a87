"""The published normalisation, version 1: what of a page is text, and what parts its words."""

import pytest

from archive.ingest.html.page import Page


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>a<p>b", "a\n\nb"),
        ("<p> a \n\t b </p>\n\n<p>\n</p> <p>c", "a b\n\nc"),
        ("a<br>b<br><br>c<br><br><br>d", "a\nb\n\nc\n\nd"),
        ("<p>a<br></p><br><p>b", "a\n\nb"),
        ("<b>a</b><i>b</i> <u>c</u><wbr>d", "ab cd"),
        ("a&nbsp; b&shy;c e\u0301", "a\u00a0 b\u00adc e\u0301"),
        ("<ul><li>a<li>b<ul><li>c</ul>d</ul>e", "a\nb\n\nc\n\nd\n\ne"),
        ("<dl><dt>a<dd>b<dt>c<dd>d</dl>", "a\nb\nc\nd"),
        ("<ol start=4><li>a</ol><q>b</q>", "a\n\nb"),
        ("<details><summary>a</summary>b</details>", "a\n\nb"),
        # tables
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>e", "a\tb\nc\td\n\ne"),
        ("<table><tr><th></th><th>a<tr><th>b<td></td><td>c</table>", "a\nb\t\tc"),
        ("<table><tr><td>x</table><table><tr><td></td><td>a", "x\n\n\ta"),
        ("<table><tr><td><p>a</p></td><td><div>b<p>c</div></td><td>d</table>", "a\tb\n\nc\td"),
        ("<table><tr><td>a<table><tr><td>b<td>c</table></td><td>d</table>", "a\n\nb\tc\td"),
        ("<table><caption>a</caption><thead><tr><th>b<tbody><tr><td>c</table>", "a\n\nb\n\nc"),
        # white space that is kept
        ("<p>x<pre>\n\n  a\n    b\n\n\nc  \n\n</pre>\n d", "x\n\n  a\n    b\n\n\nc\n\nd"),
        ("<pre>a <b> b</b>\n\t<i>c</i></pre>", "a  b\n\tc"),
        ("<pre><div>a</div><div>  b</div><br>c</pre>", "a\n  b\n\nc"),
        # what is no text
        ("<title>a</title><!-- b --><script>c</script><style>d</style>e", "e"),
        ("<p>a<noscript>b</noscript><template>c</template><iframe>d</iframe>e", "ae"),
        ("<select><option>a</select><textarea>b</textarea><input value=c><button>d</button>", "d"),
        ("<p hidden>a<p hidden=until-found>b<dialog>c</dialog><dialog open>d</dialog>", "b\n\nd"),
        ("<p style='display:none'>a<p aria-hidden=true>b", "a\n\nb"),
        ("<noscript><img></noscript><title>a</title><meta name=b>c", "c"),
        ("<svg><title>a</title><text>b</text></svg><video>c</video>d", "d"),
        ("<ruby>\u6f22<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>\u5b57", "\u6f22\u5b57"),
        # what stands for characters
        ("a <img class='x WP-Smiley' alt=':)'> b<img alt=c>", "a :) b"),
        ("<math alttext='x^2'><mi>x</mi></math> <math><mi>y</mi></math>", "x^2 y"),
        ("<math><semantics><mi>y</mi><annotation>z</annotation></semantics></math>", "y"),
        ("&lol;&#0;&amp;", "&lol;\ufffd&"),
        ("<!-- <p>a", ""),
        ("", ""),
    ],
)
def test_the_text_is_what_the_rule_says(markup: str, text: str) -> None:
    assert Page.of(f"<!doctype html>{markup}").text == text


@pytest.mark.parametrize(
    ("words", "shown", "are_read"),
    [
        (30, "", True),
        (30, "Loading", True),
        # A notice that the page needs its scripts is not its words.
        (29, "", False),
        # Beside a page that shows itself they repeat what scripts load later.
        (30, "One two three four.", False),
    ],
)
def test_a_page_made_by_scripts_is_read_as_those_without_scripts_see_it(
    words: int, shown: str, are_read: bool
) -> None:
    page = Page.of(f"<p>{shown}</p><noscript><b>{'w ' * words}</b></noscript>")
    assert page.text.split() == [*shown.split(), *["w"] * (words * are_read)]


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p> <b id=x> a\n b </b> c", "a b"),
        ("a<div id=x><p>b<p>c</div>d", "b\n\nc"),
        ("<b id=x>&nbsp;a&nbsp;</b>", "a"),
        ("<b id=x>&nbsp;</b>", "\u00a0"),
        ("a<img id=x class=emoji alt='\U0001f98a'>", "\U0001f98a"),
        ("\U0001f98a<b id=x>a</b>", "a"),
        ("<b id=x> <i></i> </b>", ""),
        ("<p hidden><b id=x>a</b>", ""),
    ],
)
def test_the_range_of_an_element_holds_its_words_and_no_blanks(markup: str, words: str) -> None:
    page = Page.of(markup)
    node = page.first("#x")
    assert page.words(node) == words
    assert (page.range(node) is None) == (words == "")


def test_blocks_hold_every_word_once_and_count_those_of_links() -> None:
    page = Page.of("<p>a<br>b<br><br>c</p><table><tr><td>d<td><a href=x>e <b>f</b></a> g</table>h")
    found = [
        (block.node.tag, page.text[block.start : block.end], block.linked)
        for block in page.written.blocks
    ]
    assert found == [
        ("p", "a\nb", 0),
        ("p", "c", 0),
        ("td", "d", 0),
        ("td", "e f g", 2),
        ("body", "h", 0),
    ]
