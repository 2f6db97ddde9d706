"""A small site of which much is withheld, for looking at."""

from tests.laws.pictures import picture
from tests.read.folders import WITHDRAWN, story, voice

BODY = """\
Tea at ten. ![A cup](cup.png) ![Roar](urn.mp3) See [the plums](hush.md) and [nothing](gone.md).

::: voice qw
Kettle one.
:::

::: voice tom
Plain words.
:::
"""
MEDIA = "{cup.png: {alt: A cup, shows: nobody}, urn.mp3: {alt: Roar, shows: nobody}}"
FILES: dict[str, str | bytes] = {
    "site_src/root/CNAME": "lea.example.org\n",
    "site_src/root/.well-known/security.txt": "Contact: x\n",
    "themes/rain.md": "---\ntitle: Rain\n---\nWet.\n",
    "stories/fair.md": story(
        BODY,
        voice("tom", "Tom", part="author"),
        voice("qw", "Qwynneth", WITHDRAWN),
        title="The fair",
        media=MEDIA,
        themes="[rain]",
        aliases="[/old/fair/]",
    ),
    "stories/cup.png": picture("stories/cup.png"),
    "stories/urn.mp3": b"\xff\xfb\x90d the urn",
    "stories/hush.md": story("Kettle two.\n", title="Unripe plums", date=None),
    "stories/fair.responses/a.md": story(
        "Kettle three.\n",
        voice("ann", "Ann", WITHDRAWN, part="author"),
        responds_to="stories/fair.md",
        title=None,
    ),
    "stories/fête.md": story("Not yet.\n", title="La fête", date="2030-01-01"),
    "stories/open-day.md": story(
        "Come.\n",
        voice("tom", "Tom", part="author"),
        title="The open day",
        event="{starts: 2026-07-01 10:00, place: Hall}",
    ),
}
