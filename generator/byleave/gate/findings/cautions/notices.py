"""Versions that do not prepare their readers as the story does of which they are one."""

from collections.abc import Iterator

from byleave.diagnostics import Diagnostic, warning
from byleave.gate.rules.decision import Decision
from byleave.model.source import StoryFront, Tree
from byleave.values import replace

_SAID = "the story that this is a version of has a `notice:`, and this one has none"
_DO = "write it in the words of this version, so that its readers are prepared as well"


def missing_notices(tree: Tree[StoryFront], decision: Decision) -> Iterator[Diagnostic]:
    """A warning for each; private where one of the two is not published."""
    by_path = {story.path: story for story in tree.stories}
    for story in tree.stories:
        original = by_path.get(story.version_of or "")
        if original and original.front.notice and not story.front.notice:
            found = warning(story.path, "notice-missing", _SAID, _DO)
            is_open = not {story.path, original.path} & decision.stories.keys()
            yield found if is_open else replace(found, private=True)
