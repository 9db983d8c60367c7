# SPDX-License-Identifier: MIT
"""Dropped widgets and timers go in the window's own thread, whatever a job's thread allocates."""

import gc
from concurrent.futures import ThreadPoolExecutor
from threading import get_ident

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from persona_studio.gui.collector import Collector, collect_due


class Knot(QObject):
    """Something in a circle of references, which only the collector can free."""

    def __init__(self, freed: list[int]) -> None:
        super().__init__()
        self.me = self
        self._freed = freed

    def __del__(self) -> None:
        self._freed.append(get_ident())


def allocate() -> list[list[int]]:
    """Make so many containers that the collector would run, were it left to itself."""
    return [[n] for n in range(5 * gc.get_threshold()[0])]


def test_a_circle_is_freed_by_the_window_and_not_by_the_thread_of_a_job(qtbot: QtBot) -> None:
    freed: list[int] = []
    gc.collect()
    gc.enable()
    parent = QObject()
    Collector(parent)
    Knot(freed)
    with ThreadPoolExecutor(1) as pool:
        kept = pool.submit(allocate).result()
    assert freed == []
    qtbot.waitUntil(lambda: freed == [get_ident()], timeout=5000)
    assert kept


def test_only_what_is_due_is_collected() -> None:
    gc.collect()
    freed: list[int] = []
    Knot(freed)
    collect_due()
    assert freed == []
    kept = allocate()
    collect_due()
    assert freed == [get_ident()]
    assert kept
