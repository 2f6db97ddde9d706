"""`site_src/site.yaml` to the settings of a site."""

from dataclasses import replace
from pathlib import Path

from byleave.diagnostics import SiteError, error
from byleave.model.settings import Settings
from byleave.read.records import read_record
from byleave.read.text_files import FoundFile, UnreadableError, read_text
from byleave.read.yaml_text import read_yaml

SETTINGS = "site_src/site.yaml"


def read_settings(site: Path) -> Settings:
    """The settings of the site folder `site`; raises SiteError with every fault of them."""
    file = FoundFile(path=SETTINGS, real=site / SETTINGS)
    if not file.real.is_file():
        do = "run this in a site folder, or name one with --site; `byleave new site` makes one"
        raise SiteError([error(SETTINGS, "no-site", "there is no site here", do)])
    try:
        text = read_text(file)
    except UnreadableError as fault:
        raise SiteError([fault.finding]) from None
    data, positions, findings = read_yaml(text, SETTINGS)
    settings, faults = read_record(Settings, data, SETTINGS, positions)
    if settings is None or findings or faults:
        raise SiteError([*findings, *faults])
    return replace(settings, url=settings.url.rstrip("/") + "/")
