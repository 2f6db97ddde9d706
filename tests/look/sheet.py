"""The look's stylesheet and templates as the tests read them."""

import re
from collections.abc import Iterator
from importlib.resources import files

LOOK = files("byleave") / "look"
STYLES = (LOOK / "styles.css").read_text("utf-8")
PAGES = {
    file.name: file.read_text("utf-8")
    for file in sorted((LOOK / "templates").iterdir(), key=lambda file: file.name)
    if file.name.endswith(".html")
}

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"\{([^{}]*)\}")
_PRINT = re.compile(r"@media print \{.*?\n\}", re.DOTALL)


def declarations(css: str) -> Iterator[tuple[str, str]]:
    """Each property of a stylesheet with its value; what stands in `@media (…)` is none."""
    for rule in _RULE.findall(_COMMENT.sub("", css)):
        for declaration in rule.split(";"):
            name, colon, value = declaration.partition(":")
            if colon:
                yield name.strip(), value.strip()


def on_screens(css: str) -> str:
    """The stylesheet without what is for paper alone."""
    return _PRINT.sub("", css)


def colours(css: str, part: str) -> dict[str, str]:
    """The custom properties in the first `:root` after `part`, such as `--ink`."""
    rule = css.partition(part)[2].partition("}")[0]
    found = dict(declarations(f"{{{rule}}}"))
    return {name: value for name, value in found.items() if value.startswith("#")}
