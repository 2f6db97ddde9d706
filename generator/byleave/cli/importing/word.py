"""`byleave import word`: documents of Word, each a story."""

from collections.abc import Iterator
from pathlib import Path

import click

from byleave.cli.importing.telling import (
    bring_and_tell,
    check_is_outside,
    default_report,
    report_option,
    tell_report,
    told_of_import,
)
from byleave.cli.options import site_option
from byleave.editing.story_files import FilesError, story_path
from byleave.importing.bringing import Choices
from byleave.importing.refusing import CannotImportError
from byleave.importing.updating import update
from byleave.importing.word import word_source
from byleave.pipeline.for_beginning import read_settings

_ENDINGS = (".docx", ".docm", ".dotx")


@click.command("word")
@site_option
@click.argument("documents", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--update", "story", help="The story whose text the document is now.")
@report_option
def word_(site: Path, documents: tuple[Path, ...], story: str | None, report: Path | None) -> None:
    """Bring DOCUMENTS, Word files or folders of them, each as a story.

    With the template (byleave new word-template), a document also says its date, its themes and who
    speaks where.
    """
    with told_of_import():
        check_is_outside(site, *documents)
        files = tuple(_files(documents))
        settings = read_settings(site)
        source = word_source(files, (settings.language, *settings.languages))
        choices = Choices(by_name=True)
        more = f" and {len(files) - 1} more" if len(files) > 1 else ""
        what = f"{files[0].name}{more}"
        report_to = report or default_report(files[0].resolve().parent, what)
        if story is None:
            bring_and_tell(site, source, choices, what, report_to)
            return
        if len(files) != 1:
            raise click.BadParameter("name one document", param_hint="--update")
        try:
            path = story_path(site, story)
        except FilesError as fault:
            raise click.BadParameter(str(fault), param_hint="--update") from None
        tell_report(site, update(site, path, source, choices), what, report_to)


def _files(documents: tuple[Path, ...]) -> Iterator[Path]:
    for place in documents:
        if not place.is_dir():
            yield place
            continue
        found = sorted(
            one
            for one in place.iterdir()
            # Word keeps one of these beside a document that is open.
            if one.suffix.lower() in _ENDINGS and not one.name.startswith("~$")
        )
        if not found:
            raise CannotImportError(
                f"{place}: there are no Word documents here", "name files that end in .docx"
            )
        yield from found
