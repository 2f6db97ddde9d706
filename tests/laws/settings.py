"""What is the group's own in a generated site: settings, themes, a fixed page."""

from tests.laws.dice import Dice
from tests.laws.kin import URL, Kin, address
from tests.laws.vocabulary import Vocabulary

SETTINGS = """\
format: 1
title: A site of invented stories
tagline: Nobody here exists
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
  another-way: Another way
prose:
  engine: {engine}
"""
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
        "site_src/site.yaml": SETTINGS.format(url=URL, words=words, engine=engine),
        "site_src/pages/about.md": f"{page}\n![Us](/media/about.png)\n",
    }
    for slug, front in THEMES.items():
        texts[f"themes/{slug}.md"] = f"---\n{front}---\n\nWords about it.\n"
    if dice.chance(20):
        texts["themes/belonging.md"] += _words_with_a_link(dice, vocabulary, kin) + "\n"
    return tuple(texts.items())


def _words_with_a_link(dice: Dice, vocabulary: Vocabulary, kin: Kin) -> str:
    """A sentence with a link to a story; its words never say to whose."""
    sentence, words = vocabulary.sentence(), vocabulary.words(2)
    there = [address(story) for story in kin.site.stories if address(story)]
    if not there or not dice.chance(50):
        return sentence
    return f"{sentence} [{words}]({dice.pick(there)})"
