"""Generates whole sites, a part of which is withheld in every possible way."""

import zlib
from dataclasses import dataclass, replace

from tests.laws.agreed import said
from tests.laws.bodies import with_body
from tests.laws.cut import References, media_file
from tests.laws.dice import SECTION, SECTIONS, Dice
from tests.laws.happenings import with_something_withheld
from tests.laws.kin import Kin
from tests.laws.model import Listed, Site, Story, Voice
from tests.laws.pictures import photograph
from tests.laws.settings import group_texts
from tests.laws.standing import complete_list
from tests.laws.stories import Stories
from tests.laws.vocabulary import Vocabulary
from tests.laws.ways import Way
from tests.laws.withheld import Withheld

STORIES = 6
FRONTS, BODIES, HAPPENINGS, RECORDS = 1, 1 + STORIES, 1 + 2 * STORIES, 2 + 2 * STORIES
CHOICES = SECTION * SECTIONS  # bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A generated site, the ways in which things of it came to be withheld, and how it is cut.

    `chance` is a seed for what a law does to the site beside that.
    """

    site: Site
    ways: tuple[Way, ...]
    references: References = References.REMOVED
    chance: int = 0


def case_from(choices: bytes) -> Case:
    """The case that a run of CHOICES bytes leads to: up to six stories, to which one to four things
    happened.
    """
    dice, vocabulary = Dice(choices), Vocabulary()
    site = _sound_site(dice, vocabulary)
    dice.turn_to(HAPPENINGS)
    site, ways = with_something_withheld(dice, vocabulary, site, dice.between(1, 4))
    references = References.LEFT if dice.chance(30) else References.REMOVED
    return Case(site=site, ways=ways, references=references, chance=dice.between(0, 255))


def _sound_site(dice: Dice, vocabulary: Vocabulary) -> Site:
    """A site of which everything is published but what falls by itself."""
    words_required = dice.chance(20)
    stories = _stories(dice, vocabulary)
    kin = Kin(Site(stories=stories, texts=()))
    texts = group_texts(dice, vocabulary, kin, words_required=words_required)
    written = []
    for number, story in enumerate(stories):
        dice.turn_to(BODIES + number)
        written.append(with_body(dice, vocabulary, kin, story))
    site = Site(
        stories=tuple(written),
        texts=texts,
        files=_files(stories),
        words_required=words_required,
        records=_records(dice, stories),
        merged=dice.chance(5),
    )
    return _with_agreed_words(dice, site)


def _records(dice: Dice, stories: tuple[Story, ...]) -> tuple[Listed, ...]:
    """A list of records that is whole, or lags behind, or is not there; some lines lead nowhere."""
    if dice.chance(50):
        return ()
    dice.turn_to(RECORDS)
    lags = dice.chance(40)
    lines = complete_list(stories)
    gone = Listed(number="BW-9000", stories=(("stories/gone.md", ()),))
    kept = tuple(line for line in lines if not (lags and dice.chance(50)))
    return (*kept, gone) if dice.chance(20) else kept


def _stories(dice: Dice, vocabulary: Vocabulary) -> tuple[Story, ...]:
    """One to three stories, and some that belong to them, without their bodies."""
    makers = Stories(dice, vocabulary)
    alone, attached = dice.between(1, 3), dice.between(0, 3)
    stories: tuple[Story, ...] = ()
    for number in range(alone + attached):
        dice.turn_to(FRONTS + number)
        new = makers.plain() if number < alone else makers.attached(stories)
        stories = (*stories, new)
    dice.turn_to(0)
    return stories


def _files(stories: tuple[Story, ...]) -> tuple[tuple[str, bytes], ...]:
    """A picture for every path that a story uses, and one that a fixed page uses."""
    paths = {media_file(story.path, medium.key) for story in stories for medium in story.media}
    paths.add("site_src/media/about.png")
    return tuple((path, photograph(path)) for path in sorted(paths))


def _with_agreed_words(dice: Dice, site: Site) -> Site:
    """The site in which some voices, or all, have agreed to exactly what is there."""
    kin = Kin(site)

    def agreeing(story: Story, voice: Voice) -> Voice:
        if voice.consent is None or not (site.words_required or dice.chance(15)):
            return voice
        # By what they are called, so that the dice fall as they would without.
        everything = bool(zlib.crc32(f"{story.path} {voice.id}".encode()) % 2)
        texts = said(kin, Withheld(), (story, voice), everything=everything)
        agreed = tuple(dict.fromkeys(texts))
        if dice.chance(20):
            agreed = tuple(text.replace("\n", "\n\n") for text in agreed)
        return replace(voice, consent=replace(voice.consent, agreed=agreed, everything=everything))

    stories = tuple(
        replace(story, voices=tuple(agreeing(story, voice) for voice in story.voices or ()))
        for story in site.stories
    )
    return replace(site, stories=stories)
