"""What is the group's own in a generated site: settings, themes, a fixed page."""

import json

from tests.laws.dice import Dice
from tests.laws.kin import URL, Kin, address, anchor
from tests.laws.model import Story
from tests.laws.vocabulary import Vocabulary

SETTINGS = """\
format: 1
title: {{en-GB: A site of invented stories, cy: Gwefan o straeon dychmygol}}
tagline: {{en-GB: Nobody here exists, cy: Does neb fel hyn}}
url: {url}/
language: en-GB
languages: [en-GB, cy]
timezone: Europe/London
contact: stories@example.org
permission:
  person: The story stewards
  telephone: 01632 960000
  within: two working days
  words: {words}
series:
  relationships-first: Relationships first
  another-way:
    title: {{en-GB: Another way, cy: Ffordd arall}}
    description: What nobody had tried before
prose:
  engine: {engine}
"""
ITEM = "  - {{title: {title}, address: {address}}}\n"
LOGO = "brand: {{logo: {key}}}\n"
THEMES = {
    "co-production": "title: Co-production\nalso_known_as: [coproduction]\n",
    "sharing-power": "title: Sharing power\nbroader: co-production\n",
    "belonging": "title: Belonging\n",
    "lived-experience": "title: Lived experience\nalso_known_as: [living it]\n",
}


def group_texts(
    dice: Dice, vocabulary: Vocabulary, kin: Kin, *, words_required: bool
) -> tuple[tuple[str, str], ...]:
    """The files that belong to the group, by their paths."""
    words = "required" if words_required else "optional"
    engine = "python-markdown" if dice.chance(15) else "commonmark"
    page = f"---\ntitle: About us\n---\n\n{_words_with_a_link(dice, vocabulary, kin)}\n"
    texts = {
        "site_src/site.yaml": SETTINGS.format(url=URL, words=words, engine=engine)
        + _navigation(dice, vocabulary, kin)
        + _logo(dice, kin),
        "site_src/pages/about.md": f"{page}\n![Us](/media/about.png)\n",
    }
    # Without a throw of its own, so that every site stays what its seed made of it.
    if words_required:
        texts["site_src/pages/cy.md"] = "---\ntitle: Croeso\n---\n\nEin geiriau ni.\n"
    for slug, front in THEMES.items():
        texts[f"themes/{slug}.md"] = f"---\n{front}---\n\nWords about it.\n"
    if dice.chance(20):
        texts["themes/belonging.md"] += _words_with_a_link(dice, vocabulary, kin) + "\n"
    return tuple(texts.items())


def _navigation(dice: Dice, vocabulary: Vocabulary, kin: Kin) -> str:
    """Items that lead to stories and to the places of responses; some say to whose, or to which."""
    if not dice.chance(40):
        return ""
    items = [('"Stories"', "/stories/")]
    for _ in range(dice.between(1, 2)):
        story = dice.pick(kin.site.stories)
        told = kin.by_path[story.responds_to or story.path]
        place = f"#{anchor(story)}" if story.responds_to else ""
        title = json.dumps(_title(dice, vocabulary, story), ensure_ascii=False)
        items.append((title, f"{address(told)}{place}"))
    return "navigation:\n" + "".join(ITEM.format(title=one, address=to) for one, to in items)


def _title(dice: Dice, vocabulary: Vocabulary, story: Story) -> str:
    """What leads to a story: its title or the name of one of its voices, now and then."""
    words = vocabulary.words(2)
    if story.title and "{" not in story.title and dice.chance(15):
        return story.title
    if story.voices and dice.chance(50):
        return f"{dice.pick(story.voices).name} {words}"
    return words


def _logo(dice: Dice, kin: Kin) -> str:
    """A picture that stories may use too, and say somebody to be in it."""
    used = {medium.key for story in kin.site.stories for medium in story.media}
    keys = ("/media/about.png", *sorted(used & {"/media/group.png"}))
    return LOGO.format(key=dice.pick(keys)) if dice.chance(30) else ""


def _words_with_a_link(dice: Dice, vocabulary: Vocabulary, kin: Kin) -> str:
    """A sentence with a link to a story, which says now and then to which, or to whose."""
    sentence = vocabulary.sentence()
    there = [story for story in kin.site.stories if address(story)]
    if not there or not dice.chance(50):
        return sentence
    story = dice.pick(there)
    words = _title(dice, vocabulary, story) if dice.chance(30) else vocabulary.words(2)
    return f"{sentence} [{words}]({address(story)})"
