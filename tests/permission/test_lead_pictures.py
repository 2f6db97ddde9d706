"""The picture before the text: whose it is, where it is told of, and what is left without it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from byleave.model.renditions import USUAL_FOCUS, Focus, focus_at
from byleave.model.site import StoryView
from byleave.permission.papers.texts import texts_on_pages
from byleave.permission.papers.where_it_shows import file_places
from byleave.pipeline.build_site import build_site
from byleave.pipeline.for_permission_tools import would_be_public
from byleave.pipeline.options import BuildOptions
from tests.laws.pictures import picture
from tests.permission.auditing import LATER
from tests.read.folders import WITHDRAWN, YES, found, put, read, story, voice

TWO = "{a.png: {alt: A gate, shows: [sam]}, b.png: {alt: A barn, shows: nobody, caption: Ours}}"


def page(folder: Path, body: str, consent: str = YES, **front: str | None) -> str:
    """The page of a story with two pictures; Sam is in the first."""
    sam = voice("sam", "Sam", consent, part="pictured")
    files: dict[str, str | bytes] = {
        "stories/a/index.md": story(body, sam, **{"media": TWO, **front}),
        "stories/a/a.png": picture("a"),
        "stories/a/b.png": picture("b"),
    }
    site = put(folder / "site", files)
    options = BuildOptions(executor="serial")
    result = build_site(site, output=folder / "out", as_of=LATER, options=options)
    assert not [one for one in result.diagnostics if one.severity == "error"]
    return (folder / "out/stories/a/index.html").read_text("utf-8")


def parts(html: str) -> Iterator[tuple[str, ...]]:
    """The words for the pictures before the text, and in it."""
    before, text = html.split('<div class="prose">')
    for part in (before.partition("<main")[2], text):
        yield tuple(re.findall(r'<img [^>]*alt="([^"]+)"', part))


def test_a_picture_with_which_a_text_begins_stands_before_it(tmp_path: Path) -> None:
    """With its caption, and the words that the text has for it."""
    html = page(tmp_path, "![Our barn](b.png)\n\nWords.\n\n![](a.png)\n")
    assert tuple(parts(html)) == (("Our barn",), ("A gate",))
    assert html.index("<figcaption>Ours</figcaption>") < html.index("Words.")


@pytest.mark.parametrize(
    "body",
    [
        "Words.\n\n![](a.png)\n",
        "![](a.png) and words.\n\n",
        "![](a.png)\nand words.\n\n",
        "[![](a.png)](https://lea.example.org/)\n\nWords.\n",
        "::: voice sam\n![](a.png)\n\nWords.\n:::\n",
    ],
)
def test_any_other_stays_where_it_is(body: str, tmp_path: Path) -> None:
    """Among words, in a link, or in what somebody says."""
    assert tuple(parts(page(tmp_path, body))) == ((), ("A gate",))


def test_a_story_names_its_lead(tmp_path: Path) -> None:
    """It need not be in the text, and one with which that begins stays there."""
    html = page(tmp_path, "![](a.png)\n\nWords.\n", lead="b.png")
    assert tuple(parts(html)) == (("A barn",), ("A gate",))


def test_whoever_leaves_takes_the_lead_along(tmp_path: Path) -> None:
    """What is left is as if nobody had named it: the text may begin with another."""
    body = "![](b.png)\n\nWords.\n"
    assert tuple(parts(page(tmp_path, body, lead="a.png"))) == (("A gate",), ("A barn",))
    gone = page(tmp_path, body, WITHDRAWN, lead="a.png")
    assert tuple(parts(gone)) == (("A barn",), ())
    media = "{b.png: {alt: A barn, shows: nobody, caption: Ours}}"
    assert gone == page(tmp_path, body, WITHDRAWN, media=media)


def test_forms_show_it_and_say_where_it_stands(tmp_path: Path) -> None:
    """Whoever is in it, or wrote the story, sees on paper what readers would."""
    page(tmp_path, "Words.\n", lead="a.png")
    site = tmp_path / "site"
    expected, plan = would_be_public(site, LATER, story="stories/a/index.md", asking=["sam"])
    (shown,) = expected.media["sam"]
    assert [one.kind for one in file_places(plan, shown.media.file.address)] == ["home", "beside"]
    (text,) = texts_on_pages(plan)
    assert isinstance(text.view, StoryView)
    assert [media.alt for media in text.body.media.values()] == ["A gate"]
    assert text.body.blocks[0].text == "![](byleave-lead)\n\nWords.\n"


@pytest.mark.parametrize(
    ("front", "code"),
    [
        ({"lead": "c.png"}, "lead-undeclared"),
        ({"lead": "A.png"}, "lead-undeclared"),
        ({"lead": "d.pdf"}, "lead-kind"),
        ({"lead": "a.png", "responds_to": "stories/b.md", "title": None}, "lead-of-response"),
        ({"media": "{a.png: {alt: x, shows: nobody, focus: 120% 3%}}"}, "focus"),
        ({"media": "{a.png: {alt: x, shows: nobody, focus: nose}}"}, "focus"),
    ],
)
def test_mistakes_are_told(front: dict[str, str | None], code: str, tmp_path: Path) -> None:
    """At the line of the key, with what to do."""
    media = "{a.png: {alt: x, shows: nobody}, d.pdf: {caption: y}}"
    files: dict[str, str | bytes] = {
        "stories/a/index.md": story("![](a.png) [d](d.pdf)\n", **{"media": media, **front}),
        "stories/a/a.png": picture("a"),
        "stories/a/d.pdf": b"%PDF-1.4",
        "stories/b.md": story(title="B"),
    }
    told = found(read(tmp_path, files))
    assert [one[3] for one in told] == [code]
    assert told[0][1] > 1


@pytest.mark.parametrize(("body", "codes"), [("Words.\n", []), ("![](a.png)\n", ["lead-twice"])])
def test_a_lead_is_in_use(body: str, codes: list[str], tmp_path: Path) -> None:
    """Nobody is told to put it into the text, where it would stand twice."""
    files: dict[str, str | bytes] = {
        "stories/a/index.md": story(body, lead="a.png", media="{a.png: {alt: x, shows: nobody}}"),
        "stories/a/a.png": picture("a"),
    }
    (told,) = read(tmp_path, files).tree.stories
    assert [one.code for one in told.cautions] == codes


@pytest.mark.parametrize(
    ("said", "focus"),
    [
        ("30% 40%", Focus(across=30, down=40)),
        ("0%  100%", Focus(across=0, down=100)),
        ("left", Focus(across=20, down=33)),
        ("Upper right", Focus(across=80, down=33)),
        ("bottom-left", Focus(across=20, down=85)),
        ("lower", Focus(across=50, down=67)),
        ("centre", Focus(across=50, down=50)),
        ("middle left", Focus(across=20, down=50)),
    ],
)
def test_a_focus_is_said_in_numbers_or_in_words(said: str, focus: Focus) -> None:
    """As somebody would say it on the telephone."""
    assert focus_at(said) == focus


@pytest.mark.parametrize("said", ["", "left right", "top bottom", "30 40", "30%", "101% 0%", "up"])
def test_what_is_no_place_is_refused(said: str) -> None:
    """A picture would be cut elsewhere, and nobody would know why."""
    with pytest.raises(ValueError, match="no place"):
        focus_at(said)
    assert Focus(across=50, down=33) == USUAL_FOCUS
