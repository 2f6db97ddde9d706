"""The pages that lead to stories: whole, in order, none of them huge, and without a gap."""

from collections.abc import Iterable
from datetime import date

import pytest

from byleave.model.pieces import ListItem, MonthOfEvents
from byleave.model.site import (
    AllSeriesView,
    CalendarView,
    CalendarYearView,
    HomeView,
    PeopleView,
    PersonView,
    SeriesView,
    StoriesView,
    ThemesView,
    ThemeView,
    YearView,
)
from byleave.relate import relate
from byleave.relate.pages.paging import MOST_ON_A_PAGE, in_pages
from byleave.values import replace
from tests.relate.making import (
    PICTURE,
    at,
    days,
    event,
    published,
    response,
    story,
    theme,
    views,
    voice,
)


def many(count: int, year: int = 2021) -> list[str]:
    """Names of stories, none of which begins another."""
    return [f"story-{year}-{number:04}" for number in range(count)]


@pytest.mark.parametrize("count", [0, 1, 99, 100, 101, 200, 250])
def test_a_list_in_pages_is_the_list(count: int) -> None:
    """Nothing is lost between pages, none is longer than said, and their numbers have no gap."""
    found = list(in_pages("/list/", range(count)))
    assert [thing for one in found for thing in one.things] == list(range(count))
    assert all(len(one.things) <= MOST_ON_A_PAGE for one in found)
    if len(found) > 1:
        facts = [one.paging for one in found if one.paging]
        assert [one.number for one in facts] == list(range(1, len(found) + 1))
        assert {one.count for one in facts} == {len(found)}
        assert [one.older for one in facts] == [*(one.address for one in found[1:]), ""]
        assert [one.newer for one in facts] == ["", *(one.address for one in found[:-1])]
    else:
        assert found[0].paging is None
        assert found[0].address == "/list/"


def test_every_year_has_its_page_though_it_stands_on_the_first_one_too() -> None:
    """The address of a year does not come and go with the stories of other years."""
    years = (2019, 2021)
    stories = [story(name, date=date(year, 5, 1)) for year in years for name in many(3, year)]
    plan = relate(published(*stories))
    first = at(plan, "/stories/", StoriesView)
    assert [(group.title, len(group.items), group.more) for group in first.years] == [
        ("2021", 3, False),
        ("2019", 3, False),
    ]
    assert [place.address for place in first.all_years] == [
        "/stories/years/2021/",
        "/stories/years/2019/",
    ]
    assert [view.address for view in views(plan, YearView)] == [
        place.address for place in first.all_years
    ]


def test_a_year_of_many_stories_has_several_pages() -> None:
    """No page is huge, and the first page of all stories is short."""
    plan = relate(published(*(story(name, date=date(2021, 5, 1)) for name in many(230))))
    first = at(plan, "/stories/", StoriesView)
    assert [(len(group.items), group.more) for group in first.years] == [(50, True)]
    found = views(plan, YearView)
    assert [view.address for view in found] == [
        "/stories/years/2021/",
        "/stories/years/2021/2/",
        "/stories/years/2021/3/",
    ]
    assert [len(view.items) for view in found] == [100, 100, 30]


def test_a_story_named_like_a_year_is_at_its_own_address() -> None:
    """No name of a story meets a page of Byleave's own."""
    names = ("2021", "years", "page", "2", "index")
    plan = relate(published(*(story(name) for name in names)))
    addresses = [view.address for view in plan.views]
    assert len(addresses) == len(set(addresses))
    assert {f"/stories/{name}/" for name in names} <= set(addresses)


def test_home_shows_what_search_engines_may_show() -> None:
    """It is always open to them; so what is not is found on the other pages."""
    open_, closed = story("open", voice("ann")), story("closed", voice("bea", "engines"))
    plan = relate(published(open_, closed))
    assert [item.title for item in at(plan, "/", HomeView).newest] == ["Open"]
    assert not at(plan, "/stories/", StoriesView).indexable
    assert at(plan, "/", HomeView).indexable


def test_home_shows_a_few_events_that_come_up() -> None:
    """The next first, and the rest in the calendar."""
    soon = [story(f"event-{number}", event=event(f"2022-01-{31 - number}")) for number in range(15)]
    plan = relate(published(*soon))
    assert [item.title for item in at(plan, "/", HomeView).upcoming] == [
        f"Event {number}" for number in range(14, 11, -1)
    ]


def test_the_calendar_goes_by_day_and_what_is_over_by_its_year() -> None:
    """What comes up is soonest first, in months; what is over is on the page of its year."""
    plan = relate(
        published(
            story("b", event=event("2022-03-01", form="Roundtable")),
            story("a", event=event("2022-02-01", form="roundtable")),
            story("c", event=event("2022-02-01 10:00", form="gathering")),
            story("d", event=event("2020-06-01", form="roundtable"), past=True),
            story("e", event=event("2020-06-08", "2020-07-01"), past=True),
            story("g", event=event("2020-07-01", form="roundtable"), past=True),
            story("f", event=event("2019-07-01", form="gathering"), past=True),
            story("no-event"),
        )
    )
    calendar = at(plan, "/calendar/", CalendarView)
    assert months(calendar.months) == [("2022-02-01", ["A", "C"]), ("2022-03-01", ["B"])]
    years = views(plan, CalendarYearView)
    assert [view.address for view in years] == ["/calendar/years/2020/", "/calendar/years/2019/"]
    assert [months(view.months) for view in years] == [
        [("2020-07-01", ["G"]), ("2020-06-01", ["E", "D"])],
        [("2019-07-01", ["F"])],
    ]


def months(found: Iterable[MonthOfEvents]) -> list[tuple[str, list[str]]]:
    """Months by their first day, with the titles of their events."""
    return [(f"{month.day}", [item.title for item in month.items]) for month in found]


def test_stories_and_events_stand_apart() -> None:
    """Each in the order of the days that it shows, whenever it was published."""
    day = days(4)
    listed = [
        story("old", date=day[0]),
        story("new", date=day[3]),
        story("soon", date=day[1], event=event("2022-02-01")),
        story("later", date=day[2], event=event("2022-03-01")),
        story("over", date=day[0], event=event("2020-03-01"), past=True),
        story("long-over", date=day[3], event=event("2020-02-01"), past=True),
    ]
    bread = [replace(one, themes=("bread",)) for one in listed]
    plan = relate(published(*bread, themes=[theme("bread")]))
    found = at(plan, "/themes/bread/", ThemeView)
    assert [titles(found.upcoming), titles(found.items), titles(found.past)] == [
        ["Soon", "Later"],
        ["New", "Old"],
        ["Over", "Long over"],
    ]
    in_a_year = ["Later", "Soon", "Over", "Long over"]
    (year,) = views(plan, YearView)
    assert [titles(year.items), titles(year.events)] == [["New", "Old"], in_a_year]
    (first,) = at(plan, "/stories/", StoriesView).years
    assert [titles(first.items), titles(first.events)] == [["New", "Old"], in_a_year]
    home = at(plan, "/", HomeView)
    assert [titles(home.newest), titles(home.upcoming), titles(home.past)] == [
        ["New", "Old"],
        ["Soon", "Later"],
        [],
    ]


def test_home_shows_what_was_where_nothing_comes_up() -> None:
    """A group whose stories are told by its events is not left with an empty first page."""
    over = [story(f"e{n}", event=event(f"2020-01-0{n}"), past=True) for n in range(1, 6)]
    assert titles(at(relate(published(*over)), "/", HomeView).past) == ["E5", "E4", "E3"]


@pytest.mark.parametrize(
    ("pictured", "opening", "others"),
    [
        ("", "A", ["B", "C"]),
        ("b", "B", ["A", "C"]),
        ("abc", "A", ["B", "C"]),
    ],
)
def test_the_newest_story_with_a_picture_opens_the_first_page(
    pictured: str, opening: str, others: list[str]
) -> None:
    """One without would leave the top of the page bare; the others keep their order."""
    stories = [
        story(name, date=day, media={"a.png": PICTURE} if name in pictured else {})
        for name, day in zip("cba", days(3), strict=True)
    ]
    home = at(relate(published(*stories)), "/", HomeView)
    assert home.opening
    assert home.opening.title == opening
    assert titles(home.others) == others
    assert titles(home.newest) == ["A", "B", "C"]


def test_a_first_page_without_a_story_opens_with_none() -> None:
    """It says that there are none yet."""
    assert at(relate(published()), "/", HomeView).opening is None


def titles(items: Iterable[ListItem]) -> list[str]:
    """What lists show of stories."""
    return [item.title for item in items]


def test_a_theme_of_many_stories_has_several_pages() -> None:
    """What the theme is stands on the first of them alone."""
    stories = [story(name, themes=("bread",)) for name in many(120)]
    plan = relate(published(*stories, themes=[theme("bread", body="It rises.\n")]))
    first, second = views(plan, ThemeView)
    assert (first.address, second.address) == ("/themes/bread/", "/themes/bread/2/")
    assert (len(first.items), len(second.items)) == (100, 20)
    assert first.body.blocks
    assert not second.body.blocks


def test_themes_are_listed_by_title_with_their_other_names() -> None:
    """Whoever knows a theme by another name finds it, and no letter case puts one apart."""
    own = [theme("cake"), theme("bread", title="bread", also_known_as=("loaves",)), theme("apples")]
    listed = at(relate(published(themes=own)), "/themes/", ThemesView).themes
    assert [(one.place.title, one.also_known_as) for one in listed] == [
        ("Apples", ()),
        ("bread", ("loaves",)),
        ("Cake", ()),
    ]


def test_series_are_listed_while_they_have_a_story() -> None:
    """A series of which everything is withheld is as one that never was."""
    two = [story(f"s{number}", series="tea", date=day) for number, day in enumerate(days(2))]
    plan = relate(published(*two))
    listed = at(plan, "/series/", AllSeriesView).series
    assert [one.place.title for one in listed] == ["Over tea"]
    assert [item.title for item in at(plan, "/series/tea/", SeriesView).items] == ["S0", "S1"]
    assert [view.address for view in views(plan, SeriesView)] == ["/series/tea/"]


def test_a_list_of_series_says_what_each_is() -> None:
    """More than a name: what it is about, how many stories it has, from when, and the first."""
    first, second = days(2)
    plan = relate(
        published(
            story("bus", series="soup", date=first),
            story("cup", series="tea", date=second),
            story("pot", series="tea", date=first),
        )
    )
    soup, tea = at(plan, "/series/", AllSeriesView).series
    assert (tea.description, tea.stories, tea.first, tea.last, tea.opens.title) == (
        "What a cup is for",
        2,
        first,
        second,
        "Pot",
    )
    assert (soup.description, soup.stories, soup.first, soup.last) == ("", 1, first, first)
    assert at(plan, "/series/tea/", SeriesView).description == "What a cup is for"


def test_a_list_of_series_is_as_open_as_the_stories_that_it_shows() -> None:
    """The first of each stands there with its title; of the others no word does."""
    first, second = days(2)
    ann = voice("ann", "engines")
    for of_ann, of_nobody in ((first, second), (second, first)):
        two = (
            story("a", ann, series="tea", date=of_ann),
            story("b", series="tea", date=of_nobody),
        )
        shown = at(relate(published(*two)), "/series/", AllSeriesView)
        assert shown.indexable == (of_ann == second)


def test_people_are_those_who_wanted_it_and_whom_people_know() -> None:
    """A page of one's own is for those who gave that use, by their own name."""
    ann = voice("ann", person="ann-of-ayr")
    plan = relate(
        published(
            story("one", ann, date=days(2)[1]),
            story("two", ann, voice("bea", "people", person="bea")),
            story("three", voice("cat", person="cat", identity="pseudonym"), voice("dee")),
        )
    )
    listed = at(plan, "/people/", PeopleView).people
    assert [(one.person.name, one.stories) for one in listed] == [("Ann", 2)]
    (own,) = views(plan, PersonView)
    assert own.address == "/people/ann-of-ayr/"
    assert [item.title for item in own.items] == ["One", "Two"]


def test_who_only_responds_has_a_page_with_the_stories_they_answered() -> None:
    """Wherever a name leads to a page of one's own, that page is there."""
    ann = voice("ann", person="ann")
    answer = response("answer", "one", ann)
    plan = relate(published(story("one"), answer))
    assert [item.title for item in at(plan, "/people/ann/", PersonView).items] == ["One"]


def test_a_site_without_anything_has_its_pages() -> None:
    """Whoever begins sees what there will be, and no link of the menu is dead."""
    plan = relate(published())
    addresses = {view.address for view in plan.views}
    assert addresses >= {
        "/", "/stories/", "/calendar/", "/a-to-z/", "/themes/", "/series/", "/people/",
        "/accessibility/", "/how-we-ask/", "/404.html", "/sitemap.xml", "/robots.txt",
    }  # fmt: skip
    # Programs that ask for these would give them up where they are gone for a while.
    assert addresses >= {"/feed.xml", "/feed.json", "/calendar.ics"}
    assert (plan.feed, plan.json_feed) == ("/feed.xml", "/feed.json")


def test_a_theme_is_a_place_with_people_and_neighbours() -> None:
    """Whoever has a page of their own and allows as much as the page; and what is near it."""
    kay = voice("kay", person="kay")
    tom = voice("tom", "engines", person="tom", part="quoted")
    ann = voice("ann")
    own = [theme("bread"), theme("cake"), theme("tea"), theme("rye", broader="bread")]
    view = at(
        relate(
            published(
                story("one", kay, ann, themes=("bread", "tea", "cake", "rye")),
                story("two", kay, tom, themes=("bread", "tea")),
                themes=own,
            )
        ),
        "/themes/bread/",
        ThemeView,
    )
    assert [person.name for person in view.people] == ["Kay"]
    assert [place.title for place in view.neighbours] == ["Tea", "Cake"]
    assert [place.title for place in view.narrower] == ["Rye"]
