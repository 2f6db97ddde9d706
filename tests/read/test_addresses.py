"""The address of a story comes from the name of its file, in any script."""

from pathlib import Path

import pytest

from byleave.model.addresses import slug, story_address
from tests.read.folders import found, put, read, story, voice

ADDRESSES = {
    "stories/shed.md": "/stories/shed/",
    "stories/2026/deep/The Old Shed.md": "/stories/the-old-shed/",
    "stories/shed/index.md": "/stories/shed/",
    "stories/index.md": "/stories/index/",
    "stories/Tilda's shed!.md": "/stories/tilda-s-shed/",
    "stories/تنور الأربعاء.md": "/stories/تنور-الأربعاء/",
    "stories/Ŵyn a'r ŷd.md": "/stories/ŵyn-a-r-ŷd/",
    "stories/小明的花园.md": "/stories/小明的花园/",
    "stories/---.md": "/stories/untitled/",
    "stories/a.b.md": "/stories/a-b/",
    "stories/a_b.md": "/stories/a-b/",
}


@pytest.mark.parametrize(("path", "address"), ADDRESSES.items(), ids=ADDRESSES)
def test_a_story_has_an_address(path: str, address: str) -> None:
    """Small letters of any language, digits and hyphens; folders do not count."""
    assert story_address(path) == address


def test_letters_that_look_alike_are_alike() -> None:
    """One system writes an accent as part of its letter and another as a mark beside it."""
    assert slug("cafe\u0301") == slug("caf\u00e9")


LONG = {"in our letters": "a" * 210, "in letters that grow": "\u0149" * 90}


@pytest.mark.parametrize("name", LONG.values(), ids=LONG)
def test_a_name_that_no_disk_could_hold_is_told(tmp_path: Path, name: str) -> None:
    """Before anything is written, rather than when half of the site is."""
    path = f"stories/{name}.md"
    assert found(read(tmp_path, {path: story()})) == [(path, 1, 1, "name-too-long")]


ALIASES = ["/", "//", "/stories/", "/themes/old/", "/people/sam/", "/media/a/", "/feed.xml/"]
ALIASES += ["/.byleave/", "/a/./b/", "/C:/a/", "/a\\..\\..\\b/", "/?p=12", "/caf%C3%A9/", "/a//b/"]
ALIASES += ["/" + "a" * 210 + "/", "/stories/shed/responses/", "/404.html", "/CNAME/", "/CNAME/a/"]


@pytest.mark.parametrize("alias", ALIASES)
def test_an_old_address_that_no_page_can_have_is_told(tmp_path: Path, alias: str) -> None:
    """It would take the place of a page of ours, or leave the folder of the site."""
    files = {"stories/shed.md": story(aliases=f"['{alias}']"), "site_src/root/CNAME": "lea"}
    assert found(read(tmp_path, files)) == [("stories/shed.md", 4, 11, "alias")]


@pytest.mark.parametrize(
    "alias",
    ["/old/", "/old", "/2012/05/shed.html", "/stories/old/", "/stories/2012/old/", "/التنور/"],
)
def test_an_old_address_may_be_anywhere_else(tmp_path: Path, alias: str) -> None:
    """Whatever the site was made with before, its links go on working."""
    result = read(tmp_path, {"stories/shed.md": story(aliases=f"[{alias}]")})
    assert found(result) == []


def test_a_groups_file_cannot_take_the_place_of_a_page(tmp_path: Path) -> None:
    """It is left out and told of: the stories are what people come for."""
    root = dict.fromkeys(("stories", "about", "index.html", "CNAME", "Thumbs.db"), "x")
    files = {f"site_src/root/{name}": text for name, text in root.items()}
    page = {"site_src/pages/about.md": "---\ntitle: About\n---\n"}
    result = read(put(tmp_path, {}), {**files, **page})
    assert [path for path, _, _, _ in found(result)] == [
        "site_src/root/about",
        "site_src/root/index.html",
        "site_src/root/stories",
    ]
    assert [one.path for one in result.tree.root_files] == ["CNAME"]


def test_a_story_among_files_that_are_copied_is_left_out(tmp_path: Path) -> None:
    """It would be public with the numbers of its records, whoever has left."""
    text = story("A.\n", voice("sam", "Sam"))
    result = read(tmp_path, {"site_src/root/shed.md": text})
    assert found(result) == [("site_src/root/shed.md", 1, 1, "story-at-top")]
    assert result.tree.root_files == ()


def test_a_text_among_files_that_are_copied_is_told(tmp_path: Path) -> None:
    """Whoever put it there waits for a page; it stays, as some mean it so."""
    result = read(tmp_path, {"site_src/root/about.md": "---\ntitle: About\n---\nWords.\n"})
    assert found(result) == [("site_src/root/about.md", 1, 1, "text-at-top")]
    assert [one.path for one in result.tree.root_files] == ["about.md"]
