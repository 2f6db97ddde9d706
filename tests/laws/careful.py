"""Law 8: whatever is broken in whichever file, no more of the site is published than without it."""

import random
from pathlib import Path

from byleave.diagnostics import SiteError
from byleave.gate import admit
from byleave.read import read_site
from tests.laws.breaking import BREAKS, COPY_NAMES, SURE, Break, torn_list
from tests.laws.building import before
from tests.laws.explaining import GLOSSARY
from tests.laws.folders import scratch, site_files, write_files
from tests.laws.laws import LawBrokenError
from tests.laws.model import AS_OF
from tests.laws.shown import Piece, pieces_of
from tests.laws.sites import Case

FAULTS = 8
"""How often one site is broken, each time in one file."""

COPIES = 0.1
"""How many of these are a copy that a tool made."""


def errors_are_careful(case: Case) -> None:
    """Law 8 for one site, broken in several ways one after the other."""
    chance = random.Random(case.chance)
    files = site_files(case.site)
    written = sorted(path for path in files if path.endswith((".md", ".tsv")))
    with scratch() as folder:
        write_files(folder, files)
        shown, _ = published(folder)
        for _ in range(FAULTS):
            path = chance.choice(written)
            if path.startswith("stories/") and chance.random() < COPIES:
                _with_a_copy(folder, path, files[path], shown, chance)
                continue
            break_ = torn_list if path.endswith(".tsv") else chance.choice(BREAKS)
            broken = after(break_, files[path], chance)
            if broken is None:
                continue
            (folder / path).write_bytes(broken)
            now, faulty = published(folder)
            (folder / path).write_bytes(files[path])
            if path in faulty or break_ in SURE:
                no_more_than(shown, now, f"{break_.__name__} in {path}")
        if GLOSSARY in files:
            _with_a_torn_glossary(folder, files[GLOSSARY], shown, random.Random(case.chance))


def _with_a_torn_glossary(
    folder: Path, content: bytes, shown: frozenset[Piece], chance: random.Random
) -> None:
    """Law 8 where only the beginning of a glossary is there: the stories are as they were."""
    (folder / GLOSSARY).write_bytes(content[: chance.randrange(len(content))])
    now, _ = published(folder)
    (folder / GLOSSARY).write_bytes(content)
    no_more_than(shown, now, f"torn in {GLOSSARY}")


def _with_a_copy(
    folder: Path, path: str, content: bytes, shown: frozenset[Piece], chance: random.Random
) -> None:
    """Law 8 where a tool has left a copy of a story, of before somebody left or as it is now."""
    names = (*COPY_NAMES, "{}\udcff.md")  # the last is a name of other letters than UTF-8's
    copy = folder / chance.choice(names).format(path.removesuffix(".md"))
    copy.write_bytes(before(path, content) if chance.random() < 0.5 else content)
    now, _ = published(folder)
    copy.unlink()
    no_more_than(shown, now, f"a copy of {path}")


def after(break_: Break, content: bytes, chance: random.Random) -> bytes | None:
    """What stands in a file after it was broken; None where it cannot be broken so."""
    try:
        broken = break_(content.decode(), chance)
    except UnicodeDecodeError:
        return None
    return None if broken == content else broken


def published(folder: Path) -> tuple[frozenset[Piece], frozenset[str]]:
    """What is published of a site folder, and the paths of files with errors.

    Where nothing is built, nothing is published, and every file may be at fault.
    """
    try:
        read = read_site(folder)
    except SiteError as stopped:
        return frozenset(), frozenset(one.path for one in stopped.findings)
    pieces = pieces_of(admit(read.tree, AS_OF)[0])
    return pieces, frozenset(one.path for one in read.findings if one.severity == "error")


def no_more_than(before: frozenset[Piece], now: frozenset[Piece], what: str) -> None:
    """Raises LawBrokenError where something is published only with the fault."""
    more = sorted(now - before)
    if more:
        kinds = ", ".join(sorted({piece[0] for piece in more}))
        pieces = "\n".join(f"  {piece}" for piece in more[:5])
        raise LawBrokenError(f"a fault publishes more, {kinds}: {what}\n{pieces}")
