"""What is handed to a storyteller on paper: the form that asks, the receipt, the letter after a no.

They hold what one person may see of a site that nobody has agreed to yet, so nothing of them is
ever written into a site or remembered.
"""

import datetime
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from byleave.model.paper_codes import Round, code_of
from byleave.model.pieces import Body, ListItem, Person, ProgrammeLine
from byleave.model.published import PublishedMedia
from byleave.model.register import WordsKind
from byleave.model.site import View
from byleave.model.terms import ConsentBy, Identity, Use

# Where on a site a story shows besides its own page, in the order in which a form tells it.
PlaceKind = Literal[
    "page",
    "home",
    "stories",
    "year",
    "themes",
    "theme",
    "all-series",
    "series",
    "a-to-z",
    "search",
    "calendar",
    "easy-read",
    "recordings",
    "language",
    "events",
    "places",
    "place",
    "people",
    "person",
    "beside",
    "old",
    "feed",
    "theme-feed",
    "language-feed",
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
    the title or the summary do. `beside` are the words beside it that are theirs or name
    them, by what they are.
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
    beside: Mapping[WordsKind, str]


class ShownFile(Struct, frozen=True, kw_only=True):
    """A picture, recording or document that shows a voice, and every page on which it stands."""

    media: PublishedMedia
    places: tuple[SeenAt, ...]


class ProgrammeEntry(Struct, frozen=True, kw_only=True):
    """A line of a programme that has the voice in it."""

    day: datetime.date
    line: ProgrammeLine


class PermissionForm(Struct, frozen=True, kw_only=True):
    """What one voice of one story is asked, and just what would be public of it.

    `round` is all that it shows and asks, for which its `code` stands. `story` is the path of the
    file that declares the voice, `texts` begin with that story's own.
    `begins` are the first words of what is theirs, by which their sheet is known from others.
    `until` and `review` are the days that the record proposes. `answerers` are who may answer on
    its sheet. `is_public` says that the voice is public now, `is_author` that text outside passages
    is theirs, `is_deciding` that without them the whole story is withheld. `is_named_above` says
    that an entry in feeds goes without them. `line` is how lists show the story, if they do;
    `others` are the names of other voices in it. An answer to a story (`is_response`) has the title
    and address of that story, and no `line`.
    """

    round: Round
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
    answerers: tuple[ConsentBy, ...]
    is_response: bool
    is_author: bool
    is_deciding: bool
    is_named_above: bool
    texts: tuple[ShownText, ...]
    files: tuple[ShownFile, ...]
    programme: tuple[ProgrammeEntry, ...]
    line: ListItem | None
    places: tuple[SeenAt, ...]
    others: tuple[str, ...]
    indexable: bool

    @property
    def code(self) -> str:
        """What stands on the paper, and is typed from it."""
        return code_of(self.round)


class Proof(Struct, frozen=True, kw_only=True):
    """The same to look at: what would be public, without a question and without a sheet."""

    form: PermissionForm


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
    """The letter to somebody who took permission back, for one record or one voice.

    One that is discreet names no story and no address: others may open it.
    """

    day: datetime.date
    record: str
    stories: tuple[StoppedStory, ...]
    is_discreet: bool = False


class ConsentReceipt(Struct, frozen=True, kw_only=True):
    """What somebody has in hand of a yes that was recorded, made on the day `made`.

    `form` has what they said yes to, as it is now; `is_fingerprinted` says that this was compared
    with the fingerprints of the words that they agreed to. `number` is the receipt's own.
    """

    form: PermissionForm
    number: str
    made: datetime.date
    asked: datetime.date | None
    given: datetime.date
    until: datetime.date
    by: ConsentBy
    uses: frozenset[Use]
    is_fingerprinted: bool


class RefusalLetter(Struct, frozen=True, kw_only=True):
    """The letter to somebody who said no when they were asked: it thanks, and names no story."""

    day: datetime.date
    record: str


class PictureCards(Struct, frozen=True, kw_only=True):
    """Cards to talk with, for every form of a site: with `has_names`, for people with their own."""

    has_names: bool


Paper = PermissionForm | Proof | ConsentReceipt | WithdrawalLetter | RefusalLetter | PictureCards
