"""PDF files made in memory, object by object."""

import zlib
from collections.abc import Sequence

FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
IMAGE = "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
IMAGE += " /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream"
CATALOG, PAGES, FIRST = 1, 2, 5


def stream(data: bytes, more: str = "") -> bytes:
    packed = zlib.compress(data)
    head = f"<< /Filter /FlateDecode /Length {len(packed)} {more} >>\nstream\n"
    return head.encode() + packed + b"\nendstream"


def shown(lines: Sequence[str]) -> bytes:
    """What draws the lines from the top of a page down."""
    drawn = "".join(
        f"BT /F1 12 Tf 72 {770 - 14 * at} Td ({line}) Tj ET\n" for at, line in enumerate(lines)
    )
    return drawn.encode("cp1252")


def pdf(
    *pages: Sequence[str] | bytes,
    outline: Sequence[tuple[str, int]] = (),
    info: str = "",
    catalog: str = "",
    forms: Sequence[bytes] = (),
) -> bytes:
    """The bytes of a file: each page is lines or what draws it; `outline` is titles and pages.

    Every page can draw the picture /I and the `forms` /X0, /X1 …, which can draw one another.
    """
    objects: dict[int, bytes] = {3: FONT.encode(), 4: IMAGE.encode()}
    drawn = {f"X{at}": FIRST + 2 * len(pages) + at for at in range(len(forms))}
    named = " ".join(f"/{name} {number} 0 R" for name, number in drawn.items())
    resources = f"/Resources << /Font << /F1 3 0 R >> /XObject << /I 4 0 R {named} >> >>"
    for at, page in enumerate(pages):
        number = FIRST + 2 * at
        content = page if isinstance(page, bytes) else shown(page)
        objects[number] = (
            f"<< /Type /Page /Parent {PAGES} 0 R /MediaBox [0 0 595 842] {resources}"
            f" /Contents {number + 1} 0 R >>"
        ).encode()
        objects[number + 1] = stream(content)
    for form, number in zip(forms, drawn.values(), strict=True):
        objects[number] = stream(form, f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] {resources}")
    kids = " ".join(f"{FIRST + 2 * at} 0 R" for at in range(len(pages)))
    objects[PAGES] = f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode()
    root = max(objects) + 1
    objects |= bookmarks(root, outline)
    listed = f"/Outlines {root} 0 R" if outline else ""
    objects[CATALOG] = f"<< /Type /Catalog /Pages {PAGES} 0 R {listed} {catalog} >>".encode()
    return written(objects, f"/Info << {info} >>" if info else "")


def bookmarks(root: int, outline: Sequence[tuple[str, int]]) -> dict[int, bytes]:
    """The outline and its entries, one after another, all at the first level."""
    if not outline:
        return {}
    last = root + len(outline)
    made = {root: f"<< /First {root + 1} 0 R /Last {last} 0 R >>".encode()}
    for number, (title, page) in enumerate(outline, start=root + 1):
        after = f"/Next {number + 1} 0 R" if number < last else ""
        place = f"/Dest [{FIRST + 2 * page} 0 R /Fit]"
        made[number] = f"<< /Title ({title}) /Parent {root} 0 R {place} {after} >>".encode()
    return made


def written(objects: dict[int, bytes], trailer: str) -> bytes:
    data = b"%PDF-1.5\n"
    places = {}
    for number in sorted(objects):
        places[number] = len(data)
        data += f"{number} 0 obj\n".encode() + objects[number] + b"\nendobj\n"
    table = "".join(f"{places[number]:010} 00000 n \n" for number in sorted(objects))
    size = max(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n"
    end += f"<< /Size {size} /Root {CATALOG} 0 R {trailer} >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + end.encode()
