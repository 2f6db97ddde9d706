"""Stories that do not agree on who is in one picture: the same file, or the same bytes."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from msgspec import Struct

from byleave.diagnostics import Diagnostic, warning
from byleave.gate.findings.cautions.files import shows_withheld
from byleave.gate.rules.decision import Decision
from byleave.model.source import SourceMedia, StoryFront, Tree
from byleave.values import replace

_DO = "look at it, and write under `shows` in each story who is in it"


class _Said(Struct, frozen=True, kw_only=True):
    """What a story says of one of its files."""

    story: StoryFront
    name: str
    media: SourceMedia


Saying = Mapping[str, list[_Said]]


def unlike_pictures(tree: Tree[StoryFront], decision: Decision) -> Iterator[Diagnostic]:
    """Warnings at both places; the same, whether anybody is withheld.

    One that tells of a story which is not published is private, and so is one that tells where a
    file is hidden because of what another story says.
    """
    naming: Saying = defaultdict(list)
    denying: Saying = defaultdict(list)
    for picture, said in _said(tree):
        if not said.media.is_known:
            continue
        if said.media.shows:
            naming[picture].append(said)
        elif _denies(said.media):
            denying[picture].append(said)
    for picture, found in denying.items():
        if picture in naming:
            yield from _unlike(found, naming[picture], decision)
    yield from _among_the_groups(tree, naming, decision)
    for said in (one for found in naming.values() for one in found):
        if said.name in decision.files and _may_show(said, decision):
            message = "this is shown nowhere: another story says that somebody else is in it"
            yield replace(_finding(said, message), private=True)


def _said(tree: Tree[StoryFront]) -> Iterator[tuple[str, _Said]]:
    """What each story says of each of its files, by the bytes of that, or else by its name."""
    for story in tree.stories:
        for name, media in story.front.media.items():
            file = story.media.get(name) or tree.group_media.get(name)
            if file or name.startswith("/"):
                picture = file.sha256 if file else name
                yield picture, _Said(story=story, name=name, media=media)


def _among_the_groups(
    tree: Tree[StoryFront], naming: Saying, decision: Decision
) -> Iterator[Diagnostic]:
    """Of pictures of somebody that are among the group's files too, where no story tells who it is.

    They go from there with whoever is in them, and would be there again without the story.
    """
    told = {name for story in tree.stories for name in story.front.media}
    twins = defaultdict(list)
    for name, file in tree.group_media.items():
        if file.sha256 in naming and name not in told:
            twins[file.sha256].append(name)
    for picture, names in twins.items():
        for said in naming[picture]:
            path = said.story.path
            message = (
                "this is among the group's own files too: "
                "without this story, nothing says who is in that"
            )
            do = "keep one: name that of the group here, with `shows`, or delete it there"
            at = said.story.positions.at("media", said.name, "shows")
            one = warning(path, "shows-differ", message, do, at, about=min(names))
            hides = _hides(decision, said) or shows_withheld(path, said.name, decision)
            yield replace(one, private=hides)


def _denies(said: SourceMedia) -> bool:
    return said.decorative or said.shows is not None


def _unlike(denying: list[_Said], naming: list[_Said], decision: Decision) -> Iterator[Diagnostic]:
    """Each that denies it is told of one that does not, and one of these of the first."""
    first = _public_first(naming, decision)
    other = _public_first(denying, decision)
    for said in denying:
        path = first.story.path
        message = f"{path} says that somebody is in this, and here it says that nobody is"
        yield replace(_finding(said, message), private=_hides(decision, said, first))
    message = f"{other.story.path} says that nobody is in this, and here it says who is"
    yield replace(_finding(first, message), private=_hides(decision, first, other))


def _public_first(found: list[_Said], decision: Decision) -> _Said:
    return min(found, key=lambda one: (one.story.path in decision.stories, one.story.path))


def _hides(decision: Decision, *found: _Said) -> bool:
    return any(one.story.path in decision.stories for one in found)


def _may_show(said: _Said, decision: Decision) -> bool:
    """Whether a story is published and nobody is withheld who is in a file by what it says."""
    path = said.story.path
    known = decision.facts[path].family.known if path in decision.facts else {}
    shown = (known.get(id_) for id_ in said.media.shows or ())
    return path not in decision.stories and not any(key in decision.voices for key in shown)


def _finding(said: _Said, message: str) -> Diagnostic:
    at = said.story.positions.at("media", said.name, "shows")
    return warning(said.story.path, "shows-differ", message, _DO, at)
