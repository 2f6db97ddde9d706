"""The stories of the benchmark are the same everywhere, and nothing is wrong with them."""

import subprocess
import sys
from datetime import datetime, time
from pathlib import Path

import pytest

from byleave.pipeline.build_site import build_site
from tests.architecture.sources import REPOSITORY
from tests.bench.corpus import path_of, site_files, withdrawing, write_site
from tests.bench.entrants import page_of, with_title, with_words
from tests.bench.stories import AS_OF, LARGEST, in_the_middle, newest, tellings
from tests.laws.folders import read_files

MOMENT = datetime.combine(AS_OF, time())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The smallest corpus."""
    folder = tmp_path_factory.mktemp("corpus")
    write_site(folder, 100)
    return folder


@pytest.mark.slow
def test_it_is_the_same_in_another_process(site: Path, tmp_path: Path) -> None:
    """Two people who measure, measure the same."""
    command = [sys.executable, "-m", "tests.bench.corpus", str(tmp_path), "100"]
    subprocess.run(command, cwd=REPOSITORY, check=True)
    assert read_files(tmp_path) == read_files(site)


def test_a_larger_corpus_begins_with_the_smaller_one() -> None:
    """Sizes differ in size alone."""
    newest_of_ten = path_of(newest(10))
    smaller = {path: text for path, text in site_files(10) if path != newest_of_ten}
    assert smaller.items() <= dict(site_files(30)).items()


@pytest.mark.slow
def test_every_title_is_there_once() -> None:
    """Two stories at one address would be an error, at any size."""
    assert len({one.slug for one in tellings(20_000)}) == 20_000
    with pytest.raises(ValueError, match=f"1 to {LARGEST}"):
        tellings(LARGEST + 1)


@pytest.mark.slow
def test_it_builds_without_findings(site: Path, tmp_path: Path) -> None:
    """What is measured is a site as it should be, in which something is withheld."""
    result = build_site(site, output=tmp_path, as_of=MOMENT)
    assert result.diagnostics == ()
    assert result.published == sum(1 + len(one.answers) for one in tellings(100))
    assert result.withheld_voices > 0


def test_it_has_all_that_it_promises() -> None:
    """Consent records, passages, events, tables, themes, responses, and somebody who withdrew."""
    files = dict(site_files(100))
    stories = [text for path, text in files.items() if path.startswith("stories/")]
    for words in ("consent:", "::: voice", "event:", "\nTable: ", "responds_to:", "withdrawn:"):
        assert any(words in text for text in stories), words
    assert sum(path.startswith("themes/") for path in files) == 40


@pytest.mark.slow
def test_the_changes_do_what_they_are_for(site: Path, tmp_path: Path) -> None:
    """An edit shows on its page and in lists, and a withdrawal takes the story away."""
    middle, last = in_the_middle(100), newest(100)
    edited, renamed = site / path_of(middle), site / path_of(last)
    before = edited.read_text("utf-8"), renamed.read_text("utf-8")
    out = tmp_path / "out"
    try:
        edited.write_text(with_words(before[0], "Words that are new."), encoding="utf-8")
        renamed.write_text(with_title(before[1], "and the cat"), encoding="utf-8")
        build_site(site, output=out, as_of=MOMENT)
        page = out / page_of(middle).strip("/") / "index.html"
        assert "Words that are new." in page.read_text("utf-8")
        assert f"{last.title} and the cat" in (out / "stories/index.html").read_text("utf-8")
        edited.write_text(withdrawing(before[0]), encoding="utf-8")
        build_site(site, output=out, as_of=MOMENT)
        assert not page.exists()
    finally:
        edited.write_text(before[0], encoding="utf-8")
        renamed.write_text(before[1], encoding="utf-8")
