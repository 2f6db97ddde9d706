"""Byleave turns consented Markdown stories and events into an accessible static website."""

__version__ = "0.1.0"
