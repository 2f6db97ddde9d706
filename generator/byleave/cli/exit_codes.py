"""What commands end with: whoever publishes by a script relies on these numbers."""

DONE = 0
# Done, and something has an error: what is left of the site can be published.
WITH_ERRORS = 1
MISTYPED = 2  # click's own
NOTHING_WRITTEN = 3
# Ended before its end. As a shell says of a program that Ctrl-C ended.
INTERRUPTED = 130
