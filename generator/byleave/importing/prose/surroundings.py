"""What a text needs to know of what is around it: where links lead, what files there are."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from byleave.importing.found import Passage, Picture


def _as_it_is(address: str) -> str:
    return address


def _no_picture(_picture: Picture) -> str:
    return ""


class Surroundings(Struct, frozen=True, kw_only=True):
    """`link` says where a link is to lead now, "" for nowhere; `picture` under which name a picture
    or recording lies beside the story, "" where it does not. `passages` are the parts of the text
    that are somebody's, by the class that their element has.
    """

    link: Callable[[str], str] = _as_it_is
    picture: Callable[[Picture], str] = _no_picture
    passages: Mapping[str, Passage] = {}
