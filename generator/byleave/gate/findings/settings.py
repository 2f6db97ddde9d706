"""What is said of the group's own settings and files that are not published as they are."""

from collections.abc import Iterator

from byleave.diagnostics import Diagnostic, warning
from byleave.gate.rules.decision import Decision
from byleave.model.addresses import MEDIA
from byleave.model.source import StoryKeys, Tree
from byleave.positions import KeyPath
from byleave.values import replace

_SETTINGS = "site_src/site.yaml"


def settings_findings(tree: Tree[StoryKeys], decision: Decision) -> Iterator[Diagnostic]:
    """What is said of each setting that would tell by itself."""
    do = "choose other words, or take it out: it is not published meanwhile"
    for number in sorted(decision.navigation):
        yield _telling(tree, ("navigation", number), "this item", do)
    for slug in sorted(decision.series):
        yield _telling(tree, ("series", slug), "what is said of this series", do)
    if tree.settings.brand.logo in decision.files:
        do = "choose another picture"
        yield _telling(tree, ("brand", "logo"), "this picture", do)


def hidden_file_findings(decision: Decision) -> Iterator[Diagnostic]:
    """What is said at each of the group's files that is not published for somebody in it."""
    for name in sorted(decision.files):
        folder = "site_src" if name.startswith(MEDIA) else "site_src/root"
        message = (
            "this is not published: somebody may be in it who is withheld, "
            "by what a story says of it or of a copy"
        )
        do = "delete it, and show another where it stands; or correct `shows` in the story"
        yield replace(warning(f"{folder}{name}", "group-file", message, do), private=True)


def _telling(tree: Tree[StoryKeys], place: KeyPath, what: str, do: str) -> Diagnostic:
    message = f"{what} tells of something that is not published"
    at = tree.places.at(*place)
    return replace(warning(_SETTINGS, "telling-setting", message, do, at), private=True)
