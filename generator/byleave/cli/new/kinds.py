"""What somebody can say to a question or an option of `byleave new`, read as a file is read."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import click
from babel import Locale
from msgspec import Struct
from pydantic import TypeAdapter, ValidationError

from byleave.beginning.front_matter import one_line
from byleave.beginning.publishing import host_at
from byleave.model.scalars import DayTime, IsoDate, Language, VoiceId, WebAddress
from byleave.model.settings import Host

_TELEPHONE = re.compile(r"[+(]?[\d][\d ()./+-]{3,}\Z")
_E_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+\Z")
_ZONES = "zoneinfo/"


class ValueType(click.ParamType[str]):
    """A text that is a value of front matter or settings, kept as it is written."""

    def __init__(self, kind: Any, name: str, like: str) -> None:
        """Take what `kind` takes; `like` is an example of it."""
        self.name = name
        self._adapter: TypeAdapter[Any] = TypeAdapter(kind)
        self._like = like

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        """`value` as one line, if it is one."""
        said = one_line(value)
        try:
            self._adapter.validate_python(said)
        except ValidationError:
            self.fail(f"write it like {self._like}", param, ctx)
        return said

    def __call__(self, value: Any, param: Any = None, ctx: Any = None) -> Any:
        """See `click.ParamType.__call__`."""
        return None if value is None else self.convert(value, param, ctx)


class WordsType(click.ParamType[str]):
    """A line of text that is not empty."""

    name = "words"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        """`value` as it is read from a file."""
        said = one_line(value)
        if not said:
            self.fail("write at least a word", param, ctx)
        return said


WORDS = WordsType()
DAY = ValueType(IsoDate, "day", "2026-03-31")
DAY_OR_TIME = ValueType(DayTime, "when", "2026-03-31 or '2026-03-31 14:00'")
LANGUAGE = ValueType(Language, "language", "en-GB, cy or ar")
VOICE_ID = ValueType(VoiceId, "id", "sam or sams-mother")
ADDRESS = ValueType(WebAddress, "address", "https://example.org/")


def language_of(said: str) -> str:
    """A language by its tag, or by what it is called in English."""
    called = said.strip().casefold()
    if called == "english":
        return "en-GB"
    names = Locale.parse("en").languages
    tags = (tag for tag, name in names.items() if name.casefold() == called)
    return LANGUAGE.convert(next(tags, said).replace("_", "-"), None, None)


def known(kind: Any, said: str) -> str:
    """`said`, if it is nothing or what `kind` takes; raises ValueError."""
    if said:
        TypeAdapter(kind).validate_python(said)
    return said


class ZoneType(click.ParamType[str]):
    """A time zone."""

    name = "zone"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        """`value`, if it is one."""
        try:
            ZoneInfo(value)
        except (ValueError, OSError, LookupError):
            self.fail("write it like Europe/London", param, ctx)
        return str(value)


def zone_here(localtime: Path = Path("/etc/localtime")) -> str | None:
    """The time zone of this machine, if it is in a place and says so."""
    _, found, name = localtime.resolve().as_posix().partition(_ZONES)
    return name if found and "/" in name and not name.startswith("Etc/") else None


class WhoAnswers(Struct, frozen=True, kw_only=True):
    """Who answers, and how to reach them."""

    person: str
    ways: Mapping[str, str]


def way_of(said: str) -> str:
    """Which way to reach somebody `said` is, "email" or "telephone"; "" if it is none of these."""
    return "email" if _E_MAIL.match(said) else "telephone" if _TELEPHONE.match(said) else ""


def whom(said: str) -> WhoAnswers:
    """A name, and behind the last comma a telephone number or an e-mail address."""
    person, comma, way = (one_line(part) for part in said.rpartition(","))
    key = way_of(way)
    if not (person and comma and key):
        raise click.UsageError(
            "write a name, a comma, and a telephone number or an e-mail address, such as: "
            "Ruth at the front desk, 01632 960199"
        )
    return WhoAnswers(person=person, ways={key: way})


class SiteAtHost(Struct, frozen=True, kw_only=True):
    """Where a site will be: its address and who publishes it, as far as that is known."""

    url: str | None = None
    host: Host | None = None


def where(hosts: tuple[Host, ...]) -> Callable[[str], SiteAtHost]:
    """Reads an address, the name of one of `hosts`, or nothing."""

    def read(said: str) -> SiteAtHost:
        found = said.strip()
        if not found:
            return SiteAtHost()
        for host in hosts:
            if found.casefold() == host:
                return SiteAtHost(host=host)
        try:
            address = ADDRESS.convert(found, None, None)
        except click.UsageError:
            raise click.UsageError(
                f"write an address like https://example.org/, or one of: {', '.join(hosts)}"
            ) from None
        return SiteAtHost(url=address, host=host_at(urlsplit(address).hostname or ""))

    return read
