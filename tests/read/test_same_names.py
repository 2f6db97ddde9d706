"""Names that many disks take for one are told, before such a disk loses one of two files."""

from pathlib import Path

import pytest

from tests.read.folders import found, read

ALIKE: dict[str, list[list[str]]] = {
    "two files": [["Logo.txt"], ["logo.txt"]],
    "capitals of other scripts": [["ŁÓDŹ.txt"], ["łódź.txt"]],
    "two ways to keep an accent": [["caf\u00e9.txt"], ["cafe\u0301.txt"]],
    "a file and a folder": [["Docs"], ["docs/a.txt", "docs/b.txt"]],
    "two folders": [["Img/a.txt", "Img/more/b.txt"], ["img/c.txt", "img/more/b.txt"]],
    "folders in folders": [["x/Y/z.txt"], ["x/y/z.txt"]],
}


@pytest.mark.parametrize("names", ALIKE.values(), ids=ALIKE)
def test_both_names_are_told_and_neither_is_published(
    tmp_path: Path, names: list[list[str]]
) -> None:
    """Each message names the other, so that one of them can be renamed."""
    files = [name for side in names for name in side]
    put = {f"site_src/root/{name}": b"x" for name in [*files, "CNAME"]}
    result = read(tmp_path, put)
    assert [one.path for one in result.tree.root_files] == ["CNAME"]
    first, second = result.findings
    assert {first.code, second.code} == {"same-name"}
    assert first.message.endswith(f" {second.path}")
    assert second.message.endswith(f" {first.path}")


def test_files_of_pages_are_told_and_stay(tmp_path: Path) -> None:
    """A story that shows one of them is not withheld for it."""
    put = {"site_src/media/Map.txt": "x", "site_src/media/map.txt": "y"}
    result = read(tmp_path, put)
    assert [(path, code) for path, _, _, code in found(result)] == [
        ("site_src/media/Map.txt", "same-name"),
        ("site_src/media/map.txt", "same-name"),
    ]
    assert {*result.tree.group_media} == {"/media/Map.txt", "/media/map.txt"}


@pytest.mark.parametrize("path", ["Stories/a", "FEED.xml", "Index.HTML", "ABOUT/index.html"])
def test_capitals_do_not_lead_around_a_page(tmp_path: Path, path: str) -> None:
    """On such a disk that file would take the place of a page."""
    page = {"site_src/pages/about.md": "---\ntitle: About\n---\n"}
    result = read(tmp_path, {**page, f"site_src/root/{path}": "x"})
    assert result.tree.root_files == ()
    assert [one.code for one in result.findings] == ["reserved-name"]
