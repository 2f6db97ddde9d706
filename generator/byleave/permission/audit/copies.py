"""Copies of withheld files in what was published: the same bytes, or a picture that was changed."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from byleave.model.withheld import Withheld, WithheldFile
from byleave.text_in_files.pictures import (
    Picture,
    is_copy,
    pictures_in,
    pictures_inside,
    shows_same,
)

Found = tuple[Literal["file", "picture"], WithheldFile]


class WithheldCopies:
    """Knows the withheld files, and the pictures among them and among those that may be shown."""

    def __init__(self, withheld: Withheld) -> None:
        """Read each file once; one that is not there any more is passed by."""
        self.by_digest = {file.sha256: file for file in withheld.files}
        self.gone = [(one, file) for file in withheld.files for one in _pictures_of(file)]
        # Nothing is compared with these where no picture is withheld.
        shown = withheld.public_files if self.gone else ()
        self.shown = [one for file in shown for one in _pictures_of(file)]

    def found_in(self, data: bytes) -> Iterator[Found]:
        """Each withheld file that `data` is, or that is a picture of what it shows."""
        same = self.by_digest.get(hashlib.sha256(data).hexdigest())
        if same is not None:
            yield "file", same
        elif self.gone:
            yield from (("picture", file) for file in self._shown_in(data))

    def _shown_in(self, data: bytes) -> Iterator[WithheldFile]:
        for whole in (data, *pictures_inside(data)):
            for picture in pictures_in(whole):
                # Most pictures of a site are those that may be shown.
                if not any(is_copy(picture, one) for one in self.shown):
                    yield from (file for one, file in self.gone if shows_same(one, picture))


def _pictures_of(file: WithheldFile) -> tuple[Picture, ...]:
    try:
        return pictures_in(Path(file.source).read_bytes())
    except OSError:
        return ()
