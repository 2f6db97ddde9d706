"""Spaces that only look like the one of YAML, where nothing but that one can be meant.

A word processor, a phone and a web page put them before and behind a key unasked. In the words of a
value they stay: there, a no-break space is what somebody meant.
"""

import re
from collections.abc import Iterator

_OTHERS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# As keys and ids are written: a sentence that goes on over a line begins otherwise.
_KEY = "[a-z][a-z0-9_-]*"
_AROUND = (
    # in front of a line's first word, and behind the sign of an item
    re.compile(rf"^[ \t{_OTHERS}]*(?:-[ \t{_OTHERS}]+)?(?=[^\s#])", re.M),
    # on both sides of the colon of a key
    re.compile(
        rf"(?:^[ \t]*(?:-[ \t]+)?|[{{,][ \t{_OTHERS}]*){_KEY}[ \t{_OTHERS}]*:[ \t{_OTHERS}]+", re.M
    ),
    re.compile(rf"^[ \t]*(?:-[ \t]+)?{_KEY}[{_OTHERS}]+:$", re.M),
)
_OTHER = re.compile(f"[{_OTHERS}]")
# A line break that YAML takes for the end of a line, and that no editor shows as one.
_BREAKS = re.compile("[\u2028\u2029](?![ \t]*[\\w-]+:(?:\\s|$))")


def with_plain_spaces(yaml_text: str) -> str:
    """`yaml_text` with plain spaces there, and as long: every place in it stays."""
    if yaml_text.isascii():
        return yaml_text
    for pattern in _AROUND if _OTHER.search(yaml_text) else ():
        yaml_text = pattern.sub(lambda found: _OTHER.sub(" ", found[0]), yaml_text)
    return _BREAKS.sub(" ", yaml_text)


def odd_lines(yaml_text: str) -> Iterator[int]:
    """The lines, from 1, in which a space or a line break was taken for a plain space."""
    plain = with_plain_spaces(yaml_text)
    if plain != yaml_text:
        both = zip(yaml_text.split("\n"), plain.split("\n"), strict=True)
        yield from (number for number, (one, other) in enumerate(both, 1) if one != other)
