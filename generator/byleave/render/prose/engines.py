"""The seam behind which Markdown engines stand: a function from Markdown to raw HTML."""

from collections.abc import Callable
from functools import cache

from byleave.diagnostics import SiteError, error
from byleave.render.prose.kinds import has_several_kinds, with_kinds
from byleave.render.prose.limits import check_for_python_markdown, check_source
from byleave.render.prose.values import EngineName, ProseError

Engine = Callable[[str], str]

# GitHub Flavored Markdown 0.29 and GitHub's footnotes: what groups see when they edit there.
_EXTENSIONS = (
    "table",
    "strikethrough",
    "autolink",
    "tasklist",
    "footnotes",
    "cjk_friendly_emphasis",
)


@cache
def engine(name: EngineName) -> Engine:
    """The engine of that name: Markdown in, raw HTML out, not sanitised.

    An engine raises ProseError for a text that it cannot take and for any fault of its own.
    Raises ValueError for an unknown name, SiteError where the engine is not installed.
    """
    if name == "commonmark":
        return _guarded(_commonmark())
    if name == "python-markdown":
        # Imported only where it is chosen: it takes 60 ms.
        from byleave.render.prose.python_markdown import converter

        return _guarded(converter(), check_for_python_markdown)
    raise ValueError(f"no Markdown engine is called {name}")


def _commonmark() -> Engine:
    try:
        import comrak  # not for a site of the other engine, which can do without it
    except ImportError:
        message = "the Markdown engine `commonmark` is not there: comrak is not installed"
        do = "install comrak, or choose `prose: {engine: python-markdown}`"
        raise SiteError([error("site_src/site.yaml", "engine", message, do)]) from None

    extensions = comrak.ExtensionOptions()
    for extension in _EXTENSIONS:
        setattr(extensions, extension, True)
    parsing = comrak.ParseOptions()
    rendering, placing = comrak.RenderOptions(), comrak.RenderOptions()
    # HTML in a story is let through here and sanitised afterwards.
    rendering.unsafe_ = placing.unsafe_ = True
    placing.sourcepos = True

    def convert(text: str) -> str:
        if not has_several_kinds(text):
            return comrak.render_markdown(text, extensions, parsing, rendering)
        html = comrak.render_markdown(text, extensions, parsing, placing)
        return with_kinds(html, text)

    return convert


def _guarded(convert: Engine, *checks: Callable[[str], None]) -> Engine:
    def guarded(text: str) -> str:
        for check in (check_source, *checks):
            check(text)
        try:
            return convert(text)
        except RecursionError as fault:
            raise _fault("has too much inside each other") from fault
        except Exception as fault:
            raise _fault("cannot be read by the Markdown engine") from fault
        except BaseException as fault:
            # A panic in comrak is no Exception, and its class cannot be imported.
            if type(fault).__name__ == "PanicException":
                raise _fault("cannot be read by the Markdown engine") from fault
            raise

    return guarded


def _fault(what: str) -> ProseError:
    return ProseError(
        f"this text {what}",
        "take out its unusual parts one by one until it can be read, and tell Byleave's authors",
    )
