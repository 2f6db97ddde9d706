"""Does each task, and prints what it took: `python -m tests.steps`."""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.set_up.chromium import start_chromium
from tests.steps import by_commands, by_desk
from tests.steps.counting import table


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        counts = list(by_commands.counted(_made(Path(folder) / "commands")))
        with sync_playwright() as playwright:
            browser = start_chromium(playwright)
            counts += by_desk.counted(_made(Path(folder) / "desk"), browser)
            browser.close()
    print(table(counts))  # noqa: T201 - a command


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


if __name__ == "__main__":
    main()
