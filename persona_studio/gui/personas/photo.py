# SPDX-License-Identifier: MIT
"""A photo from a file, made safe to keep: size asked first, turned upright, no metadata left."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QImageWriter, QPainter

from persona_studio.core.errors import StudioError

MOST_PIXELS = 50_000_000
LONGEST_SIDE = 2000
MOST_BYTES = 60_000_000
_QUALITY = 88
_FORMATS = (b"jpeg", b"jpg", b"png", b"webp", b"bmp", b"gif", b"tiff")


def read_photo(path: Path) -> bytes:
    """Return a photo as JPEG bytes of at most 2,000 px a side; StudioError says what is wrong."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _too_large()
        data = path.read_bytes()
    except OSError as error:
        raise _unreadable(type(error).__name__) from error
    return _as_jpeg(_decoded(data))


def decode_stored(data: bytes, side: int) -> QImage | None:
    """Return stored photo bytes scaled for a disc of `side` px; None when they are no picture."""
    try:
        image = _decoded(data)
    except StudioError:
        return None
    mode = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    return image.scaled(side, side, mode, Qt.TransformationMode.SmoothTransformation)


def _decoded(data: bytes) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    if not reader.canRead() or reader.format().data() not in _FORMATS:
        raise _unreadable(reader.errorString())
    size = reader.size()
    if not size.isValid():
        raise _unreadable("no size")
    if size.width() * size.height() > MOST_PIXELS:
        raise _too_large()
    if max(size.width(), size.height()) > LONGEST_SIDE:
        box = QSize(LONGEST_SIDE, LONGEST_SIDE)
        reader.setScaledSize(size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise _unreadable(reader.errorString())
    return image


def _as_jpeg(image: QImage) -> bytes:
    """Write the pixels alone: a fresh picture carries no EXIF, place, words or profile."""
    if image.colorSpace().isValid():
        image = image.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    plain = QImage(image.size(), QImage.Format.Format_RGB32)
    plain.fill(Qt.GlobalColor.white)
    painter = QPainter(plain)
    painter.drawImage(0, 0, image)
    painter.end()
    out = QBuffer()
    out.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(out, QByteArray(b"jpeg"))
    writer.setQuality(_QUALITY)
    if not writer.write(plain):
        raise _unreadable(writer.errorString())
    return bytes(out.data().data())


def _too_large() -> StudioError:
    return StudioError(
        QCoreApplication.translate("board", "This picture is too large."),
        QCoreApplication.translate("board", "Choose one of up to 50 megapixels."),
        kind="picture_too_large",
    )


def _unreadable(detail: str) -> StudioError:
    return StudioError(
        QCoreApplication.translate("board", "This file could not be read as a picture."),
        QCoreApplication.translate("board", "Choose a JPEG, PNG or WebP photo."),
        detail,
        kind="picture_unreadable",
    )
