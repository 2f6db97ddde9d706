"""A site that is written as a folder and read back is the same site, so both can be compared."""

from dataclasses import replace

import pytest

from tests.laws.loading import load
from tests.laws.model import Consent, ListForm, Passage, Site, Story, Unmarked, Voice
from tests.laws.trying import sample
from tests.laws.written import written


@pytest.mark.slow
def test_what_is_written_is_read_back() -> None:
    """Nothing is lost or changed between the value and the files."""
    for case in sample(100, first=9):
        site = _plain(case.site)
        assert load(written(site, lambda _: "w-0")) == site


def _plain(site: Site) -> Site:
    """The site as the files can tell it: without mistakes, agreed words and odd values."""
    return replace(
        site,
        stories=tuple(sorted(map(_plain_story, site.stories), key=lambda story: story.path)),
        texts=tuple(sorted(site.texts)),
        files=tuple(sorted(site.files)),
        records=tuple(line for line in site.records if not line.torn),
        form=ListForm.PLAIN,
    )


def _plain_story(story: Story) -> Story:
    voices = {voice.id: _plain_voice(voice) for voice in story.voices or ()}
    joined: list[Passage | Unmarked] = []
    for part in story.body:
        last = joined[-1] if joined else None
        if isinstance(part, Unmarked) and isinstance(last, Unmarked):
            joined[-1] = Unmarked(text=last.text + part.text)
        elif part.text or isinstance(part, Passage):
            joined.append(part)
    plain = tuple(voices.values())
    return replace(
        story, fault=None, body=tuple(joined), voices=None if story.voices is None else plain
    )


def _plain_voice(voice: Voice) -> Voice:
    consent = voice.consent or Consent(record="BW-1")
    stops = tuple((key, "" if "{" in value else value) for key, value in consent.stops)
    return replace(voice, consent=replace(consent, agreed=None, everything=False, stops=stops))
