"""Which kinds of tags a recording has is told, and never what they say."""

from pathlib import Path

from byleave.cleaning import tags_of
from tests.architecture.sources import REPOSITORY

PLAIN = REPOSITORY / "stories/2026/the-voice-i-picked/voice-four.mp3"


def tagged() -> bytes:
    """A recording with a title, and an artist's name."""
    frames = b"".join(
        kind + (len(said) + 1).to_bytes(4, "big") + b"\0\0\0" + said
        for kind, said in ((b"TIT2", b"Tea"), (b"TPE1", b"Qwynneth"))
    )
    size = len(frames)
    return b"ID3\x03\0\0" + bytes([0, 0, size >> 7, size & 127]) + frames + PLAIN.read_bytes()


def test_the_kinds_of_tags_are_told(tmp_path: Path) -> None:
    """An editor knows what to look for in a program for recordings."""
    (tmp_path / "a.mp3").write_bytes(tagged())
    assert tags_of(tmp_path / "a.mp3") == ("artist", "title")


def test_a_recording_without_tags_tells_nothing(tmp_path: Path) -> None:
    """The length and the loudness of a sound are no secret; and an odd file is no fault."""
    assert tags_of(PLAIN) == ()
    for content in (b"", b"RIFF", b"ID3\x03", b"\0" * 99):
        (tmp_path / "odd.mp3").write_bytes(content)
        assert tags_of(tmp_path / "odd.mp3") == ()
