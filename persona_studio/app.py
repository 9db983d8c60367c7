# SPDX-License-Identifier: MIT
"""The program with its window: wires settings, look and window, and opens a project.

Little is imported here: what the first paint does not need is imported after it.
"""

import argparse
import gc
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from persona_studio.gui import settings as stored
from persona_studio.gui.main_window import MainWindow
from persona_studio.gui.theme import MODES, load_more_fonts, theme

PYSIDE_FEATURES = "shibokensupport.feature"
_SETTLED_MS = 3_000


@dataclass(frozen=True)
class Wish:
    """What the command line asks for."""

    project: Path | None = None
    sample: bool = False
    bench: bool = False


def parse(argv: Sequence[str]) -> Wish:
    """Read the arguments of the window."""
    parser = argparse.ArgumentParser("persona-studio")
    parser.add_argument("project", nargs="?", type=Path, help="the project to open")
    parser.add_argument("--sample", action="store_true", help="open the sample workshop")
    parser.add_argument("--bench-start", type=Path, metavar="PROJECT", help=argparse.SUPPRESS)
    found = parser.parse_args(argv)
    bench: Path | None = found.bench_start
    return Wish(bench or found.project, found.sample, bench is not None)


def main(argv: Sequence[str]) -> int:
    """Show the window and return the exit code when it was closed."""
    hurry()
    wish = parse(argv)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    QGuiApplication.setApplicationDisplayName("Persona Studio")
    QGuiApplication.setDesktopFileName("persona-studio")
    settings = stored.load()
    theme().set_mode(next((mode for mode in MODES if mode == settings.mode), "system"))
    theme().set_direction(settings.direction)
    theme().follow_system()
    window = MainWindow(settings)
    window.painted.connect(lambda: QTimer.singleShot(0, lambda: _begin(window, wish)))
    if settings.maximised and not wish.bench:
        window.showMaximized()
    else:
        window.show()
    code = application.exec()
    # What the program leaves to its very end is destroyed there in any order, and may crash.
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    return code


def hurry() -> None:
    """Leave out of the start what a fifth of it went to and nobody needs.

    The collector looks through all that is imported again and again, though none of it goes
    away; it is put to work once all stands (`settle`). And PySide searches the source of each
    module for its own name, for a naming feature that is not used here.
    """
    gc.disable()
    features = sys.modules.get(PYSIDE_FEATURES)
    if features is not None:
        vars(features)["_mod_uses_pyside"] = lambda _: False


def settle(window: MainWindow) -> None:
    """Put the collector to work in the window's thread, on what comes from now on only."""
    from persona_studio.gui.collector import Collector

    gc.freeze()
    Collector(window)


def _begin(window: MainWindow, wish: Wish) -> None:
    """Do what can wait until the window was painted: errors, log, project, fonts."""
    if wish.bench:
        _note("PAINTED")
    from persona_studio.gui.errors import ExceptionHook

    ExceptionHook(window.say, window).install()
    if wish.sample:
        window.open_sample()
    elif wish.project is not None:
        window.open(wish.project)
    else:
        window.show_welcome()
    QTimer.singleShot(0, lambda: _after(window, wish))


def _after(window: MainWindow, wish: Wish) -> None:
    QTimer.singleShot(_SETTLED_MS, window, lambda: settle(window))
    if wish.bench:
        if window.bridge is not None:
            window.bridge.workspace.warm_up()
            _note("READY")
        window.close()
        return
    from persona_studio.gui.log import open_log

    open_log()
    load_more_fonts()
    window.jobs.warm_up()


def _note(moment: str) -> None:
    sys.stdout.write(f"{moment} {time.time()}\n")
    sys.stdout.flush()
