"""`site_src/site.yaml` to the settings of a site."""

from collections.abc import Iterator
from pathlib import Path

from byleave.diagnostics import Diagnostic, SiteError, error
from byleave.model.addresses import MEDIA
from byleave.model.settings import Settings, not_in_languages
from byleave.positions import Positions
from byleave.read.found_files import UnreadableError, found_file
from byleave.read.front_matter.look_alikes import with_signs_named
from byleave.read.front_matter.typed_records import read_record
from byleave.read.front_matter.yaml_text import read_yaml
from byleave.read.group.brand import read_brand
from byleave.read.text_files import read_text
from byleave.read.unfinished_merges import merge_faults
from byleave.suggestions import nearest
from byleave.values import replace

SETTINGS = "site_src/site.yaml"
# What others call such a file.
_OTHER_NAMES = tuple(
    f"site_src/{name}"
    for name in ("site.yml", "Site.yaml", "Site.yml", "site.yaml.txt", "_config.yml", "config.yaml")
)


def read_settings(site: Path) -> Settings:
    """The settings of the site folder `site`; raises SiteError with every fault of them."""
    return placed_settings(site)[0]


def placed_settings(site: Path) -> tuple[Settings, Positions]:
    """The same, and where each of them stands in its file."""
    try:
        text = read_text(found_file(site, SETTINGS))
    except FileNotFoundError:
        raise SiteError([_no_site(site)]) from None
    except UnreadableError as fault:
        raise SiteError([fault.finding]) from None
    if marks := merge_faults(text, SETTINGS):
        raise SiteError(marks)
    data, positions, findings = read_yaml(text, SETTINGS)
    findings = with_signs_named(findings, text, 1)
    if findings and not data:
        raise SiteError(findings)
    settings, faults = read_record(Settings, data, SETTINGS, positions)
    if settings is None or findings or faults:
        raise SiteError([*findings, *faults])
    brand, faults = read_brand(settings.brand, SETTINGS, positions)
    faults += (*_logo_faults(site, brand.logo, positions), *_unread(settings, positions))
    if faults:
        raise SiteError(faults)
    return replace(settings, brand=brand, url=settings.url.rstrip("/") + "/"), positions


def _unread(settings: Settings, positions: Positions) -> Iterator[Diagnostic]:
    """Words in a language that the site is not in would stand nowhere."""
    for key in not_in_languages(settings):
        language = str(key[-1])
        meant = nearest(language, settings.languages)
        add = f"add {language} to languages, or take this out"
        yield error(
            SETTINGS,
            "not-in-languages",
            "the site is not in this language",
            f"did you mean {meant}? Else {add}" if meant else add,
            positions.at(*key),
        )


def _no_site(site: Path) -> Diagnostic:
    """That there are no settings, or that they have another name."""
    do = "go into a site folder, name one with --site, or begin one: byleave new site FOLDER"
    for other in _OTHER_NAMES:
        if (site / other).is_file():
            message = f"there is no site here, but a file {other}"
            return error(SETTINGS, "no-site", message, "call that file site.yaml")
    return error(SETTINGS, "no-site", "there is no site here", do)


def _logo_faults(site: Path, logo: str | None, positions: Positions) -> Iterator[Diagnostic]:
    """A logo that is not there would be missing on every page."""
    if logo and not (logo.startswith(MEDIA) and (site / f"site_src{logo}").is_file()):
        do = "put it below site_src/media/, and write it like /media/logo.svg"
        at = positions.at("brand", "logo")
        yield error(SETTINGS, "brand-logo", "there is no picture at this address", do, at)
