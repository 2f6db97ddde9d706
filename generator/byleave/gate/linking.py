"""Which links lead to which stories, and the words by which a link could tell of one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from byleave.gate.decision import Decision
from byleave.model.addresses import addresses_meant, anchors_meant, as_response_anchor, page_address
from byleave.model.marks import with_names
from byleave.model.names import Words
from byleave.model.published import FixedPage, Link, Theme
from byleave.model.source import FaultyStory, SourceLink, SourceStory, SourceTree

Linking = Mapping[str, list[tuple[SourceStory, int, Words]]]


class Targets:
    """The paths of the stories, faulty ones too, to which a link on this site may lead."""

    def __init__(self, tree: SourceTree) -> None:
        """Find them by address, old address, path and place among responses."""
        self._paths: dict[str, list[str]] = defaultdict(list)
        both: tuple[SourceStory | FaultyStory, ...] = (*tree.stories, *tree.faulty)
        self._all = tuple(one.path for one in both)
        for one in both:
            for key in dict.fromkeys((one.path, *addresses_meant(one.path))):
                self._paths[key].append(one.path)
        for story in tree.stories:
            for alias in story.front.aliases:
                self._paths[page_address(alias)].append(story.path)
        for faulty in tree.faulty:
            for alias in dict.fromkeys(map(page_address, faulty.aliases)):
                self._paths[alias].append(faulty.path)

    @cached_property
    def _answers(self) -> Mapping[str, list[str]]:
        """The paths by the anchors that may mean a response; links to one are rare."""
        found: dict[str, list[str]] = defaultdict(list)
        for path in self._all:
            for anchor in dict.fromkeys(anchors_meant(path)):
                found[anchor].append(path)
        return found

    def of(self, link: SourceLink | Link) -> list[str]:
        """The paths to which one link may lead."""
        kind, target, fragment = link.kind, link.target, link.fragment
        if kind == "elsewhere":
            within = link.destination.startswith("#")
            fragment = link.destination.removeprefix("#") if within else ""
        anchor = as_response_anchor(fragment)
        found = self._answers.get(anchor, []) if anchor else []
        if kind not in ("story", "address"):
            return found
        return found + self._paths.get(target if kind == "story" else page_address(target), [])


def linking(tree: SourceTree, targets: Targets) -> Linking:
    """For each story's path, the links to it: from where, in which block, by which words."""
    found: dict[str, list[tuple[SourceStory, int, Words]]] = defaultdict(list)
    for story in tree.stories:
        for link in story.links:
            for path in targets.of(link):
                found[path].append((story, link.block, Words(link.text)))
    return found


def telling(
    texts: tuple[FixedPage | Theme, ...],
    targets: Targets,
    titles: Mapping[str, tuple[str, ...]],
    decision: Decision,
) -> Iterator[str]:
    """The paths of the group's own texts of which a link tells of what is withheld."""
    for text in texts:
        if any(tells(link, targets, titles, decision) for link in text.links):
            yield text.path


def tells(
    link: Link, targets: Targets, titles: Mapping[str, tuple[str, ...]], decision: Decision
) -> bool:
    """Whether a link of the group's own leads to what is withheld by words that tell of it.

    Or to a story that is published without somebody, and by their name.
    """
    words = Words(link.text)
    return any(
        any(map(words.names, titles[path] if path in decision.stories else _gone(path, decision)))
        for path in targets.of(link)
    )


def _gone(path: str, decision: Decision) -> Iterator[str]:
    """What those are called who are withheld in a published story."""
    for key in decision.facts[path].family.scope:
        voice = decision.families.voices[key]
        if key in decision.voices and voice.identity != "anonymous":
            yield voice.name


def titles_and_names(tree: SourceTree, decision: Decision) -> dict[str, tuple[str, ...]]:
    """The words by which a link could still tell of a withheld story."""
    found: dict[str, tuple[str, ...]] = {
        story.path: story.titles_and_names for story in tree.faulty
    }
    for story in tree.stories:
        facts = decision.facts.get(story.path)
        own = {id_: (story.path, id_) for id_ in story.front.voices or {}}
        keys = facts.family.voices if facts else own
        voices = {id_: decision.families.voices[key] for id_, key in keys.items()}
        names = [voice.name for voice in voices.values() if voice.identity != "anonymous"]
        known = {id_: voice.name for id_, voice in voices.items()}
        title = with_names(story.front.title or "", known)
        found[story.path] = (*names, title) if title else tuple(names)
    by_path: dict[str, SourceStory | FaultyStory] = {one.path: one for one in tree.faulty}
    by_path |= {one.path: one for one in tree.stories}
    for story in tree.stories:
        if story.version_of and story.path not in decision.facts:
            found[story.path] += tuple(_of_originals(story, by_path))
    return found


def _of_originals(
    story: SourceStory, by_path: Mapping[str, SourceStory | FaultyStory]
) -> Iterator[str]:
    """The words by which a version could be told whose original, which lends it voices, is faulty.

    They are told by the version's own family where there is one.
    """
    seen: set[str] = set()
    here: SourceStory | FaultyStory | None = story
    while isinstance(here, SourceStory) and here.path not in seen:
        seen.add(here.path)
        here = by_path.get(here.version_of or "")
        if isinstance(here, FaultyStory):
            yield from here.titles_and_names
        elif here:
            voices = (here.front.voices or {}).values()
            yield from (voice.name for voice in voices if voice.identity != "anonymous")
