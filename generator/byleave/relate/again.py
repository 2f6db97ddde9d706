"""The index of a site in which one story was edited, made of the index that there was before."""

from bisect import insort
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from byleave.model.published import Content, Story
from byleave.relate.addresses import addresses
from byleave.relate.allowed import line_uses, page_uses, standing_apart, uses_of_page
from byleave.relate.index import Index, at_of, index, stories_at
from byleave.relate.items import has_page, item
from byleave.relate.kin import (
    GROUPED,
    People,
    is_listed,
    newest_first,
    original,
    past_events,
    people,
)
from byleave.relate.uses import Uses
from byleave.values import replace

Key = TypeVar("Key", bound=Hashable)
Thing = TypeVar("Thing")


def index_again(before: Index, content: Content, new: Sequence[Story]) -> Index:
    """What `index` makes of `content`, where it made `before` of a site that is much the same.

    `new` are the stories that are not the same values as before.
    """
    was = before.by_path.get(new[0].path) if len(new) == 1 else None
    if was is None or len(content.stories) != len(before.by_path):
        return index(content, before)
    if _standing(was) != _standing(new[0]):
        return index(content, before)
    return _with(before, content, was, new[0])


def _standing(story: Story) -> tuple[object, ...]:
    """Where a story is and what it stands on: others may hang on that, and these on others."""
    stands_on = (story.responds_to, story.in_reply_to, story.translation_of, story.easy_read_of)
    # Of listed stories these are groups; what else is part of something is in none.
    beside = () if is_listed(story) else (story.part_of, story.report_of)
    return (story.address, *stands_on, *beside)


def _with(before: Index, content: Content, was: Story, now: Story) -> Index:
    """`before` with the story `now` in the place of `was`, which stands as it did.

    What is the same as before is the same value, by which others know that nothing has changed.
    """
    line = line_uses(now)
    known = replace(
        before,
        content=content,
        items={**before.items, now.path: item(now)},
        line_uses=_kept(before.line_uses, {**before.line_uses, now.path: line}),
        **_groups(before, content, was, now),
    )
    known = replace(known, uses=_uses(before, known, (was, now)))
    if now.responds_to or known.uses is not before.uses:
        known = replace(known, apart=_kept(before.apart, standing_apart(known, known.uses)))
    if known.apart is not before.apart:
        at = at_of(known, known.apart, known.anchors)
        known = replace(known, at=at, places=frozenset(at.values()))
    if (was.aliases, was.date) != (now.aliases, now.date):
        known = replace(known, stories_at=stories_at(content))
    if _lead_alike(before, known, was, now):
        return known
    return replace(known, addresses=addresses(content, known, known.line_uses))


def _kept(before: Thing, found: Thing) -> Thing:
    return before if found == before else found


def _groups(before: Index, content: Content, was: Story, now: Story) -> dict[str, Any]:
    """The fields of `Kin` that may be otherwise, with `now` in the place of `was`."""
    found: dict[str, Any] = {"by_path": {**before.by_path, now.path: now}}
    keys: dict[str, Callable[[Story], Hashable]] = {
        "versions": original,
        "responses": lambda story: before.answered.get(story.path),
    }
    if is_listed(now):
        keys |= GROUPED
        found["listed"] = _moved(before.listed, was, now)
        found["by_theme"] = _regrouped(before.by_theme, was, now, was.themes, now.themes)
        if was.event or now.event:
            found["past_events"] = past_events(found["listed"])
    for name, key in keys.items():
        groups = getattr(before, name)
        found[name] = _regrouped(groups, was, now, _some(key(was)), _some(key(now)))
    if was.voices == now.voices and was.date == now.date:
        found["people"] = _people(before.people, was, now)
    elif any(map(has_page, (*was.voices, *now.voices))):
        found["people"] = people(content.stories)
    return found


def _regrouped(
    groups: Mapping[Key, tuple[Story, ...]],
    was: Story,
    now: Story,
    left: tuple[Key, ...],
    joined: tuple[Key, ...],
) -> Mapping[Key, tuple[Story, ...]]:
    """`groups` with `now` in those it has `joined`, and without `was` in those it has `left`."""
    found = dict(groups)
    for key in {*left, *joined}:
        group = _moved(groups.get(key, ()), was, now if key in joined else None)
        found |= {key: group}
        if not group:
            del found[key]
    return found


def _moved(group: Iterable[Story], was: Story, now: Story | None) -> tuple[Story, ...]:
    """A group, newest first, with `now` at its place and without `was`."""
    kept = [one for one in group if one is not was]
    if now is not None:
        insort(kept, now, key=newest_first)
    return tuple(kept)


def _some(key: Key | None) -> tuple[Key, ...]:
    return () if key is None else (key,)


def _people(known: People, was: Story, now: Story) -> People:
    """`known` with `now`, of the same voices and the same day, in the place of `was`."""
    found = dict(known)
    for name in {voice.person or "" for voice in now.voices if has_page(voice)}:
        found[name] = tuple((voice, now if story is was else story) for voice, story in known[name])
    return found


def _uses(before: Index, known: Index, both: tuple[Story, Story]) -> Mapping[str, Uses]:
    """The uses of each story's page; of others only what the story was or is beside may change."""
    if known.line_uses is not before.line_uses:
        return _kept(before.uses, page_uses(known, known.line_uses))
    paths = {path or "" for one in both for path in (one.path, one.part_of, one.report_of)}
    new = {
        path: uses_of_page(known.by_path[path], known, known.line_uses)
        for path in paths & before.uses.keys()
    }
    return _kept(before.uses, {**before.uses, **new})


def _lead_alike(before: Index, known: Index, was: Story, now: Story) -> bool:
    """Whether the site has the addresses that it had, so that each link leads where it did."""
    groups = ("years", "past_events", "by_series", "people")
    # Of two stories that were at one address, links lead to the one that is older now.
    return (
        known.line_uses is before.line_uses
        and (was.date == now.date or not now.aliases)
        and (was.aliases, was.themes, bool(was.event)) == (now.aliases, now.themes, bool(now.event))
        and all(getattr(known, one).keys() == getattr(before, one).keys() for one in groups)
    )
