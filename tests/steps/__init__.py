"""How many steps it takes to do what people do most: `python -m tests.steps` prints a table."""
