"""What is not as advice asks, and the reasons: for the statement on access, without any title."""

from byleave.model.pieces import AllowedAdvice
from byleave.relate.index.common_uses import ALL_USES, Uses, common_uses
from byleave.relate.index.index import Index
from byleave.relate.index.naming import name_any


def exceptions(known: Index) -> tuple[AllowedAdvice, ...]:
    """The reasons of the whole site and of published stories, each once, by what they are about."""
    settings = known.content.settings
    found = [
        AllowedAdvice(code=code, reason=reason, language=settings.language)
        for code, reason in settings.allow.items()
    ]
    found += [
        AllowedAdvice(code=code, reason=reason, language=story.language)
        for story in known.by_path.values()
        for code, reason in story.allow.items()
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.code, one.reason)))


def exceptions_uses(known: Index) -> Uses:
    """What a page with these reasons may be used for: they may name somebody."""
    stories = known.by_path.values()
    reasons = "\n".join(one for story in stories for one in story.allow.values())
    # A reason in a response or a version may name a voice of the story that it stands on.
    named = (
        voice
        for story in (stories if reasons else ())
        for voice in story.voices
        if voice.identity != "anonymous" and name_any(reasons, [voice.name])
    )
    return ALL_USES & common_uses(named)
