"""The corpus as a site folder of Byleave: `python -m tests.bench.corpus FOLDER COUNT`."""

import re
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from tests.bench.stories import Answer, Block, Person, Telling, tellings
from tests.bench.words import THEMES

SETTINGS = "site_src/site.yaml"
_SETTINGS = """\
format: 1
title: Stories of many places
tagline: Invented stories, to measure with
url: https://stories.example.org/
permission:
  person: Wilma at the desk
  within: two working days
  telephone: 01632 960111
contact: {email: desk@stories.example.org}
"""
_ABOUT = """\
---
title: About us
---

Nobody in these stories has ever lived. They are here so that a build has something to do.
"""
_WITHDRAWN = "withdrawn: 2026-04-01"
_UNTIL = re.compile(r"^( +)until: .*$", re.MULTILINE)
_TAGLINE = re.compile(r"^tagline: .*$", re.MULTILINE)


def write_site(folder: Path, count: int) -> None:
    """Write a site with `count` stories, their responses, and all themes."""
    for path, text in site_files(count):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def site_files(count: int) -> Iterator[tuple[str, str]]:
    """Each file of the site: its path and its text."""
    yield SETTINGS, _SETTINGS
    yield "site_src/pages/about.md", _ABOUT
    for theme in THEMES:
        text = f"---\ntitle: {theme}\n---\n\nStories about {theme}, from everywhere.\n"
        yield theme_path(theme), text
    for one in tellings(count):
        yield path_of(one), story_text(one)
        for answer in one.answers:
            yield f"{folder_of(one)}/{one.slug}.responses/{answer.slug}.md", _answer(one, answer)


def theme_path(theme: str) -> str:
    """The file of a theme below the site folder."""
    return f"themes/{slug(theme)}.md"


def slug(theme: str) -> str:
    """What a theme is called in addresses."""
    return theme.lower().replace(" ", "-")


def folder_of(one: Telling) -> str:
    """The folder of a story: one for each year, as a group would have it."""
    return f"stories/{one.on.year}"


def path_of(one: Telling) -> str:
    """The file of a story below the site folder."""
    return f"{folder_of(one)}/{one.slug}.md"


def withdrawing(text: str) -> str:
    """The text of a story whose author has changed their mind."""
    return _UNTIL.sub(rf"\g<0>\n\1{_WITHDRAWN}", text, count=1)


def with_tagline(text: str, words: str) -> str:
    """The settings after one edit of the tagline."""
    return _TAGLINE.sub(rf"\g<0> {words}", text, count=1)


def story_text(one: Telling) -> str:
    """The file of a story."""
    keys = [
        f"title: {one.title}",
        f"date: {one.on}",
        f"summary: {one.summary}",
        f"themes: [{', '.join(one.themes)}]",
        *(_event(one) if one.event else ()),
        "voices:",
        *(line for person in one.people for line in _voice(person)),
    ]
    return _file(keys, "\n\n".join(map(_marked, one.blocks)))


def _answer(one: Telling, answer: Answer) -> str:
    keys = [f"date: {answer.on}", f"responds_to: {path_of(one)}", "voices:", *_voice(answer.by)]
    return _file(keys, answer.text)


def _file(keys: list[str], body: str) -> str:
    front = "\n".join(keys)
    return f"---\n{front}\n---\n\n{body}\n"


def _event(one: Telling) -> Iterator[str]:
    ends = one.starts + timedelta(days=one.number % 2)
    yield "event:"
    yield f"  form: {one.event}"
    yield f"  starts: {one.starts} 10:00"
    yield f"  ends: {ends} 16:30"
    yield f"  place: {one.people[0].place} Hall"
    yield "  cost: Free"
    yield "  access: {step-free: yes, hearing loop: not known yet}"
    yield "  programme:"
    yield f'    - {{at: "10:00", title: Tea, voices: [{one.people[0].id}]}}'
    yield f'    - {{at: "10:30", title: One thing each, voices: [{one.people[-1].id}]}}'


def _voice(person: Person) -> Iterator[str]:
    yield f"  {person.id}:"
    yield f"    name: {person.name}"
    yield "    identity: named"
    yield f"    part: {person.part}"
    yield f"    place: {person.place}"
    yield "    consent:"
    yield f"      record: {person.record}"
    yield f"      asked: {person.given - timedelta(days=7)}"
    yield f"      given: {person.given}"
    yield "      by: self"
    yield "      uses: [web, search, feed, engines, social]"
    yield f"      until: {person.given.replace(year=person.given.year + 20, day=1)}"
    if person.withdrawn:
        yield f"      {_WITHDRAWN}"


def _marked(block: Block) -> str:
    if block.by:
        return f"::: voice {block.by}\n{block.text}\n:::"
    if block.quoted:
        return f"> {block.text}\n>\n> — {{{block.quoted}}}"
    return f"{block.text}\nTable: {block.caption}" if block.caption else block.text


if __name__ == "__main__":
    write_site(Path(sys.argv[1]), int(sys.argv[2]))
