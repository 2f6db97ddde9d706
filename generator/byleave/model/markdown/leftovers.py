"""Markup of other tools, which readers see as it is written."""

import re
from collections.abc import Iterator

from byleave.model.markdown.code import without_code

_SHORT_CODES = "audio|caption|embed|gallery|playlist|video|wp_caption"
_VALUE = r"=[ ]?(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'|\w)"

# What each kind is called in messages, what stands in all of it, and how it looks.
Leftover = tuple[str, str, re.Pattern[str]]
KINDS: tuple[Leftover, ...] = (
    ("a short code in {{< >}} or {{% %}}", "{{", re.compile(r"\{\{[<%]")),
    ("a tag in {% %}", "{%", re.compile(r"\{%")),
    ("a value in {{ }}", "{{", re.compile(r"\{\{(?![<%])[^{}\n]{1,500}\}\}")),
    (
        "a letter as JSON writes it, such as \\u2019",
        "\\u",
        re.compile(r"\\u(?![dD][89a-fA-F])[0-9a-fA-F]{4}"),
    ),
    (
        "a short code in [ ]",
        "[",
        re.compile(
            rf"\[/?(?:{_SHORT_CODES})(?:\s[^\[\]]{{0,2000}})?\](?![(\[:])"
            rf"|\[[a-z][\w-]{{1,50}}\s[\w-]{{1,50}}{_VALUE}[^\[\]]{{0,2000}}\](?![(\[:])"
            r"|\[/[a-z][\w-]{0,50}\](?![(\[:])"
        ),
    ),
    ("a tag in <% %>", "<%", re.compile(r"<%")),
    ("a remark in {# #}", "{#", re.compile(r"\{#[ \t]")),
    ("a remark in %% %%", "%%", re.compile(r"(?<![%\w])%%(?![%\s])[^%\n]{1,2000}%%(?!%)")),
    (
        "a change that is only proposed, in {++ ++} or the like",
        "{",
        re.compile(r"\{(?:\+\+|--|~~|>>|==)[^{}]{1,2000}(?:\+\+|--|~~|<<|==)\}"),
    ),
    ("a name in [[ ]]", "[[", re.compile(r"!?\[\[[^\[\]\n]{1,300}\]\](?![(\[:])")),
    (
        "the place of a list of contents, [TOC]",
        "[TOC]",
        re.compile(r"^[ \t>]*\[TOC\][ \t]*$", re.M),
    ),
    (
        "the place of a list of contents, [toc]",
        "[toc]",
        re.compile(r"^[ \t>]*\[toc\][ \t]*$", re.M),
    ),
    (
        "a mark of a note, such as [!NOTE]",
        "[!",
        re.compile(r"^[ \t]*>[ \t>]*\[![a-z]{2,20}\]", re.I | re.M),
    ),
    ("a mark of a note, !!!", "!!!", re.compile(r"^[ \t>]*!!![ \t]+[a-z]", re.I | re.M)),
    (
        "a mark of what is folded, ???",
        "???",
        re.compile(r"^[ \t>]*\?\?\?\+?[ \t]+[a-z]", re.I | re.M),
    ),
    (
        "a short name of a little picture, such as :smile:",
        ":",
        # The colon first, since nearly every text has some.
        re.compile(r":(?<![\w:/.]:)(?:[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*|[+-]1):(?![\w:/])"),
    ),
    (
        "marked words in == ==",
        "==",
        re.compile(r"(?<![=\w{])==(?=[\w*\"\'‘“(])[^=\n]{1,300}(?<!\s)==(?![=}])"),
    ),
    (
        "inserted words in ++ ++",
        "++",
        re.compile(r"(?<![\w+{])\+\+(?=[\w*\"\'‘“(])[^+\n]{1,300}(?<!\s)\+\+(?![+}])"),
    ),
    ("raised words in ^ ^", "^", re.compile(r"(?<![\^\[])\^(?=[^\W_])[^\^\s]{1,50}\^(?!\^)")),
    ("a note in ^[ ]", "^[", re.compile(r"\^\[[^\[\]\n]{1,2000}\](?![(:])")),
    ("a formula in $$ $$", "$$", re.compile(r"\$\$(?!\s*\$)[^$]{1,2000}\$\$")),
    (
        "a line of a program, import … from",
        "from",
        re.compile(r"^(?:import|export)[ \t][^\n]{1,300}[ \t]from[ \t]+['\"]", re.M),
    ),
    (
        "a directive that begins with two full stops",
        "::",
        re.compile(r"^[ \t]*\.\.[ \t]+[a-z][\w-]*::", re.M | re.I),
    ),
    ("a keyword of Org, #+", "#+", re.compile(r"^[ \t]*#\+\w+", re.M)),
    (
        "bold or slanted words in apostrophes",
        "''",
        re.compile(r"(?<!')'{2,3}(?![\s'])[^'\n]{1,300}(?<!\s)'{2,3}(?!')"),
    ),
    (
        "a heading between signs of equality",
        "==",
        re.compile(r"^={2,6}[ \t]+[^=\n]{1,300}[ \t]={2,6}[ \t]*$", re.M),
    ),
    (
        "a size behind the name of a picture",
        " =",
        re.compile(r"\]\([^()\s<>]{1,500}[ \t]+=(?:\d{1,5}x?\d{0,5}|x\d{1,5})\)"),
    ),
    (
        "a link whose address stands apart from its words",
        "] (",
        re.compile(
            r"\[[^\[\]\n]{1,300}\] \((?:(?:https?://|mailto:|tel:)[^()\s]{1,500}"
            r"|[^()\s]{0,500}\.(?:md|html?|pdf)(?:#[^()\s]{0,200})?)\)"
        ),
    ),
    (
        "a frame drawn with + and -",
        "+-",
        re.compile(r"^[ \t>]*\+[-=]{2,}(?:\+[-=]{2,})*\+[ \t]*$", re.M),
    ),
)
# What Python-Markdown reads of this belongs to a link or a picture alone.
KINDS_OF_OTHERS: tuple[Leftover, ...] = (
    (
        "a class or a value behind words in [ ]",
        "]{",
        re.compile(r"(?<!\])\[[^\[\]\n]{1,300}\]\{[#.:]?[\w-][^{}\n]{0,500}\}"),
    ),
)
# What Python-Markdown reads and the other engine does not.
KINDS_OF_ATTRIBUTES: tuple[Leftover, ...] = (
    (
        "a heading without a space behind its #",
        "##",
        re.compile(r"^[ ]{0,3}#{2,6}(?=[^\W\d_])", re.M),
    ),
    ("a list of attributes in {: }", "{:", re.compile(r"\{:[ ]?[#.\w][^{}\n]{0,500}\}")),
    (
        "an id, a class or a value in { }",
        "{",
        re.compile(
            r"\{[#.][\w-][^{}\n]{0,500}\}"
            rf"|(?<=[)\]])\{{[ ]?[\w-]{{1,50}}{_VALUE}[^{{}}\n]{{0,500}}\}}"
        ),
    ),
    (
        "what a word means, behind a colon",
        "\n:",
        re.compile(r"^(?![ \t>|#*-])[^\n]{1,100}\n:[ \t]+\S", re.M),
    ),
    ("what a short form means, *[ ]:", "*[", re.compile(r"^\*\[[^\[\]\n]{1,100}\]:[ \t]*\S", re.M)),
    (
        "the attribute markdown=",
        "<",
        re.compile(r"<[a-zA-Z][^<>]{0,2000}\smarkdown\s?=\s?[\"']?(?:1|block|span)\b"),
    ),
)


def kinds(engine: str) -> tuple[Leftover, ...]:
    """The kinds that readers see as they are written with `engine`."""
    return (*KINDS, *(KINDS_OF_OTHERS if engine == "python-markdown" else KINDS_OF_ATTRIBUTES))


def found(sign: str, pattern: re.Pattern[str], text: str) -> Iterator[int]:
    """Where `text`, without its code, has what `pattern` finds, in which there is always `sign`."""
    if sign in text:
        yield from (one.start() for one in pattern.finditer(without_code(text)))
