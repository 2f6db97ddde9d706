"""Write what is expected of every case anew: `python -m tests.cases.update [NAME ...]`.

Run it in the repository's folder, then read the diff: it is what readers and editors will notice.
"""

import sys

from tests.cases.snapshots import CASES, cases, snapshot


def update(names: list[str]) -> None:
    """Write the folder `expected/` of these cases."""
    for name in names:
        folder = CASES / name / "expected"
        folder.mkdir(exist_ok=True)
        for file, text in snapshot(name).items():
            (folder / file).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    update(sys.argv[1:] or cases())
