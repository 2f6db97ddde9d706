"""Makes a site on which a law fails smaller, piece by piece, until one can see why."""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from typing import Any

from tests.laws.model import Event, Site, Story
from tests.laws.sites import Case

KEPT = ("path", "voices", "body", "media", "event", "title", "date", "fault")


def smallest(case: Case, fails: Callable[[Case], bool]) -> Case:
    """The case without every piece that the failure does not need."""
    shrunk = True
    while shrunk:
        shrunk = False
        for site in _smaller(case.site):
            candidate = replace(case, site=site)
            if fails(candidate):
                case, shrunk = candidate, True
                break
    return case


def _smaller(site: Site) -> Iterator[Site]:
    """The site with one piece fewer, the largest pieces first."""
    for records in _one_fewer(site.records):
        yield replace(site, records=records)
    for story in site.stories:
        yield replace(site, stories=tuple(one for one in site.stories if one is not story))
    for pieces in (_large_pieces, _small_pieces):
        for story in site.stories:
            for less in pieces(story):
                stories = tuple(less if one is story else one for one in site.stories)
                yield replace(site, stories=stories)


def _large_pieces(story: Story) -> Iterator[Story]:
    for body in _one_fewer(story.body):
        yield replace(story, body=body)
    for voices in _one_fewer(story.voices or ()):
        yield replace(story, voices=voices)
    for media in _one_fewer(story.media):
        there = any(one.key == story.lead for one in media)
        yield replace(story, media=media, lead=story.lead if there else None)


def _small_pieces(story: Story) -> Iterator[Story]:
    event = story.event
    if event is not None:
        yield replace(story, event=None)
        for lines in _one_fewer(event.programme):
            yield replace(story, event=Event(facts=event.facts, programme=lines))
        for facts in _one_fewer(event.facts):
            yield replace(story, event=Event(facts=facts, programme=event.programme))
    for field in fields(Story):
        if field.name not in KEPT and getattr(story, field.name):
            empty: dict[str, Any] = {field.name: field.default}
            yield replace(story, **empty)
    for number, part in enumerate(story.body):
        for blocks in _one_fewer(tuple(part.text.split("\n\n"))):
            less = replace(part, text="\n\n".join(blocks).rstrip("\n") + "\n")
            if less != part:
                yield replace(story, body=(*story.body[:number], less, *story.body[number + 1 :]))


def _one_fewer(things: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    for number in range(len(things)):
        yield things[:number] + things[number + 1 :]
