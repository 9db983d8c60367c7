# SPDX-License-Identifier: MIT
"""A file manager in a process of its own, from whose icon files are dragged; usage: FILE..."""

import subprocess
import sys
from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel


class FileManager(QLabel):
    """Stands for the icon of some files; a pressed pointer that moves carries them away."""

    def __init__(self, files: list[str]) -> None:
        super().__init__("files")
        self._files = files
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin the drag."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            data = QMimeData()
            data.setUrls([QUrl.fromLocalFile(file) for file in self._files])
            carried = QDrag(self)
            carried.setMimeData(data)
            carried.exec(Qt.DropAction.CopyAction)


def manage(files: list[str]) -> int:
    """Be the file manager until the studio ends it."""
    application = QApplication([])
    icon = FileManager(files)
    icon.setGeometry(0, 0, 100, 100)
    icon.show()
    QTest.qWaitForWindowExposed(icon)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    return application.exec()


def file_manager(files: Sequence[str]) -> subprocess.Popen[str]:
    """Start the file manager; its icon lies in the upper left corner of the screen."""
    manager = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.file_manager", *files],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert manager.stdout is not None
    manager.stdout.readline()
    return manager


if __name__ == "__main__":
    sys.exit(manage(sys.argv[1:]))
