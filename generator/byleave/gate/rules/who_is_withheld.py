"""Who and what is withheld, and why: rules 1 to 5, carried through to the end."""

from collections.abc import Iterable
from copy import copy
from datetime import date

from msgspec import Struct

from byleave.gate.rules.agreed_words import agreed_words, not_agreed
from byleave.gate.rules.claimed_addresses import giving_way, may_meet, meetings
from byleave.gate.rules.decision import Decision
from byleave.gate.rules.families import VoiceKey
from byleave.gate.rules.one_voice import reason_withheld
from byleave.gate.rules.outlines import Outline, Outlined
from byleave.gate.rules.record_states import Standing
from byleave.gate.rules.telling_links import (
    HiddenFromLinks,
    TitlesAndNames,
    linking,
    telling,
)
from byleave.gate.rules.telling_settings import telling_items, telling_series
from byleave.gate.rules.who_is_named import NamedVoices
from byleave.gate.rules.withheld_files import withheld_files
from byleave.model.names import SearchableText
from byleave.model.published import FixedPage, Theme


class Sound(Struct, frozen=True, kw_only=True):
    """The site in one way as it would be without any fault, and how records stand in it."""

    site: Outlined
    records: Standing


def decided(
    site: Outlined, day: date, records: Standing, but_for_faults: tuple[Sound, ...]
) -> Decision:
    """Everything that is withheld from `site` on `day`, where its records stand as in `records`.

    `but_for_faults` is the site in each way as it would be without faults, if it has some.
    """
    settling = _settled(site, day, records)
    decision = settling.decision
    required = site.settings.permission.words == "required"
    # Words are looked at only where nothing else withholds them, and for all voices at once:
    # so the outcome is the same in a site from which what is withheld was taken out.
    sound: list[_Settling] = []
    agreed = agreed_words(decision.families, decision.voices.keys(), required=required)
    if but_for_faults and (agreed or may_meet(site)):
        sound = [_settled(one.site, day, one.records, faults_take=False) for one in but_for_faults]
    changed = not_agreed(site.stories, decision, required=required)
    changed |= _not_agreed_but_for_faults(sound, required=required) - decision.voices.keys()
    changed &= decision.families.voices.keys()
    if changed:
        decision.voices.update(dict.fromkeys(changed, "words"))
        settling.settle()
    settling.addresses(sound)
    settling.own_words()
    decision.files = withheld_files(site, decision, required=required)
    decision.for_search = settling.for_search()
    return decision


def _not_agreed_but_for_faults(sound: "list[_Settling]", *, required: bool) -> frozenset[VoiceKey]:
    """Of whom something would be shown that they have not agreed to, in whichever way of reading.

    In each of these, they are withheld from then on.
    """
    found: list[frozenset[VoiceKey]] = []
    for one in sound:
        here = not_agreed(one.tree.stories, one.decision, required=required)
        one.decision.voices.update(dict.fromkeys(here, "words"))
        one.settle()
        found.append(here)
    return frozenset.intersection(*found) if found else frozenset()


def _settled(
    site: Outlined, day: date, records: Standing, *, faults_take: bool = True
) -> "_Settling":
    """What is withheld of `site` whatever the words are.

    Unless `faults_take`, no fault takes more away than the story that cannot be read for it.
    """
    facts = {story.path: story.facts for story in site.stories if story.facts is not None}
    decision = Decision(families=site.families, linked=site.linked, facts=facts, standing=records)
    for key, voice in site.families.voices.items():
        if reason := reason_withheld(key[0], voice, day, records):
            decision.voices[key] = reason
    settling = _Settling(site, decision, day, faults_take=faults_take)
    settling.settle()
    return settling


class _Settling:
    """Carries withholding from voices to passages, stories, and what stands on or links to them."""

    def __init__(self, tree: Outlined, decision: Decision, day: date, *, faults_take: bool) -> None:
        self.tree = tree
        self.decision = decision
        self.day = day
        self.faults_take = faults_take
        self.by_path = {story.path: story for story in tree.stories}
        self.faulty = frozenset(story.path for story in tree.faulty)
        # What is withheld only for a fault in some file: it would be published without that.
        self.by_fault: set[str] = set()
        self.linking = linking(tree, tree.linked)
        self.titles = TitlesAndNames(tree, decision)

    def settle(self) -> None:
        # Whom an entry names may be withheld for what another entry names, in whichever story.
        grown = True
        while grown:
            known = len(self.decision.voices)
            for facts in self.decision.facts.values():
                self.entries(facts)
            grown = len(self.decision.voices) > known
        gone = self.linked_by_who_left()
        by_fault = [(story.path, "error") for story in self.tree.faulty]
        for story in self.tree.stories:
            if reason := self.own_reason(story):
                fault = self.stands_on_fault(story) if reason == "follows" else ""
                if fault:
                    self.decision.because[story.path] = fault
                (by_fault if fault else gone).append((story.path, reason))
        self.withhold(gone)
        without_faults = frozenset(self.decision.stories)
        if self.faults_take:
            self.withhold(by_fault)
        else:
            self.decision.stories.update(by_fault)
        self.by_fault |= self.decision.stories.keys() - without_faults

    def stands_on_fault(self, story: Outline) -> str:
        """The file because of whose fault a story has no family; "" where there is none."""
        seen, waiting = {story.path}, [*story.needs]
        while waiting:
            path = waiting.pop()
            if path in self.faulty:
                return path
            if path in self.by_path and path not in seen:
                seen.add(path)
                waiting += self.by_path[path].needs
        return ""

    def entries(self, facts: NamedVoices) -> None:
        """A voice whose entry names a withheld one cannot be shown without naming it."""
        voices = self.decision.voices
        new = [
            key
            for key, named in facts.entries.items()
            if key not in voices and any(one in voices for one in named)
        ]
        voices.update(dict.fromkeys(new, "named"))

    def own_reason(self, story: Outline) -> str | None:
        """Why `story` is withheld whatever becomes of others; marks its withheld passages."""
        facts = self.decision.facts.get(story.path)
        if facts is None:
            return "follows"
        if story.path in self.decision.standing.lost:
            return "error"
        front = story.front
        if front.date is None or (front.voices is None and not story.version_of):
            return "draft"
        if front.date > self.day:
            return "future"
        voices = self.decision.voices
        if any(key in voices for key in facts.deciding):
            return "permission"
        for number, (is_passage, keys) in enumerate(zip(story.passages, facts.blocks, strict=True)):
            if is_passage and any(key in voices for key in keys):
                self.decision.passages[story.path].add(number)
        return None

    def withhold(self, gone: Iterable[tuple[str, str]]) -> None:
        """Withhold the stories `gone`, what stands on them, and what links to them by name."""
        waiting = list(gone)
        while waiting:
            path, reason = waiting.pop()
            if path in self.decision.stories:
                continue
            self.decision.stories[path] = reason
            children = self.decision.families.children.get(path, ())
            taken = [(child, "follows") for child in children] + self.linked_by_name(path)
            for other, _ in taken:
                if other not in self.decision.stories:
                    self.decision.because.setdefault(other, path)
            waiting += taken

    def linked_by_who_left(self) -> list[tuple[str, str]]:
        """The stories that link to one by the name of somebody who is not in it any more."""
        untold = HiddenFromLinks(self.tree, self.titles, self.decision)
        return [
            found
            for path in self.linking
            for found in self.linked_by(path, tuple(untold.absent(path)), "permission")
        ]

    def linked_by_name(self, path: str) -> list[tuple[str, str]]:
        is_fault = self.decision.stories[path] == "error" or self.decision.by_error_of(path)
        return self.linked_by(path, self.titles.of(path), "fault" if is_fault else "permission")

    def linked_by(self, path: str, names: tuple[str, ...], reason: str) -> list[tuple[str, str]]:
        """The stories that link to `path` by one of `names`; marks the passages that do."""
        found = []
        for story, link in self.linking.get(path, ()) if names else ():
            words = SearchableText(link.text)
            if not any(words.names(name) for name in names):
                continue
            if story.passages[link.block]:
                self.decision.passages[story.path].add(link.block)
            else:
                found.append((story.path, reason))
        return found

    def for_search(self) -> Decision | None:
        """What would be withheld, too, if those were who did not give the use `search`.

        Nobody would be shown by that who is not shown now.
        """
        shown = self.tree.families.voices.items() if self.tree.settings.search else ()
        refusing = [
            key
            for key, voice in shown
            if key not in self.decision.voices
            and not (voice.consent and "search" in voice.consent.uses)
        ]
        if not refusing:
            return None
        narrow = copy(self)
        narrow.by_fault = set(self.by_fault)
        narrow.decision = self.decision.with_withheld(dict.fromkeys(refusing, "no web"))
        narrow.settle()
        return narrow.decision

    def own_words(self) -> None:
        """The group's own pages, themes and settings do not tell of what is withheld either."""
        texts: tuple[FixedPage | Theme, ...] = (*self.tree.pages, *self.tree.themes)
        untold = HiddenFromLinks(self.tree, self.titles, self.decision)
        self.decision.own_words = frozenset(telling(texts, self.tree.linked, untold))
        self.decision.navigation = telling_items(self.tree, self.tree.linked, untold, self.decision)
        self.decision.series = telling_series(self.tree, self.decision)

    def is_due(self, story: Outline) -> bool:
        front = story.front
        is_draft = front.voices is None and not story.version_of
        return front.date is not None and front.date <= self.day and not is_draft

    def gone_anyway(self) -> frozenset[str]:
        """The paths of stories that are withheld for no fault."""
        return frozenset(self.decision.stories.keys() - self.by_fault)

    def addresses(self, sound: "list[_Settling]") -> None:
        """Two published stories at one address are an error in both.

        So is one at the address of a page of the group's, of a file with a fault, or of a story
        that is withheld for a fault elsewhere: there would be two once that is mended. `sound` is
        what would be withheld without any fault, where that counts.
        """
        gone = self.decision.stories.keys()
        waiting = self.by_fault & gone
        if sound:
            waiting |= gone - frozenset.intersection(*(one.gone_anyway() for one in sound))
        self.decision.waiting = frozenset(
            story.path
            for story in self.tree.stories
            if story.path in waiting and self.is_due(story)
        )
        self.decision.address_twice = tuple(meetings(self.tree, self.decision))
        self.withhold([(one.path, "error") for one in self.decision.address_twice])
        self.decision.giving_way = tuple(giving_way(self.tree, self.decision))
