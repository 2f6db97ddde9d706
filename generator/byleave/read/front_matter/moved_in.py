"""Keys that people bring from other programs, and what does the same here."""

from collections.abc import Collection, Mapping

from msgspec import Struct

from byleave.model.event import Event
from byleave.values import field_names

EVENT_KEYS = frozenset(field_names(Event))


class _Answer(Struct, frozen=True, kw_only=True):
    """What to do about a key of another program; `key` is ours that does the same, if one does.

    With `same`, what stands beside it belongs beside ours as it is.
    """

    do: str
    key: str = ""
    same: bool = False


_DRAFT = _Answer(
    key="date",
    do="take it out: a story is a draft as long as it has no date; leave out `date:` until then",
)
_DATE = _Answer(key="date", same=True, do="call it `date:`, written YYYY-MM-DD")
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
_SUMMARY = _Answer(key="summary", same=True, do="call it `summary:`")
_UPDATED = _Answer(key="updated", same=True, do="call it `updated:`, written YYYY-MM-DD")
_LANGUAGE = _Answer(key="language", same=True, do="call it `language:`, as in en-GB or cy")
_STARTS = _Answer(
    key="starts", same=True, do="call it `starts:`, with day and time: 2026-03-31 14:00"
)
_ENDS = _Answer(key="ends", same=True, do="call it `ends:`, with day and time: 2026-03-31 16:00")
_PLACE = _Answer(key="place", same=True, do="call it `place:`; a street goes under `address:`")
_COST = _Answer(key="cost", same=True, do="call it `cost:`, in words: Free, or £5 at the door")
_ACCESS = _Answer(key="access", do="call it `access:`, as in {step-free: yes, hearing loop: no}")
_HOSTS = _Answer(
    do="declare them under `voices:` with `part: convenor`, or `speaker`, and their permission"
)
_BOOKING = _Answer(
    key="booking", do="write `booking:` with `url:`, `telephone:` or `email:` below it"
)
_JOIN = _Answer(
    key="join", same=True, do="call it `join:`; it is shown only with `join_public: yes`"
)
_STATUS = _Answer(key="status", do="write `status: cancelled`, `postponed` or `full`")
_FORM = _Answer(key="form", same=True, do="call it `form:`, in words: workshop, or open day")
_STREET = _Answer(key="address", do="write it into `address:`")
_EACH_DAY = _Answer(do="take it out, and write an event for each day: each has a page of its own")
_IN_TEXT = _Answer(do="take it out, and say it in the text")
_ID = _Answer(do="take it out: the word at its head, before the colon, is what the text calls them")
_ROLE = _Answer(key="role", same=True, do="call it `role:`; readers see it beside the name")
_IDENTITY = _Answer(
    key="identity",
    do="write `identity:` with named, first-name, pseudonym or anonymous, and that name as `name:`",
)
_CONSENT = _Answer(
    key="consent", do="write `consent:` with record, given, by, uses and until below it"
)
_GIVEN = _Answer(key="given", same=True, do="call it `given:`, written YYYY-MM-DD")
_UNTIL = _Answer(key="until", same=True, do="call it `until:`, written YYYY-MM-DD")
_RECORD = _Answer(key="record", same=True, do="call it `record:`, with the number of the form")
_USES = _Answer(key="uses", do="write `uses:`, as in [web, search]")
_ALT = _Answer(key="alt", same=True, do="call it `alt:`: what the picture shows, in words")
_CAPTION = _Answer(key="caption", do="write it into `caption:`, which readers see below")
_SHOWS = _Answer(key="shows", do="write `shows:` with the ids of those in it, or `shows: nobody`")
_AT = _Answer(key="at", same=True, do='call it `at:`, as in "10:00"')
_TO = _Answer(key="until", same=True, do='call it `until:`, as in "10:30"')
_TITLE = _Answer(key="title", same=True, do="call it `title:`")
_ROOM = _Answer(key="room", same=True, do="call it `room:`")
_SPEAK = _Answer(
    key="voices", do="write `voices:` with ids that are declared under `voices:` above"
)
_BELOW = "write it below `voices:`, under the id of whose it is"
_TEXT_BELOW = _Answer(do="take it out: the text stands below the second ---")
_ENDS_ALONE = _Answer(
    do="take it out: what somebody says is published until the day of `until:`, in their `consent:`"
)
_ENGINES = _Answer(
    do="take it out: search engines and the search show what each voice allows, by `uses:`"
)
_RIGHTS = _Answer(key="rights", do="write it into `rights:`, in words for readers")
_NOTICE = _Answer(key="notice", do="write it into `notice:`, which readers see before the story")
_VERSIONS = _Answer(
    key="translation_of",
    do="take it out, and write `translation_of:` with this file into each translation",
)
_NOTHING = _Answer(do="take it out: nothing here needs it")

_ANSWERS = {
    **dict.fromkeys(
        (
            *("draft", "drafts", "published", "visibility", "hidden", "private", "public"),
            *("unlisted", "publish", "is_draft", "isdraft", "password", "protected", "headless"),
            *("render", "archived", "unpublished", "wip", "_build", "build"),
            "eleventyexcludefromcollections",
        ),
        _DRAFT,
    ),
    **dict.fromkeys(
        (
            *("publishdate", "publish_date", "pubdate", "pub_date", "created", "posted"),
            *("created_at", "published_at", "date_published", "publish_on", "release_date"),
            *("embargo", "scheduled"),
        ),
        _DATE,
    ),
    **dict.fromkeys(
        (
            *("expires", "expire", "expiry", "expirydate", "expiry_date", "unpublish"),
            *("unpublish_date", "unpublish_on", "valid_until"),
        ),
        _ENDS_ALONE,
    ),
    **dict.fromkeys(
        ("noindex", "robots", "sitemap", "seo", "search_exclude", "sitemap_exclude"), _ENGINES
    ),
    **dict.fromkeys(("license", "licence", "copyright"), _RIGHTS),
    **dict.fromkeys(
        (
            *("content_warning", "content_notice", "trigger_warning", "trigger", "cw", "tw"),
            "warning",
        ),
        _NOTICE,
    ),
    **dict.fromkeys(("translations", "translation_key", "translationkey", "ref"), _VERSIONS),
    **dict.fromkeys(("tags", "tag", "categories", "category", "keywords", "topics"), _THEMES),
    **dict.fromkeys(("slug", "permalink", "url", "redirect_from"), _ALIASES),
    **dict.fromkeys(
        (
            *("author", "authors", "by", "people", "participants", "contributors", "storyteller"),
            *("byline", "writer", "creator", "contributor", "interviewee", "speakers"),
        ),
        _AUTHOR,
    ),
    **dict.fromkeys(
        (
            *("image", "images", "thumbnail", "cover", "featured_image", "header_image", "gallery"),
            *("photo", "photos", "picture", "pictures", "banner", "hero", "video", "audio", "alt"),
            *("img", "lead_image", "cover_image", "coverimage", "feature_image", "og_image"),
            *("social_image", "attachments", "resources", "teaser_image"),
        ),
        _MEDIA,
    ),
    **dict.fromkeys(("layout", "type", "template", "class", "css"), _LOOK),
    "theme": _Answer(
        key="themes",
        do="call it `themes:`, as in [gardens], if a theme is meant; how pages look is settled "
        "for all of them, in site_src/look/",
    ),
    **dict.fromkeys(
        ("excerpt", "description", "subtitle", "abstract", "lede", "intro", "standfirst", "blurb"),
        _SUMMARY,
    ),
    **dict.fromkeys(
        (
            *("lastmod", "modified", "last_modified_at", "last_modified", "updated_at", "edited"),
            *("date_modified", "last_updated", "lastupdated", "revised"),
        ),
        _UPDATED,
    ),
    **dict.fromkeys(("lang", "locale"), _LANGUAGE),
    **dict.fromkeys(("name", "heading", "headline"), _TITLE),
    **dict.fromkeys(("text", "body", "content"), _TEXT_BELOW),
    **dict.fromkeys(("consent", "permission", "record"), _Answer(key="voices", do=_BELOW)),
    **dict.fromkeys(
        (
            *("id", "uid", "guid", "weight", "order", "toc", "comments", "sticky", "format"),
            *("uuid", "math", "mathjax", "katex", "nav_order", "position", "sidebar", "menu"),
            *("pin", "pinned", "featured", "share", "cssclass", "cssclasses", "reading_time"),
            *("eleventynavigation", "has_children", "nav_exclude", "markup", "editor"),
        ),
        _NOTHING,
    ),
    "status": _Answer(do=f"{_NOTHING.do}; of an event, write it below `event:`"),
}
_OF_EVENTS = {
    **dict.fromkeys(
        ("date", "day", "time", "when", "start", "begins", "start_time", "start_date"), _STARTS
    ),
    **dict.fromkeys(("end", "end_date", "end_time", "finish", "finishes"), _ENDS),
    **dict.fromkeys(("location", "venue", "where"), _PLACE),
    **dict.fromkeys(("price", "prices", "fee", "fees", "tickets"), _COST),
    **dict.fromkeys(("accessible", "accessibility"), _ACCESS),
    **dict.fromkeys(
        ("organiser", "organisers", "organizer", "host", "hosts", "speaker", "speakers"), _HOSTS
    ),
    **dict.fromkeys(
        ("contact", "phone", "telephone", "email", "url", "link", "website", "register", "rsvp"),
        _BOOKING,
    ),
    **dict.fromkeys(("online", "zoom", "teams", "meeting_link"), _JOIN),
    **dict.fromkeys(("cancelled", "canceled", "postponed", "full", "sold_out"), _STATUS),
    **dict.fromkeys(("type", "kind", "category"), _FORM),
    **dict.fromkeys(("street", "postcode", "postal_code", "town", "city"), _STREET),
    **dict.fromkeys(("title", "name"), _Answer(do="call it `title:`, and write it above `event:`")),
    **dict.fromkeys(
        ("summary", "description"), _Answer(do="call it `summary:`, and write it above `event:`")
    ),
    **dict.fromkeys(
        ("themes", "tags"), _Answer(do="call it `themes:`, and write it above `event:`")
    ),
    **dict.fromkeys(("repeat", "repeats", "recurring", "frequency", "dates"), _EACH_DAY),
    **dict.fromkeys(("capacity", "places", "duration", "notes", "agenda", "food"), _IN_TEXT),
    **dict.fromkeys(("all_day", "timezone"), _NOTHING),
}
_OF_VOICES = {
    **dict.fromkeys(("id", "voice", "key"), _ID),
    **dict.fromkeys(("title", "job", "organisation", "organization", "about", "bio"), _ROLE),
    **dict.fromkeys(("anonymous", "pseudonym", "alias", "nickname", "first_name"), _IDENTITY),
    **dict.fromkeys(("permission", "agreed", "record", "given", "uses", "until"), _CONSENT),
    **dict.fromkeys(
        ("type", "kind"), _Answer(key="part", same=True, do="call it `part:`: author, quoted, …")
    ),
    **dict.fromkeys(
        ("location", "town", "city", "from"),
        _Answer(key="place", same=True, do="call it `place:`, no nearer than a town"),
    ),
    **dict.fromkeys(
        ("photo", "picture", "image"),
        _Answer(do="declare the file under `media:`, with their id under `shows:`"),
    ),
}
_OF_CONSENT = {
    **dict.fromkeys(("date", "signed", "agreed", "granted", "on"), _GIVEN),
    **dict.fromkeys(("expires", "expiry", "ends", "end", "valid_until", "to"), _UNTIL),
    **dict.fromkeys(("form", "reference", "ref", "number", "id", "form_number"), _RECORD),
    **dict.fromkeys(("scope", "for", "use", "purposes", "web"), _USES),
    **dict.fromkeys(
        ("status", "state"),
        _Answer(do="take it out: what counts are the dates beside `given:`, `until:` and others"),
    ),
    **dict.fromkeys(
        ("revoked", "stopped", "removed"),
        _Answer(key="withdrawn", do="call it `withdrawn:`; `byleave consent withdraw` writes it"),
    ),
}
_OF_MEDIA = {
    **dict.fromkeys(("description", "alt_text", "alternative"), _ALT),
    **dict.fromkeys(("title", "credit", "photographer", "copyright", "source"), _CAPTION),
    **dict.fromkeys(("people", "who", "voices", "pictured", "persons", "nobody"), _SHOWS),
    **dict.fromkeys(("src", "url", "file", "path", "width", "height"), _NOTHING),
}
_OF_PROGRAMME = {
    **dict.fromkeys(("time", "start", "starts", "from", "begins"), _AT),
    **dict.fromkeys(("end", "ends", "to", "finish"), _TO),
    **dict.fromkeys(("name", "what", "session", "talk"), _TITLE),
    **dict.fromkeys(("place", "location", "where"), _ROOM),
    **dict.fromkeys(("speaker", "speakers", "who", "host"), _SPEAK),
    **dict.fromkeys(("description", "summary", "notes"), _IN_TEXT),
}
_OF_SETTINGS = {
    **dict.fromkeys(("name", "site_title", "sitename"), _TITLE),
    **dict.fromkeys(
        ("description", "subtitle", "slogan"),
        _Answer(key="tagline", same=True, do="call it `tagline:`"),
    ),
    **dict.fromkeys(
        ("baseurl", "base_url", "site_url", "siteurl", "domain", "address"),
        _Answer(key="url", same=True, do="call it `url:`, as in https://example.org/"),
    ),
    **dict.fromkeys(("lang", "locale"), _LANGUAGE),
    **dict.fromkeys(
        ("menu", "nav", "links"),
        _Answer(key="navigation", do="call it `navigation:`, with `title` and `address` for each"),
    ),
    **dict.fromkeys(
        ("logo", "colour", "color", "colours", "colors", "theme"),
        _Answer(key="brand", do="write `brand:` with `colour:`, `accent:` or `logo:` below it"),
    ),
    **dict.fromkeys(
        ("email", "phone", "telephone", "person", "within", "contact_email"),
        _Answer(
            key="permission",
            do="write it below `permission:`, for storytellers; or below `contact:`, for everybody",
        ),
    ),
    **dict.fromkeys(
        ("plugins", "markdown", "author", "paginate", "permalink", "analytics", "google_analytics"),
        _NOTHING,
    ),
}
_OF_NAVIGATION = {
    **dict.fromkeys(("name", "label", "text"), _TITLE),
    **dict.fromkeys(
        ("link", "url", "href", "path", "page"),
        _Answer(key="address", same=True, do="call it `address:`, as in /about/"),
    ),
}
_BY_GROUP: Mapping[str, Mapping[str, _Answer]] = {
    "": _ANSWERS,
    "event": _OF_EVENTS,
    "voices": _OF_VOICES,
    "consent": _OF_CONSENT,
    "media": _OF_MEDIA,
    "programme": _OF_PROGRAMME,
    "settings": _OF_SETTINGS,
    "navigation": _OF_NAVIGATION,
}
# What an event says of itself may be meant where there is no event yet.
_EVENT = "event"


def answer_to(key: str, known: Collection[str], group: str = "") -> str | None:
    """What to do about the key of another program that `key` is, where the keys are `known`.

    It stands in a `group`, or in none. None where it is no such key, or where what would be in its
    place is no key here.
    """
    answer = _answer(key, known, group)
    return answer.do if answer else None


def same_key(key: str, known: Collection[str], group: str = "") -> str | None:
    """Our key beside which what stands beside `key` belongs as it is, if there is one."""
    answer = _answer(key, known, group)
    return answer.key if answer and answer.same else None


def answer_of_texts(key: str) -> bool:
    """Whether `key` has an answer at the top of any text, event or not."""
    return _word(key) in _ANSWERS


def _answer(key: str, known: Collection[str], group: str) -> _Answer | None:
    word = _word(key)
    answer = _BY_GROUP.get(group, {}).get(word)
    if answer is None and not group and _EVENT in known:
        return _of_an_event(word)
    return answer if answer and (not answer.key or answer.key in known) else None


def _of_an_event(word: str) -> _Answer | None:
    """The answer to a key that an event has, where it stands beside `event:` and not below it."""
    if word in EVENT_KEYS:
        return _Answer(do="write it below `event:`, two spaces further in")
    answer = _OF_EVENTS.get(word)
    if answer is None or not answer.key:
        return answer
    return _Answer(do=f"write it below `event:`, two spaces further in, and {answer.do}")


def _word(key: str) -> str:
    return key.strip().casefold().replace("-", "_").replace(" ", "_")
