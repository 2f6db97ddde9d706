"""What a preview answers: pages as built, what is withheld marked, and everything else refused."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from byleave.pipeline.build_site import build_site
from byleave.pipeline.options import BuildOptions
from byleave.preview import SiteInMemory
from byleave.preview.marks import marked
from byleave.preview.own_pages import findings_page
from tests.laws.folders import read_files
from tests.preview.running import NOON, Previewed, previewing
from tests.preview.sites import FILES
from tests.read.folders import put, story

# The page of the search has `file:` beside it: its script is its own, built or not.
ALLOWED = re.compile(rb"script-src(?: ('sha256-[^']*'))? 'self'(?! file:)")
SCRIPT = re.compile(rb'<script src="/-byleave/reload.js[^>]*></script>')


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that is looked at; these tests do not change it."""
    return put(tmp_path_factory.mktemp("site"), FILES)


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[Previewed]:
    """Its preview, as an editor sees it."""
    with previewing(folder) as found:
        yield found


def as_built(page: bytes) -> bytes:
    """A page of the preview without what loads it again."""
    if not SCRIPT.search(page):
        return page
    return ALLOWED.sub(
        lambda found: b"script-src " + (found[1] or b"'none'"), SCRIPT.sub(b"", page)
    )


@pytest.mark.slow
def test_what_is_published_is_as_a_build_publishes_it(tmp_path: Path, folder: Path) -> None:
    """With --published, each file is byte for byte the built one, but for what loads it again."""
    with previewing(folder, published=True) as site:
        options = BuildOptions(base_url=site.address, executor="serial")
        build_site(folder, output=tmp_path / "public", as_of=NOON, options=options)
        built = read_files(tmp_path / "public")
        built = {path: content for path, content in built.items() if "byleave" not in path}
        assert len(built) > 15
        for path, content in built.items():
            assert as_built(site.get(f"/{path}").body) == content, path
        for path in ("/stories/hush/", "/stories/f%C3%AAte/", "/nothing/"):
            answer = site.get(path)
            assert (answer.status, as_built(answer.body)) == (
                404,
                as_built(site.get("/404.html").body),
            )


def test_what_is_withheld_is_shown_and_marked(site: Previewed) -> None:
    """An editor sees everything, and at a glance what readers do not."""
    page = site.get("/stories/fair/").text
    assert "Kettle one." in page
    assert re.search(r'<div class="passage not-published[^>]*><p class="not-published">Not', page)
    assert '<div class="passage"><p>Plain words.' in page
    assert "Qwynneth (withdrawn)" in page
    assert "Ann (withdrawn)" in page
    said = r'Not published:</p>\s*(<p class="who"[^>]*>[^<]*</p>)?\s*<p>Kettle three'
    assert re.search(said, page)
    draft = site.get("/stories/hush/").text
    assert "This page is not published:" in draft
    assert "This page is not published:" not in page
    assert "it is a draft" in draft
    assert '<a href="/stories/hush/">the plums</a>' in page


def test_links_to_what_is_withheld_are_marked_wherever_they_stand(site: Previewed) -> None:
    """A list does not look as if readers saw all of it."""
    styles = site.get("/-byleave/withheld.css").text
    assert 'a[href="/stories/hush/"]::after' in styles
    assert 'a[href="/stories/f%C3%AAte/"]::after' in styles
    assert "fair" not in styles
    assert 'href="/stories/f%C3%AAte/"' in site.get("/stories/").text


def test_findings_are_on_a_page_of_their_own(site: Previewed) -> None:
    """What is wrong, where, and what to do; and what is withheld and why."""
    page = site.get("/-byleave/findings").text
    assert "<code>stories/fair.md</code>, line" in page
    assert "stories/hush.md: withheld (draft)" in page
    assert re.search(r">0 errors, \d+ warnings?<", site.get("/").text)


def test_the_first_page_waits_for_no_advice(tmp_path: Path) -> None:
    """What the words of stories give rise to is told as soon as it is found, and says so before."""
    words = "PLEASE BRING YOUR BOOTS and a spade. See [here](https://lea.example.org/a).\n"
    folder = put(tmp_path, FILES | {"stories/wall.md": story(words, title="The wall")})
    whole = SiteInMemory(folder, lambda: NOON, "http://127.0.0.1/", published=False).live
    held = SiteInMemory(folder, lambda: NOON, "http://127.0.0.1/", published=False, hurried=True)
    assert held.live
    assert whole
    assert held.live.files.content("index.html") == whole.files.content("index.html")
    assert "still looked through" in findings_page(held.live).decode()
    assert b" so far</a>" in marked(b"<body></body>", None, held.live, "")
    assert len(held.live.findings) < len(whole.findings)
    number = held.number
    while held.look_through():
        assert held.number == number
    assert held.number > number
    assert held.live.findings == whole.findings
    assert "still looked through" not in findings_page(held.live).decode()
    assert b" so far</a>" not in marked(b"<body></body>", None, held.live, "")


def test_media_and_other_files_come_from_their_sources(site: Previewed) -> None:
    """Nothing is copied, and everything is there: also a part of a recording that is asked for."""
    page = site.get("/stories/fair/").text
    cup, urn = (re.search(rf'src="(/media/[^"]+{end})"', page) for end in ("png", "mp3"))
    assert cup
    assert urn
    answer = site.get(cup[1])
    assert answer.body.startswith(b"\x89PNG")
    assert answer.headers["content-type"] == "image/png"
    part = site.get(urn[1], headers={"Range": "bytes=9-11"})
    assert (part.status, part.body) == (206, b"urn")
    assert site.get("/CNAME").text == "lea.example.org\n"
    assert site.get("/.well-known/security.txt").text == "Contact: x\n"
    for path in ("/feed.xml", "/feed.json", "/calendar.ics", "/sitemap.xml", "/robots.txt"):
        assert site.get(path).status == 200
    styles = re.search(r'href="(/styles\.\w+\.css)"', site.get("/").text)
    assert styles
    assert site.get(styles[1]).headers["content-type"] == "text/css; charset=utf-8"


def test_addresses_lead_as_on_a_server(site: Previewed) -> None:
    """Old addresses are pages that lead on, and a forgotten stroke at the end does no harm."""
    assert "/stories/fair/" in site.get("/old/fair/").text
    answer = site.get("/stories/fair")
    assert (answer.status, answer.headers["location"]) == (307, "/stories/fair/")
    for path in ("//stories/fair", "//fair.example/"):
        assert site.get(path).status == 404


@pytest.mark.parametrize(
    "path",
    [
        "/../site_src/site.yaml",
        "/..%2f..%2fsite_src/site.yaml",
        "/%2e%2e/site_src/site.yaml",
        "/media/../../site_src/site.yaml",
        "/site_src/site.yaml",
        "/stories/fair.md",
        "/stories/cup.png",
        "/-byleave/../stories/fair.md",
        "/-byleave/findings.html",
        "/%00",
        "//etc/passwd",
    ],
)
def test_nothing_but_the_site_can_be_asked_for(site: Previewed, path: str) -> None:
    """No address leads to a file that is not published, however it is written."""
    answer = site.get(path)
    assert answer.status == 404
    assert "Lea Allotments\nurl" not in answer.text


@pytest.mark.parametrize(
    "host", ["lea.example.org", "127.0.0.1", "localhost:1", "", "127.0.0.1:{}.x"]
)
def test_other_names_are_refused(site: Previewed, host: str) -> None:
    """A website whose name is made to lead to this machine learns nothing (DNS rebinding)."""
    answer = site.get("/", headers={"Host": host.format(site.port)})
    assert (answer.status, "Allotments" in answer.text) == (421, False)


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "[::1]"])
def test_the_names_of_this_machine_are_answered(site: Previewed, name: str) -> None:
    """However an editor writes the address."""
    assert site.get("/", headers={"Host": f"{name}:{site.port}"}).status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_it_can_only_be_looked_at(site: Previewed, method: str) -> None:
    """Nothing can be sent to it."""
    assert site.get("/", method=method).status == 405


def test_a_head_is_answered(site: Previewed) -> None:
    """Link checkers ask so."""
    answer = site.get("/", method="HEAD")
    assert (answer.status, answer.body) == (200, b"")


def test_nothing_is_kept_and_nothing_else_may_run(site: Previewed) -> None:
    """Browsers are told what servers tell them, but for the script that loads the page again."""
    built = site.get("/_headers").text
    policy = re.search(r"Content-Security-Policy: (.*)", built)
    assert policy
    for path in ("/", "/nothing/", "/-byleave/reload.js", "/CNAME"):
        headers = site.get(path).headers
        assert headers["cache-control"] == "no-store"
        assert headers["x-frame-options"] == "DENY"
        assert "access-control-allow-origin" not in headers
        # A font that a group adds to its look is shown without a start of its own.
        told = policy[1].replace("script-src 'none'", "script-src 'self'")
        assert headers["content-security-policy"] == told.replace(
            "font-src 'none'", "font-src 'self'"
        )


def test_nothing_is_written(tmp_path: Path) -> None:
    """A preview leaves the folder as it was: no output, no cache."""
    folder = put(tmp_path / "site", FILES)
    before = sorted(tmp_path.rglob("*"))
    with previewing(folder) as site:
        for path in ("/", "/stories/fair/", "/nothing/", "/feed.xml"):
            site.get(path)
    assert sorted(tmp_path.rglob("*")) == before


def test_another_account_of_this_computer_reads_nothing(tmp_path: Path) -> None:
    """It reaches every port that listens, and a preview shows what is withheld."""
    with previewing(put(tmp_path, FILES)) as site:
        for path in ("/", "/stories/fair/", "/-byleave/findings", "/-byleave/changes", "/?key=x"):
            answer = site.get(path, is_known=False)
            assert (answer.status, "set-cookie" in answer.headers) == (403, False)
            assert "by the address that it has printed" in answer.text
        among = {"Cookie": f'a[b]={{"c": 1}}; =; d; {site.cookie}; e=f'}
        assert site.get("/", headers=among).status == 200
        once = site.keys.address_for_once("/")
        assert [site.get(once, is_known=False).status for _ in range(2)] == [200, 403]
