"""What a group says of asking: whom to tell, and what the law wants people to be told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, ConfigDict
from pydantic_core import PydanticCustomError

from byleave.model.languages import base_language
from byleave.model.scalars import (
    STRICT,
    Country,
    LanguageOrOwn,
    Line,
    ListOf,
    WebAddress,
)
from byleave.values import field_names

# Where the General Data Protection Regulation is law: the European Economic Area (EEA).
_EEA = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI "
    "SK".split()
)
# Its name in a country; none where it is not law.
Act = Literal["UK GDPR", "GDPR", ""]
# The key of words that are in the language of the site, whichever that is.
OWN = ""


def _by_language(value: Any) -> Any:
    if isinstance(value, list):
        raise PydanticCustomError("not-text", "a line of text belongs here, not a list")
    return {OWN: value} if isinstance(value, str) else value


def _not_none(words: Mapping[str, str]) -> Mapping[str, str]:
    if not words:
        raise PydanticCustomError("empty", "there is nothing here")
    return words


# One line for all readers, or one for each language, by its tag.
InLanguages = Annotated[
    Mapping[LanguageOrOwn, Line],
    BeforeValidator(_not_none),
    BeforeValidator(_by_language, json_schema_input_type=Line | Mapping[LanguageOrOwn, Line]),
]


def words_in(said: Mapping[str, str], language: str, own: str) -> tuple[str, str]:
    """What is `said` for a reader of `language`, and the language that this is in.

    Where it is not said in that language, nor as another country has it, it is in the site's `own`.
    """
    by_language = {tag or own: words for tag, words in said.items()}
    first = next(iter(by_language))
    alike = (tag for tag in by_language if base_language(tag) == base_language(language))
    for tag in (language, *alike, own, first):
        if tag in by_language:
            return by_language[tag], tag
    raise AssertionError


def is_said_in(said: Mapping[str, str], language: str, own: str) -> bool:
    """Whether what is `said` is there in `language`, and so fits into its sentences."""
    return base_language(words_in(said, language, own)[1]) == base_language(language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Somebody who has what people agreed to, or keeps it for the group; and in which country."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    name: Line
    country: Country
    does: InLanguages | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """How long a group keeps what is not public: the sheet, the number, the older files."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    sheet: InLanguages | None = None
    record: InLanguages | None = None
    files: InLanguages | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Regulator:
    """The authority that people can complain to about how a group treats what it knows of them."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    name: InLanguages
    address: Line
    telephone: Line | None = None
    website: WebAddress | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """What the law wants people to be told before they say yes; nothing here is made up for it."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    name: Line | None = None
    number: Line | None = None
    address: Line | None = None
    officer: Line | None = None
    country: Country | None = None
    why: InLanguages | None = None
    recipients: Annotated[tuple[Recipient, ...], ListOf] = ()
    keeps: Keeping = Keeping()
    complaints: InLanguages | None = None
    regulator: Regulator | None = None

    @property
    def act(self) -> Act:
        """Which law is meant; where no country is told, the one after which the others are made."""
        if self.country == "GB":
            return "UK GDPR"
        return "GDPR" if self.country is None or self.country in _EEA else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Permission:
    """Whom a storyteller asks to change or stop their story, and how soon they act."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    person: InLanguages
    within: InLanguages
    telephone: Line | None = None
    text: Line | None = None
    email: Line | None = None
    post: InLanguages | None = None
    words: Literal["required", "optional"] = "optional"
    law: Law = Law()

    def __post_init__(self) -> None:
        """At least one way must be there: a promise without a door is none."""
        if not (self.telephone or self.text or self.email or self.post):
            raise PydanticCustomError(
                "permission-way", "at least one of telephone, text, email or post is needed"
            )


# What a group may well do without: an officer is for a few, and complaints go to `person` else.
_OF_A_FEW = frozenset(("officer", "complaints", "telephone", "website", "does"))


def missing_of_law(permission: Permission) -> tuple[str, ...]:
    """The keys of what the law wants told that are not there, as a person would write them."""
    return tuple(_missing("permission.law", permission.law))


def _missing(place: str, group: Any) -> Iterator[str]:
    for name in field_names(type(group)):
        value = getattr(group, name)
        if isinstance(value, Keeping):
            yield from _missing(f"{place}.{name}", value)
        elif not value and name not in _OF_A_FEW:
            yield f"{place}.{name}"


def missing_languages(
    key: str, value: Any, own: str, languages: tuple[str, ...]
) -> tuple[str, ...]:
    """What the setting at `key` does not say in each of `languages`: `permission.within (cy)`."""
    return tuple(
        f"{place} ({language})"
        for place, said in _said(key, value)
        for language in languages
        if not is_said_in(said, language, own)
    )


def _said(place: str, value: Any) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Everything that can be said in several languages, by its key."""
    if isinstance(value, Mapping):
        yield place, value
    elif isinstance(value, tuple):
        for one in value:
            yield from _said(place, one)
    elif is_dataclass(value):
        for name in field_names(type(value)):
            yield from _said(f"{place}.{name}", getattr(value, name))
