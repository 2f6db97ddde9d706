"""The text of a new file: its front matter as a person would write it, and its body below."""

import re
from collections.abc import Iterator, Mapping, Sequence

from byleave.editing.yaml_values import Value, block_items, in_one_line
from byleave.model.terms import MARKER_CHARACTERS

__all__ = ["Value", "as_file", "as_yaml", "one_line", "without_marks"]

# What a reader of files takes out: control characters, what is no character, and marks of ours.
_UNSEEN = re.compile(
    f"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff{MARKER_CHARACTERS}]"
)
_MARK = re.compile(r"(\\?)\{([a-z][a-z0-9-]*)\}")
_INDENT = "  "


def one_line(words: str) -> str:
    """`words` as they are read from a file: one line, one space apart, nothing that is no text."""
    return " ".join(_UNSEEN.sub("", words).split())


def without_marks(words: str, ids: Sequence[str] = ()) -> str:
    """`words` in which only the `ids` of declared voices are marks; other braces are braces."""

    def written(found: re.Match[str]) -> str:
        return found[0] if found[1] or found[2] in ids else f"\\{found[0]}"

    return _MARK.sub(written, words)


def as_file(front: Mapping[str, Value], body: str) -> str:
    """A Markdown file with front matter."""
    text = body.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    end = f"\n{text}\n" if text else ""
    return f"---\n{as_yaml(front)}---\n{end}"


def as_yaml(front: Mapping[str, Value]) -> str:
    """Keys and values, a key a line; groups are indented, and lists of groups have a line each."""
    return "".join(f"{line}\n" for line in _lines(front, ""))


def _lines(group: Mapping[str, Value], indent: str) -> Iterator[str]:
    for name, value in group.items():
        key = f"{indent}{in_one_line(name)}:"
        inside = indent + _INDENT
        if isinstance(value, Mapping) and value:
            yield key
            yield from _lines(value, inside)
        elif isinstance(value, tuple) and any(isinstance(one, Mapping) for one in value):
            yield key
            yield inside + block_items(value, f"\n{inside}")
        else:
            yield f"{key} {in_one_line(value)}"
