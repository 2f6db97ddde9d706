"""Output folders, disks and permissions that do not do what they should.

Whatever happens, no file is left half-written, and the next build completes what this one began.
"""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bad_input.permissions import bound_by_permissions, forbidden
from tests.bad_input.trying import GOOD, WELL, assert_whole, files_in
from tests.cli.running import build
from tests.laws.pictures import picture
from tests.read.folders import put, story

NEW = {"stories/new.md": story("New words.\n", title="New")}
WELL_AGAIN = {"stories/well.md": story("The water is warm.\n", title="The well")}


def a_file(folder: Path) -> None:
    """Somebody's thesis."""
    folder.mkdir()
    (folder / "thesis.odt").write_bytes(b"three years")


def a_file_in_its_place(folder: Path) -> None:
    """No folder at all."""
    folder.write_bytes(b"three years")


def a_site_of_another_maker(folder: Path) -> None:
    """What another program built."""
    put(folder, {"index.html": "<h1>Mine</h1>"})


def a_link_to_a_folder_of_theirs(folder: Path) -> None:
    """A link that leads to somebody's files."""
    put(folder.parent / "theirs", {"thesis.odt": "three years"})
    folder.symlink_to("theirs")


def a_link_to_itself(folder: Path) -> None:
    """A link without an end."""
    folder.symlink_to(folder.name)


FOREIGN = [
    a_file,
    a_file_in_its_place,
    a_site_of_another_maker,
    a_link_to_a_folder_of_theirs,
    a_link_to_itself,
]


@pytest.mark.parametrize("put_there", FOREIGN, ids=lambda made: made.__name__)
def test_a_folder_that_is_not_ours(tmp_path: Path, put_there: Callable[[Path], None]) -> None:
    """A slip in `--output` costs nobody a file: it is refused before anything is read."""
    site, output = put(tmp_path / "site", GOOD), tmp_path / "out"
    put_there(output)
    before = files_in(tmp_path)
    said = build(site, output)
    assert (said.code, said.out) == (3, "")
    assert str(output) in said.err
    assert files_in(tmp_path) == before


def test_the_site_folder_is_not_an_output_folder(tmp_path: Path) -> None:
    """Nor is any folder in which stories are written."""
    site = put(tmp_path / "site", GOOD)
    before = files_in(site)
    for folder in (site, site / "stories", site / "site_src"):
        assert build(site, folder).code == 3
    assert files_in(site) == before


@pytest.mark.parametrize("after", [0, 1, 2, 5])
def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """Each file is whole, old or new; what is withheld is gone; the next build completes it."""
    site, output = put(tmp_path / "site", {**GOOD, **NEW}), tmp_path / "out"
    build(site, output)
    old = files_in(output)
    put(site, {**WELL_AGAIN, "stories/new.md": story(title="New", date=None)})
    whole = Path.write_bytes
    written: list[Path] = []

    def write(path: Path, content: bytes) -> int:
        if len(written) >= after:
            whole(path, content[:10])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        written.append(path)
        return whole(path, content)

    monkeypatch.setattr(Path, "write_bytes", write)
    said = build(site, output)
    monkeypatch.undo()
    assert said.code == 3
    assert "No space left on device" in said.err
    assert "build again" in said.err
    stopped = files_in(output)
    assert build(site, output).code == 0
    new = files_in(output)
    assert_whole(new)
    assert "The water is warm." in new[WELL].decode()
    assert set(stopped) <= set(new)
    assert [
        path for path, found in stopped.items() if found not in (old.get(path), new[path])
    ] == []


def test_an_output_folder_without_permission(tmp_path: Path) -> None:
    """It is named with the reason, and stays as it is."""
    site, output = put(tmp_path / "site", GOOD), tmp_path / "out"
    with bound_by_permissions():
        assert build(site, output).code == 0
        before = files_in(output)
        put(site, WELL_AGAIN)
        with forbidden(output / "stories/well", 0o500):
            said = build(site, output)
        assert said.code == 3
        assert "Permission denied" in said.err
        assert files_in(output)[WELL] == before[WELL]
        assert build(site, output).code == 0
    assert "The water is warm." in files_in(output)[WELL].decode()


UNREADABLE = {
    "a story": ("stories/hush.md", 1),
    "a folder of stories": ("stories/deep", 1),
    "a picture": ("stories/a.png", 1),
    "a theme": ("themes/kept.md", 1),
    "the themes": ("themes", 3),
    "the settings": ("site_src/site.yaml", 3),
    "everything of the group's": ("site_src", 3),
    "a file of the group's": ("site_src/root/CNAME", 1),
    "media of the group's": ("site_src/media/boots.png", 1),
    "a page": ("site_src/pages/about.md", 1),
    "a template": ("site_src/look/templates/page.html", 3),
}
PICTURE = story("![a](a.png)\n", media="{a.png: {alt: a, shows: nobody}}", title="Picture")
EVERYTHING: dict[str, str | bytes] = {
    "stories/deep/deeper.md": story("Deep words.\n", title="Deep"),
    "stories/a.png": picture("a"),
    "stories/picture.md": PICTURE,
    "themes/kept.md": "---\ntitle: Kept\n---\n",
    "site_src/root/CNAME": "lea.example.org",
    "site_src/media/boots.png": picture("boots"),
    "site_src/pages/about.md": "---\ntitle: About\n---\n",
    "site_src/look/templates/page.html": "{% extends 'base.html' %}{% block main %}<h1>A</h1>"
    "{% endblock %}",
}


@pytest.mark.parametrize(("path", "code"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_file_without_permission(tmp_path: Path, path: str, code: int) -> None:
    """What may not be read is named, and is as good as faulty: the story, or all that needs it."""
    site, output = put(tmp_path / "site", {**GOOD, **EVERYTHING}), tmp_path / "out"
    with forbidden(site / path), bound_by_permissions():
        said = build(site, output)
    assert said.code == code, said.err
    assert "permission denied" in said.err
    assert "Qwynneth" not in said.all
    files = files_in(output)
    if code == 3:
        assert files == {}
    else:
        assert "The water is cold." in files[WELL].decode()
        assert_whole(files)
