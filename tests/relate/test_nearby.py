"""What stands near a story: neighbours, its series, others on its themes."""

from byleave.model.site import EventView, StoryView
from byleave.relate import relate
from byleave.relate.pages.nearby import BESIDE_IN_SERIES, SIMILAR
from tests.relate.making import at, days, event, published, story, theme, voice


def test_neighbours_are_the_stories_before_and_after() -> None:
    """With their titles, so that a reader knows where a link leads."""
    plan = relate(
        published(*(story(name, date=day) for name, day in zip("abc", days(3), strict=True)))
    )
    middle = at(plan, "/stories/b/", StoryView)
    assert middle.earlier
    assert middle.later
    assert (middle.earlier.title, middle.later.title) == ("A", "C")
    assert at(plan, "/stories/a/", StoryView).earlier is None
    assert at(plan, "/stories/c/", StoryView).later is None


def test_a_version_has_no_neighbours() -> None:
    """Nobody who goes from story to story meets one twice: they go on from the original."""
    bara = {"translation_of": "stories/b.md", "language": "cy"}
    told = [story(name, date=day) for name, day in zip("abc", days(3), strict=True)]
    plan = relate(published(*told, story("bara", date=days(3)[1], **bara)))
    version, middle = (at(plan, f"/stories/{name}/", StoryView) for name in ("bara", "b"))
    assert (version.earlier, version.later) == (None, None)
    assert middle.later
    assert middle.later.title == "C"


def test_a_page_leads_to_what_may_be_shown_like_itself() -> None:
    """Search engines are not led to a title that they may not show; readers are led everywhere."""
    first, closed, last = days(3)
    plan = relate(
        published(
            story("a", voice("ann"), date=first),
            story("b", voice("bea", "engines"), date=closed),
            story("c", voice("cat"), date=last),
        )
    )
    a, b = at(plan, "/stories/a/", StoryView), at(plan, "/stories/b/", StoryView)
    assert a.later
    assert a.later.title == "C"
    assert b.earlier
    assert b.later
    assert (b.earlier.title, b.later.title) == ("A", "C")


def test_a_long_series_is_shown_around_the_story() -> None:
    """So that a series of a thousand does not stand a thousand times on the site."""
    count = 4 * BESIDE_IN_SERIES
    stories = [story(f"s{n:02}", date=day, series="tea") for n, day in enumerate(days(count))]
    plan = relate(published(*stories))
    middle = at(plan, f"/stories/s{count // 2:02}/", StoryView)
    around = range(count // 2 - BESIDE_IN_SERIES, count // 2 + BESIDE_IN_SERIES + 1)
    assert [item.title for item in middle.series_items] == [f"S{n:02}" for n in around]
    assert middle.series
    assert middle.series.title == "Over tea"


def test_others_on_the_same_themes_are_few_and_share_most() -> None:
    """Those that share more come first, then those on the rarer theme, then the near ones."""
    themes = [theme(name) for name in ("bread", "money", "home")]
    four = days(6)
    plan = relate(
        published(
            story("here", date=four[3], themes=("bread", "money")),
            story("both", date=four[0], themes=("money", "bread")),
            story("near", date=four[2], themes=("bread",)),
            story("far", date=four[5], themes=("bread",)),
            story("farther", date=four[1], themes=("money",)),
            story("other", date=four[3], themes=("home",)),
            themes=themes,
        )
    )
    found = at(plan, "/stories/here/", StoryView).similar
    assert [item.title for item in found] == ["Both", "Farther", "Near"]
    assert len(found) == SIMILAR


def test_a_theme_that_few_stories_have_tells_more() -> None:
    """A story on the one rare theme is more like it than one on the theme that all have."""
    many = [story(f"other-{number}", themes=("home",)) for number in range(3)]
    here = story("here", themes=("home", "bells"))
    rare = story("rare", themes=("bells",), date=days(400)[-1])
    plan = relate(published(here, rare, *many, themes=[theme("home"), theme("bells")]))
    assert at(plan, "/stories/here/", StoryView).similar[0].title == "Rare"


def test_others_on_the_same_themes_allow_what_the_page_allows() -> None:
    """A card of a page, or a search engine, is given nobody's title who did not want that."""
    plan = relate(
        published(
            story("here", voice("ann"), themes=("bread",)),
            story("closed", voice("bea", "engines"), themes=("bread",)),
            story("unshared", voice("cat", "social"), themes=("bread",)),
            story("open", voice("dee"), themes=("bread",)),
            themes=[theme("bread")],
        )
    )
    assert [item.title for item in at(plan, "/stories/here/", StoryView).similar] == ["Open"]
    assert {item.title for item in at(plan, "/stories/closed/", StoryView).similar} == {
        "Here",
        "Open",
    }


def test_what_the_page_shows_elsewhere_is_not_among_the_others() -> None:
    """An event's sessions and reports stand in places of their own."""
    fair = "stories/fair.md"
    plan = relate(
        published(
            story("fair", event=event("2021-06-01"), themes=("bread",)),
            story("talk", event=event("2021-06-01"), themes=("bread",), part_of=fair),
            story("how-it-was", themes=("bread",), report_of=fair),
            story("loaf", themes=("bread",)),
            themes=[theme("bread")],
        )
    )
    assert [item.title for item in at(plan, "/stories/fair/", EventView).similar] == ["Loaf"]
    talk = at(plan, "/stories/talk/", EventView)
    assert {item.title for item in talk.similar} == {"How it was", "Loaf"}
    report = at(plan, "/stories/how-it-was/", StoryView)
    assert {item.title for item in report.similar} == {"Loaf", "Talk"}
