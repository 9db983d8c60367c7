# SPDX-License-Identifier: MIT
"""The face of a persona on the board: a round photo, a drawn face, or initials on its colour."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QFont,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from persona_studio.core.framing import frame, part_of
from persona_studio.core.persona import Persona, Picture
from persona_studio.gui.personas.photo import decode_stored
from persona_studio.gui.theme import font, theme

SIDE = 52
_SHARP = 4
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif", ".tif", ".tiff")


def initials(name: str) -> str:
    """Return two letters that stand for a name: of its first two words, or of its only one."""
    words = [word for word in name.split() if word[:1].isalnum()]
    if len(words) >= 2:
        return (words[0][0] + words[1][0]).upper()
    return (words[0][:2] if words else "?").upper()


def face_svg(style: str, seed: str, *, report: Callable[[int, int], None]) -> str:
    """Draw a face (a job: the drawing library takes its time when it is first used)."""
    from persona_studio.publish import avatars

    report(0, 1)
    return avatars.svg(style, seed)


def rendered(svg: str) -> QImage:
    """Return a drawn face as pixels."""
    side = SIDE * _SHARP
    image = QImage(QSize(side, side), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(image.rect()))
    painter.end()
    return image


class PictureDisc(QWidget):
    """A round picture; `pressed` opens what can be done with it, `photo_dropped(path)`.

    `face_wanted(style, seed)` asks for a drawn face; `take_face` brings it.
    """

    pressed = Signal()
    face_wanted = Signal(str, str)
    photo_dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._persona = Persona("", "")
        self._shown: tuple[str, ...] = ()
        self._image: QImage | None = None
        self._focus: tuple[float, ...] = (0.5, 0.4)
        self.setFixedSize(SIDE, SIDE)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAcceptDrops(True)
        theme().changed.connect(self.update)

    def show_persona(self, persona: Persona, picture: Picture | None, data: bytes | None) -> None:
        """Show a persona's face; `data` are the bytes of its photo. Drawing waits for idle time."""
        self._persona = persona
        self.setAccessibleName(self.tr("Picture of {0}").format(persona.name))
        wanted: tuple[str, ...] = ()
        if picture is not None:
            wanted = (picture.kind, picture.sha256 or "", picture.style, picture.seed)
            self._focus = picture.focus
        if wanted != self._shown:
            self._shown = wanted
            self._image = None
            if picture is not None and picture.kind != "initials":
                QTimer.singleShot(0, self, lambda: self._draw(wanted, picture, data))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the disc."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        tones = theme().persona(self._persona.colour)
        disc = QPainterPath()
        disc.addEllipse(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.fillPath(disc, QColor(tones.tint))
        if self._image is not None:
            painter.setClipPath(disc)
            painter.drawImage(QRectF(self.rect()), self._image, self._square(self._image))
            painter.setClipping(False)
        else:
            painter.setPen(QColor(tones.strong))
            painter.setFont(font(17, QFont.Weight.Bold))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letters())
        if self.hasFocus():
            painter.setPen(QColor(tones.strong))
            painter.drawEllipse(QPointF(SIDE / 2, SIDE / 2), SIDE / 2 - 1, SIDE / 2 - 1)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the menu of pictures."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do the same by keyboard."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Show where the keyboard is."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file as the photo."""
        if _file_in(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on the file."""
        path = _file_in(event)
        if path:
            event.acceptProposedAction()
            self.photo_dropped.emit(path)

    def take_face(self, style: str, seed: str, svg: str) -> None:
        """Show a drawn face, if it is still the one that is wanted."""
        if self._shown[2:] == (style, seed):
            self._image = rendered(svg)
            self.update()

    def _draw(self, wanted: tuple[str, ...], picture: Picture, data: bytes | None) -> None:
        if wanted != self._shown:
            return
        if picture.kind == "photo":
            wanted_side = round(SIDE * _SHARP / part_of(picture.focus))
            self._image = decode_stored(data or b"", wanted_side)
            self.update()
        else:
            self.face_wanted.emit(picture.style, picture.seed)

    def _letters(self) -> str:
        return initials(self._persona.name)

    def _square(self, image: QImage) -> QRectF:
        left, top, side = frame(self._focus, image.width(), image.height())
        return QRectF(left, top, side, side)


def _file_in(event: QDropEvent) -> str:
    """Return the one picture file of a drag; anything else goes on to the window."""
    urls = event.mimeData().urls() if event.mimeData().hasUrls() else []
    path = urls[0].toLocalFile() if len(urls) == 1 and urls[0].isLocalFile() else ""
    return path if path.lower().endswith(_PICTURES) else ""
