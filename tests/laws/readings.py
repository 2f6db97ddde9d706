"""The words of an output in every encoding that a site writes text in, and names in a text."""

import html
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from urllib.parse import unquote

WORD = re.compile(r"[^\W\d_]+")
TAG = re.compile(r"<[^<>]*>")
NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
JSON_ESCAPE = re.compile(r"\\u[0-9a-fA-F]{4}")

# Where readers may see one word or two: apostrophes, hyphens, Markdown's marks, signs of no width.
JOINING = frozenset("'’_*~`\\-‐‑\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}")
PERHAPS = "|"
# What is no word but markup: elements, the labels of notes, the languages of code.
MARKUP = re.compile(r"</?[a-z][^<>]*>|\[\^[^\[\]]+\]|(?<=^```)[a-z]+$", re.MULTILINE)
# Scripts in which no space stands between words: Thai, Japanese, Chinese.
UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
# Small words that Hebrew and Arabic join to the next.
SMALL_WORDS = "(?:[והבכלמש]{1,4}|[وف]?[بكل]?(?:ال)?)"
JOINED = re.compile(r"\S*(?://|[@#])\S*")

Name = tuple[str, ...]
"""The words of a name, folded."""


def folded(text: str) -> str:
    """A text without letter case and accents, as slugs and searches write it."""
    return NOT_ASCII.sub(_bare, text.casefold())


def _bare(run: re.Match[str]) -> str:
    letters = unicodedata.normalize("NFKD", run[0])
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@lru_cache(maxsize=4096)
def row_of(text: str, *, accents: bool = False) -> str:
    """A text as the eye compares names, with PERHAPS where it may see one word or two."""
    plain = unicodedata.normalize("NFC", MARKUP.sub(PERHAPS, text))
    seen = "".join(_as_seen(sign, accents=accents) for sign in plain)
    return f" {unicodedata.normalize('NFC', seen)} "


@lru_cache(maxsize=4096)
def _as_seen(sign: str, *, accents: bool) -> str:
    """A sign without letter case, and accents if they do not count; what is no letter is a gap."""
    if sign in JOINING or unicodedata.decomposition(sign).startswith(("<super>", "<circle>")):
        return PERHAPS
    if UNSPACED.match(sign):
        return f"{PERHAPS}{sign}{PERHAPS}"
    letters = unicodedata.normalize("NFKD", sign.casefold())
    bare = letters if accents else re.sub("[\u0300-\u036f]", "", letters)
    kept = (one if unicodedata.category(one)[0] in "LMN" else " " for one in bare)
    return "".join(kept) if bare else ""


def names_in_text(text: str, name: str) -> bool:
    """Whether a text has a name as whole words; with its words joined in handles and addresses.

    A name of one word without accents is none where the text has one.
    """
    row = row_of(text, accents=name.isascii() and " " not in name)
    if _pattern(name, "[ |]+", "").search(row):
        return True
    return any(named_at(one, name) for one in JOINED.findall(text))


def named_at(address: str, name: str) -> bool:
    """Whether an address or the name of a file has a name, which may end in an s or a number."""
    if _pattern(name, "[ |]*", r"(?:s|\d{1,4})?").search(row_of(address)):
        return True
    # Without vowel signs, with a gap for each, as some programs write it.
    halves = (re.findall(r"[^\W_]+", half) for half in name.casefold().split("'"))
    bare = "-?".join(map("-".join, halves))
    if not re.search("[\u0900-\u0dff]", name):
        return False
    written = "-".join(re.split(r"[\s/_.-]+", address.casefold()))
    return bool(re.search(rf"(?<![^-]){bare}(?:s|\d{{1,4}})?(?![^-])", written))


@lru_cache(maxsize=4096)
def _pattern(name: str, between: str, ending: str) -> re.Pattern[str]:
    """What finds a name in a row, in which any two letters may be parted by PERHAPS."""
    words = row_of(name).split()
    pieces = ["[ |]*".join(map(_letters, word.strip(PERHAPS).split(PERHAPS))) for word in words]
    small = SMALL_WORDS + r"\|?" if re.search("[\u0590-\u06ff]", name) else ""
    return re.compile(rf"(?<![^ |]){small}{between.join(filter(None, pieces))}{ending}(?![^ |])")


def _letters(piece: str) -> str:
    return r"\|*".join(map(re.escape, piece))


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
