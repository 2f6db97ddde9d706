"""Files in the repository that tell more than readers are shown."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from byleave.diagnostics import Diagnostic, warning
from byleave.gate.rules.decision import Decision
from byleave.model.source import StoryFront, TellingFile, Tree
from byleave.values import replace

_TAG = "tag:"
_METADATA: Mapping[str, str] = {
    "place": "the place where it was taken",
    "camera": "the number of the camera",
    "owner": "whose it is",
}
_ALLOW = "or, where all of it may be public, write `as_it_is: yes` at it under `media:`"
_INSIDE: Mapping[str, str] = {
    "pictures": "pictures that may tell where, when and by whom they were taken",
    "attached": "other files inside it",
    "changes": "comments or tracked changes, and the names of those who made them",
}


def telling_files(tree: Tree[StoryFront], decision: Decision) -> Iterator[Diagnostic]:
    """A warning for each kind of thing that a file tells.

    One about a file of stories that are withheld for want of permission is private.
    """
    shown, hidden, folders = _uses(tree, decision)
    allowed = {
        story.media[name].source
        for story in tree.stories
        for name, said in story.front.media.items()
        if said.as_it_is and name in story.media
    }
    for file in tree.telling:
        withheld = file.source in hidden or file.path.rpartition("/")[0] in folders
        private = withheld and file.source not in shown
        # Of what lies below stories/, a site has what a story shows.
        unused = file.path.startswith("stories/") and file.source not in shown | hidden
        for finding in _findings(file, unused or file.source in allowed):
            yield replace(finding, private=private)


def _uses(tree: Tree[StoryFront], decision: Decision) -> tuple[set[str], set[str], set[str]]:
    """The files that published stories show, those that others use, and the others' own folders."""
    uses: Mapping[bool, set[str]] = defaultdict(set)
    folders = set()
    for story in tree.stories:
        published = story.path not in decision.stories
        for name, file in story.media.items():
            uses[published and not shows_withheld(story.path, name, decision)].add(file.source)
        if not published and story.path.endswith("/index.md"):
            folders.add(story.path.removesuffix("/index.md"))
    return uses[True], uses[False], folders


def shows_withheld(path: str, name: str, decision: Decision) -> bool:
    """Whether the story at `path` leaves its file `name` out for somebody who is withheld."""
    facts = decision.facts.get(path)
    shown = facts.media.get(name, ()) if facts else ()
    return any(key in decision.voices for key in shown)


def _findings(file: TellingFile, allowed: bool) -> Iterator[Diagnostic]:
    yield from _of_original(file)
    if not allowed:
        yield from _of_published(file)


def _of_original(file: TellingFile) -> Iterator[Diagnostic]:
    said = [words for tell, words in _METADATA.items() if tell in file.tells]
    if said:
        message = f"this original tells {_listed(said)}; what is published does not"
        do = "replace it by a cleaned copy, and take it out of the history if others can see that"
        yield warning(file.path, "picture-metadata", message, do)
    if "form" in file.tells:
        message = "this may be a form that somebody has signed"
        do = "keep it offline and take it out of the history, unless it is an empty form"
        yield warning(file.path, "belongs-offline", message, do)


def _of_published(file: TellingFile) -> Iterator[Diagnostic]:
    """What a file tells that is published with it, as nothing here can take it out."""
    tags = sorted(tell.removeprefix(_TAG) for tell in file.tells if tell.startswith(_TAG))
    if tags:
        message = f"this recording has tags, and they are published with it: {_listed(tags)}"
        do = f"take out what should not be public, in a program for recordings; {_ALLOW}"
        yield warning(file.path, "recording-tags", message, do)
    if "kept" in file.tells:
        message = "this document cannot be read, so that what it tells of its author is published"
        do = f"save it anew without a password, or take it away; {_ALLOW}"
        yield warning(file.path, "document-metadata", message, do)
    inside = [words for tell, words in _INSIDE.items() if tell in file.tells]
    if inside:
        message = f"this document is published with {_listed(inside)}"
        do = f"take out what should not be public, in the program that it is from; {_ALLOW}"
        yield warning(file.path, "document-inside", message, do)


def _listed(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
