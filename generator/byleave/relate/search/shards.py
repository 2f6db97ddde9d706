"""What has which word, in small files: whoever looks for a word loads those that may have it.

A story is known by a piece of a digest of its address, which hangs on hardly anything else: when
one comes or goes, as a rule only the files of its words are others.
"""

from base64 import urlsafe_b64encode
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import count

from msgspec import Struct

from byleave.relate.search.folding import fold

# A file of words goes on below the next letter where it is larger than this.
MOST_BYTES = 24_000
FEW_BYTES = 1_500
# How many stories stand in one file of titles.
MOST_CARDS = 16
_SHORTEST = 2
# As many times as many numbers as stories there are at least, so that few stories meet.
_ROOM = 16
_BITS = 6  # of a sign of a number
_MOST_BITS = _SHORTEST * _BITS
SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
# Before words that say in which group a story is; no word of a text begins with it.
GROUP = "="

# A word, and the numbers of the stories that have it in their title or summary, and elsewhere.
Posting = tuple[str, str]
_Folded = tuple[str, str, str]  # a word as it is looked up, and the same
_AROUND = len('"":"",')


class Shard(Struct, frozen=True, kw_only=True):
    """The words that begin, folded, with one of `prefixes`; the file is called after `prefix`."""

    prefix: str
    prefixes: tuple[str, ...]
    words: tuple[Posting, ...]


def numbers(addresses: Iterable[str]) -> Mapping[str, str]:
    """For each of `addresses`, the oldest first, its number: a piece of a digest of it.

    Of two that would have the same, the one that was there first keeps it, and the other has
    another piece: so they are half as long as if no two digests might begin alike, and a new story
    takes no other's number.
    """
    told = tuple(addresses)
    length = _SHORTEST
    while len(SIGNS) ** length < _ROOM * len(told):
        length += 1
    taken: dict[str, str] = {}
    for address in told:
        taken[next(one for one in _pieces(address, length) if one not in taken)] = address
    return {address: number for number, address in taken.items()}


def _pieces(address: str, length: int) -> Iterator[str]:
    """What may be the number of the story at `address`, without end."""
    for more in count():
        whole = blake2b(address.encode(), digest_size=48, salt=more.to_bytes(8, "big")).digest()
        signs = urlsafe_b64encode(whole).decode()
        for begin in range(0, len(signs) - length + 1, length):
            yield signs[begin : begin + length]


def card_bits(stories: int) -> int:
    """By how many bits of their numbers stories are put into files of titles."""
    bits = 0
    while stories > MOST_CARDS << bits and bits < _MOST_BITS:
        bits += 1
    return bits


def card_file(number: str, bits: int) -> int:
    """The file of titles in which the story with that number is."""
    return (SIGNS.index(number[0]) << _BITS | SIGNS.index(number[1])) >> (_MOST_BITS - bits)


def postings(
    told: Iterable[tuple[str, Sequence[str], Sequence[str]]],
) -> Iterator[Posting]:
    """All words; `told` are the numbers of stories, each with the words of its head and others."""
    first: dict[str, list[str]] = defaultdict(list)
    rest: dict[str, list[str]] = defaultdict(list)
    for number, head, body in told:
        for word in head:
            first[word].append(number)
        for word in body:
            rest[word].append(number)
    for word in first.keys() | rest.keys():
        yield word, f"{''.join(first.get(word, ()))} {''.join(rest.get(word, ()))}".rstrip()


def stories_having(words: Iterable[Posting], length: int) -> Mapping[str, int]:
    """How many stories have each of `words`; `length` is that of their numbers."""
    return {word: len(told.replace(" ", "")) // length for word, told in words}


def shards(words: Iterable[Posting]) -> Iterator[Shard]:
    """The files of words, each as large as it may be."""
    yield from _shards("", sorted((fold(word), word, told) for word, told in words))


def _shards(prefix: str, found: Sequence[_Folded]) -> Iterator[Shard]:
    """What begins with `prefix` goes on below the next letter where it is too large for one file.

    Letters with which little begins stay together, so that a file is worth asking for.
    """
    if _size(found) <= MOST_BYTES or found[0][0] == found[-1][0]:
        yield _shard(prefix, {prefix: found})
        return
    beyond: dict[str, list[_Folded]] = defaultdict(list)
    for one in found:
        beyond[one[0][: len(prefix) + 1]].append(one)
    small = {key: some for key, some in beyond.items() if key == prefix or _size(some) < FEW_BYTES}
    if small:
        yield _shard(prefix, small)
    for key, some in beyond.items():
        if key not in small:
            yield from _shards(key, some)


def _shard(prefix: str, found: Mapping[str, Sequence[_Folded]]) -> Shard:
    words = tuple((word, told) for some in found.values() for _, word, told in some)
    return Shard(prefix=prefix, prefixes=tuple(found), words=words)


def _size(found: Sequence[_Folded]) -> int:
    return sum(len(word.encode()) + len(told) + _AROUND for _, word, told in found)
