"""Keys that people bring from other programs, and what does the same here."""

from collections.abc import Collection

from msgspec import Struct


class _Answer(Struct, frozen=True, kw_only=True):
    """What to do about a key of another program; `key` is ours that does the same, if one does."""

    do: str
    key: str = ""


_DRAFT = _Answer(
    key="date",
    do="take it out: a story is a draft as long as it has no date; leave out `date:` until then",
)
_DATE = _Answer(key="date", do="call it `date:`, written YYYY-MM-DD")
_THEMES = _Answer(
    key="themes", do="name them under `themes:`, and make a file below themes/ for each"
)
_ALIASES = _Answer(
    key="aliases",
    do="write the old address under `aliases:`, as in [/old/address/], so that links still lead "
    "here; the new address comes from the name of the file",
)
_AUTHOR = _Answer(
    key="voices",
    do="declare them under `voices:` with `part: author` and the permission that they gave",
)
_MEDIA = _Answer(
    key="media",
    do="declare the file under `media:` with `alt:` and `shows:`, and put it into the text",
)
_LOOK = _Answer(do="take it out: how pages look is settled for all of them, in site_src/look/")
_SUMMARY = _Answer(key="summary", do="call it `summary:`")
_UPDATED = _Answer(key="updated", do="call it `updated:`, written YYYY-MM-DD")
_LANGUAGE = _Answer(key="language", do="call it `language:`, as in en-GB or cy")
_NOTHING = _Answer(do="take it out: nothing here needs it")

_ANSWERS = {
    **dict.fromkeys(("draft", "published", "visibility"), _DRAFT),
    **dict.fromkeys(("publishdate", "publish_date", "pubdate", "pub_date", "created"), _DATE),
    **dict.fromkeys(("tags", "tag", "categories", "category", "keywords", "topics"), _THEMES),
    **dict.fromkeys(("slug", "permalink", "url", "redirect_from"), _ALIASES),
    **dict.fromkeys(("author", "authors", "by"), _AUTHOR),
    **dict.fromkeys(
        ("image", "images", "thumbnail", "cover", "featured_image", "header_image", "gallery"),
        _MEDIA,
    ),
    **dict.fromkeys(("layout", "type", "template", "theme", "class", "css"), _LOOK),
    **dict.fromkeys(("excerpt", "description", "subtitle", "abstract"), _SUMMARY),
    **dict.fromkeys(("lastmod", "modified", "last_modified_at", "last_modified"), _UPDATED),
    **dict.fromkeys(("lang", "locale"), _LANGUAGE),
    **dict.fromkeys(
        ("id", "uid", "guid", "weight", "order", "toc", "comments", "status", "sticky", "format"),
        _NOTHING,
    ),
}


def answer_to(key: str, known: Collection[str]) -> str | None:
    """What to do about the key of another program that `key` is, where the keys are `known`.

    None where it is no such key, or where what would be in its place is no key here.
    """
    answer = _ANSWERS.get(key.strip().casefold().replace("-", "_"))
    return answer.do if answer and (not answer.key or answer.key in known) else None
