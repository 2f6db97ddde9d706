"""A server of one's own on this machine: a real sshd that listens on loopback alone."""

import getpass
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.set_up.system import sshd

PATIENCE = 20  # seconds
# Where it gives up its rights before somebody has logged in; Debian makes it when it starts one.
_EMPTY = Path("/run/sshd")


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """How to reach it: who logs in at which host, and by which command."""

    who: str
    ssh: str


@contextmanager
def running(folder: Path) -> Iterator[Server]:
    """A server that lets in whoever runs these tests, by a key that lies in `folder`."""
    program = sshd()
    assert program, "run: python -m tests.set_up system rsync sshd"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    for name in ("host", "own"):
        key = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
        subprocess.run(key, check=True)
    host = (folder / "host.pub").read_text("utf-8")
    (folder / "known").write_text(f"[127.0.0.1]:{port} {host}", "utf-8")
    (folder / "config").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {folder / 'host'}\nPidFile none\n"
        f"AuthorizedKeysFile {folder / 'own.pub'}\nStrictModes no\nUsePAM no\n"
        "PasswordAuthentication no\nKbdInteractiveAuthentication no\n",
        "utf-8",
    )
    if os.geteuid() == 0:
        _EMPTY.mkdir(mode=0o755, exist_ok=True)
    command = [program, "-D", "-e", "-f", str(folder / "config")]
    with (folder / "said").open("wb") as said:
        started = subprocess.Popen(command, stderr=said)
    try:
        _wait(port, started)
        yield Server(
            who=f"{getpass.getuser()}@127.0.0.1",
            ssh=f"ssh -F none -p {port} -i {folder / 'own'} -o IdentitiesOnly=yes "
            f"-o UserKnownHostsFile={folder / 'known'}",
        )
    finally:
        started.terminate()
        started.wait(PATIENCE)


def _wait(port: int, started: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and started.poll() is None:
        with socket.socket() as there:
            if there.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("sshd did not start")
