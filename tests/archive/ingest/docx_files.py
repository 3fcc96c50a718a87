"""Word-processor files made in memory, part by part."""

import io
import zipfile

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:cid="http://schemas.microsoft.com/office/word/2016/wordml/cid"'
    ' xmlns:cex="http://schemas.microsoft.com/office/word/2018/wordml/cex"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
)
KINDS = {
    "footnotes": "w:footnotes",
    "endnotes": "w:endnotes",
    "comments": "w:comments",
    "styles": "w:styles",
    "header": "w:hdr",
    "footer": "w:ftr",
    "commentsIds": "cid:commentsIds",
    "commentsExtensible": "cex:commentsExtensible",
}


def run(words: str, properties: str = "") -> str:
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{words}</w:t></w:r>'


def p(inside: str = "", style: str = "", properties: str = "") -> str:
    """A paragraph; what does not begin with a tag is its words."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    words = inside if inside.startswith("<") or not inside else run(inside)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{words}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table; each cell is paragraphs."""
    lines = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def docx(body: str, core: str = "", **parts: str) -> bytes:
    """The bytes of a file; the other parts are given by the last word of their relation."""
    named = {kind: f"word/{kind}.xml" for kind in parts}
    members = {
        "_rels/.rels": relations(
            (f"{RELATION}officeDocument", "word/document.xml"), (CORE, "docProps/core.xml")
        ),
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        "docProps/core.xml": f"<cp:coreProperties {SPACES}>{core}</cp:coreProperties>",
        "word/_rels/document.xml.rels": relations(
            *((RELATION + kind, f"{kind}.xml") for kind in parts)
        ),
    }
    for kind, inside in parts.items():
        members[named[kind]] = f"<{KINDS[kind]} {SPACES}>{inside}</{KINDS[kind]}>"
    return packed(members)


def relations(*found: tuple[str, str]) -> str:
    rows = "".join(f'<Relationship Type="{kind}" Target="{target}"/>' for kind, target in found)
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{rows}</Relationships>'


def packed(members: dict[str, str]) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return into.getvalue()
