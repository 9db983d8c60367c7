# SPDX-License-Identifier: MIT
"""A probe run in a process of its own: does a call into Qt lose references to None?

Some PySide6 builds do, on the Pythons where None can die; after some thousand calls the program
aborts. Prints one line for each call that loses them and ends with exit code 1 if there is one.
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import QAbstractListModel, QEvent, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtCore import QModelIndex as Index
from PySide6.QtGui import QAction, QColor, QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QLabel, QListView, QTextEdit, QVBoxLayout, QWidget

ROUNDS = 200
TOLERATED = 5
SPARE = [None] * 200_000  # so that the probe itself survives a bad build


class Sender(QObject):
    """An object with a signal that carries any value."""

    said = Signal(object)


class Rows(QAbstractListModel):
    """A model whose answers are None, as those of most roles are."""

    def rowCount(self, parent: Index | None = None) -> int:
        return 5

    def data(self, index: Index, role: int = 0) -> None:
        return None


class Sheet(QWidget):
    """A widget that paints itself."""

    def paintEvent(self, event: QEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor("#0A5C55"))
        painter.drawText(1, 9, "claim")
        painter.end()


def ignore(*values: object) -> None:
    """Take a signal and do nothing."""


def draw(image: QImage) -> None:
    """Draw on a picture."""
    painter = QPainter(image)
    painter.fillRect(0, 0, 5, 5, Qt.GlobalColor.red)
    painter.end()


def calls(application: QApplication) -> dict[str, Callable[[], object]]:
    """Return ordinary calls of the studio's kind, by name."""
    window, label, sheet, view, edit = QWidget(), QLabel("x"), Sheet(), QListView(), QTextEdit()
    rows, items, sender, timer = Rows(), QStandardItemModel(), Sender(), QTimer()
    mime, image, layout = QMimeData(), QImage(20, 20, QImage.Format.Format_RGB32), QVBoxLayout()
    window.setLayout(layout)
    sender.said.connect(ignore)
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDragEnabled
    return {
        "label.setText": lambda: label.setText("x"),
        "label.setAlignment": lambda: label.setAlignment(Qt.AlignmentFlag.AlignLeft),
        "widget.resize": lambda: window.resize(9, 9),
        "widget.setWindowTitle": lambda: window.setWindowTitle("x"),
        "widget.setAccessibleName": lambda: window.setAccessibleName("x"),
        "widget.setAcceptDrops": lambda: window.setAcceptDrops(True),
        "widget.setProperty": lambda: window.setProperty("a", None),
        "widget.property": lambda: window.property("absent"),
        "widget.parent": window.parent,
        "widget.findChild": lambda: window.findChild(QLabel, "absent"),
        "widget.setStyleSheet": lambda: label.setStyleSheet(""),
        "widget.grab": lambda: sheet.grab(),
        "layout": lambda: (layout.addWidget(label), layout.removeWidget(label)),
        "QLabel()": lambda: QLabel("x"),
        "QAction()": lambda: QAction("x"),
        "QPainter": lambda: draw(image),
        "view.setModel": lambda: view.setModel(rows),
        "model.data": lambda: rows.index(0, 0).data(),
        "item.setFlags": lambda: QStandardItem("x").setFlags(flags),
        "items.appendRow": lambda: items.appendRow(QStandardItem("x")),
        "signal.emit": lambda: sender.said.emit(None),
        "event filter": lambda: (
            window.installEventFilter(sender),
            window.removeEventFilter(sender),
        ),
        "timer": lambda: (timer.start(100), timer.stop()),
        "singleShot": lambda: (QTimer.singleShot(0, ignore), application.processEvents()),
        "sendEvent": lambda: application.sendEvent(window, QEvent(QEvent.Type.User)),
        "mime.setData": lambda: mime.setData("a/b", b"x"),
        "text.setPlainText": lambda: edit.setPlainText("x"),
        "focusWidget": application.focusWidget,
    }


def lost(call: Callable[[], object]) -> int:
    """Return how many references to None so many calls lose."""
    call()
    before = sys.getrefcount(None)
    for _ in range(ROUNDS):
        call()
    return before - sys.getrefcount(None)


def main() -> int:
    """Probe every call."""
    application = QApplication(["probe", "-platform", "offscreen"])
    losing = {
        name: count
        for name, call in calls(application).items()
        if (count := lost(call)) > TOLERATED
    }
    for name, count in losing.items():
        sys.stdout.write(f"{name} loses {count} references in {ROUNDS} calls\n")
    sys.stdout.flush()
    return 1 if losing else 0


if __name__ == "__main__":
    sys.exit(main())
