"""Ways to reach somebody that stand among other words."""

import re

import pytest

from byleave.render.reachable import reachable


@pytest.mark.parametrize(
    ("words", "addresses"),
    [
        ("01632 960148, or text 07700 900148", ["tel:01632960148", "tel:07700900148"]),
        ("+44 (0)1632 960148.", ["tel:+441632960148"]),
        ("yes, ring in on 01632 960149", ["tel:01632960149"]),
        ("hello@sallow.example.org or the office", ["mailto:hello@sallow.example.org"]),
        ("by 20 January 2027, 10:30 – 12:00, 24 places at £15.00", []),
        ("2027-01-20 10:30", []),
        ("https://meet.example.org/01632960148", []),
        ("SV-0163296014", []),
    ],
)
def test_numbers_and_addresses_are_links(words: str, addresses: list[str]) -> None:
    """Somebody with one thumb taps it; a day, a price and a record are none."""
    assert re.findall('href="([^"]*)"', reachable(words)) == addresses


def test_all_else_stays_as_it_is_written() -> None:
    """Nothing of it becomes markup."""
    said = reachable('<b>"Ann" & 01632 960148</b>')
    assert said == (
        '&lt;b&gt;&#34;Ann&#34; &amp; <a href="tel:01632960148">01632 960148</a>&lt;/b&gt;'
    )
