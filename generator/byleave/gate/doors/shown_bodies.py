"""What passes a door of the gate of a story's body: passages, links, and the files it shows."""

import re
from collections.abc import Iterable, Iterator

from byleave.gate.doors.shown_voices import ShownVoices
from byleave.gate.rules.families import VoiceKey
from byleave.model.published import Block, PublishedLink, PublishedMedia
from byleave.model.renditions import USUAL_FOCUS
from byleave.model.source import SourceLink, SourceStory

# As they are usually written: whoever is in a passage of any other form stays in the list.
_PICTURES_ALONE = re.compile(r"(?:\s*!\[[^\[\]]*\]\([^()]*\))+\s*\Z")


class ShownBodies:
    """What one door shows of bodies, where it shows these voices."""

    def __init__(self, voices: ShownVoices) -> None:
        """Keep what every body needs."""
        self.voices = voices
        self.decision = voices.decision
        self.rehearsing = voices.rehearsing

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

    def links(self, source: SourceStory) -> Iterator[PublishedLink]:
        """The destinations in what is shown of the body that are on this site."""
        gone = self.decision.gone(source.path)
        for link in source.links:
            shown = self.rehearsing or link.block not in gone
            if link.kind != "elsewhere" and shown and not self._hides(link, source):
                yield PublishedLink(
                    destination=link.destination,
                    kind=link.kind,
                    target=link.target,
                    fragment=link.fragment,
                    line=link.position.line,
                    column=link.position.column,
                )

    def media(
        self, source: SourceStory, links: tuple[PublishedLink, ...]
    ) -> Iterator[tuple[str, PublishedMedia]]:
        """The files in or before the shown body whose people may all be shown.

        `links` are those that are shown.
        """
        if not source.media:
            return
        used = {link.target for link in links if link.kind == "media"}
        used.add(self.lead(source))
        for name, file in source.media.items():
            if name not in used:
                continue
            said = source.front.media.get(name)
            yield (
                name,
                PublishedMedia(
                    file=file,
                    alt=said.alt if said and not said.decorative else "",
                    caption=(said.caption or "") if said else "",
                    transcript=said.transcript if said else "",
                    captions=said.captions if said else "",
                    signed=(said.signed or "") if said else "",
                    focus=said.focus if said else USUAL_FOCUS,
                ),
            )

    def lead(self, source: SourceStory) -> str:
        """The name of the picture before the text, if there is one and it may be shown."""
        name = source.front.lead or ""
        return "" if self._hides_file(name, source) else name

    def _hides(self, link: SourceLink, source: SourceStory) -> bool:
        """Whether a link leads to a file that may not be shown: nothing is said of that."""
        return link.kind == "media" and self._hides_file(link.target, source)

    def _hides_file(self, name: str, source: SourceStory) -> bool:
        keys = self.decision.facts[source.path].media.get(name, frozenset())
        said = source.front.media.get(name)
        hidden = name in self.decision.files or bool(said and not said.is_known)
        hidden = hidden and not self.rehearsing
        return hidden or not all(map(self.voices.shows, keys))

    def present(self, source: SourceStory, media: Iterable[str]) -> frozenset[str]:
        """The ids of those of whom something is said or shown in what passes of `source`.

        `media` are the names of the files that do.
        """
        facts = self.decision.facts[source.path]
        gone = frozenset() if self.rehearsing else self.decision.gone(source.path)
        gone |= frozenset(self._hollow(source))
        shown = [keys for number, keys in enumerate(facts.blocks) if number not in gone]
        shown += [facts.media.get(name, frozenset()) for name in media]
        shown += [keys for keys in facts.programme if all(map(self.voices.shows, keys))]
        shown += facts.beside.values()
        found = frozenset[VoiceKey]().union(facts.named, facts.open, *shown)
        return frozenset(id_ for id_, key in facts.family.known.items() if key in found)

    def _hollow(self, source: SourceStory) -> Iterator[int]:
        """The indexes of blocks in which nothing is shown: empty ones, and those of nothing but
        pictures that may not be shown, which are empty where the pictures never were.
        """
        hidden = {link.block for link in source.links if self._hides(link, source)}
        for number, block in enumerate(source.blocks):
            if not block.text or block.text.isspace():
                yield number
            elif number in hidden and _PICTURES_ALONE.match(block.text):
                links = (one for one in source.links if one.block == number)
                if all(self._hides(one, source) for one in links):
                    yield number
