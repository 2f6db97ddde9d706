"""A seam for whoever measures a build: it is told what is done, while it is done."""

from typing import Protocol

PHASES = ("read", "gate", "relate", "render", "check", "write")


class Observer(Protocol):
    """Is told what a build does; it changes nothing, and a build without one is the same."""

    def begins(self, phase: str) -> None:
        """One of PHASES begins, and the one before it ends; a phase may begin more than once."""
        ...

    def did(self, work: str, number: int) -> None:
        """So many more of a kind of work have been done, such as "pages rendered"."""
        ...


class Nobody:
    """Watches nothing."""

    def begins(self, phase: str) -> None:
        """Let it begin."""

    def did(self, work: str, number: int) -> None:
        """Let it be done."""


NOBODY = Nobody()
