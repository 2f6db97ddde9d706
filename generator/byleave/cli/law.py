"""What `byleave check` says of settings that leave out what the law wants people to be told."""

from collections.abc import Iterator

from byleave.model.permission import missing_languages, missing_of_law
from byleave.model.settings import Settings, on_pages
from byleave.pipeline.for_permission_tools import has_catalogue

_SAID = {
    "permission.law.name": "who is responsible, as registers have it",
    "permission.law.number": "your number in a register, if you have one",
    "permission.law.address": "where letters of the law reach you",
    "permission.law.country": "whose law holds, such as GB",
    "permission.law.why": "what you publish stories for",
    "permission.law.recipients": "who has the website or its files besides you",
    "permission.law.keeps.sheet": "how long you keep the sheet that has their name",
    "permission.law.keeps.record": "how long you keep the number, and what was said under it",
    "permission.law.keeps.files": "how long older versions of the files are kept",
    "permission.law.regulator": "the authority that people can complain to",
}


def not_told(settings: Settings) -> str:
    """What the law wants told that the settings leave out, a line each, and in which language.

    It is no finding: a group may have a good reason, and nothing is withheld for it.
    """
    permission = settings.permission
    missing = missing_of_law(permission)
    languages = tuple(_missing_languages(settings))
    said = []
    if missing:
        lines = "\n".join(f"  {_SAID.get(key, key)}: {key}" for key in missing)
        said.append(
            "information: forms and receipts do not say all that the law asks of most groups. "
            f"They lack\n{lines}\n  do: add what is true of you to site_src/site.yaml, below "
            "`law:`, which stands below `permission:`"
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
