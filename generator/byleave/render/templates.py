"""The templates of the look: Byleave's own, and the group's in their place."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, partial
from gettext import NullTranslations

from jinja2 import (
    ChoiceLoader,
    Environment,
    FunctionLoader,
    PackageLoader,
    StrictUndefined,
    TemplateSyntaxError,
    pass_eval_context,
)
from jinja2.nodes import EvalContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from byleave.diagnostics import SiteError, error
from byleave.model.permission import is_said_in, words_in
from byleave.model.published import LookFile
from byleave.model.rights import licence_of
from byleave.positions import Position
from byleave.render import dates
from byleave.render.compiled import CompiledTemplates
from byleave.render.own_templates import OwnEnvironment
from byleave.render.qr_codes import qr_code
from byleave.render.reachable import reachable
from byleave.render.rights import rights_words
from byleave.render.sentences import in_sentence
from byleave.render.strings import country_name, direction, language_name
from byleave.render.template_faults import TEMPLATES
from byleave.render.voices import part_words
from byleave.render.written_addresses import mail_link, text_link

_FOLDERS = ("look/templates",)


def environment(
    overrides: Mapping[str, str],
    words: NullTranslations,
    language: str,
    zone: str,
    folders: tuple[str, ...] = _FOLDERS,
) -> Environment:
    """Templates with the site's own `words`, in `language`; dates in the time zone `zone`.

    `overrides` are the group's templates by name; Byleave's own are looked for in `folders`, in
    order. What is undefined is an error, and every value is escaped unless it was made safe.
    """
    return _environment(tuple(overrides.items()), words, language, zone, folders)


@lru_cache(maxsize=16)
def _environment(
    overrides: tuple[tuple[str, str], ...],
    words: NullTranslations,
    language: str,
    zone: str,
    folders: tuple[str, ...],
) -> Environment:
    """Kept as long as nothing of it changes, and with it all that its templates are compiled to."""
    theirs = FunctionLoader(partial(_loaded, dict(overrides)))
    ours = (PackageLoader("byleave", folder) for folder in folders)
    # A template may come with a pull request from a stranger: it reaches the page and no further.
    kind: type[Environment] = ImmutableSandboxedEnvironment if overrides else OwnEnvironment
    made = kind(
        loader=ChoiceLoader([theirs, *ours]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # What a template is cannot change while a site is rendered: nothing looks whether it did.
        auto_reload=False,
        bytecode_cache=CompiledTemplates(kind.__name__),
        # To look for what can be worked out beforehand is a sixth of the work, and finds nothing.
        optimized=False,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_translations(words, newstyle=True)  # type: ignore[attr-defined] # added by the extension
    say = _saying_in(words) if overrides else _saying(words)
    made.globals["_"] = made.globals["gettext"] = say
    made.filters |= {
        "day": partial(dates.day, language=language),
        "weekday": partial(dates.weekday, language=language),
        "clock": partial(dates.clock, language=language),
        "day_of_month": partial(dates.day_of_month, language=language),
        "day_of_week": partial(dates.day_of_week, language=language),
        "month": partial(dates.month, language=language),
        "short_month": partial(dates.short_month, language=language),
        "in_sentence": in_sentence,
        "joined": partial(dates.joined, language=language),
        "part_words": partial(part_words, words=words),
        "machine": partial(dates.machine, zone=zone),
        "instant": partial(dates.instant, zone=zone),
        "direction": direction,
        "mailto": mail_link,
        "sms": text_link,
        "rights_words": partial(rights_words, words=words),
        "licence": licence_of,
        "qr_code": qr_code,
        "reachable": reachable,
        "language_name": language_name,
        "country_name": partial(country_name, language=language),
        "words_in": words_in,
        "is_said_in": is_said_in,
    }
    return made


def _saying(words: NullTranslations) -> Callable[..., Markup]:
    """What our templates call `_`: as Jinja's own, which goes a longer way for it."""

    def say(text: str, /, **variables: object) -> Markup:
        safe = Markup(words.gettext(text))  # noqa: S704 - catalogues hold no markup
        return safe % variables if variables or "%" in safe else safe

    return say


def _saying_in(words: NullTranslations) -> Callable[..., str]:
    """The same for templates that may say that something is not to be escaped."""
    safe = _saying(words)

    @pass_eval_context
    def say(context: EvalContext, text: str, /, **variables: object) -> str:
        return safe(text, **variables) if context.autoescape else words.gettext(text) % variables

    return say


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
