"""Guarded names in the files of the search, whose words stand apart beside numbers of stories."""

from pathlib import Path

import pytest

from byleave.check.search_texts import SearchTexts
from byleave.model.machine_files import SearchCardsView, SearchDataView, SearchWordsView
from byleave.model.pieces import SearchCard
from tests.permission.guarding import NOON, built, found_in, search_for, site_with
from tests.read.folders import story, voice

CLEAN = {"stories/pond.md": story("The pond is deep.\n", voice("ann", "Ann"), title="The pond")}


# The number of the story, and a way to look words up.
@pytest.mark.parametrize("name", ["Vr", "Ss"])
def test_what_the_search_counts_with_is_no_name(tmp_path: Path, name: str) -> None:
    """Letters that come together by chance stop no build."""
    result = built(site_with(tmp_path, CLEAN, name))
    files = (tmp_path / "public/search/files").iterdir()
    assert any(found_in(file.name, file.read_bytes(), name) for file in files)
    assert (result.diagnostics, result.published) == ((), 1)


def test_a_word_of_the_search_is_of_a_public_name_in_each_of_its_stories() -> None:
    """It stands apart from the rest of the name; where it leads elsewhere, nobody is called so."""
    search = search_for("Carter", "Ann")
    cards = tuple(
        SearchCard(
            number=number,
            address=address,
            title="Ann Carter digs",
            language="en",
            kind="story",
            day=NOON.date(),
            summary="",
        )
        for number, address in (("aa", "/stories/shed/"), ("bb", "/stories/pond/"))
    )
    of_cards = SearchCardsView(address="/c0.js", title="", language="en", name="c0", cards=cards)
    texts = SearchTexts([of_cards], {"/stories/shed/": {("ann", "carter")}})

    def named(view: SearchDataView) -> list[frozenset[int]]:
        return [
            frozenset(name for text in some for name in search.names_in(text, allowed))
            for some, allowed in texts.texts(view)
        ]

    words = (("carter", "aa"), ("digs", "aabb"), ("ann", "aa bb"))
    of_words = SearchWordsView(address="/w.js", title="", language="en", name="w", words=words)
    assert named(of_words) == [set(), set(), set(), set(), {1}]
    assert named(of_cards) == [set(), {0, 1}]
