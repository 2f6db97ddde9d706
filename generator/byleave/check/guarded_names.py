"""Guarded names in what is about to be published: before it is rendered, and in every byte after.

A name in a story withholds that story; a name anywhere else stops the build. What was looked
through once is clean until the file or the guard changes: `look_through` is a function of both
alone.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from os import SEEK_END
from pathlib import Path

from msgspec import Struct

from byleave.check.own_texts import own_texts, texts_of_group
from byleave.check.search_texts import SearchTexts
from byleave.cleaning import UnreadableMediaError, cleaned, holds_words
from byleave.diagnostics import Diagnostic, error, warning
from byleave.model.machine_files import SearchDataView, SearchScriptView
from byleave.model.output import (
    CleanedCopy,
    CopyOf,
    KeptFile,
    OutputFile,
    PublishedOutput,
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
from byleave.text_in_files.silencing import holds, quiet_path
from byleave.text_in_files.values import strings_in
from byleave.values import replace

_MOST_AT_AN_END = 32 * 1024 * 1024


class GuardFindings(Struct, frozen=True, kw_only=True):
    """What guarded names were found: `stories` withhold, `elsewhere` stops, `warnings` only tell.

    The path of each of `stories` is that of a story. `doubtful` are the paths of files that have a
    guarded name in them which may be there, or a part that could not be read.
    """

    stories: tuple[Diagnostic, ...] = ()
    elsewhere: tuple[Diagnostic, ...] = ()
    warnings: tuple[Diagnostic, ...] = ()
    doubtful: frozenset[str] = frozenset()


def guarded_words(published: PublishedSet, search: GuardSearch) -> GuardFindings:
    """Guarded names in the words of stories, pages, themes, settings and the look."""
    stories: list[Diagnostic] = []
    warnings: list[Diagnostic] = []
    for story in published.stories:
        if _names_in(own_texts(story), search, _allowed(story, search)):
            stories.append(_found(story.path))
        elif any(search.is_guarded(voice.name) for voice in story.voices):
            message = "the public name of a voice is also a guarded name"
            do = "if it is a pseudonym, choose another one, here and with the person"
            warnings.append(warning(story.path, "guarded-public-name", message, do))
    everybody = {name for story in published.stories for name in _allowed(story, search)}
    elsewhere = (
        _found(path)
        for path, texts in texts_of_group(published)
        if _names_in(texts, search, everybody)
    )
    return GuardFindings(
        stories=tuple(stories), elsewhere=tuple(elsewhere), warnings=tuple(warnings)
    )


class LookedThroughFiles(Struct, frozen=True, kw_only=True):
    """The numbers of the guarded names in a file, and whether a part of it could not be read."""

    names: frozenset[int]
    unread: bool


def guarded_files(
    published: PublishedSet,
    plan: SitePlan,
    output: PublishedOutput,
    looked: Mapping[str, LookedThroughFiles],
    search: GuardSearch,
) -> GuardFindings:
    """Guarded names in the files that would be written, their names and metadata included.

    `looked` is what is in some of them, by path; the others are looked through here. A page that
    shows other stories may show the names of their voices. Raises OSError where a file that is to
    be copied cannot be read.
    """
    looked = {
        file.path: looked.get(file.path) or look_through(file, search) for file in output.files
    }
    warnings = tuple(_unread(path) for path, one in looked.items() if one.unread)
    doubtful = frozenset(path for path, one in looked.items() if one.names or one.unread)
    hit = [file for file in output.files if looked[file.path].names]
    if not hit:
        return GuardFindings(warnings=warnings, doubtful=doubtful)
    at = _WhereNamed(published, plan, search)
    stories: set[Diagnostic] = set()
    elsewhere: set[Diagnostic] = set()
    for file in hit:
        if any(_names_in(texts, search, allowed) for texts, allowed in at.texts(file)):
            of_stories, path = at.told_of(file.path)
            stories.update(_found(one) for one in of_stories)
            if not of_stories:
                elsewhere.add(_found(path))
    return GuardFindings(
        stories=tuple(sorted(stories)),
        elsewhere=tuple(sorted(elsewhere)),
        warnings=warnings,
        doubtful=doubtful,
    )


def look_through(file: OutputFile, search: GuardSearch) -> LookedThroughFiles:
    """What is in `file`, whoever may be called so there.

    It depends on the file's path and bytes and on the guard alone, and so can be remembered.
    """
    names: set[int] = set()
    unread = False
    for text in _texts(file):
        names |= search.names_in(text)
        unread = unread or text.kind == "unread"
    return LookedThroughFiles(names=frozenset(names), unread=unread)


def _found(path: str) -> Diagnostic:
    message = "a name that must never appear is in this"
    do = "take it out; `byleave consent guard check` says where it stands"
    return error(path, "guarded-name", message, do)


def _unread(path: str) -> Diagnostic:
    message = "a part of this file cannot be looked through for guarded names"
    return warning(path, "guard-unread", message, "look at it yourself, or replace it")


def silenced(findings: Iterable[Diagnostic], search: GuardSearch) -> Iterator[Diagnostic]:
    """`findings` without guarded names, which a path or a message might hold."""
    for finding in findings:
        message, do = (
            "something is wrong here, and saying what would say a guarded name"
            if holds(words, search)
            else words
            for words in (finding.message, finding.do)
        )
        about = "" if holds(finding.about, search) else finding.about
        path = quiet_path(finding.path, search)
        yield replace(finding, path=path, message=message, do=do, about=about)


def _texts(file: OutputFile) -> Iterator[Text]:
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


def _names_in(
    texts: Iterable[Text], search: GuardSearch, allowed: Collection[Words] = ()
) -> frozenset[int]:
    return frozenset(name for text in texts for name in search.names_in(text, allowed))


def _allowed(story: Story, search: GuardSearch) -> frozenset[Words]:
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


class _WhereNamed:
    """Where on a site a file comes from, and who may be named in it."""

    def __init__(self, published: PublishedSet, plan: SitePlan, search: GuardSearch) -> None:
        self._views = {_file_path(view.address): view for view in plan.views}
        self._stories = {story.path: story for story in published.stories}
        self._names: dict[str, set[Words]] = defaultdict(set)
        self._showing: dict[str, set[str]] = defaultdict(set)
        for story in published.stories:
            address = self._page_of(story).address
            self._names[address] |= _allowed(story, search)
            for media in story.media.values():
                self._showing[_file_path(media.file.address)].add(story.path)
        self._sources = {file.path: f"site_src/root/{file.path}" for file in published.root_files}
        for name, media_file in published.group_media.items():
            self._sources[_file_path(media_file.address)] = f"site_src{name}"
        self._of_search = SearchTexts(plan.views, self._names)

    def _page_of(self, story: Story) -> Story:
        """The story on whose page `story` stands, if it is a response."""
        return self._stories.get(story.responds_to or "", story)

    def texts(self, file: OutputFile) -> Iterator[tuple[Iterable[Text], Collection[Words]]]:
        """The texts of `file`, with the names that may be in them."""
        view = self._views.get(file.path)
        if isinstance(view, SearchScriptView | SearchDataView):
            return self._of_search.texts(view)
        return iter([(_texts(file), self._allowed(file.path))])

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
