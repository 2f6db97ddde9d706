"""Generates whole sites, a part of which is withheld in every possible way."""

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from tests.laws.agreed import said
from tests.laws.beside import with_words_beside
from tests.laws.bodies import with_body
from tests.laws.cut import References
from tests.laws.dice import SECTION, SECTIONS, Dice
from tests.laws.events import with_what_others_have
from tests.laws.explaining import with_a_glossary
from tests.laws.group_pictures import media_file
from tests.laws.happenings import with_something_withheld
from tests.laws.kin import Kin
from tests.laws.model import (
    Identity,
    Listed,
    ListForm,
    Medium,
    Passage,
    Site,
    Story,
    Unmarked,
    Voice,
)
from tests.laws.pictures import document, photograph
from tests.laws.settings import group_texts
from tests.laws.standing import complete_list
from tests.laws.stories import Stories
from tests.laws.vocabulary import Vocabulary
from tests.laws.ways import Way
from tests.laws.withheld import Withheld

STORIES = 6
FRONTS, BODIES, HAPPENINGS, RECORDS = 1, 1 + STORIES, 1 + 2 * STORIES, 2 + 2 * STORIES
BESIDE = 3 + 2 * STORIES
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
    # Its own dice, so that all else is drawn as it was without it.
    beside = Dice(choices)
    beside.turn_to(BESIDE)
    site = _sound_site(dice, vocabulary, beside)
    dice.turn_to(HAPPENINGS)
    site, ways = with_something_withheld(dice, vocabulary, site, dice.between(1, 4))
    references = References.LEFT if dice.chance(30) else References.REMOVED
    return Case(site=site, ways=ways, references=references, chance=dice.between(0, 255))


def _sound_site(dice: Dice, vocabulary: Vocabulary, beside: Dice) -> Site:
    """A site of which everything is published but what falls by itself."""
    words_required = dice.chance(20)
    found = map(with_what_others_have, _stories(dice, vocabulary))
    checked = tuple(map(_with_who_checked, found))
    before = Kin(Site(stories=checked, texts=()))
    stories = tuple(_with_an_exception(before, one) for one in checked)
    kin = Kin(Site(stories=stories, texts=()))
    texts = group_texts(dice, vocabulary, kin, words_required=words_required)
    written = []
    for number, story in enumerate(stories):
        dice.turn_to(BODIES + number)
        written.append(with_body(dice, vocabulary, kin, story))
    told = (with_words_beside(beside, vocabulary, one) for one in written)
    site = Site(
        stories=(shown := tuple(map(_with_initials, map(_with_recording, told)))),
        texts=with_a_glossary(texts, shown),
        files=_files(shown),
        words_required=words_required,
        records=_records(dice, stories),
        form=dice.pick(tuple(ListForm)) if dice.chance(60) else ListForm.PLAIN,
    )
    return _with_agreed_words(dice, site)


def _with_who_checked(story: Story) -> Story:
    """A story that says now and then with whom it was tried, and that may be one of its voices.

    By what it is called, so that the dice fall as they would without.
    """
    number = zlib.crc32(f"who checked {story.path}".encode())
    if story.responds_to or number % 4:
        return story
    names = [voice.name for voice in story.voices or ()]
    words = names[number % len(names)] if names and number % 3 == 0 else "three readers"
    return replace(story, checked_with=words)


def _with_an_exception(kin: Kin, story: Story) -> Story:
    """A story that says now and then why its initials are not explained, by the same means.

    Now and then it names, by mistake, somebody of its own or of the stories that it stands on.
    """
    number = zlib.crc32(f"allowed in {story.path}".encode())
    if number % 4:
        return story
    voices = [voice for origin in kin.with_origins(story) for voice in origin.voices or ()]
    names = [f"{{{one.id}}}" if number % 8 else one.name for one in voices]
    is_slip = names and number % 27 == 0
    words = f"so {names[number % len(names)]} says" if is_slip else "we know them"
    return replace(story, allowed=words)


def _with_recording(story: Story) -> Story:
    """A story in which something is heard now and then, by or about one of its voices.

    It is drawn as above. What is said in it names nobody, its voice, or another one.
    """
    number = zlib.crc32(f"heard {story.path}".encode())
    if number % 3 or story.fault is not None:
        return story
    ids = [voice.id for voice in story.voices or ()]
    names = [voice.name for voice in story.voices or () if voice.identity != Identity.ANONYMOUS]
    words = f"we talked of {names[number % len(names)]}" if names and number % 2 else "rain again"
    medium = Medium(
        key=f"heard-{number % 1000}.mp3",
        alt="A talk",
        shows=tuple(ids[number % len(ids) :][:1]) if ids else (),
        transcript=words if number % 5 < 3 else None,
        captions=f"so {words}" if number % 7 < 4 else None,
    )
    shown = f"\n![]({medium.key})\n"
    *before, last = story.body or (Unmarked(text=""),)
    body = (*before, replace(last, text=last.text + shown))
    return replace(story, media=(*story.media, medium), body=body)


def _with_initials(story: Story) -> Story:
    """A story with what its exception is for, in whichever part of its text, or in none."""
    number = zlib.crc32(f"initials of {story.path}".encode())
    if not story.allowed or not story.body or number % 5 == 0:
        return story
    at = number % len(story.body)
    part = story.body[at]
    # What somebody says of others is for editors to change; what is said by heart is not.
    who = f"{{{part.by[0]}}} said: " if isinstance(part, Passage) and part.by else ""
    changed = replace(part, text=f"{part.text}\n{who}QZX met.\n")
    return replace(story, body=(*story.body[:at], changed, *story.body[at + 1 :]))


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
    """A file for every path that a story uses, and a picture that a fixed page uses."""
    paths = {media_file(story.path, medium.key) for story in stories for medium in story.media}
    paths.add("site_src/media/about.png")
    files = {
        path: photograph(path) if path.endswith(".png") else document(path)
        for path in sorted(paths)
    }
    return tuple(sorted({**files, **dict(_copies_for_the_group(files))}.items()))


def _copies_for_the_group(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Now and then a picture beside a story, or a document, is among the group's own files too.

    By what they are called, so that the dice fall as they would without.
    """
    number = zlib.crc32("\n".join(files).encode())
    own = [path for path in files if path.startswith("stories/")]
    pictures = [path for path in own if path.endswith(".png")]
    if pictures and number % 3 == 0:
        yield "site_src/media/about.png", files[pictures[number % len(pictures)]]
    if own and number % 5 == 0:
        copied = own[number % len(own)]
        yield f"site_src/root/copy{PurePosixPath(copied).suffix}", files[copied]


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
