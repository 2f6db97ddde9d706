"""Bodies of generated stories: runs of unmarked text, and passages by and about voices."""

from dataclasses import replace

from tests.laws.blocks import Blocks, Scene
from tests.laws.dice import Dice
from tests.laws.kin import Kin
from tests.laws.model import Passage, Story, Unmarked, Voice
from tests.laws.vocabulary import Vocabulary


def with_body(dice: Dice, vocabulary: Vocabulary, kin: Kin, story: Story) -> Story:
    """The story with a body in which the site's other stories can be linked to."""
    at_hand = _voices_at_hand(kin, story)
    strangers = tuple(
        voice
        for other in kin.site.stories
        if other not in kin.with_origins(story)
        for voice in other.voices or ()
    )
    scene = Scene(story=story, kin=kin, voices=at_hand, strangers=strangers)
    unmarked = Blocks(dice, vocabulary, scene, frank=6)
    passages = Blocks(dice, vocabulary, scene, frank=30)
    body: list[Passage | Unmarked] = []
    for _ in range(dice.between(1, 4)):
        if at_hand and dice.chance(60):
            body.append(_passage(dice, at_hand, passages))
        else:
            body.append(_unmarked(dice, unmarked))
    return replace(story, body=tuple(body))


def _voices_at_hand(kin: Kin, story: Story) -> tuple[Voice, ...]:
    """Every voice that an id in the story can mean: its own, then its origins'."""
    found: dict[str, Voice] = {}
    for origin in kin.with_origins(story):
        for voice in origin.voices or ():
            found.setdefault(voice.id, voice)
    return tuple(found.values())


def _passage(dice: Dice, voices: tuple[Voice, ...], blocks: Blocks) -> Passage:
    ids = tuple(voice.id for voice in voices)
    second = (dice.pick(ids),) if dice.chance(15) else ()
    by = tuple(dict.fromkeys((dice.pick(ids), *second)))
    about = dice.some(ids, 2) if dice.chance(35) else ()
    return Passage(by=by, about=about, text=blocks.some(1, 2))


def _unmarked(dice: Dice, blocks: Blocks) -> Unmarked:
    """Unmarked text; without an empty line around it, it touches what is before and after."""
    before = "" if dice.chance(15) else "\n"
    after = "" if dice.chance(15) else "\n"
    return Unmarked(text=before + blocks.some(1, 2) + after)
