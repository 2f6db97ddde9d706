"""What must be true within one story's front matter beyond the type of each key."""

import re
from collections.abc import Iterator

from byleave.diagnostics import Diagnostic, error
from byleave.model.addresses import is_too_long, story_address
from byleave.model.media_kinds import media_kind
from byleave.model.scalars import Moment
from byleave.model.source import Consent, FrontMatter, SourceVoice
from byleave.model.terms import KNOWN_PARTS, may_be_a_parents
from byleave.positions import Positions
from byleave.read.front_matter.unknown_keys import unknown_key
from byleave.read.links.file_names import other_case
from byleave.read.stories.aliases import alias_faults
from byleave.read.stories.allowed_advice import reason_faults
from byleave.read.stories.recordings import recording_faults
from byleave.suggestions import nearest
from byleave.values import field_names

# Words of a part that says "author" in other words: it decides what goes when they leave.
_WRITES = re.compile(r"(?:author|storyteller|story teller|writer|narrator)", re.I)
_STANDS_ON = ("translation_of", "easy_read_of", "responds_to", "in_reply_to")
_VOICE_KEYS = frozenset(field_names(SourceVoice))
_CONSENT_KEYS = frozenset(field_names(Consent))


def faults(front: FrontMatter, path: str, positions: Positions) -> Iterator[Diagnostic]:
    """Everything that is wrong within `front`, whatever the other files say."""
    yield from _title_and_name(front, path, positions)
    yield from alias_faults(front, path, positions)
    for id_, voice in (front.voices or {}).items():
        yield from _voice(id_, voice, path, positions)
    yield from _empty_unknown_keys(path, positions)
    yield from _references(front, path, positions)
    yield from _event(front, path, positions)
    yield from _media(front, path, positions)
    yield from _lead(front, path, positions)
    yield from reason_faults(front, path, positions)


def _title_and_name(front: FrontMatter, path: str, positions: Positions) -> Iterator[Diagnostic]:
    if front.title is None and front.responds_to is None:
        at = positions.at("title")
        yield error(path, "title-missing", "a story needs a title", "add `title:`", at)
    if is_too_long(story_address(path)):
        message = "the name of this file is too long"
        yield error(path, "name-too-long", message, "give it a shorter name")


def _voice(id_: str, voice: SourceVoice, path: str, positions: Positions) -> Iterator[Diagnostic]:
    at = positions.at("voices", id_)
    if id_ in ("about", "voice"):
        do = "give the voice another id"
        yield error(path, "voice-id", "this word begins a passage and is no id", do, at)
    part = voice.part.casefold()
    meant = nearest(part, KNOWN_PARTS, likeness=0.8) if part not in KNOWN_PARTS else None
    if meant:
        do = f"did you mean “{meant}”?"
        place = positions.at("voices", id_, "part")
        yield error(path, "part", "this part is nearly one that is known", do, place)
    elif part not in KNOWN_PARTS and _WRITES.search(part):
        do = "write `author`, and put the rest in `role:`"
        place = positions.at("voices", id_, "part")
        yield error(path, "part", "whoever wrote or told the story is an author", do, place)
    if voice.consent is None:
        do = "ask them, then add `consent:` with record, given, by, uses and until"
        yield error(path, "consent-missing", "this voice has no permission recorded", do, at)
    else:
        yield from _consent(voice.consent, path, positions, ("voices", id_, "consent"))


def _empty_unknown_keys(path: str, positions: Positions) -> Iterator[Diagnostic]:
    """Keys of a voice or its consent that nobody knows and that have nothing beside them.

    Such keys are passed by elsewhere. Here `withdrawm:` may be meant to stop everything.
    """
    for place in positions.paths:
        if len(place) not in (3, 4) or place[0] != "voices":
            continue
        of_voice = len(place) == 3 and place[2] not in _VOICE_KEYS
        of_consent = len(place) == 4 and place[2] == "consent" and place[3] not in _CONSENT_KEYS
        if of_voice or of_consent:
            yield unknown_key(FrontMatter, place, path, positions)


def _consent(
    consent: Consent, path: str, positions: Positions, place: tuple[str, ...]
) -> Iterator[Diagnostic]:
    if consent.given is None:
        return
    at = positions.at(*place, "given")
    if consent.record is None:
        do = "add `record:` with the number of the form that is kept offline"
        yield error(path, "record-missing", "permission given needs its record", do, at)
    if consent.until is None:
        do = "add `until:` with the first day on which it is not published"
        yield error(path, "until-missing", "permission given needs an end", do, at)
    elif consent.by == "parent" and not may_be_a_parents(consent.given, consent.until):
        message = "a parent's permission ends no later than the child's eighteenth birthday"
        do = "write that day or an earlier one as `until:`, and ask the child, who is grown up then"
        yield error(path, "parent-until", message, do, positions.at(*place, "until"))


def _on_itself(front: FrontMatter, path: str, positions: Positions) -> Iterator[Diagnostic]:
    for key in _STANDS_ON:
        if getattr(front, key) == path:
            message, do = "a story cannot stand on itself", "name the other file, or take it out"
            yield error(path, "reference-self", message, do, positions.at(key))


def _references(front: FrontMatter, path: str, positions: Positions) -> Iterator[Diagnostic]:
    yield from _on_itself(front, path, positions)
    if front.translation_of and front.easy_read_of:
        at = positions.at("easy_read_of")
        do = "keep the one that names the original"
        yield error(path, "two-originals", "a version has one original", do, at)
    in_folder = ".responses/" in path
    if in_folder and front.responds_to is None and front.translation_of is None:
        story = path.split(".responses/")[0] + ".md"
        do = f"add `responds_to: {story}`"
        yield error(path, "responds-to-missing", "this file stands among responses", do)
    if front.in_reply_to and not front.responds_to:
        at = positions.at("in_reply_to")
        do = "add `responds_to:` with the story that all of them respond to"
        yield error(path, "responds-to-missing", "a reply also names the story", do, at)
    for key in ("what_happened", "notice", "rights") if front.responds_to else ():
        if getattr(front, key):
            do = "write it into the story that this responds to"
            said = f"a response has no `{key}:`"
            yield error(path, "outcome-of-response", said, do, positions.at(key))
    if front.of_words and not (front.translation_of or front.easy_read_of):
        at = positions.at("of_words")
        do = "take it out, or name the original as `easy_read_of:` or `translation_of:`"
        yield error(path, "of-words-alone", "only a version has `of_words:`", do, at)
    if front.checked_with and front.responds_to:
        at = positions.at("checked_with")
        do = "take it out; a story or a version of one can say with whom it was checked"
        yield error(path, "checked-response", "a response has no `checked_with:`", do, at)
    # A draft has no voices yet, and a version has its original's.
    declared = front.voices
    if front.posted_by and declared is not None and front.posted_by not in declared:
        at = positions.at("posted_by")
        do = "declare the voice under `voices:`, or correct the id"
        said = front.posted_by
        yield error(path, "unknown-voice", "no voice has this id", do, at, about=said)


def _event(front: FrontMatter, path: str, positions: Positions) -> Iterator[Diagnostic]:
    event = front.event
    if event is None:
        return
    if event.ends is not None and _ends_before(event.starts, event.ends):
        at = positions.at("event", "ends")
        do = "correct one of the two; what ends after midnight ends on the next day"
        yield error(path, "ends-before", "the event ends before it starts", do, at)
    booking = event.booking
    if booking and not (booking.url or booking.telephone or booking.email):
        at = positions.at("event", "booking")
        do = "add url, telephone or email"
        yield error(path, "booking-way", "booking needs a way to book", do, at)


def _ends_before(starts: Moment, ends: Moment) -> bool:
    if starts.clock is None or ends.clock is None:
        return ends.day < starts.day
    return (ends.day, ends.clock) < (starts.day, starts.clock)


def _media(front: FrontMatter, path: str, positions: Positions) -> Iterator[Diagnostic]:
    for name, media in front.media.items():
        at = positions.at("media", name)
        kind = media_kind(name)
        if kind is None:
            do = "save it as one of a common kind: JPEG, PNG or WebP, MP3, MP4, PDF or DOCX"
            yield error(path, "media-kind", "this kind of file is not published", do, at)
        elif kind == "image" and not (media.alt or media.decorative) and media.is_known:
            do = "add `alt:` that says what it shows, or `decorative: yes`"
            yield error(path, "alt-missing", "a picture needs words in its place", do, at)
        if kind != "document" and media.shows is None and not media.decorative:
            do = "add `shows:` with the ids of the people in it, or `shows: nobody`"
            yield error(path, "shows-missing", "who is in it must be said", do, at)
        yield from recording_faults(name, media, path, positions)


def _lead(front: FrontMatter, path: str, positions: Positions) -> Iterator[Diagnostic]:
    """What is wrong with the picture that is to stand before the text."""
    name, at = front.lead, positions.at("lead")
    if name is None:
        return
    if front.responds_to:
        do = "put the picture into the text, as in ![](hall.jpg), and take `lead:` out"
        yield error(path, "lead-of-response", "a response has no `lead:`", do, at)
    elif name not in front.media:
        meant = other_case(name, front.media) or nearest(name, front.media)
        message = "the picture before the text is not declared"
        do = "declare it under `media:`, with `alt:` and `shows:`"
        if meant:
            do = f"did you mean “{meant}”?"
        yield error(path, "lead-undeclared", message, do, at, about=name)
    elif media_kind(name) != "image":
        do = "name a picture under `media:`, or take `lead:` out"
        yield error(path, "lead-kind", "this is no picture to stand before the text", do, at)
