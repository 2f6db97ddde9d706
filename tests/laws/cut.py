"""The site in which the withheld never was: every entry, reference and line of it removed.

What is withheld is said by the rules; this is what an archivist would do to the files by hand.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from enum import Enum

from tests.laws import standing
from tests.laws.along import unmarked_text
from tests.laws.cut_settings import (
    SETTINGS,
    without_items_to_nowhere,
    without_logo,
    without_telling_items,
    without_telling_texts,
)
from tests.laws.group_pictures import is_hidden, media_file
from tests.laws.kin import Kin
from tests.laws.model import (
    Event,
    ListForm,
    Passage,
    Site,
    Story,
    Unmarked,
    Voice,
)
from tests.laws.rules import withheld
from tests.laws.text import same_words, without_images, without_links
from tests.laws.withheld import Withheld


class References(Enum):
    """What the cut does with links and other references to a story that never was."""

    REMOVED = "they are removed, and of a link the words stay"
    LEFT = "they are left as they are, and lead nowhere"


def cut(site: Site, today: date, references: References = References.REMOVED) -> Site:
    """The site in which nothing that the rules withhold on that day ever was."""
    return cut_out(site, withheld(site, today), references)


def cut_out(site: Site, gone: Withheld, references: References = References.REMOVED) -> Site:
    """The site without the things that are withheld."""
    kin = Kin(site)
    kept = [story for story in site.stories if not gone.story(story.path)]
    stories = tuple(_cut_story(kin, story, gone) for story in kept)
    if references is References.REMOVED:
        stories = tuple(_without_references(kin, story, gone) for story in stories)
    files = tuple(file for file in site.files if _still_wanted(site, stories, gone, file[0]))
    texts = _cut_texts(kin, gone, references, frozenset(path for path, _ in files))
    return replace(
        site,
        stories=stories,
        texts=texts,
        records=standing.without(site.records, stories),
        form=ListForm.PLAIN,
        files=files,
    )


def _cut_texts(
    kin: Kin, gone: Withheld, references: References, files: frozenset[str]
) -> tuple[tuple[str, str], ...]:
    """The group's own texts, without what tells of anything withheld."""
    texts = without_telling_texts(kin, dict(kin.site.texts), gone)
    if SETTINGS in texts:
        told = without_telling_items(kin, texts[SETTINGS], gone)
        texts[SETTINGS] = without_logo(told, files)
    if references is References.REMOVED:
        texts = {path: _unlinked(kin, path, text, gone) for path, text in texts.items()}
        if SETTINGS in texts:
            texts[SETTINGS] = without_items_to_nowhere(kin, texts[SETTINGS], gone)
    return tuple(texts.items())


def _cut_story(kin: Kin, story: Story, gone: Withheld) -> Story:
    """A story without the voices, passages, media and lines that are withheld."""
    body = (part for number, part in enumerate(story.body) if not gone.passage(story.path, number))
    posted_by = kin.declared(story, story.posted_by) if story.posted_by else None
    hides_poster = posted_by is not None and gone.voice(posted_by[0].path, posted_by[1].id)
    return replace(
        story,
        voices=tuple(
            _agreed_without_files(kin, story, v, gone)
            for v in story.voices or ()
            if not gone.voice(story.path, v.id)
        ),
        media=tuple(m for m in story.media if not gone.medium(story.path, m.key)),
        lead=None if story.lead and gone.medium(story.path, story.lead) else story.lead,
        event=_cut_event(story, gone) if story.event else None,
        posted_by=None if hides_poster else story.posted_by,
        body=tuple(replace(part, text=_without_files(story, part.text, gone)) for part in body),
    )


def _without_files(story: Story, text: str, gone: Withheld) -> str:
    """A text without pictures that are withheld; of a link to a document the words stay."""

    def lost(key: str) -> bool:
        return gone.medium(story.path, key)

    return without_links(without_images(text, lost), lost)


def _agreed_without_files(kin: Kin, story: Story, voice: Voice, gone: Withheld) -> Voice:
    """The voice, having agreed to texts in which the withheld documents never were."""
    return _agreed_as_cut(kin, story, voice, lambda one, text: _without_files(one, text, gone))


def _agreed_as_cut(kin: Kin, story: Story, voice: Voice, cut: Callable[[Story, str], str]) -> Voice:
    """The voice, whose agreement is cut as the texts are that it is about."""
    consent = voice.consent
    if consent is None or consent.agreed is None:
        return voice
    stories = kin.with_versions(story)
    agreed = tuple(_as_cut(stories, text, cut) for text in consent.agreed)
    return replace(voice, consent=replace(consent, agreed=agreed))


def _as_cut(stories: tuple[Story, ...], text: str, cut: Callable[[Story, str], str]) -> str:
    """One text of an agreement, cut as its story is, whatever the line ends on the form were."""
    for story in stories:
        for part in story.body:
            if same_words(part.text) == same_words(text):
                return cut(story, part.text)
        if same_words(text) == same_words(unmarked_text(story)):
            parts = (part.text for part in story.body if isinstance(part, Unmarked))
            return "\n".join(cut(story, part) for part in parts)
    return cut(stories[0], text)


def _cut_event(story: Story, gone: Withheld) -> Event:
    assert story.event is not None
    lines = enumerate(story.event.programme)
    kept = tuple(line for number, line in lines if not gone.line(story.path, number))
    return replace(story.event, programme=kept)


def _without_references(kin: Kin, story: Story, gone: Withheld) -> Story:
    """A story that neither links nor refers to a story that is withheld."""

    def kept(reference: str | None) -> str | None:
        return None if reference is not None and gone.story(reference) else reference

    def unlinked(part: Passage | Unmarked) -> Passage | Unmarked:
        return replace(part, text=_unlinked(kin, story.path, part.text, gone))

    return replace(
        story,
        event=_without_ways_to_nowhere(kin, story, gone),
        report_of=kept(story.report_of),
        part_of=kept(story.part_of),
        body=tuple(unlinked(part) for part in story.body),
        voices=tuple(_agreed_to_what_stays(kin, story.path, v, gone) for v in story.voices or ()),
    )


def _without_ways_to_nowhere(kin: Kin, story: Story, gone: Withheld) -> Event | None:
    """The event without a map, or an address to book at, that is a withheld story's."""
    if story.event is None:
        return None
    leads = _leads_to_withheld(kin, story.path, gone)
    facts = dict(story.event.facts)
    if leads(_said(facts, "map")):
        del facts["map"]
    booking = _booking(facts)
    if leads(booking.get("url", "")):
        del booking["url"], facts["booking"]
        if booking.keys() & {"telephone", "email"}:
            facts["booking"] = json.dumps(booking, ensure_ascii=False)
    return replace(story.event, facts=tuple(facts.items()))


def _said(facts: Mapping[str, str], key: str) -> str:
    return str(json.loads(facts.get(key, '""')))


def _booking(facts: Mapping[str, str]) -> dict[str, str]:
    return {key: str(value) for key, value in json.loads(facts.get("booking", "{}")).items()}


def _unlinked(kin: Kin, path: str, text: str, gone: Withheld) -> str:
    return without_links(text, _leads_to_withheld(kin, path, gone))


def _leads_to_withheld(kin: Kin, path: str, gone: Withheld) -> Callable[[str], bool]:
    """Whether a link in the file at `path` leads to withheld stories and to no other."""

    def leads(destination: str) -> bool:
        targets = kin.led_to(path, destination)
        return bool(targets) and all(gone.story(story.path) for story in targets)

    return leads


def _agreed_to_what_stays(kin: Kin, path: str, voice: Voice, gone: Withheld) -> Voice:
    """The voice, having agreed to texts in which the removed links never were either."""
    whole = kin.by_path[path]
    before = next(one for one in whole.voices or () if one.id == voice.id)
    return _agreed_as_cut(
        kin,
        whole,
        before,
        lambda one, text: _unlinked(kin, one.path, _without_files(one, text, gone), gone),
    )


def _still_wanted(site: Site, kept: tuple[Story, ...], gone: Withheld, path: str) -> bool:
    """Whether a media file has a use that stays, or never had one that is withheld.

    A picture of a withheld voice goes wherever it stands, unless a story that stays may show it.
    """
    if path in _media_files(kept):
        return True
    key = path.removeprefix("site_src").removeprefix("/root")
    if path.startswith("site_src/root/") or any(key in text for _, text in site.texts):
        return not is_hidden(Kin(site), gone, key)
    return path not in _media_files(site.stories)


def _media_files(stories: tuple[Story, ...]) -> set[str]:
    return {media_file(story.path, medium.key) for story in stories for medium in story.media}
