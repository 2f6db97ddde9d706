"""Who and what is withheld, and why: rules 1 to 5, carried through to the end."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from byleave.gate.decision import Decision
from byleave.gate.facts import Facts, facts_of
from byleave.gate.families import families
from byleave.gate.names import Words, mentioned_ids
from byleave.gate.voices import reason_withheld
from byleave.gate.words import not_agreed
from byleave.model.source import FaultyStory, SourceStory, SourceTree
from byleave.model.terms import NAME_CLOSE, NAME_OPEN


def decide(tree: SourceTree, day: date) -> Decision:
    """Everything that is withheld from `tree` on `day`."""
    known = families(tree.stories)
    facts = {
        story.path: facts_of(story, known) for story in tree.stories if story.path in known.by_path
    }
    decision = Decision(families=known, facts=facts)
    for key, voice in known.voices.items():
        if reason := reason_withheld(voice, day):
            decision.voices[key] = reason
    settling = _Settling(tree, decision, day)
    settling.settle()
    required = tree.settings.permission.words == "required"
    # Words are looked at only where nothing else withholds them, and for all voices at once:
    # so the outcome is the same in a site from which what is withheld was taken out.
    changed = not_agreed(tree.stories, decision, required=required)
    if changed:
        decision.voices.update(dict.fromkeys(changed, "words"))
        settling.settle()
    settling.addresses()
    return decision


class _Settling:
    """Carries withholding from voices to passages, stories, and what stands on or links to them."""

    def __init__(self, tree: SourceTree, decision: Decision, day: date) -> None:
        self.tree = tree
        self.decision = decision
        self.day = day
        self.linking = _linking(tree)
        self.titles = _titles_and_names(tree, decision)

    def settle(self) -> None:
        for story in self.tree.stories:
            if story.path in self.decision.facts:
                self.entries(self.decision.facts[story.path])
        gone = [(story.path, "error") for story in self.tree.faulty]
        for story in self.tree.stories:
            reason = self.own_reason(story)
            gone += [(story.path, reason)] if reason else []
        self.withhold(gone)

    def entries(self, facts: Facts) -> None:
        """A voice whose entry names a withheld one cannot be shown without naming it."""
        voices = self.decision.voices
        grown = True
        while grown:
            new = [
                key
                for key, named in facts.entries.items()
                if key not in voices and any(one in voices for one in named)
            ]
            voices.update(dict.fromkeys(new, "named"))
            grown = bool(new)

    def own_reason(self, story: SourceStory) -> str | None:
        """Why `story` is withheld whatever becomes of others; marks its withheld passages."""
        facts = self.decision.facts.get(story.path)
        if facts is None:
            return "follows"
        front = story.front
        if front.date is None or (front.voices is None and not story.version_of):
            return "draft"
        if front.date > self.day:
            return "future"
        voices = self.decision.voices
        if any(key in voices for key in facts.authors | facts.title | facts.summary | facts.open):
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

    def addresses(self) -> None:
        """Two published stories at one address are an error in both."""
        claims: dict[str, set[str]] = defaultdict(set)
        for page in self.tree.pages:
            claims[page.address].add(page.path)
        for story in self.tree.stories:
            if story.path not in self.decision.stories and not story.front.responds_to:
                for address in (story.address, *story.front.aliases):
                    claims[address.rstrip("/") + "/"].add(story.path)
        pages = {page.path for page in self.tree.pages}
        twice = {path for paths in claims.values() if len(paths) > 1 for path in paths} - pages
        self.decision.address_twice = tuple(sorted(twice))
        self.withhold([(path, "error") for path in self.decision.address_twice])


def _linking(tree: SourceTree) -> dict[str, list[tuple[SourceStory, int, Words]]]:
    """For each story's path, the links to it: from where, in which block, by which words."""
    paths: dict[str, list[str]] = defaultdict(list)
    both: tuple[SourceStory | FaultyStory, ...] = (*tree.stories, *tree.faulty)
    for one in both:
        paths[one.address].append(one.path)
        paths[one.path].append(one.path)
    for story in tree.stories:
        for alias in story.front.aliases:
            paths[alias.rstrip("/") + "/"].append(story.path)
    found: dict[str, list[tuple[SourceStory, int, Words]]] = defaultdict(list)
    for story in tree.stories:
        for link in story.links:
            for path in paths.get(link.target, ()) if link.kind in ("story", "address") else ():
                found[path].append((story, link.block, Words(link.text)))
    return found


def _titles_and_names(tree: SourceTree, decision: Decision) -> dict[str, tuple[str, ...]]:
    """The words by which a link could still tell of a withheld story."""
    found: dict[str, tuple[str, ...]] = {
        story.path: story.titles_and_names for story in tree.faulty
    }
    for story in tree.stories:
        facts = decision.facts.get(story.path)
        own = {id_: (story.path, id_) for id_ in story.front.voices or {}}
        keys = facts.family.voices if facts else own
        voices = {id_: decision.families.voices[key] for id_, key in keys.items()}
        names = [voice.name for voice in voices.values() if voice.identity != "anonymous"]
        title = story.front.title or ""
        for id_ in mentioned_ids(title) & voices.keys():
            title = title.replace(f"{NAME_OPEN}{id_}{NAME_CLOSE}", voices[id_].name)
        found[story.path] = (*names, title) if title else tuple(names)
    return found
