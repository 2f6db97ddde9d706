"""The way from the first page to each page, on which a reader goes up one step or all."""

from collections.abc import Mapping

import pytest

from byleave.model.published import PublishedSet
from byleave.model.site import View
from byleave.model.site_plan import SitePlan
from byleave.relate import relate
from byleave.relate.pages.a_to_z import MOST_ON_ONE_PAGE
from byleave.render.trails import trail
from tests.relate.making import event, published, response, story, theme, voice


def site() -> PublishedSet:
    """A site with a page of every kind that stands in or below another."""
    ann = voice("ann", person="ann")
    past = {"event": event("2020-06-01"), "past": True}
    return published(
        *(story(f"story-{number:03}") for number in range(MOST_ON_ONE_PAGE)),
        *(story(f"fair-{number:03}", **past) for number in range(60)),
        story("festival", ann, event=event("2030-06-01"), series="tea"),
        story("talk", event=event("2030-06-01"), part_of="stories/festival.md"),
        response("apart", "festival", voice("cat", "search")),
        themes=[theme("bread"), theme("cake", broader="bread")],
    )


@pytest.fixture(scope="module", name="plan")
def planned() -> SitePlan:
    """The plan of the site."""
    return relate(site())


@pytest.fixture(scope="module", name="views")
def views_by_address(plan: SitePlan) -> Mapping[str, View]:
    """Each page by its address."""
    return {view.address: view for view in plan.views}


ABOVE = {
    "/": [],
    "/stories/": ["/"],
    "/stories/story-001/": ["/", "/stories/"],
    "/stories/years/2021/": ["/", "/stories/"],
    "/stories/festival/": ["/", "/calendar/"],
    "/stories/talk/": ["/", "/calendar/", "/stories/festival/"],
    "/stories/festival/responses/": ["/", "/stories/", "/stories/festival/"],
    "/calendar/years/2020/": ["/", "/calendar/"],
    "/a-to-z/s/": ["/", "/a-to-z/"],
    "/themes/": ["/"],
    "/themes/bread/": ["/", "/themes/"],
    "/themes/cake/": ["/", "/themes/", "/themes/bread/"],
    "/series/tea/": ["/", "/series/"],
    "/people/ann/": ["/", "/people/"],
}


@pytest.mark.parametrize(("address", "above"), ABOVE.items())
def test_what_is_above_a_page(
    plan: SitePlan, views: Mapping[str, View], address: str, above: list[str]
) -> None:
    """The list that it stands in, and what it belongs to."""
    places = trail(views[address], "en-GB", str, plan.editions[0])
    assert [place.address for place in places] == above
    assert all(place.title for place in places)


def test_each_step_says_in_which_language_it_is(plan: SitePlan, views: Mapping[str, View]) -> None:
    """The group calls the site something in its own language, also above a page in another."""
    home, stories = trail(views["/stories/story-001/"], "cy", str, plan.editions[0])
    assert (home.language, stories.language) == ("en-GB", "cy")
