"""Where a name stands as plain words, so that whoever changes it knows what else to change."""

from pathlib import Path

import pytest

from byleave.model.parts import Part
from byleave.permission.answers.mentions import plain_mentions
from tests.gate.every_part import WORDED, files_of, ids, said_by, with_part
from tests.read.folders import put

FAIR = "stories/fair/index.md"
NAME = "Qwynneth Oakley"


@pytest.mark.parametrize("part", [one for one in WORDED if one.kind != "name"], ids=ids)
def test_a_name_is_found_in_every_part(tmp_path: Path, part: Part) -> None:
    """A caption that is forgotten would go on telling the old name."""
    said = said_by(part, NAME.replace(" ", "-") if part.kind == "address" else NAME)
    files = files_of(with_part(part, said))
    (line,) = [
        number
        for number, line in enumerate(str(files[FAIR]).splitlines(), 1)
        if "qwynneth" in line.casefold()
    ]
    site = put(tmp_path, files)
    assert [(one.path, one.line) for one in plain_mentions(site, NAME, [FAIR])] == [(FAIR, line)]


def test_ids_and_names_of_voices_are_no_mentions(tmp_path: Path) -> None:
    """They change with the voice, or are nobody's words."""
    front = with_part(WORDED[0], "The fair")
    front["voices"]["tom"]["name"] = "Tom"
    front["voices"]["tom"]["person"] = "tom"
    assert plain_mentions(put(tmp_path, files_of(front)), "Tom", [FAIR]) == ()
