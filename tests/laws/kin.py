"""How the stories of a site belong together: origins, versions, declared voices, links."""

import unicodedata
from collections.abc import Iterator
from functools import cached_property
from pathlib import PurePosixPath
from urllib.parse import unquote

from tests.laws.model import Site, Story, Voice
from tests.laws.text import beside

URL = "https://stories.example.org"
AUTHORS = ("author", "storyteller")


def address(story: Story) -> str | None:
    """Where the story's own page is; a response has none."""
    if story.responds_to is not None:
        return None
    return f"/stories/{slug(file_name(story))}/"


def file_name(story: Story) -> str:
    """The name that the story's file gives: its own, or its folder's for an index.md."""
    path = PurePosixPath(story.path)
    return path.parent.name if path.stem == "index" else path.stem


def slug(name: str) -> str:
    """A name in an address: letters, marks and digits, small, with a hyphen for all between."""
    signs = unicodedata.normalize("NFC", name.casefold())
    kept = (sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in signs)
    return "-".join("".join(kept).split())


def anchor(response: Story) -> str:
    """Where a response stands on the page that shows it."""
    return f"response-{slug(file_name(response))}"


def needed(story: Story) -> tuple[str, ...]:
    """The references without which the story is not published, nearest first."""
    references = (
        story.translation_of,
        story.easy_read_of,
        story.in_reply_to,
        story.responds_to,
    )
    return tuple(path for path in references if path is not None)


def original_of(story: Story) -> str | None:
    """The story that this one is a version of."""
    return story.translation_of or story.easy_read_of


class Kin:
    """The relations within one site."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.by_path = {story.path: story for story in site.stories}

    @cached_property
    def by_address(self) -> dict[str, tuple[Story, ...]]:
        """Every address, alias and place among responses, with the stories that claim it."""
        claims: dict[str, tuple[Story, ...]] = {}
        for story in self.site.stories:
            for claimed in _claimed(story):
                claims[claimed] = (*claims.get(claimed, ()), story)
        return claims

    def with_origins(self, story: Story) -> tuple[Story, ...]:
        """The story, what it is a version of, replies to or responds to, and so on, once each."""
        found = [story]
        for one in found:
            for path in needed(one):
                origin = self.by_path.get(path)
                if origin is not None and origin not in found:
                    found.append(origin)
        return tuple(found)

    def with_versions(self, story: Story) -> tuple[Story, ...]:
        """The story, its versions, their versions."""
        found = [story]
        for one in found:
            found += [
                other
                for other in self.site.stories
                if original_of(other) == one.path and other not in found
            ]
        return tuple(found)

    def declared(self, story: Story, voice_id: str) -> tuple[Story, Voice] | None:
        """The voice that an id in a story means: the story's own, or else the nearest origin's."""
        for origin in self.with_origins(story):
            for voice in origin.voices or ():
                if voice.id == voice_id:
                    return origin, voice
        return None

    def means(self, story: Story, voice_id: str, owner: Story, voice: Voice) -> bool:
        """Whether an id in a story is that voice of that owner."""
        found = self.declared(story, voice_id)
        return found is not None and (found[0].path, found[1].id) == (owner.path, voice.id)

    def voices(self, story: Story) -> Iterator[tuple[Story, Voice]]:
        """The story's own voices; a version has those of its original too."""
        original: str | None = story.path
        seen: set[str] = set()
        while original in self.by_path and original not in seen:
            seen.add(original)
            story = self.by_path[original]
            yield from ((story, voice) for voice in story.voices or ())
            original = original_of(story)

    def authors(self, story: Story) -> tuple[tuple[Story, Voice], ...]:
        """The voices whose words the unmarked text is.

        A response without an author is by all its voices; one whose part it was to post it for
        somebody else counts only if nobody else is there.
        """
        voices = tuple(self.voices(story))
        authors = tuple(pair for pair in voices if pair[1].part in AUTHORS)
        if authors or story.responds_to is None:
            return authors
        return tuple(pair for pair in voices if pair[1].part != "posted") or voices

    def led_to(self, path: str, destination: str) -> tuple[Story, ...]:
        """The stories that a link in the file at `path` leads to, or the responses among theirs."""
        stories, responses = self._meant(path, destination)
        return stories if responses is None else responses

    def may_be_told(self, path: str, destination: str) -> tuple[Story, ...]:
        """The stories of which a link could tell: the one that was answered, too.

        A response is meant by its place, whatever page the link says that to be on.
        """
        stories, _ = self._meant(path, destination)
        end = unquote(destination).partition("#")[2]
        return (*stories, *(story for story in self.site.stories if anchor(story) == end))

    def _meant(
        self, path: str, destination: str
    ) -> tuple[tuple[Story, ...], tuple[Story, ...] | None]:
        """The stories of a link, and their responses where its end is the anchor of one."""
        destination, _, end = unquote(destination.removeprefix(URL)).partition("#")
        if destination.startswith("/"):
            stories = self.by_address.get(destination, ())
        else:
            story = self.by_path.get(beside(path, destination))
            stories = () if story is None else (story,)
        if not end.startswith("response-"):
            return stories, None
        claimed = (self.by_address.get(f"{story.path}#{end}", ()) for story in stories)
        return stories, tuple(response for those in claimed for response in those)


def _claimed(story: Story) -> tuple[str, ...]:
    """Every address that a story claims; a response only its place."""
    own = address(story)
    if own is None:
        return (f"{story.responds_to}#{anchor(story)}",)
    return tuple(dict.fromkeys((own, *story.aliases)))


def lacks_origin(kin: Kin, story: Story) -> bool:
    """Whether a story stands on one that is not there, or on itself, in however many steps."""
    needs = (path for one in kin.with_origins(story) for path in needed(one))
    return any(path not in kin.by_path for path in needs) or any(
        needs_itself(kin, one) for one in kin.with_origins(story)
    )


def needs_itself(kin: Kin, story: Story) -> bool:
    """Whether a story comes back to itself by its references, in however many steps."""
    reached = list(needed(story))
    for path in reached:
        if path in kin.by_path:
            reached += [one for one in needed(kin.by_path[path]) if one not in reached]
    return story.path in reached
