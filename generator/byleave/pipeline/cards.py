"""Cards for sharing, where a group wants some and the font for them is there."""

from byleave.diagnostics import Diagnostic, warning
from byleave.model.site_plan import SitePlan
from byleave.positions import Position
from byleave.share_cards import can_be_drawn
from byleave.values import replace

_SETTINGS = "site_src/site.yaml"


def with_cards(plan: SitePlan, at: Position) -> tuple[SitePlan, tuple[Diagnostic, ...]]:
    """`plan` without cards where none can be drawn, and what is said of that at the setting."""
    if not plan.cards or can_be_drawn():
        return plan, ()
    message = "cards for sharing need a font that is not here, so there are none"
    do = "pip install 'byleave[cards]', also where the site is built; or take `share_cards:` out"
    return replace(plan, cards=()), (warning(_SETTINGS, "cards-without-font", message, do, at),)
