"""Many addresses: each host is asked one question after the other, with a rest between them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

from msgspec import Struct

from byleave.asking_elsewhere.asking import Answer
from byleave.asking_elsewhere.remembered import Answers

_MOST_HOSTS = 8  # at once
_REST = 1.0  # seconds between two questions to one host
# Names that are nobody's (RFC 2606 and 6761): whoever writes them made them up.
_MADE_UP = ("example", "test", "invalid", "localhost", "example.com", "example.net", "example.org")


class Looked(Struct, frozen=True, kw_only=True):
    """The addresses at which nothing is any more, with what was said, and how many were asked.

    Of `unsure` ones nobody knows today. `asked` were asked now, and not remembered.
    """

    gone: Mapping[str, int]
    unsure: int
    asked: int


def look_at(
    addresses: Iterable[str],
    answers: Answers,
    ask: Callable[[str], Answer],
    rest: Callable[[float], object],
) -> Looked:
    """What `ask` says of `addresses` of which no answer stands; it rests between, by `rest`.

    Raises OSError where the answers cannot be kept.
    """
    wanted = [one for one in dict.fromkeys(addresses) if not _is_made_up(one)]
    known = {one: found for one in wanted if (found := answers.of(one))}
    hosts: defaultdict[str, list[str]] = defaultdict(list)
    for one in wanted:
        if one not in known:
            hosts[urlsplit(one).netloc.lower()].append(one)

    def of_a_host(each: list[str]) -> list[tuple[str, Answer]]:
        found = []
        for number, address in enumerate(each):
            if number:
                rest(_REST)
            found.append((address, ask(address)))
        return found

    with ThreadPoolExecutor(_MOST_HOSTS) as threads:
        new = dict(pair for pairs in threads.map(of_a_host, hosts.values()) for pair in pairs)
    # Where nobody answers at all, it is this machine that is offline.
    is_online = any(one.kind in ("there", "gone") or one.status for one in new.values())
    new = {address: _settled(one, is_online=is_online) for address, one in new.items()}
    if new:
        answers.keep(new)
    every = known | new
    return Looked(
        gone={address: one.status for address, one in every.items() if one.kind == "gone"},
        unsure=sum(one.kind == "unknown" for one in every.values()),
        asked=len(new),
    )


def _settled(one: Answer, *, is_online: bool) -> Answer:
    if one.kind != "nowhere":
        return one
    return Answer(kind="gone" if is_online else "unknown")


def _is_made_up(address: str) -> bool:
    host = (urlsplit(address).hostname or "").rstrip(".")
    return not host or any(host == name or host.endswith(f".{name}") for name in _MADE_UP)
