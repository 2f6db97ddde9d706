"""The reference of front matter and settings against the records that read them."""

from pathlib import Path
from typing import get_args

import pytest

from byleave.gate.rules.one_voice import VoiceReason
from byleave.model.addresses import RESERVED
from byleave.model.media_kinds import SUFFIXES
from byleave.model.settings import Settings
from byleave.model.source import FrontMatter
from byleave.model.terms import KNOWN_PARTS, ConsentBy, EventStatus, Identity
from byleave.model.uses import USES
from tests.docs.pages import REFERENCE, code_in, names_in, sections, tables
from tests.docs.records import FRONT_MATTER, NOT_WRITTEN, RECORDS, inside, keys, needed

CONSENT = REFERENCE / "consent.md"

# Every list of words that a key may have, and where the reference has it.
LISTS = [
    (FRONT_MATTER, "`event`", "status", frozenset(get_args(EventStatus))),
    (FRONT_MATTER, "`voices`", "identity", frozenset(get_args(Identity))),
    (FRONT_MATTER, "`voices`", "part", KNOWN_PARTS),
    (CONSENT, "Who says yes", "by", frozenset(get_args(ConsentBy))),
    (CONSENT, "Uses", "use", frozenset(USES)),
    (CONSENT, "The state of a voice", "state", frozenset(get_args(VoiceReason))),
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_the_reference_has_every_key_and_no_other(record: type) -> None:
    """An editor looks a key up in one place and finds it; and none that would be refused."""
    page, heading = RECORDS[record]
    names = names_in(tables(page, heading)["key"])
    assert sorted(names) == sorted(keys(record))


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_the_reference_says_which_keys_are_needed(record: type) -> None:
    """Nobody finds out by an error message that a key cannot be left out."""
    page, heading = RECORDS[record]
    said = {name for row in tables(page, heading)["key"] for name in names_in([row]) if row[1]}
    assert needed(record) <= said


def test_no_record_is_forgotten() -> None:
    """A group of keys inside another is described as well, from the day on which it is there."""
    assert inside(FrontMatter) | inside(Settings) <= RECORDS.keys() | NOT_WRITTEN


def _said(part: object) -> str | None:
    """A page or heading as the name of a case; nothing for words, whose order is chance."""
    return None if isinstance(part, frozenset) else str(part).rpartition("/")[2]


@pytest.mark.parametrize(("page", "heading", "column", "words"), LISTS, ids=_said)
def test_the_reference_has_every_word_of_a_list(
    page: Path, heading: str, column: str, words: frozenset[str]
) -> None:
    """What a key may be is written down: each use, identity, part, status and state."""
    assert sorted(names_in(tables(page, heading)[column])) == sorted(words)


def test_the_reference_has_every_kind_of_file() -> None:
    """An editor knows before uploading whether a recording will be published."""
    assert SUFFIXES.keys() <= code_in(sections(FRONT_MATTER)["`media`"])


def test_the_reference_has_every_reserved_name() -> None:
    """Whoever names a fixed page knows which names are taken."""
    text = sections(REFERENCE / "site-folder.md")["Where things are published"]
    assert code_in(text) >= RESERVED
