"""A source story and a decision to what may be shown of it: each field that readers meet."""

from collections.abc import Mapping
from datetime import datetime, time

from byleave.gate.doors.public_names import worded
from byleave.gate.doors.shown_bodies import ShownBodies
from byleave.gate.doors.shown_voices import ShownVoices
from byleave.gate.rules.decision import Decision
from byleave.gate.rules.families import VoiceKey
from byleave.gate.rules.who_is_named import NamedVoices
from byleave.model.event import Event
from byleave.model.marks import mentioned_ids
from byleave.model.parts import EACH
from byleave.model.published import Story, Voice
from byleave.model.said import said_in
from byleave.model.source import FrontMatter, SourceStory
from byleave.values import replace


class Publisher:
    """Makes the stories that one door of the gate lets through.

    With `rehearsing`, what is withheld is kept and marked with the reason; else it is left out.
    `as_of` is the naive moment, in the site's time zone, for which the site is made.
    """

    def __init__(
        self, decision: Decision, as_of: datetime, language: str, *, rehearsing: bool
    ) -> None:
        """Keep what every story needs."""
        self.decision = decision
        self.as_of = as_of
        self.language = language
        self.voices = ShownVoices(decision, rehearsing=rehearsing)
        self.bodies = ShownBodies(self.voices)

    def story(self, source: SourceStory) -> Story:
        """What may be shown of `source`."""
        facts = self.decision.facts[source.path]
        family = facts.family
        shown = {id_: key for id_, key in family.voices.items() if self.voices.shows(key)}
        names = self.voices.names(family.known)
        front = worded(source.front, names) if source.is_marked else source.front
        named = facts.named
        links = tuple(self.bodies.links(source))
        media = dict(self.bodies.media(source, links))
        return Story(
            path=source.path,
            address=source.address,
            title=front.title or "",
            date=front.date or self.as_of.date(),
            updated=front.updated,
            summary=front.summary or "",
            what_happened=front.what_happened or "",
            notice=front.notice or "",
            rights=front.rights or "",
            checked_with=front.checked_with or "",
            themes=front.themes,
            series=front.series if self.voices.shows_series(front.series) else None,
            language=front.language or self.language,
            translation_of=front.translation_of,
            easy_read_of=front.easy_read_of,
            responds_to=front.responds_to,
            in_reply_to=front.in_reply_to,
            posted_by=front.posted_by if front.posted_by in names else None,
            report_of=self.if_published(front.report_of),
            part_of=self.if_published(front.part_of),
            aliases=self.aliases(source),
            event=self.event(front, facts),
            past=front.event is not None and self.is_past(front.event),
            authors=frozenset(id_ for id_, key in shown.items() if key in facts.authors),
            voices=tuple(
                self.voice(id_, key, names, is_marked=source.is_marked or key[0] != source.path)
                for id_, key in shown.items()
            ),
            mentioned=mentioned_by(source.front.event),
            named=frozenset(id_ for id_, key in family.known.items() if key in named),
            present=self.bodies.present(source, media),
            pull=front.pull or "",
            blocks=tuple(self.bodies.blocks(source)),
            links=links,
            media=media,
            lead=self.bodies.lead(source),
            names=names,
            pointers=source.pointers,
            allow=front.allow,
            withheld=self.decision.stories.get(source.path, ""),
        )

    def aliases(self, source: SourceStory) -> tuple[str, ...]:
        """The old addresses that lead on, each once."""
        gone = {one.address for one in self.decision.giving_way if one.path == source.path}
        return tuple(one for one in dict.fromkeys(source.front.aliases) if one not in gone)

    def if_published(self, path: str | None) -> str | None:
        """`path` if the story there is published."""
        known = path in self.decision.facts and path not in self.decision.stories
        return path if known else None

    def voice(self, id_: str, key: VoiceKey, names: Mapping[str, str], *, is_marked: bool) -> Voice:
        """One voice as readers meet it; `is_marked` as of the story that declares it."""
        source = self.decision.families.voices[key]
        if is_marked:
            source = worded(source, names, "voices", EACH)
        return Voice(
            id=id_,
            name=names[id_],
            identity=source.identity,
            part=source.part,
            role=source.role or "",
            place=source.place or "",
            person=source.person,
            uses=source.consent.uses if source.consent else frozenset(),
            withheld=self.decision.voices.get(key, ""),
        )

    def event(self, front: FrontMatter, facts: NamedVoices) -> Event | None:
        """The event with the lines of its programme and the join link that may be shown."""
        event = front.event
        if event is None:
            return None
        lines = zip(event.programme, facts.programme, strict=True)
        return replace(
            event,
            programme=tuple(item for item, keys in lines if all(map(self.voices.shows, keys))),
            join=event.join if event.join_public and not self.is_past(event) else None,
        )

    def is_past(self, event: Event) -> bool:
        """Whether the event is over."""
        return end_of(event) < self.as_of


def end_of(event: Event) -> datetime:
    """When an event is over, in the site's time zone: with the day, if it does not say when."""
    end = event.ends or replace(event.starts, clock=None)
    return datetime.combine(end.day, end.clock or time.max)


def mentioned_by(event: Event | None) -> frozenset[str]:
    """The ids of those whom an event mentions in its own words, whatever they are called there."""
    if event is None:
        return frozenset()
    said = (one.text for one in said_in(event, "event") if one.part.of == "story")
    return frozenset(id_ for text in said for id_ in mentioned_ids(text))
