"""What one state of a site has public and another has not: stories, people, words and pictures."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from msgspec import Struct

from byleave.model.published import FixedPage, PublishedMedia, PublishedSet, Story, Theme
from byleave.values import field_names

Kind = Literal["comes", "goes", "changes"]
# What a story says of itself, by the names that people have for it.
_PARTS: Mapping[str, str] = {
    "title": "its title",
    "summary": "its summary",
    "date": "its day",
    "updated": "the day on which it was changed",
    "themes": "its themes",
    "series": "its series",
    "event": "when, where or how to take part",
    "address": "its address",
    "aliases": "its older addresses",
    "language": "its language",
}


class StoryChange(Struct, frozen=True, kw_only=True):
    """What becomes of one story: it comes, goes, or is another in these `parts`.

    `come` and `go` are the names of people who are in it afterwards or not any more.
    """

    kind: Kind
    path: str
    title: str
    come: tuple[str, ...] = ()
    go: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


class OtherChange(Struct, frozen=True, kw_only=True):
    """What becomes of a page of the group's own, or of a theme."""

    kind: Kind
    path: str
    title: str


class Changes(Struct, frozen=True, kw_only=True):
    """All that is public afterwards and was not, or not any more, or otherwise.

    `settings` says that what holds for the whole site, or its look, is another.
    """

    stories: tuple[StoryChange, ...] = ()
    others: tuple[OtherChange, ...] = ()
    settings: bool = False

    @property
    def is_nothing(self) -> bool:
        """Whether readers see no difference."""
        return not self.stories and not self.others and not self.settings


def compared(before: PublishedSet | None, after: PublishedSet) -> Changes:
    """What becomes of what was public `before`; None where nothing was."""
    old = {one.path: one for one in before.stories} if before else {}
    new = {one.path: one for one in after.stories}
    return Changes(
        stories=tuple(_stories(old, new)),
        others=tuple(_others(before, after)),
        settings=before is not None
        and (before.settings != after.settings or before.look != after.look),
    )


def _stories(old: Mapping[str, Story], new: Mapping[str, Story]) -> Iterator[StoryChange]:
    for path in sorted({*old, *new}):
        was, now = old.get(path), new.get(path)
        if was is None and now is not None:
            yield StoryChange(kind="comes", path=path, title=_title(now, new), come=_names(now))
        elif was is not None and now is None:
            yield StoryChange(kind="goes", path=path, title=_title(was, old), go=_names(was))
        elif was is not None and now is not None and (change := _changed(was, now, new)):
            yield change


def _changed(was: Story, now: Story, new: Mapping[str, Story]) -> StoryChange | None:
    before, after = _names(was), _names(now)
    parts = tuple(_parts(was, now))
    come = tuple(one for one in after if one not in before)
    go = tuple(one for one in before if one not in after)
    if not parts and not come and not go:
        return None
    title = _title(now, new)
    return StoryChange(kind="changes", path=now.path, title=title, come=come, go=go, parts=parts)


def _title(story: Story, stories: Mapping[str, Story]) -> str:
    if story.title:
        return story.title
    answered = stories.get(story.in_reply_to or story.responds_to or "")
    return f"a response to {answered.title or answered.path}" if answered else story.path


def _names(story: Story) -> tuple[str, ...]:
    """Those of whom something is said or shown in it, by the names that readers see."""
    return tuple(one.name for one in story.voices if one.id in story.present)


def _parts(was: Story, now: Story) -> Iterator[str]:
    for name, words in _PARTS.items():
        if getattr(was, name) != getattr(now, name):
            yield words
    if [one.text for one in was.blocks] != [one.text for one in now.blocks]:
        yield "its words"
    if _shown(was.media) != _shown(now.media):
        yield "its pictures and other files"
    if _people(was) != _people(now):
        yield "what it says of people in it, or where they may be shown"


def _people(story: Story) -> dict[str, tuple[Any, ...]]:
    names = ("name", "part", "role", "place", "identity", "person", "uses")
    return {one.id: tuple(getattr(one, name) for name in names) for one in story.voices}


def _shown(media: Mapping[str, PublishedMedia]) -> dict[str, tuple[str, str, str]]:
    return {name: (one.file.sha256, one.alt, one.caption) for name, one in media.items()}


def _others(before: PublishedSet | None, after: PublishedSet) -> Iterator[OtherChange]:
    old, new = _own_texts(before), _own_texts(after)
    for path in sorted({*old, *new}):
        was, now = old.get(path), new.get(path)
        if was is None and now is not None:
            yield OtherChange(kind="comes", path=path, title=now.title)
        elif was is not None and now is None:
            yield OtherChange(kind="goes", path=path, title=was.title)
        elif was is not None and now is not None and not _is_alike(was, now):
            yield OtherChange(kind="changes", path=path, title=now.title)


def _own_texts(site: PublishedSet | None) -> dict[str, FixedPage | Theme]:
    texts: tuple[FixedPage | Theme, ...] = (*site.pages, *site.themes) if site else ()
    return {one.path: one for one in texts}


def _is_alike(was: FixedPage | Theme, now: FixedPage | Theme) -> bool:
    """Whether both say the same; where their pictures lie on this disk does not matter."""
    if type(was) is not type(now) or _shown(was.media) != _shown(now.media):
        return False
    return all(
        getattr(was, name) == getattr(now, name) for name in field_names(was) if name != "media"
    )
