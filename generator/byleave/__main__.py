"""`python -m byleave` is `byleave`."""

from byleave.cli import main

main(prog_name="byleave")
