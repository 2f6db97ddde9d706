"""The group's own texts in a site in which what is withheld never was.

Its navigation and its logo, its pages, and the descriptions of themes.
"""

import json
import re
from collections.abc import Mapping

from tests.laws.along import tells, withheld_voices
from tests.laws.kin import Kin
from tests.laws.naming import named
from tests.laws.text import links
from tests.laws.withheld import Withheld

SETTINGS = "site_src/site.yaml"
ITEM = re.compile(r'^  - \{title: (".*"), address: (\S+)\}\n', re.MULTILINE)
LOGO = re.compile(r"^brand: \{logo: (\S+)\}\n", re.MULTILINE)


def without_telling_items(kin: Kin, text: str, gone: Withheld) -> str:
    """The settings without the items whose words tell of what is withheld where they lead."""

    def cut(item: re.Match[str]) -> str:
        return "" if _tells(kin, SETTINGS, json.loads(item[1]), item[2], gone) else item[0]

    return ITEM.sub(cut, text)


def without_telling_texts(kin: Kin, texts: Mapping[str, str], gone: Withheld) -> dict[str, str]:
    """The texts without pages of which a link tells; of such a theme, what stands above stays."""
    kept = {}
    for path, text in texts.items():
        if path == SETTINGS or not _has_telling_link(kin, path, text, gone):
            kept[path] = text
        elif path.startswith("themes/"):
            _, above, _ = text.split("---\n", 2)
            kept[path] = f"---\n{above}---\n"
    return kept


def _has_telling_link(kin: Kin, path: str, text: str, gone: Withheld) -> bool:
    return any(_tells(kin, path, one.words, one.destination, gone) for one in links(text))


def _tells(kin: Kin, path: str, title: str, destination: str, gone: Withheld) -> bool:
    """Whether what leads to a story names it, if it is withheld, or somebody withheld in it."""
    return any(
        (gone.story(story.path) and tells(kin, title, story))
        or any(named(title, voice) for _, voice in withheld_voices(kin, gone, story))
        for story in kin.may_be_told(path, destination)
    )


def without_items_to_nowhere(kin: Kin, text: str, gone: Withheld) -> str:
    """The settings without the items that lead to withheld stories and to no other."""

    def cut(item: re.Match[str]) -> str:
        there = kin.led_to(SETTINGS, item[2])
        return "" if there and all(gone.story(story.path) for story in there) else item[0]

    return ITEM.sub(cut, text)


def without_logo(text: str, files: frozenset[str]) -> str:
    """The settings without a logo that is not among the files that are left."""
    return LOGO.sub(lambda logo: logo[0] if f"site_src{logo[1]}" in files else "", text)
