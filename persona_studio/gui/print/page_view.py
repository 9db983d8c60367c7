# SPDX-License-Identifier: MIT
"""The page on its table: fits the room or is looked at closer, sharp at every size."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from persona_studio.gui.theme import theme

if TYPE_CHECKING:
    from persona_studio.publish.preview import Raster

_MARGIN = 20
_SHADOW = 6
_STEP = 1.25
_LARGEST = 4.0
_SMALLEST_PX = 120
_SHARPEN_AFTER_MS = 120


class _Paper(QWidget):
    """The page and its shadow; before there is one, an empty sheet with a word about it."""

    def __init__(self) -> None:
        super().__init__()
        self.page = QPixmap()
        self.size_of_page = QSize()
        self.words = ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet in the middle."""
        size = self.size_of_page
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        area = QRectF(left, top, size.width(), size.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(_SHADOW, 0, -1):
            painter.setBrush(QColor(10, 20, 30, 7))
            painter.drawRoundedRect(area.adjusted(-step, 2 - step, step, 2 + step), step, step)
        if not self.page.isNull():
            painter.drawPixmap(area, self.page, QRectF(self.page.rect()))
            return
        painter.setBrush(theme().colour("paper"))
        painter.drawRect(area)
        painter.setPen(theme().colour("muted"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.words)


class PageView(QScrollArea):
    """Shows one page; `sharper_wanted` asks for a picture of so many pixels' width."""

    sharper_wanted = Signal(int)
    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Page as it will be saved"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("kind", "read")
        self._paper = _Paper()
        self._zoom: float | None = None
        self._ratio = 1.4142
        self._later = QTimer(self, singleShot=True, interval=_SHARPEN_AFTER_MS)
        self._later.timeout.connect(self._ask)
        self.setWidget(self._paper)
        theme().changed.connect(self._paper.update)

    @property
    def pixels(self) -> int:
        """The width in pixels a sharp picture of the page needs."""
        return max(_SMALLEST_PX, round(self._page_size().width() * self.devicePixelRatioF()))

    @property
    def zoom(self) -> float:
        """How large the page is against fitting the room."""
        return 1.0 if self._zoom is None else self._zoom

    def show_page(self, raster: "Raster") -> None:
        """Put a page on the table."""
        image = QImage(
            raster.data, raster.width, raster.height, raster.stride, QImage.Format.Format_RGB888
        )
        self._paper.page = QPixmap.fromImage(image.copy())
        self._ratio = raster.height / raster.width
        self._lay_out()

    def wait(self, words: str) -> None:
        """Say on an empty sheet what is awaited; a page that is there stays until the next one."""
        self._paper.words = words
        self._lay_out()

    def has_page(self) -> bool:
        """Tell whether there is a page."""
        return not self._paper.page.isNull()

    def fit(self) -> None:
        """Show the whole page."""
        self._set_zoom(None)

    def closer(self) -> None:
        """Make the page larger by one step."""
        self._set_zoom(min(self.zoom * _STEP, _LARGEST))

    def further(self) -> None:
        """Make the page smaller by one step, down to the whole page."""
        smaller = self.zoom / _STEP
        self._set_zoom(None if smaller <= 1.01 else smaller)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit anew."""
        super().resizeEvent(event)
        self._lay_out()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask for nothing any more."""
        self._later.stop()
        super().hideEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl and the wheel, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.closer if event.angleDelta().y() > 0 else self.further)()
            event.accept()
            return
        super().wheelEvent(event)

    def _set_zoom(self, zoom: float | None) -> None:
        self._zoom = zoom
        self._lay_out()
        self.zoomed.emit(self.zoom)

    def _page_size(self) -> QSize:
        room = self.viewport().size()
        width = min(room.width() - 2 * _MARGIN, (room.height() - 2 * _MARGIN) / self._ratio)
        width = max(width, 40) * self.zoom
        return QSize(round(width), round(width * self._ratio))

    def _lay_out(self) -> None:
        size = self._page_size()
        self._paper.size_of_page = size
        around = QSize(2 * _MARGIN, 2 * _MARGIN)
        self._paper.setMinimumSize(size + around if self._zoom else QSize(0, 0))
        self._paper.update()
        if self.isVisible() and self.has_page() and self.pixels != self._paper.page.width():
            self._later.start()

    def _ask(self) -> None:
        if self.pixels != self._paper.page.width():
            self.sharper_wanted.emit(self.pixels)
