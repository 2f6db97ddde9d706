"""One edited story, taken into a site that is held in memory, gives what reading it all gives."""

import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from byleave.build.live import LiveSite, live_site, with_edited_story
from byleave.diagnostics import in_order
from byleave.read import read_site
from byleave.values import replace
from tests.laws.folders import scratch, site_files, write_files
from tests.laws.model import AS_OF
from tests.laws.sites import Case
from tests.laws.trying import sample

SITES = 25
EDITS = 4
BASE = "http://127.0.0.1/"
WORDS = ("rain again", "## A heading\n\nand words", "[words](/stories/)", "[away](https://a.org/)")


def test_a_whole_reading_and_one_with_what_is_known_are_the_same() -> None:
    """Nothing that was read before is taken for what the files say now."""
    chance = random.Random(6)
    for case in sample(SITES, first=6):
        with scratch() as site:
            write_files(site, site_files(case.site))
            known = read_site(site)
            for path in some_files(site, chance):
                path.write_bytes(edited(path.read_bytes(), case, chance))
            gone = some_files(site, chance)[0]
            gone.rename(gone.with_name("renamed-" + gone.name))
            again = read_site(site, known.known)
            whole = read_site(site)
            assert (again.tree, again.findings) == (whole.tree, whole.findings)


@pytest.mark.parametrize("published", [False, True])
def test_edits_give_what_a_whole_reading_gives(*, published: bool) -> None:
    """After each edit all is as if everything had been read anew, whichever way is taken."""
    chance = random.Random(7)
    taken: Counter[bool] = Counter()
    for case in sample(SITES, first=7):
        with scratch() as site:
            write_files(site, site_files(case.site))
            live = live_site(site, AS_OF, base_url=BASE, published=published)
            for file in some_files(site, chance):
                change = chance.choice((edited, edited_above))
                file.write_bytes(change(file.read_bytes(), case, chance))
                path = file.relative_to(site).as_posix()
                short = with_edited_story(live, path)
                taken[short is not None] += 1
                live = short or live_site(
                    site, AS_OF, base_url=BASE, published=published, before=live, changed=[path]
                )
                whole = live_site(site, AS_OF, base_url=BASE, published=published)
                assert state(live) == state(whole)
    assert taken[True] > SITES
    assert taken[False] > SITES / 2


def state(live: LiveSite) -> tuple[object, ...]:
    """All of a site in memory; its findings in the order in which people are told them."""
    source, verdict = live.source, live.verdict
    report = replace(verdict.report, findings=in_order(verdict.report.findings))
    return source.tree, source.findings, verdict.content, report, live.findings, live.plan


def some_files(site: Path, chance: random.Random) -> list[Path]:
    """A few story files of a site."""
    return chance.choices(sorted((site / "stories").rglob("*.md")), k=EDITS)


def edited(content: bytes, case: Case, chance: random.Random) -> bytes:
    """A file with a line put in or taken out somewhere, mostly in its body."""
    if b"](" in content and chance.random() < 0.3:
        before, link, after = content.rpartition(b"](")
        return before + f" {chance.choice(titles(case))}".encode() + link + after
    lines = content.split(b"\n")
    end = lines.index(b"---", 1) if b"---" in lines[1:] else 0
    place = chance.randint(end + 1 if chance.random() < 0.9 else 0, len(lines))
    if chance.random() < 0.2 and place < len(lines):
        return b"\n".join(lines[:place] + lines[place + 1 :])
    words = chance.choice([*WORDS, *names(case)]) if chance.random() < 0.5 else WORDS[0]
    blank = [b""] if chance.random() < 0.7 else []
    return b"\n".join([*lines[:place], *blank, words.encode(), *blank, *lines[place:]])


def edited_above(content: bytes, case: Case, chance: random.Random) -> bytes:
    """A file with another value of one key of its front matter, or without the key."""
    key, values = chance.choice(list(above(case).items()))
    value = chance.choice([*values, None])
    line = b"" if value is None else f"{key}: {json.dumps(value)}\n".encode()
    there = re.compile(rb"^%s:.*\n(?:[ -].*\n)*" % key.encode(), re.MULTILINE)
    if there.search(content):
        return there.sub(lambda _: line, content, count=1)
    return content.replace(b"---\n", b"---\n" + line, 1)


def above(case: Case) -> Mapping[str, list[object]]:
    """Keys of front matter, and what may be said there that others show or are withheld for."""
    words = ["Rain", "Y tŷ", "2 days", *titles(case), *names(case)]
    days = ["2020-02-29", "2024-05-05", "2026-11-21", "2026-11-22", "2030-01-01"]
    paths = [story.path for story in case.site.stories]
    return {
        "title": [*words],
        "summary": [*words],
        "date": [*days],
        "updated": [*days],
        "themes": [*([theme] for theme in themes(case)), themes(case), []],
        "language": ["cy", "en-GB"],
        "report_of": [*paths],
        "part_of": [*paths],
        "aliases": [["/old/way/"], ["/stories/gone/"]],
        "event": [{"starts": day, "place": word} for day in days for word in words],
    }


def themes(case: Case) -> list[str]:
    """The themes of the stories of a site."""
    return sorted({theme for story in case.site.stories for theme in story.themes})


def titles(case: Case) -> list[str]:
    """What stories are called, whether or not that is to be told."""
    return [story.title or "untitled" for story in case.site.stories]


def names(case: Case) -> Iterator[str]:
    """What names somebody or leads to a story of the site."""
    for story in case.site.stories:
        yield f"[it]({'/' + story.path})"
        for voice in story.voices or ():
            yield f"so said {voice.name}"
            yield f"so said {{{voice.id}}}"
