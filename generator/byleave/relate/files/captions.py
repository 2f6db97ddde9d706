"""The captions of recordings as files that browsers read, with nothing in them but what is said."""

from collections.abc import Iterator
from functools import partial

from byleave.model.captions import read_captions, track_of, written
from byleave.model.machine_files import CaptionsView
from byleave.model.marks import in_words
from byleave.relate.index.index import Index
from byleave.relate.page_plan import PlannedPage


def captions_files(known: Index) -> Iterator[PlannedPage]:
    """The file of the captions of each recording that is shown."""
    for story in known.by_path.values():
        for media in story.media.values():
            if media.captions:
                text = in_words(media.captions, story.names)
                address = track_of(text)
                make = partial(_file, address, text, story.language, story.path)
                # Search engines have the words of the page, and no use for those between times.
                yield PlannedPage(address, make, frozenset())


def _file(address: str, text: str, language: str, source: str) -> CaptionsView:
    return CaptionsView(
        address=address,
        title="",
        language=language,
        source=source,
        text=written(read_captions(text).cues),
    )
