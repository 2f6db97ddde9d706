"""What is written at the desk is the smallest change of the file, and nothing of it is lost."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from byleave.desk.writing.changing import changed, sheet_in
from byleave.desk.writing.merging import merged
from byleave.editing.front_matter import record_of, value_at
from byleave.values import replace
from tests.architecture.sources import REPOSITORY
from tests.desk.running import HIDDEN, AtDesk, at_desk
from tests.laws.pictures import picture
from tests.preview.sites import FILES
from tests.read.folders import put, story, voice

DEMO = sorted((REPOSITORY / "stories").rglob("*.md"))
ODD = """\
\ufeff---\r
# who wrote this
title:   'The shed'   # a title\r
date: 2026-01-01\r
voices:\r
  tom: {name: Tom, identity: pseudonym, part: author, consent: {}}   # not asked\r
---\r
One line.\r
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[AtDesk]:
    """A desk of a small site of one's own."""
    with at_desk(put(tmp_path / "site", FILES), tmp_path / "state") as found:
        yield found


def form_of(desk: AtDesk, path: str) -> dict[str, str]:
    """What the form of a story sends besides what somebody types: what is hidden in it."""
    page = desk.get(f"/story?path={path}").text
    form = page[page.index('<form class="writing"') :]
    return dict(HIDDEN.findall(form))


def test_a_form_that_nobody_touched_changes_no_byte() -> None:
    """Of any file: comments, quotes, line ends, and keys that are on no field."""
    assert len(DEMO) > 20
    for path in DEMO:
        text = path.read_bytes().decode()
        assert changed("stories/a.md", text, sheet_in(text)) == text, path


def test_only_what_was_changed_is_written() -> None:
    """Everything around it keeps its bytes."""
    sheet = sheet_in(ODD)
    wanted = replace(sheet, lines={**sheet.lines, "title": "The hut"}, body="Two.\n\nLines.\n")
    new = changed("stories/a.md", ODD, wanted)
    assert new == ODD.replace("'The shed'", "The hut").replace("One line.", "Two.\r\n\r\nLines.")


def test_two_changes_of_one_story_come_together() -> None:
    """What only one of two people changed is theirs; of what both did, it is the later one."""
    base = sheet_in(ODD)
    yours = replace(base, lines={**base.lines, "title": "The hut", "summary": "Mine."})
    theirs = replace(base, lines={**base.lines, "title": "The barn"}, body="Theirs.\n")
    both = merged(base, yours, theirs)
    assert (both.lines["title"], both.lines["summary"]) == ("The hut", "Mine.")
    assert both.body == "Theirs.\n"


@pytest.mark.slow
def test_a_story_is_written_from_nothing(desk: AtDesk) -> None:
    """By forms alone: begun, filled in, somebody added, kept; and they are asked first."""
    page = desk.keep("/new", {"kind": "story", "title": "Plums & pears"})
    assert "Plums &amp; pears" in page.text
    path = "stories/plums-pears/index.md"
    assert desk.text(path) == '---\ntitle: "Plums & pears"\nvoices: {}\n---\n'
    person = {
        "new-person-name": "Ida",
        "new-person-identity": "pseudonym",
        "new-person-part": "quoted",
    }
    added = desk.keep(
        "/story", {**form_of(desk, path), **person, "title": "Plums", "do": "add-person"}
    )
    assert 'value="Ida"' in added.text
    assert "Ida" not in desk.text(path)
    fields = {
        **form_of(desk, path),
        "person-count": "1",
        "person-0-id": "ida",
        "person-0-open": "yes",
        "person-0-name": "Ida",
        "person-0-identity": "pseudonym",
        "person-0-part": "quoted",
        "title": "Plums",
        "date": "2026-05-01",
        "theme": ["Rain"],
        "body": "Words.\r\n\r\n::: voice ida\r\nSour ones.\r\n:::\r\n",
        "do": "keep",
    }
    kept = desk.keep("/story", fields)
    assert "Kept." in kept.text
    record = record_of(desk.text(path))
    assert value_at(record, "title") == "Plums"
    assert value_at(record, "themes") == ("Rain",)
    assert value_at(record, "voices", "ida", "consent") == {}
    assert desk.text(path).endswith("Words.\n\n::: voice ida\nSour ones.\n:::\n")
    assert "Ida has not said yes yet" in desk.get("/").text
    live = desk.get("/stories/plums-pears/", port=desk.live_port).text
    assert "Sour ones." in live
    public = desk.get("/stories/plums-pears/", port=desk.public_port).text
    assert "Words." in public
    assert "Sour ones." not in public
    back = desk.keep("/story", {**form_of(desk, path), "do": "undo"})
    assert "taken back" in back.text
    assert "Sour ones." not in desk.text(path)


def test_a_file_that_changed_meanwhile_is_not_written_over(desk: AtDesk) -> None:
    """Both are shown, what only the other changed is taken over, and one can then keep it."""
    path = "stories/hush.md"
    fields = form_of(desk, path)
    was = desk.text(path)
    desk.put({path: was.replace("Kettle two.", "Kettle two and a half.")})
    typed = {"title": "Riper plums", "body": "Kettle two.\n", "do": "keep"}
    answer = desk.post("/story", {"word": desk.word, **fields, **typed})
    assert answer.status == 409
    assert "Somebody else has changed this story" in answer.text
    assert "Kettle two and a half." in answer.text
    assert "Riper plums" in answer.text
    assert "Riper" not in desk.text(path)
    again = dict(HIDDEN.findall(answer.text[answer.text.index('<form class="writing"') :]))
    desk.keep(
        "/story",
        {**again, "title": "Riper plums", "body": "Kettle two and a half.\n", "do": "keep"},
    )
    assert desk.text(path) == was.replace("Unripe", "Riper").replace("two.", "two and a half.")


def test_what_was_not_kept_is_there_again(desk: AtDesk, tmp_path: Path) -> None:
    """It lies outside the site folder, for this user alone, and goes when it is kept."""
    path = "stories/hush.md"
    fields = {**form_of(desk, path), "title": "Half a title", "body": "Half a line"}
    assert desk.post("/draft", {"word": desk.word, **fields}).status == 204
    (draft,) = (tmp_path / "state").rglob("*.json")
    assert draft.stat().st_mode & 0o077 == 0
    assert not draft.is_relative_to(desk.folder)
    assert "was not kept" in desk.get(f"/story?path={path}").text
    taken = desk.keep("/story", {"path": path, "do": "take-draft"})
    assert "Half a title" in taken.text
    assert "Half" not in desk.text(path)
    desk.keep("/story", {**fields, "do": "keep"})
    assert "Half a title" in desk.text(path)
    assert not draft.exists()


def test_a_mistake_stands_beside_its_field(desk: AtDesk) -> None:
    """With the way to it at the head of the page, in words that are about the field."""
    path = "stories/hush.md"
    page = desk.keep(
        "/story", {**form_of(desk, path), "title": "Plums", "date": "2026-02-31", "do": "keep"}
    )
    assert 'href="#date"' in page.text
    assert 'aria-describedby="date-hint date-said"' in page.text
    assert "To be mended" in page.text


def test_what_cannot_be_read_is_mended_as_it_stands(desk: AtDesk) -> None:
    """A file without a form is shown whole, with the line and the way to mend it."""
    path = "stories/broken.md"
    desk.put({path: "---\ntitle: [a\n---\nWords.\n"})
    desk.get("/")
    answer = desk.get(f"/story?path={path}")
    assert answer.status == 303
    page = desk.get(answer.headers["location"])
    assert "title: [a" in page.text
    fields = dict(HIDDEN.findall(page.text))
    mended = desk.keep("/file", {**fields, "text": "---\ntitle: A\n---\nWords.\n", "do": "keep"})
    assert "Kept." in mended.text or mended.status == 303
    assert desk.text(path) == "---\ntitle: A\n---\nWords.\n"


@pytest.mark.slow
def test_a_picture_comes_without_what_it_tells(desk: AtDesk) -> None:
    """It lies beside its story under a name that says nothing, with its words and who is shown."""
    path = "stories/fair.md"
    before = desk.text(path)
    fields = form_of(desk, path)
    fields |= {"body": sheet_in(before).body, "title": "The fair", "date": "2026-01-01"}
    upload = ("garden of ida.png", picture("stories/garden.png"))
    page = desk.upload(
        "/story",
        {**fields, "new-picture-alt": "A shed", "new-picture-shows": "nobody", "do": "picture"},
        {"new-picture": upload},
    )
    assert "The picture is there." in page.text
    assert (desk.folder / "stories/picture.png").is_file()
    record = record_of(desk.text(path))
    assert value_at(record, "media", "picture.png") == {"alt": ("A shed",), "shows": ("nobody",)}
    assert "![](picture.png)" in desk.text(path)


def test_nobody_takes_somebody_out_who_was_asked() -> None:
    """Whoever has a record leaves by the tools for it, which note it in the list."""
    text = story("Words.\n", voice("tom", "Tom"))
    sheet = sheet_in(text)
    assert changed("stories/a.md", text, replace(sheet, people=())) == text
    named = replace(sheet.people[0], lines={**sheet.people[0].lines, "name": "Tim"})
    assert changed("stories/a.md", text, replace(sheet, people=(named,))) == text


def test_a_theme_that_is_not_there_yet_is_begun(desk: AtDesk) -> None:
    """By its name, once; one that is there under any of its names is chosen, and not made again."""
    path = "stories/hush.md"
    typed = {"title": "Unripe plums", "body": "Kettle two.\n", "do": "keep"}
    desk.keep("/story", {**form_of(desk, path), **typed, "new-theme": "Sun and wind"})
    assert desk.text("themes/sun-and-wind.md").startswith("---\ntitle: Sun and wind\n---\n")
    assert value_at(record_of(desk.text(path)), "themes") == ("Sun and wind",)
    again = {**form_of(desk, path), **typed, "theme": "Sun and wind", "new-theme": "rain"}
    desk.keep("/story", again)
    assert value_at(record_of(desk.text(path)), "themes") == ("Sun and wind", "rain")
    assert not (desk.folder / "themes/rain-2.md").exists()


def sent_by_a_browser(page: str) -> dict[str, list[str]]:
    """All that a browser sends of the form of a story when nobody has touched it."""
    root: Any = html.document_fromstring(page)
    (form,) = (one for one in root.forms if one.get("class") == "writing")
    texts = {one.get("name") for one in form.iter("textarea")}
    fields: dict[str, list[str]] = {}
    for name, value in form.form_values():
        # A browser leaves out the first line end of these.
        fields.setdefault(name, []).append(value.removeprefix("\n") if name in texts else value)
    return fields


@pytest.mark.slow
def test_a_form_that_nobody_touched_keeps_every_story_as_it_is(tmp_path: Path) -> None:
    """As a browser sends it: what is on a field, what is on none, and what no field can show."""
    site = tmp_path / "site"
    for folder in ("stories", "themes", "site_src"):
        shutil.copytree(REPOSITORY / folder, site / folder)
    odd = story(
        "![](a.png)\n",
        voice("tom", "Tom", "{}"),
        media="{a.png: {alt: A, shows: [tom, gone]}, b.mp3: {shows: nobody}}",
        event="{starts: 2026-7-1 9:00, programme: [{title: A, at: 9:00, voices: [gone]}]}",
        series="no-such",
        themes="[welcome, no such, Home]",
        date="2026-02-31",
    )
    (site / "stories/odd.md").write_text(odd, "utf-8")
    paths = [one.relative_to(site).as_posix() for one in sorted((site / "stories").rglob("*.md"))]
    before = {path: (site / path).read_bytes() for path in paths}
    with at_desk(site, tmp_path / "state") as desk:
        for path in paths:
            fields = sent_by_a_browser(desk.get(f"/story?path={path}").text)
            assert desk.post("/story", {**fields, "do": "keep"}).status == 303, path
    for path in paths:
        assert (site / path).read_bytes() == before[path], path
