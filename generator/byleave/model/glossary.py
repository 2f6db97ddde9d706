"""The glossary of a site: what the group explains, in its own words."""

from msgspec import Struct

from byleave.model.addresses import slug


class GlossaryEntry(Struct, frozen=True, kw_only=True):
    """A word and what it means; `forms` are all in which texts may have it, itself the first."""

    term: str
    explanation: str
    forms: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """The id under which it stands, on whichever page."""
        return f"word-{slug(self.term)}"


Glossary = tuple[GlossaryEntry, ...]
