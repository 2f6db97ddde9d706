"""Lists of events by place, access and form: without a script, and by the rules of uses."""

from byleave.model.event import AccessItem
from byleave.model.pieces import ListItem
from byleave.model.published import RootFile
from byleave.model.site import CalendarView, EventsView, EventView, PageView, PlacesView, PlaceView
from byleave.relate import relate
from tests.relate.making import at, days, event, page, published, story, views, voice

HALL = "/places/the-hall/"
FAIR = "stories/fair.md"


def titles(items: tuple[ListItem, ...]) -> list[str]:
    """What a list shows of events."""
    return [item.title for item in items]


def test_a_place_has_a_page_with_what_comes_and_what_was() -> None:
    """However it is spelt, it is called as the newest event writes it, with stories of it apart."""
    first, second = days(2)
    plan = relate(
        published(
            story("fair", event=event("2020-06-01", place="the hall"), past=True, date=first),
            story("tea", event=event("2030-01-01", place="The Hall"), date=second),
            story("soup", event=event("2029-01-01", place="Online, and in The hall"), date=first),
            story("how-it-was", report_of=FAIR),
            story("elsewhere", event=event("2030-01-01", place="Another hall")),
        )
    )
    hall = at(plan, HALL, PlaceView)
    assert hall.title == "The Hall"
    assert [titles(month.items) for month in hall.months] == [["Soup"], ["Tea"]]
    assert titles(hall.past) == ["Fair"]
    assert titles(hall.reports) == ["How it was"]
    listed = at(plan, "/places/", PlacesView).places
    assert [(one.place.address, one.place.title, one.events, one.stories) for one in listed] == [
        ("/places/another-hall/", "Another hall", 1, 0),
        (HALL, "The Hall", 3, 1),
    ]
    assert titles(tuple(one.event for one in listed)) == ["Elsewhere", "Soup"]
    assert at(plan, "/stories/soup/", EventView).place == HALL


def test_ways_to_take_part_access_and_forms_have_pages() -> None:
    """Whoever cannot climb stairs, or leave the house, needs one page and no script."""
    lift = (AccessItem(what="step-free", answer="there is a lift"),)
    stairs = (AccessItem(what="step-free", answer="no"),)
    plan = relate(
        published(
            story("a", event=event("2030-01-01", place="Online", form="roundtable")),
            story("b", event=event("2030-01-02", place="Hall", form="Roundtable", access=lift)),
            story("c", event=event("2030-01-03", place="Attic", access=stairs)),
        )
    )
    lists = {
        view.address: [item.title for month in view.months for item in month.items]
        for view in views(plan, EventsView)
    }
    assert lists == {
        "/calendar/access/step-free/": ["B"],
        "/calendar/forms/roundtable/": ["A", "B"],
        "/calendar/in-person/": ["B", "C"],
        "/calendar/online/": ["A"],
    }
    calendar = at(plan, "/calendar/", CalendarView)
    assert [(one.common, one.address, one.events) for one in calendar.lists] == [
        ("online", "/calendar/online/", 1),
        ("in-person", "/calendar/in-person/", 2),
        ("access", "/calendar/access/step-free/", 1),
        ("form", "/calendar/forms/roundtable/", 2),
    ]
    assert calendar.places == "/places/"
    shown = at(plan, "/stories/b/", EventView)
    assert (shown.place, shown.form) == ("/places/hall/", "/calendar/forms/roundtable/")


def test_a_long_list_has_several_pages() -> None:
    """Stories about what was at a place stand on the first of them."""
    many = [
        story(f"e{n}", event=event(f"2020-01-{n % 28 + 1:02}", place="The hall"), past=True)
        for n in range(130)
    ]
    plan = relate(published(*many, story("told", report_of="stories/e1.md")))
    first, second = views(plan, PlaceView)
    assert (first.address, second.address) == (HALL, f"{HALL}2/")
    assert (len(first.past), len(second.past)) == (100, 30)
    assert (titles(first.reports), second.reports) == (["Told"], ())


def test_a_session_stands_in_the_programme_and_not_in_the_calendar() -> None:
    """Thirty sessions do not hide what else is on; at their own places they are found."""
    whole = event("2030-01-01", place="The hall")
    session = event("2030-01-01 10:00", place="The attic")
    both = relate(
        published(story("fair", event=whole), story("bread", event=session, part_of=FAIR))
    )
    (month,) = at(both, "/calendar/", CalendarView).months
    assert titles(month.items) == ["Fair"]
    assert at(both, "/places/the-attic/", PlaceView).months
    alone = relate(published(story("bread", event=session, part_of=FAIR)))
    (month,) = at(alone, "/calendar/", CalendarView).months
    assert titles(month.items) == ["Bread"]


def test_a_list_is_as_open_as_all_that_it_shows() -> None:
    """Of its events, and of the name of a place, which may be somebody's."""
    ann = voice("ann", "engines", part="quoted")
    plan = relate(
        published(
            story("fair", ann, event=event("2030-01-01", place="Ann's kitchen", form="tea")),
            story("tea", voice("bea", "engines"), event=event("2030-01-01", place="The hall")),
            story("soup", event=event("2030-01-01", place="The yard")),
        )
    )
    open_ = {view.address: view.indexable for view in views(plan, PlaceView)}
    assert open_ == {
        "/places/ann-s-kitchen/": False,
        "/places/the-hall/": False,
        "/places/the-yard/": True,
    }
    # What a place is called is in the words of whoever wrote it.
    assert not at(plan, "/places/", PlacesView).indexable
    hall = story("tea", voice("bea", "engines"), event=event("2030-01-01", place="A hall"))
    assert not at(relate(published(hall)), "/places/", PlacesView).indexable
    yard = story("soup", event=event("2030-01-01", place="The yard"))
    assert at(relate(published(yard)), "/places/", PlacesView).indexable


def test_a_place_at_which_nothing_comes_up_shows_what_was_last() -> None:
    """It is a place all the same, and readers see what kind of thing is there."""
    plan = relate(
        published(
            story("fair", event=event("2020-06-01", place="The hall"), past=True),
            story("tea", event=event("2021-06-01", place="The hall"), past=True),
        )
    )
    (hall,) = at(plan, "/places/", PlacesView).places
    assert (hall.event.title, hall.event.past) == ("Tea", True)


def test_the_list_of_places_is_as_open_as_the_events_that_it_shows() -> None:
    """The next event at each place stands there with its title."""
    closed = story("tea", voice("bea", "engines"), event=event("2030-01-01", place="The yard"))
    soup = story("soup", event=event("2030-01-02", place="The yard"), date=days(2)[1])
    assert not at(relate(published(closed, soup)), "/places/", PlacesView).indexable


def test_without_places_there_is_no_list_of_them() -> None:
    """Nothing tells that there was an event which is not there any more."""
    plan = relate(published(story("told")))
    assert not [view for view in plan.views if view.address.startswith("/places/")]
    assert at(plan, "/calendar/", CalendarView).places == ""


def test_what_the_group_has_at_such_an_address_stays() -> None:
    """Its page called Places goes before ours, and so does a file that it copies there."""
    hall = story("tea", event=event("2030-01-01", place="The hall"))
    plan = relate(published(hall, pages=(page("places"),)))
    assert isinstance(plan.view("/places/"), PageView)
    assert HALL in plan.addresses
    for path in ("places/the-hall/index.html", "Places/The-Hall/Index.html"):
        file = RootFile(path=path, source="", sha256="", size=0)
        plan = relate(published(hall, root_files=(file,)))
        assert HALL not in plan.addresses
        assert "/places/" in plan.addresses


def test_an_old_address_gives_way_in_any_letter_case() -> None:
    """On many disks it would be the same folder."""
    hall = story("tea", event=event("2030-01-01", place="The hall"), aliases=("/places/The-Hall/",))
    assert "/places/The-Hall/" not in relate(published(hall)).addresses
