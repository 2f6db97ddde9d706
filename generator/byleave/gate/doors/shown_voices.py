"""Which voices and series pass a door of the gate, and what the voices are called in public."""

from collections.abc import Mapping

from byleave.gate.doors.public_names import public_names
from byleave.gate.rules.decision import Decision
from byleave.gate.rules.families import VoiceKey


class ShownVoices:
    """Whom one door shows; with `rehearsing`, whoever is withheld is shown, too."""

    def __init__(self, decision: Decision, *, rehearsing: bool) -> None:
        """Keep what every voice needs."""
        self.decision = decision
        self.rehearsing = rehearsing
        self._names: dict[str, Mapping[VoiceKey, str]] = {}

    def shows(self, key: VoiceKey) -> bool:
        """Whether a voice is shown at all."""
        return self.rehearsing or key not in self.decision.voices

    def shows_series(self, series: str | None) -> bool:
        """Whether the title of a series may be shown."""
        return self.rehearsing or series not in self.decision.series

    def names(self, known: Mapping[str, VoiceKey]) -> dict[str, str]:
        """The name of each id that is shown; anonymous voices that share one are numbered."""
        return {id_: self._numbered(key[0])[key] for id_, key in known.items() if self.shows(key)}

    def _numbered(self, path: str) -> Mapping[VoiceKey, str]:
        """The public names of the voices that the story at `path` declares."""
        if path not in self._names:
            voices = {
                key: self.decision.families.voices[key]
                for key in self.decision.families.voices_of.get(path, ())
                if self.shows(key)
            }
            self._names[path] = public_names(voices)
        return self._names[path]
