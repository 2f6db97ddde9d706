"""Markdown of Hugo, Jekyll and others as Markdown of ours: their tags, pictures and links."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from byleave.importing.found import Picture
from byleave.importing.prose.literal import literal, readable
from byleave.importing.prose.surroundings import Surroundings
from byleave.importing.prose.template_tags import FIRST
from byleave.importing.prose.written import Prose, html_as_markdown
from byleave.model.markdown.code import without_code

_OPEN, _CLOSE = "\ue014", "\ue015"
_CODE_SIGN = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_ATTRIBUTES = re.compile(
    r"[ \t]*\{:[^{}\n]*\}|(?<=[\w)\]])\{[.#][^{}\n]*\}|(?<= )\{[.#][\w -]+\}$", re.M
)
_PICTURE = re.compile(
    r"!\[(?P<alt>(?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?(?P<address>[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)>?"
    r"(?:\s+(?:\"(?P<title>[^\"]*)\"|'[^']*'))?\s*\)"
)
_LINK = re.compile(
    r"(?<!!)\[(?P<words>(?:[^\[\]]|!\[[^\[\]]*\]\([^()]*\)|\[[^\[\]]*\])*)\]\(\s*<?(?P<address>[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)>?"
    r"(?P<title>\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
)
_DEFINITION = re.compile(
    r"^(?P<label>[ ]{0,3}\[(?!\^)[^\[\]\n]+\]:[ \t]*)<?(?P<address>[^\s<>]+)>?(?P<rest>.*)$", re.M
)
_ELEMENT = re.compile(
    r"<(figure|iframe|video|audio|table|script|style|form|object)\b.*?</\1\s*>|<(?:img|iframe|embed)\b[^<>]*>",
    re.S | re.I,
)


def markdown_as_ours(text: str, around: Surroundings, *, form: str = "markdown") -> Prose:
    """A Markdown text, as readers of ours can have it; `form` says whose tags are in it."""
    notes: Counter[str] = Counter()
    said = _code_apart(readable(text), lambda part: _COMMENT.sub("", part))
    said = FIRST[form](said, notes)
    said = _code_apart(said, lambda part: _as_ours(part, around, notes))
    kept = tuple(
        f"{one} ({times} times)" if times > 1 else one for one, times in notes.items() if times
    )
    return Prose(text=literal(said).strip("\n"), notes=kept)


def _as_ours(part: str, around: Surroundings, notes: Counter[str]) -> str:
    part = _ATTRIBUTES.sub("", part)
    part = _PICTURE.sub(lambda found: _picture(found, around), part)
    part = _LINK.sub(lambda found: _link(found, around), part)
    part = _DEFINITION.sub(lambda found: _definition(found, around), part)
    # Last, since what becomes of an element is Markdown of ours.
    return _ELEMENT.sub(lambda found: _element(found[0], around, notes), part)


def _code_apart(text: str, change: Callable[[str], str]) -> str:
    """`text` with `change` made in it, but in no code, for which a sign stands meanwhile."""
    codes: list[str] = []
    out: list[str] = []
    at = 0
    for begin, end in _codes(text):
        out += [text[at:begin], f"{_OPEN}{len(codes)}{_CLOSE}"]
        codes.append(text[begin:end])
        at = end
    changed = change("".join([*out, text[at:]]))
    return _CODE_SIGN.sub(lambda found: codes[int(found[1])], changed)


def _codes(text: str) -> Iterator[tuple[int, int]]:
    """Where code begins and ends; only spaces between two runs make them one."""
    bare = without_code(text)
    begin = end = -1
    for at, (one, other) in enumerate(zip(text, bare, strict=True)):
        if one == other:
            continue
        if begin >= 0 and bare[end:at].strip():
            yield begin, end
            begin = at
        begin, end = (at if begin < 0 else begin), at + 1
    if begin >= 0:
        yield begin, end


def _element(html: str, around: Surroundings, notes: Counter[str]) -> str:
    prose = html_as_markdown(html, around)
    for note in prose.notes:
        notes[note] += 1
    is_inline = html.lower().startswith("<img")
    return prose.text if is_inline else f"\n\n{prose.text}\n\n"


def _picture(found: re.Match[str], around: Surroundings) -> str:
    name = around.picture(
        Picture(
            address=found["address"],
            alt=found["alt"].strip(),
            caption=(found["title"] or "").strip(),
        )
    )
    return f"![]({name})" if name else ""


def _link(found: re.Match[str], around: Surroundings) -> str:
    words = _PICTURE.sub(lambda one: _picture(one, around), found["words"])
    if not words.strip() or words.startswith("![]("):
        return words
    to = around.link(found["address"]) if found["address"] else ""
    return f"[{words}]({to}{found['title'] or ''})" if to else words


def _definition(found: re.Match[str], around: Surroundings) -> str:
    to = around.link(found["address"])
    return f"{found['label']}{to}{found['rest']}" if to else found[0]
