"""Pages of the permission tools that stand by themselves: one file, to be read and printed."""

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined


def page(template: str, **values: Any) -> str:
    """The page that `template`, in `look/proof/`, makes of `values`; all text is escaped."""
    pages = Environment(
        loader=PackageLoader("byleave", "look/proof"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return pages.get_template(template).render(values)
