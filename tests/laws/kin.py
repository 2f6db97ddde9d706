"""How the stories of a site belong together: origins, versions, declared voices, links."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import PurePosixPath

from tests.laws.model import Site, Story, Voice
from tests.laws.text import beside

URL = "https://stories.example.org"
AUTHORS = ("author", "storyteller")


def address(story: Story) -> str | None:
    """Where the story's own page is; a response has none."""
    if story.responds_to is not None:
        return None
    path = PurePosixPath(story.path)
    return f"/stories/{path.parent.name if path.stem == 'index' else path.stem}/"


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
        """Every address and alias, with the stories that lay claim to it."""
        claims: dict[str, tuple[Story, ...]] = {}
        for story in self.site.stories:
            for claimed in {address(story), *story.aliases} - {None}:
                claims[claimed or ""] = (*claims.get(claimed or "", ()), story)
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
        """The stories that a link in the file at `path` leads to."""
        destination = destination.removeprefix(URL).partition("#")[0]
        if destination.startswith("/"):
            return self.by_address.get(destination, ())
        story = self.by_path.get(beside(path, destination))
        return () if story is None else (story,)
