"""Writing at the desk: a story file as a form, and the form as the smallest change of the file."""
