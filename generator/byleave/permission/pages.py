"""Pages of the permission tools that stand by themselves: one file, to be read and printed."""

from datetime import date
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined


def in_words(day: date | None) -> str:
    """A day as people write it."""
    return f"{day.day} {day:%B %Y}" if day else ""


def page(template: str, **values: Any) -> str:
    """The page that `template`, in `look/proof/`, makes of `values`; all text is escaped."""
    pages = Environment(
        loader=PackageLoader("byleave", "look/proof"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.filters["day"] = in_words
    return pages.get_template(template).render(values)
