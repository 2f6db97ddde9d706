"""What is handed to a storyteller on paper: the form that asks, and the letter after a no.

They hold what one person may see of a site that nobody has agreed to yet, so nothing of them is
ever written into a site or remembered.
"""

import datetime
from typing import Literal

from msgspec import Struct

from byleave.model.pieces import Body, Item, Person, ProgrammeLine
from byleave.model.published import Media
from byleave.model.site import View
from byleave.model.terms import Identity, Use

# Where on a site a story shows besides its own page, in the order in which a form tells it.
PlaceKind = Literal[
    "page",
    "home",
    "stories",
    "year",
    "theme",
    "series",
    "a-to-z",
    "calendar",
    "people",
    "person",
    "beside",
    "old",
    "feed",
    "theme-feed",
    "calendar-file",
    "sitemap",
]


class SeenAt(Struct, frozen=True, kw_only=True):
    """A page or file of the site in which a story shows, and the use that it needs.

    What is there in several forms, such as a feed, has several `addresses`.
    """

    kind: PlaceKind
    title: str
    addresses: tuple[str, ...]
    use: Use


class ShownText(Struct, frozen=True, kw_only=True):
    """A story, a response or a version, with what of its `body` concerns one voice.

    `view` is the page that shows it. `blocks` are the indexes of the passages in the body, and
    `unmarked` says that the text outside passages concerns the voice as well. `named` says that
    the title or the summary do.
    """

    view: View
    body: Body
    title: str
    summary: str
    language: str
    easy_read: bool
    blocks: frozenset[int]
    unmarked: bool
    named: bool


class ShownFile(Struct, frozen=True, kw_only=True):
    """A picture, recording or document that shows a voice, and every page on which it stands."""

    media: Media
    places: tuple[SeenAt, ...]


class ProgrammeEntry(Struct, frozen=True, kw_only=True):
    """A line of a programme that has the voice in it."""

    day: datetime.date
    line: ProgrammeLine


class PermissionForm(Struct, frozen=True, kw_only=True):
    """What one voice of one story is asked, and just what would be public of it.

    `story` is the path of the file that declares the voice, `texts` begin with that story's own.
    `begins` are the first words of what is theirs, by which their sheet is known from others.
    `until` and `review` are the days that the record proposes. `is_public` says that the voice is
    public now, `is_parents` that a parent may answer, `is_author` that text outside passages is
    theirs, `is_deciding` that without them the whole story is withheld. `is_named_above` says that
    an entry in feeds goes without them. `line` is how lists show the story, if they do; `others`
    are the names of other voices in it. An answer to a story (`is_response`) has the title and
    address of that story, and no `line`.
    """

    story: str
    address: str
    title: str
    language: str
    voice: Person
    identity: Identity
    begins: str
    record: str
    until: datetime.date | None
    review: datetime.date | None
    is_public: bool
    is_parents: bool
    is_response: bool
    is_author: bool
    is_deciding: bool
    is_named_above: bool
    texts: tuple[ShownText, ...]
    files: tuple[ShownFile, ...]
    programme: tuple[ProgrammeEntry, ...]
    line: Item | None
    places: tuple[SeenAt, ...]
    others: tuple[str, ...]
    indexable: bool


class StoppedStory(Struct, frozen=True, kw_only=True):
    """A story that a voice is no longer in: what it was public as, and where it showed."""

    title: str
    language: str
    address: str
    is_whole: bool
    uses: tuple[Use, ...]
    has_media: bool
    places: tuple[SeenAt, ...]


class WithdrawalLetter(Struct, frozen=True, kw_only=True):
    """The letter to somebody who took permission back, for one record or one voice."""

    day: datetime.date
    record: str
    stories: tuple[StoppedStory, ...]


Paper = PermissionForm | WithdrawalLetter
