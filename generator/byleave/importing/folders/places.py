"""Where the pages of Hugo and Jekyll were: by what they say themselves, and by the settings."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from byleave.importing.address_parts import parts_of
from byleave.importing.folders.front import Data, line, several
from byleave.importing.folders.site import Folder
from byleave.model.addresses import slug

_DATED = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})-(.+)")
_STYLES = {
    "": "/:categories/:year/:month/:day/:title.html",
    "date": "/:categories/:year/:month/:day/:title.html",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title.html",
    "none": "/:categories/:title.html",
}


def day_and_name(path: str) -> tuple[str, str]:
    """The day and the name that the path of a text has, where Jekyll's and Hugo's have them."""
    pure = PurePosixPath(path)
    name = pure.name
    for ending in pure.suffixes[-1:]:
        name = name.removesuffix(ending)
    if name == "index":
        name = pure.parent.name
    dated = _DATED.fullmatch(name)
    if dated:
        return f"{dated[1]}-{int(dated[2]):02}-{int(dated[3]):02}", dated[4]
    return "", name


def known_as(path: str) -> tuple[str, ...]:
    """How links of templates and of other texts mean a text: by its path, or by its name alone."""
    inner = path.partition("/")[2]
    return (path, f"/{path}", inner, f"/{inner}", PurePosixPath(path).stem)


def old_addresses(folder: Folder, path: str, data: Data, day: str, language: str) -> Iterator[str]:
    """The addresses at which a text was; the first is where it was itself."""
    own = line(data, "permalink", "url")
    if own.startswith("/") or not own:
        computed = own or (_jekylls(folder, path, data, day) if folder.kind == "jekyll" else "")
        computed = computed or (
            _hugos(folder, path, data, day, language) if folder.kind == "hugo" else ""
        )
        if computed and ":" not in computed:
            yield re.sub(r"/{2,}", "/", f"{folder.base}{computed}")
    for one in several(data, "redirect_from", "aliases", "alias"):
        yield parts_of(one).path or "/"


def _jekylls(folder: Folder, path: str, data: Data, day: str) -> str:
    _, name = day_and_name(path)
    if "_posts/" not in f"/{path}" or not day:
        collection = path.partition("/")[0]
        return f"/{collection[1:]}/{name}.html" if collection.startswith("_") else f"/{name}/"
    said = folder.config.get("permalink") or ""
    pattern = _STYLES.get(said, said) if isinstance(said, str) else _STYLES[""]
    categories = [*several(data, "categories", "category", spaces=True)]
    return _filled(pattern, day, name, "/".join(slug(one) for one in categories))


def _hugos(folder: Folder, path: str, data: Data, day: str, language: str) -> str:
    parts = PurePosixPath(path).parts[1:]
    is_other = language in folder.languages and language != (folder.language or "en")
    prefix = f"/{language}" if is_other else ""
    if parts and parts[0] == language:
        parts = parts[1:]
    _, name = day_and_name(path)
    if is_other or f".{language}" in PurePosixPath(path).suffixes:
        name = name.removesuffix(f".{language}")
    section = parts[0] if len(parts) > 1 else ""
    name = line(data, "slug") or name
    pattern = folder.config.get("permalinks") or {}
    if isinstance(pattern, dict) and isinstance(pattern.get("page"), dict):
        pattern = pattern["page"]
    said = pattern.get(section) if isinstance(pattern, dict) else ""
    if isinstance(said, str) and said:
        return prefix + _filled(said, day, name, "", section, slug(line(data, "title")))
    inner = parts[:-2] if PurePosixPath(path).stem.partition(".")[0] == "index" else parts[:-1]
    return "/".join([prefix, *(one.lower() for one in inner), slug(name), ""])


def _filled(
    pattern: str, day: str, name: str, categories: str, section: str = "", title: str = ""
) -> str:
    year, month, date = (day or "0000-00-00").split("-")
    values = {
        "categories": categories,
        "year": year,
        "short_year": year[2:],
        "month": month,
        "i_month": month.lstrip("0"),
        "day": date,
        "i_day": date.lstrip("0"),
        "title": title or name,
        "slug": name,
        "name": name,
        "filename": name,
        "contentbasename": name,
        "section": section,
        "sections": section,
    }
    return re.sub(r":(\w+)", lambda found: values.get(found[1], found[0]), pattern)
