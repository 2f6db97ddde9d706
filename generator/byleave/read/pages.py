"""The files of `site_src/pages/` to fixed pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from pydantic import ConfigDict

from byleave.diagnostics import Diagnostic, error
from byleave.model.published import FixedPage, MediaFile
from byleave.model.scalars import STRICT, Language, Line
from byleave.model.settings import Settings
from byleave.read.found_files import FoundFile, UnreadableError
from byleave.read.front_matter import split
from byleave.read.own_words import own_links, own_media
from byleave.read.records import read_record
from byleave.read.slugs import RESERVED, is_too_long, slug
from byleave.read.text_files import read_text


@dataclass(frozen=True, slots=True, kw_only=True)
class _PageRecord:
    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    title: Line
    summary: Line = ""
    language: Language | None = None


def read_pages(
    files: tuple[FoundFile, ...], group: Mapping[str, MediaFile], settings: Settings
) -> tuple[tuple[FixedPage, ...], tuple[Diagnostic, ...]]:
    """Every page without a fault, and what is wrong with the others."""
    pages: dict[str, FixedPage] = {}
    findings: list[Diagnostic] = []
    for file in files:
        if not file.path.endswith(".md"):
            continue
        try:
            page, faults = _page(file, group, settings)
        except UnreadableError as fault:
            findings.append(fault.finding)
            continue
        findings += faults
        if page is not None and page.address in pages:
            do = "rename one of them"
            findings.append(error(file.path, "address-twice", "two pages have this name", do))
        elif page is not None:
            pages[page.address] = page
    return tuple(pages.values()), tuple(findings)


def _page(
    file: FoundFile, group: Mapping[str, MediaFile], settings: Settings
) -> tuple[FixedPage | None, tuple[Diagnostic, ...]]:
    parts = split(read_text(file), file.path)
    if parts.unread:
        return None, parts.findings
    record, faults = read_record(_PageRecord, parts.data, file.path, parts.positions)
    name = slug(file.path.rpartition("/")[2].removesuffix(".md"))
    findings = [*parts.findings, *faults]
    if name in RESERVED:
        message = "pages of Byleave's own have this address"
        findings.append(error(file.path, "reserved-name", message, "rename the file"))
    if is_too_long(name):
        do = "give it a shorter name"
        findings.append(error(file.path, "name-too-long", "the name of this file is too long", do))
    if record is None or findings:
        return None, tuple(findings)
    links = own_links(parts.body, parts.body_line, file.path, settings.url)
    page = FixedPage(
        path=file.path,
        address=f"/{name}/",
        title=record.title,
        summary=record.summary,
        language=record.language or settings.language,
        body=parts.body,
        links=links,
        media=own_media(links, group),
    )
    return page, ()
