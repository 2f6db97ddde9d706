"""A Word document as a story that waits: mammoth reads it, and the table at its top is ours."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import mammoth
from bs4 import BeautifulSoup
from bs4.element import Tag

from byleave.beginning.front_matter import one_line
from byleave.importing.found import Author, File, Found, Source, Term
from byleave.importing.prose.tree import HEADINGS
from byleave.importing.refusing import CannotImportError
from byleave.importing.word.first_table import take_table
from byleave.importing.word.opening import opened, packed
from byleave.importing.word.passages import Styled, styled
from byleave.importing.word.plain import made_plain
from byleave.importing.word.template import beginnings_of_styles, labels_of_rows

_TITLE = "document-title"
_STYLES = (
    *(f"p[style-name='{one}'] => h1.{_TITLE}:fresh" for one in ("Title", "title")),
    *(f"p[style-name='{one}'] => blockquote > p:fresh" for one in ("Quote", "Intense Quote")),
    *(f"p[style-name='{one} {level}'] => !" for one in ("toc", "TOC") for level in range(1, 7)),
    "p[style-name='caption'] => p:fresh",
)
_ENDINGS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/gif": "gif",
    "image/webp": "webp",
    "image/svg+xml": "svg",
    "image/tiff": "tiff",
    "image/bmp": "bmp",
    "image/x-emf": "emf",
    "image/x-wmf": "wmf",
}
_MOST_FILES = 500


def word_source(paths: Sequence[Path], languages: Sequence[str] = ()) -> Source:
    """What is to be brought of the documents at `paths`; raises CannotImportError.

    `languages` are those of the site, in which its template may be.
    """
    if len(paths) > _MOST_FILES:
        raise CannotImportError(
            f"there are more than {_MOST_FILES} documents", "bring some, and then the others"
        )
    pictures: dict[str, File] = {}
    found = tuple(_found(path, languages, pictures) for path in paths)
    return Source(
        kind="word",
        place="",
        found=found,
        files=lambda address, _beside: (pictures.get(address), "it could not be read"),
    )


def _found(path: Path, languages: Sequence[str], pictures: dict[str, File]) -> Found:
    document = opened(path)
    notes = Counter(made_plain(document))
    trees = document.trees
    told = take_table(trees["word/document.xml"], labels_of_rows(languages), languages)
    styles = styled(
        trees.get("word/styles.xml"),
        trees["word/document.xml"],
        told.tellers,
        told.people,
        beginnings_of_styles(languages),
        notes,
    )
    html = _html(path, packed(document), styles, f"{path.name}:", pictures, notes)
    html, title = _title(html, told.title)
    authors = (
        *(Author(name=one, part="storyteller") for one in told.tellers),
        *(Author(name=one, part="quoted") for one in told.others),
    )
    if not title:
        notes["it had no title: the name of the file stands in its place"] += 1
    return Found(
        key=path.name,
        form="html",
        text=html,
        is_titled=bool(title),
        title=title or one_line(path.stem.replace("_", " ")),
        folder=told.day[:4],
        day=told.day,
        summary=told.summary,
        authors=authors or None,
        terms=tuple(Term(kind="category", name=one) for one in told.themes),
        passages=styles.passages,
        notes=(*told.notes, *(note for note, times in notes.items() if times)),
    )


def _html(
    path: Path,
    content: Any,
    styles: Styled,
    prefix: str,
    pictures: dict[str, File],
    notes: Counter[str],
) -> str:
    def picture(image: Any) -> Mapping[str, str]:
        ending = _ENDINGS.get(str(image.content_type).lower(), "unknown")
        with image.open() as stream:
            data = stream.read()
        address = f"{prefix}{len(pictures)}"
        pictures[address] = File(name=f"picture.{ending}", content=data)
        return {"src": address}

    convert: Callable[..., Any] = mammoth.convert_to_html
    try:
        done = convert(
            content,
            style_map="\n".join((*styles.style_map, *_STYLES)),
            include_embedded_style_map=False,
            external_file_access=False,
            convert_image=mammoth.images.img_element(picture),
        )
    except RecursionError:
        message = f"{path}: its tables or lists are too deep in each other"
        raise CannotImportError(message, "take them out of each other, and try again") from None
    except (KeyError, ValueError, AttributeError, TypeError, IndexError):
        # mammoth expects what Word writes.
        message = f"{path}: this is not as Word writes it"
        raise CannotImportError(message, "open it in Word, save it anew, and try again") from None
    elsewhere = sum("external image" in str(one.message) for one in done.messages)
    notes["a picture that is not in the document itself was left out"] += elsewhere
    return str(done.value)


def _title(html: str, told: str) -> tuple[str, str]:
    """The text without its title, and that: of the table, or else the heading at the top."""
    soup = BeautifulSoup(html, "lxml")
    body = soup.body
    if body is None:
        return html, told
    title = soup.find(class_=_TITLE)
    first = next((one for one in body.children if isinstance(one, Tag)), None)
    if title is None and first is not None and first.name in HEADINGS and not told:
        title = first
    if not isinstance(title, Tag):
        return html, told
    words = one_line(title.get_text(" "))
    if told and words.casefold() != told.casefold():
        return html, told
    title.decompose()
    return body.decode_contents(), told or words
