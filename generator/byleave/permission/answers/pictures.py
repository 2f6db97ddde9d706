"""Taking a picture out of a story: from its front matter and from its text, and nothing else."""

import re
from urllib.parse import quote

from byleave.editing.front_matter import Edit, edited_at, record_of, value_at
from byleave.editing.refusals import RefusedError
from byleave.pipeline.for_permission_tools import words_of
from byleave.text_in_files.yaml_places import front_matter


def without_picture(text: str, path: str, name: str) -> str:
    """The whole `text` of the story file at `path` without the picture `name`.

    Only a picture that stands in the text by itself is taken out. Raises RefusedError where the
    file is also used in another way, or where a word would go too; CannotEditError.
    """
    edits = [Edit(path=("media", name), value=None)]
    if value_at(record_of(text), "lead") == name:
        edits.append(Edit(path=("lead",), value=None))
    new = edited_at(path, text, edits)
    body_start = front_matter(new).end
    new = new[:body_start] + _without(new[body_start:], name)
    still = re.search(_any_way(name), new[body_start:])
    if still:
        line = new[: body_start + still.start()].count("\n") + 1
        message = f"{path}:{line}: the text uses this file in a way that needs your eyes"
        raise RefusedError(message, "take it out of the text by hand, then give the command again")
    before = {(one.kind, one.fingerprint) for one in words_of(text, path)}
    if {(one.kind, one.fingerprint) for one in words_of(new, path)} - before:
        message = f"{path}: taking this picture out would change words that were agreed to"
        raise RefusedError(message, "take it out of the text by hand, and ask again if needed")
    return new


def _any_way(name: str) -> str:
    return "|".join(re.escape(one) for one in dict.fromkeys((name, quote(name))))


def _without(body: str, name: str) -> str:
    title = r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?"
    picture = rf"!\[[^\]\n]*\]\([ \t]*<?(?:\./)?(?:{_any_way(name)})>?{title}[ \t]*\)"
    # Where it has a line of its own, the line goes, and one of the empty lines around it.
    alone = rf"(?m)^[ \t]*{picture}[ \t]*(?:\r\n|\r|\n|\Z)(?:[ \t]*(?:\r\n|\r|\n))?"
    return re.sub(picture, "", re.sub(alone, "", body))
