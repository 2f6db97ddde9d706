"""Which posts of an export are versions of one another, as Polylang and WPML note it."""

import re
from collections.abc import Iterable
from itertools import groupby

from byleave.importing.wordpress.export import Export, Item
from byleave.model.languages import base_language

_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?\Z")
_GROUP_KEYS = ("_wpml_import_translation_group", "trid")
_LANGUAGE_KEYS = ("_wpml_import_language_code",)


def language_tag(said: str) -> str:
    """`said` as a tag of a language; "" where it is none."""
    base, *rest = said.strip().replace("_", "-").split("-")
    tag = "-".join([base.lower(), *(one.upper() if len(one) == 2 else one.title() for one in rest)])
    return tag if _TAG.match(tag) else ""


class Translations:
    """The languages of the posts of an export, and which of them is the original."""

    def __init__(self, export: Export) -> None:
        """Group them."""
        self._site = language_tag(export.channel.get("language", ""))
        self._original: dict[str, str] = {}
        grouped = sorted((item for item in export.items if self._group(item)), key=self._group)
        for _, members in groupby(grouped, key=self._group):
            first, *others = sorted(members, key=self._rank)
            for other in others:
                self._original[other.number] = first.number

    def language(self, item: Item) -> str:
        """The language of a post, that of the site where it has none of its own."""
        for domain, nicename, _ in item.terms:
            if domain == "language" and (tag := language_tag(nicename)):
                return tag
        said = next((item.meta[key] for key in _LANGUAGE_KEYS if key in item.meta), "")
        return language_tag(said) or self._site

    def original(self, item: Item) -> str:
        """The key of the post of which this one is a version; "" where it is none."""
        return self._original.get(item.number, "")

    def in_order(self, items: Iterable[Item]) -> list[Item]:
        """`items` with originals before their versions."""
        return sorted(items, key=lambda item: bool(self.original(item)))

    def _group(self, item: Item) -> str:
        found = (nicename for domain, nicename, _ in item.terms if domain == "post_translations")
        noted = (item.meta[key] for key in _GROUP_KEYS if item.meta.get(key))
        return next(found, "") or next(noted, "")

    def _rank(self, item: Item) -> tuple[bool, int]:
        is_other = base_language(self.language(item)) != base_language(self._site or "en")
        id_ = item.number
        return is_other, int(id_) if id_.isdecimal() else 0
