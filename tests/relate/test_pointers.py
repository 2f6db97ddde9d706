"""Whatever points leads to something that is published, or is left out and told of once."""

from pathlib import Path

import pytest

from byleave.gate import admit
from byleave.model.site import EventView
from byleave.model.site_plan import SitePlan
from byleave.relate import relate
from tests.cli.running import build
from tests.gate.sites import NOON
from tests.laws.pictures import picture
from tests.read.folders import SETTINGS, WITHDRAWN, put, read, story, voice
from tests.relate.making import at

GONE = story("W.\n", voice("bo", "Bo", WITHDRAWN, part="author"), title="Gone")
LEA = "https://lea.example.org"
YAML = "site_src/site.yaml"


def planned(folder: Path, navigation: str, **files: str | bytes) -> SitePlan:
    """The plan of a site with this navigation, a published and a withdrawn story."""
    texts = {"stories/a.md": story(aliases="[/old/]"), "stories/gone.md": GONE}
    settings = f"{SETTINGS}navigation:\n{navigation}"
    return relate(admit(read(folder, {YAML: settings, **texts, **files}).tree, NOON)[0])


DEAD = {
    "withheld": "/stories/gone/",
    "never there": "/stories/nowhere/",
    "withheld, by its whole address": f"{LEA}/stories/gone/",
    "withheld, at a place in it": "/stories/gone/#more",
    "a place among responses": "/stories/a/#response-gone",
    "a file that is not there": "/media/no.png",
    "a misspelt page": "/abuot/",
}


@pytest.mark.parametrize("address", DEAD.values(), ids=DEAD)
def test_an_item_that_leads_to_nothing_is_left_out(tmp_path: Path, address: str) -> None:
    """Whether something was there or not: the finding is one, at its line, in the same words."""
    items = f"  - {{title: A, address: /stories/a/}}\n  - {{title: B, address: '{address}'}}\n"
    plan = planned(tmp_path, items)
    assert [one.title for one in plan.navigation] == ["A"]
    assert [(one.path, one.line, one.whole) for one in plan.loose_links] == [(YAML, 7, True)]


def test_what_was_and_what_never_was_are_told_alike(tmp_path: Path) -> None:
    """In every message that a build prints, and in the pages that it makes."""
    told, made = [], []
    for number, name in enumerate(("gone", "nowhere")):
        settings = f"{SETTINGS}navigation: [{{title: X, address: /stories/{name}/}}]\n"
        files = {YAML: settings, "stories/a.md": story(), "stories/gone.md": GONE}
        site, output = put(tmp_path / str(number), files), tmp_path / f"out{number}"
        told.append(build(site, output).all.replace(str(output), ""))
        pages = output.rglob("*.html")
        made.append({str(one.relative_to(output)): one.read_bytes() for one in pages})
    assert told[0] == told[1]
    assert made[0] == made[1]
    assert told[0].count("site.yaml") == 1


LEADS = {
    "a story": ("/stories/a/", "/stories/a/"),
    "without its slash": ("/stories/a", "/stories/a/"),
    "an old address": ("/old/", "/stories/a/"),
    "the whole address": (f"{LEA}/stories/a/", "/stories/a/"),
    "the home page": ("/", "/"),
    "a list": ("/calendar/", "/calendar/"),
    "a file of ours": ("/sitemap.xml", "/sitemap.xml"),
    "a file of the group's": ("/media/us.png", "/media/us.png"),
    "another site": ("https://other.example.org/x", "https://other.example.org/x"),
}


@pytest.mark.parametrize(("written", "address"), LEADS.values(), ids=LEADS)
def test_an_item_that_leads_somewhere_stays(tmp_path: Path, written: str, address: str) -> None:
    """By whatever way its address is written; a file of the group's is published for it."""
    us = {"site_src/media/us.png": picture("us")}
    plan = planned(tmp_path, f"  - {{title: A, address: '{written}'}}\n", **us)
    assert [one.address for one in plan.navigation] == [address]
    assert [one.address for one in plan.media] == (["/media/us.png"] if "media" in written else [])
    assert plan.loose_links == ()


def fair(event: str) -> str:
    """An event with these keys."""
    keys = f"{{form: fair, starts: 2026-07-01 10:00, {event}}}"
    return story(event=keys)


KEYS = {
    "map": "map: '{0}'",
    "booking": "booking: {{url: '{0}'}}",
    "join": "join: '{0}', join_public: yes",
}


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("name", ["gone", "nowhere"])
def test_an_event_points_to_nothing_that_is_not_published(
    tmp_path: Path, key: str, name: str
) -> None:
    """The key goes, and its line is told, as that of a link in the text would be."""
    text = fair(KEYS[key].format(f"{LEA}/stories/{name}/"))
    plan = planned(tmp_path, "", **{"stories/fair.md": text})
    event = at(plan, "/stories/fair/", EventView).event
    assert (event.map, event.booking, event.join) == (None, None, None)
    assert [(one.path, one.line, one.whole) for one in plan.loose_links] == [
        ("stories/fair.md", 4, True)
    ]


def test_another_way_to_book_stays(tmp_path: Path) -> None:
    """Only what leads to nothing goes."""
    text = fair(f"booking: {{url: '{LEA}/stories/gone/', telephone: 01632 960000}}")
    plan = planned(tmp_path, "", **{"stories/fair.md": text})
    booking = at(plan, "/stories/fair/", EventView).event.booking
    assert booking
    assert (booking.url, booking.telephone) == (None, "01632 960000")


PUBLIC = [f"{LEA}/stories/a/", "https://maps.example.org/", f"{LEA}/media/us.png"]


@pytest.mark.parametrize("address", PUBLIC)
def test_an_event_may_point_to_what_is_there(tmp_path: Path, address: str) -> None:
    """On this site, where a map may be a picture of the group's, and on any other."""
    us = {"site_src/media/us.png": picture("us")}
    plan = planned(tmp_path, "", **{"stories/fair.md": fair(f"map: '{address}'")}, **us)
    assert at(plan, "/stories/fair/", EventView).event.map == address
    assert plan.loose_links == ()
