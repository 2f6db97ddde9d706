"""The smaller files of a picture go as it goes: in every width, every format and every cut."""

import re
from pathlib import Path
from shutil import copytree, rmtree

import pytest

from byleave.cache import remembering
from byleave.pipeline.build_site import build_site
from byleave.pipeline.made_renditions import KEY
from byleave.pipeline.options import BuildOptions
from tests.cleaning.originals import encoded, everything, scene
from tests.laws.folders import read_files
from tests.permission.auditing import LATER, audited
from tests.read.folders import WITHDRAWN, YES, put, story, voice
from tests.write.folders import files_in

HERS = "{a.jpg: {alt: A gate, shows: [sam]}}"
NOBODYS = "{b.jpg: {alt: A barn, shows: nobody}}"
_SET = re.compile(r'srcset="([^"]+)"')


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two stories with a photograph each; in one of them is Sam."""
    turned = scene((800, 600)).rotate(180)
    return put(
        tmp_path / "site",
        {
            "stories/hers/index.md": story("![](a.jpg)\n", _sam(YES), media=HERS),
            "stories/hers/a.jpg": encoded(scene((900, 600)), "JPEG", quality=92, **everything()),
            "stories/other/index.md": story("![](b.jpg)\n", title="Other", media=NOBODYS),
            "stories/other/b.jpg": encoded(turned, "JPEG", quality=92),
        },
    )


def _sam(consent: str) -> str:
    return voice("sam", "Sam", consent, part="pictured")


def _gone(site: Path) -> None:
    """Sam withdraws: the picture goes, the story stays."""
    place = site / "stories/hers/index.md"
    place.write_text(place.read_text("utf-8").replace(YES, WITHDRAWN), "utf-8")


def _built(site: Path, executor: str = "serial") -> dict[str, bytes]:
    output = site.parent / "out"
    build_site(site, output=output, as_of=LATER, options=BuildOptions(executor=executor))
    return files_in(output)


def _stem(files: dict[str, bytes], alt: str) -> str:
    """The name that all files of a picture begin with."""
    pages = b"".join(files[path] for path in sorted(files) if path.endswith(".html")).decode()
    found = re.search(rf'src="/media/([0-9a-f]{{16}})[^>]*alt="{alt}"', pages)
    assert found
    return found[1]


@pytest.mark.slow
def test_pages_offer_what_there_is_and_nothing_else(site: Path) -> None:
    """Each file that a browser may choose is there, and all that was made is offered."""
    files = _built(site)
    pages = {path: content.decode() for path, content in files.items() if path.endswith(".html")}
    assert {path for path, page in pages.items() if "<picture>" in page} == {
        "index.html",
        "stories/hers/index.html",
        "stories/other/index.html",
    }
    offered = {
        one.split()[0].removeprefix("/")
        for page in pages.values()
        for candidates in _SET.findall(page)
        for one in candidates.split(", ")
    }
    assert offered <= files.keys()
    whole = {path for path in files if re.search(r"/[0-9a-f]{16}\.\d+\.", path)}
    assert whole
    assert whole <= offered
    assert all(
        re.search(r'<img [^>]*width="\d+" height="\d+"', page)
        for page in pages.values()
        if "<img" in page
    )


@pytest.mark.slow
def test_whoever_withdraws_is_in_none_of_them(site: Path) -> None:
    """The build that follows leaves no width, format, cut or row of the cache of the picture, and
    every file of the others is what it would be if that one had never been."""
    files = _built(site)
    stem = _stem(files, "A gate")
    assert len([path for path in files if stem in path]) > 8
    _gone(site)
    left = _built(site)
    assert not [path for path in left if stem in path]
    assert not audited(site, site.parent / "out").traces
    never = copytree(
        site, site.parent / "never/site", ignore=lambda _, names: {".byleave", "a.jpg"} & {*names}
    )
    (never / "stories/hers/index.md").write_text(story("\n"), "utf-8")
    assert _built(never) == left
    assert read_files(site / ".byleave").keys() == read_files(never / ".byleave").keys()


@pytest.mark.slow
def test_an_audit_finds_every_one_of_them(site: Path) -> None:
    """Where somebody publishes an old folder, each file that shows whoever has left is told."""
    files = _built(site)
    stem = _stem(files, "A gate")
    _gone(site)
    told = {one.path for one in audited(site, site.parent / "out").traces}
    shown = {path for path in files if stem in path}
    assert shown <= told
    assert not {path for path in told if path.startswith("media/")} - shown


@pytest.mark.slow
def test_nothing_is_remembered_of_a_picture_that_is_withheld(site: Path) -> None:
    """Whoever has the picture could ask the cache whether it is somewhere in this site."""
    _built(site)
    with remembering(site / ".byleave") as memo:
        assert len(memo.all_with(KEY)) == 4  # both, whole and cut
    _gone(site)
    _built(site)
    with remembering(site / ".byleave") as memo:
        assert len(memo.all_with(KEY)) == 2


@pytest.mark.slow
def test_all_executors_make_the_same_files(site: Path) -> None:
    """Bytes hang on the picture alone, whoever makes them and beside whatever else."""
    alone = _built(site)
    rmtree(site / ".byleave")
    rmtree(site.parent / "out")
    assert _built(site, "processes:2") == alone
    rmtree(site / "stories/hers")
    left = _built(site)
    assert {
        path: content for path, content in left.items() if path.startswith("media/")
    }.items() <= alone.items()
