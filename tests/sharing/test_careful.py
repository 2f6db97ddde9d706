"""Two people's answers about one permission: nobody comes back because two files met."""

import pytest

from byleave.editing.front_matter import record_of, value_at
from byleave.sharing.careful import with_careful_permissions
from tests.read.folders import story, voice

YES = (
    "{record: R-1, given: 2026-01-01, by: self, uses: [web, feed], until: 2030-01-01, words: [w-1]}"
)
SAM = ("voices", "sam", "consent")
LESS = YES.replace("[web, feed]", "[web]").replace("2030", "2031")
LEFT = YES.replace("}", ", withdrawn: 2026-02-02}")
HELD = YES.replace("}", ", held: 2026-02-02}")
OTHER = YES.replace("R-1", "R-2")


def text(consent: str) -> str:
    """A story in which Sam has this permission."""
    return story("Words.\n", voice("sam", "Sam", consent))


def merged(base: str, yours: str, theirs: str) -> object:
    """What becomes of the permission, whoever's words are taken."""
    three = [text(one) for one in (base, yours, theirs)]
    found = [
        value_at(record_of(with_careful_permissions("a.md", text(words), *three)), *SAM)
        for words in (yours, theirs)
    ]
    assert found[0] == found[1]
    return found[0]


def consent(said: str) -> object:
    """A permission as a file says it."""
    return value_at(record_of(text(said)), *SAM)


@pytest.mark.parametrize(
    ("base", "yours", "theirs", "expected"),
    [
        (YES, YES, LEFT, LEFT),
        (YES, LEFT, YES, LEFT),
        ("{}", YES, "{}", YES),
        ("{}", "{}", YES, YES),
        (HELD, YES, HELD, YES),
    ],
    ids=["theirs left", "yours left", "yours said yes", "theirs said yes", "yours lifted"],
)
def test_what_only_one_changed_is_theirs(base: str, yours: str, theirs: str, expected: str) -> None:
    """The other has said nothing about it."""
    assert merged(base, yours, theirs) == consent(expected)


def test_where_both_changed_it_the_more_careful_holds() -> None:
    """Whatever stops it stays; of days the earlier, of lists what is in both."""
    found = merged(YES, LEFT, LESS)
    assert isinstance(found, dict)
    assert found["withdrawn"] == ("2026-02-02",)
    assert found["uses"] == (("web",),)
    assert found["until"] == ("2030-01-01",)
    found = merged("{}", YES, HELD.replace("[web, feed]", "[web]"))
    assert isinstance(found, dict)
    assert "held" in found


def test_two_records_of_one_person_are_no_yes() -> None:
    """Nobody can tell which form was signed, so they are asked."""
    found = merged("{}", YES, OTHER)
    assert isinstance(found, dict)
    assert "given" not in found
