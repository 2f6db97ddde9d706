"""Source stories and a decision to what may be shown of them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, time

from byleave.gate import own_settings, own_texts
from byleave.gate.decision import Decision
from byleave.gate.facts import Facts
from byleave.gate.families import VoiceKey
from byleave.gate.wording import worded
from byleave.model.event import Event
from byleave.model.parts import EACH
from byleave.model.published import Block, Link, Media, PublishedSet, Story, Voice
from byleave.model.source import FrontMatter, SourceLink, SourceStory, SourceTree
from byleave.values import replace

# As they are usually written: whoever is in a passage of any other form stays in the list.
_PICTURES_ALONE = re.compile(r"(?:\s*!\[[^\[\]]*\]\([^()]*\))+\s*\Z")


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
        self.rehearsing = rehearsing
        self._names: dict[str, Mapping[VoiceKey, str]] = {}

    def story(self, source: SourceStory) -> Story:
        """What may be shown of `source`."""
        facts = self.decision.facts[source.path]
        family = facts.family
        shown = {id_: key for id_, key in family.voices.items() if self.shows(key)}
        names = self.public_names(family.known)
        front = worded(source.front, names)
        return Story(
            path=source.path,
            address=source.address,
            title=front.title or "",
            date=front.date or self.as_of.date(),
            updated=front.updated,
            summary=front.summary or "",
            themes=front.themes,
            series=front.series if self.shows_series(front.series) else None,
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
            voices=tuple(self.voice(id_, key, names) for id_, key in shown.items()),
            named=frozenset(id_ for id_, key in family.known.items() if key in facts.named),
            present=self.present(source),
            blocks=tuple(self.blocks(source)),
            links=tuple(self.links(source)),
            media=dict(self.media(source)),
            names=names,
            pointers=source.pointers,
            withheld=self.decision.stories.get(source.path, ""),
        )

    def aliases(self, source: SourceStory) -> tuple[str, ...]:
        """The old addresses that lead on, each once."""
        gone = {one.address for one in self.decision.giving_way if one.path == source.path}
        return tuple(one for one in dict.fromkeys(source.front.aliases) if one not in gone)

    def present(self, source: SourceStory) -> frozenset[str]:
        """The ids of those of whom something is said or shown in what passes of `source`."""
        facts = self.decision.facts[source.path]
        gone = frozenset() if self.rehearsing else self.decision.gone(source.path)
        gone |= frozenset(self.hollow(source))
        shown = [keys for number, keys in enumerate(facts.blocks) if number not in gone]
        shown += [facts.media.get(name, frozenset()) for name, _ in self.media(source)]
        shown += [keys for keys in facts.programme if all(map(self.shows, keys))]
        found = frozenset[VoiceKey]().union(facts.named, facts.open, *shown)
        return frozenset(id_ for id_, key in facts.family.known.items() if key in found)

    def hollow(self, source: SourceStory) -> Iterator[int]:
        """The indexes of blocks in which nothing is shown: empty ones, and those of nothing but
        pictures that may not be shown, which are empty where the pictures never were.
        """
        hidden = {link.block for link in source.links if self.hides(link, source)}
        for number, block in enumerate(source.blocks):
            links = (one for one in source.links if one.block == number)
            alone = number in hidden and _PICTURES_ALONE.match(block.text)
            if not block.text.strip() or (alone and all(self.hides(one, source) for one in links)):
                yield number

    def shows(self, key: VoiceKey) -> bool:
        """Whether a voice is shown at all."""
        return self.rehearsing or key not in self.decision.voices

    def shows_series(self, series: str | None) -> bool:
        """Whether the title of a series may be shown."""
        return self.rehearsing or series not in self.decision.series

    def if_published(self, path: str | None) -> str | None:
        """`path` if the story there is published."""
        known = path in self.decision.facts and path not in self.decision.stories
        return path if known else None

    def voice(self, id_: str, key: VoiceKey, names: Mapping[str, str]) -> Voice:
        """One voice as readers meet it."""
        voice = self.decision.families.voices[key]
        source = worded(voice, names, "voices", EACH)
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

    def public_names(self, known: Mapping[str, VoiceKey]) -> dict[str, str]:
        """The name of each id that is shown; anonymous voices that share one are numbered."""
        return {id_: self.numbered(key[0])[key] for id_, key in known.items() if self.shows(key)}

    def numbered(self, path: str) -> Mapping[VoiceKey, str]:
        """The public names of the voices that the story at `path` declares."""
        if path not in self._names:
            voices = {
                key: self.decision.families.voices[key]
                for key in self.decision.families.voices_of.get(path, ())
                if self.shows(key)
            }
            anonymous = Counter(
                voice.name.casefold() for voice in voices.values() if voice.identity == "anonymous"
            )
            numbers: Counter[str] = Counter()
            names: dict[VoiceKey, str] = {}
            for key, voice in voices.items():
                name = voice.name.casefold()
                names[key] = voice.name
                if voice.identity == "anonymous" and anonymous[name] > 1:
                    numbers[name] += 1
                    names[key] = f"{voice.name} {numbers[name]}"
            self._names[path] = names
        return self._names[path]

    def blocks(self, source: SourceStory) -> Iterator[Block]:
        """The body: text of the authors on both sides of what was taken out is one text again."""
        gone = self.decision.gone(source.path)
        text = ""
        for number, block in enumerate(source.blocks):
            if not block.is_passage:
                text += block.text
            elif self.rehearsing or number not in gone:
                if text:
                    yield Block(text=text)
                text = ""
                yield Block(
                    text=block.text,
                    by=block.by,
                    about=block.about,
                    withheld="passage" if number in gone else "",
                )
        if text:
            yield Block(text=text)

    def links(self, source: SourceStory) -> Iterator[Link]:
        """The destinations in what is shown of the body that are on this site."""
        gone = self.decision.gone(source.path)
        for link in source.links:
            shown = self.rehearsing or link.block not in gone
            if link.kind != "elsewhere" and shown and not self.hides(link, source):
                yield Link(
                    destination=link.destination,
                    kind=link.kind,
                    target=link.target,
                    fragment=link.fragment,
                    line=link.position.line,
                    column=link.position.column,
                )

    def hides(self, link: SourceLink, source: SourceStory) -> bool:
        """Whether a link leads to a file that may not be shown: nothing is said of that."""
        keys = self.decision.facts[source.path].media.get(link.target, frozenset())
        hidden = link.target in self.decision.files and not self.rehearsing
        return link.kind == "media" and (hidden or not all(map(self.shows, keys)))

    def media(self, source: SourceStory) -> Iterator[tuple[str, Media]]:
        """The files that the shown body uses and whose people may all be shown."""
        used = {link.target for link in self.links(source) if link.kind == "media"}
        for name, file in source.media.items():
            if name not in used:
                continue
            said = source.front.media.get(name)
            yield (
                name,
                Media(
                    file=file,
                    alt=said.alt if said and not said.decorative else "",
                    caption=(said.caption or "") if said else "",
                ),
            )

    def event(self, front: FrontMatter, facts: Facts) -> Event | None:
        """The event with the lines of its programme and the join link that may be shown."""
        event = front.event
        if event is None:
            return None
        lines = zip(event.programme, facts.programme, strict=True)
        return replace(
            event,
            programme=tuple(item for item, keys in lines if all(map(self.shows, keys))),
            join=event.join if event.join_public and not self.is_past(event) else None,
        )

    def is_past(self, event: Event) -> bool:
        """Whether the event is over."""
        return end_of(event) < self.as_of


def end_of(event: Event) -> datetime:
    """When an event is over, in the site's time zone: with the day, if it does not say when."""
    end = event.ends or replace(event.starts, clock=None)
    return datetime.combine(end.day, end.clock or time.max)


def published_set(tree: SourceTree, decision: Decision, as_of: datetime) -> PublishedSet:
    """What of `tree` may be public by `decision`, which was made for the naive moment `as_of`."""
    publisher = Publisher(decision, as_of, tree.settings.language, rehearsing=False)
    stories = (story for story in tree.stories if story.path not in decision.stories)
    return PublishedSet(
        settings=own_settings.settings(tree, decision),
        navigation=own_settings.navigation(tree, decision),
        stories=in_story_order(map(publisher.story, stories)),
        themes=tuple(own_texts.themes(tree, decision)),
        pages=tuple(own_texts.pages(tree, decision)),
        group_media=own_texts.group_media(tree, decision),
        root_files=tree.root_files,
        look=tree.look,
    )


def in_story_order(stories: Iterable[Story]) -> tuple[Story, ...]:
    """Newest first; stories of one day by path, so that no order of files shows."""
    return tuple(sorted(stories, key=lambda story: (-story.date.toordinal(), story.path)))
