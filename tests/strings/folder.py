"""A small site in Welsh that has every kind of page, as files of its folder."""

from datetime import datetime
from pathlib import Path

from byleave.pipeline.build_site import build_site
from byleave.pipeline.options import BuildOptions
from tests.architecture.sources import put

AS_OF = datetime(2026, 11, 21, 12)  # noqa: DTZ001 - a moment in the site's own time zone
_TEXTS = {".html", ".xml", ".json", ".ics", ".txt"}

_SETTINGS = """\
format: 1
title: Straeon y cwm
tagline: Pobl y cwm yn siarad
url: https://straeon.example.org/
language: cy
timezone: Europe/London
contact: {email: helo@example.org, telephone: 01632 960148}
permission: {person: Rhian, within: dau ddiwrnod, telephone: 01632 960199, text: 07700 900147,
  email: rhian@example.org, post: 1 Stryd y Bont}
series: {byrddau: Wrth y bwrdd}
"""
_THEME = "---\ntitle: Bara\nalso_known_as: [torthau, Cacennau]\n---\n\nPopeth o'r ffwrn.\n"
_NARROWER = "---\ntitle: Bara brith\nbroader: bara\n---\n"
_PARTS = (
    "organiser convenor facilitator interviewer speaker performer respondent participant "
    "contributor quoted told-about pictured translator illustrator photographer"
).split()


def built(site: Path, output: Path, *told: str) -> dict[str, str]:
    """The text files that the site folder `site` makes, by their paths.

    The codes of all that an editor is told of are `told`.
    """
    result = build_site(site, output=output, as_of=AS_OF, options=BuildOptions(executor="serial"))
    assert [one.code for one in result.diagnostics] == list(told), result.diagnostics
    return {
        path.relative_to(output).as_posix(): path.read_text("utf-8")
        for path in output.rglob("*")
        if path.suffix in _TEXTS
    }


def put_welsh_site(site: Path) -> None:
    """Write the site's folder; its people give every use."""
    stories = {f"hen-{number}": f"title: Hen stori {number}" for number in range(60)}
    stories |= {
        "torth": "title: Y dorth\nupdated: 2024-02-02\nthemes: [bara, bara brith]\n"
        "series: byrddau\naliases: [/hen/]",
        "torth-hawdd": "title: Y dorth, yn hawdd\nupdated: 2024-02-02\n"
        "easy_read_of: stories/torth.md",
        "khubz": "title: خبز\nupdated: 2024-02-02\nlanguage: ar\ntranslation_of: stories/torth.md",
        "ateb": "responds_to: stories/torth.md",
        "eto": "responds_to: stories/torth.md\nin_reply_to: stories/ateb.md\nposted_by: elen",
        "hwyrach": "title: Wedi meddwl\nresponds_to: stories/torth.md",
        "hanes": "title: Beth ddigwyddodd\nthemes: [bara]\nseries: byrddau\n"
        "report_of: stories/hwyl.md",
    }
    put(
        site,
        {
            "site_src/site.yaml": _SETTINGS,
            "themes/bara.md": _THEME,
            "themes/bara-brith.md": _NARROWER,
            **{f"stories/{name}.md": _story(name, front) for name, front in stories.items()},
            **{f"stories/{name}.md": _event(name, more) for name, more in _EVENTS.items()},
        },
    )


_EVENTS = {
    "hwyl": "starts: 2027-06-16 10:00, ends: 2027-06-17 12:30, place: Y neuadd, map: "
    "'https://map.example.org/', cost: Am ddim, access: {di-risiau: yes, dolen glyw: no}, "
    "access_contact: 01632 960148, join: 'https://cwrdd.example.net/', join_public: yes, booking: "
    "{url: 'https://archebu.example.org/', telephone: 01632 960148, email: helo@example.org, "
    "closes: 2027-06-01}, programme: [{day: 2027-06-16, at: '10:00', until: '11:00', room: Cegin, "
    "title: Te}]",
    "llawn": "starts: 2027-06-18, status: full",
    "gohirio": "starts: 2027-06-19, status: postponed",
    "canslo": "starts: 2027-06-20, status: cancelled",
    "ddoe": "starts: 2026-06-20",
}


def _event(name: str, more: str) -> str:
    changed = "updated: 2024-03-01\n" if "status" in more else ""
    front = f"title: Digwyddiad {name}\n{changed}event: {{form: cyfarfod, {more}}}"
    return _page(
        front, {f"llais-{number}": part for number, part in enumerate(_PARTS)} | {"elen": "author"}
    )


def _story(name: str, front: str) -> str:
    if name in ("torth-hawdd", "khubz"):
        return _page(front, {})
    uses = "[web]" if name == "hwyrach" else None
    return _page(front, {"elen": "author", "wil": "quoted"}, uses)


def _page(front: str, voices: dict[str, str], uses: str | None = None) -> str:
    declared = "".join(_voice(name, part, uses) for name, part in voices.items())
    body = "Torth.[^1]\n\n- [x] Ffwrn\n- [ ] Blawd\n\n[^1]: Un fach.\n"
    heads = "".join(f"\n## Rhan {number}\n\nGeiriau.\n" for number in range(4))
    voices_ = f"voices:{declared}\n" if declared else ""
    return f"---\n{front}\ndate: 2024-02-01\n{voices_}---\n\n{body}{heads}"


def _voice(name: str, part: str, uses: str | None) -> str:
    given = uses or "[web, search, feed, engines, social, people]"
    return f"""
  {name}:
    name: {name.capitalize()}
    identity: named
    part: {part}
    person: {name}
    consent: {{record: R-1, given: 2020-01-01, by: self, uses: {given}, until: 2040-01-01}}"""
