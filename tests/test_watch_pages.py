"""What browsers are given: nothing inline, nothing from another host."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests import tree

TEMPLATES = tree.files(".html", under="templates")
STYLES = tree.files(".css")
SCRIPTS = tree.files(".js")
# Attributes whose address a browser fetches by itself.
FETCHED = {
    "audio": ["src"],
    "embed": ["src"],
    "iframe": ["src", "srcdoc"],
    "image": ["href", "xlink:href"],
    "img": ["src", "srcset"],
    "input": ["src"],
    "link": ["href"],
    "object": ["data"],
    "script": ["src"],
    "source": ["src", "srcset"],
    "track": ["src"],
    "use": ["href", "xlink:href"],
    "video": ["src", "poster"],
}
# Links that lead somewhere without being fetched.
LEADING = {"canonical", "alternate", "license", "author", "help", "search", "next", "prev"}
ELSEWHERE = re.compile(r"^\s*(https?:)?//|^\s*(data|javascript|blob):", re.IGNORECASE)

every_template = pytest.mark.parametrize("path", TEMPLATES, ids=tree.name)


class Tags(HTMLParser):
    """The tags of a template with their attributes, and what stands inside script and style."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.inline: list[str] = []
        self.inside = ""
        # A template tag among the attributes is none of the browser's.
        self.feed(re.sub(r"{#.*?#}|{%-?\s*comment.*?endcomment\s*%}", "", text, flags=re.DOTALL))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self.inside = tag

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside in ("script", "style") and data.strip():
            self.inline.append(self.inside)


def parsed(path: Path) -> Tags:
    return Tags(path.read_text())


def fetched(path: Path) -> Iterator[str]:
    for tag, attributes in parsed(path).tags:
        if tag == "link" and {*attributes.get("rel", "").split()} <= LEADING:
            continue
        yield from (attributes[name] for name in FETCHED.get(tag, ()) if name in attributes)


@every_template
def test_a_template_holds_no_script_and_no_style(path: Path) -> None:
    """But data for scripts, which the browser does not run."""
    found = parsed(path)
    data = [row for row in found.tags if row[1].get("type") in ("application/ld+json",)]
    assert len(found.inline) <= len(data)
    for tag, attributes in found.tags:
        assert "style" not in attributes, tag
        assert not [name for name in attributes if re.fullmatch(r"on[a-z]+", name)], tag
        assert tag not in ("style", "base", "embed", "object", "applet")
        assert tag != "script" or "src" in attributes or attributes.get("type"), tag


@every_template
def test_a_template_fetches_nothing_from_another_host(path: Path) -> None:
    assert not [address for address in fetched(path) if ELSEWHERE.match(address)]


@every_template
def test_a_form_that_changes_something_carries_its_token(path: Path) -> None:
    text = path.read_text()
    for form in re.findall(r"<form\b.*?</form>", text, re.DOTALL | re.IGNORECASE):
        head = form.partition(">")[0]
        action = re.search(r'action="([^"]*)"', head)
        assert not (action and ELSEWHERE.match(action[1])), head
        if re.search(r'method="?post', head, re.IGNORECASE):
            assert "csrf_token" in form, head


@every_template
def test_a_link_that_opens_elsewhere_tells_nothing(path: Path) -> None:
    for tag, attributes in parsed(path).tags:
        if tag == "a" and attributes.get("target") == "_blank":
            assert "noopener" in attributes.get("rel", "")


@pytest.mark.parametrize("path", STYLES, ids=tree.name)
def test_a_style_sheet_fetches_nothing_from_another_host(path: Path) -> None:
    text = path.read_text()
    addresses = re.findall(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)", text)
    assert not [address for pair in addresses for address in pair if ELSEWHERE.match(address)]


@pytest.mark.parametrize("path", SCRIPTS, ids=tree.name)
def test_a_script_names_no_other_host_and_makes_no_code_of_strings(path: Path) -> None:
    text = re.sub(r"http://www\.w3\.org/\S+", "", path.read_text())
    code = re.sub(r"/\*.*?\*/|(^|\s)//.*", "", text, flags=re.DOTALL)
    code = re.sub(r"(?m)(^|\s)//.*$", "", code)
    assert not re.search(
        r"https?://|\beval\(|new Function\(|document\.write\(|\.style\.cssText", code
    )
    assert not re.search(r"setAttribute\(\s*['\"](style|on\w+)['\"]", code)


def test_there_is_something_to_watch() -> None:
    assert len(TEMPLATES) > 20
    assert STYLES
    assert SCRIPTS


@pytest.mark.parametrize(
    "html",
    [
        "<p style='color: red'>",
        "<script>let a</script>",
        "<style>p {}</style>",
        '<p onclick="go()">',
        "<base href='/'>",
    ],
)
def test_what_is_inline_would_be_found(html: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(html)
    with pytest.raises(AssertionError):
        test_a_template_holds_no_script_and_no_style(path)


@pytest.mark.parametrize(
    "html",
    [
        '<img src="https://elsewhere.example/a.png">',
        "<script src=//elsewhere.example/a.js></script>",
        '<link rel="stylesheet" href="https://elsewhere.example/a.css">',
        '<img src="data:image/png;base64,">',
    ],
)
def test_what_comes_from_another_host_would_be_found(html: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(html)
    with pytest.raises(AssertionError):
        test_a_template_fetches_nothing_from_another_host(path)
