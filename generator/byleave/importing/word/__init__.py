"""Word documents: what somebody wrote in them, and nothing that Word keeps beside it."""

from byleave.importing.word.source import word_source
from byleave.importing.word.template import word_template

__all__ = ["word_source", "word_template"]
