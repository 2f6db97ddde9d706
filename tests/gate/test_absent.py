"""What an audit looks for: the words and names of those who left, beside their records alone."""

from pathlib import Path

from byleave.gate import absent
from tests.gate.sites import NOON, tree
from tests.read.folders import WITHDRAWN, YES, story, voice

TILDA = voice("tilda", "Tilda", YES, part="author")
SAM = voice("sam", "Sam", WITHDRAWN)
BODY = "Tea.\n\n::: voice sam tilda\nCake.\n:::\n"


def test_what_is_found_is_told_by_the_records_of_who_left(tmp_path: Path) -> None:
    """Whoever said something with them, and stays, is not told of as if they had gone."""
    found = absent(tree(tmp_path, {"stories/fair.md": story(BODY, TILDA, SAM)}), NOON)
    assert "Cake.\n" in {one.text for one in found.words}
    assert {one.records for one in found.words} == {("R-0",)}
    assert [(one.name, one.records) for one in found.names] == [("Sam", ("R-0",))]
    assert found.records == ("R-0",)
    assert found.public_records == {"R-1"}
