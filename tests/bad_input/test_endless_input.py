"""Files made to keep a computer busy for ever: each is read to its end, or refused at once."""

from pathlib import Path

import pytest

from byleave.read.front_matter.yaml_text import LONGEST_VALUE, MOST_PLACES
from byleave.read.stories.aliases import MOST_ALIASES
from tests.bad_input.trying import attempt
from tests.read.folders import SETTINGS, story, voice

BAD = "stories/bad.md"
PAGE = "stories/bad/index.html"
ENGINES = ("commonmark", "python-markdown")


def settings(engine: str) -> dict[str, str | bytes]:
    """The usual settings, with one of the two engines."""
    return {"site_src/site.yaml": f"{SETTINGS}prose: {{engine: {engine}}}\n"}


@pytest.mark.slow
@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("piece", ["[", "("])
def test_ten_megabytes_are_refused(tmp_path: Path, piece: str, engine: str) -> None:
    """No story is as long as twenty books; the message says so, and the rest is built."""
    tried = attempt(tmp_path, {BAD: story(piece * 10_000_000), **settings(engine)})
    assert tried.findings == [(f"{BAD}:1:1", "too-long")]
    assert tried.dos == ["split it into several"]
    assert PAGE not in tried.after


@pytest.mark.slow
@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("piece", ["[", "("])
def test_the_longest_story_there_can_be(tmp_path: Path, piece: str, engine: str) -> None:
    """A text of nothing else, right up to the bound, becomes a page or is told of."""
    assert_a_page_or_told(tmp_path, piece * 1_900_000, engine)


def assert_a_page_or_told(folder: Path, body: str, engine: str) -> None:
    """Either there is a page of the story, or a finding about it."""
    tried = attempt(folder, {BAD: story(body), **settings(engine)})
    if tried.said.code == 0:
        assert PAGE in tried.after
    else:
        assert [place.split(":")[0] for place, _ in tried.findings] == [BAD]
        assert PAGE not in tried.after


PIECES = {
    "closing brackets": "]",
    "links": "[a](",
    "pictures": "![",
    "emphasis": "*a_",
    "tags": "<a ",
    "quotations": "> ",
    "lists": "- ",
    "code": "`",
    "rows of a table": "|",
    "notes": "[^1]",
    "entities": "&amp;",
    "backslashes": "\\",
    "headings": "# a\n",
    "lines of quotations": "> a\n",
    "addresses of e-mail": "a@b.c ",
    "lines with an address": "a@b.c\n",
    "lines": "\n",
}


@pytest.mark.slow
@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_a_text_of_one_thing_over_and_over(tmp_path: Path, piece: str, engine: str) -> None:
    """Nothing that can be written takes longer and longer the more there is of it."""
    assert_a_page_or_told(tmp_path, piece * (200_000 // len(piece)), engine)


@pytest.mark.slow
def test_a_name_in_the_longest_story_there_can_be(tmp_path: Path) -> None:
    """A name is looked for in all of it, also where nearly every place could be its beginning."""
    body = f"{'sa ' * 600_000}\n\n::: voice tom\nLast.\n:::\n"
    text = story(body, voice("tom", "Tom"), voice("sam", "'sa sa sb'"))
    assert "Last." in attempt(tmp_path, {BAD: text}).words(PAGE)


LISTS = {
    "themes": story(themes=f"[{', '.join(f't{n}' for n in range(20_000))}]"),
    "keys": story(**{f"key-{n}": "x" for n in range(20_000)}),
    "media": story(media=f"{{{', '.join(f'p{n}.png: {{}}' for n in range(20_000))}}}"),
    "aliases": story(aliases=f"[{', '.join(['/stories/'] * MOST_ALIASES)}]"),
    "ends of passages": story(":::\n" * 20_000),
}


@pytest.mark.slow
@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_a_list_without_an_end_is_told_in_short(tmp_path: Path, text: str) -> None:
    """Whatever is wrong a thousand times is told fifty times, and how often it is."""
    tried = attempt(tmp_path, {BAD: text})
    assert tried.said.code == 1
    assert tried.said.out.startswith("51 errors")
    assert len(tried.said.err.splitlines()) < 40
    assert tried.findings[-1][1] == "more"
    assert tried.after == tried.before


@pytest.mark.slow
def test_three_megabytes_of_file_names(tmp_path: Path) -> None:
    """A picture cannot be looked for under more names than fit into a story."""
    names = ", ".join(f"picture-{n:06}.png: {{alt: x, shows: nobody}}" for n in range(70_000))
    tried = attempt(tmp_path, {BAD: story(media=f"{{{names}}}")})
    assert tried.findings == [(f"{BAD}:1:1", "too-long")]


LARGE = {
    "keys": (story(**{f"k{n}": "x" for n in range(MOST_PLACES)}), "too-many-keys"),
    "items": (story(themes=f"[{'x, ' * MOST_PLACES}x]"), "too-many-keys"),
    "groups": (
        story(media=f"{{{', '.join(f'p{n}: {{}}' for n in range(MOST_PLACES))}}}"),
        "too-many-keys",
    ),
    "a value": (story(summary="a" * (LONGEST_VALUE + 1)), "too-long"),
    "old addresses": (
        story(aliases=f"[{', '.join(f'/old/{n}/' for n in range(MOST_ALIASES + 1))}]"),
        "too-many-aliases",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize(("text", "code"), LARGE.values(), ids=LARGE)
def test_front_matter_has_a_budget(tmp_path: Path, text: str, code: str) -> None:
    """More than any honest file needs withholds that file, and is told once, at its line."""
    tried = attempt(tmp_path, {BAD: text})
    assert [found for _, found in tried.findings] == [code]
    assert tried.findings[0][0] != f"{BAD}:1:1"
    assert tried.after == tried.before


DEEP = {
    "lists": "[" * 900_000,
    "lists that end": f"{'[' * 400_000}{']' * 400_000}",
    "groups": "{a: " * 400_000,
    "lists by hyphens": f"\n  {'- ' * 400_000}a",
    "groups by question marks": f"\n  {'? ' * 400_000}a",
}


@pytest.mark.slow
@pytest.mark.parametrize("key", ["x", "title", "voices"])
@pytest.mark.parametrize("deep", DEEP.values(), ids=DEEP)
def test_groups_in_groups_in_groups(tmp_path: Path, deep: str, key: str) -> None:
    """A reader that calls itself for each would end the whole program."""
    tried = attempt(tmp_path, {BAD: story(**{key: deep})})
    assert tried.said.code == 1
    assert {place.split(":")[0] for place, _ in tried.findings} == {BAD}


@pytest.mark.slow
@pytest.mark.parametrize("path", ["site_src/site.yaml", "themes/a.md", "site_src/pages/a.md"])
def test_other_files_have_the_same_budget(tmp_path: Path, path: str) -> None:
    """Whoever may write a theme or a page is as much a stranger."""
    text = f"title: A\nx: [{'x, ' * MOST_PLACES}x]\n"
    text = text if path.endswith(".yaml") else f"---\n{text}---\n"
    assert "[too-many-keys]" in attempt(tmp_path, {path: text}).said.err


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("indent", ["  ", "    ", "\t"])
def test_lists_in_lists_in_lists(tmp_path: Path, indent: str, engine: str) -> None:
    """An engine needs minutes and gigabytes for what nobody can read."""
    body = "".join(f"{indent * depth}- a\n" for depth in range(400))
    tried = attempt(tmp_path, {BAD: story(body), **settings(engine)})
    assert [code for _, code in tried.findings] == ["prose"]


@pytest.mark.parametrize("engine", ENGINES)
def test_lists_that_are_far_in_are_not_deep(tmp_path: Path, engine: str) -> None:
    """Signs in a drawing of letters are no lists in each other."""
    body = "```\n" + f"{' ' * 70}- a\n{' ' * 90}* b\n" * 100 + "```\n"
    assert attempt(tmp_path, {BAD: story(body), **settings(engine)}).findings == []


@pytest.mark.slow
def test_three_hundred_voices(tmp_path: Path) -> None:
    """A conference in one story: everybody is listed, and each passage is its speaker's."""
    ids = [f"v{n}" for n in range(300)]
    body = "".join(f"::: voice {id_}\nI am {{{id_}}}.\n:::\n" for id_ in ids)
    text = story(body, *(voice(id_, f"Person {n}") for n, id_ in enumerate(ids)))
    words = attempt(tmp_path, {BAD: text}).words(PAGE)
    assert "I am Person 0." in words
    assert "I am Person 299." in words
