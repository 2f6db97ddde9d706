"""Which settings a page uses: only if one of these changes need it be made again."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, cast

from byleave.model.settings import Settings
from byleave.values import field_names


class UsedSettings:
    """The settings of a site, noted down as they are asked for.

    What makes a page sees nothing of the settings but what it asks for here, so a page is the same
    as long as all that it asked for is.
    """

    def __init__(self, settings: Settings) -> None:
        """Nothing is asked for yet."""
        self._settings = settings
        self._used: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        """One of the settings."""
        value = getattr(self._settings, name)
        self._used.add(name)
        return value

    @property
    def title(self) -> str:
        """What the site is called in its own language, as groups' templates have always had it."""
        self.uses(["title"])
        return self._settings.name

    def __str__(self) -> str:
        """All of the settings, which a template of a group's may print."""
        self.uses(field_names(self._settings))
        return str(self._settings)

    @property
    def noting(self) -> Settings:
        """The settings, for whoever reads them."""
        return cast("Settings", self)

    def uses(self, names: Iterable[str]) -> None:
        """Note down settings that something was made of before."""
        self._used.update(names)

    @contextmanager
    def apart(self) -> Iterator[set[str]]:
        """The names of the settings that are asked for within the block, and what holds it not."""
        before, self._used = self._used, set()
        try:
            yield self._used
        finally:
            self._used = before
