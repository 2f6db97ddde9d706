"""Of whom something is left on a page: who is told about by nobody any more is not listed."""

from pathlib import Path

from tests.gate.sites import passed, the_story
from tests.read.folders import WITHDRAWN, story, voice

BODY = """\
::: voice tom about cat
Cat came too.
:::

::: voice una
Una and {dan} dug.
:::
"""


def test_who_is_in_no_published_words_is_not_present(tmp_path: Path) -> None:
    """When Tom leaves, nothing of Cat is on the page: a list of voices must not tell of a gap."""
    voices = (
        voice("tom", "Tom", WITHDRAWN, part="speaker"),
        voice("una", "Una", part="speaker"),
        voice("cat", "Cat", part="told-about"),
        voice("dan", "Dan", part="told-about"),
    )
    published, _ = passed(tmp_path, {"stories/fair.md": story(BODY, *voices)})
    assert the_story(published, "fair").present == {"una", "dan"}
