"""Kinds of elements, by how a parser of HTML treats their tags (the tree construction)."""


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


RAW = _names("script style textarea title xmp noframes iframe noembed")
"""What is in them is no markup."""
VOID = _names(
    "area base basefont bgsound body br col embed frame head hr html image img input "
    "keygen link meta param source track wbr"
)
"""Their start tag opens nothing."""
FORMATTING = _names("a b big code em font i nobr s small strike strong tt u")
"""They are opened again in the next block."""
HEADINGS = _names("h1 h2 h3 h4 h5 h6")
CLOSE_P = HEADINGS | _names(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure "
    "footer header hgroup main menu nav ol p search section summary ul pre listing form li dd dt "
    "hr plaintext xmp"
)
BREAK_OUT = HEADINGS | _names(
    "b big blockquote body br center code dd div dl dt em embed head hr i img li listing menu meta "
    "nobr ol p pre ruby s small span strong strike sub sup table tt u ul var"
)
"""They end an `svg` or `math` that they stand in."""
INTEGRATION = {
    "svg": ("foreignobject", "desc", "title"),
    "math": ("mi", "mo", "mn", "ms", "mtext"),
}
"""In these parts of `svg` and `math` stands HTML again."""
UNSURE = _names("font annotation-xml")
"""In `svg` and `math` their attributes decide what they are."""
BARRIER = _names(
    "applet caption marquee object select table td template th foreignobject desc title "
    "mi mo mn ms mtext annotation-xml"
)
"""No end tag inside them closes what is outside, but those of tables."""
MARKERS = _names("applet caption marquee object td template th")
"""With them ends all formatting that began in them."""
_SECTION = _names("tbody thead tfoot tr td th caption colgroup")
TABLED = {
    "td": _names("td th"),
    "th": _names("td th"),
    "tr": _names("tr td th caption colgroup"),
    "tbody": _SECTION,
    "thead": _SECTION,
    "tfoot": _SECTION,
    "caption": _SECTION,
    "colgroup": _names("colgroup"),
    "table": frozenset(),
}
"""Parts of tables, and what each closes of the same table where it begins."""
SCOPED = CLOSE_P - _names("hr plaintext xmp form") | _names("button applet marquee object")
SPECIAL = (
    SCOPED
    | BARRIER
    | RAW
    | frozenset(TABLED)
    | _names("form frameset noscript plaintext select template")
)
