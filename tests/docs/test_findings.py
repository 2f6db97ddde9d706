"""The reference of findings against the findings that the program can make."""

import re

from tests.docs.codes import codes
from tests.docs.pages import REFERENCE, sections, tables

PAGE = REFERENCE / "findings.md"
CODE = re.compile(r"`([a-z0-9-]+)`")


def listed() -> dict[str, set[str]]:
    """Each code of the reference with its severities."""
    found: dict[str, set[str]] = {}
    for heading in sections(PAGE):
        for row in tables(PAGE, heading).get("code", []):
            for code in CODE.findall(row[0]):
                found.setdefault(code, set()).update(row[1].split(" or "))
    return found


def test_every_code_is_in_the_reference_and_no_other() -> None:
    """Whoever gets a message can look up what it means and how to mend it."""
    assert sorted(listed()) == sorted(codes())


def test_the_reference_says_what_is_an_error_and_what_a_warning() -> None:
    """An error withholds something; nobody should find that out afterwards."""
    assert listed() == codes()


def test_every_code_has_an_address_of_its_own() -> None:
    """A message leads to the line that says more, and so can whoever passes it on."""
    given = re.findall(r'^\| <a id="([^"]+)"></a>`([^`]+)` \|', PAGE.read_text("utf-8"), re.M)
    assert [address for address, _ in given] == [code for _, code in given]
    assert {code for _, code in given} == set(listed())
    assert len(given) == len({*given})


def test_every_code_says_how_to_mend_it() -> None:
    """A message that one can only read is half a message."""
    for heading in sections(PAGE):
        for row in tables(PAGE, heading).get("code", []):
            assert len(row) == 4, row
            assert all(row[2:]), row
