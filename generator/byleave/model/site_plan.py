"""The plan of a site: its pages by their addresses, its files, and what every page shares."""

from collections.abc import Collection, Mapping

from msgspec import Struct

from byleave.model.glossary import Glossary
from byleave.model.output import OutputFile
from byleave.model.pieces import Edition, PageLink
from byleave.model.published import LookFile, MediaFile, RootFile
from byleave.model.renditions import Focus, ShownPicture, shape_key
from byleave.model.settings import Settings
from byleave.model.site import View


class LooseLink(Struct, frozen=True, kw_only=True):
    """A link to an address on this site at which nothing is, as it is `written`, and where.

    With `whole`, nothing of it stays: it is no link in a text, but an item or a key that leads to
    it. With `place`, there is a page, and it has not the place in it to which the link leads.
    """

    path: str
    line: int
    column: int
    written: str
    whole: bool = False
    place: bool = False


class PictureShape(Struct, frozen=True, kw_only=True):
    """A picture as pages show it: whole, or cut about what is in focus."""

    file: MediaFile
    cut: Focus | None = None

    @property
    def key(self) -> str:
        """What it is known by."""
        return shape_key(self.file.address, self.cut)


class OnEveryPage(Struct, frozen=True, kw_only=True):
    """What every page of a site shares.

    `lists` are the addresses of those lists that menus pass by where nothing is in them. `feed`,
    `json_feed` and `calendar` are the addresses of what people can subscribe to; each is empty
    where nobody allowed anything to be in it. `easy_read` and `listen` are the addresses of the
    lists of stories in those forms, empty where there are none; `editions` are the whole site and
    then each further language in which there is a story. `search` is the address of the search of
    the site, if it has one; `glossary` are the words that the group explains. `pictures` are the
    files that there are of each picture, by its key.
    """

    settings: Settings
    navigation: tuple[PageLink, ...]
    footer: tuple[PageLink, ...]
    lists: tuple[str, ...]
    feed: str
    json_feed: str
    calendar: str
    easy_read: str
    listen: str
    editions: tuple[Edition, ...]
    search: str
    look: tuple[LookFile, ...]
    pictures: Mapping[str, ShownPicture] = {}
    glossary: Glossary = ()


class SitePlan(OnEveryPage, frozen=True, kw_only=True):
    """A whole site: its pages, its files, and what every page shares.

    `public` is true for the plan of a PublishedSet and false for that of a Rehearsal. `pages` are
    the views by address, files that machines read among them. A view is made each time it is looked
    up there; which there are, and how many, is known without making any. `shapes` are all pictures
    as pages show them, and `renditions` the files that were made of them: there are some once the
    pictures of a site that is built have been decoded. `cards` are the titles on cards for sharing,
    that of the site itself being empty.
    """

    public: bool
    pages: Mapping[str, View]
    media: tuple[MediaFile, ...]
    root_files: tuple[RootFile, ...]
    loose_links: tuple[LooseLink, ...]
    shapes: tuple[PictureShape, ...] = ()
    renditions: tuple[OutputFile, ...] = ()
    cards: tuple[str, ...] = ()

    @property
    def addresses(self) -> Collection[str]:
        """The address of every page."""
        return self.pages.keys()

    def view(self, address: str) -> View:
        """The view of the page at `address`; raises KeyError where there is none."""
        return self.pages[address]

    @property
    def views(self) -> tuple[View, ...]:
        """Every view, for those who want all of them at once."""
        return tuple(self.pages.values())
