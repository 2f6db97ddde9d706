"""`byleave up-to-date`: a version that says what its original says, as that is today."""

from pathlib import Path

import click

from byleave.cli.consent.refusals import told_of_files
from byleave.cli.consent.typed_stories import story_path
from byleave.cli.endings import told_plainly, wrote
from byleave.cli.options import site_option
from byleave.editing.refusals import RefusedError
from byleave.editing.story_files import read_text, replace_all
from byleave.editing.up_to_date import up_to_date as with_words_noted
from byleave.pipeline.for_versions import NoOriginalError, OriginalWords, original_words


@click.command("up-to-date")
@click.argument("versions", metavar="VERSION...", nargs=-1, required=True)
@site_option
def up_to_date(versions: tuple[str, ...], site: Path) -> None:
    """Say that VERSION, Easy Read or a translation, says what its original says today."""
    with told_plainly(), told_of_files():
        found = {path: _original(site, path) for path in (story_path(v, site) for v in versions)}
        texts = {
            path: with_words_noted(path, read_text(site, path).text, of)
            for path, of in found.items()
        }
        replace_all(site, texts)
        wrote(f"{path}: up to date with {of.path} as it is now" for path, of in found.items())


def _original(site: Path, path: str) -> OriginalWords:
    try:
        return original_words(site, path)
    except NoOriginalError as fault:
        raise RefusedError(f"{fault.message}; nothing was written", fault.do) from None
