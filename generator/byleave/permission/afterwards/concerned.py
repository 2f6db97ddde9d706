"""What a voice that leaves is in: the addresses of pages and the files that held its words."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path, PurePosixPath

from byleave.permission.afterwards.next_steps import Whereabouts
from byleave.permission.afterwards.own_words import write_own_words
from byleave.permission.afterwards.publishing import ChangedFiles
from byleave.permission.afterwards.where_it_was import addresses_of
from byleave.permission.answers.declared import Declared, DeclaredVoices, with_versions
from byleave.permission.answers.history import (
    ever_kept,
    is_kept,
    is_there,
    names_of,
)
from byleave.permission.forms_folder import NAME
from byleave.pipeline.for_permission_tools import address_of
from byleave.text_in_files.front_matter import value_at

# What is made of a site's words, and would be in git if nothing kept it out.
PUBLIC, CACHE = "public", ".byleave"
_MADE = (PUBLIC, CACHE, NAME)
_OF_THE_GROUP = ("site_src/media", "site_src/root")


def concerned(
    site: Path, known: DeclaredVoices, voices: Iterable[Declared], now: datetime
) -> Whereabouts:
    """Where the words and pictures of `voices` were published and are kept.

    `now` is an aware moment: what would be public at it were they not stopped.
    """
    there = list(voices)
    stories = list(dict.fromkeys(p for one in there for p in with_versions(known, one.path)))
    pictures = dict.fromkeys(one for voice in there for one in _pictures(voice))
    pictures |= dict.fromkeys(_copies(site, pictures))
    in_git = is_kept(site)
    alone = [path for path in stories if _is_alone(known, path, there)]
    files = [
        name
        for path in (*alone, *pictures)
        for name in ((names_of(site, path) if in_git else ()) or (path,))
    ]
    files += ever_kept(site, _MADE) if in_git else ()
    words = write_own_words(site, there) if in_git else ""
    return Whereabouts(
        addresses=tuple(
            dict.fromkeys((*pages_of(site, known, there), *addresses_of(site, now, there)))
        ),
        files=_outermost(files),
        in_git=in_git,
        words=words or "",
        has_unwritten_words=words is None,
        output_in_git=in_git and is_there(site, PUBLIC),
    )


def changed(
    site: Path, known: DeclaredVoices, voices: Iterable[Declared], files: Iterable[str]
) -> ChangedFiles:
    """What has to get onto the site where `files` were written for `voices`."""
    return ChangedFiles(
        files=tuple(dict.fromkeys(files)), pages=pages_of(site, known, voices), in_git=is_kept(site)
    )


def pages_of(site: Path, known: DeclaredVoices, voices: Iterable[Declared]) -> tuple[str, ...]:
    """The addresses of the stories of `voices` and of their versions."""
    stories = dict.fromkeys(path for one in voices for path in with_versions(known, one.path))
    return tuple(dict.fromkeys(address_of(site, _page(known, path)) for path in stories))


def _is_alone(known: DeclaredVoices, path: str, voices: Iterable[Declared]) -> bool:
    """Whether nobody but `voices` is in the story at `path`, so that all of it may go."""
    in_it = {one.voice for one in voices if path in with_versions(known, one.path)}
    declared = {one.voice for one in known.voices if one.path == path}
    original = next((one.path for one in voices if path in with_versions(known, one.path)), path)
    declared |= {one.voice for one in known.voices if one.path == original}
    return declared <= in_it


def _outermost(files: Iterable[str]) -> tuple[str, ...]:
    """`files` without those in folders that are among them."""
    there = dict.fromkeys(files)
    folders = tuple(one for one in there if one.endswith("/"))
    return tuple(one for one in there if one in folders or not one.startswith(folders))


def _page(known: DeclaredVoices, path: str) -> str:
    """The story on whose page the one at `path` stands: a response stands on another's."""
    answers = value_at(known.fronts.get(path), "responds_to")
    return answers if isinstance(answers, str) else path


def _pictures(voice: Declared) -> Iterator[str]:
    """The paths of the files that the voice's story says to show it."""
    media = value_at(voice.front, "media")
    for name in media if isinstance(media, Mapping) else ():
        shows = value_at(media, name, "shows")
        if isinstance(shows, tuple) and voice.voice in shows:
            beside = PurePosixPath(voice.path).parent / name
            yield f"site_src{name}" if name.startswith("/media/") else str(beside)


def _copies(site: Path, pictures: Iterable[str]) -> Iterator[str]:
    """The paths of the group's own files with the same bytes as one of `pictures`."""
    contents = {(site / path).read_bytes() for path in pictures if (site / path).is_file()}
    sizes = set(map(len, contents))
    for folder in _OF_THE_GROUP if contents else ():
        for file in sorted((site / folder).rglob("*")):
            is_as_long = file.is_file() and file.stat().st_size in sizes
            if is_as_long and file.read_bytes() in contents:
                yield file.relative_to(site).as_posix()
