"""What `make laws` runs: tries the laws on generated sites, new ones each time."""

import argparse
import os
import random
import sys

from tests.laws.searching import search

HIGHEST = 10**9


def main() -> int:
    """Search as asked; 1 where a law is broken."""
    parser = argparse.ArgumentParser(description="Try the laws of consent on generated sites.")
    parser.add_argument("--sites", type=int, default=5000)
    parser.add_argument("--seed", type=int, help="the first site; without it, sites are new")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    first = random.SystemRandom().randrange(HIGHEST) if asked.seed is None else asked.seed
    return 1 if search(first, asked.sites, min(asked.processes, asked.sites)) else 0


if __name__ == "__main__":
    sys.exit(main())
