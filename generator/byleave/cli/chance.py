"""Chance, of which there is no other in the program: a test that needs none puts its own here."""

import secrets

from byleave.model.paper_codes import SIGNS


def signs(count: int) -> str:
    """So many signs of which no two look alike, and which nobody can tell beforehand."""
    return "".join(secrets.choice(SIGNS) for _ in range(count))
