"""Pages as they are made of the plan: headings in order, ways to answer, ways through lists."""

from collections.abc import Mapping
from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html

from byleave.model.published import Block, PublishedSet
from byleave.model.settings import Contact, Settings
from byleave.model.site import StoryView
from byleave.relate import relate
from byleave.relate.pages.a_to_z import MOST_ON_ONE_PAGE
from byleave.values import replace
from tests.relate.making import days, event, published, rendered, response, story, theme, voice

CONTACT = Contact(email="hello@example.org", telephone="01632 960148")


def made(content: PublishedSet, **settings: object) -> Mapping[str, html.HtmlElement]:
    """The pages of a site by their addresses; `settings` replace those of the site."""
    own: Settings = replace(content.settings, **settings)
    plan = relate(replace(content, settings=own))
    output = rendered(plan, own.url)
    return {
        "/" + file.path.removesuffix("index.html"): html.document_fromstring(file.content.decode())
        for file in output.files
        if isinstance(file.content, bytes) and file.path.endswith(".html")
    }


def large() -> PublishedSet:
    """A site in which every list is long and every kind of page has something on it."""
    ann = voice("ann", person="ann", part="convenor")
    stories = [
        story(f"story-{number:03}", ann, date=day, themes=("bread",), series="tea")
        for number, day in enumerate(days(MOST_ON_ONE_PAGE))
    ]
    past = {"event": event("2020-06-01", form="fair"), "past": True}
    return published(
        *stories,
        *(story(f"fair-{number:03}", **past) for number in range(120)),
        story("soon", ann, event=event("2030-06-01 10:00", "2030-06-01 12:00")),
        story("talk", event=event("2030-06-01 10:30"), part_of="stories/soon.md"),
        response("answer", "soon", voice("bea")),
        response("apart", "soon", voice("cat", "search")),
        themes=[theme("bread", also_known_as=("baking",)), theme("cake", broader="bread")],
    )


@pytest.fixture(scope="module", name="pages")
def large_site() -> Mapping[str, html.HtmlElement]:
    """The pages of a large site."""
    return made(large(), contact=CONTACT)


@pytest.mark.slow
def test_headings_are_in_order_on_every_page(pages: Mapping[str, html.HtmlElement]) -> None:
    """One of level 1, and none that skips a level on its way down."""
    for address, page in pages.items():
        levels = [int(one.tag[1]) for one in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels.count(1) == 1, address
        assert levels[0] == 1, address
        assert all(after <= before + 1 for before, after in pairwise(levels)), (address, levels)


@pytest.mark.slow
def test_no_link_within_the_site_is_dead(pages: Mapping[str, html.HtmlElement]) -> None:
    """Whatever links a template makes, there is a page, and the place on it."""
    for address, page in pages.items():
        for link in page.iter("a"):
            to, _, place = (link.get("href") or "").partition("#")
            if to.startswith("/") and not to.endswith((".xml", ".ics", ".json")):
                assert to in pages, (address, to)
            if place and (to or address) in pages:
                assert pages[to or address].get_element_by_id(place) is not None


@pytest.mark.slow
@pytest.mark.parametrize(
    "start",
    [
        "/stories/years/2021/",
        "/themes/bread/",
        "/calendar/years/2020/",
        "/a-to-z/s/",
    ],
)
def test_one_can_page_through_a_long_list(
    pages: Mapping[str, html.HtmlElement], start: str
) -> None:
    """Forth to the end, and back, and nothing comes twice."""
    address, trail, seen = start, [start], list[str]()
    while True:
        (nav,) = pages[address].find_class("paging")
        main = pages[address].get_element_by_id("main")
        lists = (*main.find_class("stories"), *main.find_class("entries"))
        seen += [str(link.get("href")) for one in lists for link in one.iter("a")]
        following = [link.get("href") for link in nav.iter("a") if link.get("rel") == "next"]
        if not following:
            break
        address = str(following[0])
        trail.append(address)
    assert len(trail) > 1
    assert len(seen) == len(set(seen)) > 100
    back = [link.get("href") for link in nav.iter("a") if link.get("rel") == "prev"]
    assert back == [trail[-2]]
    titles = [page.findtext(".//title") for page in map(pages.__getitem__, trail)]
    assert len(set(titles)) == len(titles)


def test_one_can_answer_a_story_by_mail() -> None:
    """The letter says already which story it is about (RFC 6068)."""
    pages = made(published(story("soon")), contact=CONTACT)
    ((link, _),) = (list(one.iter("a")) for one in pages["/stories/soon/"].find_class("answer"))
    parts = urlsplit(str(link.get("href")))
    assert (parts.scheme, parts.path) == ("mailto", "hello@example.org")
    assert next(iter(parse_qs(parts.query).values())) == ["Soon"]


@pytest.mark.parametrize("title", ["Fish & chips?", "Bread = roses #1", "Tŷ 100%", 'A "b" <c>'])
def test_any_title_comes_whole_into_the_letter(title: str) -> None:
    """Whatever characters it has."""
    pages = made(published(story("one", title=title)), contact=CONTACT)
    (section,) = pages["/stories/one/"].find_class("answer")
    link = next(section.iter("a")).get("href")
    (about,), (letter,) = parse_qs(urlsplit(str(link)).query).values()
    assert (about, letter.splitlines()[0]) == (title, "https://stories.example.org/stories/one/")


def test_where_there_is_no_way_to_answer_none_is_promised() -> None:
    """A group that gives no contact is not made to look as if it had."""
    assert made(published(story("one")))["/stories/one/"].find_class("answer") == []


@pytest.mark.parametrize(("headings", "there"), [(3, False), (4, True)])
def test_a_long_story_says_what_is_in_it(headings: int, there: bool) -> None:
    """With more than three headings there is a list of them, and each line leads to one."""
    text = "".join(f"## Part {number}\n\nWords.\n\n" for number in range(headings))
    page = made(published(story("one", blocks=(Block(text=text),))))["/stories/one/"]
    lists = page.find_class("contents")
    assert bool(lists) == there
    for link in (link for one in lists for link in one.iter("a")):
        heading = page.get_element_by_id(str(link.get("href")).removeprefix("#"))
        assert heading.text_content() == link.text_content()


def test_every_site_says_how_permission_is_asked_and_what_it_knows_of_access() -> None:
    """With a way to reach somebody on both pages, and both on every page's foot."""
    pages = made(published())
    for address in ("/how-we-ask/", "/accessibility/"):
        text = pages[address].get_element_by_id("main").text_content()
        assert "ruth@example.org" in text
        assert any(link.get("href") == address for link in pages["/"].iter("a"))


@pytest.mark.parametrize("part", ["told-about", "Quoted", "pictured"])
def test_who_is_only_told_about_is_listed_where_something_is_told(part: str) -> None:
    """A list of voices names nobody of whom the page says nothing, whatever the cause."""
    voices = (voice("ann"), replace(voice("cat"), part=part))
    for present, listed in ((frozenset({"cat"}), ["ann", "cat"]), (frozenset(), ["ann"])):
        content = published(story("tale", *voices, present=present))
        (page,) = (view for view in relate(content).views if view.address == "/stories/tale/")
        assert isinstance(page, StoryView)
        assert [one.id for one in page.voices] == listed
