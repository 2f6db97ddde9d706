"""What voices do in a story and who speaks in a passage, in words."""

from collections.abc import Callable, Mapping
from gettext import NullTranslations

from byleave.model.pieces import Body
from byleave.model.terms import AUTHOR_PARTS
from byleave.render.dates import joined

_Saying = Callable[[NullTranslations, int], str]

_PARTS: Mapping[str, _Saying] = {
    "organiser": lambda say, n: say.ngettext("Organiser", "Organisers", n),
    "convenor": lambda say, n: say.ngettext("Convenor", "Convenors", n),
    "facilitator": lambda say, n: say.ngettext("Facilitator", "Facilitators", n),
    "interviewer": lambda say, n: say.ngettext("Interviewer", "Interviewers", n),
    "speaker": lambda say, n: say.ngettext("Speaker", "Speakers", n),
    "performer": lambda say, n: say.ngettext("Performer", "Performers", n),
    "author": lambda say, n: say.ngettext("Author", "Authors", n),
    "storyteller": lambda say, n: say.ngettext("Storyteller", "Storytellers", n),
    "respondent": lambda say, n: say.ngettext("Respondent", "Respondents", n),
    "participant": lambda say, n: say.ngettext("Participant", "Participants", n),
    "contributor": lambda say, n: say.ngettext("Contributor", "Contributors", n),
    "quoted": lambda say, _: say.gettext("Quoted"),
    "told-about": lambda say, _: say.gettext("Told about"),
    "pictured": lambda say, _: say.gettext("In pictures"),
    "posted": lambda say, _: say.gettext("Posted by"),
    "translator": lambda say, n: say.ngettext("Translator", "Translators", n),
    "illustrator": lambda say, n: say.ngettext("Illustrator", "Illustrators", n),
    "photographer": lambda say, n: say.ngettext("Photographer", "Photographers", n),
}
# What these do tells readers something of the words that follow; who took part, or is told about
# elsewhere, speaks here like anybody else.
_TOLD = frozenset(
    "author storyteller speaker respondent convenor quoted interviewer facilitator "
    "performer".split()
)


def part_words(part: str, count: int, words: NullTranslations) -> str:
    """What `count` voices who have this part are called.

    A part that the site has no words for stands as it was written.
    """
    said = _PARTS.get(part)
    return said(words, count) if said else part.capitalize()


def who_speaks(by: tuple[str, ...], body: Body, words: NullTranslations, language: str) -> str:
    """The names of the voices `by`, with what they do where that is the same; empty where nobody.

    `words` are the site's own in `language`.
    """
    there = [one for one in by if one in body.names]
    name = joined((body.names[one] for one in there), language)
    parts = {body.parts.get(one, "") for one in there}
    part = parts.pop() if len(parts) == 1 else ""
    if (part in _PARTS and part not in _TOLD) or not part:
        return name
    label = part_words(part, len(there), words)
    # “Participant: Participant 2” would say it twice.
    if name.casefold().startswith(label.casefold()):
        return name
    return words.gettext("%(label)s: %(value)s") % {"label": label, "value": name}


def authors(body: Body) -> tuple[str, ...]:
    """The ids of those whose words stand outside passages."""
    return tuple(one for one in body.names if body.parts.get(one) in AUTHOR_PARTS)
