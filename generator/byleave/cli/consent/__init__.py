"""The permission tools on the command line: `byleave consent`."""

import click

from byleave.cli.groups import Commands, Group

_COMMANDS = {
    "list": (
        "byleave.cli.consent.overview.lists",
        "list_",
        "Say who has said what, and show whose words have changed since.",
    ),
    "sheet": (
        "byleave.cli.consent.overview.sheet",
        "sheet",
        "Say who of STORY answered what, and what is missing; ends with 1 where something is.",
    ),
    "risk": (
        "byleave.cli.consent.overview.risk",
        "risk",
        "Name what to look at for somebody's safety; nothing follows from it.",
    ),
    "due": (
        "byleave.cli.consent.overview.lists",
        "due",
        "Say whom to ring first, to ask again, or to remind, and whose permission ends.",
    ),
    "calendar": (
        "byleave.cli.consent.overview.lists",
        "calendar",
        "Make a private calendar of when to ask again and of what ends, by records alone.",
    ),
    "agree": (
        "byleave.cli.consent.answers.agreeing",
        "agree_",
        "Record that somebody said yes to what their form shows.",
    ),
    "withdraw": (
        "byleave.cli.consent.answers.stopping",
        "withdraw",
        "Take somebody's permission back, in every story that has their record.",
    ),
    "refuse": (
        "byleave.cli.consent.answers.stopping",
        "refuse",
        "Record that somebody was asked and said no; no reason is kept.",
    ),
    "hold": (
        "byleave.cli.consent.answers.stopping",
        "hold",
        "Keep somebody's words back for a while, whatever they said; no reason is kept.",
    ),
    "correct": (
        "byleave.cli.consent.answers.changing",
        "correct",
        "Take over corrections of spelling, once the person was told.",
    ),
    "change": (
        "byleave.cli.consent.answers.changing",
        "change",
        "Let somebody agree to less, in every story that has their record.",
    ),
    "form": (
        "byleave.cli.consent.papers.form",
        "form",
        "Make the form on which a storyteller sees what would be public, and says yes or no.",
    ),
    "letter": (
        "byleave.cli.consent.papers.letter",
        "letter",
        "Make the letter to somebody who took permission back, "
        "or who said no when they were asked.",
    ),
    "receipt": (
        "byleave.cli.consent.papers.receipt",
        "receipt",
        "Make the receipt of what somebody said yes to, from what was recorded.",
    ),
    "guard": (
        "byleave.cli.consent.guard",
        "guard",
        "Keep names that must never appear, such as the real name behind a pseudonym.",
    ),
    "audit": (
        "byleave.cli.consent.overview.audit",
        "audit",
        "Look whether anything that is withheld today is in FOLDER, by whatever it was made.",
    ),
    "split": (
        "byleave.cli.consent.answers.splitting",
        "split",
        "Give a passage of a group an anonymous voice of its own, which nobody has agreed for yet.",
    ),
    "seen": (
        "byleave.cli.consent.answers.seen",
        "seen",
        "Record that somebody was shown their part: on a form, on a proof, or in another way.",
    ),
    "records": (
        "byleave.cli.consent.answers.records",
        "records",
        "Bring the list of records up to date with the stories, and show what that changes.",
    ),
    "erased": (
        "byleave.cli.consent.answers.records",
        "erased",
        "Say that somebody's words are deleted from STORY, which need not hold RECORD any longer.",
    ),
}


@click.group(cls=Group, commands=Commands(_COMMANDS))
def consent() -> None:
    """Ask for permission, record it, change it and take it back."""
