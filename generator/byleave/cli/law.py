"""What `byleave check` says of settings that leave out what the law wants people to be told."""

from collections.abc import Iterator

from byleave.model.permission import missing_languages, missing_of_law
from byleave.model.settings import Settings, on_pages
from byleave.pipeline.for_permission_tools import has_catalogue


def not_told(settings: Settings) -> str:
    """Up to four lines: what the law wants told that the settings leave out, and in which language.

    It is no finding: a group may have a good reason, and nothing is withheld for it.
    """
    permission = settings.permission
    missing = missing_of_law(permission)
    languages = tuple(_missing_languages(settings))
    said = []
    if missing:
        said.append(
            f"information: forms and receipts do not say all that the law asks of most groups: "
            f"{', '.join(missing)}\n  do: add what is true of you to site_src/site.yaml; "
            "the reference of settings says what each is"
        )
    if languages:
        said.append(
            f"information: not said in each language of the site: {', '.join(languages)}\n"
            "  do: write it like {en-GB: two working days, cy: dau ddiwrnod gwaith}"
        )
    return "\n".join(said)


def _missing_languages(settings: Settings) -> Iterator[str]:
    own = settings.language
    yield from missing_languages("tagline", settings.tagline, own, settings.languages)
    # Names of a site and of series may be the same in every language, unless one is told apart.
    for key, said in on_pages(settings):
        if key != ("tagline",) and len(said) > 1:
            place = ".".join(map(str, key))
            yield from missing_languages(place, said, own, settings.languages)
    # What stands in sentences of ours is wanted only where there are these.
    spoken = tuple(filter(has_catalogue, settings.languages))
    yield from missing_languages("contact", settings.contact, own, spoken)
    yield from missing_languages("help_lines", settings.help_lines, own, spoken)
    yield from missing_languages("permission", settings.permission, own, spoken)
