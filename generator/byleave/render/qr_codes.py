"""A code for the camera of a telephone (QR, ISO/IEC 18004), which finds a printed page again."""

from markupsafe import Markup


def qr_code(address: str) -> Markup:
    """The code of `address` as an SVG element without colours of its own, or a size."""
    # Loaded only now: a site that prints no codes does without it.
    import segno

    drawn = segno.make(address, error="m", micro=False)
    # It is drawn by numbers alone; the address is not in it as text.
    return Markup(drawn.svg_inline(border=4, omitsize=True, svgclass=None, lineclass=None))  # noqa: S704
