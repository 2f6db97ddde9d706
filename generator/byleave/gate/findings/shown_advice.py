"""Which advice would be given of what readers meet of a story, and so which exceptions stand.

An editor is told where advice is in the file, and there is more in a file than on its page. What a
reason allows has to be on the page: else it would speak of what is withheld, or of nothing.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import accumulate

from byleave.gate.doors.publish import Publisher
from byleave.gate.findings.cautions.how_it_reads import LookedAt, how_it_reads
from byleave.gate.findings.cautions.texts import StoryRuns, TextRun, story_runs
from byleave.gate.remembered import Manner
from byleave.gate.rules.decision import Decision
from byleave.model.addresses import HOME, MEDIA, SECTIONS, STAND_INS, STORIES, YEARS, page_address
from byleave.model.markdown.outline import headings_alone
from byleave.model.published import Story
from byleave.model.source import SourceLink, SourceStory, SourceTree
from byleave.values import replace

Exceptions = Mapping[str, Mapping[str, str]]
"""The reasons by their codes, of each story that gives some, by its path."""

ASKED_FOR = "link-gone"
"""Whether a page elsewhere is gone is known to those alone who ask there."""

_WEB = ("http://", "https://")
_PICTURE = re.compile(r"!\[[^\[\]]*\]\(\s*<?([^()<>\n]*?)>?\s*(?:[\"'][^\"'\n]*[\"']\s*)?\)")
# Of ours, whatever else is on the site. A story is known by its own address.
_OURS = (*SECTIONS, *STAND_INS, MEDIA)


def standing_exceptions(
    tree: SourceTree, decision: Decision, as_of: datetime, manner: Manner
) -> Exceptions:
    """The reasons of published stories for what readers meet in them; all others stay unsaid."""
    sources = [one for one in tree.stories if one.front.allow and one.path not in decision.stories]
    if not sources:
        return {}
    publisher = Publisher(decision, as_of, tree.settings.language, rehearsing=False)
    shown = _Shown(tree, decision, manner)
    return {one.path: shown.allowed(one, publisher.story(one)) for one in sources}


class _Shown:
    """Looks through stories as readers meet them."""

    def __init__(self, tree: SourceTree, decision: Decision, manner: Manner) -> None:
        self.decision = decision
        self.manner = manner
        self.engine = tree.settings.prose.engine
        own = (address for page in tree.pages for address in (page.address, *page.aliases))
        self.own = {HOME, *map(page_address, own)}
        self.files = {f"/{file.path}" for file in tree.root_files}

    def allowed(self, source: SourceStory, story: Story) -> dict[str, str]:
        """The reasons of `source` for what stands in `story`, which is what is shown of it."""
        gone = self.decision.gone(source.path)
        links = [
            one
            for one in source.links
            if one.block not in gone
            and (one.target in story.media if one.kind == "media" else self.leads(one))
        ]
        looked = LookedAt(runs=self.runs(source, story), links=links, media=story.media.keys())
        found = how_it_reads(
            looked, source, self.decision, self.engine, self.manner.words, self.manner.explained
        )
        codes = {one.code for one in found}
        if any(one.destination.startswith(_WEB) for one in links):
            codes.add(ASKED_FOR)
        return {code: reason for code, reason in source.front.allow.items() if code in codes}

    def leads(self, link: SourceLink) -> bool:
        """Whether a link is one to readers: of those that lead to nothing the words alone stay."""
        if link.kind == "elsewhere":
            return True
        if there := self.decision.linked.of(link):
            decided = self.decision
            return any(one in decided.facts and one not in decided.stories for one in there)
        if link.kind != "address" or link.target in self.own or link.target in self.files:
            return link.kind == "address"
        among_stories = link.target.startswith(STORIES) and link.target != STORIES
        return link.target.startswith(YEARS if among_stories else _OURS)

    def runs(self, source: SourceStory, story: Story) -> StoryRuns:
        """What readers meet of a story: texts that meet where something went are one text."""
        runs = story_runs(source, self.decision, self.manner.settings.language, withheld=False)
        front = [one for one in runs.runs if one.place and _is_met(one, story)]
        body = [
            TextRun(text=text, line=1, by=block.by, about=bool(block.about))
            for block, text in zip(story.blocks, self.texts(source, story), strict=True)
        ]
        text = "\n".join(one.text for one in (*front, *body))
        return replace(runs, runs=(*front, *body), text=text)

    def texts(self, source: SourceStory, story: Story) -> list[str]:
        """The texts of the body without hidden pictures and headings with nothing under them."""
        hidden = {
            one.destination
            for one in source.links
            if one.kind == "media" and one.target not in story.media
        }
        texts = [_without_pictures(block.text, hidden) for block in story.blocks]
        starts = [0, *accumulate(len(text) + 2 for text in texts)]
        alone = [*headings_alone(self.engine, "\n\n".join(texts))]
        return [
            _without_lines(text, [at - start for at in alone])
            for text, start in zip(texts, starts, strict=False)
        ]


def _is_met(run: TextRun, story: Story) -> bool:
    """Whether readers meet what stands in front matter: the words of a file do with the file."""
    return run.place[0] != "media" or run.place[1] in story.media


def _without_pictures(text: str, hidden: set[str]) -> str:
    """`text` without pictures; a line on which nothing else stands goes as a whole."""
    if not hidden or "![" not in text:
        return text
    return "".join(_lines_without(text, hidden))


def _lines_without(text: str, hidden: set[str]) -> Iterator[str]:
    for line in text.splitlines(keepends=True):
        rest = _PICTURE.sub(lambda one: "" if one[1].strip() in hidden else one[0], line)
        if rest == line:
            yield line
        elif rest.strip():
            yield rest.rstrip() + "\n"


def _without_lines(text: str, starts: list[int]) -> str:
    """`text` without what stands on those of the lines that begin at `starts` which are its own."""
    for at in reversed([one for one in starts if 0 <= one < len(text)]):
        end = text.find("\n", at)
        text = text[:at] + (text[end:] if end >= 0 else "")
    return text
