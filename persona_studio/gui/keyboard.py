# SPDX-License-Identifier: MIT
"""Tab goes where the eye goes: through layouts from first to last, and what it reaches is seen.

Rooms make and remake their widgets at any time, so the order is worked out when Tab is pressed.
Enter presses the button that has the keyboard, as Space does.
"""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLayout,
    QLineEdit,
    QMainWindow,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from persona_studio.gui.direction import mirrored

_WHOLE = (QAbstractSpinBox, QComboBox, QLineEdit)
_AROUND = 8
_TURNED = {Qt.Key.Key_Left: Qt.Key.Key_Right, Qt.Key.Key_Right: Qt.Key.Key_Left}


class KeyboardWindow(QMainWindow):
    """A window in which everything can be reached and done by keyboard."""

    def focusNextPrevChild(self, forward: bool, /) -> bool:  # noqa: N802 - Qt's name
        """Let Tab follow the layout, and bring what it reaches into view."""
        arrange(self.centralWidget())
        moved = super().focusNextPrevChild(forward)
        focus = QApplication.focusWidget()
        if moved and focus is not None:
            bring_to_view(focus)
        return moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the keyboard on Enter, which it does not hear itself."""
        focus = QApplication.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(focus, QAbstractButton):
            focus.click()
            return
        super().keyPressEvent(event)


def came_by_tab(event: QFocusEvent) -> bool:
    """Tell whether the keyboard came by Tab: then what it stands on is to be chosen at once."""
    return event.reason() in (
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
    )


def onward(event: QKeyEvent) -> Qt.Key:
    """Return an event's key; the arrow that goes on is called Right in a mirrored window too."""
    key = Qt.Key(event.key())
    return _TURNED.get(key, key) if mirrored() else key


def arrange(root: QWidget | None) -> list[QWidget]:
    """Set the tab order of everything that is shown in `root`; return where Tab stops.

    What has the keyboard now has its place in it, so that Tab goes on from there.
    """
    stops = [each for each in _in_sight(root) if _stops(each) or each.hasFocus()]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
    return stops


def bring_to_view(widget: QWidget) -> None:
    """Scroll every area around a widget so that it, or its current row, is seen."""
    place, within = widget.rect(), widget
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        place, within = widget.visualRect(widget.currentIndex()), widget.viewport()
    around = widget.parentWidget()
    while around is not None:
        inner = around.widget() if isinstance(around, QScrollArea) else None
        if isinstance(around, QScrollArea) and inner is not None:
            _show(around, QRect(within.mapTo(inner, place.topLeft()), place.size()))
        around = around.parentWidget()


def _show(area: QScrollArea, place: QRect) -> None:
    middle = place.center()
    wide, high = place.width() // 2 + _AROUND, place.height() // 2 + _AROUND
    area.ensureVisible(middle.x(), middle.y(), wide, high)


def _stops(widget: QWidget) -> bool:
    """Tell whether Tab stops here; among buttons of which one is on, only at that one."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None and group.exclusive() and group.checkedButton() is not None:
        rest = widget.focusPolicy() & ~Qt.FocusPolicy.TabFocus
        on = group.checkedButton() is widget
        widget.setFocusPolicy(rest | Qt.FocusPolicy.TabFocus if on else rest)
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _in_sight(widget: QWidget | None) -> Iterator[QWidget]:
    """Yield a widget and what is laid out in it, first to last; what is hidden is left out."""
    if widget is None or widget.isHidden():
        return
    yield widget
    layout = widget.layout()
    if isinstance(widget, QScrollArea):
        yield from _in_sight(widget.widget())
    elif isinstance(widget, QStackedWidget):
        yield from _in_sight(widget.currentWidget())
    elif isinstance(widget, QSplitter):
        for place in range(widget.count()):
            yield from _in_sight(widget.widget(place))
    elif layout is not None and not isinstance(widget, (*_WHOLE, QAbstractScrollArea)):
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield from _in_sight(widget)
        elif inner is not None:
            yield from _laid_out(inner)
