"""The words by which a text counts people, or tells of their relatives: English and Welsh.

Welsh words stand here in each form that a word before them may give them. A list that misses a word
misses a warning; one with a word too many makes editors stop reading warnings.
"""

import re

from byleave.text_in_files.prefilter import QuickPattern

# Whom a story may count. Those in general are counted in every story, whoever they are: of them
# only what leaves no doubt is taken.
_PERSON = """
resident speaker participant voice tenant member neighbour storyteller contributor respondent
panellist carer volunteer parent interviewee
"""
_PERSON_IN_GENERAL = "person woman man child"
_PEOPLE = """
residents speakers participants voices tenants members neighbours storytellers contributors
respondents panellists carers volunteers parents interviewees
"""
_PEOPLE_IN_GENERAL = "people women men children"
_NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()
_ORDINALS = "first last other"
_LATER = "second third fourth fifth sixth seventh eighth ninth tenth"
_PERSON_CY = """
person pherson berson siaradwr siaradwraig preswylydd phreswylydd breswylydd cyfranogwr chyfranogwr
gyfranogwr tenant thenant denant aelod gofalwr ofalwr gwirfoddolwr wirfoddolwr llais lais menyw
fenyw dynes ddynes dyn ddyn plentyn phlentyn blentyn rhiant riant cymydog chymydog gymydog
"""
_COUNTS_CY = "ddau ddwy tri tair pedwar pedair pump pum chwech chwe saith wyth naw deg"

# What the same relative is called: each line is one kind of relative.
_RELATIVES = """
mother mum mam mom mummy mammy
father dad daddy
son
daughter
brother twin
sister twin
husband partner spouse fiancé ex-husband
wife partner spouse fiancée ex-wife
grandmother nan nana nain gran granny grandma
grandfather grandad granddad grandpa taid
grandson grandchild
granddaughter grandchild
aunt auntie aunty
uncle
niece
nephew
cousin
child children kid kids baby
stepmother stepmum
stepfather stepdad
stepson
stepdaughter
mother-in-law
father-in-law
"""
_RELATIVES_CY = """
mam fam
tad nhad dad thad
mab fab
merch ferch
brawd mrawd frawd
chwaer
gŵr ngŵr ŵr partner mhartner phartner bartner
gwraig ngwraig wraig partner mhartner phartner bartner
nain mam-gu fam-gu
taid nhaid daid thaid tad-cu nhad-cu dad-cu thad-cu
modryb fodryb
ewythr
nith
nai
cefnder nghefnder gefnder chefnder
cyfnither nghyfnither gyfnither chyfnither
wyres
plentyn mhlentyn phlentyn blentyn plant mhlant phlant blant
"""

# First words of names that are no name, and names that are also words at the start of a sentence.
NOT_A_FIRST_NAME = frozenset(
    "the a an our y yr dr mr mrs ms miss mx prof cllr rev sir dame".split()
)
ALSO_A_WORD = frozenset(
    """
    amber april art august autumn bill blossom carol charity christian crystal dale dawn dot faith
    fern frank gene glen grace guy heath heather holly hope ivy jack jasmine joy june mark may mercy
    olive pat patience pearl penny pip poppy ray rob robin rose rosemary ruby sandy sky sue summer
    violet ward will winter eira haf mai seren
    """.split()
)
# What makes one certain person of a role.
DEFINITE = "(?:the|our|my|her|his|their|your|y|yr|ein|fy|ei|eu)"


def _any(words: str) -> str:
    return "|".join(re.escape(word) for word in sorted(words.split(), key=len, reverse=True))


def _either(*patterns: str) -> QuickPattern:
    return QuickPattern("|".join(patterns))


_NUMBER = rf"(?:{'|'.join(_NUMBERS)}|[2-9]|1[0-2])"

# Counts and places in a row that tell how many there are, by language.
COUNTS = {
    "en": _either(
        rf"\bthe\s+(?:{_any(_ORDINALS + ' ' + _LATER)})\s+(?:{_any(_PERSON)})\b",
        rf"\bthe\s+(?:{_any(_LATER)})\s+(?:{_any(_PERSON_IN_GENERAL)})\b",
        rf"\b(?:all|the|these|those|our|other)\s+(?:other\s+)?{_NUMBER}\s+(?:{_any(_PEOPLE)})\b",
        rf"\ball\s+{_NUMBER}\s+(?:of\s+(?:us|them)|{_any(_PEOPLE_IN_GENERAL)})\b",
        rf"\bboth\s+(?:of\s+us|{_any(_PEOPLE)})\b",
    ),
    "cy": _either(
        rf"(?:\by|\byr|['’]r)\s+(?:ail|trydydd|trydedd|pedwerydd|pedwaredd|pumed|chweched)\s+"
        rf"(?:{_any(_PERSON_CY)})\b",
        rf"(?:\by|\byr|['’]r)\s+(?:{_any(_PERSON_CY)})\s+(?:cyntaf|gyntaf|olaf)\b",
        rf"(?:\by|\byr|['’]r)\s+(?:{_any(_COUNTS_CY)})\s+(?:{_any(_PERSON_CY)}|ohon\w+)\b",
        r"\bill\s+(?:dau|dwy|tri|tair|pedwar|pedair)\b",
    ),
}

# A number of people, whoever they are: it tells where it is the number of the voices.
NUMBERED = {"en": QuickPattern(rf"\b({_NUMBER})\s+(?:of\s+us|{_any(_PEOPLE)})\b")}

_KIN = {"en": _RELATIVES, "cy": _RELATIVES_CY}
_WHOSE = {
    "en": r"(?:\b(?:my|our|her|his|their)|\w['’]s|\ue001['’]s)",
    "cy": r"\b(?:fy|ei|ein|eu)",
}
# Somebody's relative; the group `kin` is what the relative is called.
RELATIVES = {
    language: QuickPattern(
        rf"{_WHOSE[language]}\s+(?:\w+\s+)?(?P<kin>{_any(words)})",
        not_before=r"(?![\w-])(?!\s+organi[sz]ation)",
    )
    for language, words in _KIN.items()
}


def value_of(number: str) -> int:
    """The number that a word or digits stand for."""
    word = number.casefold()
    return _NUMBERS.index(word) + 2 if word in _NUMBERS else int(word)


def also_called(kin: str, language: str) -> frozenset[str]:
    """All words for the same relative."""
    rows = (row.split() for row in _KIN[language].strip().splitlines())
    return frozenset(word for row in rows if kin.casefold() in row for word in row)
