"""The document that a group fills in: a table for what a story needs, and styles for who speaks."""

import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

from byleave.importing.word.first_table import ROWS
from byleave.pipeline.for_beginning import said_in

Say = Callable[[str], str]

PEOPLE = 6
_DAY = (1980, 1, 1, 0, 0, 0)  # two templates of one language are the same file
_COLOURS = ("1F5FA6", "A6431F", "2E7D32", "6A1B9A", "00707A", "8A6D00")
_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def _rows(say: Say) -> tuple[tuple[str, str], ...]:
    """What each row is called, and what is to be written there."""
    _ = say
    return (
        (_("Title"), _("What the story is called")),
        (_("Date"), _("When it may be published, such as 31 March 2026")),
        (_("In short"), _("One or two sentences about it")),
        (_("Themes"), _("With commas between them")),
        (_("Who tells it"), _("The name that readers see, one on each line")),
        (_("Who else is in it"), _("The names that readers see, one on each line")),
    )


def _styles(say: Say) -> tuple[tuple[str, str], ...]:
    _ = say
    return (("said", _("Said by")), ("about", _("About")))


def labels_of_rows(languages: Sequence[str]) -> Mapping[str, str]:
    """The rows of the table by their names in English and `languages`, in small letters."""
    return {
        label.casefold(): row
        for say in _says(languages)
        for row, (label, _) in zip(ROWS, _rows(say), strict=True)
    }


def beginnings_of_styles(languages: Sequence[str]) -> Mapping[str, str]:
    """How the names of our styles begin, and whether they say by or about whom."""
    return {words: kind for say in _says(languages) for kind, words in _styles(say)}


def _says(languages: Sequence[str]) -> Iterator[Say]:
    yield str
    yield from map(said_in, languages)


def word_template(say: Say, language: str) -> bytes:
    """The bytes of the document, in the language that `say` speaks."""
    parts = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _RELATIONS,
        "word/_rels/document.xml.rels": _RELATIONS_OF_DOCUMENT,
        "word/document.xml": _document(say),
        "word/styles.xml": _style_sheet(say, language),
    }
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, date_time=_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text.encode())
    return stream.getvalue()


def _document(say: Say) -> str:
    _ = say
    person = _("person")
    said, about = (words for _, words in _styles(say))
    lines = (
        _("Fill in the table. Then write the story below it, in place of these lines."),
        _(
            "Where somebody's own words begin, choose their style: “%(said)s 1” for the first "
            "whom the table names, “%(said)s 2” for the second."
        )
        % {"said": f"{said} {person}"},
        _("Where somebody is told about, choose “%(about)s 1” or another number.")
        % {"about": f"{about} {person}"},
        _("Pictures may stand where they belong. Who is in them is asked later."),
    )
    body = "".join((_table(say), *(_paragraph(line) for line in lines)))
    sides = " ".join(f'w:{side}="1134"' for side in ("top", "right", "bottom", "left"))
    section = f'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar {sides}/></w:sectPr>'
    return f"{_HEAD}<w:document {_NAMESPACE}><w:body>{body}{section}</w:body></w:document>"


def _table(say: Say) -> str:
    rows = "".join(
        f"<w:tr>{_cell(3600, _paragraph(label, 'Strong'), _paragraph(hint, 'Hint'))}"
        f"{_cell(6000, _paragraph(''))}</w:tr>"
        for label, hint in _rows(say)
    )
    properties = (
        '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="9600" w:type="dxa"/></w:tblPr>'
    )
    grid = '<w:tblGrid><w:gridCol w:w="3600"/><w:gridCol w:w="6000"/></w:tblGrid>'
    return f"<w:tbl>{properties}{grid}{rows}</w:tbl>"


def _cell(width: int, *paragraphs: str) -> str:
    size = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
    return f"<w:tc>{size}{''.join(paragraphs)}</w:tc>"


def _paragraph(words: str, style: str = "") -> str:
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    text = f'<w:t xml:space="preserve">{escape(words)}</w:t>'
    return f"<w:p><w:r>{properties}{text}</w:r></w:p>"


def _style_sheet(say: Say, language: str) -> str:
    styles = "".join((_OWN_STYLES, *_passage_styles(say)))
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/>'
        f'<w:sz w:val="24"/><w:lang w:val={quoteattr(language)}/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="288" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
    )
    return f"{_HEAD}<w:styles {_NAMESPACE}>{defaults}{styles}</w:styles>"


def _passage_styles(say: Say) -> Iterator[str]:
    _ = say
    person = _("person")
    for kind, words in _styles(say):
        for number, colour in zip(range(1, PEOPLE + 1), _COLOURS, strict=True):
            line = "single" if kind == "said" else "dashed"
            yield (
                f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{kind}{number}">'
                f"<w:name w:val={quoteattr(f'{words} {person} {number}')}/>"
                '<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:pBdr>'
                f'<w:left w:val="{line}" w:sz="24" w:space="8" w:color="{colour}"/></w:pBdr>'
                '<w:ind w:left="284"/></w:pPr></w:style>'
            )


_WORDPROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OF_PACKAGES = "application/vnd.openxmlformats-package"
_CONTENT_TYPES = (
    f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    f'<Default Extension="rels" ContentType="{_OF_PACKAGES}.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORDPROCESSING}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORDPROCESSING}.styles+xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_RELATIONS_OF_DOCUMENT = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" Type="{_OFFICE}/styles" '
    'Target="styles.xml"/></Relationships>'
)


def _named(kind: str, id_: str, name: str, inner: str, default: str = "") -> str:
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{id_}"><w:name w:val="{name}"/>'
        f"{inner}</w:style>"
    )


def _heading(level: int) -> str:
    look = f'<w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="{level - 1}"/>'
    size = {1: 36, 2: 30, 3: 26}[level]
    return _named(
        "paragraph",
        f"Heading{level}",
        f"heading {level}",
        '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>'
        f'<w:pPr>{look}</w:pPr><w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr>',
    )


_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:color="767676"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_OWN_STYLES = "".join(
    (
        _named("paragraph", "Normal", "Normal", "<w:qFormat/>", ' w:default="1"'),
        *map(_heading, (1, 2, 3)),
        _named(
            "paragraph",
            "Quote",
            "Quote",
            '<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:ind w:left="567"/></w:pPr>'
            "<w:rPr><w:i/></w:rPr>",
        ),
        _named("character", "Strong", "Strong", "<w:qFormat/><w:rPr><w:b/></w:rPr>"),
        _named(
            "character",
            "Hint",
            "Hint",
            '<w:rPr><w:color w:val="595959"/><w:sz w:val="20"/></w:rPr>',
        ),
        _named(
            "table",
            "TableGrid",
            "Table Grid",
            f"<w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>",
        ),
    )
)
