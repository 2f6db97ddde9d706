"""A record is written into a story file, and every other byte of the file stays as it was."""

import re
from collections.abc import Mapping
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from byleave.editing.front_matter import (
    CannotEditError,
    Edit,
    Value,
    edited,
    record_of,
    value_at,
)
from tests.generated import examples

CONSENT = ("voices", "sam", "consent")
BLOCK = """\
---
# kept
title: "The shed"   # a title
voices:
  sam:
    name: Sam
    consent:
      record: R-1   # from the folder
      uses:
        - web
        - search  # said on the phone
      # until we meet again
  ann:
    consent: {record: 'R-2', held: 2026-01-01, given: 2026-02-03 }
---
Words.
"""


def consent(text: str, id_: str = "sam") -> Any:
    """What a YAML reader of its own makes of a voice's consent."""
    matter = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("---\n")[1]
    return yaml.load(matter, Loader=yaml.BaseLoader)["voices"][id_]["consent"]  # noqa: S506 - text alone


def set_(text: str, **keys: str | tuple[str, ...] | None) -> str:
    """`text` with these keys of sam's consent."""
    return edited(text, [Edit(path=(*CONSENT, key), value=value) for key, value in keys.items()])


def test_a_new_key_is_one_line_below_the_others() -> None:
    """Comments stay where they stand; nothing else moves."""
    line = "        - search  # said on the phone\n"
    new = set_(BLOCK, withdrawn="2026-03-02")
    assert new == BLOCK.replace(line, f"{line}      withdrawn: 2026-03-02\n")


def test_a_value_is_changed_where_it_stands() -> None:
    """The comment beside it stays as well."""
    assert set_(BLOCK, record="R-9") == BLOCK.replace("record: R-1", "record: R-9")


SEEN = BLOCK.replace(
    "      record: R-1",
    """\
      seen:
        # at her kitchen table
        - round: F-1
          how: read-aloud   # twice
      record: R-1""",
)
ROUND: dict[str, Value] = {"round": "F-2", "how": "signed", "words": ("w2-1", "w2-2")}


@pytest.mark.parametrize(
    ("text", "there"),
    [
        (SEEN, {"round": "F-1", "how": "read-aloud"}),
        (SEEN.replace("\n", "\r\n"), {"round": "F-1", "how": "read-aloud"}),
        (BLOCK.replace("record: R-1 ", "seen: [{round: F-1}] "), {"round": "F-1"}),
    ],
    ids=["lines", "lines of Windows", "brackets"],
)
def test_a_list_is_added_to_with_all_that_stands_in_it(text: str, there: dict[str, str]) -> None:
    """Rounds are added one by one, over years, to what people have written beside them."""
    new = edited(text, [Edit(path=(*CONSENT, "seen"), value=(there, ROUND))])
    assert consent(new)["seen"] == [there, {**ROUND, "words": ["w2-1", "w2-2"]}]
    added = re.compile(r"\s*(?:- |, )\{round: F-2, how: signed, words: \[w2-1, w2-2\]\}")
    assert added.sub("", new) == text


def test_a_list_of_lines_stays_one() -> None:
    """A list with a hyphen on each line is not made into another kind."""
    assert set_(BLOCK, uses=("web",)) == BLOCK.replace("web\n        - search", "web")
    assert consent(set_(BLOCK, uses=()))["uses"] == []


@pytest.mark.parametrize("id_", ["sam", "ann"])
def test_a_key_is_added_and_taken_out_again(id_: str) -> None:
    """What is lifted leaves no trace in the file."""
    path = ("voices", id_, "consent", "withdrawn")
    there = edited(BLOCK, [Edit(path=path, value="2026-03-02")])
    assert consent(there, id_)["withdrawn"] == "2026-03-02"
    assert edited(there, [Edit(path=path, value=None)]) == BLOCK


def test_between_braces_a_key_goes_with_its_comma() -> None:
    """Also the one in the middle."""
    new = edited(BLOCK, [Edit(path=("voices", "ann", "consent", "held"), value=None)])
    assert new == BLOCK.replace("held: 2026-01-01, ", "")


def test_what_is_so_already_changes_nothing() -> None:
    """The command may be given twice."""
    assert set_(BLOCK, record="R-1", uses=("web", "search"), held=None) == BLOCK


def test_the_only_key_leaves_an_empty_group() -> None:
    """A voice without `consent:` would be an error."""
    text = "---\nvoices:\n  sam:\n    consent:\n      held: yes\n---\n"
    assert consent(set_(text, held=None)) == {}
    assert consent(set_(set_(text, held=None), record="R-1")) == {"record": "R-1"}


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_line_ends_and_a_mark_of_byte_order_stay(line_end: str, bom: str) -> None:
    """A file from Windows is still one from Windows."""
    text = bom + BLOCK.replace("\n", line_end)
    new = set_(text, withdrawn="2026-03-02", record="R-9", uses=("web",))
    assert consent(new) == {"record": "R-9", "uses": ["web"], "withdrawn": "2026-03-02"}
    assert new.startswith(bom)
    assert set(re.findall(r"\r\n|\r|\n", new)) == {line_end}


ODD_VALUES = [
    "a: b",
    "# no",
    "yes",
    "~",
    "0035",
    "it's",
    '"',
    "- a",
    "[x]",
    "a, b",
    " a ",
    "é",
    "&x",
]


@pytest.mark.parametrize("value", ODD_VALUES)
@pytest.mark.parametrize("id_", ["sam", "ann"])
def test_what_yaml_would_misread_is_quoted(value: str, id_: str) -> None:
    """A record may be called whatever the group calls it."""
    new = edited(BLOCK, [Edit(path=("voices", id_, "consent", "record"), value=value)])
    assert consent(new, id_)["record"] == value


REFUSED = {
    "no front matter": "Words.\n",
    "no end": "---\ntitle: a\n",
    "no keys": "---\n- a\n---\n",
    "nothing": "---\n---\n",
    "no such voice": "---\nvoices: {ann: {consent: {}}}\n---\n",
    "no keys under consent": "---\nvoices: {sam: {consent: soon}}\n---\n",
    "not YAML": "---\nvoices: [\n---\n",
    "an alias": "---\na: &a {}\nvoices: {sam: {consent: *a}}\n---\n",
    "twice": "---\nvoices: {sam: {consent: {}, consent: {}}}\n---\n",
    "the key twice": "---\nvoices: {sam: {consent: {held: a, held: b}}}\n---\n",
    "an unseen character": "---\ntitle: \x07\nvoices: {sam: {consent: {}}}\n---\n",
    "two documents": "---\nvoices: {sam: {consent: {}}}\n--- # more\na: b\n---\n",
    "keys after a question mark": "---\nvoices: {sam: {? consent : [a]}}\n---\n",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_changed_for_sure_is_refused(text: str) -> None:
    """With a line and a way out; nothing is guessed."""
    with pytest.raises(CannotEditError) as fault:
        set_(text, held="2026-03-02")
    assert fault.value.line >= 1
    assert fault.value.do


def test_an_error_elsewhere_keeps_nobody_in() -> None:
    """A file with a key twice is withheld today; once mended it must not bring anybody back."""
    text = BLOCK.replace("# kept", "title: Another")
    assert consent(set_(text, withdrawn="2026-03-02"))["withdrawn"] == "2026-03-02"


WORD = st.sampled_from(
    ["web", "R-1", "2026-01-02", "yes", "a: b", "é ö", "it's", "x # y", "0035", ""]
)
NAMES = st.sampled_from(["record", "given", "until", "uses", "words", "held", "withdrawn", "by"])
VALUES = st.one_of(WORD, st.lists(WORD, max_size=3).map(tuple))
COMMENTS = st.sampled_from(["", "  # a note", "  # held: no"])


Said = str | tuple[str, ...]


@st.composite
def scalars(draw: st.DrawFn, value: str) -> str:
    """A value in one of the ways in which YAML can be written."""
    plain = (
        value
        if re.fullmatch(r"[\w-]+( [\w-]+)*", value)
        else f"'{value.replace(chr(39), chr(39) * 2)}'"
    )
    quoted = '"' + value.replace('"', '\\"') + '"'
    return draw(st.sampled_from([plain, quoted]))


@st.composite
def block_values(draw: st.DrawFn, value: str | tuple[str, ...], indent: str) -> str:
    """What stands after a key and its colon, with its line end."""
    note = draw(COMMENTS)
    if isinstance(value, str):
        return f" {draw(scalars(value))}{note}\n"
    items = [draw(scalars(one)) for one in value]
    way = draw(st.integers(0, 2))
    if way == 0 or not items:
        return f" [{', '.join(items)}]{note}\n"
    if way == 1:
        inner = ",\n".join(f"{indent}    {one}" for one in items)
        return f" [{note}\n{inner}\n{indent}  ]{note}\n"
    return f"{note}\n" + "".join(f"{indent}- {one}{draw(COMMENTS)}\n" for one in items)


@st.composite
def consents(draw: st.DrawFn, record: Mapping[str, Said], indent: str) -> list[tuple[str, str]]:
    """A voice's consent as somebody may have written it, in pieces: a key's name and its text."""
    if not record or draw(st.booleans()):
        gap = draw(st.sampled_from([", ", f",\n{indent}  ", f",  # held: 1\n{indent}  "]))
        pieces = [("", " {")]
        for name, value in record.items():
            said = [draw(scalars(one)) for one in ([value] if isinstance(value, str) else value)]
            text = said[0] if isinstance(value, str) else f"[{', '.join(said)}]"
            pieces += [(name, f"{name}: {text}"), ("", gap)]
        return [*(pieces[:-1] if record else pieces), ("", f"}}{draw(COMMENTS)}\n")]
    between = draw(st.sampled_from(["", "\n", f"{indent}# a note\n"]))
    pieces = [("", draw(COMMENTS) + "\n")]
    for name, value in record.items():
        text = f"{indent}{name}:{draw(block_values(value, indent))}"
        pieces += [(name, text), ("", between)]
    return pieces


@st.composite
def files(draw: st.DrawFn) -> tuple[list[tuple[str, str]], dict[str, Said]]:
    """A story file in pieces, and what sam's consent says in it."""
    record = draw(st.dictionaries(NAMES, VALUES, max_size=5))
    indent = " " * draw(st.integers(3, 7))
    deeper = indent + " " * draw(st.integers(1, 4))
    before = f"---\ntitle: |\n  Words\n\nvoices:\n  sam:{draw(COMMENTS)}\n{indent}consent:"
    after = ["", f"{indent}# held: 1\n", "  ann: {name: Ann}\n", "themes:\n- a\n", "\n\n"]
    end = "---\nconsent: {held: 1}\n"
    pieces = draw(consents(record, deeper))
    return [("", before), *pieces, ("", draw(st.sampled_from(after)) + end)], record


@pytest.mark.slow
@settings(max_examples=examples(400), deadline=None)
@given(files(), NAMES, st.one_of(st.none(), VALUES), st.sampled_from(["\n", "\r\n"]))
def test_only_what_is_wanted_changes(
    file: tuple[list[tuple[str, str]], dict[str, Said]],
    name: str,
    value: Said | None,
    line_end: str,
) -> None:
    """However the file is written: the record says what is wanted, the rest is byte-identical."""
    record = file[1]
    pieces = [(key, text.replace("\n", line_end)) for key, text in file[0]]
    old = "".join(text for _, text in pieces)
    new = edited(old, [Edit(path=(*CONSENT, name), value=value)])
    wanted = {**record, name: value}
    if value is None:
        del wanted[name]
    read = value_at(record_of(new), *CONSENT)
    assert read == {key: (one,) for key, one in wanted.items()}
    if name not in record:
        assert is_old_with_more(old, new)
        return
    place = next(number for number, (key, _) in enumerate(pieces) if key == name)
    # A key that goes from between braces takes a comma along.
    reach = 1 if value is None else 0
    before = "".join(text for _, text in pieces[: place - reach])
    after = "".join(text for _, text in pieces[place + 1 + reach :])
    assert new.startswith(before)
    assert new.endswith(after)


def is_old_with_more(old: str, new: str) -> bool:
    """Whether `new` is `old` with one run of characters put in, or with nothing changed."""
    more = len(new) - len(old)
    same = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), len(old))
    # An empty group, `{}`, gets its first key between its braces.
    return any(new[:n] + new[n + more :] == old for n in range(max(0, same - more), same + 1))
