"""The folders of a site: what it is made of."""

FOLDERS = ("site_src", "stories", "themes")
