"""Markdown full of HTML, made from a number: every word of it is there once, so none can be missed.

What is made is what people paste: paragraphs, lists, tables, quotations, code and notes, with
elements of HTML in them, around them and left open, as pages of other tools and mails have them.
"""

from collections.abc import Callable
from random import Random

_AROUND = (
    "a abbr address article aside b big blockquote button center cite code dd del details dfn div "
    "dl dt em fieldset figcaption figure font footer form h2 h3 header i iframe ins kbd label "
    "legend li main mark marquee menu nav noscript object ol optgroup option output p pre q s samp "
    "script section select small span strike strong style sub summary sup svg table tbody td "
    "template textarea th time title tr tt u ul var video audio x-card surname o:p"
).split()
_ALONE = "br hr img input wbr embed link meta source area col param track keygen".split()
_ATTRIBUTES = (
    "title alt class style id name href src value placeholder aria-label data-x lang width"
).split()
_ADDRESSES = ("https://{}.example/{}", "{}.md", "#{}", "ftp://{}.example/{}", "/{}/{}/", "tel:+44")


class Writer:
    """Writes one text; `seed` is the number that it is made from."""

    def __init__(self, seed: int) -> None:
        """Begin with the first word."""
        self.dice = Random(seed)
        self.count = 0

    def text(self) -> str:
        """A text of some blocks."""
        blocks = [self.block() for _ in range(self.dice.randint(2, 6))]
        return "\n\n".join(blocks) + "\n"

    def word(self) -> str:
        """A word that was not there before."""
        self.count += 1
        return f"w{self.count}q"

    def words(self) -> str:
        """One to four words, with what may stand between them."""
        return " ".join(self.inline() for _ in range(self.dice.randint(1, 4)))

    def block(self, depth: int = 0) -> str:
        """One block of any kind."""
        kinds: list[Callable[[], str]] = [
            self.paragraph,
            self.paragraph,
            self.heading,
            self.list,
            self.numbers,
            self.table,
            self.fence,
            self.note,
            self.definition,
            self.far_in,
            self.comment,
            lambda: "---",
        ]
        if depth < 2:
            kinds += [lambda: self.quotation(depth), *[lambda: self.element(depth)] * 4]
        return self.dice.choice(kinds)()

    def paragraph(self) -> str:
        """Lines of words."""
        return "\n".join(self.words() for _ in range(self.dice.randint(1, 3)))

    def heading(self) -> str:
        """A heading with a line under it or not."""
        if self.dice.random() < 0.3:
            return f"{self.words()}\n{self.dice.choice(['===', '---'])}"
        return f"{'#' * self.dice.randint(1, 6)} {self.words()}"

    def list(self) -> str:
        """A list; items may be empty, or hold others."""
        sign = self.dice.choice("-*+")
        items = [self.dice.choice([self.words(), self.words(), ""]) for _ in range(3)]
        lines = [f"{sign} {item}".rstrip() for item in items]
        if self.dice.random() < 0.3:
            lines.insert(1, f"    - {self.words()}")
        return "\n".join(lines)

    def numbers(self) -> str:
        """A list with numbers, in their order or not."""
        numbers = self.dice.choice([(1, 2, 3), (1, 1, 1), (4, 5, 6), (1, 3, 7), (2001, 1998, 3)])
        sign = self.dice.choice(".)")
        return "\n".join(f"{number}{sign} {self.words()}" for number in numbers)

    def table(self) -> str:
        """A table; rows may have more cells than there are columns, or fewer."""
        rows = [
            self.row(2),
            "| --- | --- |",
            *(self.row(self.dice.choice([1, 2, 2, 3])) for _ in "ab"),
        ]
        if self.dice.random() < 0.3:
            rows.append(f"Table: {self.words()}")
        return "\n".join(rows)

    def row(self, cells: int) -> str:
        """One row of a table."""
        return "| " + " | ".join(self.word() for _ in range(cells)) + " |"

    def fence(self) -> str:
        """Code between fences."""
        sign = self.dice.choice(["```", "~~~", "````"])
        info = self.dice.choice(["", "python", f"{self.word()} {self.word()}"])
        return f"{sign}{info}\n<b>{self.word()}</b>\n{self.dice.choice([sign, sign, ''])}".rstrip()

    def note(self) -> str:
        """A footnote, and what refers to it, or not."""
        label = self.word()
        refers = self.dice.choice([f"{self.word()}[^{label}]\n\n", ""])
        return f"{refers}[^{label}]: {self.words()}"

    def definition(self) -> str:
        """The address of a link on a line of its own, and the link, or not."""
        label = self.word()
        uses = self.dice.choice(
            [f"[{label}] {self.word()}\n\n", f"[{self.word()}][{label}]\n\n", ""]
        )
        title = self.dice.choice(["", f' "{self.word()}"'])
        return f"{uses}[{label}]: {self.address()}{title}"

    def far_in(self) -> str:
        """A line as far in as code is."""
        return f"    {self.words()}"

    def comment(self) -> str:
        """A comment, or another thing that begins like one, closed or not."""
        opens, closes = self.dice.choice(
            [("<!--", "-->"), ("<!--", ""), ("<?php", "?>"), ("<![CDATA[", "]]>"), ("<!note", ">")]
        )
        return f"{self.word()} {opens} {self.word()} {closes} {self.word()}"

    def quotation(self, depth: int) -> str:
        """A block in a quotation."""
        return "\n".join(f"> {line}".rstrip() for line in self.block(depth + 1).split("\n"))

    def element(self, depth: int) -> str:
        """A block in an element, which may be left open."""
        name = self.dice.choice(_AROUND)
        end = self.dice.choice([f"</{name}>", f"</{name}>", f"</{name}>", ""])
        gap = self.dice.choice(["\n", "\n\n", ""])
        far = self.dice.choice(["", "", "  ", "      "])
        inside = "\n".join(far + line for line in self.block(depth + 1).split("\n"))
        return f"{self.tag(name)}{gap}{inside}{gap}{end}"

    def inline(self) -> str:
        """A word, alone or with markup."""
        word = self.word()
        return self.dice.choice(
            [
                lambda: word,
                lambda: word,
                lambda: word,
                lambda: f"*{word}*",
                lambda: f"`{word} <b>`",
                lambda: f"[{word}]({self.address()})",
                lambda: f'[{word}]({self.address()} "{self.word()}")',
                lambda: f"![{word}](https://{self.word()}.example/x.jpg)",
                lambda: f"<{self.address()}>",
                lambda: f"<{word}>",
                lambda: f"{word}&nbsp;{self.word()}",
                lambda: f"{{{{< {word} >}}}}",
                lambda: f"{word}{{: .{self.word()}}}",
                lambda: self.tag(self.dice.choice(_ALONE)),
                self.around,
                self.around,
            ]
        )()

    def around(self) -> str:
        """Words in an element, which may be left open."""
        name = self.dice.choice(_AROUND)
        end = self.dice.choice([f"</{name}>", f"</{name}>", f"</{name}>", ""])
        return f"{self.tag(name)}{self.word()}{end}"

    def tag(self, name: str) -> str:
        """The tag of an element, with attributes or not."""
        chosen = self.dice.sample(_ATTRIBUTES, self.dice.choice([0, 0, 1, 2]))
        return f"<{name}{''.join(f' {one}={self.value(one)}' for one in chosen)}>"

    def value(self, attribute: str) -> str:
        """The value of an attribute, with quotes or not."""
        value = self.address() if attribute == "href" else self.word()
        if attribute == "src":
            value = f"https://{value}.example/{self.word()}"
        return self.dice.choice([f'"{value}"', f"'{value}'", value])

    def address(self) -> str:
        """Where a link leads."""
        form = self.dice.choice(_ADDRESSES)
        return form.format(*(self.word() for _ in range(form.count("{}"))))
