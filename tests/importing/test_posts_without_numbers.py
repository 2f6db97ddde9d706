"""Exports that another program wrote, in which posts have no numbers."""

from pathlib import Path

from byleave.importing.wordpress import wordpress_source
from tests.importing.bringing import brought, empty_site, text
from tests.importing.exports import export, item


def test_posts_without_a_number_are_all_there(tmp_path: Path) -> None:
    """An export that another program wrote may have none: one took the place of all others."""
    posts = [item(1, "The urn", "Loud."), item(2, "The oven", "Hot.")]
    said = export(
        [one.replace(f"<wp:post_id>{n}<", "<wp:post_id><") for n, one in enumerate(posts, 1)]
    )
    site = empty_site(tmp_path / "site")
    (tmp_path / "old.xml").write_text(said, "utf-8")
    brought(site, wordpress_source(tmp_path / "old.xml"), {})
    for name, words in (("the-urn", "Loud."), ("the-oven", "Hot.")):
        written = text(site, f"stories/2019/{name}/index.md")
        assert words in written
        assert "translation_of" not in written
        assert "responds_to" not in written
