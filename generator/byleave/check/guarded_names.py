"""Guarded names in what is about to be published: before it is rendered, and in every byte after.

A name in a story withholds that story; a name anywhere else stops the build. What was looked
through once is clean until the file or the guard changes: `look_through` is a function of both
alone.
"""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from byleave.check.own_texts import own_texts, texts_of_group
from byleave.check.where_named import WhereNamed, allowed_at, names_in, texts_of_file
from byleave.diagnostics import Diagnostic, error, warning
from byleave.model.output import OutputFile, PublishedOutput
from byleave.model.published import PublishedSet
from byleave.model.site_plan import SitePlan
from byleave.text_in_files.guarded_names import GuardSearch
from byleave.text_in_files.silencing import holds, quiet_path
from byleave.values import replace


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
        if names_in(own_texts(story), search, allowed_at(story, search)):
            stories.append(_found(story.path))
        elif any(search.is_guarded(voice.name) for voice in story.voices):
            message = "the public name of a voice is also a guarded name"
            do = "if it is a pseudonym, choose another one, here and with the person"
            warnings.append(warning(story.path, "guarded-public-name", message, do))
    everybody = {name for story in published.stories for name in allowed_at(story, search)}
    elsewhere = (
        _found(path)
        for path, texts in texts_of_group(published)
        if names_in(texts, search, everybody)
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
    at = WhereNamed(published, plan, search)
    stories: set[Diagnostic] = set()
    elsewhere: set[Diagnostic] = set()
    for file in hit:
        if at.named_in(file):
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
    for text in texts_of_file(file):
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
