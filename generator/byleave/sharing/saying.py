"""What a change comes to, in whole sentences: for the command line and the editors' pages."""

from collections.abc import Iterator

from byleave.sharing.comparing import Changes, Kind, OtherChange, StoryChange

HEADINGS: dict[Kind, str] = {
    "comes": "Becomes public",
    "goes": "Goes from the site",
    "changes": "Changes on the site",
}


def of_kind(
    changes: Changes, kind: Kind
) -> tuple[tuple[StoryChange, ...], tuple[OtherChange, ...]]:
    """The stories, and the other pages, of which this becomes."""
    return (
        tuple(one for one in changes.stories if one.kind == kind),
        tuple(one for one in changes.others if one.kind == kind),
    )


def sentences(change: StoryChange) -> Iterator[str]:
    """What becomes of one story, after its title."""
    if change.kind == "comes" and change.come:
        yield f"With {listed(change.come)}."
    elif change.kind == "goes" and change.go:
        yield f"With it goes {listed(change.go)}."
    elif change.kind == "changes":
        if change.come:
            yield f"Becomes public in it: {listed(change.come)}."
        if change.go:
            yield f"Goes from it: {listed(change.go)}."
        if change.parts:
            yield f"Another than before: {'; '.join(change.parts)}."


def listed(words: tuple[str, ...]) -> str:
    """Words as they are listed in a sentence."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
