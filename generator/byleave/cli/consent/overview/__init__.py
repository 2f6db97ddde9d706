"""Commands that show how permissions stand, and what was published of them."""
