"""Which files show a picture, for templates and for texts."""

from collections.abc import Callable, Iterable, Mapping

from byleave.model.published import PublishedMedia
from byleave.model.renditions import PictureFile, ShownPicture, shape_key


def shown_picture(
    pictures: Mapping[str, ShownPicture], media: PublishedMedia, *, cut: bool = False
) -> ShownPicture:
    """The files of a picture, or of a cut of it; itself alone where there are no others.

    `pictures` are those of the site, by their keys. Of a picture that is too small to be cut, and
    in a preview, that is the whole of it: styles give it the shape of a cut.
    """
    file = media.file
    keys = (shape_key(file.address, media.focus if cut else None), file.address)
    found = next((pictures[key] for key in keys if key in pictures), None)
    own = PictureFile(address=file.address, width=file.width, height=file.height)
    return found or ShownPicture(plain=(own,))


def candidates(files: Iterable[PictureFile], link: Callable[[str], str]) -> str:
    """What browsers choose among (HTML, 4.8.4.2.1): each file with its width."""
    return ", ".join(f"{link(file.address)} {file.width}w" for file in files)
