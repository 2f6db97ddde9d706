"""A program that writes one site, says each change it makes to the disk, and can be stopped at one.

It reads a JSON object of paths and texts from standard input, writes them to the folder that its
first argument names, and prints `ready`, then a line for each change, before it is made. With a
number as its second argument it kills itself, as the system would, instead of that change.
"""

import json
import os
import signal
import sys
from pathlib import Path

from byleave.model.output import OutputFile, PublishedOutput
from byleave.write import write_output

CHANGES = {
    "os.remove": "delete",
    "os.rmdir": "remove-folder",
    "os.mkdir": "make-folder",
    "os.rename": "place",
}


def main(folder: Path, stop_at: int | None) -> None:
    """Write the site."""
    texts: dict[str, str] = json.load(sys.stdin)
    made = 0

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal made
        change = "draft" if _opens_to_write(event, arguments) else CHANGES.get(event)
        if change is None:
            return
        if made == stop_at:
            os.kill(os.getpid(), signal.SIGKILL)
        made += 1
        path = str(arguments[1] if change == "place" else arguments[0])
        sys.stdout.write(f"{change} {path.removeprefix(f'{folder}/')}\n")

    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.addaudithook(watch)
    files = tuple(OutputFile(path=path, content=text.encode()) for path, text in texts.items())
    write_output(PublishedOutput(files=files), folder)


def _opens_to_write(event: str, arguments: tuple[object, ...]) -> bool:
    return event == "open" and isinstance(arguments[1], str) and arguments[1] not in {"r", "rb"}


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else None)
