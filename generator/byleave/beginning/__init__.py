"""Beginnings: a whole site, and what is written into one. Never a permission, and no day of one."""
