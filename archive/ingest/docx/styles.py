"""What the styles of a word-processor file say of a paragraph: title, heading, quotation …

Word writes the names of its own styles in English whatever language it speaks; other programs
write theirs, or leave only the style's identifier. Where no name is known, the outline level is.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from archive.ingest.docx.package import Package

_HEADING = re.compile(
    r"(?:heading|(?:ü|ue|u)?berschrift|titre|título|titulo|titolo|kop|nagłówek|rubrik|overskrift"
    r"|otsikko|nadpis|cabeçalho|заголовок|見出し|标题|標題|제목)[ _]?(?P<level>[1-9])",
    re.IGNORECASE,
)
_KINDS = {
    "title": "title titel titre título titulo titolo tytuł название заглавие",
    "front": "subtitle untertitel sous-titre subtítulo sottotitolo podtytuł подзаголовок",
    "quotation": "quote intensequote blocktext quotations quotation blockquote zitat"
    " intensiveszitat"
    " citation citationintense cita citadestacada citazione citazioneintensa цитата"
    " выделеннаяцитата citaat cytat",
    "caption": "caption beschriftung légende epígrafe descripción didascalia bijschrift legenda"
    " figure illustration table drawing названиеобъекта",
}
_NAMES = {name: kind for kind, names in _KINDS.items() for name in names.split()}
_CONTENTS = re.compile(r"(?:toc|contents|verzeichnis|tdm|tm)[ _]?\d|toc ?heading|contents ?heading")
_DEEPEST = 20


class Role(NamedTuple):
    """The kind of a paragraph and its level; "paragraph" where nothing is said of it."""

    kind: str
    level: int | None = None


@dataclass(slots=True)
class Style:
    name: str = ""
    above: str = ""
    outline: int | None = None
    numbered: bool = False
    language: str = ""


class Styles:
    """The styles by identifier, and the language that text is in where nothing else is said."""

    def __init__(self, package: Package) -> None:
        self._found: dict[str, Style] = {}
        self._roles: dict[tuple[str, int | None], Role] = {}
        self._numbered: dict[str, bool] = {}
        self.language, self.ordinary = "", ""
        for part in package.parts(package.main, "styles"):
            self._read(package, part)

    def role(self, identifier: str, outline: int | None = None) -> Role:
        """What a paragraph of this style is; its own outline level goes before the style's."""
        key = (identifier or self.ordinary, outline)
        if key not in self._roles:
            self._roles[key] = self._role(*key)
        return self._roles[key]

    def _role(self, identifier: str, outline: int | None) -> Role:
        for found in self._chain(identifier):
            if known := _of_name(found.name):
                return known
            outline = found.outline if outline is None else outline
        if outline is not None and outline < 9:
            return Role("heading", outline + 1)
        return Role("paragraph")

    def is_numbered(self, identifier: str) -> bool:
        """Whether the style itself makes items of its paragraphs."""
        if identifier not in self._numbered:
            chain = self._chain(identifier)
            self._numbered[identifier] = any(style.numbered for style in chain)
        return self._numbered[identifier]

    def _chain(self, identifier: str) -> list[Style]:
        """The style and those it is based on; an identifier without a style is a name."""
        chain: list[Style] = []
        while identifier and len(chain) < _DEEPEST:
            style = self._found.get(identifier) or Style(name=identifier)
            chain += [style, Style(name=identifier)]
            identifier = style.above
        return chain

    def _read(self, package: Package, part: str) -> None:
        style = Style()
        for event in package.read(part):
            said = event.attributes
            value = said.get("w:val", "")
            if event.kind != "start":
                continue
            if event.name == "w:style":
                style = self._found.setdefault(said.get("w:styleId", ""), Style())
                if said.get("w:default") in ("1", "true") and said.get("w:type") == "paragraph":
                    self.ordinary = said.get("w:styleId", "")
            elif event.name == "w:name":
                style.name = value
            elif event.name == "w:basedOn":
                style.above = value
            elif event.name == "w:outlineLvl":
                style.outline = number(value)
            elif event.name == "w:numId":
                style.numbered = value != "0"
            elif event.name == "w:lang" and not self._found:
                self.language = value


def number(value: str) -> int | None:
    """A small number as attributes hold it, or None for anything else."""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 4 else None


def _of_name(name: str) -> Role | None:
    if hit := _HEADING.fullmatch(name):
        return Role("heading", int(hit["level"]))
    plain = re.sub(r"[\s_]", "", name.casefold())
    if _CONTENTS.fullmatch(name.casefold()):
        return Role("front")
    kind = _NAMES.get(plain)
    return Role(kind, 1 if kind == "title" else None) if kind else None
