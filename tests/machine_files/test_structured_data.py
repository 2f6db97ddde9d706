"""JSON-LD: in schema.org's own words, where search engines may show the page, and nowhere else."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from lxml import html

from byleave.model.site import EventView
from byleave.relate import relate
from byleave.render.structured_events import event_facts
from tests.machine_files.folder import URL
from tests.machine_files.schema_org import faults
from tests.relate.making import at, event, published, story

Facts = dict[str, Any]


def blocks(page: bytes) -> list[str]:
    """The texts of the blocks of data in a page, as a browser takes it apart."""
    scripts = html.fromstring(page.decode()).iter("script")
    found = [one for one in scripts if "src" not in one.attrib]
    assert all(one.items() == [("type", "application/ld+json")] for one in found)
    return [str(one.text) for one in found]


def graph(site: Mapping[str, bytes], path: str) -> dict[str, Facts]:
    """What the page of a story says of what, by type."""
    (block,) = blocks(site[f"{path}index.html"])
    data = json.loads(block)
    assert data["@context"] == "https://schema.org"
    return {facts["@type"]: facts for facts in data["@graph"]}


def test_every_fact_is_in_the_vocabulary(site: Mapping[str, bytes]) -> None:
    """Types, properties and values are schema.org's, and what search engines need is there."""
    found = [
        (path, fault)
        for path, data in site.items()
        if path.endswith(".html")
        for block in blocks(data)
        for facts in json.loads(block)["@graph"]
        for fault in faults(facts)
        # An event that says no place has none here either.
        if (path, fault) != ("stories/talk/index.html", "Event: search engines need location")
    ]
    assert found == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"@type": "Happening"},
        {"colour": "red"},
        {"startDate": "1 March"},
        {"startDate": "2021-03-01T10:00:00"},
        {"eventStatus": "https://schema.org/EventForgotten"},
        {"eventStatus": "cancelled"},
        {"location": {"@type": "Person", "name": "Ann"}},
        {"location": {"@type": "Place", "name": "The hall"}},
        {"organizer": "us"},
        {"isAccessibleForFree": "yes"},
        {"name": ""},
        {"subEvent": {"@type": "BreadcrumbList", "itemListElement": [{}, {}]}},
    ],
)
def test_what_is_not_in_the_vocabulary_is_noticed(wrong: Facts) -> None:
    """Each part of the check above can fail."""
    right = {"@type": "Event", "name": "A", "startDate": "2021-03-01", "location": "Here"}
    assert list(faults(right)) == []
    assert list(faults(right | wrong)) != []


def test_there_is_data_where_search_engines_may_show_the_page_and_nowhere_else(
    site: Mapping[str, bytes],
) -> None:
    """A page that asks not to be shown does not explain itself to them."""
    for path, data in site.items():
        if path.endswith(".html") and b'content="noindex"' in data:
            assert blocks(data) == [], path
    with_data = {path for path, data in site.items() if path.endswith(".html") and blocks(data)}
    assert {"index.html", "stories/bread/index.html", "stories/fair/index.html"} <= with_data
    assert "stories/closed/index.html" not in with_data


def test_an_article(site: Mapping[str, bytes]) -> None:
    """A story: its title, dates, and its author, who has a page of her own."""
    article = graph(site, "stories/bread/")["Article"]
    assert article["headline"] == "Bread </script> & “roses”"
    assert article["datePublished"] == "2021-01-31T00:00:00+00:00"
    assert article["dateModified"] == "2021-02-01T00:00:00+00:00"
    assert article["author"] == [{"@type": "Person", "name": "Ann", "url": f"{URL}/people/ann/"}]
    assert article["publisher"]["name"] == "Up & down"


def test_nothing_is_said_twice(site: Mapping[str, bytes]) -> None:
    """A page on a slow line does not carry what follows from the rest: a day, its own address."""
    facts = graph(site, "stories/bread/")
    assert "dateModified" not in graph(site, "stories/about-cat/")["Article"]
    *above, here = facts["BreadcrumbList"]["itemListElement"]
    assert [one["item"] for one in above] == [f"{URL}/", f"{URL}/stories/"]
    assert here == {"@type": "ListItem", "position": 3, "name": facts["Article"]["headline"]}
    (block,) = blocks(site["stories/bread/index.html"])
    assert '": ' not in block
    assert block.count(f"{URL}/stories/bread/") == 1


def test_nobody_is_a_person_without_a_page_of_their_own(site: Mapping[str, bytes]) -> None:
    """Search engines gather what they know of a Person; nobody else is made into one."""
    named = {
        name
        for path, data in site.items()
        if path.endswith(".html")
        for block in blocks(data)
        for name in _persons(json.loads(block))
    }
    assert named == {"Ann", "Cat"}
    profile = graph(site, "people/ann/")["ProfilePage"]
    assert profile["mainEntity"] == {"@type": "Person", "name": "Ann", "url": f"{URL}/people/ann/"}


def _persons(data: object) -> list[str]:
    if isinstance(data, list):
        return [name for one in data for name in _persons(one)]
    if not isinstance(data, dict):
        return []
    own = [data["name"]] if data.get("@type") == "Person" else []
    return own + [name for one in data.values() for name in _persons(one)]


def test_no_text_can_end_the_block_of_data(site: Mapping[str, bytes]) -> None:
    """Whatever a title says, the block holds no "<", and reads back as what was written."""
    (block,) = blocks(site["stories/bread/index.html"])
    assert not set(block) & set("<>&\u2028\u2029")
    said = graph(site, "stories/bread/")["Article"]["description"]
    assert said.startswith("<!-- It rises --> and a line")


def test_an_event_in_summer_time(site: Mapping[str, bytes]) -> None:
    """With the offset that clocks had on that day."""
    event_ = graph(site, "stories/fair/")["Event"]
    assert (event_["startDate"], event_["endDate"]) == ("2021-06-26", "2021-06-27")
    summer = graph(site, "stories/in-summer/")["Event"]
    assert summer["startDate"] == "2021-06-16T10:00:00+01:00"
    assert summer["endDate"] == "2021-06-16T12:30:00+01:00"
    assert summer["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert summer["location"] == {
        "@type": "VirtualLocation",
        "url": f"{URL}/stories/in-summer/",
    }
    assert summer["organizer"]["name"] == "Up & down"


def test_a_free_event_that_is_full(site: Mapping[str, bytes]) -> None:
    """In a room and online: what it costs, and that it is sold out."""
    supper = graph(site, "stories/in-winter/")["Event"]
    assert supper["startDate"] == "2021-12-01T18:00:00+00:00"
    assert supper["eventStatus"] == "https://schema.org/EventScheduled"
    assert supper["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert supper["location"] == [
        {"@type": "Place", "name": "The hall", "address": "1 High Street, Ayr"},
        {"@type": "VirtualLocation", "url": "https://meet.example.net/a"},
    ]
    assert supper["isAccessibleForFree"] is True
    assert supper["offers"] == {
        "@type": "Offer",
        "price": 0,
        "priceCurrency": "GBP",
        "availability": "https://schema.org/SoldOut",
        "url": f"{URL}/stories/in-winter/",
    }


@pytest.mark.parametrize(
    ("name", "status"), [("walk", "EventCancelled"), ("talk", "EventPostponed")]
)
def test_whether_an_event_takes_place(site: Mapping[str, bytes], name: str, status: str) -> None:
    """And nothing is on offer for one that does not."""
    facts = graph(site, f"stories/{name}/")["Event"]
    assert facts["eventStatus"] == f"https://schema.org/{status}"
    assert "offers" not in facts
    assert "isAccessibleForFree" not in facts


@pytest.mark.parametrize(
    ("told", "mode"),
    [
        ({"place": "Online"}, "Online"),
        ({"place": "online."}, "Online"),
        ({"place": "Online (by telephone if you like)"}, "Online"),
        ({"place": "Ar-lein"}, "Online"),
        ({"join": "https://meet.example.net/a"}, "Online"),
        ({"place": "Online, and in the back room"}, "Mixed"),
        ({"place": "The village hall and online"}, "Mixed"),
        ({"place": "The hall", "join": "https://meet.example.net/a"}, "Mixed"),
        ({"place": "Online", "address": "1 High Street"}, "Mixed"),
        ({"place": "The hall"}, "Offline"),
        ({"place": "The Online Centre"}, "Offline"),
        ({}, "Offline"),
    ],
)
def test_how_one_attends(told: Mapping[str, Any], mode: str) -> None:
    """As the event's own words say it, alone or both."""
    content = published(story("fair", event=event("2021-06-01", **told)))
    view = at(relate(content), "/stories/fair/", EventView)
    facts = event_facts(view, content.settings, lambda address: URL + address)
    assert facts["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"
    assert list(faults(facts)) == ([] if told else ["Event: search engines need location"])


@pytest.mark.parametrize(
    ("cost", "free"),
    [("Free", True), ("free.", True), ("Am ddim", True), ("Free for carers", False), ("£5", False)],
)
def test_what_is_free_is_free_for_all(cost: str, free: bool) -> None:
    """ "Free if nobody pays you" is another thing."""
    content = published(story("fair", event=event("2021-06-01", cost=cost, place="Here")))
    view = at(relate(content), "/stories/fair/", EventView)
    facts = event_facts(view, content.settings, lambda address: URL + address)
    assert ("offers" in facts, facts.get("isAccessibleForFree", False)) == (free, free)


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("stories/bread/", ["Up & down", "Stories", "Bread </script> & “roses”"]),
        ("stories/fair/", ["Up & down", "Calendar", "The fair; two days, and “more”"]),
        ("people/ann/", ["Up & down", "People", "Ann"]),
    ],
)
def test_the_way_to_a_page(site: Mapping[str, bytes], path: str, names: list[str]) -> None:
    """From the first page to this one, numbered from one."""
    crumbs = graph(site, path)["BreadcrumbList"]["itemListElement"]
    assert [one["position"] for one in crumbs] == list(range(1, len(names) + 1))
    assert "item" not in crumbs[-1]  # the page itself
    assert [one["name"] for one in crumbs] == names
