# SPDX-License-Identifier: MIT
"""The one page between a file and the project: a true sentence, a preview, a button."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from persona_studio.core.errors import StudioError
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.research import draft
from persona_studio.gui.research.about_source import AboutSource
from persona_studio.gui.research.bringing import Bringing
from persona_studio.gui.research.columns_panel import ColumnsPanel
from persona_studio.gui.research.day_field import read_day
from persona_studio.gui.research.draft import Head
from persona_studio.gui.research.fact_menus import FactMenus
from persona_studio.gui.research.preview_table import PreviewTable
from persona_studio.gui.research.reading import Reading
from persona_studio.gui.research.verdict_card import VerdictCard
from persona_studio.gui.widgets.buttons import GhostButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.research.plan import Plan


class ImportPage(QWidget):
    """`imported` carries an Imported, `left` says that the user wants no more of it."""

    imported = Signal(object)
    left = Signal()

    def __init__(self, bridge: Bridge, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.plan: Plan | None = None
        self.path = Path()
        self._bridge, self._jobs = bridge, jobs
        self._reading: Reading | None = None
        self._bringing = Bringing(bridge, jobs, self)
        self.file_name = PlainLabel("", "muted", elide=True)
        self.verdict = VerdictCard()
        self.facts = FactMenus()
        self.about = AboutSource()
        self.table = PreviewTable()
        self.panel = ColumnsPanel()
        self.progress = QProgressBar()
        self.foot = PlainLabel("", "muted")
        self.cancel = GhostButton(self.tr("Cancel"))
        self._body = QWidget()
        self._nothing = QWidget()
        self._build()
        self._connect()

    def open(self, path: Path) -> None:
        """Look at a file and show what it is."""
        self._forget_reading()
        self.path, self.plan = path, None
        self.file_name.setText(path.name)
        self._show_body(shown=False)
        self._show_panel(shown=False)
        self.cancel.set_text(self.tr("Cancel"))
        self.progress.setRange(0, 0)
        self.progress.show()
        self.verdict.wait(self.tr("Reading {0}…").format(path.name))
        self.foot.setText(self.tr("Nothing is stored until you press Import."))
        self.about.begin(self._bridge.snapshot, _tidy(path.stem), None)
        reading = Reading(self._jobs, path, self)
        reading.looked.connect(self._looked)
        reading.failed.connect(self._refused)
        reading.progressed.connect(self._progressed)
        self._reading = reading
        reading.look()

    def stop(self) -> None:
        """Stop reading or importing; the project stays as it is."""
        self._bringing.cancel()
        self._forget_reading()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(PlainLabel(self.tr("Import"), "title"))
        head.addWidget(self.file_name, 1)
        self.table.setAccessibleName(self.tr("The first rows of the file"))
        paper = Card(margin=5)
        paper.body.addWidget(self.table)
        self.panel.setFixedWidth(330)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(paper, 1)
        beside.addWidget(self.panel)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addWidget(self.facts)
        body.addWidget(self.about)
        body.addLayout(beside, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.foot, 1)
        foot.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.verdict)
        column.addWidget(self.progress)
        column.addWidget(self._body, 1)
        column.addWidget(self._nothing, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        keys = {"Ctrl+Return": self.bring_in, "Escape": self._cancel, "Ctrl+J": self._toggle_panel}
        for key, slot in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self.verdict.adjust.clicked.connect(self._toggle_panel)
        self.verdict.bring.clicked.connect(self.bring_in)
        self.cancel.clicked.connect(self._cancel)
        self.facts.retold.connect(self._look_again)
        self.facts.changed.connect(self._show)
        self.facts.sampling_chosen.connect(self.about.say_sampling)
        self.facts.column_wanted.connect(self._adjust)
        self.facts.row_wanted.connect(self._to_row)
        self.about.changed.connect(self._show_facts)
        self.table.column_wanted.connect(self._adjust)
        self.table.row_wanted.connect(self._heading_here)
        self.panel.changed.connect(self._show)
        self._bringing.progressed.connect(self._progressed)
        self._bringing.done.connect(self._brought)
        self._bringing.failed.connect(self._not_brought)

    def bring_in(self) -> None:
        """Import what is shown."""
        if self.plan is None or self._bringing.running:
            return
        open_private = [n for n in draft.private(self.plan) if draft.needs_reason(self.plan, n)]
        if open_private:
            self._adjust(open_private[0])
            self.panel.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._forget_reading()
        self._body.setEnabled(False)
        self.progress.setRange(0, 0)
        self.progress.show()
        self.verdict.wait(self.tr("Importing…"))
        self._bringing.start(self.path, self.plan, self.about.choice())

    def _looked(self, plan: Plan, head: Head | None, whole: bool) -> None:
        if self.plan is not None:
            plan = draft.merged(plan, self.plan)
        first, self.plan = self.plan is None, plan
        self.progress.setHidden(whole)
        if first and plan.collected_on:
            self.about.collected.set_day(read_day(plan.collected_on[:10]))
        self._show_body(shown=True)
        self._show(plan, head)
        if whole and first:
            self.verdict.bring.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_body(self, *, shown: bool) -> None:
        self._body.setVisible(shown)
        self._nothing.setVisible(not shown)

    def _show(self, plan: Plan, head: Head | None = None) -> None:
        self.plan = plan
        self.verdict.show_plan(plan, whole=self.progress.isHidden())
        self._show_facts()
        self.table.model_.show_plan(plan, head)
        if self.panel.isVisible():
            self.panel.show_plan(plan)
        self.foot.setText(
            self.tr("Nothing is stored until you press Import. One undo takes it all back.")
        )

    def _show_facts(self) -> None:
        if self.plan is not None:
            self.facts.show_plan(self.plan, self.about.sampling)

    def _look_again(self, plan: Plan) -> None:
        self.plan = plan
        if self._reading is not None:
            self.progress.setRange(0, 0)
            self.progress.show()
            self._reading.look(plan)

    def _heading_here(self, row: int) -> None:
        if self.plan is not None:
            self._look_again(draft.headings_end(self.plan, row))

    def _adjust(self, column: int) -> None:
        self._show_panel(shown=True)
        self.panel.look_at(column)
        self.panel.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle_panel(self) -> None:
        self._show_panel(shown=self.panel.isHidden())

    def _show_panel(self, *, shown: bool) -> None:
        self.panel.setVisible(shown)
        self.facts.setVisible(not shown)
        self.about.setVisible(not shown)
        self.verdict.adjust.set_text(self.tr("Done") if shown else self.tr("Adjust columns"))
        if shown and self.plan is not None:
            self.panel.show_plan(self.plan)

    def _to_row(self, row: int) -> None:
        model = self.table.model_
        for place in range(model.rowCount()):
            if model.number(place) == row:
                self.table.setCurrentIndex(model.index(place, 0))
                self.table.scrollTo(model.index(place, 0))
                return

    def _progressed(self, done: int, total: int) -> None:
        if total:
            self.progress.setRange(0, 1000)
            self.progress.setValue(round(1000 * min(done, total) / total))

    def _refused(self, error: StudioError) -> None:
        self.progress.hide()
        self._show_body(shown=False)
        self.plan = None
        self.verdict.refuse(error)
        self.cancel.set_text(self.tr("Back"))
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self.foot.setText(self.tr("Nothing was stored."))

    def _brought(self, imported: object) -> None:
        self._body.setEnabled(True)
        self.progress.hide()
        self.imported.emit(imported)

    def _not_brought(self, error: StudioError) -> None:
        self._body.setEnabled(True)
        self.progress.hide()
        self._bridge.failed.emit(error)
        if self.plan is not None:
            self.verdict.show_plan(self.plan, whole=True)

    def _cancel(self) -> None:
        if self._bringing.running:
            self._bringing.cancel()
            self._body.setEnabled(True)
            self.progress.hide()
            if self.plan is not None:
                self.verdict.show_plan(self.plan, whole=True)
            self.foot.setText(self.tr("The import was stopped. Nothing was stored."))
            return
        self.stop()
        self.left.emit()

    def _forget_reading(self) -> None:
        if self._reading is not None:
            self._reading.stop()
            self._reading.deleteLater()
            self._reading = None


def _tidy(stem: str) -> str:
    """Return a file's name as a source may be called."""
    words = " ".join(stem.replace("_", " ").replace("-", " ").split())
    return words[:1].upper() + words[1:]
