"""One edited story, taken into a site that is held in memory, gives what reading it all gives."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from byleave.diagnostics import in_order
from byleave.gate import Verdict, judge, judge_again
from byleave.model.site import SitePlan
from byleave.read import ReadResult, read_site, read_story_again, with_story
from byleave.relate import relate, relate_again
from tests.laws.folders import scratch, site_files, write_files
from tests.laws.model import AS_OF
from tests.laws.sites import Case
from tests.laws.trying import sample

SITES = 25
EDITS = 4
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


@pytest.mark.parametrize("rehearsing", [False, True])
def test_one_edit_gives_what_a_whole_reading_gives(*, rehearsing: bool) -> None:
    """Either everything is as if all had been read anew, or the short way is not taken."""
    chance = random.Random(7)
    taken: Counter[bool] = Counter()
    for case in sample(SITES, first=7):
        with scratch() as site:
            write_files(site, site_files(case.site))
            for file in some_files(site, chance):
                before = read_site(site)
                verdict = judge(before.tree, AS_OF, rehearsing=rehearsing)
                file.write_bytes(edited(file.read_bytes(), case, chance))
                short = short_way(
                    before, verdict, relate(verdict.content), file.relative_to(site).as_posix()
                )
                taken[short is not None] += 1
                if short is not None:
                    assert short == whole_way(site, rehearsing=rehearsing)
    assert taken[True] > SITES
    assert taken[False] > SITES / 2


def short_way(
    before: ReadResult, verdict: Verdict, plan: SitePlan, path: str
) -> tuple[object, ...] | None:
    """Reading the one file again, as far as that is enough."""
    read = read_story_again(before, path)
    again = judge_again(verdict, read.story) if read else None
    if read is None or again is None:
        return None
    made = relate_again(plan, again.content)
    result = with_story(before, read)
    return result.tree, result.findings, again.content, said(again), made


def whole_way(site: Path, *, rehearsing: bool) -> tuple[object, ...]:
    """Reading everything."""
    result = read_site(site)
    verdict = judge(result.tree, AS_OF, rehearsing=rehearsing)
    plan = relate(verdict.content)
    return result.tree, result.findings, verdict.content, said(verdict), plan


def said(verdict: Verdict) -> object:
    """The report; its findings in the order in which people are told them."""
    return replace(verdict.report, findings=in_order(verdict.report.findings))


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
