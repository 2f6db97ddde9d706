"""The makers of pages: one module for each kind."""
