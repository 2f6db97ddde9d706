"""Parts that many pages show alike, made once for all of them."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from jinja2 import Environment
from jinja2.environment import TemplateModule
from markupsafe import Markup

from byleave.render.used_settings import UsedSettings

# Parts that are kept in mind. A site with more stories than this has some of them made again.
_MOST = 10_000


def ways(templates: Environment, **shown: Any) -> TemplateModule:
    """The macros that every template is given, which know what is `shown`."""
    return templates.get_template("ways.html").make_module(shown)


def parts(
    templates: Environment,
    site: object,
    settings: UsedSettings,
    language: str,
    href: Callable[[str], str],
) -> Callable[..., Markup]:
    """What makes the parts of all pages in one language on which links are written by `href`.

    It is given the name of a template, and what that shows. There is no view in a part, so what is
    remembered of one page is on another only where that shows the very same. A page with a part
    uses the settings that the part was made of.
    """
    told = {"site": site, "language": language, "href": href}
    with settings.apart() as by_all:
        told["ways"] = ways(templates, **told)

    # By type as well: text that is safe as it is equals the same text that is not.
    @lru_cache(_MOST, typed=True)
    def made(name: str, /, **shown: Any) -> tuple[Markup, frozenset[str]]:
        with settings.apart() as used:
            text = templates.get_template(name).render(told, once=once, **shown)
        return Markup(text), frozenset(used | by_all)  # noqa: S704 - a template made it, and escaped it

    def once(name: str, /, **shown: Any) -> Markup:
        text, used = made(name, **shown)
        settings.uses(used)
        return text

    return once
