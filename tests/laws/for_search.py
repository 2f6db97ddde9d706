"""The law for the use `search`: what search knows is what would be there without who refused it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from tests.laws.building import build
from tests.laws.cut import cut
from tests.laws.laws import same_output
from tests.laws.model import TODAY, Consent, Site, Voice
from tests.laws.outputs import Build
from tests.laws.sites import Case

_MAIN = re.compile(rb"<main.*</main>", re.S)


def searched_as_if_never_was(case: Case, build: Build = build) -> None:
    """Search knows no more than if whoever refused it had refused everything.

    In the cut site everything is public, so nothing but these refusals is another.
    """
    site = cut(case.site, TODAY)
    same_output(searched(build(site).files), searched(build(refusing_all(site)).files))


def searched(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Everything that search knows: its files, and of its pages what stands between head and foot.

    Above and below that stands what all pages share, such as the navigation.
    """
    return {
        path: b"".join(_MAIN.findall(content)) if path.endswith(".html") else content
        for path, content in files.items()
        if path.startswith("search/")
    }


def refusing_all(site: Site) -> Site:
    """The site in which everybody who refused `search` has said no to being on it at all."""
    return _with_consents(site, _all_or_nothing)


def permitting_search(site: Site) -> Site:
    """The site in which everybody who is on it said yes to `search`."""
    return _with_consents(site, _with_search)


def _with_consents(site: Site, change: Callable[[Consent], Consent]) -> Site:
    def changed(voice: Voice) -> Voice:
        return replace(voice, consent=change(voice.consent)) if voice.consent else voice

    stories = tuple(
        replace(story, voices=story.voices and tuple(map(changed, story.voices)))
        for story in site.stories
    )
    return replace(site, stories=stories)


def _all_or_nothing(consent: Consent) -> Consent:
    return consent if "search" in (consent.uses or ()) else replace(consent, uses=())


def _with_search(consent: Consent) -> Consent:
    uses = consent.uses or ()
    return replace(consent, uses=(*uses, "search")) if "web" in uses else consent
