"""Forms on the demonstration site: what they show is what becomes public, and no word more."""

import re
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from byleave.gate import register
from byleave.model.register import RegisterEntry
from byleave.model.source import SourceTree
from byleave.model.terms import NAME_CLOSE, NAME_OPEN
from byleave.permission.papers.shown_on_forms import is_asked
from byleave.pipeline.build_site import build_site
from byleave.pipeline.options import BuildOptions
from byleave.read import read_site
from tests.permission.agreeing import (
    DEMONSTRATION,
    NOON,
    agree,
    asked,
    page_of,
    without,
)
from tests.permission.reading import parsed, passages, plain, words

pytestmark = pytest.mark.slow

_WORD = re.compile(r"\w+")
_STORY = re.compile(r"/stories/(?!years/)[^/]+/(responses/)?")
_IN_A_ROW = 8
# Each withdrawal is looked at on this many forms of others in its story.
_OTHERS = 3


@pytest.fixture(scope="module")
def tree() -> SourceTree:
    """The demonstration site as it is read."""
    return read_site(DEMONSTRATION).tree


def _site(place: Path) -> Path:
    for name in ("site_src", "stories", "themes"):
        shutil.copytree(DEMONSTRATION / name, place / name)
    # It names the records that stand there before everybody says yes by another one.
    (place / "site_src/records.tsv").unlink(missing_ok=True)
    return place


def _agreed(entries: tuple[RegisterEntry, ...], place: Path) -> dict[str, str]:
    """The pages of the site after all of `entries` said yes to everything, by their files."""
    site = _site(place / "site")
    agree(site, {(one.story, one.voice) for one in entries})
    options = BuildOptions(executor="serial")
    output = place / "public"
    assert build_site(site, output=output, as_of=NOON, options=options).errors == 0
    return {
        file.relative_to(output).as_posix(): file.read_text("utf-8")
        for file in output.rglob("*.html")
    }


def test_a_form_shows_what_becomes_public(tree: SourceTree, tmp_path: Path) -> None:
    """After everybody agreed, each passage, title and text on the form stands so on the page.

    And the page has no passage of the voice that the form had not.
    """
    entries = tuple(one for one in register(tree, NOON) if is_asked(one))
    built = _agreed(entries, tmp_path)
    public = {shown for page in built.values() for shown in passages(page, "//main")}
    texts = [words(page) for page in built.values()]
    agreed = {
        (one.story, one.voice): {shown.fingerprint for shown in one.shown}
        for one in register(read_site(tmp_path / "site").tree, NOON)
    }
    for entry in entries:
        found = asked(tree, entry)
        assert found is not None, entry.story
        form, _ = found
        page = page_of(found)
        on_form = passages(page, "//div[contains(@class, 'prose')]")
        assert set(on_form) <= public, (entry.story, entry.voice)
        assert len(on_form) == sum(len(text.blocks) for text in form.texts)
        shown = {words_.fingerprint for words_ in entry.shown}
        assert shown == agreed[entry.story, entry.voice], (entry.story, entry.voice)
        for text in form.texts:
            if text.title:
                assert any(f"{text.title}" in one and text.summary in one for one in texts)


def test_an_author_reads_all_of_their_own_text(tree: SourceTree, tmp_path: Path) -> None:
    """What stands outside passages is on the form as on the page, piece by piece and in order."""
    entries = tuple(one for one in register(tree, NOON) if is_asked(one))
    built = _agreed(entries, tmp_path)
    checked = 0
    for entry in entries:
        found = asked(tree, entry)
        assert found is not None
        form, _ = found
        text = form.texts[0]
        page = built.get(text.view.address.lstrip("/") + "index.html", "")
        if not text.unmarked or text.body.source != text.view.source:
            continue
        (public,) = parsed(page).xpath("//article//div[@class='prose']")
        own = [
            plain(one)
            for one in public
            if {"passage", "footnotes"}.isdisjoint((one.get("class") or "").split())
        ]
        (shown, *_) = parsed(page_of(found)).xpath("//div[contains(@class, 'frame prose')]")
        on_form = [plain(one) for one in shown]
        assert [one for one in on_form if one in own] == own, entry.story
        checked += 1
    assert checked > 5


def test_a_form_names_every_page_that_leads_to_the_story(tree: SourceTree, tmp_path: Path) -> None:
    """A list that nobody was told of would be public without permission.

    Other stories are left out: which of them stand beside it depends on who else says yes.
    """
    entries = tuple(one for one in register(tree, NOON) if is_asked(one))
    leading: dict[str, set[str]] = {}
    for path, page in _agreed(entries, tmp_path).items():
        for link in parsed(page).xpath("//main//a[not(ancestor::div[@class='prose'])]/@href"):
            at = "/" + path.removesuffix("index.html")
            if _STORY.fullmatch(at):
                continue
            leading.setdefault(str(link).partition("#")[0], set()).add(at)
    for entry in entries:
        found = asked(tree, entry)
        assert found is not None
        if found[0].is_response:
            continue
        told = {address for place in found[0].places for address in place.addresses}
        assert leading.get(found[0].address, set()) <= told, (entry.story, entry.voice)


def _said_by(entry: RegisterEntry) -> set[tuple[str, ...]]:
    """The runs of words in the passages by or about a voice."""
    name = re.compile(f"{NAME_OPEN}[^{NAME_CLOSE}]*{NAME_CLOSE}")
    found = [_row(name.sub(" ", one.text)) for one in entry.shown if one.kind == "passage"]
    return {run for row in found for run in _runs(row)}


def _row(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _runs(row: tuple[str, ...], length: int = _IN_A_ROW) -> set[tuple[str, ...]]:
    return {row[start : start + length] for start in range(len(row) - length + 1)}


def test_no_form_holds_a_word_of_somebody_who_left(tree: SourceTree) -> None:
    """Whoever takes permission back is in nobody else's form: no passage, no picture, no name.

    Their name stays only where they are in another story, by a record of its own.
    """
    looked_at = 0
    for gone in register(tree, NOON)[::3]:  # a few seconds each
        left = without(tree, gone.story, gone.voice)
        entries = register(left, NOON)
        still_there = {one.name for one in entries if one.state == "published"}
        is_named = gone.identity != "anonymous" and gone.name not in still_there
        beside = [one for one in entries if one.story == gone.story and is_asked(one)]
        for entry in beside[:_OTHERS]:
            found = asked(left, entry)
            if found is not None:
                looked_at += 1
                for easy_read in (False, True):
                    row = _row(words(page_of(found, easy_read=easy_read)))
                    assert not _said_by(gone) & _runs(row), (gone.story, gone.voice)
                    if is_named:
                        assert _row(gone.name) not in _runs(row, len(_row(gone.name)))
    assert looked_at > 10


def test_the_day_is_an_argument(tree: SourceTree) -> None:
    """The same story on the same day is the same form, whenever it is made."""
    (entry, *_) = register(tree, datetime(2026, 11, 21, 12))  # noqa: DTZ001 - the site's own
    first, second = asked(tree, entry), asked(tree, entry)
    assert first is not None
    assert second is not None
    assert page_of(first) == page_of(second)
