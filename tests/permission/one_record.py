"""Two stories with one record, and what editors do to them and read of them."""

from pathlib import Path

from byleave.pipeline.build_site import build_site
from tests.gate.sites import NOON
from tests.permission.sites import WORDS, published
from tests.read.folders import YES, put, story, voice

SHED, PLOT, LIST = "stories/shed.md", "stories/plot.md", "site_src/records.tsv"
SAM, ANN = voice("sam", "Sam Orrell", YES), voice("ann", "Ann", YES.replace("R-1", "R-9"))
BEANS = "::: voice sam\nBeans, said the other story.\n:::\n"


def two_stories(folder: Path) -> Path:
    """Two stories with Sam's record; Ann, who is in the first, stays."""
    files = {SHED: story(WORDS, SAM, ANN), PLOT: story(BEANS, SAM, title="The plot")}
    return put(folder, files)


def listed(site: Path) -> dict[str, list[str]]:
    """What the list of records says, by number."""
    lines = (line.split("\t") for line in (site / LIST).read_text("utf-8").splitlines())
    return {number: rest for number, *rest in lines}


def change(site: Path, path: str, old: str, new: str) -> None:
    """Edit a file of the site as a person would."""
    text = (site / path).read_text("utf-8")
    assert old in text
    (site / path).write_text(text.replace(old, new), encoding="utf-8")


def says(site: Path, folder: Path) -> str:
    """What is published, as one text, after the findings as lines."""
    result = build_site(site, output=folder, as_of=NOON)
    found = [f"{one.path}:{one.line} {one.code}" for one in result.diagnostics]
    return "\n".join((*found, published(site, folder)))
