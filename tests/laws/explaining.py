"""The glossary of a generated site: words of its stories, and what the group says of them."""

import json
import random
import re
import zlib
from collections.abc import Iterable

from tests.laws.model import Story

GLOSSARY = "site_src/glossary.yaml"
_WORD = re.compile(r"[^\W\d_]+sk\b")  # as the vocabulary's are that are nobody's name
_BEYOND_STORIES = ("words", "talk", "nobody")


def with_a_glossary(
    texts: tuple[tuple[str, str], ...], stories: Iterable[Story]
) -> tuple[tuple[str, str], ...]:
    """The group's texts, now and then with a glossary.

    It is drawn by what the stories are called, so that all else is drawn as it was without it.
    """
    stories = tuple(stories)
    chance = random.Random(zlib.crc32(" ".join(story.path for story in stories).encode()))
    if chance.random() < 0.5:
        return texts
    return (*texts, (GLOSSARY, glossary(terms(stories, chance), chance)))


def glossary(terms: tuple[str, ...], chance: random.Random) -> str:
    """The file: each term with its explanation, and some with other forms of themselves."""
    lines = [f"  {_quoted(term)}: {_explained(term, terms, chance)}\n" for term in terms]
    return f"words:\n{''.join(lines)}" if lines else "words: {}\n"


def _explained(term: str, terms: tuple[str, ...], chance: random.Random) -> str:
    """What is said of a term, in which another may stand."""
    means = f"It means {chance.choice((*terms, 'this & that', 'a <b>thing</b>'))}"
    if chance.random() < 0.7:
        return _quoted(means)
    return f"{{means: {_quoted(means)}, also: [{_quoted(f'{term}s')}, {_quoted(f'the {term}')}]}}"


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def terms(stories: Iterable[Story], chance: random.Random) -> tuple[str, ...]:
    """Words of titles, passages and captions, whether or not these are published, and other words.

    One may be a part of another, or cross the end of what somebody says.
    """
    stories = tuple(stories)
    texts = [story.title or "" for story in stories]
    texts += [part.text for story in stories for part in story.body]
    texts += [medium.caption or "" for story in stories for medium in story.media]
    said = [word for text in texts for word in _WORD.findall(text)]
    found: list[str] = [*_BEYOND_STORIES[: chance.randint(0, 2)]]
    for _ in range(min(len(said), chance.randint(2, 9))):
        at = chance.randrange(len(said))
        found.append(" ".join(said[at : at + chance.choice((1, 1, 2))]))
    return tuple({term.casefold(): term for term in found}.values())
