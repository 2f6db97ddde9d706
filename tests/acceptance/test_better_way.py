"""Five real pages of the kind that Byleave is for: all arrives, and whoever leaves was never there.

They are not part of this repository. BYLEAVE_ACCEPTANCE names their folder; without it they are
looked for beside the repository, and the tests say so when they are skipped.
"""

import os
import re
import shutil
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from byleave.diagnostics import Diagnostic
from byleave.pipeline.build_site import build_site
from byleave.pipeline.options import BuildOptions
from byleave.values import replace
from tests.acceptance.pages import runs, sentences, words, words_of_page
from tests.laws.building import build, build_folder
from tests.laws.cut import cut
from tests.laws.laws import exit_codes_fit, same_output
from tests.laws.loading import load_folder
from tests.laws.model import TODAY, Site
from tests.laws.outputs import Built
from tests.laws.rules import withheld
from tests.laws.ways import with_consent
from tests.wording.reading import own_list

BESIDE = Path(__file__).resolve().parents[3] / "shared" / "acceptance" / "better-way"
FOLDER = Path(os.environ.get("BYLEAVE_ACCEPTANCE", BESIDE))
NUMBER = re.compile(r"\d+")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not FOLDER.is_dir(),
        reason=f"the real pages are not at {FOLDER}; BYLEAVE_ACCEPTANCE may name another folder",
    ),
]


@cache
def real() -> Site:
    """The real site as a value."""
    return load_folder(FOLDER)


@cache
def built() -> Built:
    """What the whole site becomes."""
    return build(real())


def test_words_about_people_are_found_and_known_for_whose_they_are() -> None:
    """Of seven uses of one word two are quoted and one is a group's own: these are left alone."""
    said = check_site(FOLDER)
    (term,) = {one.message.split("“")[1].split("”")[0] for one in said if _of_word(one)}
    assert term == own_list().entries[0].term
    told = sum(len(one.lines) for one in said if _of_word(one))
    left = [one.message.partition("left alone: ")[2] for one in said if _of_word(one)]
    assert (told, sum(map(len, map(NUMBER.findall, left)))) == (4, 3)
    assert len({one.code for one in said}) < 6
    assert len(said) < 20


def _of_word(one: Diagnostic) -> bool:
    return f"“{own_list().entries[0].term}”" in one.message


def check_site(folder: Path) -> tuple[Diagnostic, ...]:
    """The advice on a site, as a check tells it."""
    day = datetime(2026, 6, 1, tzinfo=UTC)
    options = BuildOptions(dry=True)
    return build_site(folder, output=folder / "public", as_of=day, options=options).advice


VOICES = (
    [(story.path, voice.id) for story in real().stories for voice in story.voices or ()]
    if FOLDER.is_dir()
    else []
)


def after(path: str, voice_id: str) -> Site:
    """The site in which that voice withdrew on New Year's Day."""
    story = next(one for one in real().stories if one.path == path)
    voice = next(one for one in story.voices or () if one.id == voice_id)
    assert voice.consent is not None
    withdrawn = replace(voice.consent, stops=(("withdrawn", "2026-01-01"),))
    return with_consent(real(), path, voice_id, withdrawn)


def test_it_builds_without_an_error(tmp_path: Path) -> None:
    """Real front matter and real bodies are read as they are, and all stories are published.

    They count their speakers, and editors are told so: that tells when one of them leaves.
    """
    shutil.copytree(FOLDER, tmp_path / "site")
    from_the_folder = build_folder(tmp_path / "site", tmp_path / "public")
    assert from_the_folder.exit_code == 0
    assert all("[counts-people]" in said for said in from_the_folder.messages)
    same_output(from_the_folder.files, built().files)


@pytest.mark.parametrize("number", range(len(real().stories)) if FOLDER.is_dir() else [])
def test_every_sentence_arrives(number: int) -> None:
    """Every line, every list item and every table cell of a body is on one page, word for word."""
    story = real().stories[number]
    pages = [words_of_page(page) for page in _pages(built())]
    said = list(sentences(real(), story))
    assert said
    page = max(pages, key=lambda one: sum(_has(one, sentence) for sentence in said))
    assert [sentence for sentence in said if not _has(page, sentence)] == []


def _has(page: str, sentence: str) -> bool:
    return f" {' '.join(words(sentence))} " in page


@pytest.mark.parametrize(("path", "voice_id"), VOICES)
def test_whoever_leaves_was_never_there(path: str, voice_id: str) -> None:
    """Law 1 on real pages, for each voice in turn."""
    site = after(path, voice_id)
    without = cut(site, TODAY)
    assert without != site
    left, never = build(site), build(without)
    exit_codes_fit(site, withheld(site, TODAY), left, never)
    same_output(left.files, never.files)


@pytest.mark.parametrize(("path", "voice_id"), VOICES)
def test_no_words_of_theirs_stay(path: str, voice_id: str) -> None:
    """Law 5 on real pages: no run of eight words that no published story has as well."""
    site = after(path, voice_id)
    hidden = runs(site) - runs(cut(site, TODAY))
    for page in build(site).files.values():
        said = words(words_of_page(page))
        assert hidden.isdisjoint(zip(*(said[start:] for start in range(8)), strict=False))


ROUNDTABLE = "stories/2021/roundtable-adult-social-care.md"
SOLUTION = "stories/2021/seeing-people-as-the-solution.md"


@pytest.mark.parametrize(
    ("path", "voice_id", "gone", "stays"),
    [
        # The convenor's summing up names him, so it goes, and the heading above it with it.
        (ROUNDTABLE, "stephan", ("stephan", "liebrecht", "barking", "summing up"), "wightman"),
        (ROUNDTABLE, "sam", ("sam", "victimhood"), "horizontal power"),
        (SOLUTION, "edels-son", ("disabled son", "edel s son"), "alison navarro"),
    ],
)
def test_what_is_seen_by_somebody_who_left(
    path: str, voice_id: str, gone: tuple[str, ...], stays: str
) -> None:
    """They find nothing of themselves on any page, and the others' words as they were."""
    said = "".join(map(words_of_page, _pages(build(after(path, voice_id)))))
    before = "".join(map(words_of_page, _pages(built())))
    assert [word for word in gone if f" {word} " in said] == []
    assert all(f" {word} " in before for word in gone)
    assert f" {stays} " in said


def test_an_author_takes_the_whole_story() -> None:
    """Unmarked text is the author's; neither the page nor a link to it is left."""
    left = build(after("stories/2015/own-it.md", "author"))
    assert "stories/own-it/index.html" in built().files
    assert "stories/own-it/index.html" not in left.files
    assert [path for path, content in left.files.items() if b"own-it" in content] == []


def _pages(site: Built) -> list[bytes]:
    return [content for path, content in site.files.items() if path.endswith(".html")]
