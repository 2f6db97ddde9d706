"""Pictures inside documents: the same pixels without what cameras and programs noted in them.

They are not made anew: a document says itself how large each is, how it is turned, and in which
colours.
"""

from byleave.cleaning.formats import gif, jpeg, png


def picture_inside(content: bytes, *, upright: bool = False) -> bytes | None:
    """A picture without notes; None for one that cannot be taken apart.

    A JPEG keeps the note of how it is to be turned, unless `upright`.
    """
    try:
        if jpeg.START.match(content):
            return jpeg.without_notes(content, upright=upright)
        if png.START.match(content):
            return png.without_notes(content)
        if gif.START.match(content):
            return gif.without_notes(content)
    except (IndexError, ValueError):
        pass
    return None
