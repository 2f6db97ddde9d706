"""How often a build looks into the group's own files: once, as long as they stay as they are."""

import sys
from pathlib import Path
from time import sleep

from byleave.cache.memo import rows_in
from byleave.pipeline.build_site import build_site
from byleave.pipeline.options import CACHE
from tests.cleaning.originals import encoded, picture
from tests.read.folders import WITHDRAWN, put, story, voice
from tests.work.test_work_counts import MOMENT, TICK

GATE, HERS = "site_src/media/gate.png", "site_src/media/hers.png"
MARK = "site_src/root/mark.png"  # it is copied to the top of the site


def opened(site: Path) -> set[str]:
    """Which of the group's own files a build opens, by their names."""
    found: set[str] = set()
    listening = True

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        path = Path(str(arguments[0])) if listening and event == "open" else Path()
        if path.parent in (site.resolve() / "site_src/media", site.resolve() / "site_src/root"):
            found.add(path.name)

    sys.addaudithook(hear)  # it cannot be taken away again
    build_site(site, output=site.parent / "out", as_of=MOMENT)
    listening = False
    return found


def test_what_is_public_is_looked_into_once(tmp_path: Path) -> None:
    """Decoders are loaded, and recordings read, for no new word; what is withheld is not kept."""
    of_hers = story(
        "Words.\n",
        voice("ann", "Ann", WITHDRAWN),
        media="{/media/hers.png: {alt: A, shows: [ann]}}",
        title="Hers",
    )
    files: dict[str, str | bytes] = {
        GATE: encoded(picture(), "PNG"),
        MARK: encoded(picture(size=(40, 40)), "PNG"),
        HERS: encoded(picture(size=(30, 40)), "PNG"),
        "stories/hers.md": of_hers,
        "stories/one.md": story(),
    }
    site = put(tmp_path / "site", files)
    sleep(TICK)
    assert opened(site) == {"gate.png", "hers.png", "mark.png"}
    put(site, {"stories/one.md": story("New words.\n")})
    sleep(TICK)
    assert opened(site) == {"hers.png"}
    kept = b"\n".join(rows_in(site / CACHE, (b"found",)))
    assert GATE.encode() in kept
    assert HERS.encode() not in kept


def test_one_that_changed_is_looked_into_again(tmp_path: Path) -> None:
    """It may tell more than it did, or be damaged."""
    site = put(tmp_path / "site", {GATE: encoded(picture(), "PNG"), "stories/one.md": story()})
    sleep(TICK)
    assert opened(site) == {"gate.png"}
    put(site, {GATE: encoded(picture(size=(30, 40)), "PNG")})
    sleep(TICK)
    assert opened(site) == {"gate.png"}
