"""The files of `site_src/pages/` to fixed pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from msgspec import Struct
from pydantic import ConfigDict

from byleave.diagnostics import Diagnostic, error
from byleave.model.addresses import (
    RESERVED,
    edition_address,
    is_reserved,
    is_too_long,
    own_page_address,
    page_address,
)
from byleave.model.published import FixedPage, MediaFile
from byleave.model.scalars import STRICT, Language, Line, ListOf, SitePath
from byleave.model.settings import Settings
from byleave.read.found_files import FileThere
from byleave.read.front_matter.splitting import FIRST_LINE
from byleave.read.front_matter.typed_records import read_record
from byleave.read.front_matter.yaml_comments import cut_short
from byleave.read.group.own_words import own_links, own_media, own_text, own_warnings
from byleave.read.stories.copied_files import is_copied


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRecord:
    """Every key of a fixed page, typed."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    title: Line
    summary: Line = ""
    language: Language | None = None
    aliases: Annotated[tuple[SitePath, ...], ListOf] = ()


class OwnPages(Struct, frozen=True, kw_only=True):
    """Every page without a fault, and what is wrong with the others.

    `claimed` are the addresses of all of them, with their paths: nothing else may stand where a
    faulty one will.
    """

    pages: tuple[FixedPage, ...]
    claimed: Mapping[str, str]
    findings: tuple[Diagnostic, ...]


def read_pages(
    files: tuple[FileThere, ...], group: Mapping[str, MediaFile], settings: Settings
) -> OwnPages:
    """The pages in `files`."""
    pages: list[FixedPage] = []
    claimed: dict[str, str] = {}
    findings: list[Diagnostic] = []
    for file in files:
        if not file.path.endswith(".md"):
            continue
        page, faults = _page(file, group, settings)
        findings += faults
        if page is not None and page.address in claimed:
            do = "rename one of the two files"
            message = f"{claimed[page.address]} has the same address"
            findings.append(error(file.path, "address-twice", message, do))
        elif page is not None:
            pages.append(page)
        if not is_copied(file.path):
            claimed.setdefault(own_page_address(file.path), file.path)
    return OwnPages(pages=tuple(pages), claimed=claimed, findings=tuple(findings))


def _page(
    file: FileThere, group: Mapping[str, MediaFile], settings: Settings
) -> tuple[FixedPage | None, tuple[Diagnostic, ...]]:
    parts = own_text(file)
    if parts.unread:
        return None, parts.findings
    record, faults = read_record(PageRecord, parts.data, file.path, parts.positions)
    address = own_page_address(file.path)
    findings = [*parts.findings, *faults]
    if address.strip("/").partition("/")[0] in RESERVED:
        message = "pages of Byleave's own have this address"
        findings.append(error(file.path, "reserved-name", message, "rename the file"))
    findings += [
        error(
            file.path,
            "reserved-name",
            "pages of Byleave's own have one of these addresses",
            "take it out",
            parts.positions.at("aliases", number),
        )
        for number, alias in enumerate(record.aliases if record else ())
        if is_reserved(page_address(alias).strip("/").split("/"))
    ]
    if is_too_long(address):
        do = "give it a shorter name"
        findings.append(error(file.path, "name-too-long", "the name of this file is too long", do))
    if record is None or findings:
        return None, tuple(findings)
    links = own_links(parts.body, parts.body_line, file.path, settings.url)
    page = FixedPage(
        path=file.path,
        address=address,
        title=record.title,
        summary=record.summary,
        language=record.language or _language_of(address, settings),
        body=parts.body,
        links=links,
        media=own_media(links, group),
        line=parts.body_line,
        aliases=record.aliases,
    )
    cut = cut_short(parts.yaml, file.path, FIRST_LINE)
    return page, (*cut, *own_warnings(parts, file.path, settings))


def _language_of(address: str, settings: Settings) -> str:
    """The language of a page that names none: the first page of a language is in that."""
    homes = {edition_address(language): language for language in settings.languages}
    return homes.get(address, settings.language)
