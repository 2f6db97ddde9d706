"""Cases that once went wrong somewhere, each by its name: a site is built, and looked through."""

from pathlib import Path

import pytest

from byleave.pipeline.build_site import build_site
from byleave.write.marker import FIRST_LINE, digest_of
from tests.cleaning.originals import SECRETS, photograph
from tests.laws.folders import read_files
from tests.laws.pictures import picture
from tests.permission.built_sites import (
    GONE,
    NOON,
    QW,
    TILDA,
    Files,
    build,
    output,
    page,
    structured,
    text,
)
from tests.read.folders import WITHDRAWN, YES, put, story, voice

WELL = story("The water is cold.\n", TILDA, title="The well", themes="[water]")
WATER = {"themes/water.md": "---\ntitle: Water\n---\nWhat runs.\n"}


def codes(folder: Path, files: Files) -> list[tuple[str, str]]:
    """Path and code of what everybody is told."""
    result, _ = build(folder, files)
    return [(one.path, one.code) for one in result.diagnostics if not one.private]


def test_a_draft_of_a_response_needs_no_voices_yet(tmp_path: Path) -> None:
    """Who posted it may be written down first: it is withheld as a draft, and that is no error."""
    draft = "---\ndate: 2024-05-01\nresponds_to: stories/well.md\nposted_by: qw\n---\nHello.\n"
    files: Files = {**WATER, "stories/well.md": WELL, "stories/well.responses/hello.md": draft}
    result, _ = build(tmp_path, files)
    assert result.diagnostics == ()
    assert result.withheld == {"draft": 1}


def test_a_file_that_no_published_story_uses(tmp_path: Path) -> None:
    """Whatever lies in the folder of a story, what it does not show is not published."""
    files: Files = {
        "stories/a/index.md": story("Words.\n", TILDA),
        "stories/a/draft.png": picture("draft"),
        "stories/a/notes.txt": "Qwynneth's notes",
        "stories/a/consent-form.pdf": b"scan",
        "site_src/media/unused.png": picture("unused"),
    }
    made = output(tmp_path, files)
    assert not [path for path in made if path.startswith("media/")]
    assert "Qwynneth" not in text(made)


def test_the_same_pseudonym_on_two_stories(tmp_path: Path) -> None:
    """A warning in both that readers can put the two together."""
    kit = voice("kit", "Kit", part="author")
    files = {"stories/a.md": story("A.\n", kit), "stories/b.md": story("B.\n", kit)}
    assert codes(tmp_path, files) == [
        ("stories/a.md", "same-pseudonym"),
        ("stories/b.md", "same-pseudonym"),
    ]


def test_a_relative_who_is_mentioned_and_not_declared(tmp_path: Path) -> None:
    """A warning: nobody has asked them."""
    files = {"stories/a.md": story("My mother sewed.\n", TILDA)}
    assert codes(tmp_path, files) == [("stories/a.md", "relative-not-declared")]


def test_a_scan_of_a_form_among_the_media(tmp_path: Path) -> None:
    """A warning: a signed form has a real name on it, and stays offline."""
    files: Files = {
        "site_src/media/Permission_form-03.jpg": picture("scan"),
        "stories/a/index.md": story("A.\n", TILDA),
        "stories/a/ffurflen-caniatad.png": picture("sgan"),
        "stories/a/information-form.png": picture("empty"),
        "stories/a/designed.png": picture("designed"),
    }
    assert codes(tmp_path, files) == [
        ("site_src/media/Permission_form-03.jpg", "belongs-offline"),
        ("stories/a/ffurflen-caniatad.png", "belongs-offline"),
    ]


def test_the_only_story_of_a_theme_withdrawn(tmp_path: Path) -> None:
    """The theme is as it would be if nothing had ever been told about it."""
    shed = story("Of sheds.\n", GONE, title="The shed", themes="[sheds]")
    themes = {**WATER, "themes/sheds.md": "---\ntitle: Sheds\n---\n"}
    well = {"stories/well.md": WELL, **themes}
    with_shed = output(tmp_path, {**well, "stories/shed.md": shed}, into="a")
    assert with_shed == output(tmp_path, well, into="b")


@pytest.mark.slow
def test_counts_and_paging_after_a_withdrawal(tmp_path: Path) -> None:
    """Lists close up: no page of them, no number and no year tells that one is missing."""
    files: dict[str, str | bytes] = {
        f"stories/s{number:02}.md": story(
            "A.\n", TILDA, title=f"Story {number}", date=f"2026-01-{number:02}"
        )
        for number in range(1, 28)
    }
    with_one = {
        **files,
        "stories/s99.md": story("A.\n", GONE, title="Story 99", date="2026-01-14"),
        "stories/old.md": story("A.\n", GONE, title="An old one", date="2019-01-14"),
    }
    assert output(tmp_path, with_one, into="a") == output(tmp_path, files, into="b")


def test_previous_and_next_beside_a_withheld_story(tmp_path: Path) -> None:
    """The neighbours of what is gone are each other's neighbours."""
    first = story("One.\n", TILDA, title="First thing", date="2026-01-01")
    last = story("Three.\n", TILDA, title="Third thing", date="2026-01-03")
    between = story("Two.\n", GONE, title="Second thing", date="2026-01-02")
    files = {"stories/1.md": first, "stories/2.md": between, "stories/3.md": last}
    made = output(tmp_path, files)
    assert "Third thing" in page(made, "stories/1/index.html")
    assert "First thing" in page(made, "stories/3/index.html")
    assert "Second thing" not in text(made)


def used(*uses: str) -> Files:
    """A site with one event, to which its author gave these uses."""
    consent = YES.replace("[web, search, feed, engines, social, people]", f"[{', '.join(uses)}]")
    event = "{starts: 2026-07-01 10:00, place: The yard}"
    author = voice("tilda", "Tilda", consent, part="author")
    return {"stories/fair.md": story("Come.\n", author, title="Goose fair", event=event)}


@pytest.mark.parametrize(
    ("use", "file"),
    [
        ("engines", "sitemap.xml"),
        ("feed", "feed.xml"),
        ("feed", "feed.json"),
        ("feed", "calendar.ics"),
    ],
)
def test_a_list_for_machines_with_and_without_its_use(tmp_path: Path, use: str, file: str) -> None:
    """Sitemap, feeds and calendar have what may be in them, and nothing else."""
    everything = ["web", "search", "feed", "engines", "social"]
    fewer = [one for one in everything if one != use]
    assert b"fair" in output(tmp_path, used(*everything), into="a")[file]
    assert b"fair" not in output(tmp_path, used(*fewer), into="b").get(file, b"")


def test_structured_data_with_and_without_its_use(tmp_path: Path) -> None:
    """What search engines read in a page is there only where they may read the page."""
    path = "stories/fair/index.html"
    with_use = output(tmp_path, used("web", "engines"), into="a")
    assert structured(with_use, path)
    assert "noindex" not in page(with_use, path)
    without = output(tmp_path, used("web", "feed"), into="b")
    assert not structured(without, path)
    assert "noindex" in page(without, path)


def test_a_response_that_names_a_withdrawn_voice(tmp_path: Path) -> None:
    """Whoever answers and says the name takes their answer along: by id, or as a word."""
    shed = story("We met.\n\n::: voice qw\nI sang.\n:::\n", TILDA, GONE.replace("author", "quoted"))
    amos = voice("amos", "Amos", part="respondent")
    told = {"responds_to": "stories/shed.md", "title": None}
    files = {
        "stories/shed.md": shed,
        "stories/shed.responses/a.md": story("I liked what {qw} sang.\n", amos, **told),
        "stories/shed.responses/b.md": story("Qwynneth’s song!\n", amos, **told),
        "stories/shed.responses/c.md": story("A fine shed.\n", amos, **told),
    }
    made = output(tmp_path, files)
    assert "A fine shed." in text(made)
    assert not [word for word in ("Qwynneth", "sang", "song!") if word in text(made)]


def test_a_voice_who_withdraws_where_another_talks_about_them(tmp_path: Path) -> None:
    """What somebody else says about them goes too, whether it is declared or only named."""
    body = (
        "Before.\n\n::: voice tilda about qw\nShe wore violet.\n:::\n\n"
        "::: voice tilda\nQwynneth had a kettle.\n:::\n\n::: voice tilda\nI have a spade.\n:::\n"
    )
    withdrawn = voice("qw", "Qwynneth", WITHDRAWN)
    made = output(tmp_path, {"stories/shed.md": story(body, TILDA, withdrawn)})
    assert "I have a spade." in text(made)
    assert not [word for word in ("Qwynneth", "violet", "kettle") if word in text(made)]


def test_a_withdrawn_page_that_was_in_the_old_output(tmp_path: Path) -> None:
    """The next build takes it away, with its picture, and every list that had it."""
    media = "{door.png: {alt: A door, shows: nobody}}"
    well: Files = {"stories/well.md": WELL, **WATER, "stories/door/door.png": picture("door")}
    before = story("![](door.png)\n", QW, title="Violet door", media=media)
    after = story("![](door.png)\n", GONE, title="Violet door", media=media)
    first = output(tmp_path, {**well, "stories/door/index.md": before})
    assert "Violet door" in text(first)
    second = output(tmp_path, {**well, "stories/door/index.md": after})
    assert "Violet door" not in text(second)
    assert "Qwynneth" not in text(second)
    assert second == output(tmp_path, well, into="fresh")


def test_an_old_output_folder_from_another_version(tmp_path: Path) -> None:
    """Other pages, originals with a place in them, a marker that knows less: all is replaced."""
    media = "{door.jpg: {alt: A door, shows: nobody}}"
    files: Files = {
        "stories/door/index.md": story("![](door.jpg)\n", TILDA, media=media),
        "stories/door/door.jpg": photograph(),
        "site_src/media/sign.jpg": photograph(turned=3),
        "site_src/pages/about.md": "---\ntitle: About\n---\n![](/media/sign.jpg)\n",
    }
    old: Files = {
        "stories/qwynneth/index.html": "Qwynneth, by another version",
        "media/sign.jpg": photograph(turned=3),
        "media/0123456789abcdef.jpg": photograph(),
        "search.json": '["Qwynneth"]',
    }
    folder = put(tmp_path / "public", old)
    (folder / "site_src/site.yaml").unlink()
    (folder / "site_src").rmdir()
    lines = sorted(digest_of(path) for path in old)
    (folder / ".byleave").write_bytes(FIRST_LINE + "".join(f"{one}\n" for one in lines).encode())
    made = output(tmp_path, files)
    assert made == output(tmp_path, files, into="fresh")
    assert "Qwynneth" not in text(made)
    assert not [secret for secret in SECRETS for content in made.values() if secret in content]


def test_a_warm_cache_after_a_withdrawal(tmp_path: Path) -> None:
    """Nothing of who left is in the output or the cache, and both are those of a clean build."""
    told = story("My violet kettle.\n", QW, title="Violet door")
    site = put(tmp_path / "site", {"stories/door.md": told, "stories/well.md": WELL})
    made = tmp_path / "out"
    (tmp_path / "clean").mkdir()
    for _ in range(2):
        build_site(site, output=made, as_of=NOON)
    assert b"Qwynneth" in b"".join(read_files(made).values())
    put(site, {"stories/door.md": story("My violet kettle.\n", GONE, title="Violet door")})
    build_site(site, output=made, as_of=NOON)
    assert read_files(made) == output(tmp_path / "clean", {"stories/well.md": WELL})
    cache = b"".join(read_files(site / ".byleave").values())
    assert cache
    assert not [word for word in (b"Qwynneth", b"iolet", b"kettle", b"door") if word in cache]
