"""What of a group's own look is used by nothing, and a language in which the site has no words."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files

from babel.messages.pofile import read_po

from byleave.diagnostics import Diagnostic, warning
from byleave.model.published import LookFile
from byleave.positions import Position
from byleave.render.own_strings import own_catalogues
from byleave.render.strings import Strings
from byleave.suggestions import nearest

_OURS = ("locale", "permission", "preview", "proof", "templates")


def look_findings(
    look: Sequence[LookFile], languages: Iterable[tuple[str, Position]]
) -> Iterator[Diagnostic]:
    """Warnings about a `look`, and about the `languages` of the site, with where each is set.

    A file that another one of the group's names is in use.
    """
    strings = Strings(look)
    for language, at in languages:
        if strings.has(language):
            continue
        message = "there are no words of Byleave's own in this language: readers get another's"
        do = (
            "put a catalogue of our words in it below site_src/look/locale/, as the how-to "
            "“Translate the words of the site” says; or leave it"
        )
        yield warning("site_src/site.yaml", "no-catalogue", message, do, at, about=language)
    for file in look:
        name = file.path.rpartition("/")[2]
        others = (one.text for one in look if one is not file)
        if not _replaces_ours(file.path) and not any(name in text for text in others):
            message = "nothing uses this file: it takes the place of none of Byleave's"
            meant = nearest(file.path, _names())
            do = (
                f"did you mean “{meant}”?" if meant else "call it as Byleave's own is, or delete it"
            )
            yield warning(file.source, "look-unused", message, do)
    yield from _sentences(look)


def _sentences(look: Sequence[LookFile]) -> Iterator[Diagnostic]:
    """The sentences of the group's catalogues that no page has."""
    for name, catalogue in own_catalogues(look).items():
        for one in catalogue:
            said = one.id[0] if isinstance(one.id, tuple | list) else one.id
            if not said or said in _ours() or any(said in file.text for file in _texts(look)):
                continue
            message = "no page has this sentence, so its translation is used nowhere"
            do = "copy the msgid as it is in Byleave's catalogue, or take it out"
            at = Position(line=one.lineno or 1, column=1)
            path = f"site_src/look/locale/{name}.po"
            yield warning(path, "sentence-unused", message, do, at, about=said)


def _texts(look: Sequence[LookFile]) -> Iterator[LookFile]:
    return (file for file in look if not file.path.startswith("locale/"))


def _replaces_ours(path: str) -> bool:
    return path in _names() or (path.startswith("locale/") and path.endswith(".po"))


@cache
def _names() -> frozenset[str]:
    """The files of Byleave's own look, by their paths in it."""
    top = files("byleave") / "look"
    return frozenset(
        {"styles.css", "extra.css", "feed.css"}
        | {f"{folder}/{one.name}" for folder in _OURS for one in (top / folder).iterdir()}
    )


@cache
def _ours() -> frozenset[str]:
    """Every sentence of Byleave's own."""
    with (files("byleave") / "look" / "locale" / "byleave.pot").open("rb") as stream:
        found = [one.id for one in read_po(stream)]
    return frozenset(one[0] if isinstance(one, tuple | list) else one for one in found)
