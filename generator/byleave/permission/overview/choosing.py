"""Which lines of the register somebody wants: by story, person, use or state."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from byleave.model.register import RegisterEntry, VoiceState
from byleave.model.terms import Use


class WantedVoices(Struct, frozen=True, kw_only=True):
    """What is asked for; an empty value asks for nothing. `person` is an id or a public name."""

    story: str = ""
    person: str = ""
    use: Use = ""
    state: VoiceState | None = None


def chosen(entries: Iterable[RegisterEntry], wanted: WantedVoices) -> Iterator[RegisterEntry]:
    """Those of `entries` that are all of what is wanted, in their order."""
    person = wanted.person.casefold()
    for entry in entries:
        if (
            wanted.story in ("", entry.story)
            and person in ("", (entry.person or "").casefold(), entry.name.casefold())
            and (not wanted.use or wanted.use in entry.uses)
            and wanted.state in (None, entry.state)
        ):
            yield entry
