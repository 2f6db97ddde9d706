"""The two doors of the gate: what may be public, and the same with what is withheld marked."""
