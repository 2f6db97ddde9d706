"""The templates of the look: Byleave's own, and the group's in their place."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from gettext import NullTranslations

from jinja2 import (
    ChoiceLoader,
    Environment,
    FunctionLoader,
    PackageLoader,
    StrictUndefined,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from byleave.diagnostics import SiteError, error
from byleave.model.published import LookFile
from byleave.positions import Position
from byleave.render import dates
from byleave.render.addresses import mail_link
from byleave.render.compiled import compiled
from byleave.render.said import sayer
from byleave.render.strings import direction, language_name
from byleave.render.template_faults import TEMPLATES

_FOLDERS = ("look/templates",)


def environment(
    overrides: Mapping[str, str],
    words: NullTranslations,
    language: str,
    zone: str,
    folders: Iterable[str] = _FOLDERS,
) -> Environment:
    """Templates with the site's own `words`, in `language`; dates in the time zone `zone`.

    `overrides` are the group's templates by name; Byleave's own are looked for in `folders`, in
    order. What is undefined is an error, and every value is escaped unless it was made safe.
    """
    theirs = FunctionLoader(partial(_loaded, overrides))
    ours = (PackageLoader("byleave", folder) for folder in folders)
    # A template may come with a pull request from a stranger: it reaches the page and no further.
    kind = ImmutableSandboxedEnvironment if overrides else Environment
    made = kind(
        loader=ChoiceLoader([theirs, *ours]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # What a template is cannot change while a site is rendered: nothing looks whether it did.
        auto_reload=False,
        bytecode_cache=compiled(kind, language, zone),
        # To look for what can be worked out beforehand is a sixth of the work, and finds nothing.
        optimized=False,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_translations(words, newstyle=True)  # type: ignore[attr-defined] # added by the extension
    made.globals["_"] = made.globals["gettext"] = sayer(words)
    made.filters |= {
        "day": partial(dates.day, language=language),
        "weekday": partial(dates.weekday, language=language),
        "clock": partial(dates.clock, language=language),
        "joined": partial(dates.joined, language=language),
        "machine": partial(dates.machine, zone=zone),
        "instant": partial(dates.instant, zone=zone),
        "direction": direction,
        "mailto": mail_link,
        "language_name": language_name,
    }
    return made


def own_templates() -> list[str]:
    """The names of Byleave's own templates of pages."""
    loaders = (PackageLoader("byleave", folder) for folder in _FOLDERS)
    names = (name for loader in loaders for name in loader.list_templates())
    return [name for name in names if name.endswith(".html")]


def _loaded(overrides: Mapping[str, str], name: str) -> tuple[str, str, Callable[[], bool]] | None:
    """A template of the group's with the path by which its faults are told."""
    text = overrides.get(name)
    return None if text is None else (text, f"{TEMPLATES}{name}", lambda: True)


def overrides(look: Iterable[LookFile]) -> dict[str, str]:
    """The group's templates by name; raises SiteError for one that cannot be read."""
    found = {
        file.path.removeprefix("templates/"): file.text
        for file in look
        if file.path.startswith("templates/")
    }
    check = Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
    faults = []
    for name, text in found.items():
        try:
            check.parse(text)
        except TemplateSyntaxError as fault:
            at = Position(line=fault.lineno, column=1)
            message = f"this template cannot be read: {fault.message}"
            path = f"{TEMPLATES}{name}"
            faults.append(error(path, "template", message, "mend this line", at))
    if faults:
        raise SiteError(faults)
    return found
