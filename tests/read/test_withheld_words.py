"""What reading keeps of links and of faulty files, so that the gate can see what they tell."""

from pathlib import Path

import pytest

from byleave.diagnostics import error
from byleave.read import without
from tests.read.folders import found, read, story, voice

SHED = story(title="Own shed", aliases="[/2012/shed.html]")

LINKS = {
    "a definition after a passage": "[a][1].\n\n::: voice ann\nHi\n:::\n\n[1]: shed_a.md\n",
    "a definition in a quotation": "[a][1].\n\n> [1]: shed_a.md\n",
    "a definition in a list": "[a][1].\n\n1. b\n\n     [1]: shed_a.md\n",
    "a bracket in a label": "[a][b\\]c].\n\n[b\\]c]: shed_a.md\n",
    "a label on two lines": "[a][b\nc].\n\n[b\nc]: shed_a.md\n",
    "an escape": "[a](shed\\_a.md)\n",
    "an entity": "[a](shed&#95;a.md)\n",
    "an entity in HTML": '<a href="shed_a&period;md">a</a>\n',
    "an angle bracket in HTML": '<a title=">" href="shed_a.md">a</a>\n',
    "the file of a page": "[a](/stories/shed-a/index.html)\n",
    "from page to page": "[a](../shed-a/)\n",
    "the usual port": "[a](https://lea.example.org:443/stories/shed-a/)\n",
    "an old address with an ending": "[a](/2012/shed.html)\n",
}


@pytest.mark.parametrize("body", LINKS.values(), ids=LINKS)
def test_every_link_to_a_story_is_seen(tmp_path: Path, body: str) -> None:
    """A link that readers would follow may not keep the title of somebody who left."""
    files = {"stories/garden.md": story(body, voice("ann", "Ann")), "stories/shed_a.md": SHED}
    garden = next(one for one in read(tmp_path, files).tree.stories if "garden" in one.path)
    targets = {(link.target, link.text) for link in garden.links}
    to_shed = {"stories/shed_a.md", "/stories/shed-a/", "/2012/shed.html"}
    assert targets & {(target, "a") for target in to_shed}


FAULTY: dict[str, str | bytes] = {
    "not UTF-8": story(title="Own shed").encode() + b"caf\xe9",
    "on the next line": "---\ntitle:\n  Own shed\ndate: [\n---\n",
    "a block": "---\ntitle: >\n  Own\n  shed\ndate: [\n---\n",
    "a comment": "---\ntitle: Own shed # draft\ndate: [\n---\n",
    "more behind it": '---\ntitle: "Own shed": more\ndate: [\n---\n',
    "another colon": "---\ntitle: Own shed: more\ndate: [\n---\n",
    "escapes": '---\n"title": "\\u004fwn shed"\ndate: [\n---\n',
}


@pytest.mark.parametrize("text", FAULTY.values(), ids=FAULTY)
def test_a_faulty_file_keeps_its_title(tmp_path: Path, text: str | bytes) -> None:
    """A typing error may not bring back the words of a link to somebody who left."""
    (faulty,) = read(tmp_path, {"stories/shed.md": text}).tree.faulty
    assert "Own shed" in faulty.titles_and_names


def test_a_faulty_file_keeps_its_old_addresses(tmp_path: Path) -> None:
    """A link may lead to it by one of them."""
    files = {"stories/shed.md": story(date="x", aliases="[/old/]")}
    (faulty,) = read(tmp_path, files).tree.faulty
    assert faulty.aliases == ("/old", "/old/")


def test_old_addresses_have_one_form(tmp_path: Path) -> None:
    """Two ways to write one address are one address, so that no two pages stand there."""
    aliases = "[/old, //old/, /old/index.html, /stories/b/index.html]"
    (shed,) = read(tmp_path, {"stories/shed.md": story(aliases=aliases)}).tree.stories
    assert dict.fromkeys(shed.front.aliases) == dict.fromkeys(("/old/", "/stories/b/"))


@pytest.mark.parametrize("alias", ["/_headers", "/feed.xml", "/stories/a/event.ics", "/a/feed.xml"])
def test_an_old_address_in_the_way_of_a_file_is_told(tmp_path: Path, alias: str) -> None:
    """One story's slip may not keep the whole site from being built."""
    result = read(tmp_path, {"stories/shed.md": story(aliases=f"[{alias}]")})
    assert [one.code for one in result.findings] == ["alias"]


@pytest.mark.parametrize("path", ["stories/a", "feed.xml/x", "c:x", "about/index.html"])
def test_a_root_file_in_the_way_is_left_out(tmp_path: Path, path: str) -> None:
    """It stands where a page needs a folder or a file; the rest is built."""
    page = "---\ntitle: About\n---\n"
    files = {f"site_src/root/{path}": "x", "site_src/pages/about.md": page}
    result = read(tmp_path, files)
    assert result.tree.root_files == ()
    assert len(result.findings) == 1


def test_hidden_files_at_the_top_are_published(tmp_path: Path) -> None:
    """`.well-known` is asked for by name; git's and the system's own files never are."""
    put = (".well-known/security.txt", ".nojekyll", ".git/config", ".DS_Store", ".byleave")
    result = read(tmp_path, {f"site_src/root/{path}": "x" for path in put})
    assert {one.path for one in result.tree.root_files} == set(put[:2])


@pytest.mark.parametrize("year", ["0001", "1899", "2201", "9999"])
def test_a_year_out_of_reach_is_told(tmp_path: Path, year: str) -> None:
    """Time zones and calendars end at the first and the last of all years."""
    event = f"{{form: fair, starts: {year}-01-01 00:30}}"
    result = read(tmp_path, {"stories/fair.md": story(event=event)})
    assert [one.code for one in result.findings] == ["year"]


@pytest.mark.parametrize("part", ["lead author", "Author and illustrator", "writer", "narrator"])
def test_an_author_in_other_words_is_told(tmp_path: Path, part: str) -> None:
    """Whether somebody is an author decides what goes when they leave."""
    files = {"stories/shed.md": story("Words.\n", voice("ann", "Ann", part=part))}
    assert [one.code for one in read(tmp_path, files).findings] == ["part"]


def test_a_page_that_cannot_be_rendered_is_left_out(tmp_path: Path) -> None:
    """One page of the group's own does not stop the site."""
    path = "site_src/pages/about.md"
    result = read(tmp_path, {path: "---\ntitle: About\n---\n"})
    left = without(result, error(path, "prose", "it cannot be rendered", "mend it"))
    assert (left.tree.pages, found(left)) == ((), [(path, 1, 1, "prose")])


def test_a_page_with_a_fault_keeps_its_address(tmp_path: Path) -> None:
    """No file and no other page stands where it will be when it is mended."""
    faulty, sound = "---\ntitel: About\n---\n", "---\ntitle: About\n---\n"
    files = {
        "site_src/pages/about.md": faulty,
        "site_src/pages/about/index.md": sound,
        "site_src/root/about/index.html": "x",
    }
    result = read(tmp_path, files)
    assert (result.tree.pages, result.tree.root_files) == ((), ())
    assert result.tree.claimed == {"/about/": "site_src/pages/about.md"}


CLAIMS: dict[str, tuple[str, tuple[str, ...]]] = {
    "a misspelt key": (story(sumary="x", aliases="[/old]"), ("/old/", "/stories/shed/")),
    "not to be read": (story(title="[", aliases="[/old/]"), ("/old/", "/stories/shed/")),
    "a tab before the key": (
        story(title="A\n\taliases: [/old/]"),
        ("/old/", "/stories/shed/"),
    ),
    "a voice that nobody declares": (story("{bob}\n"), ("/stories/shed/",)),
    "a response": (story(title=None, sumary="x", responds_to="stories/a.md"), ()),
    "a report of another": (
        story(sumary="x", report_of="stories/a.md"),
        ("/stories/shed/",),
    ),
    "a draft that was changed": (story(date=None, updated="2026-01-02", sumary="x"), ()),
    "a draft": (story(date=None, sumary="x"), ()),
    "a date without a colon": (story(date=None, title="A\ndate 2026-01-01"), ("/stories/shed/",)),
}


@pytest.mark.parametrize(("text", "claimed"), CLAIMS.values(), ids=CLAIMS)
def test_a_faulty_story_keeps_its_addresses(
    tmp_path: Path, text: str, claimed: tuple[str, ...]
) -> None:
    """Unless it had none, as far as that can be told: a response, or a draft."""
    (faulty,) = read(tmp_path, {"stories/shed.md": text}).tree.faulty
    assert faulty.claimed == claimed
