"""The words of an output, read in every encoding that a site writes text in."""

import html
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote

WORD = re.compile(r"[^\W\d_]+")
TAG = re.compile(r"<[^<>]*>")
JSON_ESCAPE = re.compile(r"\\u[0-9a-fA-F]{4}")

Name = tuple[str, ...]
"""The words of a name, folded."""


def folded(text: str) -> str:
    """A text without letter case and accents, as slugs and searches write it."""
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, folded; whatever is no letter parts them."""
    return tuple(WORD.findall(folded(text)))


def holds_name(run: Iterable[str], name: Name) -> bool:
    """Whether a run of words has the words of a name one after the other."""
    return f" {' '.join(name)} " in f" {' '.join(run)} "


def readings(text: str) -> Iterator[str]:
    """A text as it is, and with each encoding of characters taken off."""
    yield text
    unescaped = html.unescape(text)
    yield TAG.sub(" ", unescaped)
    yield TAG.sub("", unescaped)
    if "%" in text:
        yield unquote(text)
    if "\\u" in text:
        yield JSON_ESCAPE.sub(lambda one: str(json.loads(f'"{one.group(0)}"')), text)


def everything(files: Mapping[str, bytes]) -> str:
    """The paths and the text of files, as one text; of files that are not text only the paths."""
    texts = []
    for path, content in files.items():
        texts.append(path)
        try:
            texts.append(content.decode())
        except UnicodeDecodeError:
            continue
    return "\n".join(texts)


def found_in(text: str, names: Iterable[Name], words: Iterable[str]) -> tuple[str, ...]:
    """Those of the names and words that a text has, in whatever encoding."""
    wanted, names, found = set(words), tuple(names), set()
    for reading in readings(text):
        run = words_of(reading)
        found |= wanted.intersection(run)
        joined = f" {' '.join(run)} "
        found |= {name for name in map(" ".join, names) if f" {name} " in joined}
    return tuple(sorted(found))
