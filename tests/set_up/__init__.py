"""What the tests need beside Python's packages: found, installed, or asked for in one line."""
