"""Word documents as Word writes them, in as few parts as it reads again."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from byleave.importing.word import word_template

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{_W}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def paragraph(*runs: str, style: str = "") -> str:
    """A paragraph of runs, or of plain words."""
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    inner = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p>{look}{inner}</w:p>"


def run(words: str, look: str = "") -> str:
    """Some words, with what `look` says of them."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{words}</w:t></w:r>'


def picture(alt: str) -> str:
    """A picture that lies in the document as rIdPicture."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{alt}"/><a:graphic>'
        '<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rIdPicture"/></pic:blipFill>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def table(*rows: tuple[str, str]) -> str:
    """A table of two columns."""
    cells = (
        "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{''.join(cells)}</w:tbl>"


def document(place: Path, *parts: str, more: Mapping[str, bytes] = {}) -> Path:
    """A document with the styles of our template, whose body is `parts`."""
    with zipfile.ZipFile(BytesIO(word_template(str, "en-GB"))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    body = f"<w:document {_SPACES}><w:body>{''.join(parts)}</w:body></w:document>"
    files["word/document.xml"] = body.encode()
    relations = files["word/_rels/document.xml.rels"].decode()
    files["word/_rels/document.xml.rels"] = relations.replace(
        "</Relationships>",
        f'<Relationship Id="rIdPicture" Type="{_OFFICE}/image" Target="media/image1.jpeg"/>'
        "</Relationships>",
    ).encode()
    types = files["[Content_Types].xml"].decode()
    kind = '<Default Extension="jpeg" ContentType="image/jpeg"/></Types>'
    files["[Content_Types].xml"] = types.replace("</Types>", kind).encode()
    files.update(more)
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return place


def filled_in(
    place: Path,
    *parts: str,
    title: str = "Our garden",
    date: str = "1 May 2026",
    people: tuple[str, str] = ("Betty Farrow", "Joe"),
) -> Path:
    """Our template, as somebody filled it in."""
    rows = (
        ("Title", title),
        ("Date", date),
        ("In short", "Mud."),
        ("Themes", "Growing, Unknown"),
        ("Who tells it", people[0]),
        ("Who else is in it", f"1. {people[1]}"),
    )
    return document(place, table(*rows), *parts)
