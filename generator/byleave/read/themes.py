"""The files of `themes/` to themes."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import ConfigDict

from byleave.diagnostics import Diagnostic, SiteError, error, nearest
from byleave.model.published import MediaFile, Theme
from byleave.model.scalars import STRICT, Line, ListOf
from byleave.positions import Positions
from byleave.read.found_files import FoundFile, UnreadableError
from byleave.read.front_matter import split
from byleave.read.own_words import own_links, own_media
from byleave.read.records import read_record
from byleave.read.slugs import slug
from byleave.read.text_files import read_text
from byleave.values import replace


@dataclass(frozen=True, slots=True, kw_only=True)
class _ThemeRecord:
    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    title: Line
    also_known_as: Annotated[tuple[Line, ...], ListOf] = ()
    broader: Line | None = None


def read_themes(
    files: tuple[FoundFile, ...], group: Mapping[str, MediaFile], site_url: str
) -> tuple[Theme, ...]:
    """Every theme; raises SiteError, since a faulty theme would make stories faulty."""
    findings: list[Diagnostic] = []
    themes: dict[str, tuple[Theme, Positions]] = {}
    for file in files:
        if not file.path.endswith(".md"):
            continue
        try:
            parts = split(read_text(file), file.path)
        except UnreadableError as fault:
            findings.append(fault.finding)
            continue
        findings += parts.findings
        if parts.unread:
            continue
        record, faults = read_record(_ThemeRecord, parts.data, file.path, parts.positions)
        findings += faults
        if record is None:
            continue
        links = own_links(parts.body, parts.body_line, file.path, site_url)
        theme = Theme(
            path=file.path,
            slug=slug(file.path.rpartition("/")[2].removesuffix(".md")),
            title=record.title,
            also_known_as=record.also_known_as,
            broader=record.broader,
            body=parts.body,
            links=links,
            media=own_media(links, group),
        )
        themes[file.path] = theme, parts.positions
    findings += _shared_names(themes)
    related = tuple(_broader(theme, at, themes, findings) for theme, at in themes.values())
    if findings:
        raise SiteError(findings)
    return related


def _names(theme: Theme) -> set[str]:
    return {name.casefold() for name in (theme.slug, theme.title, *theme.also_known_as)}


def _shared_names(themes: Mapping[str, tuple[Theme, Positions]]) -> list[Diagnostic]:
    owners: dict[str, list[str]] = defaultdict(list)
    for path, (theme, _) in themes.items():
        for name in _names(theme):
            owners[name].append(path)
    message, do = "another theme has the same name", "keep it in one of them"
    return [
        error(path, "theme-twice", message, do, themes[path][1].at("also_known_as"))
        for paths in owners.values()
        if len(paths) > 1
        for path in paths
    ]


def _broader(
    theme: Theme,
    positions: Positions,
    themes: Mapping[str, tuple[Theme, Positions]],
    findings: list[Diagnostic],
) -> Theme:
    if theme.broader is None:
        return theme
    known = {name: other.slug for other, _ in themes.values() for name in _names(other)}
    found = known.get(theme.broader.casefold())
    if found is None or found == theme.slug:
        meant = nearest(theme.broader, known)
        do = f"did you mean “{meant}”?" if meant else "add that theme first"
        at = positions.at("broader")
        findings.append(error(theme.path, "unknown-theme", "this theme is not known", do, at))
    return replace(theme, broader=found)
