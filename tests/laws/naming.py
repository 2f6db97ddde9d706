"""When a text is about a voice: by `{id}`, or by the public name unless that is anonymous."""

from tests.laws.kin import Kin
from tests.laws.model import Identity, Story, Voice
from tests.laws.readings import named_at
from tests.laws.text import holds, mentioned_ids

Declared = tuple[Story, Voice]
"""A voice, with the story in whose front matter it stands."""


def named(text: str | None, voice: Voice) -> bool:
    """Whether a text has the voice's public name, which counts unless it is anonymous."""
    return voice.identity is not Identity.ANONYMOUS and holds(text, voice.name)


def called_after(address: str, voices: tuple[Declared, ...]) -> bool:
    """Whether an address or the name of a file names one of the voices that are not anonymous."""
    known = (voice for _, voice in voices if voice.identity is not Identity.ANONYMOUS)
    return any(named_at(address, voice.name) for voice in known)


def mentioned(kin: Kin, story: Story, text: str | None, voice: Declared) -> bool:
    """Whether a text of the story has the voice's id in braces."""
    return any(kin.means(story, one, *voice) for one in mentioned_ids(text or ""))


def names(kin: Kin, story: Story, text: str | None, voices: tuple[Declared, ...]) -> bool:
    """Whether a text of the story names one of the voices, in either way."""
    return any(named(text, one[1]) or mentioned(kin, story, text, one) for one in voices)


def same(one: Declared, other: Declared) -> bool:
    """Whether both are the same voice of the same story."""
    return (one[0].path, one[1].id) == (other[0].path, other[1].id)
