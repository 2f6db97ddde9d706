"""Whoever wrote in a source, as voices whom nobody has asked yet.

Until a story is written, a voice is known by a digest of its name. That is guessed easily, so it is
in no file.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from byleave.beginning.front_matter import one_line
from byleave.beginning.stories import NewVoice
from byleave.importing.found import Author
from byleave.importing.ledger import digest
from byleave.model.terms import Identity

_LETTERS = 6
_E_MAIL = re.compile(r"\S+@\S+")
_MADE_UP = re.compile(r"[\d_]|^\S*[a-z][A-Z]\S*$")


def voices_of(authors: Iterable[Author], unnamed: str) -> tuple[NewVoice, ...]:
    """A voice for each, none twice; `unnamed` is what readers see of one without a name."""
    voices = {one.id: one for one in (_voice(author, unnamed) for author in authors)}
    return tuple(voices.values())


def voice_id(name: str) -> str:
    """What whoever readers know as `name` is called until the story is written."""
    return f"v-{digest('voice', one_line(name).casefold())[:_LETTERS]}"


def ids_in_file(voices: Sequence[NewVoice], number: str) -> Mapping[str, str]:
    """The ids of the voices of one story in its file, which say nothing of anybody.

    They come of the number that was drawn for the story; without one they are as they were.
    """
    if not number:
        return {one.id: one.id for one in voices}
    return {
        one.id: f"v-{digest(number, str(place))[:_LETTERS]}" for place, one in enumerate(voices)
    }


def _voice(author: Author, unnamed: str) -> NewVoice:
    name = one_line(author.name)
    if not name or _E_MAIL.search(name):
        id_ = f"v-{digest('nobody', author.id or name)[:_LETTERS]}"
        return NewVoice(id=id_, name=unnamed, identity="anonymous", part=author.part)
    return NewVoice(
        id=author.id or voice_id(name), name=name, identity=_kind(name), part=author.part
    )


def _kind(name: str) -> Identity:
    """What kind of name this looks like; whoever asks them hears what it is."""
    if _MADE_UP.search(name):
        return "pseudonym"
    return "named" if " " in name else "first-name"
