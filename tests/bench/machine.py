"""What a measurement depends on besides the program: the machine."""

import os
import platform
import re
import sys
import sysconfig
from pathlib import Path

TOO_BUSY = 1.0


def load() -> float:
    """How many processes wanted a core in the last minute, on average."""
    return os.getloadavg()[0]


def facts(work: Path) -> dict[str, str]:
    """The machine in words; `work` is the folder in which everything is built."""
    return {
        "processor": _found(r"model name\s*: (.*)", "/proc/cpuinfo") or platform.machine(),
        "cores": str(len(os.sched_getaffinity(0))),
        "memory": _memory(),
        "disk": _disk(work),
        "system": f"{platform.system()} {platform.release()}",
        "Python": f"{platform.python_version()}, {_how_built()}",
    }


def _how_built() -> str:
    """Whether Python was optimised, which is worth a sixth; the settings of Debian's hide it."""
    if "--enable-optimizations" in (sysconfig.get_config_var("CONFIG_ARGS") or ""):
        return "built with --enable-optimizations"
    return "that of the system" if sys.base_prefix == "/usr" else "built without optimisation"


def _found(pattern: str, file: str) -> str:
    try:
        match = re.search(pattern, Path(file).read_text("utf-8"))
    except OSError:
        return ""
    return match[1].strip() if match else ""


def _memory() -> str:
    kilobytes = _found(r"MemTotal: +(\d+)", "/proc/meminfo")
    return f"{int(kilobytes) / 1024**2:.0f} GB" if kilobytes else "not known"


def _disk(folder: Path) -> str:
    """The file system of a folder: that of the longest place in the list of all that holds it."""
    try:
        lines = Path("/proc/mounts").read_text("utf-8").splitlines()
    except OSError:
        return "not known"
    mounts = {place: kind for _, place, kind, *_ in (line.split(" ") for line in lines)}
    real = folder.resolve()
    holding = [place for place in mounts if real.is_relative_to(place)]
    return mounts[max(holding, key=len)] if holding else "not known"
