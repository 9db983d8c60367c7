# SPDX-License-Identifier: MIT
"""Prints straight to a printer: pages of the finished file, at their true size or fitted.

A page is drawn by the reader of the preview in the thread and put on paper here, one after the
other, so that the window stays at hand and Cancel works after each page.
"""

from collections.abc import Callable
from math import sqrt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSizeF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from persona_studio.core.errors import StudioError
from persona_studio.gui.jobs import Handle, Jobs

if TYPE_CHECKING:
    from persona_studio.publish.preview import Raster

_DOTS = 300
_MOST_PIXELS = 60_000_000
_SLACK = 1.5
"""Millimetres by which a page may be larger than the paper: sheets are cut less exactly."""


class Printing(QObject):
    """One printing at a time; `going` says how far it is, `ended` what came of it."""

    going = Signal(str)
    ended = Signal(str)
    refused = Signal(StudioError)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Handle | None = None
        self._run: _Run | None = None

    @property
    def running(self) -> bool:
        """Whether pages are on their way."""
        return self._run is not None

    def ask(self, window: QWidget, title: str, pdf: bytes, *, fitted: bool = False) -> None:
        """Let the user choose a printer, and print every page."""
        if self.running:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        printer.setFullPage(True)
        sizes = page_sizes(pdf)
        printer.setPageSize(_paper(sizes[0]))
        if QPrintDialog(printer, window).exec():
            self.start(printer, pdf, fitted=fitted)

    def start(self, printer: QPrinter, pdf: bytes, *, fitted: bool = False) -> None:
        """Print on a printer that was chosen; pages too large for its paper are refused."""
        run = _Run(printer, pdf, fitted)
        if not fitted and (page := run.too_large()):
            self.refused.emit(_too_large(page, run.paper_mm()))
            return
        run.turn(0)
        if not run.painter.begin(printer):
            self.refused.emit(
                StudioError(
                    self.tr("The printer does not answer."),
                    self.tr("Check that it is on and connected, or save a PDF and print that."),
                    kind="printer",
                )
            )
            return
        self._run = run
        self._next()

    def cancel(self) -> None:
        """Stop after the page that is being drawn; what was sent is printed or thrown away."""
        if self._run is None:
            return
        if self._job is not None:
            self._job.cancel()
        self._run.printer.abort()
        self._end(self.tr("Printing was stopped."))

    def _next(self) -> None:
        run = self._run
        if run is None:
            return
        if run.number == len(run.sizes):
            pages = len(run.sizes)
            one = self.tr("1 page was sent to the printer.")
            many = self.tr("{0} pages were sent to the printer.").format(pages)
            self._end(one if pages == 1 else many)
            return
        place = self.tr("Printing page {0} of {1}").format(run.number + 1, len(run.sizes))
        self.going.emit(place)
        args = (run.pdf, run.number, run.pixels())
        self._job = self._jobs.run_thread(_draw, args, self._put, self._failed)

    def _put(self, picture: "Raster") -> None:
        if self._run is not None:
            self._run.put(picture)
            self._next()

    def _failed(self, error: StudioError) -> None:
        if self._run is not None:
            self._run.printer.abort()
            self._run.painter.end()
            self._run = None
        self.refused.emit(error)

    def _end(self, words: str) -> None:
        if self._run is not None:
            self._run.painter.end()
        self._run = self._job = None
        self.ended.emit(words)


class _Run:
    """A printer with the pages that go to it; sizes are millimetres."""

    def __init__(self, printer: QPrinter, pdf: bytes, fitted: bool) -> None:
        self.printer, self.pdf, self._fitted = printer, pdf, fitted
        self.sizes = page_sizes(pdf)
        self.painter = QPainter()
        self.number = 0

    def paper_mm(self) -> tuple[float, float]:
        """Return the paper's short and long side."""
        size = self.printer.pageLayout().pageSize().size(QPageSize.Unit.Millimeter)
        short, long = sorted((size.width(), size.height()))
        return short, long

    def too_large(self) -> tuple[float, float] | None:
        """Return the first page that does not fit the paper, None where all do."""
        paper = self.paper_mm()
        for size in self.sizes:
            if any(side > room + _SLACK for side, room in zip(sorted(size), paper, strict=True)):
                return size
        return None

    def turn(self, number: int) -> None:
        """Turn the paper as a page lies."""
        wide, high = self.sizes[number]
        way = QPageLayout.Orientation
        self.printer.setPageOrientation(way.Landscape if wide > high else way.Portrait)

    def pixels(self) -> int:
        """Return how many pixels wide the page is drawn: the printer's, within reason."""
        wide, high = self.sizes[self.number]
        dots = min(self.printer.resolution(), _DOTS)
        area = wide * high * (dots / 25.4) ** 2
        return int(wide / 25.4 * dots * min(1.0, sqrt(_MOST_PIXELS / area)))

    def put(self, picture: "Raster") -> None:
        """Put a drawn page on the paper and go on to the next."""
        if self.number:
            self.turn(self.number)
            self.printer.newPage()
        image = QImage(
            picture.data,
            picture.width,
            picture.height,
            picture.stride,
            QImage.Format.Format_RGB888,
        )
        self.painter.drawImage(self._place(), image, QRectF(image.rect()))
        self.number += 1

    def _place(self) -> QRectF:
        """Return where the page goes, in dots of the printer from the paper's corner."""
        dots = self.printer.resolution() / 25.4
        wide, high = (side * dots for side in self.sizes[self.number])
        if not self._fitted:
            return QRectF(0, 0, wide, high)
        room = QRectF(self.printer.pageLayout().paintRectPixels(self.printer.resolution()))
        scale = min(room.width() / wide, room.height() / high)
        found = QRectF(0, 0, wide * scale, high * scale)
        found.moveCenter(room.center())
        return found


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Return width and height of every page, in millimetres."""
    from persona_studio.publish.preview import page_points

    return [(wide / 72 * 25.4, high / 72 * 25.4) for wide, high in page_points(pdf)]


def _paper(size: tuple[float, float]) -> QPageSize:
    short, long = sorted(size)
    return QPageSize(QSizeF(short, long), QPageSize.Unit.Millimeter)


def _too_large(page: tuple[float, float], paper: tuple[float, float]) -> StudioError:
    def told(size: tuple[float, float]) -> str:
        short, long = sorted(size)
        return f"{short:.0f} by {long:.0f} mm"

    return StudioError(
        f"The page ({told(page)}) is larger than the paper in the printer ({told(paper)}).",
        "Choose sheets to spread it over under Paper on the left, or print it fitted.",
        kind="paper",
    )


def _draw(pdf: bytes, number: int, width: int, *, report: Callable[[int, int], None]) -> "Raster":
    from persona_studio.publish.preview import page_raster

    report(0, 1)
    return page_raster(pdf, number, width)
