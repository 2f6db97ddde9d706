"""A page that an earlier build made and that is right is kept, and one that is not is noticed."""

from pathlib import Path

import pytest

from byleave.cache import facts_of
from byleave.model.output import KeptFile
from byleave.write import WriteError
from tests.write.folders import files_in, write


def kept(path: Path) -> KeptFile:
    """A file as it lies there now."""
    facts = facts_of(path)
    assert facts is not None
    return KeptFile(facts=facts)


def test_what_is_right_is_left_alone(tmp_path: Path) -> None:
    """Without being read."""
    write({"a": b"1", "b": b"1"}, tmp_path)
    report = write({"a": kept(tmp_path / "a"), "b": b"2"}, tmp_path)
    assert (report.unchanged, report.changed) == (("a",), ("b",))
    assert files_in(tmp_path) == {"a": b"1", "b": b"2"}


@pytest.mark.parametrize("content", [b"2", b"what somebody pasted here"])
def test_a_page_that_somebody_changed_meanwhile_stops_the_build(
    tmp_path: Path, content: bytes
) -> None:
    """It may say what is withheld: nobody is told that the site is as it should be."""
    write({"a": b"1"}, tmp_path)
    as_it_was = kept(tmp_path / "a")
    (tmp_path / "new").write_bytes(content)
    (tmp_path / "new").replace(tmp_path / "a")
    with pytest.raises(WriteError, match="Build again"):
        write({"a": as_it_was}, tmp_path)


def test_a_page_that_somebody_took_away_meanwhile_stops_the_build(tmp_path: Path) -> None:
    """Nothing is known of it but that it was right."""
    write({"a": b"1", "b": b"1"}, tmp_path)
    as_it_was = kept(tmp_path / "a")
    (tmp_path / "a").unlink()
    with pytest.raises(WriteError):
        write({"a": as_it_was, "b": b"1"}, tmp_path)
    assert files_in(tmp_path) == {"b": b"1"}
