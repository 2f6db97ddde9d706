"""Everyone can read it: what axe-core finds on every kind of page, in every scheme of colours."""

from collections.abc import Mapping
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
# A page has the same elements in every scheme, so all that is no colour is looked at in one.
_COLOURS = {**_RULES, "runOnly": ["cat.color"]}
Scheme = Literal["light", "dark", "forced"]
_SCHEMES: Mapping[Scheme, Mapping[str, Any]] = {
    "light": _RULES,
    "dark": _COLOURS,
    "forced": _COLOURS,
}


def violations(page: Page, rules: Mapping[str, Any] = _RULES) -> list[str]:
    """What axe-core finds on the page, a line each."""
    page.evaluate(AXE.read_text("utf-8"))
    found: dict[str, Any] = page.evaluate("rules => axe.run(document, rules)", rules)
    return [
        f"{rule['id']}: {node['html'][:120]} {node.get('failureSummary', '')[:200]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def dressed(page: Page, scheme: Scheme) -> None:
    """Show the page in a scheme of colours."""
    if scheme == "forced":
        page.emulate_media(forced_colors="active")
    else:
        page.emulate_media(color_scheme=scheme, forced_colors="none")


@pytest.mark.parametrize("kind", KINDS)
def test_no_violation(page: Page, sites: tuple[BuiltSite, ...], kind: str) -> None:
    """WCAG 2.2 A, AA and AAA and best practice: 0 violations on this kind of page."""
    found = {}
    for address in (site.url + address for site in sites for address in site.of_kind(kind)):
        page.goto(address)
        for scheme, rules in _SCHEMES.items():
            dressed(page, scheme)
            found[address, scheme] = violations(page, rules)
    assert found, f"no page of the kind {kind} was built"
    assert {where: lines for where, lines in found.items() if lines} == {}


@pytest.mark.parametrize("scheme", _SCHEMES)
def test_pale_words_are_found(page: Page, scheme: Scheme) -> None:
    """What finds nothing on our pages finds words that are hard to see, in each scheme."""
    page.set_content(
        "<!doctype html><html lang=en><title>t</title><main><h1>t</h1>"
        '<p style="color:#999;background:#fff;forced-color-adjust:none">pale</p></main>'
    )
    dressed(page, scheme)
    assert "color-contrast" in " ".join(violations(page, _SCHEMES[scheme]))


def test_a_violation_is_found(page: Page) -> None:
    """What finds nothing on our pages does find a picture without words and a pale text."""
    page.set_content(
        "<!doctype html><html lang=en><title>t</title><main><h1>t</h1>"
        '<img src="x.png"><p style="color:#999;background:#fff">pale</p></main>'
    )
    found = " ".join(violations(page))
    assert "image-alt" in found
    assert "color-contrast" in found
