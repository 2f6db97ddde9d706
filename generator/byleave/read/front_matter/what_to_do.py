"""What to do about a value that is not what belongs beside its key."""

from collections.abc import Mapping

from byleave.model.uses import USES
from byleave.positions import KeyPath

_OF_KINDS = {
    "not-text": "write one line of text; put quotes around it if it holds a colon",
    "empty": "write it, or take the key out",
    "date": "write it like 2026-03-31",
    "year": "correct the year",
    "date-time": "write it like 2026-03-31 or 2026-03-31 14:00",
    "number": "write it in digits, such as 6",
    "time": 'write it like "09:30"',
    "yes-no": "write yes or no",
    "voice-id": "write it like sam or sams-mother",
    "language": "write it like en-GB, cy or ar",
    "web-address": "write it like https://example.org/",
    "site-path": "write it like /old/address/",
    "time-zone": "write it like Europe/London",
    "country": "write it like GB, IE or PL",
    "focus": "write it like 30% 40% (from the left, and from the top), left or upper right",
    "not-a-list": "put it between [ and ], or write each on a line that begins with -",
    "use-known": f"choose another name for it; these are taken: {', '.join(sorted(USES))}",
    "permission-way": "add at least one way to reach this person",
    "help-way": "add at least one of telephone:, text: or website:",
    "rights-of-all": "write ask-first or words of your own, or the licence into each story",
}
# The same where the key says more.
_AT: Mapping[tuple[str, str], str] = {
    ("voice-id", "shows"): "write the id of each person in it as it is under `voices:`",
    ("voice-id", "series"): "write a word for the series like our-spring, and its title beside it",
    ("voice-id", "uses"): "write a word for the use like newsletter, and what it is beside it",
    ("site-path", "navigation"): "write it like /about/, or https://example.org/ for another site",
    ("site-path", "brand"): "put the picture below site_src/media/, and write /media/logo.svg",
    ("not-text", "starts"): "write one day and time; where it repeats, write an event for each day",
    (
        "date-time",
        "starts",
    ): "write it like 2026-03-31 or 2026-03-31 14:00; where it repeats, write "
    "an event for each day",
    ("not-a-list", "shows"): "put the ids between [ and ], as in [sam], or write `shows: nobody`",
    (
        "not-a-list",
        "navigation",
    ): "write each on a line of its own, as in - {title: About, address: /about/}",
    ("choice", "format"): "write 1; if a newer Byleave made this site, update this one",
}
_VOICE = "name:, identity:, part: and consent:"
_PERMISSION = "person:, within:, and telephone:, text:, email: or post:"
# How a group is written. Whoever is told how to say that nobody speaks may say it of people whom an
# editor took out.
_GROUPS: Mapping[KeyPath, str] = {
    ("voices",): f"write an id for each voice on a line of its own, such as sam:, and below it "
    f"{_VOICE}; `byleave new person` does it; or take the file as git has it",
    (
        "voices",
        "*",
    ): f"write {_VOICE} below it, two spaces further in; `byleave new person` does it",
    (
        "voices",
        "*",
        "consent",
    ): "write record:, given:, by:, uses: and until: below it, as the "
    "form says; or asked: alone, until there is an answer",
    ("allow",): "write each code on a line of its own below it, and why, as in "
    "long-sentence: these are her own words",
    ("media",): "write the name of each file on a line of its own, and below it alt: and shows:",
    ("media", "*"): "write alt: and shows: below it, two spaces further in",
    ("event",): "write starts: below it, two spaces further in, as in starts: 2026-03-31 14:00",
    ("event", "booking"): "write url:, telephone: or email: below it, two spaces further in",
    ("event", "programme", "*"): 'write each line as in {at: "10:00", title: Welcome}',
    ("permission",): f"write {_PERMISSION} below it, two spaces further in",
    ("navigation", "*"): "write each item as in {title: About, address: /about/}",
    ("series",): "write each on a line of its own below it, as in spring: Our spring",
    ("uses",): "write each on a line of its own below it, as in newsletter: In our newsletter",
    ("brand",): 'write colour: "#0b4f55" below it, two spaces further in',
    ("prose",): "write engine: commonmark below it, two spaces further in",
    ("contact",): "write email: or telephone: below it, two spaces further in",
}
# What stands beside a key that is missing.
_MISSING: Mapping[str, str] = {
    "format": "add `format: 1`",
    "url": "add `url:` with the address at which the site will be, as in https://example.org/",
    "permission": f"add `permission:`, and below it {_PERMISSION}",
    "starts": "add `starts:` with day and time, as in 2026-03-31 14:00",
    "identity": "add `identity:` with named, first-name, pseudonym or anonymous",
    "part": "add `part:` with what the voice does here, such as author, quoted or told-about",
    "name": "add `name:` with the name that readers see",
    "within": "add `within:` with how soon you act, as in two days",
    "person": "add `person:` with whom storytellers can ask",
    "address": "add `address:` with where it leads, as in /about/",
}


def what_to_do(kind: str, place: KeyPath) -> str | None:
    """What to do about a value of this `kind` of fault at `place`; None where all is said by it."""
    words = [str(part) for part in place]
    near = (_AT[kind, word] for word in (*reversed(words[1:]), *words[:1]) if (kind, word) in _AT)
    return next(near, _OF_KINDS.get(kind))


def how_written(place: KeyPath) -> str | None:
    """How the group of keys at `place` is written, where people guess at it."""
    for known, do in _GROUPS.items():
        parts = zip(known, place, strict=False)
        if len(known) == len(place) and all(one in ("*", here) for one, here in parts):
            return do
    return None


def to_add(key: str) -> str:
    """What to do where a group lacks this `key`."""
    return _MISSING.get(key, f"add `{key}:`")
