"""Which files claim which addresses, and what becomes of those that two of them claim."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import chain

from msgspec import Struct

from byleave.gate.rules.decision import AddressClash, Decision
from byleave.model.addresses import alike, is_reserved, response_anchor
from byleave.model.source import StoryKeys, Tree


class _Claim(Struct, frozen=True, kw_only=True):
    """The claim of the file at `path` on `address`; `old` where it is one of its aliases."""

    path: str
    address: str
    old: bool = False

    @property
    def file(self) -> bool:
        """Whether a file of this name stands there, and no folder with a page in it."""
        return not self.address.endswith("/")


def meetings(tree: Tree[StoryKeys], decision: Decision) -> Iterator[AddressClash]:
    """Where two files claim one address, one for each story and address: an error in both.

    What is withheld for another reason claims nothing, for nobody could tell that it is there. A
    faulty file keeps its claim, and so does what waits for one to be mended: mending it must not
    take away what its fault let out.
    """
    found: dict[str, list[_Claim]] = defaultdict(list)
    for claim in chain(_of_the_group(tree), _published(tree, decision), _kept(tree, decision)):
        found[claim.address].append(claim)
    stories = {story.path for story in tree.stories} | {story.path for story in tree.faulty}
    stories -= _waiting(tree, decision)
    for claims in found.values():
        paths = sorted({claim.path for claim in claims})
        for path in paths if len(paths) > 1 else ():
            if path in stories:
                other = next(one for one in paths if one != path)
                yield AddressClash(path=path, other=other, address=claims[0].address)


def may_meet(tree: Tree[StoryKeys]) -> bool:
    """Whether two files claim one address, or two that are alike, be they published or not."""
    stories = _stories(tree, {story.path for story in tree.stories})
    first: dict[str, str] = {}
    return any(
        first.setdefault(alike(claim.address), claim.path) != claim.path
        for claim in chain(_of_the_group(tree), stories, _faulty(tree))
    )


def giving_way(tree: Tree[StoryKeys], decision: Decision) -> Iterator[AddressClash]:
    """The aliases at which no page can stand on every disk, because of another published file.

    They differ from its address in letter case alone, so that on some systems one would be written
    over the other, or are below a file of its name. They give way to what waits for a fault, too.
    """
    found: dict[str, list[_Claim]] = defaultdict(list)
    claims = tuple(_published(tree, decision))
    for claim in chain(_of_the_group(tree), claims, _kept(tree, decision)):
        found[alike(claim.address)].append(claim)
    for claim in claims:
        if claim.old:
            key = alike(claim.address)
            paths = {one.path for one in found[key] if one.address != claim.address} - {claim.path}
            paths |= {one.path for above in _above(key) for one in found.get(above, ()) if one.file}
            if paths or is_reserved(key.strip("/").split("/")):
                other = min(paths, default="")
                yield AddressClash(path=claim.path, other=other, address=claim.address)


def _above(address: str) -> Iterable[str]:
    """What the folders above `address` would be called as files."""
    parts = address.split("/")
    return ("/".join(parts[:length]) for length in range(2, len(parts)))


def _of_the_group(tree: Tree[StoryKeys]) -> Iterator[_Claim]:
    for address, path in tree.claimed.items():
        yield _Claim(path=path, address=address)
    for file in tree.root_files:
        yield _Claim(path=f"site_src/root/{file.path}", address=f"/{file.path}")


def _kept(tree: Tree[StoryKeys], decision: Decision) -> Iterator[_Claim]:
    """The claims of faulty files, and of what would be published without their faults."""
    yield from _faulty(tree)
    yield from _stories(tree, _waiting(tree, decision))


def _waiting(tree: Tree[StoryKeys], decision: Decision) -> frozenset[str]:
    """The paths of stories that wait for a fault elsewhere to be mended, or may do so.

    Of what a line of the list that cannot be read names, nobody can tell why it is withheld.
    """
    return decision.waiting | (tree.records.doubtful & decision.stories.keys())


def _published(tree: Tree[StoryKeys], decision: Decision) -> Iterator[_Claim]:
    return _stories(
        tree, {story.path for story in tree.stories if story.path not in decision.stories}
    )


def _stories(tree: Tree[StoryKeys], paths: Set[str]) -> Iterator[_Claim]:
    """The claims of the stories at `paths`."""
    answers = _answers(tree) if paths else {}
    for story in tree.stories:
        if story.path in paths:
            yield from _claims(story.path, story.address, story.front.aliases, answers)


def _faulty(tree: Tree[StoryKeys]) -> Iterator[_Claim]:
    answers = _answers(tree) if tree.faulty else {}
    for story in tree.faulty:
        for address in story.claimed:
            yield _Claim(path=story.path, address=address)
        for answered in story.responds_to:
            yield _place(story.path, answered, answers)


def _claims(
    path: str, address: str, aliases: Iterable[str], answers: Mapping[str, str]
) -> Iterator[_Claim]:
    """What one story claims: a response only its place on the page of the story it answers."""
    if path in answers:
        yield _place(path, answers[path], answers)
        return
    yield _Claim(path=path, address=address)
    for alias in dict.fromkeys(aliases):
        yield _Claim(path=path, address=alias, old=True)


def _place(path: str, answered: str, answers: Mapping[str, str]) -> _Claim:
    """The claim of a response on its place on the page of the story that it answers."""
    seen = {path}
    while answered in answers and answered not in seen:
        seen.add(answered)
        answered = answers[answered]
    return _Claim(path=path, address=f"{answered}#{response_anchor(path)}")


def _answers(tree: Tree[StoryKeys]) -> Mapping[str, str]:
    """What each response says that it answers, which may be another response."""
    found = {story.path: story.front.responds_to or "" for story in tree.stories}
    found |= {story.path: next(iter(story.responds_to), "") for story in tree.faulty}
    return {path: answered for path, answered in found.items() if answered}
