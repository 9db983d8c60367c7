# SPDX-License-Identifier: MIT
"""The exception hook: what nobody expected opens one dialog, and the studio goes on.

Its text names the kind of fault and the places in the program, never the fault's own words:
those may hold what a client wrote.
"""

import logging
import platform
import sys
from collections.abc import Callable
from traceback import extract_tb
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from persona_studio import __version__
from persona_studio.core.errors import StudioError

log = logging.getLogger(__name__)

Say = Callable[[StudioError], None]


def describe(error: BaseException) -> str:
    """Return the fault as text to copy: versions, kind and places."""
    python, system = platform.python_version(), platform.system()
    lines = [
        f"Persona Studio {__version__}, Qt {qVersion()}, Python {python}, {system}",
        type(error).__name__,
    ]
    for frame in extract_tb(error.__traceback__):
        name = frame.filename.replace("\\", "/").rpartition("persona_studio/")[2]
        lines.append(f"  {name.rpartition('/')[2]}:{frame.lineno} in {frame.name}")
    return "\n".join(lines)


class UnexpectedDialog(QDialog):
    """Says that something went wrong, that nothing is lost, and offers the detail."""

    def __init__(self, detail: str, parent: QWidget | None = None) -> None:
        from persona_studio.gui.forms.unexpected import Ui_Unexpected

        super().__init__(parent)
        self._ui = Ui_Unexpected()
        self._ui.setupUi(self)
        self._ui.detail.setPlainText(detail)
        self._ui.copy.clicked.connect(self._copy)
        self._ui.go_on.clicked.connect(self.accept)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._ui.detail.toPlainText())
        self._ui.copy.setText(self.tr("Copied"))


class ExceptionHook(QObject):
    """Catches what reached no one; install it once, with the window to speak in."""

    _caught = Signal(object)

    def __init__(self, say: Say, parent: QWidget) -> None:
        super().__init__(parent)
        self._say = say
        self._window = parent
        self._dialog: UnexpectedDialog | None = None
        self._caught.connect(self.show_error)

    def install(self) -> None:
        """Take over from Python's own hook."""
        sys.excepthook = self.hook

    def hook(
        self, _kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Note a fault and pass it on to the window's thread."""
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(type(error), error, trace)
            return
        if not isinstance(error, StudioError):
            log.error("%s", describe(error))
        self._caught.emit(error)

    def show_error(self, error: BaseException) -> None:
        """Show a StudioError as a banner, anything else in the one dialog."""
        if isinstance(error, StudioError):
            self._say(error)
        elif self._dialog is None and self._window.isVisible():
            self._dialog = UnexpectedDialog(describe(error), self._window)
            self._dialog.finished.connect(self._done)
            self._dialog.open()

    def _done(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None
