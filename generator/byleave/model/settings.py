"""The settings of a site, from `site_src/site.yaml`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, ConfigDict
from pydantic_core import PydanticCustomError

from byleave.model.languages import base_language
from byleave.model.permission import InLanguages, Permission, words_in
from byleave.model.rights import licence_of
from byleave.model.scalars import (
    STRICT,
    Language,
    Line,
    ListOf,
    PlaceOrSite,
    SitePath,
    TimeZone,
    VoiceId,
    WebAddress,
    YesNo,
)
from byleave.model.terms import EngineName
from byleave.model.uses import USES
from byleave.positions import KeyPath


@dataclass(frozen=True, slots=True, kw_only=True)
class NavigationItem:
    """One link of the site's navigation."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    title: InLanguages
    address: PlaceOrSite


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """How to reach the group: by e-mail, telephone, text message or post."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    email: Line | None = None
    telephone: Line | None = None
    text: Line | None = None
    post: InLanguages | None = None


def _contact(value: Any) -> Any:
    return {"email": value} if isinstance(value, str) else value


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLine:
    """Somebody whom readers of a hard story can talk to; `when` are the hours."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    name: InLanguages
    telephone: Line | None = None
    text: Line | None = None
    website: WebAddress | None = None
    when: InLanguages | None = None

    def __post_init__(self) -> None:
        """At least one way must be there."""
        if not (self.telephone or self.text or self.website):
            raise PydanticCustomError(
                "help-way", "at least one of telephone, text or website is needed"
            )


def _no_licence(rights: Mapping[str, str]) -> Mapping[str, str]:
    """Nobody's words are under a licence that they were not shown."""
    if any(map(licence_of, rights.values())):
        raise PydanticCustomError(
            "rights-of-all", "a licence is agreed to by those whose words it is for, in each story"
        )
    return rights


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """The group's own colours, written like #0b4f55, and its logo.

    `colour` is that of links and of the foot of the page, `accent` that of lines and marks; those
    that end in `_dark` take their place where readers have chosen a dark screen.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    colour: Line | None = None
    colour_dark: Line | None = None
    accent: Line | None = None
    accent_dark: Line | None = None
    logo: SitePath | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseSettings:
    """Which Markdown engine turns stories into HTML."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    engine: EngineName = "commonmark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Stories that belong together: what they are called, and a line that says what they are."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    title: InLanguages
    description: InLanguages | None = None


def _series(value: Any) -> Any:
    return {"title": value} if isinstance(value, str) else value


OneSeries = Annotated[Series, BeforeValidator(_series, json_schema_input_type=Series | Line)]


def on_pages(settings: "Settings") -> Iterator[tuple[KeyPath, Mapping[str, str]]]:
    """The lines of pages and menus, by their keys: read in a language of the site, or nowhere."""
    yield ("title",), settings.title
    if settings.tagline:
        yield ("tagline",), settings.tagline
    for number, item in enumerate(settings.navigation):
        yield ("navigation", number, "title"), item.title
    for slug, series in settings.series.items():
        yield ("series", slug, "title"), series.title
        if series.description:
            yield ("series", slug, "description"), series.description


def _own_uses(uses: Mapping[str, str]) -> Mapping[str, str]:
    """A use that has a meaning already cannot be given another one."""
    if not uses.keys().isdisjoint(USES):
        raise PydanticCustomError("use-known", "one of these uses has a meaning of its own already")
    return uses


def not_in_languages(settings: "Settings") -> Iterator[KeyPath]:
    """The keys of words in a language in which the site is not, and so nobody would read them."""
    ours = (settings.language, *settings.languages)
    known = set(map(base_language, ours))
    for key, said in on_pages(settings):
        yield from ((*key, tag) for tag in said if tag and base_language(tag) not in known)


Host = Literal["github-pages", "gitlab-pages", "netlify", "cloudflare-pages", "own-server"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every key of `site.yaml`, typed."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    format: Annotated[Literal["1"], BeforeValidator(str, json_schema_input_type=Literal[1, "1"])]
    title: InLanguages
    url: WebAddress
    permission: Permission
    tagline: InLanguages | None = None
    language: Language = "en-GB"
    languages: Annotated[tuple[Language, ...], ListOf] = ()
    timezone: TimeZone = "Europe/London"
    host: Host | None = None
    server: Line | None = None
    navigation: Annotated[tuple[NavigationItem, ...], ListOf] = ()
    contact: Annotated[
        Contact, BeforeValidator(_contact, json_schema_input_type=Contact | Line)
    ] = Contact()
    help_lines: Annotated[tuple[HelpLine, ...], ListOf] = ()
    rights: Annotated[InLanguages, AfterValidator(_no_licence)] | None = None
    qr_codes: YesNo = False
    series: Mapping[VoiceId, OneSeries] = field(default_factory=dict)
    uses: Annotated[Mapping[VoiceId, Line], AfterValidator(_own_uses)] = field(default_factory=dict)
    brand: Brand = Brand()
    prose: ProseSettings = ProseSettings()
    search: YesNo = True
    allow: Mapping[str, Line] = field(default_factory=dict)
    share_cards: YesNo = False

    @property
    def name(self) -> str:
        """What the site is called in its own language."""
        return words_in(self.title, self.language, self.language)[0]
