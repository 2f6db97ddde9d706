"""Where the media of stories are: beside them, and among the group's own files."""

from collections.abc import Mapping

from msgspec import Struct

from byleave.model.published import MediaFile
from byleave.read.found_files import FileThere
from byleave.read.media.facts import MediaReader


class MediaFolder(Struct, frozen=True, kw_only=True):
    """The files below `stories/` by path, and the group's own by address.

    `copies` are those below `stories/` that the group has too, by path, and what they are known by.
    """

    files: Mapping[str, FileThere]
    group: Mapping[str, MediaFile]
    copies: Mapping[str, frozenset[str]]
    reader: MediaReader

    def copies_beside(self, path: str) -> dict[str, frozenset[str]]:
        """Those that lie beside the story at `path`, or below its folder, by their name there."""
        folder = f"{path.rpartition('/')[0]}/"
        found = (one for one in self.copies if one.startswith(folder))
        return {one.removeprefix(folder): self.copies[one] for one in found}
