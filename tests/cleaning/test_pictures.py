"""A published picture shows what the original shows, and tells nothing else."""

import struct
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageOps, ImageStat, PngImagePlugin

from byleave.cleaning import UnreadableMediaError, cleaned, examine
from tests.cleaning.originals import (
    SECRETS,
    encoded,
    everything,
    exif,
    photograph,
    picture,
    read_back,
)
from tests.generated import examples

KINDS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", "GIF": ".gif", "AVIF": ".avif"}
STRUCTURED = ["JPEG", "PNG", "WEBP", "GIF"]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_but_the_picture_is_left(kind: str) -> None:
    """No place, number, name, comment, program or profile comes out, in any format."""
    made = cleaned(encoded(picture(), kind, **everything()), KINDS[kind])
    assert not [secret for secret in SECRETS if secret in made]
    shown = read_back(made)
    assert not {"exif", "xmp", "icc_profile", "comment", "dpi"} & shown.info.keys()
    assert not dict(shown.getexif())
    assert shown.size == (48, 32)


def test_a_photograph_with_a_place_and_an_uncropped_thumbnail() -> None:
    """What was cut away does not live on in the small picture beside it, nor behind the end."""
    original = photograph()
    assert original.count(b"\xff\xd8\xff") == 3  # itself, the small one, and the one behind
    made = cleaned(original, ".jpg")
    assert made.count(b"\xff\xd8\xff") == 1
    assert not [secret for secret in SECRETS if secret in made]


@pytest.mark.parametrize("turned", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_stands_upright_before_its_note_goes(kind: str, turned: int) -> None:
    """A browser turns the original by its EXIF; the published picture needs no turning."""
    original = encoded(picture(), kind, quality=95, **everything(turned))
    seen = _turned_by_exif(original)
    shown = read_back(cleaned(original, KINDS[kind])).convert("RGB")
    assert shown.size == seen.size
    difference = ImageChops.difference(shown, seen.convert("RGB")).convert("L")
    assert ImageStat.Stat(difference).extrema[0][1] < 60
    size = examine(original, KINDS[kind])
    assert (size.width, size.height) == seen.size


def _turned_by_exif(original: bytes) -> Image.Image:
    return ImageOps.exif_transpose(read_back(original))


@pytest.mark.parametrize("kind", STRUCTURED)
def test_a_clean_picture_is_published_as_it_is(kind: str) -> None:
    """Nothing is lost where nothing is to be taken out, and what was made is clean in its turn."""
    original = encoded(picture(), kind)
    assert examine(original, KINDS[kind]).clean
    assert cleaned(original, KINDS[kind]) == original
    made = cleaned(encoded(picture(), kind, **everything(3)), KINDS[kind])
    assert cleaned(made, KINDS[kind]) == made


@pytest.mark.parametrize("kind", KINDS)
def test_no_change_of_metadata_shows(kind: str) -> None:
    """Neither the address nor the bytes tell that an original says something else by now."""
    first = encoded(picture(), kind, comment=b"one", xmp=b"<one/>", exif=exif(owner="One"))
    second = encoded(picture(), kind, comment=b"two", xmp=b"<two/>", exif=exif(owner="Two"))
    assert first != second
    assert examine(first, KINDS[kind]).digest == examine(second, KINDS[kind]).digest
    assert cleaned(first, KINDS[kind]) == cleaned(second, KINDS[kind])


@pytest.mark.parametrize("kind", KINDS)
def test_another_picture_has_another_digest(kind: str) -> None:
    """No address keeps an old picture in a browser's store."""
    one, other = picture(), picture(size=(48, 33))
    first = examine(encoded(one, kind, **everything()), KINDS[kind])
    second = examine(encoded(other, kind, **everything()), KINDS[kind])
    assert first.digest != second.digest


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_an_animation_still_moves(kind: str) -> None:
    """Each of its pictures stays, for as long as it stayed."""
    frames = [picture(), picture().rotate(180), picture().rotate(90)]
    notes = {"comment": b"Qwynneth", "exif": everything()["exif"], "loop": 0}
    if kind == "GIF":
        notes.pop("exif")
    original = encoded(
        frames[0], kind, save_all=True, append_images=frames[1:], duration=[100, 300, 200], **notes
    )
    assert not examine(original, KINDS[kind]).clean
    shown = read_back(cleaned(original, KINDS[kind]))
    assert getattr(shown, "n_frames", 1) == 3
    assert shown.info["loop"] == 0
    durations = []
    for number in range(3):
        shown.seek(number)
        shown.load()
        durations.append(shown.info["duration"])
    assert durations == [100, 300, 200]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_pictures_of_every_kind_of_colour(mode: str) -> None:
    """A drawing with few colours, one with gaps and one in grey stay what they are."""
    said = PngImagePlugin.PngInfo()
    said.add_text("Author", "Qwynneth")
    shown = Image.new("I;16", (48, 32), 40_000) if mode == "I;16" else picture(mode)
    original = encoded(shown, "PNG", pnginfo=said)
    made = read_back(cleaned(original, ".png"))
    assert made.mode == shown.mode
    assert made.tobytes() == read_back(original).tobytes()


def test_a_picture_for_printers_becomes_one_for_screens() -> None:
    """Browsers show CMYK wrongly or not at all."""
    made = read_back(cleaned(encoded(picture("CMYK"), "JPEG", **everything()), ".jpg"))
    assert made.mode == "RGB"


@pytest.mark.parametrize(
    ("tell", "settings_"),
    [
        ("place", {"exif": everything()["exif"]}),
        ("camera", {"exif": everything()["exif"]}),
        ("owner", {"exif": everything()["exif"]}),
        ("place", {"xmp": everything()["xmp"]}),
    ],
)
def test_an_editor_can_be_told_what_an_original_tells(
    tell: str, settings_: dict[str, object]
) -> None:
    """Whoever keeps it in a repository that others see has to know."""
    assert tell in examine(encoded(picture(), "JPEG", **settings_), ".jpg").tells


DAMAGED: dict[str, Callable[[bytes], bytes]] = {
    "nothing": lambda _: b"",
    "something else": lambda _: b"<html>not found</html>",
    "the first half": lambda content: content[: len(content) // 2],
    "without its end": lambda content: content[:-12],
}


@pytest.mark.parametrize("kind", STRUCTURED)
@pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_picture_is_found_before_it_is_decoded(
    kind: str, damage: Callable[[bytes], bytes]
) -> None:
    """Half an upload is told of when the site is checked, not when readers see grey."""
    with pytest.raises(UnreadableMediaError):
        examine(damage(encoded(picture(), kind, **everything())), KINDS[kind])


def test_a_picture_that_would_fill_the_memory_is_refused() -> None:
    """A small file may say that it is as large as a house."""
    head = b"IHDR" + struct.pack(">IIBBBBB", 20_000, 20_000, 1, 0, 0, 0, 0)
    small = encoded(Image.new("1", (8, 8)), "PNG")
    place = small.index(b"IHDR")
    huge = small[:place] + head + struct.pack(">I", zlib.crc32(head)) + small[place + 21 :]
    with pytest.raises(UnreadableMediaError) as refused:
        examine(huge, ".png")
    assert refused.value.why != "damaged"


ORIGINALS = {kind: encoded(picture(size=(9, 7)), kind, **everything()) for kind in STRUCTURED}


@pytest.mark.slow
@settings(deadline=None, max_examples=examples(300))
@given(st.sampled_from(STRUCTURED), st.data())
def test_whatever_is_broken_ends_in_one_way(kind: str, data: st.DataObject) -> None:
    """Any change of a few bytes gives a picture or the one error, and never another one."""
    content = bytearray(ORIGINALS[kind])
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        made = cleaned(bytes(content), KINDS[kind])
    except UnreadableMediaError:
        return
    assert examine(made, KINDS[kind]).clean
