"""Files in which a faulty story may show somebody: the group's own, and those beside it.

One of the group's own may stand on other pages too, and so may a copy of one beside the story.
Whoever is in it is not published there either, for as long as nobody can tell from the story what
it says of them.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping
from difflib import get_close_matches
from urllib.parse import unquote

from byleave.model.media_kinds import media_kind
from byleave.model.source import FrontMatter

_NOBODY = re.compile(r"""\bshows["']?\s*:\s*["']?nobody\b""", re.I)
_SHOWS = re.compile(r"\bshows\b", re.I)
# The name of a file where a key may stand; what is in the brackets of a link is none.
_NAMED = re.compile(r"""(?:^|[\s{,"'])(/[^\s"'{}\[\],:()<>]+\.\w{2,5})\b""")
# The name of a file beside the story, where it is a key.
_KEY = re.compile(r"""(?:^|[\s{,"'])([^\s"'{}\[\],:()<>/][^\s"'{}\[\],:()<>]*\.\w{2,5})["']?\s*:""")
# Where a picture is to stand before the text: who is in it is said under `media:`, as of all.
_LEAD = re.compile(r"""^["']?lead["']?[ \t]*:[ \t]*["']?(/?[^\s"'{}\[\],:]+)["']?[ \t]*$""", re.M)
_ENDING = re.compile(r"\.[a-z0-9]{2,5}[\"']?\s*:")
_PATH_BEFORE = re.compile(r"""[^\s"'{},]*\Z""")
_LINK = ("(", "<", "[", "!")
_ALIKE = 0.6
_MOST_NAMES = 20  # to find those that are alike takes long


def showing(front: FrontMatter) -> tuple[str, ...]:
    """The names of the group's files in which a story that could be read shows somebody."""
    shown = (name for name, media in front.media.items() if media.shows)
    return tuple(sorted(name for name in shown if name.startswith("/")))


def may_show(front_matter: str, group: Collection[str]) -> tuple[str, ...]:
    """Those of the files `group` that the text of faulty front matter names, or may mean.

    One of which it says plainly that it shows nobody is not among them.
    """
    text = _without_lead(_plain(front_matter))
    known = {_plain(name): name for name in group}
    found = set(_named(text, known))
    for written in _NAMED.findall(text)[:_MOST_NAMES]:
        if not any(name.endswith(written.rpartition("/")[2]) for name in known):
            alike = get_close_matches(_own(written), map(_own, known), n=3, cutoff=_ALIKE)
            found.update(known[name] for name in known if _own(name) in alike)
    return tuple(sorted(found))


def may_show_beside(
    front_matter: str, names: Collection[str], there: Callable[[str], bool]
) -> tuple[str, ...]:
    """The same of the files `names`, which lie beside the story or below its folder.

    Where it names one that is not `there`, one like that may be meant.
    """
    text = _without_lead(_plain(front_matter))
    found = set(_named(text, {_plain(name): name for name in names}))
    for written in _KEY.findall(front_matter)[:_MOST_NAMES] if names else ():
        if not there(written):
            found.update(get_close_matches(written, names, n=3, cutoff=_ALIKE))
    return tuple(sorted(found))


def _without_lead(text: str) -> str:
    """A text without `lead:`, where the file that it names is named elsewhere as well."""
    return _LEAD.sub(lambda found: "" if text.count(found[1]) > 1 else found[0], text)


def _named(text: str, known: Mapping[str, str]) -> Iterator[str]:
    """Those of the files `known`, by their plain names, that a text says to show somebody."""
    for name, written in known.items():
        if any(_tells(said, name) for said in _said(name, text, known)):
            yield written


def _said(name: str, text: str, known: Mapping[str, str]) -> Iterator[str]:
    """What stands after each mention of a file, up to the next file.

    It may be called by its last part alone, where that does not stand in another's name.
    """
    own = name.rpartition("/")[2]
    start = text.find(own)
    while start >= 0:
        end = start + len(own)
        before = _PATH_BEFORE.search(text[max(start - 500, 0) : start])
        path = before[0] if before else ""
        whole = path + own
        is_other = whole != name and whole in known
        is_link = path.startswith(_LINK) or "](" in path
        if not is_other and (not path or path.endswith("/")) and not is_link:
            following = _ENDING.search(text, end + 3)
            yield text[end : following.start() if following else len(text)]
        start = text.find(own, end)


def _tells(said: str, name: str) -> bool:
    """Whether somebody may be shown, by what is said: all of it has to say that nobody is.

    Of documents nothing need be said.
    """
    if media_kind(name) == "document" and "show" not in said:
        return False
    return not 0 < len(_SHOWS.findall(said)) == len(_NOBODY.findall(said))


def _own(name: str) -> str:
    """A name without the folder that all of them have, and without its ending."""
    return (name.partition("/")[2].partition("/")[2] or name).rpartition(".")[0]


def _plain(text: str) -> str:
    """A text in one form, whatever letter case, escapes and composed letters it is written in."""
    return unicodedata.normalize("NFC", unquote(text)).casefold().replace("\\", "/")
