"""Law 2: after any run of edits, a build upon an older one leaves what a clean build leaves.

A site is edited, moved, deleted from, withdrawn from, given other settings, themes and looks, and
its output is tampered with. After each step it is built upon what earlier builds left, and beside
that from nothing: the same bytes, the same messages, and nothing in the cache of what is withheld.
"""

import random
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from tests.laws.building import build_folder
from tests.laws.explaining import GLOSSARY, glossary, terms
from tests.laws.folders import scratch, site_files, write_files
from tests.laws.laws import same_output
from tests.laws.model import AS_OF
from tests.laws.sites import Case
from tests.laws.test_one_edit import edited
from tests.laws.trying import sample

SITES = 12
STEPS = 9

Step = Callable[[Path, Path, Case, random.Random], None]


def _a_file(site: Path, chance: random.Random) -> Path:
    """A story; where none is left, one that is new."""
    new = site / "stories/new.md"
    found = sorted((site / "stories").rglob("*.md"))
    if not found:
        new.write_text("---\ntitle: New\ndate: 2025-01-01\nvoices: {}\n---\nNew.\n")
    return chance.choice(found or [new])


def _edit(site: Path, _output: Path, case: Case, chance: random.Random) -> None:
    """Words in a story."""
    file = _a_file(site, chance)
    file.write_bytes(edited(file.read_bytes(), case, chance))


def _withdraw(site: Path, _output: Path, _case: Case, chance: random.Random) -> None:
    """Somebody takes their permission back."""
    file = _a_file(site, chance)
    lines = file.read_text("utf-8").split("\n")
    consents = [at for at, line in enumerate(lines) if line.strip() == "consent:"]
    if consents:
        at = chance.choice(consents)
        gap = " " * (len(lines[at]) - len(lines[at].lstrip()) + 2)
        lines.insert(at + 1, f"{gap}withdrawn: 2026-01-01")
        file.write_text("\n".join(lines), encoding="utf-8")


def _delete(site: Path, _output: Path, _case: Case, chance: random.Random) -> None:
    """A story is gone."""
    _a_file(site, chance).unlink()


def _rename(site: Path, _output: Path, _case: Case, chance: random.Random) -> None:
    """A story has another address."""
    file = _a_file(site, chance)
    file.rename(file.with_name(f"renamed-{chance.randint(0, 9)}-{file.name}"))


def _settings(site: Path, _output: Path, _case: Case, chance: random.Random) -> None:
    """The site has another title, which is on every page."""
    file = site / "site_src/site.yaml"
    lines = file.read_text("utf-8").split("\n")
    kept = [line for line in lines if not line.startswith("tagline:")]
    file.write_text("\n".join([f"tagline: Line {chance.randint(0, 9)}", *kept]), encoding="utf-8")


def _theme(site: Path, _output: Path, _case: Case, chance: random.Random) -> None:
    """There is one more theme."""
    number = chance.randint(0, 3)
    text = f"---\ntitle: Theme {number}\n---\nWords {chance.randint(0, 9)}.\n"
    (site / "themes" / f"new-{number}.md").write_text(text, encoding="utf-8")


def _look(site: Path, _output: Path, _case: Case, chance: random.Random) -> None:
    """A template of the group's own."""
    file = site / "site_src/look/templates/contact.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"<p>{chance.randint(0, 9)}</p>\n", encoding="utf-8")


def _tamper(_site: Path, output: Path, _case: Case, chance: random.Random) -> None:
    """Somebody changes, or deletes, a page that was built."""
    pages = sorted(output.rglob("*.html"))
    page = chance.choice(pages)
    if chance.random() < 0.5:
        page.unlink()
    else:
        page.write_bytes(page.read_bytes() + b"\n<!-- mine -->")


def _cache(site: Path, _output: Path, _case: Case, chance: random.Random) -> None:
    """The cache is lost, cut short or overwritten."""
    memo = site / ".byleave/memo.sqlite"
    match chance.randint(0, 2):
        case 0:
            shutil.rmtree(site / ".byleave")
        case 1:
            memo.write_bytes(memo.read_bytes()[: chance.randint(0, 4096)])
        case _:
            memo.write_bytes(bytes(chance.randrange(256) for _ in range(200)))


def _nothing(_site: Path, _output: Path, _case: Case, _chance: random.Random) -> None:
    """Nobody does anything."""


def _glossary(site: Path, _output: Path, case: Case, chance: random.Random) -> None:
    """Other words are explained, or none."""
    file = site / GLOSSARY
    if file.is_file() and chance.random() < 0.3:
        file.unlink()
    else:
        file.write_text(glossary(terms(case.site.stories, chance), chance), encoding="utf-8")


STEPS_OF_ALL_KINDS: tuple[Step, ...] = (
    *(_edit, _edit, _edit, _withdraw, _withdraw, _delete, _rename),
    *(_settings, _theme, _look, _tamper, _cache, _nothing, _nothing),
)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(SITES))
def test_after_any_edits_the_site_is_what_a_clean_build_makes(number: int) -> None:
    """Law 2, and what laws 1 and 5 say of the cache, whatever happened in between."""
    # The glossary has a stream of its own, so that all else happens as it did without it.
    chance, explaining = random.Random(number), random.Random(1000 + number)
    (case,) = sample(1, first=100 + number)
    with scratch() as folder:
        site, output = folder / "site", folder / "public"
        write_files(site, site_files(case.site))
        build_folder(site, output)
        done = ["new"]
        for _ in range(STEPS):
            step = chance.choice(STEPS_OF_ALL_KINDS)
            step(site, output, case, chance)
            done.append(step.__name__)
            if explaining.random() < 0.3:
                _glossary(site, output, case, explaining)
                done.append("_glossary")
            day = AS_OF + timedelta(days=chance.choice([0, 0, 0, 1, 400]))
            upon = build_folder(site, output, as_of=day)
            clean = folder / "clean"
            shutil.copytree(site, clean / "site", ignore=shutil.ignore_patterns(".byleave"))
            alone = build_folder(clean / "site", clean / "public", as_of=day)
            shutil.rmtree(clean)
            same_output(upon.files, alone.files)
            assert (upon.exit_code, upon.messages) == (alone.exit_code, alone.messages), done
