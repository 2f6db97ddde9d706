"""Gathers the site's own words for translators; `make strings` writes the catalogues anew."""

from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

from tests.architecture.sources import GENERATOR, REPOSITORY

MAPPING = REPOSITORY / "babel.cfg"
SOURCES = GENERATOR / "byleave"
LOCALE = SOURCES / "look" / "locale"
TEMPLATE = LOCALE / "byleave.pot"

_HEAD = """\
# The words of Byleave's own that readers see: what there is to translate.
# `make strings` gathers them from the templates and the code, and writes this file."""
# What would differ each time, or with each Babel.
_PASSING = (b'"POT-Creation-Date:', b'"Generated-By:')


def catalogues() -> list[Path]:
    """The catalogues of all languages but English, which is the source."""
    return sorted(LOCALE.glob("*.po"))


def gathered() -> Catalog:
    """What there is to translate; raises TemplateSyntaxError for a template that is none."""
    with MAPPING.open(encoding="utf-8") as stream:
        methods, options = parse_mapping_cfg(stream)  # type: ignore[no-untyped-call] # Babel's own command has it so
    found = Catalog(project="Byleave", version="1", header_comment=_HEAD, fuzzy=False)
    for path, _, words, comments, context in extract_from_dir(
        SOURCES, methods, options, comment_tags=["For translators:"], strip_comment_tags=True
    ):
        place = (SOURCES / path).relative_to(REPOSITORY).as_posix()
        # A catalogue changes when words do, not when lines move.
        found.add(words, None, [(place, 0)], auto_comments=comments, context=context)
    return found


def read(path: Path) -> Catalog:
    """A catalogue as it stands; an empty file is one in which nothing is translated yet."""
    with path.open("rb") as stream:
        return read_po(stream, locale=path.stem)


def forms(words: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """A message's words: one form, or as many as it has plurals."""
    return (words,) if isinstance(words, str) else tuple(words or ())


def merged(path: Path, template: Catalog) -> Catalog:
    """The catalogue at `path` with the words of `template`: new ones empty, old ones gone."""
    found = read(path)
    found.project, found.version = template.project, template.version
    # What is like a sentence is not its translation: nothing is guessed.
    found.update(template, no_fuzzy_matching=True)
    return found


def as_bytes(catalogue: Catalog) -> bytes:
    """The catalogue as a file, the same on every day and every machine."""
    out = BytesIO()
    write_po(out, catalogue, width=100, ignore_obsolete=True, include_lineno=False)
    lines = out.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(_PASSING))


def main() -> None:
    """Write the template and merge it into each catalogue."""
    template = gathered()
    TEMPLATE.write_bytes(as_bytes(template))
    for path in catalogues():
        path.write_bytes(as_bytes(merged(path, template)))


if __name__ == "__main__":
    main()
