"""What was found out of a file is known as long as the same is seen, and left where it may be."""

from dataclasses import dataclass, field
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings
from msgspec import Struct

from byleave.cache import Recollection, left_in, recollection_of, remembering
from tests.generated import examples

PATH, OTHER = "stories/one.md", "stories/two.md"


class Words(Struct, frozen=True):
    """Something that was found out."""

    text: str


class Count(Struct, frozen=True):
    """Something else."""

    number: int


def known() -> Recollection:
    """Something of each kind of one file, and of another."""
    found = Recollection()
    found.keep(PATH, b"saw", Words("tea"))
    found.keep(PATH, b"looked", Count(3))
    found.keep(OTHER, b"saw", Words("plums"))
    return found


def left(folder: Path, found: Recollection, *paths: str) -> Recollection:
    """What the next build knows of what one found out, which left that of `paths`."""
    with remembering(folder) as memo:
        memo.keep_only_used(found.rows_of(memo, paths))
    with remembering(folder) as memo:
        return recollection_of(memo)


def test_what_was_found_out_is_known_while_the_same_is_seen() -> None:
    """Of each kind by itself: one may hang on less than another."""
    found = known()
    assert found.recall(Words, PATH, b"saw") == Words("tea")
    assert found.recall(Count, PATH, b"looked") == Count(3)
    assert found.recall(Words, PATH, b"saw another") is None
    assert found.recall(Count, OTHER, b"saw") is None


def test_files_that_are_gone_are_forgotten() -> None:
    """A preview that runs for days holds what there is, not what there was."""
    found = known()
    found.keep_only([OTHER])
    assert not found.has(Words, PATH)
    assert found.has(Words, OTHER)


def test_the_next_build_knows_what_was_left_and_nothing_else(tmp_path: Path) -> None:
    """Of the files that may be remembered, by what was seen."""
    found = left(tmp_path, known(), PATH)
    assert found.recall(Words, PATH, b"saw") == Words("tea")
    assert found.recall(Count, PATH, b"looked") == Count(3)
    assert not found.has(Words, OTHER)
    again = left(tmp_path, left(tmp_path, known(), PATH), PATH)
    assert not again.has(Words, PATH), "what a build did not ask for is gone"


def test_what_was_known_and_stands_is_left_for_the_next(tmp_path: Path) -> None:
    """A build in which nothing was found out anew leaves all as it was; what is other goes."""
    found = left(tmp_path, known(), PATH)
    assert found.recall(Words, PATH, b"saw")
    assert found.recall(Count, PATH, b"another look") is None
    again = left(tmp_path, found, PATH)
    assert again.has(Words, PATH)
    assert not again.has(Count, PATH)


def test_a_preview_begins_with_what_was_left_and_writes_nothing(tmp_path: Path) -> None:
    """Not even what SQLite writes beside its files; and where nothing was left, nothing is made."""
    assert not left_in(tmp_path / "nowhere").has(Words, PATH)
    left(tmp_path / "there", known(), PATH)
    assert left_in(tmp_path / "there").recall(Words, PATH, b"saw") == Words("tea")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken/memo.sqlite").write_bytes(b"no database")
    assert not left_in(tmp_path / "broken").has(Words, PATH)
    names = {path.name for path in tmp_path.rglob("*")}
    assert names == {"there", "broken", "memo.sqlite", ".gitignore"}


def test_what_other_code_found_out_is_not_known(tmp_path: Path) -> None:
    """A new Byleave may find more: nothing that was found out before counts."""
    left(tmp_path, known(), PATH)
    with remembering(tmp_path) as memo:
        memo.put(b"code", b"other")
        memo.use(memo.all_with(b"found "))
        memo.keep_only_used()
    with remembering(tmp_path) as memo:
        assert not recollection_of(memo).has(Words, PATH)


def test_a_row_that_is_cut_short_is_none() -> None:
    """What cannot be read is found out again."""
    found = Recollection({b"found Words stories/one.md": b"\x03saw\x91"})
    assert found.recall(Words, PATH, b"saw") is None


class Text(Struct, frozen=True, kw_only=True):
    """The text of a file."""

    path: str
    text: str


@dataclass
class Asked:
    """Functions that tell what they were asked."""

    seen: list[str] = field(default_factory=list)

    def length(self, text: Text, more: int = 0) -> Words:
        """As many words as the text has letters."""
        self.seen.append(text.path)
        return Words("tea " * (len(text.text) + more))

    def all(self, words: tuple[Words, ...]) -> Words:
        """All of these."""
        self.seen.append("all")
        return Words("".join(one.text for one in words))


def texts(**said: str) -> tuple[Text, ...]:
    """A text in each file."""
    return tuple(Text(path=path, text=text) for path, text in said.items())


def test_what_saw_the_same_is_not_found_out_again() -> None:
    """Neither of each file, nor of all of them."""
    known, asked = Recollection(), Asked()
    length, all_ = asked.length, asked.all

    def found(files: tuple[Text, ...], more: int = 0) -> Words:
        return known.once(all_, known.each(length, files, more=more))

    files = texts(one="I", two="you")
    first = found(files)
    assert asked.seen == ["one", "two", "all"]
    assert found(texts(one="I", two="you")) is first
    assert asked.seen == ["one", "two", "all"]
    # What is found of another text may be the same, and then nobody else sees anything new.
    assert found((files[0], Text(path="two", text="her"))) is first
    assert asked.seen == ["one", "two", "all", "two"]
    assert found(files, more=1) != first
    assert asked.seen[4:] == ["one", "two", "all"]


@pytest.mark.slow
@settings(max_examples=examples(200))
@given(st.lists(st.dictionaries(st.sampled_from("abcd"), st.sampled_from(("", "I", "you")))))
def test_nothing_out_of_date_is_ever_found(versions: list[dict[str, str]]) -> None:
    """Whatever files come, go, change places and change, and in whatever order."""
    known, length = Recollection(), Asked().length
    for number, said in enumerate(versions):
        files = texts(**said)
        more = number // 3
        assert known.each(length, files, more) == tuple(length(one, more) for one in files)
