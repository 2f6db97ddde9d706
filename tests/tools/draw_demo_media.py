"""Draws the demonstration site's pictures again, which needs Pillow.

Run it in the repository's folder: python -m tests.tools.draw_demo_media
With --recording it also speaks the recording, which needs espeak-ng and lame on the path.
With --film it also makes the film, which needs espeak-ng and ffmpeg, and tells its captions.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import wave
from collections.abc import Iterator
from pathlib import Path

from tests.tools import demo_indoors as indoors
from tests.tools import demo_outdoors as outdoors
from tests.tools import demo_symbols as symbols

SITE = Path(__file__).resolve().parents[2]
LARGEST = 60_000  # bytes: a picture must not cost somebody on a slow line more than the words

PICTURES = {
    "stories/2024/the-phone-box/phone-box.png": outdoors.phone_box,
    "stories/2025/number-9/bus.png": outdoors.bus,
    "stories/2025/my-own-front-door/green-door.png": outdoors.green_door,
    "stories/2025/what-wilf-left/shed.png": indoors.shed,
    "stories/2025/eleven-pounds-forty/toaster.png": indoors.toaster,
    "stories/2025/eleven-pounds-forty/at-the-table.png": indoors.at_the_table,
    "stories/2026/the-wednesday-oven/oven.png": outdoors.oven,
    "stories/2026/the-voice-i-picked/machine.png": indoors.machine,
    "stories/2026/the-half-past-two-choir/hall.png": indoors.hall,
    "stories/2026/wet-feet-2026/marquee.png": outdoors.marquee,
    "site_src/media/boots.png": outdoors.boots,
    "site_src/media/valley.png": symbols.valley,
    "site_src/media/ask.png": symbols.ask,
    "site_src/media/choose.png": symbols.choose,
    "site_src/media/stop.png": symbols.stop,
    "site_src/media/telephone.png": symbols.telephone,
    **{
        f"stories/2025/my-own-front-door-easy-read/{name}.png": draw
        for name, draw in symbols.EASY_READ.items()
    },
}

# What the machine was made to say; the place is spelt as the machine gets it wrong.
SPOKEN = """Hello. This is Idris. Or this is my machine, and I'm driving.

I had eleven voices to pick from. Number one was a man reading the news. Number two wanted to
sell me insurance. Number three was pleased about everything. I took number four because he
sounds a bit tired.

I live in Pont Hee-lidge. He can't say it. Listen. Pont Hee-lidge. If I spell it with a double L
he gets nearer. Pont Hellig.

My friends can hear when I've spelt it properly. They say I sound English. I tell them it is not
me, it is number four.
"""

# The film of the Easy Read story: what is read by the computer while each picture is there.
FILMED = {
    "kelvin": ("My name is Kelvin.", "I am 53."),
    "door": ("I live in my own flat.", "My front door is green.", "I wanted a red door."),
    "house": ("I lived in a house with 5 other people.", "I lived there for 19 years."),
    "key": ("The staff had the key.", "Now I have my own key."),
}
PAUSE = 0.4  # seconds between two sentences


def draw() -> None:
    """Write every picture; raises SystemExit where one has become too heavy."""
    for name, picture in PICTURES.items():
        size = picture().save(SITE / name)
        sys.stdout.write(f"{size:7d}  {name}\n")
        if size > LARGEST:
            sys.exit(f"{name} is larger than {LARGEST} bytes")


def speak() -> None:
    """Write the recording; raises CalledProcessError where a tool fails."""
    target = SITE / "stories/2026/the-voice-i-picked/voice-four.mp3"
    with tempfile.TemporaryDirectory() as folder:
        wave = str(Path(folder) / "voice.wav")
        voice = ["espeak-ng", "-v", "en-gb", "-s", "150", "-p", "35", "-g", "3", "-w", wave]
        subprocess.run([*voice, " ".join(SPOKEN.split())], check=True)
        encode = ["lame", "--quiet", "-t", "-m", "m", "-b", "24", "--resample", "22.05"]
        subprocess.run([*encode, wave, str(target)], check=True)


def film() -> None:
    """Write the film, and tell its captions; raises CalledProcessError where a tool fails."""
    story = SITE / "stories/2025/my-own-front-door-easy-read"
    with tempfile.TemporaryDirectory() as folder:
        spoken = list(_spoken(Path(folder)))
        shown = Path(folder) / "pictures.txt"
        lines = [f"file '{story / picture}.png'\nduration {lasts}\n" for picture, lasts in spoken]
        shown.write_text("".join(lines) + f"file '{story / spoken[-1][0]}.png'\n", "utf-8")
        read_in = ["ffmpeg", "-v", "error", "-y", "-f", "concat", "-safe", "0", "-i", str(shown)]
        sound = ["-i", str(Path(folder) / "all.wav"), "-c:a", "aac", "-ar", "16000", "-b:a", "16k"]
        picture = ["-vf", "scale=480:360,fps=5,format=yuv420p", "-c:v", "libx264", "-crf", "30"]
        plain = ["-map_metadata", "-1", "-fflags", "+bitexact", "-movflags", "+faststart"]
        written = [*plain, str(story / "film.mp4")]
        subprocess.run([*read_in, *sound, *picture, "-tune", "stillimage", *written], check=True)


def _spoken(folder: Path) -> Iterator[tuple[str, float]]:
    """Speak all sentences into one file, and tell their times: each picture with its seconds."""
    said, moment = folder / "one.wav", 0.0
    with wave.open(str(folder / "all.wav"), "wb") as whole:
        for picture, sentences in FILMED.items():
            begins = moment
            for words in sentences:
                voice = ["espeak-ng", "-v", "en-gb", "-s", "130", "-g", "3", "-w", str(said)]
                subprocess.run([*voice, words], check=True)
                with wave.open(str(said)) as one:
                    if not moment:
                        whole.setparams(one.getparams())
                    rate = one.getframerate()
                    whole.writeframes(one.readframes(one.getnframes()))
                    whole.writeframes(bytes(2 * round(PAUSE * rate)))
                    ends = moment + one.getnframes() / rate + PAUSE
                sys.stdout.write(f"00:{moment:06.3f} --> 00:{ends:06.3f}\n{words}\n\n")
                moment = ends
            yield picture, moment - begins


if __name__ == "__main__":
    draw()
    if "--recording" in sys.argv[1:]:
        speak()
    if "--film" in sys.argv[1:]:
        film()
