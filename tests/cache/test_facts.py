"""Files of the same facts have the same content: what makes an unchanged site known unread."""

import os
import sys
from pathlib import Path

import pytest

from byleave import own_code
from byleave.cache import clock_of, code_digest, digest, facts_of, listing
from byleave.cache.file_facts import is_young, packed

LONG_AGO = 1_600_000_000_123_456_789  # nanoseconds


def aged(path: Path, text: str) -> Path:
    """A file that was last changed long ago."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    os.utime(path, ns=(LONG_AGO, LONG_AGO))
    return path


def test_where_a_part_ends_counts() -> None:
    """Two values that read the same in a row are not the same."""
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("ab") == digest(b"ab")


def test_the_code_counts() -> None:
    """The same code has the same digest: it holds nothing of chance or of the day."""
    assert code_digest() == code_digest.__wrapped__()


def test_another_python_is_other_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """A newer one may order, cut or escape a text otherwise."""
    before = code_digest()
    monkeypatch.setattr(sys, "version", f"{sys.version} of another day")
    assert code_digest.__wrapped__() != before


def test_another_version_of_a_library_is_other_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also one that was put in by hand, in whichever folder Python looks."""
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    seen = {code_digest()}
    for version in ("1.0", "1.1"):
        (tmp_path / f"markup-{version}.dist-info").mkdir()
        seen.add(code_digest.__wrapped__())
    assert len(seen) == 3


def test_every_file_of_byleaves_own_is_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Templates too, and what they are called; not what Python keeps beside them."""
    monkeypatch.setattr(own_code, "_PACKAGE", tmp_path)
    page = aged(tmp_path / "look" / "page.html", "one")
    seen = [code_digest.__wrapped__()]
    aged(tmp_path / "__pycache__" / "kept.pyc", "made")
    assert code_digest.__wrapped__() == seen[0]
    aged(page, "two")
    seen.append(code_digest.__wrapped__())
    page.rename(tmp_path / "look" / "other.html")
    seen.append(code_digest.__wrapped__())
    assert len(set(seen)) == len(seen)


def test_every_change_of_a_folder_shows(tmp_path: Path) -> None:
    """New, gone, renamed, moved and changed files are each another folder."""
    one = aged(tmp_path / "a" / "one.md", "one")
    seen = [listing(tmp_path)]
    assert seen[0] == listing(tmp_path)
    two = aged(tmp_path / "a" / "two.md", "two")
    seen.append(listing(tmp_path))
    two.rename(tmp_path / "a" / "three.md")
    seen.append(listing(tmp_path))
    (tmp_path / "b").mkdir()
    seen.append(listing(tmp_path))
    aged(one, "longer")
    seen.append(listing(tmp_path))
    one.unlink()
    seen.append(listing(tmp_path))
    digests = {found.digest for found in seen if found}
    assert len(digests) == len(seen)


def test_the_same_size_and_time_do_not_hide_a_change(tmp_path: Path) -> None:
    """A file that was put in the place of another with its times has another number."""
    one = aged(tmp_path / "one.md", "one")
    before = listing(tmp_path), facts_of(one)
    aged(tmp_path / "new", "two").replace(one)
    assert listing(tmp_path) != before[0]
    assert facts_of(one) != before[1]


def test_a_file_as_young_as_the_look_at_it_is_not_relied_on(tmp_path: Path) -> None:
    """It could be changed again within the same tick, to the same size, without a sign."""
    folder = tmp_path / "stories"
    folder.mkdir()
    path = folder / "new.md"
    path.write_text("new")
    changed = path.stat().st_ctime_ns
    assert listing(folder, now=changed) is None
    assert listing(folder, now=changed + 60_000_000_000) == listing(folder)
    assert clock_of(tmp_path) >= changed


def changed_at(entry: int, content: int) -> os.stat_result:
    """A file whose entry and content were changed at these times, in nanoseconds."""
    times = {"st_mtime_ns": content, "st_ctime_ns": entry}
    return os.stat_result((0o100644, 1, 1, 1, 0, 0, 10, 0, 0, 0), times)


@pytest.mark.parametrize(
    ("changed", "old_after"),
    [
        (LONG_AGO, 20_000_000),
        # Where a file system keeps whole seconds, and even ones at that.
        (LONG_AGO // 1_000_000_000 * 1_000_000_000, 3_000_000_000),
    ],
)
def test_how_long_a_file_is_young_depends_on_its_clock(changed: int, old_after: int) -> None:
    """A memory stick keeps time in steps of two seconds: an edit within one leaves no sign."""
    earlier = changed - 60_000_000_000
    for found in (changed_at(changed, earlier), changed_at(earlier, changed)):
        assert is_young(found, changed)
        assert is_young(found, changed + old_after - 1)
        assert not is_young(found, changed + old_after)


def test_what_is_not_there_has_no_facts(tmp_path: Path) -> None:
    """A folder that is missing is known by that; a file that is missing has no facts."""
    assert facts_of(tmp_path / "missing") is None
    missing = listing(tmp_path, ["missing"])
    (tmp_path / "missing").mkdir()
    assert missing == listing(tmp_path, ["missing"])


def test_numbers_of_any_length_count() -> None:
    """Some file systems of Windows give a file a number of 128 bits."""
    times = {"st_mtime_ns": LONG_AGO, "st_ctime_ns": LONG_AGO}

    def numbered(number: int) -> os.stat_result:
        return os.stat_result((0o100644, number, 1, 1, 0, 0, 10, 0, 0, 0), times)

    usual, large = numbered(7), [numbered(7 + bit) for bit in (2**64, 2**96, 2**127)]
    assert len({packed(one) for one in (usual, *large)}) == 4
    assert {len(packed(one)) for one in large} == {len(packed(usual))}


@pytest.mark.parametrize("gone", [[], ["b/one"], ["b/one", "b/c/two"], ["a"]])
def test_what_was_written_need_not_be_looked_for(tmp_path: Path, gone: list[str]) -> None:
    """A listing with what a build changed in a folder is that of the folder as it is then.

    An empty folder that is none of the build's stays.
    """
    for name in ("a", "b/one", "b/c/two", "b-d/three"):
        aged(tmp_path / name, name)
    (tmp_path / "empty").mkdir()
    before = listing(tmp_path)
    for path in gone:
        (tmp_path / path).unlink()
    for folder in ("b/c", "b"):
        if not any((tmp_path / folder).iterdir()):
            (tmp_path / folder).rmdir()
    new = ["b-d/three", *(["b-d/e/four", "0"] if gone else [])]
    for path in new:
        aged(tmp_path / path, "another text")
    facts = {path: facts_of(tmp_path / path) or b"" for path in new}
    there = listing(tmp_path)
    assert before is not None
    assert there is not None
    assert before.changed(gone, facts).digest == there.digest
