"""Which sign a list has before its items: lists with different ones are two (CommonMark 5.3)."""

import re

from byleave.render.prose.tree import KIND

_BULLETS = re.compile(r"^[ \t>]*([-+*])[ \t]", re.M)
_NUMBERS = re.compile(r"^[ \t>]*\d{1,9}([.)])[ \t]", re.M)
_PLACE = re.compile(r' data-sourcepos="(\d+):(\d+)-[\d:]+"')
_LIST = re.compile(rf"(<(?:ul|ol)(?: start=\"\d+\")?){_PLACE.pattern}")
_SIGN = re.compile(r"\d{0,9}([-+*.)])")


def has_several_kinds(text: str) -> bool:
    """Whether lists of different kinds may stand side by side in `text`."""
    return any(
        _may_have_several(text, signs) and len(set(kind.findall(text))) > 1
        for kind, signs in ((_BULLETS, "-+*"), (_NUMBERS, ".)"))
    )


def _may_have_several(text: str, signs: str) -> bool:
    """Whether more than one of `signs` stands before a space: in most texts, one alone does."""
    return sum(f"{sign} " in text or f"{sign}\t" in text for sign in signs) > 1


def with_kinds(html: str, text: str) -> str:
    """`html` of comrak with the kind of each list in the place of where everything stands.

    Columns are those of bytes.
    """
    lines = text.split("\n")

    def kind(found: re.Match[str]) -> str:
        line, column = int(found[2]), int(found[3])
        # An author can write a place, too, and there need be nothing.
        there = lines[line - 1] if 0 < line <= len(lines) else ""
        before = there.encode("utf-8", "surrogatepass")[max(column - 1, 0) :]
        sign = _SIGN.match(before.decode("utf-8", "replace"))
        return f'{found[1]} {KIND}="{sign[1]}"' if sign else found[1]

    # No words hold what is looked for: in them, comrak escapes the quotes.
    return _PLACE.sub("", _LIST.sub(kind, html))
