"""How the file of a version says that it says what its original says, as that is today."""

from byleave.editing.front_matter import Edit, edited_at
from byleave.pipeline.for_versions import OriginalWords


def up_to_date(path: str, text: str, original: OriginalWords) -> str:
    """The `text` of the version at `path`, with the words of `original` noted in it.

    Raises CannotEditError.
    """
    return edited_at(path, text, [Edit(path=("of_words",), value=original.fingerprint)])
