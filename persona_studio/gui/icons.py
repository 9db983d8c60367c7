# SPDX-License-Identifier: MIT
"""Lucide icons, tinted with the theme; buttons dressed here follow a switch of light and dark."""

from functools import lru_cache
from typing import Protocol

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from persona_studio import paths
from persona_studio.gui.direction import mirrored
from persona_studio.gui.theme import theme

_STROKE = 'stroke-width="2"'
_SIZES = (16, 20)
_TURNED = ("arrow-left", "arrow-right", "chevron-left", "chevron-right", "undo-2", "redo-2")
"""Icons that point along the line: they point the other way in a mirrored window."""


class _Dressed(Protocol):
    def setIcon(self, icon: QIcon, /) -> None: ...


def names() -> tuple[str, ...]:
    """Return the names of all icons that come with the studio."""
    return tuple(sorted(path.stem for path in (paths.resources() / "icons").glob("*.svg")))


@lru_cache(maxsize=256)
def drawing(name: str, colour: str, stroke: float) -> bytes:
    """Return one icon's SVG in a colour (#RRGGBB) and line width (of 24 units)."""
    text = (paths.resources() / "icons" / f"{name}.svg").read_text("utf-8")
    text = text.replace("currentColor", colour).replace(_STROKE, f'stroke-width="{stroke}"')
    return text.encode()


def pixmap(name: str, colour: str = "muted", size: int = 20, ratio: float = 1.0) -> QPixmap:
    """Return an icon as a picture of `size` px; `colour` is a token's name or #RRGGBB."""
    exact = colour if colour.startswith("#") else theme().colour(colour).name()
    turned = mirrored() and name in _TURNED
    return QPixmap.fromImage(_image(name, exact, size, ratio, turned=turned))


def icon(name: str, colour: str = "muted", checked: str = "accent") -> QIcon:
    """Return an icon in the theme's colours: a token name each for resting and checked."""
    made = QIcon()
    screen = QGuiApplication.primaryScreen()
    ratio = max(1.0, screen.devicePixelRatio()) if screen else 1.0
    states = {
        (QIcon.Mode.Normal, QIcon.State.Off): colour,
        (QIcon.Mode.Normal, QIcon.State.On): checked,
        (QIcon.Mode.Disabled, QIcon.State.Off): "line_strong",
    }
    for (mode, state), token in states.items():
        for size in _SIZES:
            made.addPixmap(pixmap(name, token, size, ratio), mode, state)
    return made


def dress(button: QObject, name: str, colour: str = "muted", checked: str = "accent") -> None:
    """Give a button or action an icon that is tinted anew whenever the theme changes."""
    previous = button.findChild(_Dress, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if previous is not None:
        previous.setParent(None)
        previous.deleteLater()
    _Dress(button, name, colour, checked).put_on()


class _Dress(QObject):
    """Lives as long as its button and keeps the icon in the theme's colours."""

    def __init__(self, button: QObject, name: str, colour: str, checked: str) -> None:
        super().__init__(button)
        self._wanted = (name, colour, checked)
        theme().changed.connect(self.put_on)

    def put_on(self) -> None:
        """Tint and set the icon."""
        button: _Dressed | None = self.parent()  # type: ignore[assignment]  # dress() took a button
        if button is not None:
            button.setIcon(icon(*self._wanted))


@lru_cache(maxsize=1024)
def _image(name: str, colour: str, size: int, ratio: float, *, turned: bool) -> QImage:
    side = round(size * ratio)
    image = QImage(QSize(side, side), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(0, 0, 0, 0))
    stroke = 1.75 if size <= 24 else 1.5
    painter = QPainter(image)
    if turned:
        painter.setTransform(QTransform(-1, 0, 0, 1, side, 0))
    QSvgRenderer(QByteArray(drawing(name, colour, stroke))).render(painter, QRectF(image.rect()))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image
