"""The first texts of a site: how the group asks, and a draft that says what a draft is.

What the page says is what the page of Byleave's own says, so that whoever has translated the one
has translated the other.
"""

import re
from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from byleave.beginning.front_matter import Value, as_file

Say = Callable[[str], str]

PICTURE = "two-cups.png"
_SIGNS = re.compile(r"([\\`*_\[\]<>#&{}])")


class PermissionPromise(Struct, frozen=True, kw_only=True):
    """Who answers about permission, how soon they act, and each way to reach them, by its key."""

    person: str
    within: str
    ways: Mapping[str, str]


def usual_time(say: Say) -> str:
    """How soon somebody acts, where nobody has said otherwise."""
    _ = say
    return _("two working days")


def how_we_ask(promise: PermissionPromise, say: Say, language: str | None) -> str:
    """The page on which a group says how it asks; `language` is its own, if the site's is not."""
    _ = say
    front: dict[str, Value] = {
        "title": _("How we ask permission"),
        "summary": _(
            "Nobody's words are on this site unless they said yes, and everybody can change "
            "their mind."
        ),
    }
    choices = (
        _("whether the search of this site finds their words"),
        _("whether their name is in feeds and calendars, of which others keep copies"),
        _("whether search engines may show the page"),
        _("whether a card of the page appears when somebody shares it"),
        _("whether they have a page of their own, which gathers the stories that they are in"),
        _(
            "whether it may be printed, shown by others, used at trainings, or learnt from by "
            "machines"
        ),
        _("by which name they are called, or by none"),
    )
    whom = _("You do not have to give a reason.") + " "
    whom += _("Tell %(person)s. They act within %(within)s.") % {
        "person": _plain(promise.person),
        "within": _plain(promise.within),
    }
    names = {
        "telephone": _("Telephone"),
        "text": _("Text message"),
        "email": _("E-mail"),
        "post": _("Post"),
    }
    body = (
        f"## {_('Before anything is public')}",
        _(
            "We ask each person in a story, and we keep a record of what they said. Whoever has "
            "not said yes is left out: their name, what they said, and what others said about "
            "them."
        ),
        f"## {_('What people choose')}",
        _(
            "Somebody who says yes to this website has not said yes to everything else. People "
            "choose each of these for themselves:"
        ),
        _listed(choices),
        f"## {_('How long it lasts')}",
        _(
            "Every permission has a last day. After it, nothing of it is shown unless the person "
            "has said yes again."
        ),
        f"## {_('Changing your mind')}",
        _(
            "You can change your part of a story or stop it, at any time and without a reason. "
            "The site is then as if your part had never been there. We cannot reach copies that "
            "others have made, such as pages that somebody printed."
        ),
        whom,
        _listed(f"{names[key]}: {_plain(way)}" for key, way in promise.ways.items()),
    )
    return as_file(_in(front, language), "\n\n".join(body))


def first_story(say: Say, language: str | None, *, pictures: bool) -> str:
    """A story without a date, so that nobody but its editors sees it, which says so itself."""
    _ = say
    front: dict[str, Value] = {
        "title": _("This is a draft"),
        "summary": _("Nobody sees this story but you."),
    }
    picture = _("Two cups on a table.")
    if pictures:
        front["media"] = {PICTURE: {"alt": picture, "shows": "nobody"}}
    body = (
        *((f"![]({PICTURE})",) if pictures else ()),
        _(
            "It has no date, and it does not say who speaks. So it is a draft, and a draft is "
            "never published. To look at it, type %(command)s."
        )
        % {"command": "`byleave preview --open`"},
        _("To begin a story of your own, type %(command)s. It asks you what it needs to know.")
        % {"command": "`byleave new story`"},
        _(
            "Nobody's story is public before they say yes. What you write about somebody waits "
            "until they do."
        ),
        _("You can delete this file: %(file)s.") % {"file": f"`{first_path(pictures=pictures)}`"},
    )
    return as_file(_in(front, language), "\n\n".join(body))


def first_path(*, pictures: bool) -> str:
    """Where the first story lies: in a folder, if there are pictures beside it."""
    return "stories/a-draft/index.md" if pictures else "stories/a-draft.md"


def _listed(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _plain(words: str) -> str:
    """`words` that mean in Markdown what they say."""
    return _SIGNS.sub(r"\\\1", words)


def _in(front: dict[str, Value], language: str | None) -> dict[str, Value]:
    return {**front, "language": language} if language else front
