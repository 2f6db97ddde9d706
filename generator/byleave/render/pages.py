"""One view to the bytes of its page."""

from collections.abc import Callable
from functools import cache, partial
from types import SimpleNamespace

from jinja2 import Environment
from jinja2.environment import TemplateModule
from markupsafe import Markup
from msgspec import Struct, structs

from byleave.model.languages import base_language, is_in
from byleave.model.machine_files import (
    CalendarFileView,
    CaptionsView,
    JsonFeedView,
    SearchDataView,
    SearchScriptView,
)
from byleave.model.output import LostLine
from byleave.model.pieces import Edition, PageLink
from byleave.model.site import StoryView, View
from byleave.model.site_plan import OnEveryPage
from byleave.render.bodies import PageProse
from byleave.render.invitations import Invitations
from byleave.render.json_feeds import json_feed
from byleave.render.pictures import shown_picture
from byleave.render.policy import page_policy, server_policy, with_fonts
from byleave.render.repeated_parts import parts, ways
from byleave.render.search_files import search_file
from byleave.render.strings import LAST_RESORT, Strings
from byleave.render.structured import DescribedSite, structured_data
from byleave.render.template_faults import told_of_templates
from byleave.render.templates import environment, overrides, own_templates
from byleave.render.trails import trail
from byleave.render.used_settings import UsedSettings
from byleave.render.written_addresses import WrittenAddresses
from byleave.share_cards import card_address, share_card
from byleave.values import replace

# By these, templates are set up.
_USED_BY_ALL = frozenset({"language", "timezone"})


class SharedByPages(OnEveryPage, frozen=True, kw_only=True):
    """What every page is made of beside its view; each worker is told it once.

    `styles` is the stylesheet's address and `feed_styles` that of what feeds add to it; `icons` are
    those of the site's signs in a browser, `fonts` says whether the group has some, and `cards`
    whether there are cards for sharing.
    """

    styles: str
    feed_styles: str
    icons: tuple[str, ...]
    fonts: bool
    addresses: WrittenAddresses
    cards: bool = False


def but_settings(shared: SharedByPages) -> tuple[object, ...]:
    """What every page shares but the settings and pictures, of which each page uses some.

    The files of a picture hang on its content alone, which each page that shows it is known by.
    """
    apart = ("settings", "pictures")
    return tuple(value for name, value in structs.asdict(shared).items() if name not in apart)


class RenderedPage(Struct, frozen=True, kw_only=True):
    """The bytes of a page or file, and what its texts lost on the way to it.

    `used` are the names of the settings that it uses.
    """

    content: bytes
    used: tuple[str, ...] = ()
    lost: tuple[LostLine, ...] = ()


class Renderer:
    """Renders pages of one site."""

    def __init__(self, shared: SharedByPages, *, own_scripts: bool = False) -> None:
        """Read the group's templates; raises SiteError for a faulty one.

        With `own_scripts`, the pages let scripts that the site has as files run: in a preview.
        """
        self.shared = shared
        self.own_scripts = own_scripts
        self.overrides = overrides(shared.look)
        self.strings = Strings(shared.look)
        self._once = cache(self._parts)
        self._ways = cache(self._ways_of_pages)
        self._settings = UsedSettings(shared.settings)
        told = structs.asdict(shared) | {
            "settings": self._settings,
            "picture": partial(shown_picture, shared.pictures),
            "card": self._card,
        }
        self._site = SimpleNamespace(**told)

    def _card(self, view: View) -> str:
        """The address of the card of a page; empty where there are none."""
        if not self.shared.cards:
            return ""
        settings = self._settings.noting
        title = view.title if isinstance(view, StoryView) else ""
        return card_address(share_card(title, settings.name, settings.brand.colour))

    def templates(self, language: str) -> Environment:
        """The templates of pages whose own words are in `language`."""
        words = self.strings.translations(language)
        return environment(self.overrides, words, language, self.shared.settings.timezone)

    def compile_templates(self) -> None:
        """Compile our templates in the site's own language, which pages would do one by one."""
        templates = self.templates(self.own_language(self.shared.settings.language))
        for name in own_templates():
            if name not in self.overrides:
                templates.get_template(name)

    def own_language(self, language: str) -> str:
        """The language of the site's own words on a page in `language`."""
        wanted = (language, self.shared.settings.language)
        return next((one for one in wanted if self.strings.has(one)), LAST_RESORT)

    def edition(self, language: str) -> Edition:
        """The edition for readers of a page in `language`: one of its own, or the whole site."""
        whole, *further = self.shared.editions
        return next((one for one in further if is_in(language, one.language)), whole)

    def page(self, view: View) -> bytes:
        """The bytes of the page or file of `view`; raises what `templated` raises."""
        return self.whole_page(view).content

    def whole_page(self, view: View) -> RenderedPage:
        """The page or file of `view` with all that is to be known of it."""
        with self._settings.apart() as used:
            page = self._page(view)
        return replace(page, used=tuple(sorted(used | _USED_BY_ALL)))

    def _page(self, view: View) -> RenderedPage:
        settings, absolute = self._settings.noting, self.shared.addresses.absolute
        match view:
            case JsonFeedView():
                say = self.strings.translations(self.own_language(view.language)).gettext
                site, zone = self.edition(view.language).title, settings.timezone
                return RenderedPage(content=json_feed(view, site, zone, absolute, say))
            case CaptionsView():
                return RenderedPage(content=view.text.encode())
            case CalendarFileView():
                # Imported only where there is an event: it takes as long as some ten pages.
                from byleave.render.calendars import calendar_file

                zone = settings.timezone
                return RenderedPage(content=calendar_file(view, settings.url, zone, absolute))
            case SearchScriptView() | SearchDataView():
                own = self.own_language(view.language)
                say = self.strings.translations(own).gettext
                return RenderedPage(content=search_file(view, own, say))
        return self.templated(view)

    def templated(self, view: View) -> RenderedPage:
        """The page of `view` by its template, as UTF-8.

        Raises UnrenderableError for a text that cannot be rendered, SiteError for a template of the
        group's that asks for what the page does not have.
        """
        shared, settings = self.shared, self._settings.noting
        edition = self.edition(view.language)
        own = self.own_language(view.language)
        if own != view.language and not view.of_a_text:
            view = replace(view, language=own)
        link = partial(shared.addresses.link, page=view.address)
        engine = settings.prose.engine
        prose = PageProse(view, engine, shared.addresses.base_url, link, self.strings, own)
        prose.pictures = shared.pictures
        if isinstance(view, StoryView) and is_in(view.language, base_language(settings.language)):
            prose.glossary = shared.glossary
        above = trail(view, own, self.strings.translations(own).gettext, edition)
        whole = DescribedSite(settings=settings, absolute=shared.addresses.absolute)
        data = structured_data(view, above, whole)
        with told_of_templates(view.template, are_theirs=bool(self.overrides)):
            templates = self.templates(own)
            # Where links are relative, no two pages write them alike.
            once = self._parts(own, link) if shared.addresses.relative else self._once(own)
            # The macros are made once for a page: each part that imported them would do it again.
            # Ours ask of a page for its language alone, so that many pages have the same.
            macros = (
                ways(templates, site=self._site, language=own, href=link, view=view, trail=above)
                if self.overrides or shared.addresses.relative
                else self._ways(own, view.language)
            )
            text = templates.get_template(view.template).render(
                view=view,
                site=self._site,
                language=own,
                href=link,
                absolute=shared.addresses.absolute,
                trail=above,
                edition=edition,
                invite=Invitations(self.strings, own, view),
                ways=macros,
                once=once,
                foot=once("foot.html", edition=edition),
                menu=once("menu.html", view=self._here(view, above), trail=above, edition=edition),
                prose=prose.html,
                contents=prose.contents,
                minutes=prose.minutes,
                pull=prose.pull,
                heard=prose.heard,
                opening=prose.opening,
                recording=prose.recording,
                explained=prose.explained,
                structured_data=data,
                page_policy=self._lets_in(
                    page_policy(data, own_scripts=self.own_scripts, searches=view.searches)
                ),
                server_policy=self._lets_in(server_policy(searches=bool(shared.search))),
            )
        return RenderedPage(content=text.encode(), lost=tuple(prose.lost))

    def _here(self, view: View, above: tuple[PageLink, ...]) -> PageLink:
        """The page of `view` as the menu knows it: of most stories, only what is above them."""
        menus = (self.shared.navigation, *(one.navigation for one in self.shared.editions))
        in_menus = any(view.address == one.address for menu in menus for one in menu)
        is_apart = isinstance(view, StoryView) and len(above) > 1 and not in_menus
        return PageLink(address="" if is_apart else view.address, title="")

    def _lets_in(self, policy: Markup) -> Markup:
        """A policy that lets in what the group has."""
        return with_fonts(policy) if self.shared.fonts else policy

    def _ways_of_pages(self, own: str, language: str) -> TemplateModule:
        """The macros of all pages in `language` whose own words are in `own`."""
        page = PageLink(address="", title="", language=language)
        href = partial(self.shared.addresses.link, page="")
        return ways(self.templates(own), site=self._site, language=own, href=href, view=page)

    def _parts(self, own: str, link: Callable[[str], str] | None = None) -> Callable[..., Markup]:
        """What makes the parts of pages in the language `own`, whose links `link` writes."""
        href = link or partial(self.shared.addresses.link, page="")
        return parts(self.templates(own), self._site, self._settings, own, href)
