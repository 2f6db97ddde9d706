"""Folders of Hugo's and Jekyll's: their words, pictures and addresses, and nothing that waits."""

from pathlib import Path

import pytest

from byleave.importing.folders import markdown_source
from byleave.importing.refusing import CannotImportError
from tests.architecture.sources import put
from tests.beginning.trying import front
from tests.cleaning.originals import photograph
from tests.importing.bringing import (
    agree,
    brought,
    empty_site,
    imported,
    public,
    stories,
    text,
)

TODAY = "2026-06-01"


def test_an_alias_that_is_no_address_is_left_out(tmp_path: Path) -> None:
    """Strangers wrote it; the others stay."""
    site = empty_site(tmp_path / "site")
    put(tmp_path / "old", {"a.md": "---\ntitle: A\naliases: ['http://[x', /old/]\n---\nWords.\n"})
    brought(site, markdown_source(tmp_path / "old", TODAY))
    (path,) = stories(site)
    assert front(text(site, path))["aliases"] == ["/old/"]


JEKYLL = {
    "_config.yml": "url: https://old.example\nbaseurl: /blog\npermalink: /:year/:title/\n",
    "_data/authors.yml": "kwame: {name: Kwame A, email: kwame.private@mail.example}\n",
    "_posts/2019-05-01-the-urn.md": (
        "---\ntitle: 'The urn: hot'\nauthor: kwame\ntags: tea steam\ncategories: [news]\n"
        "image: /assets/urn.jpg\n---\nIt {{ site.nothing }}roars, {sam}. <!-- a secret -->\n\n"
        "{% highlight python %}\nprint('{sam}')\n{% endhighlight %}\n\n"
        "{% raw %}{{ kept }}{% endraw %}"
        "\n\n![An urn](/blog/assets/urn.jpg){: .wide}\n\n"
        "[The walk]({{ site.baseurl }}{% post_url 2019-06-01-the-walk %}) and "
        "[again](/blog/2019/the-walk/#top), [`code`](https://x.example/).\n\n::: voice sam\n"
    ),
    "_posts/2019-06-01-the-walk.md": "---\ntitle: The walk\n---\n# The walk\n\n- One\n- Two\n",
    "_posts/2031-01-01-later.md": "---\ntitle: Later\n---\nNot yet.\n",
    "_posts/2019-07-01-broken.md": "---\ntitle: [\n---\nNot read.\n",
    "_posts/2019-07-02-many.md": "---\na: &a x\nb: *a\n---\nNot read.\n",
    "_drafts/idea.md": "---\ntitle: Idea\n---\nPerhaps.\n",
    "_events/picnic.md": (
        "---\ntitle: Picnic\ndate: 2019-08-01 12:00\nend_time: 3pm\nlocation: The green\n"
        "registration_url: https://book.example/\n---\nBring cake, or meet at "
        "<https://zoom.us/j/99>.\n"
    ),
    "about.md": "---\ntitle: About\n---\nWe are here.\n",
    "index.html": "---\nlayout: home\n---\n{% for one in posts %}{{ one }}{% endfor %}\n",
    "LICENSE.md": "Free.\n",
}

HUGO = {
    "hugo.toml": 'baseURL = "https://old.example/"\ndefaultContentLanguage = "en"\n'
    "[languages.en]\n[languages.cy]\n[permalinks]\nposts = '/:year/:slug/'\n",
    "content/posts/urn/index.md": (
        '+++\ntitle = "The urn"\ndate = 2019-05-01T23:00:00Z\nauthors = ["Kwame A", "Ada B"]\n'
        'tags = ["tea"]\naliases = ["/old-urn/"]\n+++\n'
        '{{< figure src="urn.jpg" alt="Steam" caption="At last" >}}\n\nHot. {{< youtube abc >}}\n\n'
        "{{</* youtube shown */>}} {{% notice %}}Kept.{{% /notice %}}\n"
    ),
    "content/posts/urn/index.cy.md": '+++\ntitle = "Yr wrn"\ndate = 2019-05-02\n+++\nPoeth.\n',
    "content/posts/json.md": '{"title": "As JSON", "date": "2019-06-01"}\nWords.\n',
    "content/posts/hidden.md": "---\ntitle: Hidden\ndate: 2019-06-01\ndraft: true\n---\nNo.\n",
    "content/posts/_index.md": "---\ntitle: Posts\n---\n",
    "themes/x/content/no.md": "---\ntitle: Not ours\n---\nNo.\n",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site in which there is nothing yet."""
    return empty_site(tmp_path / "site")


def folder(tmp_path: Path, said: dict[str, str], picture: str) -> Path:
    """A folder with a picture."""
    place = put(tmp_path / "old", said)
    (place / picture).parent.mkdir(parents=True, exist_ok=True)
    (place / picture).write_bytes(photograph())
    return place


def test_jekylls_posts_come_as_readers_saw_them(site: Path, tmp_path: Path) -> None:
    """Tags gone, code kept, links to where things are now, addresses that lead on."""
    place = folder(tmp_path, JEKYLL, "assets/urn.jpg")
    found = markdown_source(place, TODAY)
    assert {why.partition(" (--")[0]: times for why, times in found.left_out.items()} == {
        "texts that were not for everybody yet: scheduled": 1,
        "texts whose first lines (front matter) cannot be read": 2,
        "pages that templates made, such as lists": 1,
    }
    brought(site, found)
    said = text(site, "stories/2019/the-urn/index.md")
    assert front(said)["aliases"] == ["/blog/2019/the-urn/"]
    assert [one["name"] for one in front(said)["voices"].values()] == ["Kwame A"]
    (picture,) = front(said)["media"].items()
    assert picture[1] == {"alt": "An urn", "shows": "not known yet"}
    assert said.split("---\n", 2)[2] == (
        "\nIt roars, \\{sam}. \n\n```python\nprint('\\{sam}')\n```\n\n"
        f"{{{{ kept }}}}\n\n![]({picture[0]})\n\n[The walk](../the-walk/index.md) and "
        "[again](../the-walk/index.md#top), [`code`](https://x.example/).\n\n\\::: voice sam\n"
    )
    assert "voices" not in front(text(site, "stories/2019/the-walk/index.md"))
    everything = "".join(text(site, path) for path in stories(site))
    assert "secret" not in everything
    assert "mail.example" not in everything


def test_jekylls_events_say_when_and_where(site: Path, tmp_path: Path) -> None:
    """Where `date` is the day of the event, nobody knows when it was published: it is a draft."""
    brought(site, markdown_source(folder(tmp_path, JEKYLL, "a.jpg"), TODAY))
    said = text(site, "stories/undated/picnic/index.md")
    assert "date" not in front(said)
    assert front(said)["event"] == {
        "starts": "2019-08-01 12:00",
        "ends": "2019-08-01 15:00",
        "place": "The green",
        "booking": {"url": "https://book.example/"},
        "join": "https://zoom.us/j/99",
        "join_public": "no",
    }
    assert "zoom" not in said.split("---\n", 2)[2]


def test_hugos_bundles_come_with_their_pictures_and_versions(site: Path, tmp_path: Path) -> None:
    """TOML, YAML and JSON; short codes as what they showed; a language by the end of a name."""
    place = folder(tmp_path, HUGO, "content/posts/urn/urn.jpg")
    found = markdown_source(place, TODAY)
    brought(site, found)
    said = text(site, "stories/2019/urn/index.md")
    assert front(said)["aliases"] == ["/2019/urn/", "/old-urn/"]
    assert len(front(said)["voices"]) == 2
    (entry,) = front(said)["media"].values()
    assert entry == {"alt": "Steam", "shows": "not known yet", "caption": "At last"}
    assert "Hot. <https://www.youtube.com/watch?v=abc>" in said
    assert "{{< youtube shown >}} Kept." in said
    versions = [front(text(site, path)) for path in stories(site)]
    (version,) = [one for one in versions if "translation_of" in one]
    assert (version["title"], version["language"]) == ("Yr wrn", "cy")
    assert version["translation_of"] == "stories/2019/urn/index.md"
    assert {one["title"] for one in versions} == {"The urn", "Yr wrn", "As JSON", "Hidden"}
    agree(site)
    page = public(site)["stories/urn/index.html"].decode()
    assert "Hot." in page
    assert "Kept." in page


def test_the_command_brings_a_folder(site: Path, tmp_path: Path) -> None:
    """With a report beside it, and a site without an error."""
    place = folder(tmp_path, JEKYLL, "assets/urn.jpg")
    said = imported(site, "markdown", place, "--no-themes")
    assert said.code == 0, said.all
    assert "5 stories new" in said.out
    assert "1 picture or file came, kept back" in said.out
    assert (tmp_path / "byleave-import.html").exists()
    assert "5 stories as before" in imported(site, "markdown", place, "--no-themes").out
    public(site)


def test_two_imports_from_one_folder_have_a_report_each(site: Path, tmp_path: Path) -> None:
    """The first one named whom to ask, and was written over by the second."""
    for name in ("old", "older", "old"):
        place = put(tmp_path / name, {"a.md": f"---\ntitle: {name}\ndate: 2019-01-01\n---\nTea.\n"})
        assert imported(site, "markdown", place, "--no-themes").code == 0
    reports = {one.name: one.read_text("utf-8") for one in tmp_path.glob("*.html")}
    assert sorted(reports) == ["byleave-import-2.html", "byleave-import.html"]
    assert "brought in: older" in reports["byleave-import-2.html"]


def test_links_out_of_a_folder_lead_nowhere(site: Path, tmp_path: Path) -> None:
    """Neither a climbing path nor a link of the file system reaches what is outside."""
    (tmp_path / "secret.jpg").write_bytes(photograph())
    (tmp_path / "secret.md").write_text("A secret.", "utf-8")
    said = "![x](../secret.jpg) ![y](/../secret.jpg) ![z](link.jpg)"
    place = put(tmp_path / "old", {"a.md": f"---\ntitle: A\ndate: 2019-01-01\n---\n{said}\n"})
    (place / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    (place / "link.md").symlink_to(tmp_path / "secret.md")
    report = brought(site, markdown_source(place, TODAY))
    assert len(report.missing) == 3
    assert len(stories(site)) == 1


def test_a_folder_without_texts_is_none(tmp_path: Path) -> None:
    """It is said, with what to do."""
    with pytest.raises(CannotImportError, match="no texts"):
        markdown_source(tmp_path, TODAY)
    with pytest.raises(CannotImportError, match="no such folder"):
        markdown_source(tmp_path / "none", TODAY)
