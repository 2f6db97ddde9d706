"""Small words that stand in every text and tell nothing of what it is about, by language.

Without them a word is long enough, or rare enough, to tell; so a language that is not here loses
little.
"""

from collections.abc import Mapping

from byleave.model.languages import base_language

_WORDS: Mapping[str, str] = {
    "en": """
about above across after again against almost alone along already also although always among and
another any anybody anyone anything anyway around ask asked asking away back became because become
been before began begin behind being below beside best better between both bring came can cannot
come comes coming could did didn does doesn doing done don down during each either else enough even
ever every everybody everyone everything far few find first for found from front gave get gets
getting give given gives goes going gone good got great had hadn half happen happened hard has hasn
have haven having her here hers herself him himself his how however into isn its itself just keep
kept kind knew know known knows last later least left less let like likely little long longer look
looked looking lot lots made make makes making many may maybe mean means meant might mine more most
much must myself near nearly need needed needs never new next nobody none nor not nothing now off
often old once one ones only onto other others our ours ourselves out over own part perhaps place
put quite rather really right said same saw say saying says see seem seemed seems seen sent set
several shall she should shouldn side since some somebody somehow someone something sometimes
somewhere soon still such sure take taken takes taking talk tell telling tells than that the their
theirs them themselves then there these they thing things think this those though thought three
through till time times today together told tomorrow too took toward towards tried try turn turned
two under until upon use used uses using usually very wait want wanted wants was wasn way ways well
went were weren what whatever when whenever where whether which while who whoever whole whom whose
why will with within without won word words work would wouldn year years yes yesterday yet you your
yours yourself
""",
    "cy": """
achos aeth allan am ambell amser ar arall arni arno at ati atoch atyn bawb beth bob bod bydd byddai
byth cael cafodd chi chwi cyn dan daeth dal dim dod dros drwy dweud dyma dyna eich ein eithaf eleni
ei eu fel fod fy gael gallu gan gennym gyda gyd hefyd heb heddiw hefo hon honno hwn hwnnw hyd hyn
hynny iawn iddi iddo iddyn mae maent mai meddai mewn mor mwy mynd nac nad neb nes neu ni nid nhw ni
nifer oed oedd oeddem oeddwn oes ond oni pan pawb peth phan pob pobl pryd pwy roedd roeddwn rhai
rhaid rhwng rhy rydym rydyn rydw rwy sef sut sydd sy tan tra trwy tua uchod un unig unrhyw wedi
wedyn wnaeth wrth wyf ydy ydw ydym ydyn yma yn yna ynddo ynghyd yno yr ystod
""",
    "ar": """
أحد أخرى أكثر ألا أما أمام أنا أنت أنه أنها أول أولئك أي أيضا أين إذ إذا إلا إلى إما إن إنه إنها
الآن التي الذي الذين اللذان اللواتي اليوم بأن بعد بعض بل بها بين به تحت تكون تلك ثم جدا جميع حتى
حول حيث حين خلال دون ذلك سوف سوى شيء ضد عدم عن عند عندما على عليه عليها غير فقط في فيه فيها قال
قالت قبل قد كان كانت كانوا كل كما كنا كنت كيف كي لا لأن لدى لكن لكي لم لماذا لن له لها ليس ليست ما
ماذا مثل مع معه مما من منذ منه منها نحن نفس هؤلاء هذا هذه هل هم هنا هناك هو هي وقد ولا ولم ومن وهو
وهي يكون يوم
""",
}
_BY_LANGUAGE = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_NONE: frozenset[str] = frozenset()


def stop_words(language: str) -> frozenset[str]:
    """Those of `language`, in small letters; none of a language that is not here."""
    return _BY_LANGUAGE.get(base_language(language), _NONE)
