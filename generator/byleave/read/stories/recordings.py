"""What is wrong with the words of a recording: its captions, and of what is no recording."""

from collections.abc import Iterator

from byleave.diagnostics import Diagnostic, error
from byleave.model.captions import read_captions
from byleave.model.media_kinds import media_kind
from byleave.model.source import SourceMedia
from byleave.positions import Position, Positions
from byleave.values import replace


def recording_faults(
    name: str, media: SourceMedia, path: str, positions: Positions
) -> Iterator[Diagnostic]:
    """The faults of the captions of one file, and of keys that it cannot have."""
    kind = media_kind(name)
    for key in ("transcript", "captions", "signed"):
        is_of_it = kind == "video" or (kind == "audio" and key != "signed")
        if getattr(media, key) and not is_of_it:
            message = f"only a {'film' if key == 'signed' else 'recording'} has `{key}:`"
            do = "take it out, or write what the file shows as `alt:`"
            yield error(path, "not-a-recording", message, do, positions.at("media", name, key))
    if media.captions:
        at = positions.at("media", name, "captions")
        for fault in read_captions(media.captions).faults:
            here = _below(at, fault.line) if "\n" in media.captions else at
            yield error(path, "captions", fault.message, fault.do, here)


def _below(key: Position, line: int) -> Position:
    """Where a line of a text stands that begins below its key, as after `captions: |`."""
    return replace(key, line=key.line + 1 + line, column=1)
