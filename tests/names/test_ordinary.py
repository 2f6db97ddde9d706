"""Where nobody is named, nobody is found: markup is no name, and a word within a word is none.

A false alarm takes somebody's words off the site.
"""

import pytest

from byleave.model.names import SearchableText, is_named_at

MARKUP = {
    "an element": ("Li", "<ul>\n<li>keepme</li>\n</ul>"),
    "an element in capitals": ("Mark", "We <MARK>met</MARK> there."),
    "an element with attributes": ("Col", '<col span="2"><p>text</p>'),
    "an attribute": ("Alt", '<img src="hall.jpg" alt="a hall">'),
    "another attribute": ("Title", '<a href="x.md" title="the way">x</a>'),
    "a language": ("Cy", '<span lang="cy">Bore da</span>'),
    "a language with a country": ("Jo", '<p lang="jo-GB">x</p>'),
    "a direction": ("Rtl", '<p dir="rtl">x</p>'),
    "a look": ("Georgia", "<p style='font-family: Georgia, serif'>x</p>"),
    "a face": ("Georgia", '<font face="Georgia">x</font>'),
    "a colour": ("Rose", '<font color="rose">x</font>'),
    "a class": ("Lead", '<p class="lead large">x</p>'),
    "a target": ("Blank", '<a href="https://x.example/" target="_blank" rel="next">x</a>'),
    "the label of a note": ("Note", "keepme[^note]\n\n[^note]: n\n"),
    "the label of a note in a list": ("Will", "- as said[^will]\n\n[^will]: n\n"),
    "a language of code": ("Python", "```python\nkeepme\n```"),
    "one with tildes": ("Ruby", "~~~ ruby\nkeepme\n~~~"),
    "one in a list": ("Rust", "- ```rust\n  keepme\n  ```"),
    "one in braces": ("Julia", "``` {.julia}\nkeepme\n```"),
    "a scheme": ("Https", "keepme <https://x.example/>"),
    "a bare scheme": ("Http", "keepme http://x.example/"),
    "a scheme in capitals": ("Https", "[x](HTTPS://x.example/)"),
    "mail": ("Mailto", "[x](mailto:us@x.example)"),
    "a telephone": ("Tel", "[x](tel:0123)"),
    "an escape": ("Ed", "https://x.example/%ED%95%9C"),
    "another escape": ("Ad", "https://x.example/caf%C3%AD"),
    "an entity": ("Eta", "&eta; is a letter"),
    "a space": ("Nbsp", "one&nbsp;two"),
}


@pytest.mark.parametrize(("name", "text"), MARKUP.values(), ids=MARKUP)
def test_markup_is_no_name(name: str, text: str) -> None:
    """Readers never meet it as a word."""
    assert not SearchableText(text).names(name)


NOT_ONLY_MARKUP = {
    "what only looks like an element": ("Mark", "The walk of <Mark>"),
    "an element that there is not": ("Tamsin", "The walk of <tamsin>"),
    "an address in brackets": ("Sam", "<https://x.example/sam>"),
    "a note that is not there": ("Tamsin", "We met[^tamsin] there."),
    "the words of a note": ("Tamsin", "We met[^1] there.\n\n[^1]: Tamsin said so.\n"),
    "a language that is none": ("Tamsin", "```Tamsin\nx\n```"),
    "code in a line": ("Tamsin Oakley", "```tamsin oakley```"),
    "words after a language": ("Tamsin", "```python title=Tamsin\nx\n```"),
    "words after a colon": ("Tel", "Tel: no, he said."),
    "a class in capitals": ("Tamsin", '<p class="Tamsin">x</p>'),
    "an id": ("Tamsin", '<h2 id="tamsin">x</h2>'),
    "an escape that makes no sense": ("Ada", "5%Ada"),
}


@pytest.mark.parametrize(("name", "text"), NOT_ONLY_MARKUP.values(), ids=NOT_ONLY_MARKUP)
def test_what_readers_may_meet_is_a_name(name: str, text: str) -> None:
    """In doubt it counts: a title is shown as it stands."""
    assert SearchableText(text).names(name)


# Ordinary sentences, and names that are nearly in them.
ORDINARY = {
    "a longer word": ("Sam", "The Samaritans came, and the balsam grew; it was the same."),
    "a longer word with an accent": ("Sam", "Samé and Sámi."),
    "several": ("Quillon", "Quillons and a quill."),
    "a plain plural": ("Will", "Two wills and the goodwill of willing people."),
    "a letter more": ("Andrea", "Andreas and Andreea went."),
    "two words in one": ("Rose Mary", "The rosemary bush."),
    "two words in two others": ("Ann Other", "We planned another day."),
    "the words apart": ("Tamsin Oakley", "Tamsin and Jo Oakley, and the oakley tree of Tamsin."),
    "the other order": ("Tamsin Oakley", "Oakley Tamsin"),
    "a capital within": ("Donald", "McDonald sang."),
    "what is contracted": ("Shell", "She'll come."),
    "another": ("Ill", "I'll come, and you'd stay."),
    "a slash": ("William", "Williams/Jones and his/hers."),
    "a number": ("Sam", "Sam2 is a robot, and 2Sam is one."),
    "a raised number": ("Sam2", "Sam has x² of it."),
    "a fraction": ("House", "½ warehouse"),
    "Greek": ("Kai", "Ο Γιώργος και η Άννα ήρθαν."),
    "Russian": ("Tam", "Мы были там с бабушкой."),
    "another vowel": ("सीता", "सात लोग आए।"),
    "a vowel more": ("সীমা", "সীমানা"),
    "Tamil": ("பாரதி", "பாரதியார் வந்தார்"),
    "an Arabic word": ("سلمى", "قالت سلمىن: لا."),
    "an Arabic word that begins so": ("محمد", "جاء محمدي إلى البيت."),
    "a Hebrew word": ("שרה", "עשרה אנשים באו."),
    "a Thai syllable": ("สม", "สมุดเล่มนี้"),
    "a Korean syllable": ("가나", "각나라 사람"),
    "a Japanese sound": ("かき", "がき"),
    "Turkish": ("Yıldız", "yıldızlar parlıyor"),
    "a mark of a note alone": ("№ 9", "There were 9 of us."),
    "a formula": ("H₂O", "We said ho, and h."),
    "letters of a list": ("Abc", "a b, c"),
    "a quoted line of code": ("Ash", "```bash\nls\n```"),
    "a table": ("Tamsin Oakley", "| Tamsin | tea |\n| --- | --- |\n| Jo | Oakley |"),
}


@pytest.mark.parametrize(("name", "text"), ORDINARY.values(), ids=ORDINARY)
def test_an_ordinary_sentence_names_nobody(name: str, text: str) -> None:
    """Other words are other words, in every script."""
    assert not SearchableText(text).names(name)


ACCENTED = {
    "rosé": ["Rose"],
    "Rosé": ["Rose"],
    "ROSÉ": ["Rose"],
    "rose\u0301": ["Rose"],
    "ros&eacute;": ["Rose"],
    "rose&#769;": ["Rose"],
    "ros**é**": ["Rose"],
    "rosé’s": ["Rose"],
    "rosé¹": ["Rose"],
    "résumé": ["Resume"],
    "Resumé": ["Resume"],
    "jalapeño": ["Jalapeno"],
    "mình": ["Minh"],
    "minh\u0300": ["Min"],
    "maté": ["Mate"],
    "exposé": ["Expose"],
    "pâté": ["Pate"],
    "café": ["Cafe"],
    "señor": ["Senor"],
    "Zoë": ["Zoe"],
    "łan": ["Lan"],
    "bjørn": ["Bjorn", "Bj"],
    "Þór": ["Thor"],
    "façade": ["Facade"],
    "tŷ": ["Ty"],
    "Über": ["Uber"],
    "đa": ["Da"],
}


@pytest.mark.parametrize("word", ACCENTED)
def test_an_accent_makes_another_word_of_a_name_without(word: str) -> None:
    """A glass of rosé is not Rose's."""
    for name in ACCENTED[word]:
        for text in (word, f"Is it a {word}, then?", f"we said “{word}” £5"):
            assert not SearchableText(text).names(name), (name, text)
            assert not SearchableText(text).names(name.upper()), (name, text)


ADDRESSES = {
    "a longer word": ("Sam", "/stories/samaritans/"),
    "a part of a word": ("Rose", "/stories/primrose-hill/"),
    "another ending": ("Quillon", "/stories/quillonia/"),
    "what a program made": ("Abe", "/media/9f3abe77c1d2.jpg"),
    "two words": ("Tamsin Oakley", "/stories/tamsin-and-oakley/"),
}


@pytest.mark.parametrize(("name", "address"), ADDRESSES.values(), ids=ADDRESSES)
def test_an_ordinary_address_names_nobody(name: str, address: str) -> None:
    """Though its words may be joined, and have lost a sign."""
    assert not is_named_at(name, address)
