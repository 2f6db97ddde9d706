"""Law 1 on paper: a sheet of what is on is that of the site in which nobody withheld ever was."""

from datetime import timedelta

import pytest

from byleave.model.whats_on import Wanted, WhatsOn
from byleave.pipeline.for_printing import published_of, sheet_of, sheet_on_paper
from byleave.values import replace
from tests.laws.cut import cut_out
from tests.laws.folders import scratch, site_files, write_files
from tests.laws.model import AS_OF, TODAY, Site
from tests.laws.rules import withheld
from tests.laws.trying import sample

SITES = 60


def sheet(site: Site) -> tuple[WhatsOn, str]:
    """The sheet of a generated site, and how it is set: with whatever may be printed or not."""
    with scratch() as folder:
        write_files(folder, site_files(site))
        published = published_of(folder, AS_OF, None)
    wanted = Wanted(first=TODAY, last=TODAY + timedelta(days=90))
    found = sheet_of(published, wanted)
    html = sheet_on_paper(found, published, language="en-GB", size="A4")
    # A file lies at an address of its own in each folder; the sheet shows none.
    return replace(found, events=()), html


@pytest.mark.slow
def test_a_sheet_is_as_if_it_never_was() -> None:
    """Nobody reads from paper who is gone; nor from how many events are left out."""
    printed = 0
    for case in sample(SITES, first=31):
        never = cut_out(case.site, withheld(case.site, TODAY), case.references)
        told = sheet(case.site)
        assert told == sheet(never)
        printed += told[1].count("<article>")
    assert printed > SITES // 10
