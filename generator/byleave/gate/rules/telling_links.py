"""Which links lead to which stories, and the words by which a link could tell of one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from byleave.gate.rules.decision import Decision
from byleave.gate.rules.linked_stories import LinkedStories
from byleave.gate.rules.outlines import Outline
from byleave.model.marks import with_names
from byleave.model.names import SearchableText
from byleave.model.published import FixedPage, PublishedLink, Theme
from byleave.model.source import FaultyStory, LinkWords, StoryKeys, Tree

Linking = Mapping[str, list[tuple[Outline, LinkWords]]]


def linking(tree: Tree[Outline], targets: LinkedStories) -> Linking:
    """For each story's path, the links to it and from where they lead."""
    found: dict[str, list[tuple[Outline, LinkWords]]] = defaultdict(list)
    for story in tree.stories:
        for link in story.links:
            for path in targets.of(link):
                found[path].append((story, link))
    return found


class HiddenFromLinks:
    """What links from elsewhere may not say of the stories that they lead to."""

    def __init__(
        self, tree: Tree[StoryKeys], titles: Mapping[str, tuple[str, ...]], decision: Decision
    ) -> None:
        """Keep what is decided; `titles` is what `titles_and_names` gives."""
        self._titles = titles
        self._decision = decision
        self._needs: dict[str, tuple[str, ...]] = {one.path: one.needs for one in tree.stories}
        for faulty in tree.faulty:
            meant = (path for story in faulty.meant for path in story.needs)
            self._needs[faulty.path] = (*faulty.responds_to, *meant)

    def of(self, path: str) -> Iterator[str]:
        """The titles and names in a story that is withheld, and whoever is absent from another."""
        if path in self._decision.stories:
            yield from self._titles[path]
        yield from self.absent(path)

    def absent(self, path: str) -> Iterator[str]:
        """The names of those who are withheld in a story, or in one that it stands on."""
        seen, waiting = {path}, [path]
        while waiting:
            here = waiting.pop()
            for key in self._decision.families.voices_of.get(here, ()):
                voice = self._decision.families.voices[key]
                if key in self._decision.voices and voice.identity != "anonymous":
                    yield voice.name
            more = [one for one in self._needs.get(here, ()) if one not in seen]
            seen.update(more)
            waiting += more


def telling(
    texts: tuple[FixedPage | Theme, ...], targets: LinkedStories, untold: HiddenFromLinks
) -> Iterator[str]:
    """The paths of the group's own texts of which a link tells of what is withheld."""
    for text in texts:
        if any(tells(link, targets, untold) for link in text.links):
            yield text.path


def tells(link: PublishedLink, targets: LinkedStories, untold: HiddenFromLinks) -> bool:
    """Whether the words of a link of the group's own tell of what is withheld where it leads."""
    words = SearchableText(link.text)
    return any(words.names(name) for path in targets.of(link) for name in untold.of(path))


def titles_and_names(tree: Tree[StoryKeys], decision: Decision) -> dict[str, tuple[str, ...]]:
    """The words by which a link could still tell of a withheld story."""
    found: dict[str, tuple[str, ...]] = {story.path: story.told_by for story in tree.faulty}
    for story in tree.stories:
        facts = decision.facts.get(story.path)
        own = {id_: (story.path, id_) for id_ in story.front.voices or {}}
        keys = facts.family.voices if facts else own
        voices = {id_: decision.families.voices[key] for id_, key in keys.items()}
        names = [voice.name for voice in voices.values() if voice.identity != "anonymous"]
        known = {id_: voice.name for id_, voice in voices.items()}
        title = with_names(story.front.title or "", known)
        found[story.path] = (*names, title) if title else tuple(names)
    by_path: dict[str, StoryKeys | FaultyStory] = {one.path: one for one in tree.faulty}
    by_path |= {one.path: one for one in tree.stories}
    for story in tree.stories:
        if story.version_of and story.path not in decision.facts:
            found[story.path] += tuple(_of_originals(story, by_path))
    return found


def _of_originals(
    story: StoryKeys, by_path: Mapping[str, StoryKeys | FaultyStory]
) -> Iterator[str]:
    """The words by which a version could be told whose original, which lends it voices, is faulty.

    They are told by the version's own family where there is one.
    """
    seen: set[str] = set()
    here: StoryKeys | FaultyStory | None = story
    while isinstance(here, StoryKeys) and here.path not in seen:
        seen.add(here.path)
        here = by_path.get(here.version_of or "")
        if isinstance(here, FaultyStory):
            yield from here.told_by
        elif here:
            voices = (here.front.voices or {}).values()
            yield from (voice.name for voice in voices if voice.identity != "anonymous")
