"""The rules of consent: who and what is withheld, and why."""
