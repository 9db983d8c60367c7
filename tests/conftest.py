# SPDX-License-Identifier: MIT
"""What holds for every test: no screen, no network, an own home, nothing left behind."""

import gc
import multiprocessing
import os
import shutil
import socket
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import settings

from tests.shared import needs_shared

CI = bool(os.environ.get("CI"))
LONG_MARKS = ("safety", "soak")
NETWORK_EVENTS = {"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"}
LOOKUP_EVENTS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
GRACE_SECONDS = 2.0

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None)
settings.register_profile("long", deadline=None, max_examples=1000)

network_attempts: list[str] = []


def watch_network(event: str, arguments: tuple[Any, ...]) -> None:
    """Audit hook: note every use of the network and refuse it; sockets of this machine are fine."""
    local = event in NETWORK_EVENTS and arguments[0].family == getattr(socket, "AF_UNIX", None)
    if (event in NETWORK_EVENTS and not local) or event in LOOKUP_EVENTS:
        network_attempts.append(event)
        raise PermissionError(f"the studio has no network ({event})")


sys.addaudithook(watch_network)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--long`: the runs of kills, faults and random sequences at full length."""
    parser.addoption("--long", action="store_true", help="also run the long safety and soak tests")


def pytest_configure(config: pytest.Config) -> None:
    """Keep even module-wide fixtures out of the user's own folders."""
    home = tempfile.TemporaryDirectory(prefix="persona-studio-tests-")
    config.add_cleanup(home.cleanup)
    os.environ["PERSONA_STUDIO_HOME"] = home.name
    long = config.getoption("--long")
    settings.load_profile("long" if long else "ci" if CI else "here")


def pytest_unconfigure() -> None:
    """End Qt while Python still stands, so that a fault in its end is seen and placed."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    application = widgets.QApplication.instance() if widgets else None
    if application is not None:
        gc.collect()
        application.shutdown()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long tests for `--long`, and real drags to machines that have the tools."""
    if not all(shutil.which(tool) for tool in ("Xvfb", "xdotool")):
        for item in items:
            if item.get_closest_marker("x11"):
                item.add_marker(pytest.mark.skip(reason="Xvfb or xdotool is not installed"))
    if config.getoption("--long"):
        return
    long = [item for item in items if any(item.get_closest_marker(mark) for mark in LONG_MARKS)]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if item not in long]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Any:
    """Turn a skip for missing research files into a failure on the build machine."""
    report = yield
    if CI and report.skipped and needs_shared.kwargs["reason"] in str(report.longrepr):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid}: {needs_shared.kwargs['reason']}; not allowed in CI"
    return report


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a user data folder of its own."""
    home = tmp_path / "home"
    monkeypatch.setenv("PERSONA_STUDIO_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Fail a test that leaves an open edit, a process or a window, or tries the network.

    A window counts while it lives, shown or not: what is left to the end of the program is
    destroyed there in any order, and now and then that ends in a crash.
    """
    children, windows = running_children(), living_windows()
    network_attempts.clear()
    yield
    left = {
        "tried the network": list(network_attempts),
        "left an edit open": open_edits(),
        "left a process running": still_there(children),
        "left a window": [title for key, title in living_windows().items() if key not in windows],
    }
    told = [f"{what}: {', '.join(map(str, things))}" for what, things in left.items() if things]
    assert not told, "; ".join(told)


def open_edits() -> list[int]:
    """Return the count of edits that are still open, as the workspace class tells it."""
    modules = [m for name, m in list(sys.modules.items()) if name.startswith("persona_studio.work")]
    classes = {getattr(module, "Workspace", None) for module in modules} - {None}
    return [count for each in classes if (count := getattr(each, "open_edits", 0))]


def running_children() -> dict[int | None, str]:
    """Return the child processes that run jobs, by process id."""
    return {child.pid: child.name for child in multiprocessing.active_children()}


def still_there(before: dict[int | None, str]) -> list[str]:
    """Return the names of new child processes, after a moment for those that are ending."""
    end = time.monotonic() + GRACE_SECONDS
    while new := [name for pid, name in running_children().items() if pid not in before]:
        if time.monotonic() > end:
            return new
        time.sleep(0.02)
    return []


def living_windows() -> dict[int, str]:
    """Return our windows and those on the screen; a test without Qt does not load it.

    Qt keeps hidden windows of its own (tips, lists of choices) for as long as it likes.
    """
    widgets = sys.modules.get("PySide6.QtWidgets")
    application = widgets.QApplication.instance() if widgets else None
    if application is None or not isinstance(application, widgets.QApplication):
        return {}
    application.sendPostedEvents(None, sys.modules["PySide6.QtCore"].QEvent.Type.DeferredDelete)
    alive = [w for w in application.topLevelWidgets() if w.isVisible() or is_ours(w)]
    return {id(w): f"{type(w).__name__} {w.windowTitle()!r}" for w in alive}


def is_ours(widget: Any) -> bool:
    """Tell whether a widget is of the studio or of a test, not one of Qt's own helpers."""
    return not type(widget).__module__.startswith("PySide6") or bool(widget.windowTitle())
