"""What an editor is told of the markup of a story, of what is published of it."""

from collections.abc import Iterator

from byleave.diagnostics import Diagnostic, warning
from byleave.gate.rules.decision import Decision
from byleave.model.markdown.documents import document
from byleave.model.markdown.findings import Rendering, markup_findings
from byleave.model.markdown.outline import is_empty
from byleave.model.settings import Settings
from byleave.model.source import SourceStory


def markup(story: SourceStory, decision: Decision, settings: Settings) -> Iterator[Diagnostic]:
    """The warnings about the markup of `story`, but for passages that are withheld.

    Of what is withheld nothing is said that would not be said without it.
    """
    manner = Rendering(engine=settings.prose.engine, site_url=settings.url)
    gone = decision.gone(story.path)
    shown = [block for number, block in enumerate(story.blocks) if number not in gone]
    unmarked = document((one.text, one.line) for one in shown if not one.is_passage)
    passages = (document([(one.text, one.line)]) for one in shown if one.is_passage)
    whole = document((one.text, one.line) for one in shown)
    found = tuple(markup_findings(story.path, [unmarked, *passages], whole, manner))
    yield from found
    if not (found or story.front.event or story.front.lead) and _is_empty(story):
        message = "readers get a page with a title alone: no text stands on it"
        do = "write the story below the second line ---; or take `date:` out until it is written"
        yield warning(story.path, "text-empty", message, do, story.positions.at("title"))


def _is_empty(story: SourceStory) -> bool:
    """Whether nobody wrote anything; of what is withheld, nothing is said."""
    return all(is_empty(block.text) for block in story.blocks)
