"""Breaks one file of a site folder, as hurried people, editors and tools do; nothing is taken out.

Each of these is a function from the text of a file to the bytes that stand there afterwards, or to
None where it cannot be done to that text.
"""

import random
import re
from collections.abc import Callable

Break = Callable[[str, random.Random], bytes | None]

_KEY = re.compile(r"^([ \t]*(?:- )?)([\w-]+|/[\w./-]+|[\w'-]+\.png):(?= |$)(.*)$")
_WITH_A_VALUE = re.compile(r"^([ \t]*[\w-]+: )(\S.*)$")


def _above(lines: list[str]) -> range:
    """The numbers of the lines of the front matter; none where it has no end."""
    return range(1, lines.index("---", 1)) if "---" in lines[1:] else range(0)


def _on_a_line(text: str, chance: random.Random, pattern: re.Pattern[str]) -> int | None:
    """The number of a line of the front matter on which a pattern stands."""
    lines = text.split("\n")
    found = [number for number in _above(lines) if pattern.match(lines[number])]
    return chance.choice(found) if found else None


def _changed(text: str, number: int, *instead: str) -> bytes:
    lines = text.split("\n")
    return "\n".join([*lines[:number], *instead, *lines[number + 1 :]]).encode()


def doubled_key(text: str, chance: random.Random) -> bytes | None:
    """A key stands there twice, with the same or another value."""
    number = _on_a_line(text, chance, _KEY)
    if number is None:
        return None
    line = text.split("\n")[number]
    key = line.partition(":")[0]
    return _changed(text, number, chance.choice((line, f"{key}: other", f"{key}:")), line)


def unknown_key(text: str, chance: random.Random) -> bytes | None:
    """A letter of a key is twice there, or two have changed places."""
    number = _on_a_line(text, chance, _KEY)
    if number is None:
        return None
    line = text.split("\n")[number]
    before, key, after = _KEY.sub(r"\1\n\2\n\3", line).split("\n")
    other = chance.choice((key + key[-1], key[1::-1] + key[2:], key[:-1] or "x", f"{key}-old"))
    return _changed(text, number, f"{before}{other}:{after}")


def wrong_type(text: str, chance: random.Random) -> bytes | None:
    """A list or a group stands where a word belongs, or a word where a list does."""
    number = _on_a_line(text, chance, _WITH_A_VALUE)
    if number is None:
        return None
    key, value = _WITH_A_VALUE.sub(r"\1\n\2", text.split("\n")[number]).split("\n")
    others = (f"[{value}]", f"{{of: {value}}}", "a word", "[]", "{}", "2021-02-30")
    return _changed(text, number, f"{key}{chance.choice(others)}")


def list_for_group(text: str, chance: random.Random) -> bytes | None:
    """What belongs together under a key is written as a list."""
    lines = text.split("\n")
    found = [
        number
        for number in _above(lines)
        if re.match(r"^ *[^ ].*:$", lines[number]) and lines[number + 1].startswith(" ")
    ]
    if not found:
        return None
    number = chance.choice(found)
    inner = len(lines[number + 1]) - len(lines[number + 1].lstrip())
    for place in range(number + 1, len(lines)):
        gap = len(lines[place]) - len(lines[place].lstrip())
        if gap < inner:
            break
        sign = "- " if gap == inner else "  "
        lines[place] = " " * inner + sign + lines[place][inner:]
    return "\n".join(lines).encode()


def merge_marks(text: str, chance: random.Random) -> bytes | None:
    """A merge that nobody finished: both sides stand there."""
    lines = text.split("\n")
    start = chance.randrange(len(lines))
    end = min(len(lines), start + chance.randint(1, 6))
    ours, theirs = lines[start:end], list(lines[start:end])
    if chance.random() < 0.5:
        theirs = [line.replace("withdrawn", "given") for line in theirs]
    marked = ["<<<<<<< HEAD", *ours, "=======", *theirs, ">>>>>>> 1a2b3c4"]
    return "\n".join([*lines[:start], *marked, *lines[end:]]).encode()


def another_encoding(text: str, chance: random.Random) -> bytes | None:
    """A file as other programs save it, or with bytes that are no text."""
    ways: tuple[Callable[[], bytes], ...] = (
        lambda: text.encode("utf-16"),
        lambda: text.encode("cp1252", "replace") + b"\xff\n",
        lambda: b"\xff\xfe" + text.encode(),
        lambda: text.replace("\n", "\n\0", 1).encode(),
    )
    return chance.choice(ways)()


def no_yaml(text: str, chance: random.Random) -> bytes | None:
    """A bracket, a quotation mark, a tab or a gap that YAML cannot read."""
    number = _on_a_line(text, chance, _KEY)
    if number is None:
        return None
    line = text.split("\n")[number]
    key, _, value = line.partition(":")
    ways = (
        f"{key}: [{value.strip()}",
        f'{key}: "{value.strip()}',
        f"\t{line}",
        f"  {line}",
        f" {line}",
        line.lstrip(),
        f"{key} {value}",
        f"{key}:{value.strip() or 'x'}",
        f"{key}: &one {value.strip()}",
        f"{key}: !one {value.strip()}",
        f"{key}: {{{value.strip()}",
        f"{line}: more",
    )
    return _changed(text, number, chance.choice(ways))


def no_end(text: str, chance: random.Random) -> bytes | None:
    """The line that ends the front matter is not one any more, or has come too early."""
    lines = text.split("\n")
    above = _above(lines)
    if not above:
        return None
    if chance.random() < 0.5:
        return _changed(text, above.stop, "--")
    number = chance.choice(above)
    return _changed(text, number, "---", lines[number])


def somebody_else(text: str, chance: random.Random) -> bytes | None:
    """An id with a letter too many, wherever one stands."""
    places = [*re.finditer(r"(?<=voice )[\w-]+|(?<=about )[\w-]+|(?<=shows: \[)[\w-]+", text)]
    places += re.finditer(r"(?<=\{)[a-z][\w-]*(?=\})", text)
    if not places:
        return None
    place = chance.choice(places)
    return f"{text[: place.end()]}x{text[place.end() :]}".encode()


def marks_in_the_body(text: str, chance: random.Random) -> bytes | None:
    """A marker of passages that is none, in some place of the body."""
    lines = text.split("\n")
    first = _above(lines).stop + 1
    number = chance.randrange(min(first, len(lines) - 1), len(lines))
    said = chance.choice(("::: voice", ":::", "::: note", "::: voice nobody-at-all", "::::"))
    return _changed(text, number, said, lines[number])


def torn_list(text: str, chance: random.Random) -> bytes | None:
    """The list of records as programs for tables, merges and hurried people leave it."""
    lines = text.splitlines(keepends=True)
    number = chance.randrange(len(lines))
    line = lines[number]
    ways = (
        line.replace("\t", " "),
        line.replace("\t", ",").rstrip() + ",\n",
        f'"{line.rstrip()}"\n',
        line + line.replace("closed", "open").replace("held", "open"),
        f"<<<<<<< HEAD\n{line}=======\n{line.lower()}>>>>>>> 1a2b3c4\n",
        line.replace("closed", "close").replace("held", "hold").replace("open", "opened"),
    )
    lines[number] = chance.choice(ways)
    written = "".join(lines)
    return written.encode("utf-16") if chance.random() < 0.1 else written.encode()


COPY_NAMES = (
    "{} (conflicted copy 2026-01-01).md",
    "{} - Copy.md",
    "{}.sync-conflict-20260101-120000-ABCDEFG.md",
    "{}_BACKUP_1234.md",
    "{}_REMOTE_1234.md",
)
"""What tools that keep folders alike, and those that merge, call a second copy of a file."""

BREAKS: tuple[Break, ...] = (
    doubled_key,
    unknown_key,
    wrong_type,
    list_for_group,
    merge_marks,
    another_encoding,
    no_yaml,
    no_end,
    somebody_else,
    marks_in_the_body,
)
SURE: frozenset[Break] = frozenset((doubled_key, merge_marks, another_encoding, no_end))
"""Those after which a file is never what somebody meant; others may leave one that is sound."""
