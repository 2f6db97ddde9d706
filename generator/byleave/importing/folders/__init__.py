"""Folders of Markdown: Hugo's, Jekyll's, and any others."""

from byleave.importing.folders.source import markdown_source

__all__ = ["markdown_source"]
