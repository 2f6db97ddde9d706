"""A whole site that is new: settings, first texts, and all that git, an editor and a host need."""

import json
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from msgspec import Struct

from byleave.beginning.first_texts import (
    PICTURE,
    PermissionPromise,
    Say,
    first_path,
    first_story,
    how_we_ask,
)
from byleave.beginning.front_matter import Value, as_yaml
from byleave.beginning.origin import Origin
from byleave.beginning.publishing import publishing_files, text_of
from byleave.beginning.writing import fill, folder_in_waiting, new_folders, put
from byleave.git import answer
from byleave.model.settings import Host

FORMAT = "1"
# A host may not tell before its first build. Nobody can have this name.
NO_ADDRESS_YET = "https://example.org/"
SETTINGS_SCHEMA = ".vscode/byleave-settings.schema.json"

_FILES: Mapping[str, str] = {
    ".gitignore": "gitignore",
    ".gitattributes": "gitattributes",
    ".vscode/settings.json": "vscode-settings.json",
    ".vscode/extensions.json": "vscode-extensions.json",
    ".vscode/tasks.json": "vscode-tasks.json",
    ".vscode/byleave.code-snippets": "snippets.json",
}


class SiteAnswers(Struct, frozen=True, kw_only=True):
    """What is to be known of a site before there is one.

    `url` is None as long as nobody knows where it will be; `own_language` is that of the first
    texts, where Byleave does not speak the site's `language`.
    """

    title: str
    language: str
    own_language: str | None
    timezone: str
    promise: PermissionPromise
    url: str | None
    host: Host | None
    pictures: bool


def site_files(
    answers: SiteAnswers, origin: Origin | None, schema: Mapping[str, Any], say: Say
) -> dict[str, bytes]:
    """The files of a new site by their paths, those of its host where there is an `origin`.

    `schema` is that of settings; `say` says a sentence of ours in the language of the site.
    """
    host = answers.host
    language = answers.own_language
    texts = {
        "site_src/site.yaml": settings_text(answers),
        "site_src/pages/how-we-ask.md": how_we_ask(answers.promise, say, language),
        first_path(pictures=answers.pictures): first_story(
            say, language, pictures=answers.pictures
        ),
        **{path: text_of(name) for path, name in _FILES.items()},
        SETTINGS_SCHEMA: as_json(schema),
        **(publishing_files(host, origin) if host and origin else {}),
    }
    found = {path: text.encode() for path, text in texts.items()}
    if answers.pictures:
        beside = first_path(pictures=True).rpartition("/")[0]
        picture = files("byleave") / "beginning" / "files" / PICTURE
        found[f"{beside}/{PICTURE}"] = picture.read_bytes()
    return found


def write_site(place: Path, files: Mapping[str, bytes]) -> bool:
    """Make the folder `place` a repository with `files`; whether there is a git here to do so.

    Raises TakenError where something is there already, and OSError; then nothing was written.
    """
    whole = place.absolute()
    with new_folders(whole.parent), folder_in_waiting(whole) as waiting:
        fill(waiting, files)
        # An older git knows no name for the first branch.
        is_repository = any(
            answer(waiting, "init", "--quiet", *branch) is not None
            for branch in (("--initial-branch=main",), ())
        )
        put(waiting, whole)
    return is_repository


def settings_text(answers: SiteAnswers) -> str:
    """The text of `site.yaml`."""
    place: dict[str, Value] = {"url": answers.url or NO_ADDRESS_YET}
    if answers.host:
        place["host"] = answers.host
    promise = answers.promise
    parts = (
        "# What is true of the whole site.\n",
        f"format: {FORMAT}\n",
        as_yaml({"title": answers.title}),
        "# Where the site is.\n"
        if answers.url
        else "# Where the site is: write its address here once you know it.\n",
        as_yaml(place),
        as_yaml({"language": answers.language, "timezone": answers.timezone}),
        "\n# Who answers when somebody in a story wants it changed or stopped, and how soon they\n"
        "# act. It stands below every story, and in site_src/pages/how-we-ask.md.\n",
        as_yaml(
            {
                "permission": {
                    "person": promise.person,
                    "within": promise.within,
                    **promise.ways,
                }
            }
        ),
    )
    return "".join(parts)


def as_json(value: Mapping[str, Any]) -> str:
    """`value` as a file that people can read."""
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
