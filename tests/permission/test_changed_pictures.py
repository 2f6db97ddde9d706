"""A withheld picture is known again, whatever people usually do to one before they publish it.

The numbers are those of docs/how-to/prove-that-it-is-gone.md: what is missed is said there.
"""

import pytest
from PIL import Image

from byleave.text_in_files.pictures import Picture, is_copy, pictures_in, shows_same
from tests.permission.changed_pictures import FOUND, MISSED, OFTEN, Change, packed, photograph

pytestmark = pytest.mark.slow

HOW_MANY = 8
ORIGINALS = [photograph(number) for number in range(HOW_MANY)]


def known(picture: Image.Image) -> Picture:
    """What is compared of a picture."""
    (one,) = pictures_in(packed(picture))
    return one


SOUGHT = [known(picture) for picture in ORIGINALS]


def found(change: Change) -> int:
    """How many of the pictures are known again once they have been changed."""
    pairs = zip(SOUGHT, ORIGINALS, strict=True)
    return sum(shows_same(one, known(change(picture))) for one, picture in pairs)


@pytest.mark.parametrize("change", FOUND.values(), ids=FOUND)
def test_a_changed_picture_is_known_again(change: Change) -> None:
    """Each time."""
    assert found(change) == HOW_MANY


@pytest.mark.parametrize("change", OFTEN.values(), ids=OFTEN)
def test_a_picture_that_was_changed_much_is_mostly_known_again(change: Change) -> None:
    """Three times of four, or more often."""
    assert found(change) >= HOW_MANY * 3 // 4


@pytest.mark.parametrize("change", MISSED.values(), ids=MISSED)
def test_what_is_missed_is_what_the_docs_say(change: Change) -> None:
    """Should it be found one day, the docs may say so."""
    assert found(change) <= HOW_MANY // 4


def test_no_other_picture_is_taken_for_it() -> None:
    """Whatever is found was changed from it: nobody looks into dozens of false alarms."""
    pairs = [(one, other) for at, one in enumerate(SOUGHT) for other in SOUGHT[:at]]
    assert [pair for pair in pairs if shows_same(*pair)] == []


def test_a_picture_of_one_colour_is_like_no_other() -> None:
    """It would be found everywhere."""
    assert pictures_in(packed(Image.new("RGB", (100, 80), "green"))) == ()


def test_a_part_is_no_copy() -> None:
    """What may be shown is passed by only where it is shown whole and the same way up."""
    one = SOUGHT[0]
    assert is_copy(one, known(ORIGINALS[0].resize((100, 75))))
    assert not is_copy(one, known(FOUND["two thirds"](ORIGINALS[0])))
    assert not is_copy(one, known(FOUND["mirrored"](ORIGINALS[0])))


def test_a_frame_of_a_moving_picture_is_looked_at() -> None:
    """Not only the first."""
    frames = [picture.resize((160, 120)) for picture in ORIGINALS[:3]]
    data = packed(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert any(shows_same(SOUGHT[2], one) for one in pictures_in(data))
