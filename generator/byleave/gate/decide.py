"""Who and what is withheld, and why: rules 1 to 5, carried through to the end."""

from collections.abc import Callable, Iterable
from datetime import date

from byleave.gate.claims import giving_way, meetings
from byleave.gate.decision import Decision
from byleave.gate.facts import Facts, facts_of
from byleave.gate.families import Families, families
from byleave.gate.faulty_versions import not_agreed_in_faulty
from byleave.gate.hidden_files import hidden_files
from byleave.gate.linking import Targets, linking, telling, titles_and_names
from byleave.gate.own_settings import telling_items, telling_series
from byleave.gate.standing import Standing, standing
from byleave.gate.voices import reason_withheld
from byleave.gate.words import not_agreed
from byleave.model.published import FixedPage, Theme
from byleave.model.source import SourceStory, SourceTree

FactsIn = Callable[[SourceStory, Families], Facts]


def decide(
    tree: SourceTree,
    day: date,
    facts_in: FactsIn = facts_of,
    records: Standing | None = None,
) -> Decision:
    """Everything that is withheld from `tree` on `day`; `facts_in` finds what stories say.

    `records` is how the records stand, where `tree` itself is an assumption.
    """
    known_records = records or standing(tree)
    settling = _settled(tree, day, facts_in, known_records)
    decision = settling.decision
    required = tree.settings.permission.words == "required"
    # Words are looked at only where nothing else withholds them, and for all voices at once:
    # so the outcome is the same in a site from which what is withheld was taken out.
    changed = not_agreed(tree.stories, decision, required=required) | not_agreed_in_faulty(
        tree,
        decision,
        required=required,
        decide=lambda sound: _settled(sound, day, facts_in, known_records).decision,
    )
    if changed:
        decision.voices.update(dict.fromkeys(changed, "words"))
        settling.settle()
    settling.addresses()
    settling.own_words()
    decision.files = hidden_files(tree, decision, required=required)
    return decision


def _settled(tree: SourceTree, day: date, facts_in: FactsIn, records: Standing) -> "_Settling":
    """What is withheld of `tree` whatever the words are."""
    known = families(tree.stories)
    facts = {
        story.path: facts_in(story, known) for story in tree.stories if story.path in known.by_path
    }
    decision = Decision(families=known, facts=facts, standing=records)
    for key, voice in known.voices.items():
        if reason := reason_withheld(key[0], voice, day, decision.standing):
            decision.voices[key] = reason
    settling = _Settling(tree, decision, day)
    settling.settle()
    return settling


class _Settling:
    """Carries withholding from voices to passages, stories, and what stands on or links to them."""

    def __init__(self, tree: SourceTree, decision: Decision, day: date) -> None:
        self.tree = tree
        self.decision = decision
        self.day = day
        self.targets = Targets(tree)
        self.by_path = {story.path: story for story in tree.stories}
        self.faulty = frozenset(story.path for story in tree.faulty)
        # What is withheld only for a fault in some file: it would be published without that.
        self.by_fault: set[str] = set()
        self.linking = linking(tree, self.targets)
        self.titles = titles_and_names(tree, decision)

    def settle(self) -> None:
        # Whom an entry names may be withheld for what another entry names, in whichever story.
        grown = True
        while grown:
            known = len(self.decision.voices)
            for facts in self.decision.facts.values():
                self.entries(facts)
            grown = len(self.decision.voices) > known
        gone: list[tuple[str, str]] = []
        by_fault = [(story.path, "error") for story in self.tree.faulty]
        for story in self.tree.stories:
            if reason := self.own_reason(story):
                at_fault = reason == "follows" and self.stands_on_fault(story)
                (by_fault if at_fault else gone).append((story.path, reason))
        self.withhold(gone)
        without_faults = frozenset(self.decision.stories)
        self.withhold(by_fault)
        self.by_fault |= self.decision.stories.keys() - without_faults

    def stands_on_fault(self, story: SourceStory) -> bool:
        """Whether a story has no family because of a fault in another file."""
        seen, waiting = {story.path}, [*story.needs]
        while waiting:
            path = waiting.pop()
            if path in self.faulty:
                return True
            if path in self.by_path and path not in seen:
                seen.add(path)
                waiting += self.by_path[path].needs
        return False

    def entries(self, facts: Facts) -> None:
        """A voice whose entry names a withheld one cannot be shown without naming it."""
        voices = self.decision.voices
        new = [
            key
            for key, named in facts.entries.items()
            if key not in voices and any(one in voices for one in named)
        ]
        voices.update(dict.fromkeys(new, "named"))

    def own_reason(self, story: SourceStory) -> str | None:
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
        for number, (block, keys) in enumerate(zip(story.blocks, facts.blocks, strict=True)):
            if block.is_passage and any(key in voices for key in keys):
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
            waiting += [(child, "follows") for child in children]
            waiting += self.linked_by_name(path)

    def linked_by_name(self, path: str) -> list[tuple[str, str]]:
        found = []
        for story, number, words in self.linking.get(path, ()):
            if not any(words.names(name) for name in self.titles[path]):
                continue
            if story.blocks[number].is_passage:
                self.decision.passages[story.path].add(number)
            else:
                found.append((story.path, "permission"))
        return found

    def own_words(self) -> None:
        """The group's own pages, themes and settings do not tell of what is withheld either."""
        texts: tuple[FixedPage | Theme, ...] = (*self.tree.pages, *self.tree.themes)
        self.decision.own_words = frozenset(
            telling(texts, self.targets, self.titles, self.decision)
        )
        self.decision.navigation = telling_items(
            self.tree, self.targets, self.titles, self.decision
        )
        self.decision.series = telling_series(self.tree, self.decision)

    def waits_for_a_fault(self, story: SourceStory) -> bool:
        """Whether a withheld story would be published were there no fault in any file."""
        front = story.front
        is_due = front.date is not None and front.date <= self.day
        is_draft = front.voices is None and not story.version_of
        return story.path in self.by_fault and is_due and not is_draft

    def addresses(self) -> None:
        """Two published stories at one address are an error in both.

        So is one at the address of a page of the group's, of a file with a fault, or of a story
        that is withheld for a fault elsewhere: there would be two once that is mended.
        """
        self.decision.waiting = frozenset(
            story.path for story in self.tree.stories if self.waits_for_a_fault(story)
        )
        self.decision.address_twice = tuple(meetings(self.tree, self.decision))
        self.withhold([(one.path, "error") for one in self.decision.address_twice])
        self.decision.giving_way = tuple(giving_way(self.tree, self.decision))
