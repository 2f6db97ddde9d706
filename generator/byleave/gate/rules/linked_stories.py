"""To which stories a link may lead, however it is written."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from byleave.model.addresses import (
    anchors_meant,
    as_response_anchor,
    former_story_address,
    page_address,
)
from byleave.model.published import PublishedLink
from byleave.model.source import FaultyStory, LinkWords, StoryKeys

# The address of a story within that of what belongs to it: its responses, its day for calendars.
_PAGE = re.compile(r"/stories/[^/]+/")


class LinkTargets(Struct, frozen=True, kw_only=True):
    """All by which a link may mean the story at `path`: its path, its addresses and old ones."""

    path: str
    keys: tuple[str, ...]


def link_targets(story: StoryKeys | FaultyStory) -> LinkTargets:
    """By what links may mean `story`."""
    aliases = story.aliases if isinstance(story, FaultyStory) else story.front.aliases
    # An address that was made of a name is in the one form already.
    here, former = story.address.casefold(), former_story_address(story.path)
    before = (former, *aliases) if former != story.address else aliases
    return LinkTargets(
        path=story.path, keys=tuple(dict.fromkeys((story.path, here, *map(_known, before))))
    )


class LinkedStories:
    """The paths of the stories, faulty ones too, to which a link on this site may lead."""

    def __init__(self, targets: tuple[LinkTargets, ...]) -> None:
        """Find them by address, old address, path and place among responses."""
        self._paths: dict[str, list[str]] = defaultdict(list)
        self._targets = targets
        for one in targets:
            for key in one.keys:
                self._paths[key].append(one.path)

    def __eq__(self, other: object) -> bool:
        """Whether links lead to the same stories."""
        return isinstance(other, LinkedStories) and self._targets == other._targets

    __hash__ = None  # type: ignore[assignment] # how Python says that it has none

    @cached_property
    def _answers(self) -> Mapping[str, list[str]]:
        """The paths by the anchors that may mean a response; links to one are rare."""
        found: dict[str, list[str]] = defaultdict(list)
        for one in self._targets:
            for anchor in dict.fromkeys(anchors_meant(one.path)):
                found[anchor].append(one.path)
        return found

    def of(self, link: LinkWords | PublishedLink) -> list[str]:
        """The paths to which one link may lead."""
        kind, target, fragment = link.kind, link.target, link.fragment
        if kind == "elsewhere":
            within = link.destination.startswith("#")
            fragment = link.destination.removeprefix("#") if within else ""
        anchor = as_response_anchor(fragment) if fragment else ""
        found = self._answers.get(anchor, []) if anchor else []
        if kind not in ("story", "address"):
            return found
        if kind == "story":
            return found + self._paths.get(target, [])
        at = _known(target)
        page = None if at in self._paths else _PAGE.match(at)
        return found + self._paths.get(page[0] if page else at, [])


def _known(address: str) -> str:
    """An address as it is looked up: some hosts do not tell letters by their case."""
    return page_address(address).casefold()
