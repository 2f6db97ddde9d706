"""Links to other sites, for `byleave check --links`: asked on request, and never in a build."""

from datetime import datetime
from pathlib import Path
from time import sleep

from byleave.asking_elsewhere import Answers, look_at
from byleave.asking_elsewhere.asking import asked
from byleave.cli.private_state import state_folder
from byleave.diagnostics import Diagnostic
from byleave.pipeline.links_elsewhere import gone_findings, links_to_others


def dead_elsewhere(
    site: Path, now: datetime, guard_key: bytes | None
) -> tuple[tuple[Diagnostic, ...], str]:
    """What leads to nothing any more, and a line on how many were asked and answered."""
    links = links_to_others(site, now, guard_key)
    answers = Answers(state_folder(), now.date())
    found = look_at((one.to for one in links), answers, asked, sleep)
    said = f"links to other sites: {len({one.to for one in links})}, {found.asked} asked now"
    if found.unsure:
        said += f", {found.unsure} without an answer today"
    return gone_findings(links, found.gone), said
