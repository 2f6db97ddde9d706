"""Who is left out of what: each use, and each way of being in a story, by golden values."""

import pytest

from byleave.model.event import AccessItem
from byleave.model.machine_files import CalendarFileView, FeedView, JsonFeedView, SitemapView
from byleave.model.published import MediaFile, PublishedMedia, Voice
from byleave.model.site import EventView, HomeView, PersonView, StoriesView, ThemeView
from byleave.model.site_plan import SitePlan
from byleave.model.terms import Use
from byleave.relate import relate
from tests.relate.making import at, days, event, published, story, theme, views, voice

# Where the event of the tests below may stand.
EVERYWHERE = frozenset(
    {
        "/stories/",
        "/themes/bread/",
        "home",
        "feed.xml",
        "feed.json",
        "theme feeds",
        "calendar.ics",
        "event.ics",
        "sitemap",
        "indexable",
        "shareable",
        "trainable",
    }
)
FEEDS = frozenset({"feed.xml", "feed.json", "theme feeds", "calendar.ics", "event.ics"})
ENGINES = frozenset({"home", "sitemap", "indexable"})


def found(plan: SitePlan) -> frozenset[str]:
    """Where the event stands."""
    page = at(plan, "/stories/fair/", EventView)
    told = {view.address for view in views(plan, FeedView) if view.items}
    told |= {view.address for view in views(plan, JsonFeedView) if view.items}
    calendars = {view.address for view in views(plan, CalendarFileView) if view.events}
    there = {
        "/stories/": bool(at(plan, "/stories/", StoriesView).years),
        "/themes/bread/": bool(at(plan, "/themes/bread/", ThemeView).upcoming),
        "home": bool(at(plan, "/", HomeView).upcoming),
        "feed.xml": "/feed.xml" in told,
        "feed.json": "/feed.json" in told,
        "theme feeds": "/themes/bread/feed.xml" in told,
        "calendar.ics": "/calendar.ics" in calendars,
        "event.ics": bool(page.file),
        "sitemap": any(
            address == page.address
            for sitemap in views(plan, SitemapView)
            for address, _ in sitemap.pages
        ),
        "indexable": page.indexable,
        "shareable": page.shareable,
        "trainable": page.trainable,
    }
    return frozenset(where for where, is_there in there.items() if is_there)


@pytest.mark.parametrize(
    ("use", "who", "left_out_of"),
    [
        ("search", "author", frozenset()),
        ("feed", "author", FEEDS),
        ("engines", "author", ENGINES),
        ("social", "author", frozenset({"shareable"})),
        ("people", "author", frozenset()),
        ("search", "named", frozenset()),
        ("feed", "named", FEEDS),
        ("engines", "named", ENGINES),
        ("social", "named", frozenset({"shareable"})),
        ("people", "named", frozenset()),
        ("ai", "author", frozenset({"trainable"})),
        ("ai", "named", frozenset({"trainable"})),
        ("ai", "quoted", frozenset({"trainable"})),
        ("ai", "in the place", frozenset({"trainable"})),
        ("print", "author", frozenset()),
        ("partners", "author", frozenset()),
        ("teaching", "author", frozenset()),
        ("search", "quoted", frozenset()),
        ("feed", "quoted", frozenset()),
        ("engines", "quoted", frozenset({"sitemap", "indexable"})),
        ("social", "quoted", frozenset({"shareable"})),
        ("people", "quoted", frozenset()),
        ("feed", "in the place", frozenset()),
        ("engines", "in the place", ENGINES),
        ("social", "in the place", frozenset({"shareable"})),
        ("feed", "in the access", frozenset()),
        ("engines", "in the access", ENGINES),
        ("social", "in the access", frozenset({"shareable"})),
    ],
)
def test_what_was_not_given_is_not_used(use: Use, who: str, left_out_of: frozenset[str]) -> None:
    """An author decides on the whole entry, and so does whom its title or summary names."""
    less = voice("ann", use, part="author" if who == "author" else "quoted")
    told = story(
        "fair",
        voice("bea"),
        less,
        named=frozenset({"ann"} if who == "named" else ()),
        themes=("bread",),
        event=event(
            "2030-06-01",
            place="Ann's kitchen" if who == "in the place" else "Here",
            access=(AccessItem(what="Ann's lift"),) if who == "in the access" else (),
        ),
    )
    assert found(relate(published(told, themes=[theme("bread")]))) == EVERYWHERE - left_out_of


@pytest.mark.parametrize(
    ("place", "form", "shown"),
    [
        ("Ann's kitchen", "gathering", ("", "gathering")),
        ("The hall", "Gathering with ANN", ("The hall", "")),
        ("Annan", "gathering", ("Annan", "gathering")),
        ("Bea's kitchen", "gathering", ("Bea's kitchen", "gathering")),
    ],
)
def test_an_events_own_words_keep_a_name_that_is_not_for_calendars(
    place: str, form: str, shown: tuple[str, str]
) -> None:
    """Whoever subscribes keeps a copy: a place named after somebody tells of them too."""
    told = story(
        "fair",
        voice("bea"),
        voice("ann", "feed", part="quoted"),
        event=event("2030-06-01", place=place, form=form),
    )
    entries = {
        (entry.place, entry.form)
        for view in views(relate(published(told)), CalendarFileView)
        for entry in view.events
    }
    assert entries == {shown}


def test_whoever_is_anonymous_is_not_looked_for_by_name() -> None:
    """What an anonymous voice is called is nobody's name, such as "A neighbour"."""
    nobody = voice("ann", "feed", part="quoted", name="A neighbour", identity="anonymous")
    told = story("fair", nobody, event=event("2030-06-01", place="The flat of a neighbour"))
    entries = [
        entry.place
        for view in views(relate(published(told)), CalendarFileView)
        for entry in view.events
    ]
    assert entries == ["The flat of a neighbour"] * 2


@pytest.mark.parametrize("people", [True, False])
def test_a_name_leads_to_a_page_of_ones_own_where_that_was_given(people: bool) -> None:
    """And to none where it was not."""
    ann: Voice = voice("ann", *(() if people else ("people",)), person="ann")
    plan = relate(published(story("fair", ann, event=event("2030-06-01"))))
    (shown,) = at(plan, "/stories/fair/", EventView).voices
    assert shown.address == ("/people/ann/" if people else "")
    assert ("/people/ann/" in {view.address for view in plan.views}) == people


@pytest.mark.parametrize(
    ("without", "who", "open_pages"),
    [
        ("feed", "ann", {"/people/ann/", "/people/", "/a-to-z/"}),
        ("engines", "ann", set()),
        ("engines", "bea", {"/people/"}),
    ],
)
def test_a_page_of_ones_own_is_open_as_far_as_all_on_it_allow(
    without: Use, who: str, open_pages: set[str]
) -> None:
    """Who has a page and keeps away from search engines is found by their name in none.

    Nor is the story of an author who does: it stands on the page of whoever is heard in it.
    """
    lacks = {who: (without,)}
    ann = voice("ann", *lacks.get("ann", ()), part="quoted", person="ann")
    plan = relate(published(story("fair", voice("bea", *lacks.get("bea", ())), ann)))
    named = {view.address: view for view in plan.views}
    pages = ("/people/ann/", "/people/", "/a-to-z/")
    assert {address for address in pages if named[address].indexable} == open_pages


def test_a_person_is_as_open_as_in_every_story_of_theirs() -> None:
    """What was not given for one of the stories holds for the page that names them for all."""
    ann = {"part": "quoted", "person": "ann"}
    newest, oldest = days(2)[::-1]
    plan = relate(
        published(
            story("fair", voice("bea"), voice("ann", **ann), date=newest),
            story("shed", voice("bea"), voice("ann", "engines", **ann), date=oldest),
        )
    )
    assert not at(plan, "/people/ann/", PersonView).indexable


def test_pictures_stand_in_lists_only_where_everybody_is_open_to_search_engines() -> None:
    """Whom a picture shows is not known there, so that everybody has to have allowed it."""
    file = MediaFile(source="a.png", address="/media/a.png", kind="image", sha256="0", size=1)
    told = {"media": {"a.png": PublishedMedia(file=file, alt="Two people")}}
    plan = relate(
        published(
            story("open", voice("bea"), **told),
            story("closed", voice("bea"), voice("ann", "engines", part="pictured"), **told),
        )
    )
    (group,) = at(plan, "/stories/", StoriesView).years
    assert {item.title: item.picture is not None for item in group.items} == {
        "Open": True,
        "Closed": False,
    }


@pytest.mark.parametrize("use", ["engines", "feed"])
def test_an_event_that_mentions_somebody_anonymous_is_as_open_as_they_allow(use: Use) -> None:
    """By `{id}`, which says of an anonymous name whose it is; else it may be anybody's."""
    lady = voice("lady", use, part="told-about", name="Lady of the hill", identity="anonymous")
    more = {"event": event("2030-01-01", place="The house of Lady of the hill")}
    plan = {
        mentions: relate(published(story("tea", voice("ann"), lady, mentioned=mentions, **more)))
        for mentions in (frozenset[str](), frozenset({"lady"}))
    }
    for mentions, one in plan.items():
        places = {e.place for view in views(one, CalendarFileView) for e in view.events}
        shown = bool(any(places)) if use == "feed" else at(one, "/stories/", StoriesView).indexable
        assert shown != bool(mentions)
