"""Sees to what is named, as the Makefile does: `python -m tests.set_up system pango chromium`."""

import sys

from tests.set_up.checkers import set_up_checkers
from tests.set_up.missing import MissingError
from tests.set_up.system import NEEDS, set_up_system

try:
    match sys.argv[1:]:
        case ["system", *names]:
            set_up_system([NEEDS[name] for name in names])
        case ["checkers"]:
            set_up_checkers()
        case words:
            sys.exit(f"error: {' '.join(words) or 'nothing'} is neither system nor checkers")
except MissingError as fault:
    sys.exit(f"error: {fault}")
