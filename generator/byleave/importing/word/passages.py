"""The styles "Said by …" and "About …" of a document, as passages of whoever they name."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from lxml import etree
from msgspec import Struct

from byleave.importing.found import Passage
from byleave.importing.voices import voice_id
from byleave.importing.word.plain import w


class Styled(Struct, frozen=True, kw_only=True):
    """What mammoth is to make of styles, and the passages by the class that it gives them."""

    style_map: tuple[str, ...]
    passages: Mapping[str, Passage]


def styled(
    styles: etree._Element | None,
    document: etree._Element,
    tellers: Sequence[str],
    people: Sequence[str],
    beginnings: Mapping[str, str],
    notes: Counter[str],
) -> Styled:
    """The passages of a document; `beginnings` are those of styles, to "said" or "about"."""
    lines: list[str] = []
    passages: dict[str, Passage] = {}
    used = {str(one.get(w("val"))) for one in document.iter(w("pStyle"))}
    names = sorted(_names(styles, used)) if styles is not None else []
    for number, name in enumerate(names):
        kind, whom = _meant(name, beginnings)
        who = _who(whom, people) if kind else ""
        if not kind:
            continue
        if not who:
            notes[f"a style names somebody who is not in the table: {name}"] += 1
            continue
        by: tuple[str, ...] = (voice_id(who),)
        about: tuple[str, ...] = ()
        if kind == "about":
            about = by
            by = tuple(voice_id(one) for one in tellers if one != who)
            if not by:
                notes[f"a style says about whom, and nobody tells it: {name}"] += 1
                continue
        key = f"passage-{number}"
        passages[key] = Passage(by=by, about=about)
        quoted = name.replace("\\", "\\\\").replace("'", "\\'")
        lines.append(f"p[style-name='{quoted}'] => div.{key} > p:fresh")
    return Styled(style_map=tuple(lines), passages=passages)


def _names(styles: etree._Element, used: Collection[str]) -> Iterator[str]:
    for style in styles.iter(w("style")):
        name = style.find(w("name"))
        if name is not None and style.get(w("styleId")) in used:
            yield str(name.get(w("val")) or "")


def _meant(name: str, beginnings: Mapping[str, str]) -> tuple[str, str]:
    plain = " ".join(name.split())
    for beginning, kind in beginnings.items():
        if plain.casefold().startswith(beginning.casefold() + " "):
            return kind, plain[len(beginning) :].strip(" …:")
    return "", ""


def _who(whom: str, people: Sequence[str]) -> str:
    """The person whom a style means: by name, or by the number in the table."""
    for one in people:
        if one.casefold() == whom.casefold():
            return one
    number = whom.rpartition(" ")[2]
    if number.isdecimal() and 1 <= int(number) <= len(people):
        return people[int(number) - 1]
    return ""
