"""Who is in what is new: asked one by one, or told with options; `byleave new person` adds one."""

from collections.abc import Iterable, Mapping
from typing import Any, get_args

import click

from byleave.beginning.front_matter import one_line
from byleave.beginning.naming import id_of
from byleave.beginning.stories import NewVoice
from byleave.cli.asking import asked, line, line_or_nothing, one_of
from byleave.cli.new.kinds import WORDS
from byleave.model.terms import KNOWN_PARTS, Identity
from byleave.suggestions import nearest

IDENTITIES: tuple[Identity, ...] = get_args(Identity)
NOBODY = "nobody"
# What stands in the place of a name, where somebody types nothing else: another one, as it was
# typed, or a word.
_INSTEAD: Mapping[Identity, str] = {"pseudonym": "", "anonymous": "Participant"}
_OTHER_NAME = "What do readers see in its place? Their own name must not be in these files."


class PartType(click.ParamType[str]):
    """What somebody does in a story."""

    name = "part"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        """`value`, unless it is nearly one that is known."""
        try:
            return known_part(value)
        except click.UsageError as fault:
            self.fail(f"{value!r}: {fault.message}", param, ctx)


PART = PartType()

voice_option = click.option(
    "--voice",
    "voices",
    type=(WORDS, click.Choice(IDENTITIES), PART),
    multiple=True,
    metavar="NAME KIND PART",
    help="Who is in it, as readers know them: Joe pseudonym quoted. Can be given several times.",
)


class PeopleSoFar:
    """Those who are in a story so far; each gets an id of their own."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """Begin with nobody; `taken` are ids that others have."""
        self._taken = set(taken)
        self.voices: list[NewVoice] = []
        self._asked: dict[str, NewVoice] = {}

    def add(self, name: str, identity: Identity, part: str, **more: str) -> NewVoice:
        """Somebody whom readers know as `name`."""
        ids = {*self._taken, *(one.id for one in self.voices)}
        voice = NewVoice(id=id_of(name, ids), name=name, identity=identity, part=part, **more)
        self.voices.append(voice)
        return voice

    def known(self, name: str) -> NewVoice | None:
        """Who is called so, or has this id."""
        called = name.casefold()
        found = (one for one in self.voices if called in (one.name.casefold(), one.id))
        return self._asked.get(called) or next(found, None)

    def ask(self, name: str, part: str) -> NewVoice:
        """Add `name`, asking what kind of name it is.

        Whoever says that somebody is not to be known may have typed their own name.
        """
        question = f"What kind of name is {name}?"
        identity: Any = one_of(question, IDENTITIES, "named")
        seen = line(_OTHER_NAME, _INSTEAD[identity] or name) if identity in _INSTEAD else name
        voice = self.add(seen, identity, part)
        self._asked[name.casefold()] = voice
        return voice

    def ask_names(self, question: str, part: str) -> tuple[str, ...]:
        """The ids of those who are named in an answer; whoever is new takes `part`."""
        return tuple(
            (self.known(one) or self.ask(one, part)).id for one in names(line_or_nothing(question))
        )

    def ids(self, said: str, option: str) -> tuple[str, ...]:
        """The ids of those whom `said` names, none for nobody; raises click.BadParameter."""
        found = []
        for name in names(said):
            if name.casefold() == NOBODY:
                continue
            voice = self.known(name)
            if voice is None:
                message = f"{name!r} is nobody whom --voice names"
                raise click.BadParameter(message, param_hint=option)
            found.append(voice.id)
        return tuple(dict.fromkeys(found))


def names(said: str) -> tuple[str, ...]:
    """Names between commas."""
    return tuple(filter(None, map(one_line, said.split(","))))


def told_voices(given: Iterable[tuple[str, Identity, str]]) -> PeopleSoFar:
    """Those whom the option names."""
    cast = PeopleSoFar()
    for name, identity, part in given:
        cast.add(name, identity, part)
    return cast


def ask_for_others(cast: PeopleSoFar, usual: str) -> None:
    """Ask who else is in it, until there is nobody more."""
    while name := line_or_nothing("Who else is heard or told about? Enter, if nobody."):
        part = asked(f"What does {name} do in it?", known_part, usual)
        cast.ask(name, part)


def known_part(said: str) -> str:
    """A part: one that is known, or another word; one that is nearly known is asked again."""
    part = one_line(said).casefold()
    meant = nearest(part, KNOWN_PARTS, likeness=0.8)
    if not part or (meant and part not in KNOWN_PARTS):
        raise click.UsageError(f"did you mean {meant}?" if meant else "write at least a word")
    return part
