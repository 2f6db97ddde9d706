"""What an editor is warned of because it could tell of somebody who leaves, or never belonged here.

A caution withholds nothing; some are about markup of which readers see another thing. It says which
lines of which file, and never what they say; one about a file that is withheld for want of
permission is private.
"""

from collections.abc import Iterator

from byleave.diagnostics import Diagnostic
from byleave.gate.cautions.counting import counting
from byleave.gate.cautions.files import telling_files
from byleave.gate.cautions.markup import markup
from byleave.gate.cautions.naming import naming
from byleave.gate.cautions.pseudonyms import pseudonyms
from byleave.gate.cautions.relatives import relatives
from byleave.gate.cautions.texts import Told, told
from byleave.gate.decision import Decision
from byleave.model.settings import Settings
from byleave.model.source import SourceStory, SourceTree
from byleave.values import replace

__all__ = ["cautions_about", "cautions_between"]

# Why a story's path tells of somebody's permission.
PRIVATE = frozenset({"permission", "follows"})


def cautions_between(tree: SourceTree, decision: Decision) -> Iterator[Diagnostic]:
    """The warnings that no story gives rise to by itself.

    They depend on the voices of stories, the lines on which these stand, and the files in use.
    """
    yield from pseudonyms(tree, decision)
    yield from telling_files(tree, decision)


def cautions_about(
    story: SourceStory, decision: Decision, settings: Settings
) -> Iterator[Diagnostic]:
    """The warnings that `story` gives rise to by itself; `settings` are the site's."""
    found = list(story.cautions)
    if story.path in decision.facts:
        found += _about(story, decision, settings.language)
        # A story that is not due yet, or a draft, is not told of by its path either.
        hidden = story.path in decision.stories
        found += (replace(one, private=hidden) for one in markup(story, decision, settings))
    private = decision.stories.get(story.path) in PRIVATE
    yield from (replace(one, private=True) if private else one for one in found)


def _about(story: SourceStory, decision: Decision, language: str) -> Iterator[Diagnostic]:
    """What is said of the published voices, and in private what is said of the others too."""
    public = list(_looked_through(told(story, decision, language, withheld=False)))
    yield from public
    family = decision.facts[story.path].family
    if not any(key in decision.voices for key in family.voices.values()):
        return
    for one in _looked_through(told(story, decision, language, withheld=True)):
        if one not in public:
            yield replace(one, private=True)


def _looked_through(story: Told) -> Iterator[Diagnostic]:
    yield from counting(story)
    yield from naming(story)
    yield from relatives(story)
