"""Stories' Markdown to HTML that is safe, accessible and the same from either engine."""

from byleave.render.prose.compose import compose
from byleave.render.prose.engines import Engine, engine
from byleave.render.prose.values import (
    EngineName,
    Heading,
    Media,
    MediaKind,
    Part,
    Prose,
    ProseContext,
    ProseError,
    ProseLabels,
)

__all__ = [
    "Engine",
    "EngineName",
    "Heading",
    "Media",
    "MediaKind",
    "Part",
    "Prose",
    "ProseContext",
    "ProseError",
    "ProseLabels",
    "compose",
    "engine",
]
