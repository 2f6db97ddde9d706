"""Where on a site a guarded name stands: in what it is said, and who may be called so there."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from os import SEEK_END
from pathlib import Path

from byleave.check.search_texts import SearchTexts
from byleave.cleaning import UnreadableMediaError, cleaned, holds_words
from byleave.model.machine_files import SearchDataView, SearchScriptView
from byleave.model.output import (
    CleanedCopy,
    CopyOf,
    KeptFile,
    OutputFile,
    RenditionCopy,
    ShareCard,
    SpooledFile,
)
from byleave.model.published import PublishedSet, Story
from byleave.model.site import View
from byleave.model.site_plan import SitePlan
from byleave.spooling import unspooled
from byleave.text_in_files import Text, texts_in, units
from byleave.text_in_files.guarded_names import GuardSearch, Words
from byleave.text_in_files.texts import texts_of_markdown
from byleave.text_in_files.values import strings_in

_MOST_AT_AN_END = 32 * 1024 * 1024
# A group's own are looked through as they are.
_OF_THE_LOOK = (".css", ".js")
_WITH_STRINGS = (".html", ".ics", ".json", ".xml")


class WhereNamed:
    """Where on a site a file comes from, and who may be named in it."""

    def __init__(self, published: PublishedSet, plan: SitePlan, search: GuardSearch) -> None:
        """Find the views by their files, and who is called how on which page."""
        self._search = search
        self._views = {_file_path(view.address): view for view in plan.views}
        self._stories = {story.path: story for story in published.stories}
        self._names: dict[str, set[Words]] = defaultdict(set)
        self._showing: dict[str, set[str]] = defaultdict(set)
        for story in published.stories:
            address = self._page_of(story).address
            self._names[address] |= allowed_at(story, search)
            for media in story.media.values():
                self._showing[_file_path(media.file.address)].add(story.path)
        self._sources = {file.path: f"site_src/root/{file.path}" for file in published.root_files}
        for name, media_file in published.group_media.items():
            self._sources[_file_path(media_file.address)] = f"site_src{name}"
        self._of_search = SearchTexts(plan.views, self._names)
        # What a template or a catalogue of the group's own says stands in no view.
        self._says_more = any(not file.path.endswith(_OF_THE_LOOK) for file in published.look)

    def _page_of(self, story: Story) -> Story:
        """The story on whose page `story` stands, if it is a response."""
        return self._stories.get(story.responds_to or "", story)

    def named_in(self, file: OutputFile) -> bool:
        """Whether a guarded name is in `file` of somebody who may not be called so there.

        What Byleave writes itself is nobody's name: `max-age` in a header, or “Said” before a
        name. So one word counts only where what is shown has it too, the words of stories and of
        the group. Several words count wherever they stand together.
        """
        found = {
            name
            for texts, allowed in self.texts(file)
            for name in names_in(texts, self._search, allowed)
        }
        words = {name for name in found if self._search.words(name) == 1}
        return bool(found - words) or bool(words and words & self._told_in(file, words))

    def _told_in(self, file: OutputFile, words: set[int]) -> set[int]:
        """Those of the guarded names of one word that stories or the group say in `file`."""
        view = self._views.get(file.path)
        if view is None:
            is_look = file.path.endswith(_OF_THE_LOOK) and file.path not in self._sources
            return set() if is_look else words
        if self._says_more and file.path.endswith(_WITH_STRINGS):
            return words
        said = (text for one in strings_in(view) for text in _texts_said(one))
        return {*names_in(said, self._search, self._allowed(file.path))}

    def texts(self, file: OutputFile) -> Iterator[tuple[Iterable[Text], Collection[Words]]]:
        """The texts of `file`, with the names that may be in them."""
        view = self._views.get(file.path)
        if isinstance(view, SearchScriptView | SearchDataView):
            return self._of_search.texts(view)
        return iter([(texts_of_file(file), self._allowed(file.path))])

    def _allowed(self, path: str) -> frozenset[Words]:
        """The names of the voices of the stories that the file at `path` is of, or shows."""
        view = self._views.get(path)
        if view is not None:
            shown = {text for text in strings_in(view) if text.startswith("/")} | {view.address}
            return frozenset(name for one in shown for name in self._names.get(one, ()))
        return frozenset(
            name
            for story in self._showing.get(path, ())
            for name in self._names[self._page_of(self._stories[story]).address]
        )

    def told_of(self, path: str) -> tuple[list[str], str]:
        """The paths of the stories that the file at `path` is of, and what it comes from else."""
        view: View | None = self._views.get(path)
        if view is not None and view.source in self._stories:
            return [view.source], view.source
        if path in self._showing:
            return sorted(self._showing[path]), path
        source = view.source if view is not None else self._sources.get(path, "")
        return [], source or path


def _file_path(address: str) -> str:
    return address.lstrip("/") + ("index.html" if address.endswith("/") else "")


def _texts_said(words: str) -> Iterator[Text]:
    """How something that is shown may be read, or where it leads."""
    if words.startswith("/"):
        yield Text(kind="name", text=words, address=True)
    yield from texts_of_markdown(words)


def texts_of_file(file: OutputFile) -> Iterator[Text]:
    """All that `file` says, its name first. Raises OSError where what is copied cannot be read."""
    content = file.content
    if isinstance(content, KeptFile):
        return iter(())  # it was looked through when it was made, for the same names
    if isinstance(content, RenditionCopy):
        return texts_in(file.path, b"")  # what was made of pixels has no words but its name
    if isinstance(content, ShareCard):
        return iter((Text(kind="text", text=f"{content.title}\n{content.site}"),))
    return texts_in(file.path, _bytes_of(content))


def _bytes_of(copy: bytes | SpooledFile | CopyOf | CleanedCopy) -> bytes:
    """What is published of a file, as far as it can hold words.

    Of a long recording that is the beginning and the end, where its tags are.
    """
    if isinstance(copy, bytes | SpooledFile):
        return unspooled(copy)
    if isinstance(copy, CleanedCopy):
        path = Path(copy.path)
        if not holds_words(path.suffix):
            return b""
        try:
            return cleaned(path.read_bytes(), path.suffix)
        except UnreadableMediaError:
            return b""  # nothing of it is published, and the editors are told when it is written
    with Path(copy.path).open("rb") as stream:
        if copy.size <= 2 * _MOST_AT_AN_END:
            return stream.read()
        first = stream.read(_MOST_AT_AN_END)
        stream.seek(-_MOST_AT_AN_END, SEEK_END)
        return first + stream.read()


def names_in(
    texts: Iterable[Text], search: GuardSearch, allowed: Collection[Words] = ()
) -> frozenset[int]:
    """The numbers of the guarded names in `texts`, but for what is `allowed` there."""
    return frozenset(name for text in texts for name in search.names_in(text, allowed))


def allowed_at(story: Story, search: GuardSearch) -> frozenset[Words]:
    """What voices are called in public where this story is, as far as that may be said."""
    pseudonyms = {
        voice.name for voice in story.voices if voice.identity in ("pseudonym", "anonymous")
    }
    return frozenset(
        tuple(units(name))
        for name in story.names.values()
        if name not in pseudonyms or not _is_whole_name(name, search)
    )


def _is_whole_name(name: str, search: GuardSearch) -> bool:
    """Whether a guarded name of several words is in `name`: as a pseudonym that is no chance."""
    found = search.names_in(Text(kind="text", text=name))
    return any(search.words(number) > 1 for number in found)
