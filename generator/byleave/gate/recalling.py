"""What was found out of each story, and holds for as long as nothing that it hangs on has changed.

To find whom a text names and what it may tell is most of the gate's work. Neither hangs on the day,
nor on other stories but those that lend it voices.
"""

from collections.abc import Mapping

from msgspec import Struct

from byleave.diagnostics import Diagnostic
from byleave.gate.cautions import cautions_about
from byleave.gate.decision import Decision
from byleave.gate.facts import Facts, facts_of
from byleave.gate.families import Families, VoiceKey
from byleave.model.settings import Settings
from byleave.model.source import SourceStory
from byleave.values import replace


class Recalled(Struct, frozen=True, kw_only=True):
    """The stories of a tree by path, what was decided, and the warnings about each story alone."""

    stories: Mapping[str, SourceStory]
    decision: Decision
    settings: Settings
    cautions: Mapping[str, tuple[Diagnostic, ...]]

    def facts(self, story: SourceStory, families: Families) -> Facts:
        """What `facts_of` finds."""
        found = self.decision.facts.get(story.path)
        if found is None or self.stories.get(story.path) != story:
            return facts_of(story, families)
        was = self.decision.families.voices
        same = found.family == families.by_path[story.path] and all(
            was[key] == families.voices[key] for key in found.family.scope
        )
        return found if same else facts_of(story, families)

    def cautions_about(
        self, story: SourceStory, decision: Decision, settings: Settings
    ) -> tuple[Diagnostic, ...]:
        """What `cautions_about` finds."""
        path, before = story.path, self.decision
        facts = decision.facts.get(path)
        if (
            facts is not None
            and facts is before.facts.get(path)
            and settings == self.settings
            and _gone(path, facts, before) == _gone(path, facts, decision)
        ):
            return self.cautions[path]
        return tuple(cautions_about(story, decision, settings))

    def with_story(self, story: SourceStory, facts: Facts) -> "Recalled":
        """The same with another story in the place of the one at its path.

        Of it `facts` were found, by which nothing that was decided is another.
        """
        decision = replace(self.decision, facts={**self.decision.facts, story.path: facts})
        found = tuple(cautions_about(story, decision, self.settings))
        return replace(
            self,
            stories={**self.stories, story.path: story},
            decision=decision,
            cautions={**self.cautions, story.path: found},
        )


def _gone(
    path: str, facts: Facts, decision: Decision
) -> tuple[str | None, frozenset[int], list[VoiceKey]]:
    """What of the story at `path` is withheld: why all of it is, which passages, whom."""
    withheld = [key for key in facts.family.voices.values() if key in decision.voices]
    return decision.stories.get(path), decision.gone(path), withheld
