"""What the permission tools are told of the voices, and what a form may show."""

from pathlib import Path

from byleave.gate import expect, register
from byleave.model.fingerprints import fingerprint
from tests.gate.sites import NOON, texts_in, tree
from tests.read.folders import WITHDRAWN, YES, story, voice

ASKED = "{record: BW-2, asked: 2026-05-01}"
BODY = """\
::: voice tom
Tom digs.
:::

::: voice ann about tom
Ann saw him dig.
:::

::: voice qw
Hush.
:::
"""


def test_every_voice_is_in_the_register_with_its_state(tmp_path: Path) -> None:
    """Whoever keeps the register sees everybody, those who left too."""
    text = story(
        BODY, voice("tom", "Tom", YES), voice("ann", "Ann", ASKED), voice("qw", "Qw", WITHDRAWN)
    )
    entries = register(tree(tmp_path, {"stories/fair.md": text}), NOON)
    assert {one.voice: one.state for one in entries} == {
        "tom": "published",
        "ann": "asked",
        "qw": "withdrawn",
    }


def test_a_form_shows_those_who_may_still_agree_and_nobody_who_left(tmp_path: Path) -> None:
    """A storyteller sees what would be public, and nothing of somebody who withdrew."""
    text = story(
        BODY, voice("tom", "Tom", ASKED), voice("ann", "Ann", ASKED), voice("qw", "Qw", WITHDRAWN)
    )
    found = expect(
        tree(tmp_path, {"stories/fair.md": text}), NOON, story="stories/fair.md", asking=["tom"]
    )
    assert [one.fingerprint for one in found.shown["tom"] if one.kind == "passage"] == [
        fingerprint("Tom digs."),
        fingerprint("Ann saw him dig."),
    ]
    shown = "\n".join(texts_in(found.rehearsal))
    assert "Ann saw him dig." in shown
    assert "Hush" not in shown
    assert "Qw" not in shown
