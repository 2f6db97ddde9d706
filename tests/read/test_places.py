"""Every value of front matter has its line and column, as the editor's screen shows them."""

from pathlib import Path

import pytest

from byleave.positions import Position
from byleave.read.front_matter.splitting import split_file
from byleave.read.front_matter.yaml_text import read_yaml
from tests.read.folders import found, read

FRONT = """\
---
title: The shed
themes: [digging, "a shed"]
voices:
  sam:
    name: Sam
    consent: {record: R-1,
      uses: [web]}
aliases:
  - /one/
  - /two/
event:
  programme:
    - {title: Tea, at: "10:00"}
    - title: Cake
---
The body.
"""

PLACES = [
    ((), 1, 1),
    (("title",), 2, 1),
    (("themes",), 3, 1),
    (("themes", 0), 3, 10),
    (("themes", 1), 3, 19),
    (("voices", "sam"), 5, 3),
    (("voices", "sam", "name"), 6, 5),
    (("voices", "sam", "consent", "record"), 7, 15),
    (("voices", "sam", "consent", "uses", 0), 8, 14),
    (("aliases", 1), 11, 5),
    (("event", "programme", 0, "at"), 14, 20),
    (("event", "programme", 1, "title"), 15, 7),
]


@pytest.mark.parametrize(("path", "line", "column"), PLACES, ids=lambda value: str(value))
def test_a_key_has_its_place(path: tuple[str | int, ...], line: int, column: int) -> None:
    """A message leads straight to the key, in blocks, in braces and in lists alike."""
    positions = split_file(FRONT, "stories/shed.md").positions
    assert path in ((), *positions.paths)
    assert positions.at(*path) == Position(line=line, column=column)


def test_what_has_no_place_has_its_parents() -> None:
    """A key that is missing is told of where it should have stood."""
    positions = split_file(FRONT, "stories/shed.md").positions
    assert positions.at("voices", "sam", "part") == Position(line=5, column=3)
    assert positions.at("summary") == Position(line=1, column=1)


LISTED = """\
---
title: The shed
date: 2026-01-01
aliases:
  - /fine/
  - /../a/
  - /also/fine/
  - /feed.xml
  - b
  - /c/#d
event:
  starts: 2026-01-01
  programme:
    - {title: Tea, at: noon}
    - {title: Cake, voices: [About]}
voices:
  about: {name: Sam, identity: pseudonym, part: speeker, consent: {}}
---
"""


def test_each_fault_of_a_list_is_at_its_own_line(tmp_path: Path) -> None:
    """Also below an item that is faulty in another way."""
    faults = found(read(tmp_path, {"stories/shed.md": LISTED}))
    assert sorted((line, column, code) for _, line, column, code in faults) == [
        (6, 5, "site-path"),
        (8, 5, "alias"),
        (9, 5, "site-path"),
        (10, 5, "alias"),
        (14, 20, "time"),
        (15, 30, "voice-id"),
        (17, 3, "voice-id"),
        (17, 43, "part"),
    ]


def test_the_body_begins_on_its_line() -> None:
    """So that what is wrong in the body is found there too."""
    parts = split_file(FRONT, "stories/shed.md")
    assert (parts.body, parts.body_line) == ("The body.\n", 17)


def test_settings_begin_on_their_first_line() -> None:
    """A file that is YAML altogether is counted from its own first line."""
    _, positions, _ = read_yaml("title: x\nurl: y\n", "site_src/site.yaml")
    assert positions.at("url") == Position(line=2, column=1)


def test_letters_are_counted_and_not_bytes(tmp_path: Path) -> None:
    """A column is where the cursor is, also behind letters that take several bytes."""
    text = "---\ntitle: Éire\nvoices: {ŷ: {}}\n---\n"
    result = read(tmp_path, {"stories/shed.md": text})
    assert ("stories/shed.md", 3, 10, "voice-id") in found(result)


def test_every_fault_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    """Nobody should have to build nine times to mend nine mistakes."""
    text = """\
---
titel: The shed
date: 2026-02-30
themes: digging
language: english
voices:
  Sam:
    identity: nobody
    part: told-about
    consent: {uses: [web, telly], by: me}
---
::: voice sam
Words.
"""
    result = read(tmp_path, {"stories/shed.md": text})
    assert sorted((line, code) for _, line, _, code in found(result)) == [
        (2, "unknown-key"),
        (3, "date"),
        (4, "not-a-list"),
        (5, "language"),
        (7, "name-missing"),
        (7, "voice-id"),
        (8, "choice"),
        (10, "choice"),
        (12, "passage"),
    ]
