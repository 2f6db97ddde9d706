"""What is decided by: of each story everything but what its words are.

Whoever mends a word in a body changes nothing of this, so that nothing is to be decided anew.
"""

from collections.abc import Mapping

from msgspec import Struct

from byleave.gate.rules.families import Families, VoiceKey
from byleave.gate.rules.linked_stories import LinkedStories
from byleave.gate.rules.same_files import KnownBy
from byleave.gate.rules.who_is_named import NamedVoices
from byleave.model.agreed import RunPlace
from byleave.model.source import LinkWords, SourceLink, StoryKeys, Tree


class Unlike(Struct, frozen=True, kw_only=True):
    """Words at one place of a story that some voices, `keys`, have not agreed to as they are."""

    at: RunPlace
    keys: frozenset[VoiceKey]


class Outline(StoryKeys, frozen=True, kw_only=True):
    """A story without its words.

    `facts` say whom these name; there are none of a story that stands on one that is not there.
    `links` are those that may lead to something on this site, `passages` tells for each block
    whether it is one, and `unlike` what of the words somebody has not agreed to.
    """

    facts: NamedVoices | None
    links: tuple[LinkWords, ...]
    passages: tuple[bool, ...]
    unlike: tuple[Unlike, ...]


class Outlined(Tree[Outline], frozen=True, kw_only=True):
    """All that is decided by, but for the day.

    `families` are those of its stories, `linked` says to which of them links lead. `copies` says
    by what the files of stories are known that are among the group's own too, by path and name.
    """

    families: Families
    linked: LinkedStories
    copies: Mapping[str, Mapping[str, KnownBy]]


def within_site(link: LinkWords) -> bool:
    """Whether a link may lead to something on this site."""
    return link.kind != "elsewhere" or link.destination.startswith("#")


def link_words(link: SourceLink) -> LinkWords:
    """A link, wherever it stands in its file."""
    return LinkWords(
        destination=link.destination,
        kind=link.kind,
        target=link.target,
        fragment=link.fragment,
        text=link.text,
        block=link.block,
    )
