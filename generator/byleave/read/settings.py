"""`site_src/site.yaml` to the settings of a site."""

from collections.abc import Iterator
from pathlib import Path

from byleave.diagnostics import Diagnostic, SiteError, error
from byleave.model.addresses import MEDIA
from byleave.model.settings import Settings
from byleave.positions import Positions
from byleave.read.brand import read_brand
from byleave.read.found_files import UnreadableError, found_file
from byleave.read.records import read_record
from byleave.read.text_files import read_text
from byleave.read.yaml_text import read_yaml
from byleave.values import replace

SETTINGS = "site_src/site.yaml"


def read_settings(site: Path) -> Settings:
    """The settings of the site folder `site`; raises SiteError with every fault of them."""
    return placed_settings(site)[0]


def placed_settings(site: Path) -> tuple[Settings, Positions]:
    """The same, and where each of them stands in its file."""
    try:
        text = read_text(found_file(site, SETTINGS))
    except FileNotFoundError:
        do = "run this in a site folder, or name one with --site"
        raise SiteError([error(SETTINGS, "no-site", "there is no site here", do)]) from None
    except UnreadableError as fault:
        raise SiteError([fault.finding]) from None
    data, positions, findings = read_yaml(text, SETTINGS)
    if findings and not data:
        raise SiteError(findings)
    settings, faults = read_record(Settings, data, SETTINGS, positions)
    if settings is None or findings or faults:
        raise SiteError([*findings, *faults])
    brand, faults = read_brand(settings.brand, SETTINGS, positions)
    faults += tuple(_logo_faults(site, brand.logo, positions))
    if faults:
        raise SiteError(faults)
    return replace(settings, brand=brand, url=settings.url.rstrip("/") + "/"), positions


def _logo_faults(site: Path, logo: str | None, positions: Positions) -> Iterator[Diagnostic]:
    """A logo that is not there would be missing on every page."""
    if logo and not (logo.startswith(MEDIA) and (site / f"site_src{logo}").is_file()):
        do = "put it below site_src/media/, and write it like /media/logo.svg"
        at = positions.at("brand", "logo")
        yield error(SETTINGS, "brand-logo", "there is no picture at this address", do, at)
