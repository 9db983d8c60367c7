# SPDX-License-Identifier: MIT
"""The rows of a file as far as they were looked at: the head at once, the rest page by page."""

from bisect import insort
from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from persona_studio.research.browsing import Page
from persona_studio.research.readers.csv_text import Place, Places

PAGE_ROWS, PAGES_KEPT = 200, 60
_CELLS_A_PAGE = 40_000
_WAIT_MS = 30


class RowStore(QObject):
    """Cells by row number; rows that are not here are asked for and arrive later.

    `wanted` carries (start, first, count) for the reader of pages, `arrived` (first, last) rows,
    `grew` says that `count` has changed.
    """

    wanted = Signal(object, int, int)
    arrived = Signal(int, int)
    grew = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.count = 0
        self.ended = False
        self.head: list[list[str]] = []
        self._pages: OrderedDict[int, list[list[str]]] = OrderedDict()
        self._places = Places()
        self._size = PAGE_ROWS
        self._asked: int | None = None
        self._next: int | None = None
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._timer.timeout.connect(self._ask)

    def begin(self, head: Sequence[list[str]]) -> None:
        """Start anew with the first records of a file."""
        self.head = list(head)
        self._pages.clear()
        self._places = Places()
        self._asked = self._next = None
        wide = max((len(cells) for cells in head), default=1)
        self._size = max(20, min(PAGE_ROWS, _CELLS_A_PAGE // max(1, wide)))
        self.count, self.ended = len(head), False
        self.grew.emit()

    def know(self, count: int, *, ended: bool = False) -> None:
        """Learn that the file has at least so many rows, and whether these are all."""
        changed = not self.ended and (count > self.count or (ended and count != self.count))
        self.ended = self.ended or ended
        if changed:
            self.count = count
            self.grew.emit()

    def know_places(self, places: Sequence[Place]) -> None:
        """Learn where records begin."""
        known = {place.number for place in self._places}
        for place in places:
            if place.number not in known:
                insort(self._places, place)

    def cells(self, number: int) -> Sequence[str] | None:
        """Return the cells of a row (1-based), None when they are not here yet."""
        if number <= len(self.head):
            return self.head[number - 1]
        first = self._first_of(number)
        page = self._pages.get(first)
        if page is None:
            if first != self._asked:
                self._next = first
                if not self._timer.isActive():
                    self._timer.start()
            return None
        self._pages.move_to_end(first)
        return page[number - first] if number - first < len(page) else ()

    def take(self, page: Page) -> None:
        """Take a page that was asked for."""
        self.know_places(page.places)
        self._pages[page.first] = page.records
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        self._asked = None
        last = page.first + len(page.records) - 1
        self.know(max(last + (not page.ended), len(self.head)), ended=page.ended)
        self.arrived.emit(page.first, last)
        if self._next is not None:
            self._ask()

    def give_up(self) -> None:
        """Forget what was asked for: it will not come."""
        self._asked = None

    def _first_of(self, number: int) -> int:
        start = len(self.head)
        return start + (number - start - 1) // self._size * self._size + 1

    def _ask(self) -> None:
        if self._asked is None and self._next is not None:
            self._asked, self._next = self._next, None
            if self._asked not in self._pages:
                start = self._places.before(self._asked)
                self.wanted.emit(start, self._asked, self._size)
            else:
                self._asked = None
