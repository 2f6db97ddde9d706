"""A small site whose stories differ in what may be done with them, as files of its folder."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from byleave.pipeline.build_site import build_site

AS_OF = datetime(2021, 11, 1)  # noqa: DTZ001 - a moment in the site's own time zone
URL = "https://stories.example.org"

SETTINGS = f"""\
format: 1
title: Up & down
tagline: Told by those "who were there"
url: {URL}/
language: en-GB
timezone: Europe/London
contact: {{email: hello@example.org, telephone: 01632 960148}}
permission: {{person: Ruth, within: two days, telephone: 01632 960199}}
"""

# The voices that stories are by or about, and what each of them did not allow.
LACKS = {
    "ann": (),
    "bea": ("search", "feed", "engines", "social", "people", "ai"),
    "cat": ("feed",),
    "dee": ("engines",),
    "eve": ("people",),
}
USES = ("web", "search", "feed", "engines", "social", "people", "ai")

# Each story: the lines of its front matter, and its voices with their parts.
STORIES: Mapping[str, tuple[str, str]] = {
    "bread": (
        "title: Bread </script> & “roses”\ndate: 2021-01-31\nupdated: 2021-02-01\n"
        "summary: '<!-- It rises --> and a line that is so long that a calendar would fold it, "
        "with ŵ and ñ in it.'\nthemes: [bread]\naliases: [/old/bread/]",
        "ann:author",
    ),
    "bara": (
        "title: Bara\ndate: 2021-01-31\nlanguage: cy\ntranslation_of: stories/bread.md",
        "",
    ),
    "closed": ("title: Closed\ndate: 2021-02-02", "bea:author"),
    "about-cat": ("title: About {cat}\ndate: 2021-02-03", "ann:author cat:quoted"),
    "quiet": ("title: Quiet\ndate: 2021-02-04\nthemes: [bread]", "eve:author dee:quoted"),
    "in-summer": (
        "title: A roundtable\ndate: 2021-03-01\nthemes: [bread]\nevent: {starts: 2021-06-16 10:00, "
        "ends: 2021-06-16 12:30, form: roundtable, place: Online}",
        "ann:speaker cat:respondent",
    ),
    "in-winter": (
        "title: Supper\ndate: 2021-03-02\nsummary: Soup, and bread.\nevent: {starts: 2021-12-01 "
        "18:00, form: supper, place: The hall, address: '1 High Street, Ayr', cost: Free, status: "
        "full, join: 'https://meet.example.net/a', join_public: yes}",
        "ann:author",
    ),
    "fair": (
        "title: The fair; two days, and “more”\ndate: 2021-03-03\nevent: {starts: 2021-06-26, "
        "ends: 2021-06-27, form: festival, place: Cat's yard}",
        "ann:convenor cat:quoted",
    ),
    "walk": (
        "title: A walk\ndate: 2021-03-04\nupdated: 2021-03-06\n"
        "event: {starts: 2021-11-06 09:00, form: walk, status: "
        "cancelled, place: The bridge, cost: Free for carers}",
        "ann:author",
    ),
    "talk": (
        "title: A talk\ndate: 2021-03-05\nupdated: 2021-03-05\n"
        "event: {starts: 2021-11-07 09:00, ends: 2021-11-08, "
        "form: talk, status: postponed}",
        "ann:author",
    ),
    "not-fed": (
        "title: Not fed\ndate: 2021-03-06\nevent: {starts: 2021-12-24, place: The hall}",
        "cat:author",
    ),
}


def build(site: Path, names: Iterable[str] = STORIES) -> dict[str, bytes]:
    """The files of the site with these stories, by their paths."""
    files = {
        "site_src/site.yaml": SETTINGS,
        "themes/bread.md": "---\ntitle: Bread & butter\n---\n",
        **{f"stories/{name}.md": _story(*STORIES[name]) for name in names},
    }
    for path, text in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, "utf-8")
    result = build_site(site, output=site / "public", as_of=AS_OF)
    # Editors are told of markup in a title, which stands there to be escaped.
    assert {one.code for one in result.diagnostics} <= {"leftover", "version-behind"}
    return {
        path.relative_to(site / "public").as_posix(): path.read_bytes()
        for path in (site / "public").rglob("*")
        if path.is_file()
    }


def _story(front: str, voices: str) -> str:
    declared = "".join(_voice(*one.split(":")) for one in voices.split())
    return f"---\n{front}\nvoices:{declared or ' {}'}\n---\n\nWords.\n"


def _voice(id_: str, part: str) -> str:
    uses = ", ".join(use for use in USES if use not in LACKS[id_])
    return f"""
  {id_}:
    name: {id_.capitalize()}
    identity: named
    part: {part}
    person: {id_}
    consent: {{record: R-1, given: 2020-01-01, by: self, uses: [{uses}], until: 2040-01-01}}"""
