"""One view to the bytes of its page."""

from collections.abc import Callable
from functools import cache, partial

from jinja2 import Environment
from markupsafe import Markup
from msgspec import Struct

from byleave.model.machine_files import CalendarFileView, JsonFeedView
from byleave.model.pieces import Place
from byleave.model.published import LookFile
from byleave.model.settings import Settings
from byleave.model.site import View
from byleave.render.addresses import Addresses
from byleave.render.bodies import PageProse
from byleave.render.json_feeds import json_feed
from byleave.render.parts import parts, ways
from byleave.render.policy import SERVER_POLICY, page_policy
from byleave.render.strings import Strings
from byleave.render.structured import Site, structured_data
from byleave.render.template_faults import told_of_templates
from byleave.render.templates import environment, overrides, own_templates
from byleave.render.trails import trail


class Shared(Struct, frozen=True, kw_only=True):
    """What every page shares; each worker is told it once. `styles` is the stylesheet's address."""

    settings: Settings
    navigation: tuple[Place, ...]
    footer: tuple[Place, ...]
    feed: str
    json_feed: str
    calendar: str
    styles: str
    look: tuple[LookFile, ...]
    addresses: Addresses


class Renderer:
    """Renders pages of one site."""

    def __init__(self, shared: Shared, *, own_scripts: bool = False) -> None:
        """Read the group's templates; raises SiteError for a faulty one.

        With `own_scripts`, the pages let scripts that the site has as files run: in a preview.
        """
        self.shared = shared
        self.own_scripts = own_scripts
        self.overrides = overrides(shared.look)
        self.strings = Strings(shared.look)
        self.templates: Callable[[str], Environment] = cache(self._environment)
        self._once = cache(self._parts)

    def _environment(self, language: str) -> Environment:
        words = self.strings.translations(language)
        return environment(self.overrides, words, language, self.shared.settings.timezone)

    def compile_templates(self) -> None:
        """Compile our templates in the site's own language, which pages would do one by one."""
        templates = self.templates(self.shared.settings.language)
        for name in own_templates():
            if name not in self.overrides:
                templates.get_template(name)

    def page(self, view: View) -> bytes:
        """The bytes of the page or file of `view`; raises what `templated` raises."""
        settings, absolute = self.shared.settings, self.shared.addresses.absolute
        match view:
            case JsonFeedView():
                return json_feed(view, settings.title, settings.timezone, absolute)
            case CalendarFileView():
                # Imported only where there is an event: it takes as long as some ten pages.
                from byleave.render.calendars import calendar_file

                return calendar_file(view, settings.url, settings.timezone, absolute)
        return self.templated(view)

    def templated(self, view: View) -> bytes:
        """The page of `view` by its template, as UTF-8.

        Raises UnrenderableError for a text that cannot be rendered, SiteError for a template of the
        group's that asks for what the page does not have.
        """
        shared = self.shared
        own = view.language if self.strings.has(view.language) else shared.settings.language
        link = partial(shared.addresses.link, page=view.address)
        engine = shared.settings.prose.engine
        prose = PageProse(view, engine, shared.addresses.base_url, link, self.strings, own)
        above = trail(view, shared.settings.title, own, self.strings.translations(own).gettext)
        site = Site(settings=shared.settings, absolute=shared.addresses.absolute)
        data = structured_data(view, above, site)
        with told_of_templates(view.template, are_theirs=bool(self.overrides)):
            templates = self.templates(own)
            # Where links are relative, no two pages write them alike.
            once = self._parts(own, link) if shared.addresses.relative else self._once(own)
            # The macros are made once for a page: each part that imported them would do it again.
            macros = ways(templates, site=shared, language=own, href=link, view=view, trail=above)
            text = templates.get_template(view.template).render(
                view=view,
                site=shared,
                language=own,
                href=link,
                absolute=shared.addresses.absolute,
                trail=above,
                ways=macros,
                once=once,
                foot=once("foot.html"),
                prose=prose.html,
                contents=prose.contents,
                structured_data=data,
                page_policy=page_policy(data, own_scripts=self.own_scripts),
                server_policy=SERVER_POLICY,
            )
        return text.encode()

    def _parts(self, own: str, link: Callable[[str], str] | None = None) -> Callable[..., Markup]:
        """What makes the parts of pages in the language `own`, whose links `link` writes."""
        href = link or partial(self.shared.addresses.link, page="")
        return parts(self.templates(own), self.shared, own, href)
