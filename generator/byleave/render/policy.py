"""What browsers are told not to do with the pages: by each page itself, and by servers.

Pages have no script, so none may run. Blocks of data (JSON-LD) are no scripts and stay.
"""

import base64
import hashlib

from markupsafe import Markup

_NONE = "'none'"
# What a page says of itself in a meta element. It leaves style elements to the reader (bookmarks
# for wider spacing put one in), and pictures to pages from a disk, whose origin is nobody's.
# Nothing connects without scripts; but checkers fetch robots.txt from within a page.
_PAGE = (
    "style-src-attr 'none'",
    "connect-src 'self'",
    "font-src 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "worker-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
)
# What servers say besides. That about frames has no effect in a meta element.
_SERVER = (
    "script-src 'none'",
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "media-src 'self'",
    "frame-ancestors 'none'",
)

# Content-Security-Policy, level 3; nothing in it comes from anybody but us.
SERVER_POLICY = Markup("; ".join((*_SERVER, *_PAGE)))  # noqa: S704 - see above


# What the preview says in its place: a script of its own loads a page again after a change.
PREVIEW_POLICY = str(SERVER_POLICY).replace("script-src 'none'", "script-src 'self'")


def page_policy(data: Markup, *, own_scripts: bool = False) -> Markup:
    """What a page says of itself whose block of data is `data`, empty where it has none.

    Browsers let data be, but some checkers take it for a script: so it is let in by its hash, and
    nothing else is, except in a preview: with `own_scripts`, scripts that the site has as files.
    """
    text = data.partition(">")[2].rpartition("</")[0]
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    allowed = [f"'sha256-{digest}'"] if text else []
    allowed += ["'self'"] if own_scripts else []
    scripts = f"script-src {' '.join(allowed) or _NONE}"
    return Markup("; ".join((scripts, *_PAGE)))  # noqa: S704 - it holds a digest and our own words
