"""Lines that Markdown keeps from readers: where links lead, and notes that nothing refers to."""

import re
from collections.abc import Iterable, Iterator, Mapping

from byleave.model.markdown.code import without_code, without_html

_LABEL = r"(?:[^\[\]\\]|\\.){0,999}"
# What comes before it on its line: margins, and the signs of quotations, lists and other notes.
_MARGIN = r"(?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t]|\[\^[^\[\]\n]{1,200}\]:){0,20}"
_TITLE = r"(?:\"[^\"]{0,2000}\"|'[^']{0,2000}'|\([^()]{0,2000}\))"
_OF_A_LINK = re.compile(
    rf"^{_MARGIN}(\[(?!\^)({_LABEL})\]:[ \t]*\n?[ \t>]*(?:<[^<>\n]*>|[^\s<]\S*)"
    rf"(?:[ \t]*\n?[ \t>]*{_TITLE})?)[ \t]*$",
    re.M,
)
_OF_A_NOTE = re.compile(rf"^{_MARGIN}?(\[\^([^\[\]\n]{{1,999}})\]:)", re.M)
_OF_A_WORD = re.compile(r"^[ ]{0,3}(\*\[([^\[\]\n]{1,200})\]):", re.M)
_USE = re.compile(rf"\[(\^?{_LABEL})\]")
_NOT_LINE_END = re.compile(r"[^\n]")


def unused(engine: str, text: str) -> Iterator[int]:
    """Where `text` defines what nothing in it leads to, so that readers never meet it.

    That is the address of a link (`[words]: address`), a footnote, one of two with the same name,
    and for `engine` Python-Markdown the meaning of an abbreviation that is not there.
    """
    if "]:" not in text:
        return
    bare = without_code(text)
    of_old = engine == "python-markdown"
    if not of_old:  # in a block of HTML no engine looks for links
        bare = without_html(bare)
    links = [(one, one[2]) for one in _OF_A_LINK.finditer(bare)]
    notes = [(one, f"^{one[2]}") for one in _OF_A_NOTE.finditer(bare)]
    rest = bare
    for one, _ in (*links, *notes):
        rest = rest[: one.start(1)] + _NOT_LINE_END.sub(" ", one[1]) + rest[one.end(1) :]
    used = {name_of(one[1]) for one in _USE.finditer(rest)}
    counts = _that_count((*links, *notes), of_old=of_old)
    for one, label in (*links, *notes):
        # Only Python-Markdown takes one without a name.
        leads = name_of(label) in used and counts[name_of(label)] == one.start(1)
        if not leads and (label.strip() or of_old):
            yield one.start(1)
    if of_old:
        yield from _meanings_for_nothing(bare)


def defined(bare: str) -> frozenset[str]:
    """The names that a text without its code defines, as `name_of` has them; of notes, with ^."""
    links = (name_of(one[2]) for one in _OF_A_LINK.finditer(bare))
    notes = (name_of(f"^{one[2]}") for one in _OF_A_NOTE.finditer(bare))
    return frozenset((*links, *notes))


def _that_count(found: Iterable[tuple[re.Match[str], str]], *, of_old: bool) -> Mapping[str, int]:
    """Where each label is defined: by its first definition, for Python-Markdown by its last."""
    counts: dict[str, int] = {}
    for one, label in found:
        if of_old or name_of(label) not in counts:
            counts[name_of(label)] = one.start(1)
    return counts


def _meanings_for_nothing(bare: str) -> Iterator[int]:
    for one in _OF_A_WORD.finditer(bare):
        if not re.search(rf"(?<!\[)\b{re.escape(one[2])}\b", bare):
            yield one.start(1)


def name_of(label: str) -> str:
    """A name as it is compared: letter case and spaces make no other one."""
    return " ".join(label.casefold().split())
