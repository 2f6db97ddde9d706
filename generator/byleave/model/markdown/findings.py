"""What an editor is told of the markup of a text, where readers see another thing than is meant.

Each kind once for a text, with its lines, and never with its words.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct

from byleave.diagnostics import Diagnostic, warnings_on
from byleave.model.markdown.code import as_engine_reads, words_behind_fences
from byleave.model.markdown.definitions import unused
from byleave.model.markdown.documents import Document
from byleave.model.markdown.elsewhere import shown_elsewhere, taken_out
from byleave.model.markdown.leftovers import (
    KINDS,
    KINDS_OF_ATTRIBUTES,
    KINDS_OF_OTHERS,
    found,
    kinds,
)
from byleave.model.markdown.links import at_home, of_other_kinds, shown_from_nowhere, with_password
from byleave.model.markdown.loose_tags import loose_tags
from byleave.model.markdown.lost_letters import LOST_DO, LOST_SAID, LOST_SIGNS, lost_letters
from byleave.model.markdown.numbers import numbered_otherwise
from byleave.model.markdown.outline import headings_alone
from byleave.model.markdown.pasted import pasted_tables
from byleave.model.markdown.places import to_nothing
from byleave.model.markdown.references import leading_nowhere
from byleave.model.markdown.signs import bullets
from byleave.model.markdown.tables import with_more_cells, without_heads, without_rule
from byleave.model.markdown.tags import left_out_tags
from byleave.model.markdown.unmeant_code import html_as_code, never_closed, words_as_code

Finder = Callable[[str], Iterable[int]]


class Rendering(Struct, frozen=True, kw_only=True):
    """How the texts of a site are rendered: by which engine, and for which address."""

    engine: str
    site_url: str


class _Kind(Struct, frozen=True, kw_only=True):
    """One kind of finding: its code, what is said, what to do, and who finds it.

    It can be only where a text holds one of `signs`; looking for them costs next to nothing.
    `of_whole` says that the order of all of a body matters to it.
    """

    code: str
    said: str
    do: str
    find: Callable[[Rendering, str], Iterable[int]]
    signs: tuple[str, ...] = ("",)
    of_whole: bool = False


_TAGS = _Kind(
    code="tag-as-words",
    said="readers see this tag as it is written: it is no element, or has words, or never ends",
    do="leave it if it is meant so; else close it, or take it out",
    find=lambda manner, text: loose_tags(as_engine_reads(manner.engine, text)),
    signs=("<",),
)
_KINDS = (
    _Kind(
        code="heading-alone",
        said="nothing stands under this heading, so readers do not see it",
        do="write something under it, or make it a paragraph or an item of a list",
        find=lambda manner, text: headings_alone(manner.engine, text),
        of_whole=True,
    ),
    _Kind(
        code="link-place",
        said="this link leads to a place that this page does not have; readers see its words",
        do="name a heading as the address of its section does, or take the link out",
        find=lambda _, text: to_nothing(text),
        signs=("#",),
        of_whole=True,
    ),
    _Kind(
        code="letter-lost",
        said=LOST_SAID,
        do=LOST_DO,
        find=lambda _, text: lost_letters(text),
        signs=LOST_SIGNS,
    ),
    _Kind(
        code="word-bullet",
        said="this begins with the bullet of a word processor: readers get an item of a list, or a "
        "line with a dash or an o",
        do="begin each item with `- `, and put an empty line before the list",
        find=lambda _, text: bullets(text),
    ),
    _Kind(
        code="list-numbers",
        said="readers see another number before this item: a list counts on from its first item",
        do="number the items in their order; or put a backslash before the full stop: `1998\\.`",
        find=lambda manner, text: numbered_otherwise(manner.engine, text),
        signs=(".", ")"),
    ),
    _Kind(
        code="table-heads",
        said="this table has no headings, so nobody who listens to it knows what a cell is",
        do="write what each column holds into its first row",
        find=lambda _, text: without_heads(text),
        signs=("|", "<table", "<TABLE"),
    ),
    _Kind(
        code="table-rule",
        said="these rows are no table: no row of dashes with as many cells stands below the first",
        do="put a row such as | --- | --- | below the row that says what each column holds",
        find=lambda _, text: without_rule(text),
        signs=("|",),
    ),
    _Kind(
        code="table-cells",
        said="this row has more cells than its table has columns, and readers do not see them",
        do="add a column to the first two rows, or put a backslash before a bar that is meant",
        find=lambda _, text: with_more_cells(text),
        signs=("|",),
    ),
    _Kind(
        code="table-pasted",
        said="these lines seem to be a table from another program: readers get one paragraph",
        do="put a | before, between and behind the cells of each line, and | --- | --- | below the "
        "first line, with as many cells",
        find=lambda _, text: pasted_tables(text),
        signs=("\t", "   ", ",", ";"),
    ),
    _Kind(
        code="reference-missing",
        said="readers see these brackets as they are written: nothing in this text has their name",
        do="write the address itself, as in [words](https://example.org/); or what the name means "
        "on a line of its own, as in [^1]: words",
        find=lambda _, text: leading_nowhere(text),
        signs=("][", "[^"),
    ),
    _Kind(
        code="defined-for-nothing",
        said="nothing in this text leads to this definition, so readers do not see it",
        do="use its name in the text; or put a backslash before its `[` if it is to be read",
        find=lambda manner, text: unused(manner.engine, text),
        signs=("]:",),
    ),
    _Kind(
        code="behind-fence",
        said="what stands behind the signs that begin code is not on the page",
        do="leave the name of a language there alone, and put the rest on the next line",
        find=lambda _, text: words_behind_fences(text),
        signs=("```", "~~~"),
    ),
    _Kind(
        code="words-as-code",
        said="readers see these words as code, because four spaces or a tab stand before them",
        do="take the spaces in front of them away",
        find=lambda _, text: words_as_code(text),
        signs=("    ", "\t"),
    ),
    _Kind(
        code="code-open",
        said="code begins here and never ends: readers see all that follows as code",
        do="put the same signs on a line of their own where the code ends; or take them out",
        find=lambda manner, text: () if manner.engine == "python-markdown" else never_closed(text),
        signs=("```", "~~~"),
    ),
    _Kind(
        code="html-as-code",
        said="readers see this HTML as code, because it is as far in as code is",
        do="take the spaces in front of it away",
        find=lambda manner, text: () if manner.engine == "python-markdown" else html_as_code(text),
        signs=("<",),
    ),
    _Kind(
        code="left-out",
        said="this element is no content, and is left out with what is in it",
        do="take it out, or write in Markdown what readers should see",
        find=lambda manner, text: taken_out(manner.engine, text),
        signs=("<",),
    ),
    _Kind(
        code="tag-left-out",
        said="this tag is left out, or words in it are; what stands between two such tags stays",
        do="take it out, or write in Markdown what readers should see",
        find=lambda _, text: left_out_tags(text),
        signs=("<",),
    ),
    _Kind(
        code="link-kind",
        said="readers see the words of this link alone: pages do not link to this kind of address",
        do="use https:, mailto:, tel: or sms:, or write the address out",
        find=lambda _, text: of_other_kinds(text),
        signs=(":",),
    ),
    _Kind(
        code="link-at-home",
        said="only your own computer or network knows this address: readers get to nothing",
        do="write the address at which everybody finds it; of a page of this site, the name of its "
        "file; of a document, put it beside the text, and write its name alone",
        find=lambda _, text: at_home(text),
        signs=(":",),
    ),
    _Kind(
        code="shown-from-nowhere",
        said="readers see nothing of this picture or recording, nor the words for it: this is no "
        "address of a file",
        do="put the file beside the text, write its name alone, as in ![](hall.jpg), and its words "
        "as `alt:` below it under `media:`",
        find=lambda _, text: shown_from_nowhere(text),
        signs=(":",),
    ),
    _Kind(
        code="link-password",
        said="a name and a password stand in this address, and everybody gets them",
        do="take out what stands between // and @, and choose another password there",
        find=lambda _, text: with_password(text),
        signs=("://",),
    ),
    _Kind(
        code="shown-elsewhere",
        said="readers get a link to this picture, film or recording, which is on another site",
        do="put the file beside the text and declare it under `media:`, or leave the link",
        find=lambda manner, text: shown_elsewhere(text, manner.site_url),
        signs=("//",),
    ),
)
_SIGNS = frozenset(
    (
        *(sign for kind in _KINDS for sign in kind.signs),
        *(sign for _, sign, _ in (*KINDS, *KINDS_OF_ATTRIBUTES, *KINDS_OF_OTHERS)),
    )
)


def markup_findings(
    path: str, documents: Sequence[Document], whole: Document, manner: Rendering
) -> Iterator[Diagnostic]:
    """The warnings about the markup of the file at `path`.

    Its body is rendered as `documents`; `whole` is all of it, in its order.
    """
    if any("<" in one.text for one in documents):
        yield from _of(path, _TAGS, documents, manner)
    read = [_as_read(one, manner.engine) for one in documents]
    of_whole = [_as_read(whole, manner.engine)]
    # Most texts have few of the signs by which kinds are told, and are asked once for each.
    signs = {text: _signs_in(text) for text in {one.text for one in (*read, *of_whole)}}
    for kind in _KINDS:
        texts = of_whole if kind.of_whole else read
        some = [one for one in texts if not signs[one.text].isdisjoint(kind.signs)]
        if some:
            yield from _of(path, kind, some, manner)
    for tool, sign, pattern in kinds(manner.engine):
        some = [one for one in read if sign in signs[one.text]]
        if some:
            said = f"readers see markup of another tool as it is written: {tool}"
            do = "take it out, or write in Markdown what readers should see"
            lines = _lines(some, partial(found, sign, pattern))
            yield from warnings_on(path, "leftover", said, do, lines)


def _of(
    path: str, kind: _Kind, texts: Sequence[Document], manner: Rendering
) -> Iterator[Diagnostic]:
    lines = _lines(texts, partial(kind.find, manner))
    return warnings_on(path, kind.code, kind.said, kind.do, lines)


def _signs_in(text: str) -> set[str]:
    """Those of all signs that stand in `text`: one letter is looked for far quicker than two."""
    return {sign for sign in _SIGNS if sign[:1] in text and sign in text}


def _as_read(one: Document, engine: str) -> Document:
    """A document as the engine is given it: what is shown as it is written begins no tag."""
    text = as_engine_reads(engine, one.text)
    for at in loose_tags(text):
        text = f"{text[:at]}‹{text[at + 1 :]}"
    return Document(text=text)


def _lines(documents: Sequence[Document], find: Finder) -> list[int]:
    found = [(one, places) for one in documents if (places := sorted(set(find(one.text))))]
    return [line for one, places in found for line in one.lines(places)]
