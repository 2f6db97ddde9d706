"""Stories' Markdown to HTML that is safe, accessible and the same from either engine."""

from byleave.render.prose.compose import compose
from byleave.render.prose.engines import Engine, engine
from byleave.render.prose.values import (
    EngineName,
    ExplainedWord,
    Heading,
    MediaKind,
    Prose,
    ProseContext,
    ProseError,
    ProseLabels,
    ProseMedia,
    ProsePart,
)

__all__ = [
    "Engine",
    "EngineName",
    "ExplainedWord",
    "Heading",
    "MediaKind",
    "Prose",
    "ProseContext",
    "ProseError",
    "ProseLabels",
    "ProseMedia",
    "ProsePart",
    "compose",
    "engine",
]
