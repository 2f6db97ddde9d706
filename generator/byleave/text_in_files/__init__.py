"""What can be read in files: words in one form, and every text that the bytes of a file hold."""

from byleave.model.names.words import units
from byleave.text_in_files.files import texts_in
from byleave.text_in_files.texts import BREAK, Text, texts_of

__all__ = ["BREAK", "Text", "texts_in", "texts_of", "units"]
