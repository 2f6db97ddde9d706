"""Everyone can read it: what axe-core finds on every kind of page, in every scheme of colours."""

from typing import Any, Literal

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import KINDS
from tests.browser.sites import BuiltSite
from tests.set_up.checkers import AXE

pytestmark = pytest.mark.slow

_RULES = {
    "runOnly": [
        *("wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"),
        *("wcag22aaa", "best-practice"),
    ],
    "rules": {"color-contrast-enhanced": {"enabled": True}},
}
Scheme = Literal["light", "dark", "forced"]


def violations(page: Page) -> list[str]:
    """What axe-core finds on the page, a line each."""
    page.evaluate(AXE.read_text("utf-8"))
    found: dict[str, Any] = page.evaluate("rules => axe.run(document, rules)", _RULES)
    return [
        f"{rule['id']}: {node['html'][:120]} {node.get('failureSummary', '')[:200]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def dressed(page: Page, scheme: Scheme) -> None:
    """Show pages in a scheme of colours."""
    if scheme == "forced":
        page.emulate_media(forced_colors="active")
    else:
        page.emulate_media(color_scheme=scheme)


@pytest.mark.parametrize("scheme", ["light", "dark", "forced"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_violation(page: Page, sites: tuple[BuiltSite, ...], kind: str, scheme: Scheme) -> None:
    """WCAG 2.2 A, AA and AAA and best practice: 0 violations on this kind of page."""
    dressed(page, scheme)
    found = {}
    for site in sites:
        for address in site.of_kind(kind):
            page.goto(site.url + address)
            found[address] = violations(page)
    assert found, f"no page of the kind {kind} was built"
    assert {address: lines for address, lines in found.items() if lines} == {}


def test_a_violation_is_found(page: Page) -> None:
    """What finds nothing on our pages does find a picture without words and a pale text."""
    page.set_content(
        "<!doctype html><html lang=en><title>t</title><main><h1>t</h1>"
        '<img src="x.png"><p style="color:#999;background:#fff">pale</p></main>'
    )
    found = " ".join(violations(page))
    assert "image-alt" in found
    assert "color-contrast" in found
