"""A mistake as a volunteer makes it is told once, where it stands, with what to write instead."""

from pathlib import Path

import pytest

from byleave.diagnostics import Diagnostic, SiteError
from byleave.pipeline.build_site import build_site
from byleave.pipeline.options import BuildOptions
from tests.cleaning.originals import encoded, picture
from tests.read.folders import SETTINGS, put, story, voice
from tests.silence.built import NOON

YAML = "site_src/site.yaml"
ABOUT = "site_src/pages/about.md"
TILDA = voice("tilda", "Tilda", part="author")
TALE = "stories/a.md"
OPTIONS = BuildOptions(executor="serial", dry=True, thorough=True)


def page(text: str) -> str:
    """A fixed page of this text."""
    return f"---\ntitle: About\n---\n{text}"


# Which file, what stands in it, on which line it is told, and what is to be written instead.
MISTAKES: dict[str, tuple[str, str, int, str]] = {
    "a menu of another program": (
        YAML,
        f"{SETTINGS}navigation:\n  - {{name: About, address: /about/}}\n",
        6,
        "`title:`",
    ),
    "an address without its /": (
        YAML,
        f"{SETTINGS}navigation:\n  - {{title: About, address: about/}}\n",
        6,
        "/about/",
    ),
    "items that are words": (
        YAML,
        f"{SETTINGS}navigation: [About]\n",
        5,
        "{title: About, address:",
    ),
    "a navigation that is a word": (YAML, f"{SETTINGS}navigation: About\n", 5, "- {title: About"),
    "somebody to ask, and no more": (
        YAML,
        "format: 1\ntitle: A\nurl: https://a.example/\npermission: Ruth\n",
        4,
        "person:, within:",
    ),
    "series as a list": (YAML, f"{SETTINGS}series: [spring]\n", 5, "spring: Our spring"),
    "a series with capitals": (
        YAML,
        f"{SETTINGS}series: {{Spring: Our spring}}\n",
        5,
        "our-spring",
    ),
    "a use that has a meaning": (YAML, f"{SETTINGS}uses: {{web: Here}}\n", 5, "web"),
    "a newer format": (YAML, SETTINGS.replace("format: 1", "format: 3"), 1, "update this one"),
    "a logo beside the settings": (YAML, f"{SETTINGS}brand: {{logo: logo.svg}}\n", 5, "/media/"),
    "an unfinished merge": (YAML, f"{SETTINGS}<<<<<<< HEAD\n=======\n>>>>>>> x\n", 5, "<<<<<<<"),
    "a theme that begins with words": ("themes/soup.md", "Soup.\n", 1, "its title, and another"),
    "a theme with a name": ("themes/soup.md", "---\nname: Soup\n---\n", 2, "`title:`"),
    "a theme in a text file": ("themes/soup.txt", "Soup.\n", 1, "ends in .md"),
    "a page of another kind": ("site_src/pages/about.docx", "x", 1, "ends in .md"),
    "a passage in a page": (ABOUT, page("::: voice tilda\n"), 4, "take them out"),
    "an address without its beginning": (
        ABOUT,
        page("[us](www.lea.example)\n"),
        4,
        "https:// before",
    ),
    "mail without its beginning": (ABOUT, page("[us](us@lea.example)\n"), 4, "mailto: before"),
    "an address with its path alone": (ABOUT, page("[us](lea.example/x)\n"), 4, "https:// before"),
    "a number to ring": (ABOUT, page("[us](01632960000)\n"), 4, "tel: before"),
    "an event on several days": (
        TALE,
        story("A.\n", TILDA, event="{starts: [1, 2]}"),
        4,
        "each day",
    ),
    "a title with stars": (TALE, story("A.\n", TILDA, title="*Tea*"), 2, "put quotes"),
    "exceptions as a list": (TALE, story("A.\n", TILDA, allow="[capitals]"), 4, "and why"),
    "a name in a page": (ABOUT, page("So says {tilda}.\n"), 4, "take them out"),
    "a picture that a page has not": (
        ABOUT,
        page("![Map](map.png)\n"),
        4,
        "site_src/media/",
    ),
    "themes under the wrong key": (TALE, story("A.\n", TILDA, theme="soup"), 4, "`themes:`"),
    "a title with a reference": (
        TALE,
        story("A.\n", TILDA, title="Tea &amp; bread"),
        2,
        "as it is",
    ),
    "a summary in Markdown": (
        TALE,
        story("A.\n", TILDA, summary="A **big** day"),
        4,
        "words alone",
    ),
    "a caption in HTML": (
        TALE,
        story(
            "![](a.jpg)\n",
            TILDA,
            media="{a.jpg: {alt: A, shows: nobody, caption: See <em>here</em>}}",
        ),
        4,
        "words alone",
    ),
    "a picture in words": (
        TALE,
        story("![](a.jpg)\n", TILDA, media="{a.jpg: A shed}"),
        4,
        "alt: and shows:",
    ),
    "pictures as a list": (TALE, story("![](a.jpg)\n", TILDA, media="[a.jpg]"), 4, "below it alt:"),
    "a picture that nothing shows": (
        TALE,
        story("A.\n", TILDA, media="{a.jpg: {alt: A shed, shows: nobody}}"),
        4,
        "put it into the text",
    ),
    "words for a picture that only decorates": (
        TALE,
        story("![](a.jpg)\n", TILDA, media="{a.jpg: {alt: A shed, decorative: yes}}"),
        4,
        "or else `alt:`",
    ),
    "a link that nobody gets": (
        TALE,
        story("A.\n", TILDA, event="{starts: 2027-01-01, join: 'https://lea.example.org/'}"),
        4,
        "join_public: yes",
    ),
    "people by their names": (
        TALE,
        story("![](a.jpg)\n", TILDA, media="{a.jpg: {alt: A shed, shows: [Tilda]}}"),
        4,
        "as it is under `voices:`",
    ),
    "somebody without a list": (
        TALE,
        story("![](a.jpg)\n", TILDA, media="{a.jpg: {alt: A shed, shows: tilda}}"),
        4,
        "shows: nobody",
    ),
    "a permission in a word": (
        TALE,
        story("A.\n", voice("tilda", "Tilda", "yes", part="author")),
        9,
        "record:, given:",
    ),
    "a permission in other words": (
        TALE,
        story("A.\n", voice("tilda", "Tilda", "{asked: 2026-01-01, expires: 2030-01-01}")),
        9,
        "`until:`",
    ),
    "a template that asks for what is not there": (
        "site_src/look/templates/story.html",
        "{% extends 'base.html' %}{% block main %}{{ view.titel }}{% endblock %}",
        1,
        "“title”",
    ),
    "a catalogue of the web's name": ("site_src/look/locale/en-GB.po", "", 1, "en_GB.po"),
}


def told(site: Path) -> tuple[Diagnostic, ...]:
    """What is said of a site, whether or not it can be built."""
    try:
        return build_site(site, output=site / "public", as_of=NOON, options=OPTIONS).diagnostics
    except SiteError as fault:
        return fault.findings


@pytest.mark.parametrize(("path", "text", "line", "do"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_once_with_what_to_write(
    tmp_path: Path, path: str, text: str, line: int, do: str
) -> None:
    """One fault, one finding, at its place, and what it asks for."""
    files: dict[str, str | bytes] = {
        TALE: story("A.\n", TILDA),
        "stories/a.jpg": encoded(picture(), "JPEG"),
    }
    (said,) = told(put(tmp_path, {**files, path: text}))
    assert (said.path, said.line) == (path, line)
    assert do in said.do


@pytest.mark.parametrize("name", ["site.yml", "Site.yaml", "_config.yml"])
def test_settings_under_another_name_are_found(tmp_path: Path, name: str) -> None:
    """Other programs call them so, and so do telephones."""
    (put(tmp_path, {TALE: story()}) / YAML).rename(tmp_path / "site_src" / name)
    (said,) = told(tmp_path)
    assert (said.code, f"site_src/{name}" in said.message) == ("no-site", True)
