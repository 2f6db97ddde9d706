"""The kinds of page that there are: every view that becomes an HTML page."""

from byleave.model import site

# A page that leads on at once is looked at by the HTML checker alone.
KINDS = tuple(
    sorted(
        {
            kind.template
            for kind in vars(site).values()
            if isinstance(kind, type)
            and issubclass(kind, site.View)
            and getattr(kind, "template", "").endswith(".html")
        }
        - {"redirect.html"}
    )
)
