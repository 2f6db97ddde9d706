"""Forms and letters in plain words: what each must say, and how long its sentences may be."""

import base64
import hashlib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from byleave.gate import expect, register
from byleave.model.source import SourceTree
from byleave.permission.papers.letters import withdrawal_letter
from byleave.pipeline.for_permission_tools import on_paper
from byleave.relate import relate
from byleave.values import replace
from tests.gate.sites import tree
from tests.look.test_templates import forgotten
from tests.permission.agreeing import NOON, Asked, form_of, page_of, without
from tests.permission.reading import own_sentences, parsed, words
from tests.read.folders import YES, story, voice

LONGEST = 15
STORY = "stories/fair.md"
ASKED = "{record: BW-2, asked: 2026-05-01}"
LOOK = files("byleave") / "look" / "permission"
TEMPLATES = sorted(one.name for one in LOOK.iterdir() if one.name.endswith(".html"))

BODY = """\
Ann wrote this.

::: voice tom
Tom digs.
:::

::: voice una about tom
Una saw him dig.
:::
"""


def a_site(folder: Path, **kinds: str) -> SourceTree:
    """A story by Ann with a voice of Tom, of whom `kinds` tell, and an anonymous one."""
    text = story(
        BODY,
        voice("ann", "Ann Lea", YES, identity="named", part="author", person="ann"),
        voice("tom", "Tom", ASKED, **({"place": "Ware"} | kinds)),
        voice("una", "A neighbour", ASKED, identity="anonymous"),
    )
    return tree(folder, {STORY: text})


def _every_paper(site: SourceTree) -> Iterator[tuple[Asked, str]]:
    for id_ in ("ann", "tom", "una"):
        found = form_of(site, STORY, id_)
        yield found, page_of(found, easy_read=True)
        form, plan = found
        for changed in (
            replace(form, is_deciding=not form.is_deciding, texts=form.texts[:1]),
            replace(form, is_named_above=not form.is_named_above, identity="first-name"),
            replace(form, texts=(replace(form.texts[0], blocks=frozenset(), unmarked=False),)),
        ):
            yield found, page_of((changed, plan), easy_read=True)


def test_easy_read_says_one_thing_at_a_time(tmp_path: Path) -> None:
    """No sentence of an Easy Read form has more than fifteen words."""
    seen = set()
    for _, page in _every_paper(a_site(tmp_path)):
        seen |= set(own_sentences(page))
    assert "You do not have to say why." in seen
    assert [one for one in seen if len(one.split()) > LONGEST] == []


def test_each_use_has_its_own_yes_and_no(tmp_path: Path) -> None:
    """Somebody who says yes to the website has said nothing yet of the rest."""
    for easy_read in (False, True):
        page = parsed(page_of(form_of(a_site(tmp_path), STORY, "ann"), easy_read=easy_read))
        for use in ("web", "search", "feed", "engines", "social", "people"):
            boxes = page.xpath(f"//input[@name='use-{use}']")
            assert [one.get("value") for one in boxes] == ["yes", "no"], use
            assert not any("checked" in one.attrib for one in boxes)


def test_nobody_without_their_own_name_is_asked_for_a_page_of_their_own(tmp_path: Path) -> None:
    """It would have their own name, which nobody is to know."""
    page = parsed(page_of(form_of(a_site(tmp_path), STORY, "tom")))
    assert page.xpath("//input[@name='use-people']") == []


@pytest.mark.parametrize("easy_read", [False, True])
def test_what_tells_who_somebody_is_has_a_yes_and_no_each(
    tmp_path: Path, *, easy_read: bool
) -> None:
    """Place, relative, worker, health and project: for somebody not named these say who it is."""
    page = parsed(page_of(form_of(a_site(tmp_path), STORY, "una"), easy_read=easy_read))
    for what in ("place", "relative", "worker", "health", "project"):
        assert len(page.xpath(f"//input[@name='tells-{what}']")) == 2, what


@pytest.mark.parametrize(
    ("identity", "said"),
    [
        ("named", "This is your own name."),
        ("first-name", "without your surname"),
        ("pseudonym", "another name in the place of yours"),
        ("anonymous", "No name is used for you."),
    ],
)
def test_a_form_says_by_which_name_somebody_is_called(
    tmp_path: Path, identity: str, said: str
) -> None:
    """Whoever has another name, or none, is told that it is so and what it cannot do."""
    page = words(page_of(form_of(a_site(tmp_path, identity=identity), STORY, "tom")))
    assert said in page
    assert ("may still know you" in page) == (identity in ("pseudonym", "anonymous"))


def test_an_author_is_not_shown_the_words_of_others(tmp_path: Path) -> None:
    """In an author's own text it says where words of others stand, once for those in a row."""
    page = words(page_of(form_of(a_site(tmp_path), STORY, "ann")))
    assert "Ann wrote this." in page
    assert page.count("Words of other people come here") == 1
    assert "Tom digs" not in page


def test_what_is_said_about_somebody_is_on_their_form(tmp_path: Path) -> None:
    """They agree to the words of others about them as to their own."""
    page = words(page_of(form_of(a_site(tmp_path), STORY, "tom")))
    assert "Tom digs." in page
    assert "Una saw him dig." in page
    assert "Ann wrote this" not in page


@pytest.mark.parametrize("easy_read", [False, True])
def test_what_is_kept_of_a_form_says_how_to_stop(tmp_path: Path, *, easy_read: bool) -> None:
    """Until they have the receipt: their number, what they said, whom to tell, the law."""
    page = parsed(page_of(form_of(a_site(tmp_path), STORY, "tom"), easy_read=easy_read))
    (kept,) = page.xpath("//section[contains(@class, 'receipt')]")
    said = " ".join(kept.text_content().split())
    for piece in (
        "Date",
        "On our website",
        "tilda@lea.example.org",
        "Code of this form",
        "receipt",
    ):
        assert piece in said, piece
    assert "What the law wants you to know" in said
    assert "BW-2" in kept.xpath(".//input/@value")


@pytest.mark.slow
@pytest.mark.parametrize("easy_read", [False, True])
def test_a_form_asks_nothing_of_anybody(tmp_path: Path, *, easy_read: bool) -> None:
    """Opened by a storyteller, it tells nobody that it was: all that it shows is in it."""
    text = story(
        "![](bed.png)\n\nText.\n",
        voice("ann", "Ann", YES, part="author"),
        media="{bed.png: {alt: A bed, shows: [ann]}}",
    )
    png = (Path(__file__).parents[2] / "site_src" / "media" / "ask.png").read_bytes()
    site = tree(tmp_path, {"stories/fair/index.md": text, "stories/fair/bed.png": png})
    found = form_of(site, "stories/fair/index.md", "ann")
    page = page_of(found, easy_read=easy_read)
    sources = parsed(page).xpath("//@src")
    assert len(sources) == 3
    assert all(one.startswith("data:image/") for one in sources)
    assert not parsed(page).xpath("//script[@src] | //link")
    # What stands in it may run and nothing else, and it can reach nobody.
    (own,) = parsed(page).xpath("//script")
    digest = base64.b64encode(hashlib.sha256(own.text.encode()).digest()).decode()
    (policy,) = parsed(page).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert f"script-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "default-src 'none'" in page


def test_an_answer_is_asked_about_as_an_answer(tmp_path: Path) -> None:
    """Who answered decides about the answer: the lists of the story are not theirs to refuse."""
    answer = story("I know.\n", voice("bo", "Bo", ASKED), title=None, responds_to=STORY)
    asked_about = story(BODY.split(":::")[0], voice("ann", "Ann", YES, part="author"))
    site = tree(tmp_path, {STORY: asked_about, "stories/fair.responses/1.md": answer})
    for easy_read in (False, True):
        found = form_of(site, "stories/fair.responses/1.md", "bo")
        said = words(page_of(found, easy_read=easy_read))
        assert "Your part in an answer to The shed" in said
        assert "I know." in said
        assert "Ann wrote this" not in said
        assert "feed.xml" not in said
        assert "the whole story" not in said


def _letter(site: SourceTree, id_: str, *, easy_read: bool, language: str = "en-GB") -> str:
    left = without(site, STORY, id_)
    (entry,) = (one for one in register(left, NOON) if one.voice == id_)
    found = expect(left, NOON, story=STORY, asking=[id_])
    plan = relate(found.rehearsal)
    letter = withdrawal_letter([(entry, found, plan)], NOON.date())
    return on_paper(letter, plan, language=language, easy_read=easy_read)


def test_a_letter_says_what_goes_and_what_may_remain(tmp_path: Path) -> None:
    """Somebody who left knows what came down, what copies there may be, and whom to ask."""
    said = words(_letter(a_site(tmp_path), "ann", easy_read=False))
    for piece in (
        "The whole story",
        "https://lea.example.org/stories/fair/",
        "https://lea.example.org/feed.xml",
        "two days",
        "Search engines may still show it",
        "Wayback Machine",
        "Older versions of our own files",
        "tilda@lea.example.org",
        "21 November 2026",
    ):
        assert piece in said, piece


def test_a_letter_quotes_nothing_of_what_was_said(tmp_path: Path) -> None:
    """It may be read by others in the house; and the words are gone."""
    for easy_read in (False, True):
        said = words(_letter(a_site(tmp_path), "ann", easy_read=easy_read))
        assert "Ann wrote this" not in said
        assert "Ann Lea" not in said


def test_a_letter_tells_of_no_use_that_was_never_permitted(tmp_path: Path) -> None:
    """Whoever never was in a feed is not told of copies of it."""
    few = YES.replace("search, feed, engines, social, people", "search")
    text = story("Ann wrote this.\n", voice("ann", "Ann", few, part="author"))
    site = tree(tmp_path, {STORY: text})
    said = words(_letter(site, "ann", easy_read=False))
    assert "feed.xml" not in said
    assert "follow our feeds" not in said
    assert "Search engines were told to stay away." in said


def test_an_easy_read_letter_says_one_thing_at_a_time(tmp_path: Path) -> None:
    """No sentence has more than fifteen words."""
    found = [
        one
        for id_ in ("ann", "tom")
        for one in own_sentences(_letter(a_site(tmp_path), id_, easy_read=True))
    ]
    assert "We take down the whole story." in found
    assert [one for one in found if len(one.split()) > LONGEST] == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_word_is_in_the_catalogue(name: str) -> None:
    """What somebody reads on a form can be said in their language."""
    assert forgotten((LOOK / name).read_text("utf-8")) == []
