"""What a destination leads to: a story, an address here, a file to show, or elsewhere."""

import pytest

from byleave.model.media_kinds import media_kind
from byleave.read.links.destinations import resolve

SITE = "https://lea.example.org/"

WHERE = {
    "a story beside this one": ("well.md", "story", "stories/2026/well.md"),
    "a story above": ("../well.md", "story", "stories/well.md"),
    "a story by its folder": ("well/index.md#top", "story", "stories/2026/well/index.md"),
    "a story with a space": ("the%20well.md", "story", "stories/2026/the well.md"),
    "an address": ("/stories/well/", "address", "/stories/well/"),
    "an address without its last slash": ("/stories/well", "address", "/stories/well/"),
    "an address that climbs": ("/a/../stories/well", "address", "/stories/well/"),
    "home": ("/", "address", "/"),
    "a page": ("/about/?from=letter", "address", "/about/"),
    "a file at the top": ("/CNAME.txt", "address", "/CNAME.txt"),
    "this site in full": (f"{SITE}stories/well/", "address", "/stories/well/"),
    "this site without its slash": ("https://lea.example.org", "address", "/"),
    "this site, insecure and shouted": ("HTTP://LEA.EXAMPLE.ORG/a/", "address", "/a/"),
    "this site without a scheme": ("//lea.example.org/a/", "address", "/a/"),
    "a picture": ("hall.JPG", "media", "hall.JPG"),
    "a picture, roundabout": ("./a/../hall.jpg", "media", "hall.jpg"),
    "a picture of the group's": ("/media/boots.png", "media", "/media/boots.png"),
    "another site": ("https://example.org/a.md", "elsewhere", ""),
    "a site with our name in its own": ("https://lea.example.org.uk/a/", "elsewhere", ""),
    "mail": ("mailto:tilda@lea.example.org", "elsewhere", ""),
    "a place on this page": ("#top", "elsewhere", ""),
    "nothing": ("", "elsewhere", ""),
    "a script": ("javascript:alert(1)", "elsewhere", ""),
    "a broken address": ("https://[", "elsewhere", ""),
}


@pytest.mark.parametrize(("destination", "kind", "target"), WHERE.values(), ids=WHERE)
def test_a_destination_leads_somewhere(destination: str, kind: str, target: str) -> None:
    """However an editor writes it, what is withheld is recognised in it."""
    found = resolve(destination, "stories/2026/shed.md", SITE)
    assert (found.kind, found.target) == (kind, target)


def test_a_site_may_live_in_a_folder_of_its_host() -> None:
    """What stands beside the site on the same host is elsewhere."""
    site = "https://example.org/lea/"
    assert resolve(f"{site}stories/well/", "a.md", site).target == "/stories/well/"
    assert resolve("https://example.org/", "a.md", site).kind == "elsewhere"


def test_the_place_within_a_page_is_kept() -> None:
    """A link to a heading still leads to that heading."""
    assert resolve("well.md#deep", "stories/shed.md", SITE).fragment == "deep"


@pytest.mark.parametrize("name", ["a.exe", "a.html", "a.svg", "a.js", "a", "jpg", ""])
def test_what_could_run_is_no_media(name: str) -> None:
    """Only pictures, recordings, films and documents are published with a story."""
    assert media_kind(name) is None
