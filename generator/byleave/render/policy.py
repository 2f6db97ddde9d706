"""What browsers are told not to do with the pages: by each page itself, and by servers.

Pages have no script, so none may run; but the search has one of ours. Blocks of data (JSON-LD) are
no scripts and stay.
"""

import base64
import hashlib

from markupsafe import Markup

_NONE = "'none'"
# What a page says of itself in a meta element. It leaves style elements to the reader (bookmarks
# for wider spacing put one in), and pictures to pages from a disk, whose origin is nobody's.
# Nothing connects without scripts; but checkers fetch robots.txt from within a page. Fonts are for
# sites that have some.
_NO_FONTS, _OWN_FONTS = "font-src 'none'", "font-src 'self'"
_PAGE = (
    "style-src-attr 'none'",
    "connect-src 'self'",
    _NO_FONTS,
    "frame-src 'none'",
    "object-src 'none'",
    "worker-src 'none'",
    "base-uri 'none'",
)
_ALL_PAGES = "; ".join(_PAGE)
_FORMS = "form-action "
# What servers say besides. That about frames has no effect in a meta element.
_SERVER = (
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "media-src 'self'",
    "frame-ancestors 'none'",
)
_SELF = "'self'"
# A page from a disk has its scripts and forms there.
_DISK = "file:"


def server_policy(*, searches: bool) -> Markup:
    """What servers say with every page (Content-Security-Policy, level 3).

    Nothing in it comes from anybody but us. Where a site `searches`, one page has a script and a
    form of ours: every other says by itself that it has none.
    """
    own = _SELF if searches else _NONE
    policy = (f"script-src {own}", *_SERVER, *_PAGE, _FORMS + own)
    return Markup("; ".join(policy))  # noqa: S704 - see above


# What the preview says in its place: a script of its own loads a page again after a change.
# What of it a page does not need, the page itself refuses.
PREVIEW_POLICY = str(server_policy(searches=True)).replace(_NO_FONTS, _OWN_FONTS)


def with_fonts(policy: Markup) -> Markup:
    """The same for a site that has fonts of its own."""
    return Markup(str(policy).replace(_NO_FONTS, _OWN_FONTS))  # noqa: S704 - as it was


def page_policy(data: Markup, *, own_scripts: bool = False, searches: bool = False) -> Markup:
    """What a page says of itself whose block of data is `data`, empty where it has none.

    Browsers let data be, but some checkers take it for a script: so it is let in by its hash, and
    nothing else is, but for scripts that the site has as files: in a preview, with `own_scripts`,
    and on a page that `searches`.
    """
    text = data.partition(">")[2].rpartition("</")[0]
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    allowed = [f"'sha256-{digest}'"] if text else []
    allowed += [_SELF] if own_scripts or searches else []
    allowed += [_DISK] if searches else []
    forms = f"{_SELF} {_DISK}" if searches else _NONE
    policy = f"script-src {' '.join(allowed) or _NONE}; {_ALL_PAGES}; {_FORMS}{forms}"
    return Markup(policy)  # noqa: S704 - it holds a digest and our own words
