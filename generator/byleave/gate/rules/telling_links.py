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


class TitlesAndNames:
    """The words by which a link could still tell of a withheld story."""

    def __init__(self, tree: Tree[StoryKeys], decision: Decision) -> None:
        """Find none of them yet: few stories are withheld."""
        self._decision = decision
        self._by_path: dict[str, StoryKeys | FaultyStory] = {one.path: one for one in tree.faulty}
        self._by_path |= {one.path: one for one in tree.stories}

    def of(self, path: str) -> tuple[str, ...]:
        """Those that could tell of the story at `path`."""
        story = self._by_path[path]
        if isinstance(story, FaultyStory):
            return story.told_by
        facts = self._decision.facts.get(path)
        own = {id_: (path, id_) for id_ in story.front.voices or {}}
        keys = facts.family.voices if facts else own
        voices = {id_: self._decision.families.voices[key] for id_, key in keys.items()}
        names = [voice.name for voice in voices.values() if voice.identity != "anonymous"]
        title = with_names(
            story.front.title or "", {id_: voice.name for id_, voice in voices.items()}
        )
        found = (*names, title) if title else tuple(names)
        if story.version_of and not facts:
            found += tuple(_of_originals(story, self._by_path))
        return found


class HiddenFromLinks:
    """What links from elsewhere may not say of the stories that they lead to."""

    def __init__(self, tree: Tree[StoryKeys], titles: TitlesAndNames, decision: Decision) -> None:
        """Keep what is decided, and the `titles` of the stories of `tree`."""
        self._titles = titles
        self._decision = decision
        self._needs: dict[str, tuple[str, ...]] = {one.path: one.needs for one in tree.stories}
        for faulty in tree.faulty:
            meant = (path for story in faulty.meant for path in story.needs)
            self._needs[faulty.path] = (*faulty.responds_to, *meant)

    def of(self, path: str) -> Iterator[str]:
        """The titles and names in a story that is withheld, and whoever is absent from another."""
        if path in self._decision.stories:
            yield from self._titles.of(path)
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
