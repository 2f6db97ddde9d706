"""The site in which the withheld never was: every entry, reference and line of it removed.

What is withheld is said by the rules; this is what an archivist would do to the files by hand.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import Enum

from tests.laws import standing
from tests.laws.agreed import disagrees_in
from tests.laws.faults import has_error
from tests.laws.kin import Kin
from tests.laws.model import Consent, Event, Medium, Passage, Site, Story, Unmarked, Voice
from tests.laws.rules import lacks_origin, withheld
from tests.laws.text import beside, without_images, without_links
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
    texts = tuple((path, _unlinked(kin, path, text, gone)) for path, text in site.texts)
    return replace(
        site,
        stories=stories,
        texts=texts if references is References.REMOVED else site.texts,
        records=standing.without(site.records, stories),
        merged=False,
        files=tuple(file for file in site.files if _still_wanted(site, stories, gone, file[0])),
    )


def _cut_story(kin: Kin, story: Story, gone: Withheld) -> Story:
    """A story without the voices, passages, media and lines that are withheld."""
    body = (part for number, part in enumerate(story.body) if not gone.passage(story.path, number))
    posted_by = kin.declared(story, story.posted_by) if story.posted_by else None
    hides_poster = posted_by is not None and gone.voice(posted_by[0].path, posted_by[1].id)
    return replace(
        story,
        voices=tuple(v for v in story.voices or () if not gone.voice(story.path, v.id)),
        media=tuple(m for m in story.media if not gone.medium(story.path, m.key)),
        event=_cut_event(story, gone) if story.event else None,
        posted_by=None if hides_poster else story.posted_by,
        body=tuple(
            replace(part, text=without_images(part.text, lambda key: gone.medium(story.path, key)))
            for part in body
        ),
    )


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
        report_of=kept(story.report_of),
        part_of=kept(story.part_of),
        body=tuple(unlinked(part) for part in story.body),
        voices=tuple(_agreed_to_what_stays(kin, story, v, gone) for v in story.voices or ()),
    )


def _unlinked(kin: Kin, path: str, text: str, gone: Withheld) -> str:
    return without_links(text, _leads_to_withheld(kin, path, gone))


def _leads_to_withheld(kin: Kin, path: str, gone: Withheld) -> Callable[[str], bool]:
    """Whether a link in the file at `path` leads to withheld stories and to no other."""

    def leads(destination: str) -> bool:
        targets = kin.led_to(path, destination)
        return bool(targets) and all(gone.story(story.path) for story in targets)

    return leads


def _agreed_to_what_stays(kin: Kin, story: Story, voice: Voice, gone: Withheld) -> Voice:
    """The voice, having agreed to texts in which the removed links never were."""
    consent: Consent | None = voice.consent
    if consent is None or consent.agreed is None:
        return voice
    agreed = consent.agreed
    for version in kin.with_versions(story):
        agreed = tuple(_unlinked(kin, version.path, text, gone) for text in agreed)
    return replace(voice, consent=replace(consent, agreed=agreed))


def _still_wanted(site: Site, kept: tuple[Story, ...], gone: Withheld, path: str) -> bool:
    """Whether a media file has a use that stays, or never had one that is withheld.

    A picture of a withheld voice goes wherever it stands, unless a story that stays may show it.
    """
    if path in _media_files(kept):
        return True
    in_a_text = any(path.removeprefix("site_src") in text for _, text in site.texts)
    if in_a_text:
        kin = Kin(site)
        return not any(
            media_file(story.path, medium.key) == path and _may_not_show(kin, gone, story, medium)
            for story in site.stories
            for medium in story.media
        )
    return path not in _media_files(site.stories)


def _may_not_show(kin: Kin, gone: Withheld, story: Story, medium: Medium) -> bool:
    """Whether a story says that somebody is in a picture who is withheld, or may be.

    In a file with an error, and one that stands on such a file or on none, nobody can rely on what
    is said of them; in one that is withheld, words count as if they were published.
    """
    lost = any(has_error(kin, one) for one in kin.with_origins(story)) or lacks_origin(kin, story)
    if lost:
        return bool(medium.shows)
    shown = [voice for one in medium.shows if (voice := kin.declared(story, one))]
    if any(gone.voice(owner.path, voice.id) for owner, voice in shown):
        return True
    agreeing = tuple((owner.path, voice.id) for owner, voice in kin.voices(story))
    return gone.story(story.path) and any(
        disagrees_in(kin, story, voice)
        for voice in shown
        if (voice[0].path, voice[1].id) in agreeing
    )


def _media_files(stories: tuple[Story, ...]) -> set[str]:
    return {media_file(story.path, medium.key) for story in stories for medium in story.media}


def media_file(path: str, key: str) -> str:
    """Where the file of a medium lies: among the group's own files, or beside the story."""
    return f"site_src{key}" if key.startswith("/media/") else beside(path, key)
