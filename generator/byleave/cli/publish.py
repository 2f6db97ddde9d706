"""The command that brings a built site to a plain server: publish."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from byleave.cli.endings import told_plainly
from byleave.cli.exit_codes import DONE, NOTHING_WRITTEN, WITH_ERRORS
from byleave.cli.options import site_option
from byleave.delivering.deletions_first import Delivered, deliver
from byleave.delivering.last_build import LastBuild, changed_since, last_build
from byleave.delivering.rsync import reaching
from byleave.delivering.target import DeliveryError, NoTargetError, Target, target_of
from byleave.pipeline.for_delivery import UnfinishedError, day_at, files_of, server_of

_PUBLIC = "public"


class _TargetType(click.ParamType[Target]):
    name = "target"

    def convert(self, value: Any, param: Any, ctx: Any) -> Target:
        try:
            return target_of(value)
        except NoTargetError as fault:
            self.fail(str(fault), param, ctx)


@click.command()
@site_option
@click.option(
    "--to",
    "target",
    type=_TargetType(),
    metavar="USER@HOST:FOLDER",
    help="Where the site is; `server` of the settings, if not given.",
)
@click.option(
    "--from",
    "output",
    type=click.Path(path_type=Path),
    help="The folder that was built; public/ in the site folder, if not given.",
)
@click.option(
    "--ssh", default="ssh", show_default=True, help="The command by which the server is reached."
)
@click.option("--dry-run", "dry", is_flag=True, help="Say what would be done, and do nothing.")
@click.option("--verbose", is_flag=True, help="Name the files.")
def publish(
    site: Path, target: Target | None, output: Path | None, ssh: str, *, dry: bool, verbose: bool
) -> None:
    """Bring the site that was built to a server: first what is taken away, last what is new."""
    folder = output or site / _PUBLIC
    with told_plainly():
        try:
            where = target or _settled(site)
            built, files = _sound_build(site, folder), files_of(folder)
            with reaching(where, ssh, is_asked=sys.stdin.isatty()) as rsync:
                done = deliver(folder, files, where, rsync, dry=dry)
        except (DeliveryError, UnfinishedError) as fault:
            click.echo(f"error: {fault}", err=True)
            raise click.exceptions.Exit(NOTHING_WRITTEN) from None
        click.echo("\n".join(_said(done, where, dry=dry, verbose=verbose)))
        if last_build(site) != built:
            click.echo("error: the site was built anew meanwhile: publish again", err=True)
            raise click.exceptions.Exit(NOTHING_WRITTEN)


def _settled(site: Path) -> Target:
    said = server_of(site)
    if not said:
        message = "say where the site is brought to, here or as `server` in site_src/site.yaml"
        raise click.BadParameter(message, param_hint="--to")
    try:
        return target_of(said)
    except NoTargetError as fault:
        raise click.BadParameter(str(fault), param_hint="server") from None


def _sound_build(site: Path, folder: Path) -> LastBuild:
    """The last build, if what it left may be public today. Raises UnfinishedError."""
    built, today = last_build(site), day_at(site, datetime.now(UTC))
    if built is None or built.exit_code not in (DONE, WITH_ERRORS):
        raise UnfinishedError("the last build did not come to its end, or there was none: build")
    if built.output != os.path.realpath(folder):
        raise UnfinishedError(
            f"the last build was not into {folder}: build, or name it with --from"
        )
    day = day_at(site, built.as_of)
    if day != today:
        raise UnfinishedError(f"this site was built for {day}, and today is {today}: build again")
    if path := changed_since(site, built.began):
        raise UnfinishedError(
            f"{path} was changed after the site was built, or `byleave diff` has linked to it: "
            "build again"
        )
    return built


def _said(done: Delivered, where: Target, *, dry: bool, verbose: bool) -> list[str]:
    """What was done, or would be, by number; and by path for whoever wants to see it."""
    left = [f"  stays: {path}" for path in done.left] if verbose else []
    if done.left:
        left = [
            f"warning: {len(done.left)} more files stay among the pages there, which Byleave did "
            "not bring: an older site may have been put back, with whoever has left. Delete them "
            "on the server; --verbose names them",
            *left,
        ]
    each = {"deleted": done.deleted, "changed": done.changed, "new": done.new}
    counts = ", ".join(f"{len(paths)} {what}" for what, paths in each.items() if paths)
    named = [f"  {what}: {path}" for what, paths in each.items() for path in paths]
    if dry:
        told = f"would be, at {where.shown}: {counts or 'nothing'}"
        return [told, *(named if verbose else ()), *left]
    told = f"files: {counts}" if counts else "nothing had changed"
    return [f"{told}, at {where.shown}", *(named if verbose else ()), *left]
