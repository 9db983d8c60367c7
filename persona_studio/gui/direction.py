# SPDX-License-Identifier: MIT
"""Which side things begin at: of the window by its layout, of a text by its own first letter.

The window is mirrored as a whole where its language is read from the right. What is painted there
is reckoned as if it were not, and turned over by `seen`. What a client wrote goes its own way.
"""

import unicodedata
from typing import TypeVar

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication

Area = TypeVar("Area", QRect, QRectF)

_RIGHT = frozenset({"R", "AL"})
_FLAGS = {
    False: Qt.TextFlag.TextForceLeftToRight.value,
    True: Qt.TextFlag.TextForceRightToLeft.value,
}
_SETTLE = {False: "\u200e", True: "\u200f"}


def mirrored() -> bool:
    """Tell whether the window begins at the right."""
    return QGuiApplication.isRightToLeft()


def from_right(text: str) -> bool:
    """Tell whether a text is read from the right; one without any letter goes with the window."""
    found = _first(text)
    return mirrored() if found is None else found


def _first(text: str) -> bool | None:
    """Tell whether the first letter of a text is read from the right, None without a letter."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind == "L" or kind in _RIGHT:
            return kind in _RIGHT
    return None


def seen(area: Area, within: QRect | QRectF) -> Area:
    """Return where an area lies that was reckoned from the left of `within`."""
    if not mirrored():
        return area
    by = 2 * within.x() + within.width() - 2 * area.x() - area.width()
    return area.translated(by, 0) if isinstance(area, QRectF) else area.translated(round(by), 0)


def seen_point(at: QPointF, within: QRect | QRectF) -> QPointF:
    """Return where a point lies that was reckoned from the left of `within`."""
    return QPointF(2 * within.x() + within.width() - at.x(), at.y()) if mirrored() else at


def begins(text: str, vertical: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter) -> int:
    """Return flags that draw a line from the side of its own letters."""
    return Qt.AlignmentFlag.AlignLeft.value | vertical.value | _FLAGS[from_right(text)]


def placed(
    text: str, side: Qt.AlignmentFlag, vertical: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter
) -> int:
    """Return flags that draw a line at a side of the window, `side` as if it were not mirrored."""
    at = side.value
    if mirrored() and side in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight):
        at ^= Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignRight.value
    absolute = Qt.AlignmentFlag.AlignAbsolute.value
    return at | absolute | vertical.value | _FLAGS[bool(_first(text))]


def settled(text: str) -> str:
    """Return words for a button: what stands at their ends stays there in a mirrored window."""
    text, right = text.strip("".join(_SETTLE.values())), from_right(text)
    return f"{_SETTLE[right]}{text}{_SETTLE[right]}" if right != mirrored() else text
