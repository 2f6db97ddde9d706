"""The files of `themes/` to themes; of a faulty one the names stay known, and nothing else."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from msgspec import Struct
from pydantic import ConfigDict

from byleave.diagnostics import Diagnostic, error
from byleave.model.addresses import former_slug, own_name, slug
from byleave.model.published import MediaFile, Theme
from byleave.model.scalars import STRICT, Line, ListOf
from byleave.model.settings import Settings
from byleave.positions import Positions
from byleave.read.found_files import FileThere
from byleave.read.front_matter.salvaging import lines_of
from byleave.read.front_matter.splitting import FileParts, unread
from byleave.read.front_matter.typed_records import read_record
from byleave.read.group.own_words import own_links, own_media, own_text, own_warnings
from byleave.read.stories.copied_files import copied_file, is_copied
from byleave.suggestions import nearest
from byleave.values import replace


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeRecord:
    """Every key of a theme, typed."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    title: Line
    also_known_as: Annotated[tuple[Line, ...], ListOf] = ()
    broader: Line | None = None


class _Read(Struct, frozen=True, kw_only=True):
    """A theme, all names by which a story may mean it, and what is wrong with its file.

    `warnings` change nothing."""

    theme: Theme
    names: frozenset[str]
    positions: Positions
    findings: tuple[Diagnostic, ...] = ()
    warnings: tuple[Diagnostic, ...] = ()


class ReadThemes(Struct, frozen=True, kw_only=True):
    """Every theme, the slug by each name in small letters, and what is wrong with their files.

    A faulty theme is there without its description, so that no story falls with it.
    """

    themes: tuple[Theme, ...]
    names: Mapping[str, str]
    findings: tuple[Diagnostic, ...]


def read_themes(
    files: tuple[FileThere, ...],
    faults: tuple[Diagnostic, ...],
    group: Mapping[str, MediaFile],
    settings: Settings,
) -> ReadThemes:
    """The themes in `files`, and those at the paths of `faults`, whose files were not found."""
    texts = [file for file in files if file.path.endswith(".md")]
    copies = tuple(copied_file(file.path) for file in texts if is_copied(file.path))
    read = [_theme(file, group, settings) for file in texts if not is_copied(file.path)]
    lost = [fault for fault in faults if fault.path.endswith(".md")]
    read += [_faulty(fault.path, unread("", fault)) for fault in lost]
    others = (fault for fault in faults if fault not in lost)
    # A story may still mean a theme by what its address was called before.
    names = {former_slug(own_name(one.theme.path)): one.theme.slug for one in read}
    for one in reversed(read):
        names |= dict.fromkeys(one.names, one.theme.slug)
    twice = _shared_names(read)
    found = [_checked(one, names, twice) for one in read]
    themes = {one.theme.slug: one.theme for one in reversed(found)}
    told = (finding for one in found for finding in (*one.findings, *one.warnings))
    return ReadThemes(
        themes=tuple(reversed(themes.values())), names=names, findings=(*copies, *told, *others)
    )


def without_words(theme: Theme) -> Theme:
    """What is published of a faulty theme: its name."""
    return replace(theme, also_known_as=(), broader=None, body="", links=(), media={})


def _theme(file: FileThere, group: Mapping[str, MediaFile], settings: Settings) -> _Read:
    parts = own_text(file)
    findings = list(parts.findings)
    record = None
    if not parts.unread:
        record, faults = read_record(ThemeRecord, parts.data, file.path, parts.positions)
        findings += faults
    if record is None or findings:
        return _faulty(file.path, replace(parts, findings=tuple(findings)))
    links = own_links(parts.body, parts.body_line, file.path, settings.url)
    theme = Theme(
        path=file.path,
        slug=_slug(file.path),
        title=record.title,
        also_known_as=record.also_known_as,
        broader=record.broader,
        body=parts.body,
        links=links,
        media=own_media(links, group),
        line=parts.body_line,
    )
    names = frozenset(map(str.casefold, (theme.slug, theme.title, *theme.also_known_as)))
    warnings = own_warnings(parts, file.path, settings)
    return _Read(theme=theme, names=names, positions=parts.positions, warnings=warnings)


def _faulty(path: str, parts: FileParts) -> _Read:
    """A theme of which no more is told than what it is called."""
    titles = [*lines_of(parts, "title"), _slug(path).replace("-", " ")]
    theme = Theme(
        path=path,
        slug=_slug(path),
        title=titles[0],
        also_known_as=(),
        broader=None,
        body="",
        links=(),
        media={},
    )
    names = (theme.slug, *titles, *lines_of(parts, "also_known_as"))
    return _Read(
        theme=theme,
        names=frozenset(map(str.casefold, names)),
        positions=parts.positions,
        findings=parts.findings,
    )


def _slug(path: str) -> str:
    return slug(own_name(path))


def _shared_names(read: list[_Read]) -> frozenset[str]:
    """The names that more than one theme has."""
    owners: dict[str, set[str]] = defaultdict(set)
    for one in read:
        for name in one.names:
            owners[name].add(one.theme.path)
    return frozenset(name for name, paths in owners.items() if len(paths) > 1)


def _checked(one: _Read, names: Mapping[str, str], twice: frozenset[str]) -> _Read:
    """A theme that was read with its broader one as a slug, or without words if that is at fault.

    What is wrong with a file by itself is told alone.
    """
    if one.findings:
        return one
    theme, at = one.theme, one.positions
    findings = []
    if not twice.isdisjoint(one.names):
        message, do = "another theme has the same name", "keep it in one of them"
        findings.append(error(theme.path, "theme-twice", message, do, at.at("also_known_as")))
    broader = names.get(theme.broader.casefold()) if theme.broader else None
    if theme.broader and broader in (None, theme.slug):
        meant = nearest(theme.broader, names)
        do = f"did you mean “{meant}”?" if meant else "add that theme first"
        message = "this theme is not known"
        findings.append(error(theme.path, "unknown-theme", message, do, at.at("broader")))
    shown = without_words(theme) if findings else replace(theme, broader=broader)
    return replace(one, theme=shown, findings=tuple(findings))
