"""Captions as WebVTT: what readers get of them, and what would leave somebody behind."""

import pytest

from byleave.model.captions import read_aloud, read_captions, track_of, written

GOOD = """WEBVTT - about the kettle

NOTE Sam asked to have this
twice as slow

STYLE
::cue { color: red }

REGION
id:low

first
00:01.000 --> 00:02.500 line:0
<v Sam>The <i>kettle</i>
is on &amp; on.

00:00:02.500 --> 01:00:04.000
5 &lt; 6
"""


def test_what_is_read_is_times_and_words_alone() -> None:
    """What writers note for each other, and how captions look, is in no file that readers get."""
    found = read_captions(GOOD)
    assert found.faults == ()
    assert [(cue.start, cue.end) for cue in found.cues] == [(1000, 2500), (2500, 3604000)]
    assert read_aloud(found.cues) == "The kettle is on & on. 5 < 6"
    file = written(found.cues)
    assert file == (
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nThe kettle\nis on &amp; on.\n\n"
        "00:00:02.500 --> 01:00:04.000\n5 &lt; 6\n"
    )
    assert read_captions(file).cues == found.cues
    assert track_of(GOOD) == track_of(file)
    assert track_of("") == ""


CUE = "00:01.000 --> 00:02.000\nTea\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"{CUE}", 0),
        ("WEBVTTX\n\n" + CUE, 0),
        ("WEBVTT\n", 0),
        ("WEBVTT\n\nNOTE only this\n", 0),
        ("WEBVTT\n\n00:00:01,000 --> 00:00:02,000\nTea\n", 2),
        ("WEBVTT\n\n1.0 --> 2.0\nTea\n", 2),
        ("WEBVTT\n\n00:61.000 --> 00:62.000\nTea\n", 2),
        ("WEBVTT\n\nmy id\n00:02.000 --> 00:01.000\nTea\n", 3),
        ("WEBVTT\n\n00:02.000 --> 00:02.000\nTea\n", 2),
        (f"WEBVTT\n\n00:05.000 --> 00:06.000\nTea\n\n{CUE}", 5),
        (f"WEBVTT\n\n{CUE}\n00:01.500 --> 00:03.000\nTea\n", 5),
        (f"WEBVTT\n\n{CUE}\n00:03.000 --> 00:04.000\n\n", 5),
        (f"WEBVTT\n\n{CUE}\n00:03.000 --> 00:04.000\n<b></b>\n", 5),
        (f"WEBVTT\n\n{CUE}00:03.000 --> 00:04.000\nTea\n", 2),
        ("WEBVTT\n\nTea without a time\n", 2),
        ("WEBVTT\r\rone\r\rtwo", 2),
    ],
)
def test_what_is_wrong_is_told_by_its_line(text: str, line: int) -> None:
    """A browser would pass it by in silence, or show two at once."""
    fault = read_captions(text).faults[0]
    assert fault.line == line
    assert fault.message
    assert fault.do


def test_a_long_run_of_signs_costs_no_more_than_its_length() -> None:
    """Nobody stops a build by captions."""
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<" * 200_000
    assert len(read_captions(text).cues) == 1
