"""Files below stories/ that are read as no story: told once, so that nobody waits for them."""

from collections.abc import Collection, Iterable, Iterator

from byleave.diagnostics import Diagnostic, warning
from byleave.read.found_files import FileThere
from byleave.read.stories.story_files import is_story_file
from byleave.read.text_files import rough_text

# What people write stories in; of other files nobody expects to be read.
_TEXTS = frozenset(
    "adoc asciidoc doc docm docx dotx epub gdoc htm html ipynb mdx mht odt org pages rst rtf tex "
    "textile txt wps xhtml".split()
)
_NEARLY = (
    ".md",
    ".md.txt",
    ".markdown",
    ".mdown",
    ".mdtext",
    ".mdtxt",
    ".mdwn",
    ".mkd",
    ".mkdn",
    ".rmd",
)


def is_about_the_folder(file: FileThere) -> bool:
    """Whether a file tells those who work here about the folder, as a README does.

    One that has keys, or in which a permission may be recorded, is read as a story.
    """
    if file.path.rpartition("/")[2].casefold() != "readme.md":
        return False
    text = rough_text(file)
    return not text.lstrip().startswith("---") and "record" not in text and "voices" not in text


def not_read(
    files: Iterable[FileThere], used: Collection[str], faulty: Collection[str]
) -> Iterator[Diagnostic]:
    """A warning for each of `files`, which are read as no story, that somebody may expect to be.

    `used` are the absolute paths of those that stories show, `faulty` the folders of story files
    with faults: what these show is not known, and they have a finding of their own.
    """
    for file in files:
        name = file.path.casefold()
        if is_story_file(file.path):  # by its name: it is about the folder
            message = "this is no story, and is not published"
            yield warning(file.path, "readme", message, "leave it: it is for those who work here")
        elif name.endswith(_NEARLY):
            do = "give it a name that ends in .md, in small letters"
            yield warning(file.path, "not-a-story", "this is read as no story", do)
        elif file.path.rpartition("/")[0] in faulty:
            continue
        elif name.rpartition(".")[2] in _TEXTS and str(file.real) not in used:
            do = "put its words into a file that ends in .md, or move it out of stories/"
            message = "files of this kind are not read, and no story shows this one"
            yield warning(file.path, "not-read", message, do)


def own_not_read(files: Iterable[FileThere]) -> Iterator[Diagnostic]:
    """The same for the folders of pages and themes, of which no file is shown by another."""
    for file in files:
        folder, _, name = file.path.rpartition("/")
        small = name.casefold()
        is_text = small.endswith(_NEARLY) or small.rpartition(".")[2] in _TEXTS
        if is_text and not name.endswith(".md"):
            do = f"put its words into a file that ends in .md, or move it out of {folder}/"
            yield warning(file.path, "not-read", "files of this kind are not read", do)
