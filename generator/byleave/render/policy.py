"""What browsers are told not to do with the pages: by each page itself, and by servers.

Pages have no script, so none may run. Blocks of data (JSON-LD) are no scripts and stay.
"""

from markupsafe import Markup

# What a page says of itself in a meta element. It leaves style elements to the reader (bookmarks
# for wider spacing put one in), and says nothing of an origin, which a page from a disk has not.
_PAGE = (
    "script-src 'none'",
    "style-src-attr 'none'",
    "connect-src 'none'",
    "font-src 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "worker-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
)
# What servers say besides. That about frames has no effect in a meta element.
_SERVER = (
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "media-src 'self'",
    "frame-ancestors 'none'",
)

# Content-Security-Policy, level 3; nothing in either comes from anybody but us.
PAGE_POLICY = Markup("; ".join(_PAGE))  # noqa: S704 - see above
SERVER_POLICY = Markup("; ".join((*_SERVER, *_PAGE)))  # noqa: S704 - see above
