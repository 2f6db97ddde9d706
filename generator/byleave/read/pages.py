"""The files of `site_src/pages/` to fixed pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from msgspec import Struct
from pydantic import ConfigDict

from byleave.diagnostics import Diagnostic, error
from byleave.model.addresses import HOME, RESERVED, is_too_long, own_name, slug
from byleave.model.published import FixedPage, MediaFile
from byleave.model.scalars import STRICT, Language, Line
from byleave.model.settings import Settings
from byleave.read.copied_files import is_copied
from byleave.read.found_files import FoundFile
from byleave.read.front_matter import FIRST_LINE
from byleave.read.own_words import own_links, own_media, own_text, own_warnings
from byleave.read.records import read_record
from byleave.read.yaml_comments import cut_short


@dataclass(frozen=True, slots=True, kw_only=True)
class _PageRecord:
    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    title: Line
    summary: Line = ""
    language: Language | None = None


class OwnPages(Struct, frozen=True, kw_only=True):
    """Every page without a fault, and what is wrong with the others.

    `claimed` are the addresses of all of them, with their paths: nothing else may stand where a
    faulty one will.
    """

    pages: tuple[FixedPage, ...]
    claimed: Mapping[str, str]
    findings: tuple[Diagnostic, ...]


def read_pages(
    files: tuple[FoundFile, ...], group: Mapping[str, MediaFile], settings: Settings
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
            claimed.setdefault(_address(file), file.path)
    return OwnPages(pages=tuple(pages), claimed=claimed, findings=tuple(findings))


def _address(file: FoundFile) -> str:
    return f"{HOME}{slug(own_name(file.path))}/"


def _page(
    file: FoundFile, group: Mapping[str, MediaFile], settings: Settings
) -> tuple[FixedPage | None, tuple[Diagnostic, ...]]:
    parts = own_text(file)
    if parts.unread:
        return None, parts.findings
    record, faults = read_record(_PageRecord, parts.data, file.path, parts.positions)
    address = _address(file)
    findings = [*parts.findings, *faults]
    if address.strip("/") in RESERVED:
        message = "pages of Byleave's own have this address"
        findings.append(error(file.path, "reserved-name", message, "rename the file"))
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
        language=record.language or settings.language,
        body=parts.body,
        links=links,
        media=own_media(links, group),
    )
    cut = cut_short(parts.yaml, file.path, FIRST_LINE)
    return page, (*cut, *own_warnings(parts, file.path, settings))
