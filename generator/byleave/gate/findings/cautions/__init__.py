"""What an editor is warned of because it could tell of somebody who leaves, or never belonged here.

A caution withholds nothing; some are about markup of which readers see another thing. It says which
lines of which file, and never what they say; one about a file that is withheld for want of
permission is private.
"""

from collections.abc import Iterable, Iterator

from byleave.diagnostics import Diagnostic
from byleave.gate.findings.cautions.counting import counting
from byleave.gate.findings.cautions.easy_read import easy_read
from byleave.gate.findings.cautions.files import shows_withheld, telling_files
from byleave.gate.findings.cautions.group_pictures import unlike_pictures
from byleave.gate.findings.cautions.how_it_reads import how_it_reads, in_its_file
from byleave.gate.findings.cautions.letters import letters
from byleave.gate.findings.cautions.marks import marks
from byleave.gate.findings.cautions.markup import markup
from byleave.gate.findings.cautions.mentions import mentions
from byleave.gate.findings.cautions.naming import naming
from byleave.gate.findings.cautions.notices import missing_notices
from byleave.gate.findings.cautions.odd_records import odd_records
from byleave.gate.findings.cautions.places import places_alike
from byleave.gate.findings.cautions.pseudonyms import pseudonyms
from byleave.gate.findings.cautions.relatives import relatives
from byleave.gate.findings.cautions.texts import StoryRuns, story_runs
from byleave.gate.rules.decision import Decision
from byleave.model.settings import Settings
from byleave.model.source import SourceStory, StoryFront, Tree
from byleave.values import replace
from byleave.wording.people import SoughtWords

__all__ = ["cautions_about", "cautions_between", "of_itself", "places_alike"]


def cautions_between(tree: Tree[StoryFront], decision: Decision) -> Iterator[Diagnostic]:
    """The warnings that no story gives rise to by itself.

    They depend on the voices of stories, the lines on which these stand, and the files in use.
    """
    yield from pseudonyms(tree, decision)
    yield from telling_files(tree, decision)
    yield from unlike_pictures(tree, decision)
    yield from missing_notices(tree, decision)


def cautions_about(
    story: SourceStory, decision: Decision, of_its_words: Iterable[Diagnostic]
) -> Iterator[Diagnostic]:
    """The warnings that `story` gives rise to by itself, with those `of_its_words`."""
    # A story that is not due yet, or a draft, is not told of by its path either.
    hidden = story.path in decision.stories
    for one in (*story.cautions, *of_its_words):
        private = hidden or shows_withheld(story.path, one.about, decision)
        yield replace(one, private=True) if private else one


def of_itself(
    story: SourceStory,
    decision: Decision,
    settings: Settings,
    words: SoughtWords,
    explained: tuple[str, ...],
) -> Iterator[Diagnostic]:
    """The warnings about the words and records of `story`, and advice; `settings` are the site's.

    They hang on nothing but what its file says, the voices that it may name, what of them is
    withheld, the language, the address and the engine of the site, the list of words about people,
    and what the glossary has explained.
    """
    if story.path in decision.facts:
        runs = story_runs(story, decision, settings.language, withheld=False)
        yield from _about(story, decision, runs, settings.language)
        yield from markup(story, decision, settings)
        yield from easy_read(story, decision)
        yield from odd_records(story, decision)
        looked = in_its_file(runs, story, decision)
        yield from how_it_reads(looked, story, decision, settings.prose.engine, words, explained)


def _about(
    story: SourceStory, decision: Decision, runs: StoryRuns, language: str
) -> Iterator[Diagnostic]:
    """What is said of the published voices, and in private what is said of the others too."""
    public = list(_looked_through(runs))
    yield from public
    family = decision.facts[story.path].family
    if not any(key in decision.voices for key in family.voices.values()):
        return
    for one in _looked_through(story_runs(story, decision, language, withheld=True)):
        if one not in public:
            yield replace(one, private=True)


def _looked_through(story: StoryRuns) -> Iterator[Diagnostic]:
    yield from counting(story)
    yield from naming(story)
    yield from marks(story)
    yield from mentions(story)
    yield from letters(story)
    yield from relatives(story)
