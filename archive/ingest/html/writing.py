"""From a tree of HTML to its text: the published normalisation, version 1.

The tree is the one that the HTML standard's parser makes with scripting off. Its elements are
gone through in order, and what they say is written down as follows.

*Left out* with all that is in them: comments, the elements in `SILENT` (what no browser shows as
running words, the values of form controls, and the readings beside ruby characters), elements with
the attribute `hidden` (but not `hidden=until-found`), and a `dialog` that is not `open`. Style
sheets are not read: what they hide is in the text. A page that is made by its scripts may keep all
its words in `noscript`: where those are thirty or more, and nine times as many as all the rest,
the elements `noscript` are gone through as others are.

*Words*: in `pre`, `listing`, `xmp` and `plaintext` as they are, but for blank lines at either end
and the white space in front of the first words of the whole text. Elsewhere each run of white
space (U+0020, U+0009, U+000A, U+000C, U+000D) is one blank, and none stands beside a gap. An `img`
whose class is a name in `SIGNS` says its `alt`; a `math` with `alttext` says that and no more.

*Gaps* stand between words only, and of several that meet the widest stays. Blocks (`BLOCKS`) are
parted by an empty line, rows and items (`LINES`) by a line end; inside `pre` all of these
are parted by a line end. A `br` is a line end, a `br` where a line end is due an empty line. Cells
of a row are parted by a tab each, empty cells counted; blocks at either end of a cell make no gap
there.

Nothing else is changed. There is no Unicode normalisation, no-break blanks stay, and neither list
numbers nor quotation marks are added. A range that is given for an element runs from its first
word to its last, without white space of any kind at its ends where it has other words.
"""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode as Node

from archive.ingest.html.pen import Pen, Written

VERSION = "1"
SILENT = frozenset(
    (
        *("head", "title", "meta", "link", "base", "script", "style", "template", "noscript"),
        *("noframes", "iframe", "object", "embed", "svg", "audio", "video", "canvas", "select"),
        *("datalist", "textarea", "progress", "meter", "rt", "rp", "rtc", "annotation"),
        "annotation-xml",
    )
)
SIGNS = frozenset(
    (
        *("emoji", "emojione", "twemoji", "wp-emoji", "wp-smiley", "smiley", "smileys", "smilie"),
        *("smilies", "smile", "inlineimg", "emoticon", "joypixels"),
    )
)


_FEWEST, _TIMES = 30, 9


def write(root: Node) -> Written:
    """The text of the tree; ranges are code points and touch no white space at their ends."""
    shown = _written(root, SILENT)
    outermost = root.css("noscript:not(noscript noscript)")
    kept = sum(len(node.text(separator=" ").split()) for node in outermost)
    if kept < max(_FEWEST, _TIMES * len(shown.text.split())):
        return shown
    return _written(root, SILENT - {"noscript"})


def _written(root: Node, silent: frozenset[str]) -> Written:
    pen = Pen()
    for node, entering in _walk(root, silent):
        if node.is_text_node:
            pen.say(node.text_content or "")
        elif entering:
            pen.enter(node)
            pen.say(_sign(node))
        else:
            pen.leave(node)
    return pen.written()


def _is_silent(node: Node, silent: frozenset[str]) -> bool:
    """Whether the text has nothing of an element and of what is in it."""
    tag = node.tag
    if tag in silent:
        return True
    attributes = node.attributes
    if "hidden" in attributes:
        return attributes["hidden"] != "until-found"
    return tag == "dialog" and "open" not in attributes


def _sign(node: Node) -> str:
    """The characters that an element stands for."""
    if node.tag == "img":
        attributes = node.attributes
        is_sign = not SIGNS.isdisjoint((attributes.get("class") or "").lower().split())
        return (attributes.get("alt") or "") if is_sign else ""
    return (node.attributes.get("alttext") or "") if node.tag == "math" else ""


def _walk(root: Node, silent: frozenset[str]) -> Iterator[tuple[Node, bool]]:
    """Every text and element in order, elements on the way in and out. Depth costs no stack."""
    open_nodes: list[Node] = []
    node: Node | None = root
    while node is not None:
        below: Node | None = None
        if node.is_text_node:
            yield node, True
        elif node.is_element_node and not _is_silent(node, silent):
            yield node, True
            open_nodes.append(node)
            below = None if _sign(node) else node.child
            if below is None:
                yield open_nodes.pop(), False
        node = below or _after(node, open_nodes)
        while node is None and open_nodes:
            done = open_nodes.pop()
            yield done, False
            node = _after(done, open_nodes)


def _after(node: Node, open_nodes: list[Node]) -> Node | None:
    return node.next if open_nodes else None
