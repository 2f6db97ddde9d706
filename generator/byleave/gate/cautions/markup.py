"""What an editor is told of the markup of a story, of what is published of it."""

from collections.abc import Iterator

from byleave.diagnostics import Diagnostic
from byleave.gate.decision import Decision
from byleave.model.markdown.documents import Document, document
from byleave.model.markdown.findings import Manner, markup_findings
from byleave.model.settings import Settings
from byleave.model.source import SourceStory


def markup(story: SourceStory, decision: Decision, settings: Settings) -> Iterator[Diagnostic]:
    """The warnings about the markup of `story`, but for passages that are withheld.

    Of what is withheld nothing is said that would not be said without it.
    """
    manner = Manner(engine=settings.prose.engine, site_url=settings.url)
    yield from markup_findings(story.path, _documents(story, decision), manner)


def _documents(story: SourceStory, decision: Decision) -> list[Document]:
    """Each passage, and all the text outside passages."""
    gone = decision.gone(story.path)
    shown = [block for number, block in enumerate(story.blocks) if number not in gone]
    unmarked = document((one.text, one.line) for one in shown if not one.is_passage)
    return [unmarked, *(document([(one.text, one.line)]) for one in shown if one.is_passage)]
