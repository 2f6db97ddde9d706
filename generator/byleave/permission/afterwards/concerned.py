"""What a voice that leaves is in: the addresses of pages and the files that held its words."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from byleave.build.permission import address_of
from byleave.permission.afterwards.next_steps import Place
from byleave.permission.answers.declared import Declared, Files, with_versions
from byleave.permission.answers.history import is_kept, names_of
from byleave.permission.files.front_matter import value_at


def concerned(site: Path, known: Files, voices: Iterable[Declared]) -> Place:
    """Where the words and pictures of `voices` were published and are kept."""
    there = list(voices)
    stories = list(dict.fromkeys(p for one in there for p in with_versions(known, one.path)))
    pictures = dict.fromkeys(one for voice in there for one in _pictures(voice))
    in_git = is_kept(site)
    files = [
        name
        for path in (*stories, *pictures)
        for name in ((names_of(site, path) if in_git else ()) or (path,))
    ]
    return Place(
        addresses=tuple(dict.fromkeys(address_of(site, _page(known, path)) for path in stories)),
        files=tuple(dict.fromkeys(files)),
        in_git=in_git,
    )


def _page(known: Files, path: str) -> str:
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
