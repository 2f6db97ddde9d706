"""No picture takes more memory or work than an honest one: what asks for more is not decoded."""

from collections.abc import Callable
from types import FrameType

import pytest
from PIL import Image

from byleave.cleaning import UnreadableMediaError, cleaned, examine
from byleave.cleaning.decoding import MOST_PIXELS_OF_FRAMES
from byleave.cleaning.formats import jpeg
from tests.cleaning.originals import encoded, picture
from tests.work.counting import entered

SIDE = 500
TOO_MANY = MOST_PIXELS_OF_FRAMES // SIDE**2 + 1


def decoded(frame: FrameType) -> str | None:
    """Counts how often Pillow is asked for pixels."""
    code = frame.f_code
    is_load = code.co_name == "load" and "PIL" in code.co_filename
    return "load" if is_load else None


def gif(frames: int, side: int = SIDE, last: int = 1) -> bytes:
    """A GIF of so many frames, each of one pixel, the last of them `last` pixels wide and high."""
    screen = side.to_bytes(2, "little") * 2
    pixel = b"\x02\x02\x4c\x01\0"
    one = b"\x2c\0\0\0\0\1\0\1\0\0" + pixel
    wide = last.to_bytes(2, "little") * 2
    colours = b"\xff\0\0\0\xff\0"
    head = b"GIF89a" + screen + b"\x80\0\0" + colours
    return head + one * (frames - 1) + b"\x2c\0\0\0\0" + wide + b"\0" + pixel + b";"


def moving(kind: str, frames: int) -> bytes:
    """A picture of so many frames, each another than the one before."""
    shown = [Image.new("L", (SIDE, SIDE), 250 * (number % 2)) for number in range(frames)]
    return encoded(shown[0], kind, save_all=True, append_images=shown[1:], duration=20)


def scans(number: int) -> bytes:
    """A progressive JPEG, whose last scan is there so many times more."""
    whole = encoded(picture(), "JPEG", progressive=True)
    last = whole[whole.rindex(b"\xff\xda") : -2]
    return whole[:-2] + last * number + b"\xff\xd9"


LARGE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "GIF": (".gif", lambda: gif(TOO_MANY)),
    "GIF that grows at its end": (".gif", lambda: gif(900, side=1, last=9000)),
    "APNG": (".png", lambda: moving("PNG", TOO_MANY)),
    "WebP": (".webp", lambda: moving("WEBP", TOO_MANY)),
    "scans": (".jpg", lambda: scans(jpeg.MOST_SCANS)),
    "one picture": (".png", lambda: encoded(Image.new("1", (20_000, 20_000)), "PNG")),
}


@pytest.mark.slow
@pytest.mark.parametrize(("suffix", "make"), LARGE.values(), ids=LARGE)
def test_what_would_fill_the_memory_is_not_decoded(suffix: str, make: Callable[[], bytes]) -> None:
    """A few kilobytes can ask for gigabytes: frames are counted before any is drawn."""
    content = make()
    for look in (examine, cleaned):
        with entered(decoded) as calls, pytest.raises(UnreadableMediaError) as fault:
            look(content, suffix)
        assert fault.value.why == "large"
        assert not calls


@pytest.mark.slow
def test_as_much_as_an_honest_one_needs() -> None:
    """A hundred frames of a usual size are fine."""
    assert examine(gif(100), ".gif").width == SIDE
    assert cleaned(gif(100), ".gif").startswith(b"GIF8")
