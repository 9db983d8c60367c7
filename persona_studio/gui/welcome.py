# SPDX-License-Identifier: MIT
"""The page before a project is open: start, go on, look around, or get a backup back."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from persona_studio import paths
from persona_studio.core import clock
from persona_studio.core.errors import StudioError
from persona_studio.evidence.assess import short_date
from persona_studio.gui.forms.welcome import Ui_Welcome
from persona_studio.gui.how_it_goes import HowItGoes
from persona_studio.gui.icons import dress
from persona_studio.gui.settings import Recent, Settings
from persona_studio.gui.widgets.banner import Banner
from persona_studio.gui.widgets.clearing import clear
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.storage import backup
from persona_studio.storage.backup import Backup

_SIZE = QLocale.DataSizeFormat.DataSizeSIFormat
_FEW = 3


class RowButton(QPushButton):
    """Two lines that can be pressed: what it is, and quietly where or when."""

    def __init__(self, title: str, detail: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "row")
        self.setAccessibleName(spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 6)
        column.setSpacing(1)
        for label in (
            PlainLabel(title, "strong", elide=True),
            PlainLabel(detail, "quiet", elide=True),
        ):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)


class Welcome(QWidget):
    """Signals say what the user wants; the window does it."""

    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    path_wanted = Signal(str)
    restore_wanted = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._settings = settings
        self._ui = Ui_Welcome()
        self._ui.setupUi(self)
        self.banner = Banner()
        self._ui.notices.addWidget(self.banner)
        self._dress()
        self._ui.new_project.clicked.connect(self.new_wanted)
        self._ui.open_project.clicked.connect(self.open_wanted)
        self._ui.sample.clicked.connect(self.sample_wanted)
        self._ui.backups.clicked.connect(self.show_backups)
        self._ui.back.clicked.connect(self.show_recent)
        self.show_recent()

    def show_recent(self) -> None:
        """List the projects that were open last; those that are gone are left out."""
        rows = [
            self._recent_row(known) for known in self._settings.recent if Path(known.path).is_file()
        ]
        self._fill(self.tr("Recent projects") if rows else self.tr("How it goes"), rows)
        if len(rows) <= _FEW:
            self._explain(heading=bool(rows))
        self._ui.back.hide()

    def show_backups(self) -> None:
        """List every backup on this computer, newest first."""
        rows = [self._backup_row(copy) for copy in backup.listed(paths.backups())]
        self._fill(self.tr("Backups on this computer"), rows)
        if not rows:
            none = self.tr("No backups yet. The studio makes one while you work on a project.")
            self._add(_indented(PlainLabel(none, "muted", wrap=True)))
        self._ui.back.show()

    def say(self, error: StudioError) -> None:
        """Show an error in place."""
        self.banner.show_error(error)

    def _dress(self) -> None:
        dress(self._ui.new_project, "file-plus", "on_accent")
        dress(self._ui.open_project, "folder-open", "ink")
        dress(self._ui.sample, "presentation", "ink")
        dress(self._ui.backups, "archive-restore", "ink")
        for button in self.findChildren(QPushButton):
            button.setCursor(Qt.CursorShape.PointingHandCursor)

    def _fill(self, heading: str, rows: list[RowButton]) -> None:
        self._ui.heading.setText(heading)
        self._ui.scroll.setFrameShape(QFrame.Shape.NoFrame)
        column = self._ui.rows_column
        clear(column)
        column.addStretch(1)
        for row in rows:
            self._add(row)

    def _add(self, widget: QWidget) -> None:
        self._ui.rows_column.insertWidget(self._ui.rows_column.count() - 1, widget)

    def _explain(self, *, heading: bool) -> None:
        """Tell the newcomer what the rooms are for."""
        if heading:
            words = PlainLabel(self.tr("How it goes"), "name")
            words.setContentsMargins(10, 22, 10, 4)
            self._add(words)
        self._add(HowItGoes())

    def _recent_row(self, known: Recent) -> RowButton:
        title = " · ".join(
            part for part in (known.name or Path(known.path).stem, known.client) if part
        )
        detail = f"{day} · {known.path}" if (day := _day_of(known.opened)) else known.path
        row = RowButton(title, detail, self.tr("Open {0}").format(title))
        row.clicked.connect(lambda: self.path_wanted.emit(known.path))
        return row

    def _backup_row(self, copy: Backup) -> RowButton:
        taken = copy.taken_at.astimezone()
        when = f"{short_date(taken.date(), clock.today())}, {taken:%H:%M}"
        changes = (
            self.tr("after 1 change") if copy.generation == 1 else self.tr("after {0} changes")
        )
        size = QLocale().formattedDataSize(copy.size, 0, _SIZE)
        detail = " · ".join((when, changes.format(copy.generation), size))
        spoken = self.tr("Restore {0} of {1}").format(copy.name, when)
        row = RowButton(copy.name, detail, spoken)
        row.clicked.connect(lambda: self.restore_wanted.emit(copy))
        return row


def _indented(label: PlainLabel) -> PlainLabel:
    """Let words begin where the words of rows begin."""
    label.setContentsMargins(10, 4, 10, 4)
    return label


def _day_of(opened: str) -> str:
    """Return an ISO date as people read it, "" where it is none."""
    try:
        return short_date(date.fromisoformat(opened), clock.today())
    except ValueError:
        return ""
