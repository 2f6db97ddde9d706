"""A voice is mentioned by the marks that reading leaves in the place of `{id}`."""

from byleave.model.marks import mentioned_ids


def test_ids_are_found_by_their_marks() -> None:
    """As reading leaves them; braces that an editor made literal are none."""
    marked = "\ue000sam\ue001 and \ue002jo\ue003 and {clare}"
    assert mentioned_ids(marked) == {"sam"}
