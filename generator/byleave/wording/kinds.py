"""The kinds of advice: what each is called, what is said, what to do, and which criterion asks it.

An editor may allow any of them, with a reason, in one text or on the whole site.
"""

from collections.abc import Mapping

from msgspec import Struct


class Advice(Struct, frozen=True, kw_only=True):
    """One kind of advice; `criterion` is of WCAG 2.2, and empty where none of it asks for this."""

    code: str
    said: str
    do: str
    criterion: str = ""


_ADVICE = (
    Advice(
        code="alt-file-name",
        said="the words in place of this picture are the name of a file",
        do="say in a sentence what it shows, or write `decorative: yes`",
        criterion="1.1.1",
    ),
    Advice(
        code="alt-begins",
        said="the words in place of this picture begin by saying that it is a picture",
        do="begin with what it shows: listeners know already that it is a picture",
        criterion="1.1.1",
    ),
    Advice(
        code="alt-long",
        said="the words in place of this picture take long to listen to, and nobody can skip them",
        do="say what matters in one or two sentences, and put the rest into the text",
        criterion="1.1.1",
    ),
    Advice(
        code="alt-as-caption",
        said="the words in place of this picture are those below it, so listeners hear them twice",
        do="say under `alt` what it shows, and under `caption` what cannot be seen",
        criterion="1.1.1",
    ),
    Advice(
        code="recording-words",
        said="a recording or film is here, and nothing says where it is written out",
        do="write what is said as its `transcript:` or `captions:`, or into the text",
        criterion="1.2.1",
    ),
    Advice(
        code="link-vague",
        said="the words of this link do not say where it leads",
        do="make a link of the words that name what is there",
        criterion="2.4.4",
    ),
    Advice(
        code="link-same-words",
        said="two links with the same words lead to different places",
        do="give each words of its own",
        criterion="2.4.4",
    ),
    Advice(
        code="link-gone",
        said="this leads to nothing any more",
        do="look where it is now, or take the link out",
    ),
    Advice(
        code="table-head-empty",
        said="a column of this table has no heading",
        do="write into its first row what the column holds",
        criterion="1.3.1",
    ),
    Advice(
        code="pretend-heading",
        said="this looks like a heading, and listeners do not hear that it is one",
        do="begin the line with `## ` and take the stars away",
        criterion="1.3.1",
    ),
    Advice(
        code="pretend-list",
        said="these lines look like a list, and readers get one paragraph",
        do="put an empty line before them, and begin each with `- `",
        criterion="1.3.1",
    ),
    Advice(
        code="capitals",
        said="a sentence in capitals is hard to read, and some programs spell it out",
        do="write it in small letters, with ** around what matters",
    ),
    Advice(
        code="long-sentence",
        said="a sentence of more than forty words",
        do="make two or three of it",
    ),
    Advice(
        code="long-paragraph",
        said="a paragraph of more than a hundred and eighty words",
        do="put an empty line where a new thought begins",
    ),
    Advice(
        code="initials",
        said="initials that nothing here explains",
        do="write the words out where they come first, with the initials in brackets behind them",
        criterion="3.1.4",
    ),
    Advice(
        code="place-words",
        said="this tells by its place alone what is meant, and not everybody sees a place",
        do="call it by its name, or by what it shows",
        criterion="1.3.3",
    ),
    Advice(
        code="colour-words",
        said="this tells by its colour alone what is meant, and not everybody sees colours",
        do="call it by its name too",
        criterion="1.4.1",
    ),
    Advice(
        code="emoji",
        said="listeners hear the name of each of these small pictures",
        do="begin items with `- `, and leave one or two of them where they say something",
        criterion="1.1.1",
    ),
    Advice(
        code="language-part",
        said="this seems to be in another language than its text, and programs read it out wrongly",
        do='put it between `<div lang="cy">` and `</div>`, with the tag of its language',
        criterion="3.1.2",
    ),
    Advice(
        code="who-speaks",
        said="somebody says “I” here, and no voice is the author: readers cannot tell who it is",
        do="put it into a passage of whoever speaks, or into quotation marks",
    ),
    Advice(
        code="word-about-people",
        said="many people do not want to be called this",
        do="ask those who are meant; see what the list suggests",
    ),
)

ADVICE: Mapping[str, Advice] = {one.code: one for one in _ADVICE}
