"""What stands beside a text: a notice before it, and whether it may be copied."""

from dataclasses import replace

from tests.laws.dice import Dice
from tests.laws.model import Story
from tests.laws.vocabulary import Vocabulary

RIGHTS = ("ask-first", "cc-by-4.0", "CC-BY-NC-ND-4.0")


def with_words_beside(dice: Dice, vocabulary: Vocabulary, story: Story) -> Story:
    """A story that perhaps has words beside it, in which one of its voices may be named."""
    if story.responds_to is not None:
        return story
    notice = rights = None
    if dice.chance(12):
        notice = vocabulary.sentence() + _perhaps_named(dice, story)
    if dice.chance(12):
        own = f"{vocabulary.sentence()}{_perhaps_named(dice, story)}"
        rights = dice.pick((*RIGHTS, own, own, own))
    return replace(story, notice=notice, rights=rights)


def _perhaps_named(dice: Dice, story: Story) -> str:
    if not story.voices or not dice.chance(40):
        return ""
    voice = dice.pick(story.voices)
    return f" {dice.pick((voice.name, f'{{{voice.id}}}'))}"
