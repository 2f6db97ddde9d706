"""Settings, look, themes and pages with faults: the first two stop the build, the others do not.

What stops the build leaves the public folder as it is: nobody publishes half of a site.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bad_input.trying import Attempt, attempt, files_in
from tests.cli.running import build
from tests.read.folders import SETTINGS, put, story

YAML = "site_src/site.yaml"
LOOK = "site_src/look/templates/"


def assert_stopped(tried: Attempt, *findings: tuple[str, str]) -> None:
    """Nothing was written, and each fault is told of."""
    assert (tried.said.code, tried.findings) == (3, list(findings))
    assert "nothing was written" in tried.said.err


NO_TITLE = SETTINGS.replace("title: Lea Allotments\n", "")
NO_WAY = SETTINGS.replace("email: tilda@lea.example.org, ", "")

FAULTY: dict[str, tuple[str | bytes, list[tuple[str, str]]]] = {
    "empty": (
        "",
        [
            ("1:1", "format-missing"),
            ("1:1", "permission-missing"),
            ("1:1", "title-missing"),
            ("1:1", "url-missing"),
        ],
    ),
    "a list": ("- a\n", [("1:1", "not-keys")]),
    "words": ("Lea Allotments\n", [("1:1", "not-keys")]),
    "not YAML": ("title: [\n", [("2:1", "yaml")]),
    "not UTF-8": (b"title: \xff\n", [("1:8", "not-utf-8")]),
    "too long": ("#" * 2_000_001, [("1:1", "too-long")]),
    "a billion laughs": (
        f"{SETTINGS}tagline: &a [*a, *a]\n",
        [
            ("5:10", "yaml-alias"),
            ("5:14", "yaml-alias"),
            ("5:18", "yaml-alias"),
            ("5:1", "not-text"),
        ],
    ),
    "no title": (NO_TITLE, [("1:1", "title-missing")]),
    "no permission": (
        "\n".join(SETTINGS.splitlines()[:3]) + "\n",
        [("1:1", "permission-missing")],
    ),
    "nobody to turn to": (NO_WAY, [("4:1", "permission-way")]),
    "a key that nobody knows": (f"{SETTINGS}kettle: red\n", [("5:1", "unknown-key")]),
    "a key of other programs": (f"{SETTINGS}colour: red\n", [("5:1", "key-of-others")]),
    "a newer format": (SETTINGS.replace("format: 1", "format: 2"), [("1:1", "choice")]),
    "no web address": (SETTINGS.replace("https://", ""), [("3:1", "web-address")]),
    "half a web address": (
        SETTINGS.replace("https://lea.example.org/", '"https://[lea"'),
        [("3:1", "web-address")],
    ),
    "a time zone elsewhere": (f"{SETTINGS}timezone: Mars/Olympus\n", [("5:1", "time-zone")]),
    "a time zone that climbs": (f"{SETTINGS}timezone: ../../etc/passwd\n", [("5:1", "time-zone")]),
    "an engine that nobody has": (f"{SETTINGS}prose: {{engine: word}}\n", [("5:9", "choice")]),
    "a colour that cannot be read": (
        f'{SETTINGS}brand: {{colour: "#ffffff"}}\n',
        [("5:9", "brand-contrast")],
    ),
    "a menu of words": (f"{SETTINGS}navigation: [About]\n", [("5:14", "wrong-type")]),
}


@pytest.mark.parametrize(("text", "findings"), FAULTY.values(), ids=FAULTY)
def test_faulty_settings_stop_the_build(
    tmp_path: Path, text: str | bytes, findings: list[tuple[str, str]]
) -> None:
    """Each with its line and column, all at once."""
    tried = attempt(tmp_path, {YAML: text})
    told = sorted((f"{YAML}:{place}", code) for place, code in findings)
    assert_stopped(tried, *sorted(tried.findings))
    assert sorted(tried.findings) == told


WITHOUT: dict[str, tuple[Callable[[Path], object], str]] = {
    "no settings": (lambda _: None, "no-site"),
    "a folder": (lambda yaml: yaml.mkdir(), "not-a-file"),
    "a link that leads nowhere": (lambda yaml: yaml.symlink_to("nowhere"), "broken-link"),
    "a link out of the site": (lambda yaml: yaml.symlink_to("../../theirs.yaml"), "link-outside"),
}


@pytest.mark.parametrize(("make", "code"), WITHOUT.values(), ids=WITHOUT)
def test_without_settings_there_is_no_site(
    tmp_path: Path, make: Callable[[Path], object], code: str
) -> None:
    """A build in a wrong folder touches nothing, and says how to make a right one."""
    (tmp_path / "theirs.yaml").write_text(SETTINGS)

    def without(site: Path) -> None:
        (site / YAML).unlink()
        make(site / YAML)

    assert_stopped(attempt(tmp_path, {}, make=without), (f"{YAML}:1:1", code))


FOLDERS = {"stories": 1, "themes": 3, "site_src": 3, "site_src/pages": 1, "site_src/look": 3}


@pytest.mark.parametrize(("folder", "code"), FOLDERS.items(), ids=FOLDERS)
def test_a_folder_that_leads_out_of_the_site_is_not_read(
    tmp_path: Path, folder: str, code: int
) -> None:
    """A link in the place of a whole folder could publish anything on the computer."""
    theirs = put(tmp_path / "theirs", {"garden.md": "---\ntitle: Garden\n---\nA garden.\n"})
    (theirs / "site.yaml").write_text(SETTINGS)
    site, output = put(tmp_path / "site", {}), tmp_path / "out"
    if (site / folder).exists():
        (site / folder).rename(tmp_path / "away")
    (site / folder).symlink_to(theirs)
    said = build(site, output)
    assert said.code == code
    assert "[link-outside]" in said.err
    assert not any(b"garden" in content for content in files_in(output).values())


FILES = {
    "a template that is not finished": (
        {f"{LOOK}page.html": "<p>\n{% if x %}"},
        f"{LOOK}page.html:2:1",
        "template",
    ),
    "a template with a slip": (
        {f"{LOOK}story.html": "{{ view.title ~ }}"},
        f"{LOOK}story.html:1:1",
        "template",
    ),
    "a template that asks for what the page does not have": (
        {f"{LOOK}story.html": "{{ view.titel }}"},
        f"{LOOK}story.html:1:1",
        "template",
    ),
    "a template that asks for another that nobody has": (
        {f"{LOOK}story.html": '{% include "unripe.html" %}'},
        f"{LOOK}story.html:1:1",
        "template",
    ),
    "a template that reaches behind the page": (
        {f"{LOOK}story.html": "{{ view.__class__.__mro__ }}"},
        f"{LOOK}story.html:1:1",
        "template",
    ),
    "a template that divides by nothing": (
        {f"{LOOK}story.html": "{{ 1 // 0 }}"},
        f"{LOOK}story.html:1:1",
        "template",
    ),
    "a template that goes round in circles": (
        {f"{LOOK}story.html": '{% extends "story.html" %}'},
        f"{LOOK}story.html:1:1",
        "template",
    ),
    "a template that uses a filter that nobody has": (
        {f"{LOOK}story.html": "{{ view.title | shout }}"},
        f"{LOOK}story.html:1:1",
        "template",
    ),
    "a template in another encoding": (
        {f"{LOOK}story.html": b"\xff"},
        f"{LOOK}story.html:1:1",
        "not-utf-8",
    ),
    "a style in another encoding": (
        {"site_src/look/styles.css": b"\xff"},
        "site_src/look/styles.css:1:1",
        "not-utf-8",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize(("files", "place", "code"), FILES.values(), ids=FILES)
def test_a_faulty_look_stops_the_build(
    tmp_path: Path, files: dict[str, str | bytes], place: str, code: str
) -> None:
    """Each page would be wrong, so none is written; the template and its line are named."""
    assert_stopped(attempt(tmp_path, files), (place, code))


THEMES: dict[str, tuple[str | bytes, str, str]] = {
    "without a title": ("---\nbroader: b\n---\n", "1:1", "title-missing"),
    "empty": ("", "1:1", "no-front-matter"),
    "in another encoding": (b"\xff", "1:1", "not-utf-8"),
    "of a merge": ("---\ntitle: Rain\n---\n<<<<<<< a\n", "4:1", "unfinished-merge"),
    "a slip": ("---\ntitle: Rain\nalso: [x]\n---\nWords.\n", "3:1", "unknown-key"),
}


@pytest.mark.parametrize(("text", "place", "code"), THEMES.values(), ids=THEMES)
def test_a_faulty_theme_is_published_by_its_name_alone(
    tmp_path: Path, text: str | bytes, place: str, code: str
) -> None:
    """A typing error in it may not keep somebody online who has withdrawn, nor take a story."""
    rainy = story("It rains.\n", title="A wet day", themes="[rain]")
    tried = attempt(tmp_path, {"themes/rain.md": text, "stories/wet.md": rainy})
    assert (tried.said.code, tried.findings) == (1, [(f"themes/rain.md:{place}", code)])
    assert "A wet day" in tried.words("themes/rain/index.html")
    assert "Words" not in tried.words("themes/rain/index.html")


PAGES: dict[str, tuple[str | bytes, str, str]] = {
    "empty": ("", "1:1", "no-front-matter"),
    "without a title": ("---\nsummary: x\n---\n", "1:1", "title-missing"),
    "not UTF-8": (b"\xff", "1:1", "not-utf-8"),
    "without an end": ("---\ntitle: x\n", "1:1", "endless-front-matter"),
}


@pytest.mark.parametrize(("text", "place", "code"), PAGES.values(), ids=PAGES)
def test_a_faulty_page_is_left_out(
    tmp_path: Path, text: str | bytes, place: str, code: str
) -> None:
    """The stories do not wait for somebody to mend the page about cookies."""
    tried = attempt(tmp_path, {"site_src/pages/about.md": text})
    assert tried.findings == [(f"site_src/pages/about.md:{place}", code)]
    assert (tried.said.code, tried.after == tried.before) == (1, True)


@pytest.mark.parametrize("name", ["stories", "People", "media"])
def test_a_page_cannot_take_our_place(tmp_path: Path, name: str) -> None:
    """A page called “stories” would hide all of them."""
    path = f"site_src/pages/{name}.md"
    tried = attempt(tmp_path, {path: "---\ntitle: About\n---\n"})
    assert tried.findings == [(f"{path}:1:1", "reserved-name")]
    assert tried.after == tried.before
