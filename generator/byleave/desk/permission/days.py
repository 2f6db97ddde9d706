"""Days as somebody wrote them into a form about permission."""

from datetime import date

from byleave.desk.asking import Asked
from byleave.editing.refusals import RefusedError


def day_said(asked: Asked, name: str) -> date | None:
    """The day in a field, or None where it is empty; raises RefusedError where it is none."""
    said = asked.said(name).strip()
    if not said:
        return None
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise RefusedError(f"{said} is no day", "write it like 2026-03-31") from None
