"""What was read without a file of which a fault was found out later, and words of faulty ones."""

from pathlib import Path

from byleave.cleaning import Why
from byleave.diagnostics import Diagnostic, SiteError
from byleave.model.source import SourceTree
from byleave.read.found_files import FileThere
from byleave.read.group.themes import without_words
from byleave.read.stories.damaged_media import with_faulty, without_media
from byleave.read.text_files import rough_text
from byleave.read.whole_site import ReadResult
from byleave.values import replace


def without(result: ReadResult, fault: Diagnostic) -> ReadResult:
    """`result` with the story at the path of `fault` faulty, which was found out later.

    A page of the group's own is left out, and so is the description of a theme. Raises SiteError
    where the file is none of these, or the theme has no description.
    """
    tree = result.tree
    if any(page.path == fault.path for page in tree.pages):
        pages = tuple(page for page in tree.pages if page.path != fault.path)
        tree = replace(tree, pages=pages)
    elif any(theme.path == fault.path and theme.body for theme in tree.themes):
        themes = (without_words(one) if one.path == fault.path else one for one in tree.themes)
        tree = replace(tree, themes=tuple(themes))
    elif any(story.path == fault.path for story in tree.stories):
        tree = with_faulty(tree, (fault,))
    else:
        raise SiteError([fault])
    return replace(result, tree=tree, findings=(*result.findings, fault))


def faulty_words(site: Path, tree: SourceTree) -> tuple[tuple[str, str], ...]:
    """The path of each faulty story and what stands below its front matter, as far as it is text.

    For those who look whether it was published all the same, and for nothing that is shown.
    """
    found = ((one.path, FileThere(path=one.path, real=site / one.path)) for one in tree.faulty)
    return tuple((path, rough_text(file).rpartition("\n---\n")[2]) for path, file in found)


def without_file(result: ReadResult, source: str, why: Why) -> ReadResult:
    """`result` as if nothing could be published of the file at the absolute path `source`."""
    tree, faults = without_media(result.tree, source, why)
    return replace(result, tree=tree, findings=(*result.findings, *faults))
