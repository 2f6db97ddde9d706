"""How long it takes to look through many pages for guarded names; run by hand.

    python -m tests.tools.measure_guard BUILT_FOLDER [NUMBER_OF_PAGES]

The pages are made of the shortest built story's page, each with a thousand words of its own.
"""

import random
import sys
from pathlib import Path
from time import process_time

from byleave.model.guard import Guard
from byleave.text_in_files import texts_in
from byleave.text_in_files.guarded_names import GuardSearch, guarded_name, key_id

WORDS = 1000
NAMES = ["Samira Carter", "Max Ashdown-Lee", "St Brannock's School", "14 Tannery Wharf", "Ottoline"]
KEY = b"a key that is only for trying"


def pages(built: Path, number: int) -> list[bytes]:
    """Pages of a thousand words, of a vocabulary as large as that of many stories."""
    dice = random.Random(4)
    page = min(built.glob("stories/*/index.html"), key=lambda one: one.stat().st_size).read_text()
    head, _, end = page.partition("</h1>")
    said = [word for one in built.rglob("*.html") for word in one.read_text().split()]
    plain = sorted({word for word in said if word.isalpha()})
    known = plain + [word + ending for word in plain for ending in ("s", "ed", "ing", ",", ".")]
    weights = [1 / rank for rank in range(1, len(known) + 1)]
    made = []
    for _ in range(number):
        words = dice.choices(known, weights, k=WORDS)
        lines = (" ".join(words[start : start + 80]) for start in range(0, WORDS, 80))
        aside = "it’s <em>so</em> &amp; <a href='/'>on</a>."
        text = "".join(f"<p>{line} {aside}</p>\n" for line in lines)
        made.append(f"{head}</h1>\n{text}{end}".encode())
    return made


def main() -> None:
    """Say how many seconds of one core it took, and how large the pages were."""
    number = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    made = pages(Path(sys.argv[1]), number)
    guard = Guard(key_id=key_id(KEY), names=tuple(guarded_name(name, KEY) for name in NAMES))
    search = GuardSearch(guard, KEY)
    start = process_time()
    found = sum(
        bool(search.names_in(text))
        for count, data in enumerate(made)
        for text in texts_in(f"stories/story-{count}/index.html", data)
    )
    taken = process_time() - start
    size = sum(map(len, made)) / len(made) / 1000
    sys.stdout.write(
        f"{number} pages of {WORDS} words, {size:.0f} kB each: {taken:.1f} s, {found} found\n"
    )


if __name__ == "__main__":
    main()
