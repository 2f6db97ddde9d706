"""Whether a story may be copied, in words."""

from collections.abc import Callable, Mapping
from gettext import NullTranslations

from byleave.model.rights import ASK_FIRST, licence_of

_Saying = Callable[[NullTranslations], str]

# What a licence asks of whoever copies; all that are known here ask for a name.
_CONDITIONS: Mapping[str, _Saying] = {
    "nc": lambda say: say.gettext("Do not earn money with it."),
    "nd": lambda say: say.gettext("Do not change it."),
    "sa": lambda say: say.gettext("What you make of it, share in the same way."),
}


def rights_words(rights: str, words: NullTranslations) -> str:
    """What readers are told of `rights`, which may be words already."""
    if rights.casefold() == ASK_FIRST:
        return words.gettext("Please ask us before you copy this.")
    licence = licence_of(rights)
    if licence is None:
        return rights
    said = words.gettext(
        "You may copy this and pass it on. Say whose it is, and where you found it."
    )
    asked = (_CONDITIONS[one](words) for one in sorted(licence.conditions))
    return " ".join((said, *asked))
