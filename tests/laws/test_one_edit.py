"""One edited story, taken into a site that is held in memory, gives what reading it all gives."""

import json
import random
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from byleave.cache import recollection_of, remembering
from byleave.diagnostics import in_order
from byleave.gate import judge
from byleave.pipeline.preview_site import (
    LiveSite,
    live_site,
    look_through_some,
    looked_through,
    with_edited_story,
)
from byleave.read import Looking, read_site
from byleave.read.found_files import FileThere
from byleave.read.stories import told_files
from byleave.read.stories.story_files import ToldStory, tell_story
from byleave.values import replace
from tests.laws.folders import scratch, site_files, write_files
from tests.laws.model import AS_OF
from tests.laws.sites import Case
from tests.laws.trying import sample

SITES = 25
FEW = 3  # that one can try after every change
EDITS = 4
BASE = "http://127.0.0.1/"
WORDS = ("rain again", "## A heading\n\nand words", "[words](/stories/)", "[away](https://a.org/)")


@pytest.mark.parametrize("sites", [FEW, pytest.param(SITES, marks=pytest.mark.slow)])
def test_a_whole_reading_and_one_with_what_is_known_are_the_same(sites: int) -> None:
    """Nothing that was read before is taken for what the files say now."""
    chance = random.Random(6)
    for case in sample(sites, first=6):
        with scratch() as site:
            write_files(site, site_files(case.site))
            looking = Looking()
            read_site(site, looking)
            for path in some_files(site, chance):
                path.write_bytes(edited(path.read_bytes(), case, chance))
            gone = some_files(site, chance)[0]
            gone.rename(gone.with_name("renamed-" + gone.name))
            again = read_site(site, looking)
            whole = read_site(site)
            assert (again.tree, again.findings) == (whole.tree, whole.findings)


@pytest.mark.slow
def test_what_is_left_on_the_disk_is_what_was_found_out(tmp_path: Path) -> None:
    """A story is read back as it was read, whatever stands in it, and judged as it was judged."""
    for number, case in enumerate(sample(SITES, first=8)):
        with scratch() as site:
            write_files(site, site_files(case.site))
            looking = Looking()
            whole = read_site(site, looking)
            verdict = judge(whole.tree, AS_OF, rehearsing=False, known=looking.known)
            paths = [story.path for story in whole.tree.stories]
            with remembering(tmp_path / str(number)) as memo:
                memo.keep_only_used(looking.known.rows_of(memo, paths))
            with remembering(tmp_path / str(number)) as memo:
                left = recollection_of(memo)
            with none_told_of(paths):
                again = read_site(site, Looking(known=left))
                assert (again.tree, again.findings) == (whole.tree, whole.findings)
                assert judge(again.tree, AS_OF, rehearsing=False, known=left) == verdict


@contextmanager
def none_told_of(paths: Collection[str]) -> Iterator[None]:
    """Within the block, none of the stories at `paths` is read from the words in its file."""

    def told(file: FileThere, site_url: str) -> ToldStory:
        assert file.path not in paths
        return tell_story(file, site_url)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(told_files, "tell_story", told)
        yield


@pytest.mark.slow
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


@pytest.mark.slow
@pytest.mark.parametrize("published", [False, True])
def test_a_hurry_leaves_out_nothing(*, published: bool) -> None:
    """What is decided in a hurry is decided, and what is said later is all that is to be said."""
    chance = random.Random(11)
    later = 0
    for case in sample(SITES, first=11):
        with scratch() as site:
            write_files(site, site_files(case.site))
            whole = live_site(site, AS_OF, base_url=BASE, published=published)
            live = live_site(site, AS_OF, base_url=BASE, published=published, hurried=True)
            assert (live.verdict.content, live.plan) == (whole.verdict.content, whole.plan)
            assert {*live.findings} <= {*whole.findings}
            later += len(whole.findings) - len(live.findings)
            look_through_some(live, range(chance.randrange(9)))
            assert state(looked_through(live)) == state(whole)
            # Somebody saves before all was looked through.
            file = chance.choice(some_files(site, chance))
            file.write_bytes(edited(file.read_bytes(), case, chance))
            path = file.relative_to(site).as_posix()
            live = with_edited_story(live, path) or live_site(
                site,
                AS_OF,
                base_url=BASE,
                published=published,
                before=live,
                changed=[path],
                hurried=True,
            )
            whole = live_site(site, AS_OF, base_url=BASE, published=published)
            assert live.hurried
            assert state(looked_through(live)) == state(whole)
    assert later


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
        "what_happened": [*words],
        "notice": [*words],
        "rights": ["ask-first", *words],
        "checked_with": [*words],
        "allow": [{"initials": word} for word in words],
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
