"""What of a story the decisions about a site hang on.

After an edit that leaves the outline as it was, no decision about any story can be another: what
is published of this one may be otherwise, and nothing of the rest. That holds only for as long as
nothing but this one file has changed.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct

from byleave.gate.decision import Decision
from byleave.gate.facts import Facts
from byleave.gate.families import VoiceKey
from byleave.gate.linking import Targets
from byleave.gate.moved import RULE_SINCE
from byleave.model.published import FixedPage, Theme
from byleave.model.said import said_in
from byleave.model.source import SourceLink, SourceStory, SourceTree, SourceVoice


class Links(Struct, frozen=True, kw_only=True):
    """Where the links of a site lead: `targets` knows of every story, `linked` are some links'."""

    targets: Targets
    linked: frozenset[str]

    def to(self, link: SourceLink) -> list[str]:
        """The paths of the stories to which `link` may lead."""
        return self.targets.of(link)

    def with_those_of(self, story: SourceStory) -> "Links":
        """The same with those of `story`. Those that have gone may still count, without harm."""
        to = frozenset(path for link in story.links for path in self.to(link))
        linked = self.linked if to <= self.linked else self.linked | to
        return Links(targets=self.targets, linked=linked)


def links_of(tree: SourceTree) -> Links:
    """The links of everything in `tree`, the group's own texts included."""
    targets = Targets(tree)
    texts: tuple[SourceStory | FixedPage | Theme, ...]
    texts = (*tree.stories, *tree.pages, *tree.themes)
    return Links(
        targets=targets,
        linked=frozenset(
            path for text in texts for link in text.links for path in targets.of(link)
        ),
    )


class Outline(Struct, frozen=True, kw_only=True):
    """Two of these are equal where each decision is the same for the stories that they are of.

    `due` says whether the story has a date, one that has come, and one from before the rule by
    which addresses are made. `order` are the ids of its voices, which are numbered in their order.
    `shows` says whom each file shows. `withheld` are the parts that say something of a withheld
    voice. `telling` are the links to what is withheld. `title` is empty unless links might tell of
    this story by it; `words` is empty unless fingerprints of the words count for one of the voices.
    """

    path: str
    address: str
    needs: tuple[str, ...]
    aliases: tuple[str, ...]
    series: str
    due: tuple[bool, bool, bool]
    voices: Mapping[str, SourceVoice] | None
    order: tuple[str, ...]
    shows: Mapping[str, tuple[str, ...] | None]
    withheld: frozenset[tuple[str, VoiceKey]]
    telling: tuple[tuple[str, str, int], ...]
    title: str
    words: tuple[str, ...]


def outline(
    story: SourceStory, facts: Facts, decision: Decision, links: Links, *, day: date, required: bool
) -> Outline:
    """The outline of `story`, of which `facts` are known, as far as it counts for `decision`.

    `links` are those of the whole site, `day` is that of the decision, and `required` says whether
    the site requires agreed words of everybody.
    """
    front = story.front
    told_of = story.path in decision.stories and story.path in links.linked
    return Outline(
        path=story.path,
        address=story.address,
        needs=story.needs,
        aliases=front.aliases,
        series=front.series or "",
        due=(
            front.date is not None,
            front.date is not None and front.date <= day,
            front.date is not None and front.date < RULE_SINCE,
        ),
        voices=front.voices,
        order=tuple(front.voices or ()),
        shows={name: media.shows for name, media in front.media.items()},
        withheld=frozenset(
            (part, key) for part, key in _said(story, facts) if key in decision.voices
        ),
        telling=tuple(
            (path, link.text, link.block)
            for link in story.links
            for path in links.to(link)
            if path in decision.stories
        ),
        title=(front.title or "") if told_of else "",
        words=tuple(_words(story)) if _words_count(facts, decision, required) else (),
    )


def _said(story: SourceStory, facts: Facts) -> Iterator[tuple[str, VoiceKey]]:
    """Each part of a story with each voice that it is by or about, or that it names."""
    named = {
        "authors": facts.authors,
        **facts.head,
        "open": facts.open,
        **{f"voice {id_}": keys for (_, id_), keys in facts.entries.items()},
        **{f"media {name}": keys for name, keys in facts.media.items()},
    }
    for number, (block, keys) in enumerate(zip(story.blocks, facts.blocks, strict=True)):
        if block.is_passage:
            named[f"passage {number}"] = keys
    return ((part, key) for part, keys in named.items() for key in keys)


def _words_count(facts: Facts, decision: Decision, required: bool) -> bool:
    voices = decision.families.voices
    return required or any(
        (consent := voices[key].consent) is not None and consent.words is not None
        for key in facts.family.voices.values()
    )


def _words(story: SourceStory) -> Iterator[str]:
    """All that is fingerprinted, and how it is parted."""
    for said in said_in(story.front):
        yield from (said.part.path, said.text)
    for block in story.blocks:
        yield from (block.text, " ".join(block.by), " ".join(block.about))
