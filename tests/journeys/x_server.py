# SPDX-License-Identifier: MIT
"""An X server of its own, and a process that runs on it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tests.architecture.sources import ROOT


@contextmanager
def display() -> Iterator[str]:
    """Start an X server for the block and give its name."""
    inside, outside = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(outside), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[outside],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(outside)
    try:
        with os.fdopen(inside) as told:
            yield ":" + told.readline().strip()
    finally:
        server.terminate()
        server.wait(10)


def run(module: str, *arguments: str, spoken: bool = False) -> list[str]:
    """Run a module on a server of its own and return the lines it prints.

    `spoken` gives it a bus of its own as well, on which the window tells all it shows.
    """
    bus = ["dbus-run-session", "--"] if spoken else []
    heard = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"} if spoken else {}
    with display() as name:
        done = subprocess.run(
            [*bus, sys.executable, "-m", module, *arguments],
            cwd=ROOT,
            env={**os.environ, **heard, "DISPLAY": name, "QT_QPA_PLATFORM": "xcb"},
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.splitlines()
