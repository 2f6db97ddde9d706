"""How often pictures are decoded: once each, and never one that nobody is shown."""

from collections import Counter
from pathlib import Path
from shutil import rmtree
from types import FrameType

import pytest

from byleave.cache import remembering
from byleave.pipeline.build_site import build_site
from byleave.pipeline.decoded_pictures import KEY
from byleave.pipeline.options import BuildOptions
from tests.cleaning.originals import encoded, everything, picture, scene
from tests.read.folders import WITHDRAWN, put, story, voice
from tests.work.counting import entered
from tests.work.test_work_counts import MOMENT

NOBODY = "{alt: A gate, shows: nobody}"


def of_proof(frame: FrameType) -> str | None:
    """Counts how often it is found out what is in a picture, and how often one is made anew."""
    name = frame.f_code.co_name
    return name if name in ("holds_only_pixels", "picture_made_anew") else None


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a picture that is clean, one that is not, both used twice, and a withheld one."""
    plain, told = encoded(picture(), "PNG"), encoded(picture(), "JPEG", **everything())
    media = f"{{a.png: {NOBODY}, b.jpg: {NOBODY}}}"
    body = "![](a.png)\n\n![](b.jpg)\n"
    hers = voice("sam", "Sam", WITHDRAWN)
    return put(
        tmp_path / "site",
        {
            "stories/one/index.md": story(body, media=media),
            "stories/one/a.png": plain,
            "stories/one/b.jpg": told,
            "stories/two/index.md": story(body, title="Two", media=media),
            "stories/two/a.png": plain,
            "stories/two/b.jpg": told,
            "stories/hers/index.md": story(
                "x\n", hers, title="Hers", media="{c.png: {alt: x, shows: [sam]}}"
            ),
            "stories/hers/c.png": encoded(picture(size=(30, 40)), "PNG"),
        },
    )


def built(site: Path, *, dry: bool = False) -> Counter[str]:
    """What a build did with pictures."""
    options = BuildOptions(dry=dry, thorough=True, executor="serial")
    with entered(of_proof) as calls:
        build_site(site, output=site.parent / "out", as_of=MOMENT, options=options)
    return calls


def looked(calls: Counter[str]) -> int:
    """How many pictures were looked into: the function and the door to it count as one."""
    return calls["holds_only_pixels"] // 2


def test_each_published_picture_is_looked_into_once(site: Path) -> None:
    """However many stories show it; and what is withheld is not looked into at all."""
    calls = built(site)
    assert (looked(calls), calls["picture_made_anew"]) == (2, 1)
    assert not built(site)


@pytest.mark.slow
def test_what_was_found_out_outlives_the_output(site: Path) -> None:
    """Only what has to be written is made anew."""
    built(site)
    rmtree(site.parent / "out")
    calls = built(site)
    assert (looked(calls), calls["picture_made_anew"]) == (0, 1)


@pytest.mark.slow
def test_a_check_knows_what_builds_found_out(site: Path) -> None:
    """It decodes what no build has seen yet, and remembers nothing by itself."""
    assert looked(built(site, dry=True)) == 2
    assert not (site / ".byleave").exists()
    built(site)
    assert not built(site, dry=True)


def test_nothing_is_remembered_of_a_picture_that_is_withheld(site: Path) -> None:
    """Whoever has the picture could ask the cache whether it is somewhere in this site."""
    built(site)
    with remembering(site / ".byleave") as memo:
        assert len(memo.all_with(KEY)) == 2


def of_renditions(frame: FrameType) -> str | None:
    """Counts for how many pictures smaller files are made."""
    return "made" if frame.f_code.co_name == "renditions" else None


@pytest.fixture
def photographs(tmp_path: Path) -> Path:
    """A site with a photograph that stands on the first page, and one that two stories show."""
    media = f"{{a.jpg: {NOBODY}}}"
    body = "![](a.jpg)\n"
    a, b = (encoded(scene((800, 500 + more)), "JPEG", quality=90) for more in (0, 1))
    return put(
        tmp_path / "site",
        {
            "stories/one/index.md": story(body, media=media),
            "stories/one/a.jpg": a,
            "stories/two/index.md": story(body, title="Two", media=media),
            "stories/two/a.jpg": b,
            "stories/three/index.md": story(body, title="Three", media=media),
            "stories/three/a.jpg": b,
        },
    )


def renditions_made(site: Path, *, dry: bool = False) -> int:
    """For how many pictures a build makes smaller files."""
    options = BuildOptions(dry=dry, thorough=True, executor="serial")
    with entered(of_renditions) as calls:
        build_site(site, output=site.parent / "out", as_of=MOMENT, options=options)
    return calls["made"]


@pytest.mark.slow
def test_each_picture_is_made_smaller_once(photographs: Path) -> None:
    """However many stories show it, and never again while its files are there."""
    assert renditions_made(photographs) == 2
    assert renditions_made(photographs) == 0
    edited = photographs / "stories/one/index.md"
    edited.write_text(edited.read_text("utf-8").replace("The shed", "The barn"), "utf-8")
    assert renditions_made(photographs) == 0
    next((photographs.parent / "out/media").glob("*.480.webp")).unlink()
    assert renditions_made(photographs) == 1
    assert renditions_made(photographs) == 0


def test_a_check_makes_no_picture_smaller(photographs: Path) -> None:
    """It says what is wrong; nobody looks at its pages."""
    assert renditions_made(photographs, dry=True) == 0
