"""WordPress exports: what comes waits for everybody's yes, and nothing private comes at all."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from byleave.importing.files import in_folder
from byleave.importing.found import Source, Term
from byleave.importing.refusing import CannotImportError
from byleave.importing.wordpress import wordpress_source
from byleave.values import replace
from tests.beginning.trying import files, front
from tests.cleaning.originals import photograph
from tests.importing.bringing import agree, brought, empty_site, imported, public, stories, text
from tests.importing.exports import PRIVATE, comment, export, item, whole

THEMES = {Term(kind="category", name="News"): ("News",), Term(kind="tag", name="Tea"): ("News",)}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site in which there is nothing yet."""
    return empty_site(tmp_path / "site")


def source(tmp_path: Path, said: str | None = None) -> Source:
    """What is found in an export, whose pictures somebody copied."""
    uploads = tmp_path / "uploads"
    (uploads / "2019/05").mkdir(parents=True, exist_ok=True)
    (uploads / "2019/05/urn.jpg").write_bytes(photograph())
    (tmp_path / "old.xml").write_text(said or whole(), "utf-8")
    return replace(wordpress_source(tmp_path / "old.xml"), files=in_folder(uploads))


URN = "stories/2019/the-urn/index.md"


def test_a_post_is_a_story_that_waits(site: Path, tmp_path: Path) -> None:
    """With its words, day, address and themes, and an author whom nobody has asked."""
    brought(site, source(tmp_path), THEMES)
    said = front(text(site, URN))
    ((id_, author),) = said["voices"].items()
    assert author == {"name": "Kwame A", "identity": "named", "part": "author", "consent": {}}
    assert "kwame" not in id_
    assert said["title"] == "The urn & the \\{kettle}"
    assert (said["date"], said["summary"]) == ("2019-05-01", "Loud & hot.")
    assert (said["themes"], said["aliases"]) == (["News"], ["/2019/05/the-urn/"])
    (picture,) = said["media"].values()
    assert picture == {"shows": "not known yet", "caption": "The urn, at last"}
    body = text(site, URN).split("---\n")[2]
    assert "**We began** with \\{beds} and *mud*.\\\nIt was cold.\n\n&#58;:: voice sam" in body
    assert "[the walk](../the-walk/index.md), and \\[sic] the rest." in body
    assert body.count("![](picture-") == 2
    assert "Inside a builder." in body
    assert "vc_row" not in body


def test_blocks_are_markdown(site: Path, tmp_path: Path) -> None:
    """Tables with a head and a caption, frames as links; a login is nobody's name."""
    brought(site, source(tmp_path))
    said = text(site, "stories/2019/the-walk/index.md")
    assert "We walked to the mill & back." in said
    assert "| Day | Who \\| how |\n| --- | --- |\n| Monday | Nine<br>and a dog |" in said
    assert "[The film](https://www.youtube.com/watch?v=abc123)" in said
    assert [one["name"] for one in front(said)["voices"].values()] == ["Author"]


def test_comments_are_responses_that_wait(site: Path, tmp_path: Path) -> None:
    """Those that readers saw, each behind the one that it answers or the next above that."""
    brought(site, source(tmp_path))
    found = [front(text(site, path)) for path in stories(site) if ".responses/" in path]
    assert [(*one["voices"].values(),)[0]["name"] for one in found] == [
        "Betty",
        "Kwame A",
        "Author",
    ]
    assert all(one["responds_to"] == URN for one in found)
    assert ["in_reply_to" in one for one in found] == [False, True, False]


def test_nothing_private_is_anywhere(site: Path, tmp_path: Path) -> None:
    """A law of imports: no address, login, locked or private word of the source is in the site."""
    report = brought(site, source(tmp_path), THEMES)
    everything = {**files(site), "the report": str(report).encode()}
    # What a meeting's address opens is kept where it is published only if somebody says so.
    joined = everything["stories/2019/roundtable/index.md"].replace(b"pwd=swordfish", b"")
    everything["stories/2019/roundtable/index.md"] = joined
    found = {
        (path, private)
        for path, content in everything.items()
        for private in PRIVATE
        if private.casefold().encode() in content.lower()
        and not (path == "the report" and private == "swordfish")
    }
    assert found == set()
    assert b"Exif" not in b"".join(content for path, content in everything.items() if "jpg" in path)


def test_what_was_not_for_everybody_comes_by_its_name_alone(tmp_path: Path) -> None:
    """And what is left out is counted, not named."""
    first = source(tmp_path)
    assert {why.partition(" (--")[0]: times for why, times in first.left_out.items()} == {
        "posts that were not for everybody: private": 1,
        "posts that were not for everybody: password": 1,
        "posts that were not for everybody: scheduled": 1,
        "comments that nobody approved": 1,
        "what other sites sent by themselves (pingbacks and the like)": 1,
        "what is no story: feedback": 1,
    }
    asked = wordpress_source(tmp_path / "old.xml", also=("private",))
    assert {one.title for one in asked.found} - {one.title for one in first.found} == {
        "Only for the board"
    }


def test_an_event_says_when_and_where_and_hides_how_to_join(site: Path, tmp_path: Path) -> None:
    """A meeting's address is not in the text, and not published until somebody says so."""
    brought(site, source(tmp_path))
    said = text(site, "stories/2019/roundtable/index.md")
    assert front(said)["event"] == {
        "starts": "2019-06-01 18:00",
        "ends": "2019-06-01 20:00",
        "place": "The Mill",
        "address": "2 Mill Lane, Milltown",
        "join": "https://zoom.us/j/123?pwd=swordfish",
        "join_public": "no",
        "cost": "£5",
    }
    assert "zoom" not in said.split("---\n")[2]
    agree(site)
    assert not any(b"zoom" in content for content in public(site).values())


def test_drafts_and_pages_stay_drafts(site: Path, tmp_path: Path) -> None:
    """Of a page nobody knows whose words it has; a draft has no day."""
    brought(site, source(tmp_path))
    assert "date" not in front(text(site, "stories/2019/half-done/index.md"))
    page = front(text(site, "stories/pages/about-us/index.md"))
    assert "voices" not in page
    assert "date" not in page


@pytest.mark.slow
def test_a_site_of_what_was_brought_has_no_error(site: Path, tmp_path: Path) -> None:
    """Nothing is public before the yes; with it the words are there in their order (law 7), and the
    picture still is not, of which nobody has said who is in it.
    """
    brought(site, source(tmp_path), THEMES)
    before = public(site)
    assert "stories/the-urn/index.html" not in before
    assert not any(b"It was cold" in content for content in before.values())
    agree(site)
    after = public(site)
    main = BeautifulSoup(after["stories/the-urn/index.html"], "lxml").find("main")
    assert main is not None
    words = " ".join(main.get_text(" ").split())
    parts = (
        "We began with {beds} and mud . It was cold.",
        "::: voice sam",
        "See the walk , and [sic] the rest.",
        "Inside a builder.",
        "I was *there*. With {sam}.",
    )
    places = [words.find(part) for part in parts]
    assert -1 not in places, words
    assert places == sorted(places), words
    assert not any(path.endswith(".jpg") for path in after)
    assert b"2019/05/the-urn" not in after["stories/the-urn/index.html"]
    assert "2019/05/the-urn/index.html" in after


@pytest.mark.slow
def test_a_second_time_nothing_is_new(site: Path, tmp_path: Path) -> None:
    """What editors did stays; what was changed in the source is taken over where they did nothing,
    and what they deleted does not come back: whoever left stays away.
    """
    brought(site, source(tmp_path))
    before = files(site)
    again = brought(site, source(tmp_path))
    assert {one.state for one in again.brought} == {"same"}
    assert files(site) == before
    other = whole().replace("It was cold.", "It was warm.").replace("to the mill", "to the weir")
    # Somebody wrote on in one of them, was asked in another, and a third was deleted.
    walk = site / "stories/2019/the-walk/index.md"
    walk.write_text(walk.read_text("utf-8").replace("We walked", "We all walked"), "utf-8")
    (site / "stories/2019/roundtable/index.md").unlink()
    report = brought(site, source(tmp_path, other))
    states = {one.path: one.state for one in report.brought if one.state != "same"}
    assert states == {
        URN: "changed",
        "stories/2019/the-walk/index.md": "beside",
        "-": "deleted",
    }
    assert "It was warm." in text(site, URN)
    (beside,) = report.of("beside")
    assert "to the weir" in beside.newer
    assert not any(b"to the weir" in content for content in files(site).values())
    assert "We all walked to the mill" in text(site, "stories/2019/the-walk/index.md")
    assert "roundtable" not in text(site, "site_src/imports.tsv")
    public(site)


@pytest.mark.slow
def test_whoever_agreed_agreed_to_those_words(site: Path, tmp_path: Path) -> None:
    """A story with a permission is not changed by an import; one with notes of the asking is."""
    brought(site, source(tmp_path))
    other = source(tmp_path, whole().replace("It was cold.", "It was warm."))
    asked = text(site, URN).replace("consent: {}", "consent: {asked: 2020-01-01}")
    (site / URN).write_text(asked, "utf-8")
    assert "changed" in {one.state for one in brought(site, other).brought}
    (voice,) = front(text(site, URN))["voices"].values()
    assert voice["consent"] == {"asked": "2020-01-01"}
    given = text(site, URN).replace("{asked: 2020-01-01}", "{record: T-9, given: 2020-01-02}")
    (site / URN).write_text(given, "utf-8")
    third = source(tmp_path, whole().replace("It was cold.", "It was wet."))
    assert "beside" in {one.state for one in brought(site, third).brought}
    assert "It was warm." in text(site, URN)


def test_translations_are_versions(site: Path, tmp_path: Path) -> None:
    """By the source's own keys, without its author a second time."""
    group = ("post_translations", "pll_1", "pll_1")
    said = export(
        [
            item(1, "Yr wrn", "Poeth.", terms=[group, ("language", "cy", "Cymraeg")]),
            item(2, "The urn", "Hot.", terms=[group, ("language", "en", "English")]),
        ]
    )
    brought(site, source(tmp_path, said))
    version = front(text(site, "stories/2019/yr-wrn/index.md"))
    assert (version["language"], version["translation_of"]) == ("cy", URN)
    assert "voices" not in version
    agree(site)
    assert "stories/yr-wrn/index.html" in public(site)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "no export"),
        (b"\x00\xff\xfe\x00", "no export"),
        (b"<html><body>Sign in</body></html>", "no export"),
        (
            b'<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;">]><rss>&d;</rss>',
            "DOCTYPE",
        ),
        (b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><rss/>', "DOCTYPE"),
    ],
)
def test_what_is_no_export_is_said_to_be_none(tmp_path: Path, content: bytes, why: str) -> None:
    """In a message, with nothing written."""
    (tmp_path / "a.xml").write_bytes(content)
    with pytest.raises(CannotImportError, match=why):
        wordpress_source(tmp_path / "a.xml")


def test_a_damaged_export_gives_what_can_be_read(site: Path, tmp_path: Path) -> None:
    """Cut off, with letters of an old kind and signs that are no text, and a note says so."""
    said = export([item(1, "The caf\x0b\xe9", "Warm."), item(2, "Second", "Words.")])
    (tmp_path / "old.xml").write_bytes(said.encode("cp1252")[:-300])
    found = wordpress_source(tmp_path / "old.xml")
    assert found.found[0].title == "The café"
    assert "damaged at line" in found.notes[0]
    brought(site, found)
    public(site)


def test_names_that_climb_and_bite_stay_names(site: Path, tmp_path: Path) -> None:
    """Names of files, themes and addresses come from strangers."""
    said = export(
        [
            item(1, "Up", "A.", name="../../../etc/passwd"),
            item(2, "Same", "B.", name="up"),
            item(
                3, "Same", "C.", name="up", terms=[("category", "x", "=1+1"), ("post_tag", "y", "")]
            ),
            item(4, "", "No title at all, but eight whole words.", name=""),
        ]
    )
    found = source(tmp_path, said)
    brought(site, found, {Term(kind="category", name="=1+1"): ("=1+1",)})
    assert all(path.startswith("stories/2019/") for path in stories(site))
    assert len(stories(site)) == 4
    public(site)


def test_the_command_asks_for_themes_first(site: Path, tmp_path: Path) -> None:
    """A table, since nobody answers 769 questions; then all comes, with a report outside."""
    source(tmp_path)
    old = tmp_path / "old.xml"
    first = imported(site, "wordpress", old)
    assert first.code == 0
    assert "themes.csv" in first.out
    assert stories(site) == []
    table = tmp_path / "themes.csv"
    assert table.read_text("utf-8-sig").splitlines() == [
        "kind,name,used,theme",
        "category,News,1,News",
        "tag,Tea,1,",
    ]
    # As a program for tables of another country saves it.
    table.write_text("kind;name;used;theme\ncategory;News;1;News; Tea\ntag;Tea;1;Tea\n", "cp1252")
    table.write_text(table.read_text("cp1252").replace("News; Tea", '"News; Tea"'), "cp1252")
    said = imported(site, "wordpress", old, "--media", tmp_path / "uploads")
    assert said.code == 0, said.all
    assert "5 stories and 3 responses new" in said.out
    assert front(text(site, URN))["themes"] == ["News", "Tea"]
    page = (tmp_path / "byleave-import.html").read_text("utf-8")
    assert "Betty" in page
    assert "nobody approved" in page
    assert not any(private in page for private in PRIVATE)


def test_what_is_newer_in_the_source_lies_outside_the_site(site: Path, tmp_path: Path) -> None:
    """It may have words of somebody who was taken out: git must not see them, and an editor can."""
    source(tmp_path)
    old, to = tmp_path / "old.xml", tmp_path / "told/report.html"
    to.parent.mkdir()
    assert imported(site, "wordpress", old, "--no-themes", "--report", to).code == 0
    walk = site / "stories/2019/the-walk/index.md"
    walk.write_text(walk.read_text("utf-8").replace("and a dog", ""), "utf-8")
    old.write_text(whole().replace("to the mill", "to the weir"), "utf-8")
    said = imported(site, "wordpress", old, "--no-themes", "--report", to)
    newer = to.parent / "byleave-import-newer/stories/2019/the-walk/index.md"
    assert str(to.parent / "byleave-import-newer") in said.out
    assert "and a dog" in newer.read_text("utf-8")
    assert not any(b"and a dog" in content for content in files(site).values())


def test_nothing_is_fetched_from_nowhere(site: Path, tmp_path: Path) -> None:
    """An export that does not say where the site was ends in a message."""
    old = tmp_path / "old.xml"
    old.write_text(
        whole()
        .replace("<link>https://old.example</link>", "")
        .replace("<wp:base_site_url>https://old.example</wp:base_site_url>", ""),
        "utf-8",
    )
    said = imported(site, "wordpress", old, "--no-themes", "--fetch")
    assert said.code == 3
    assert "--media" in said.err
    assert stories(site) == []


def test_what_is_no_address_ends_nothing(site: Path, tmp_path: Path) -> None:
    """A link, a picture or a frame to it is left out, and the words stay."""
    html = (
        '<a href="http://[bad">Words</a> <img src="http://[bad/a.jpg" alt="x">'
        '<iframe src="http://[bad"></iframe> <a href="/ok/http://[x">More</a>'
    )
    said = export([item(1, "Odd", html)]).replace("05/odd/<", "05/odd/[</link><link>http://[x<")
    brought(site, source(tmp_path, said.replace("https://old.example</link>", "http://[x</link>")))
    assert "Words" in text(site, "stories/2019/odd/index.md")


def test_a_picture_in_a_comment_comes_with_it(site: Path, tmp_path: Path) -> None:
    """A response with a picture has a folder of its own, where that waits."""
    html = '<img src="https://old.example/wp-content/uploads/2019/05/urn.jpg" alt="Cups"> Look'
    said = export([item(1, "Urn", "Hot.", comments=[comment(1, "Betty", html)])])
    brought(site, source(tmp_path, said))
    (response,) = (path for path in stories(site) if ".responses/" in path)
    assert response.endswith("/index.md")
    (name,) = front(text(site, response))["media"]
    assert (site / response).with_name(name).exists()
    assert {one.state for one in brought(site, source(tmp_path, said)).brought} == {"same"}
    agree(site)
    assert b"Look" in public(site)["stories/urn/index.html"]


def test_an_export_in_the_site_is_refused(site: Path) -> None:
    """From there git would take it in, with everybody's addresses."""
    (site / "old.xml").write_text(whole(), "utf-8")
    said = imported(site, "wordpress", site / "old.xml")
    assert said.code == 3
    assert "move it elsewhere" in said.err
    assert stories(site) == []


def test_notes_of_a_post_come_with_it(site: Path, tmp_path: Path) -> None:
    """WordPress keeps them beside the text; a name that is an address is no name."""
    html = '<!-- wp:paragraph --><p>Hot<sup><a href="#n-1">1</a></sup></p><!-- /wp:paragraph -->'
    notes = '[{"content": "So <em>they</em> say.", "id": "n-1"}]'
    said = [comment(1, "visitor.secret@mail.example", "Yes.")]
    one = item(1, "Urn", html, meta={"footnotes": notes}, comments=said)
    brought(site, source(tmp_path, export([one])))
    story, response = sorted(stories(site), key=len)
    assert text(site, story).endswith("Hot[^1]\n\n[^1]: So *they* say.\n")
    assert [voice["name"] for voice in front(text(site, response))["voices"].values()] == ["Author"]


@pytest.mark.slow
def test_forty_comments_keep_their_order(site: Path, tmp_path: Path) -> None:
    """Also where each answers the one before."""
    said = [comment(n, f"Person {n}", f"Say {n}.", parent=n - 1) for n in range(1, 41)]
    brought(site, source(tmp_path, export([item(1, "Long", "A talk.", comments=said)])))
    agree(site)
    page = public(site)["stories/long/index.html"].decode()
    assert all(f"Say {n}." in page for n in range(1, 41))
