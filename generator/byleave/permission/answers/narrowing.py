"""Changing what somebody agreed to, to less: fewer uses, fewer pictures, a less telling name."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

from msgspec import Struct

from byleave.editing.front_matter import Edit, edited_at, value_at
from byleave.editing.refusals import RefusedError
from byleave.editing.story_files import read_text, replace_all
from byleave.model.terms import Identity, Use
from byleave.permission.answers.declared import Declared, DeclaredVoices, identity_of, with_versions
from byleave.permission.answers.pictures import without_picture

# From the one that tells most to the one that tells least.
IDENTITIES: tuple[str, ...] = get_args(Identity)


class Narrowing(Struct, frozen=True, kw_only=True):
    """What somebody wants less of."""

    uses: frozenset[Use] = frozenset()
    pictures: tuple[str, ...] = ()
    name: str | None = None
    identity: Identity | None = None


def narrow(
    site: Path, known: DeclaredVoices, voices: Iterable[Declared], less: Narrowing
) -> tuple[str, ...]:
    """Write `less` into the record of each of `voices`: everywhere, or nowhere.

    Gives the paths of the files that were changed. Raises RefusedError where it would be more, or
    where nothing would change, CannotEditError and FilesError; then nothing was written.
    """
    there = list(voices)
    texts = {path: read_text(site, path).text for path in _paths(known, there)}
    old = dict(texts)
    for one in there:
        texts[one.path] = edited_at(one.path, texts[one.path], list(_edits(one, less)))
        for name in less.pictures:
            for path in _showing(known, one, name):
                texts[path] = without_picture(texts[path], path, name)
    changed = {path: text for path, text in texts.items() if text != old[path]}
    if not changed:
        raise RefusedError("nothing of this is in the record", "see byleave consent list")
    replace_all(site, changed)
    return tuple(changed)


def _paths(known: DeclaredVoices, voices: Iterable[Declared]) -> dict[str, None]:
    return dict.fromkeys(path for one in voices for path in with_versions(known, one.path))


def _edits(voice: Declared, less: Narrowing) -> Iterator[Edit]:
    base = ("voices", voice.voice)
    gone = set(less.uses)
    if less.identity:
        _check_identity(voice, less.identity)
        yield Edit(path=(*base, "identity"), value=less.identity)
        # A page of one's own gathers what has one's own name on it.
        gone |= {"people"} if less.identity != "named" else set()
    if less.name:
        yield Edit(path=(*base, "name"), value=less.name)
    uses = value_at(voice.front, *base, "consent", "uses")
    if gone and isinstance(uses, tuple):
        kept = tuple(str(use) for use in uses if use not in gone)
        yield Edit(path=(*base, "consent", "uses"), value=kept)


def _check_identity(voice: Declared, identity: Identity) -> None:
    today = identity_of(voice)
    if today in IDENTITIES and identity in IDENTITIES[: IDENTITIES.index(today)]:
        message = f"{voice.path}: this would tell more of who {voice.voice} is"
        raise RefusedError(message, "ask them, and record it with: byleave consent agree")


def _showing(known: DeclaredVoices, voice: Declared, name: str) -> Iterator[str]:
    """The story and its versions, where they say that the picture shows the voice."""
    for path in with_versions(known, voice.path):
        shows = value_at(known.fronts.get(path), "media", name, "shows")
        if isinstance(shows, tuple) and voice.voice in shows:
            yield path


def told_in(known: DeclaredVoices, path: str) -> tuple[str, ...]:
    """The story at `path`, its versions and its responses: where its voices may be named."""
    found = list(with_versions(known, path))
    keys = ("responds_to", "in_reply_to", "translation_of", "easy_read_of")
    grown = True
    while grown:
        more = [
            other
            for other, front in known.fronts.items()
            if other not in found and any(value_at(front, key) in found for key in keys)
        ]
        grown = bool(more)
        found += more
    return tuple(found)
