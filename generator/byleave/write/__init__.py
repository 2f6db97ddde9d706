"""Makes the output folder equal the site: deletions first, each file atomically.

What is withheld since the last build leaves the folder before anything else happens to it, and a
build that is stopped at any moment leaves whole files only, which the next build recognises as
its own and completes. Power failures are left to the file system: nothing is synced to the disk.
"""

from pathlib import Path

from byleave.model.output import PublishedOutput, WriteReport
from byleave.write.apply import apply
from byleave.write.errors import (
    ForeignOutputError,
    UncleanableError,
    WriteError,
    told_plainly,
)
from byleave.write.paths import check_paths
from byleave.write.plan import make_plan
from byleave.write.survey import look_over, refuse_foreign

__all__ = [
    "ForeignOutputError",
    "UncleanableError",
    "WriteError",
    "refuse_foreign",
    "write_output",
]


def write_output(
    output: PublishedOutput, folder: Path, *, executor: str | None = "serial"
) -> WriteReport:
    """Make `folder` hold the files of `output` and no others, and say what was done.

    Pictures are made anew by the processes that `executor` asks for, as `byleave.executors` has it.

    Raises TypeError for anything but a `PublishedOutput`, ValueError for a path that would leave
    the folder or that two files share, `ForeignOutputError` where the folder holds what Byleave
    did not make (in these three cases nothing is touched), `WriteError` where the operating
    system refuses, and `UncleanableError` for a damaged picture: no file is then half-written, and
    the deletions stay done.
    """
    if type(output) is not PublishedOutput:
        raise TypeError(f"only a PublishedOutput may be written, not {type(output).__name__}")
    check_paths(file.path for file in output.files)
    with told_plainly(folder):
        plan = make_plan(output, folder, look_over(folder))
        apply(plan, folder, executor)
    return plan.report
