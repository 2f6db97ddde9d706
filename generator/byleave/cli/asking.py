"""Questions on a terminal: one line each, with what Enter stands for, until they are answered."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

import click

from byleave.beginning.front_matter import one_line
from byleave.cli.program import StoppedAtQuestion

Answer = TypeVar("Answer")

BEGINNING = "Enter takes what stands in [ ]. Ctrl-C stops, and then nothing is written."


def is_terminal() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty()


def asks_for_all() -> bool:
    """Whether somebody is there, and has said nothing with options, so that all is asked."""
    context = click.get_current_context()
    given = (
        name
        for name in context.params
        if name != "site"
        and context.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE
        and not isinstance(_parameter(context, name), click.Argument)
    )
    return is_terminal() and next(given, None) is None


def _parameter(context: click.Context, name: str) -> click.Parameter | None:
    return next((one for one in context.command.params if one.name == name), None)


def line(question: str, default: str | None = None) -> str:
    """A line of text that is not empty."""
    return asked(question, _not_empty, default)


def line_or_nothing(question: str) -> str:
    """A line of text, or "" for Enter alone."""
    return asked(question, one_line, "", show=False)


def asked(
    question: str,
    read: Callable[[str], Answer],
    default: str | None = None,
    *,
    show: bool = True,
) -> Answer:
    """What `read` makes of an answer; it raises click.UsageError to have it asked again."""
    with _stopping():
        found: Any = click.prompt(
            question, default=default, show_default=show, prompt_suffix=" ", value_proc=read
        )
    answer: Answer = found
    return answer


def yes_or_no(question: str, *, default: bool) -> bool:
    """Whether the answer is yes."""
    with _stopping():
        return click.confirm(question, default=default, prompt_suffix=" ")


class AskedOption(click.Option):
    """An option that is needed: whoever sits at a terminal and left it out is asked for it."""

    def __init__(self, declared: Sequence[str], prompt: str, **more: Any) -> None:
        """`prompt` is what is asked; the rest as for click's own."""
        super().__init__(declared, prompt=prompt, required=True, **more)

    def prompt_for_value(self, ctx: click.Context) -> Any:
        """The answer. Raises click.MissingParameter where nobody is there to be asked."""
        if not is_terminal():
            raise click.MissingParameter(ctx=ctx, param=self)
        with _stopping():
            return super().prompt_for_value(ctx)


@contextmanager
def _stopping() -> Iterator[None]:
    """Let Ctrl-C at a question end a command that has not begun; the end of all input stays one."""
    try:
        yield
    except click.Abort as end:
        if isinstance(end.__context__, KeyboardInterrupt):
            raise StoppedAtQuestion from None
        raise


def one_of(question: str, words: tuple[str, ...], default: str) -> str:
    """One of `words`, in any letter case; they stand in the question."""

    def read(said: str) -> str:
        found = said.strip().casefold()
        if found not in words:
            raise click.UsageError(f"write one of: {', '.join(words)}")
        return found

    return asked(f"{question} ({', '.join(words)})", read, default)


def needed(option: str, what: str) -> click.UsageError:
    """What is said where nobody is there to be asked for what `option` says."""
    return click.UsageError(f"{option} is needed: {what}")


def _not_empty(said: str) -> str:
    found = one_line(said)
    if not found:
        raise click.UsageError("write at least a word")
    return found
