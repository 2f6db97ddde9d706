"""WordPress's own export (WXR), which Squarespace and others write as well."""

from byleave.importing.wordpress.source import ALSO, wordpress_source

__all__ = ["ALSO", "wordpress_source"]
