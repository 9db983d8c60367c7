# SPDX-License-Identifier: MIT
"""From a file to the project: a true sentence, a preview, a button; three more pages on demand."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from persona_studio.core.errors import StudioError
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.research.bringing import Bringing
from persona_studio.gui.research.import_deeds import bind
from persona_studio.gui.research.import_pages import ImportPages
from persona_studio.gui.research.looking import Looking
from persona_studio.gui.research.memory import Memory
from persona_studio.gui.research.next_people import NextPeople
from persona_studio.gui.research.next_wave import NextWave
from persona_studio.gui.research.page_tabs import CHECK
from persona_studio.gui.research.saving_rejects import SavingRejects
from persona_studio.gui.research.verdict_card import VerdictCard
from persona_studio.gui.widgets.banner import Banner
from persona_studio.gui.widgets.buttons import GhostButton
from persona_studio.gui.widgets.day_field import read_day
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.research.handed import Handed
from persona_studio.research.plan import Plan
from persona_studio.research.titles import title


class ImportPage(QWidget):
    """`imported` carries an Imported, `left` says that the user wants no more of it."""

    imported = Signal(object)
    left = Signal()

    def __init__(self, bridge: Bridge, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.path: Handed = Path()
        self.answered_before: tuple[int, int] | None = None
        """(people who answered before, people who are new) of the file imported last."""
        self._place = (1, 1)
        self._awaited = False
        self._bridge = bridge
        self.looking = Looking(jobs, self)
        self.bringing = Bringing(bridge, jobs, self)
        self.next_wave = NextWave(bridge, self)
        self.people = NextPeople(bridge, jobs, self)
        self.pages = ImportPages(self.looking, self.next_wave, self.people)
        self.file_name = PlainLabel("", "muted", elide=True)
        self.queue = PlainLabel("", "quiet")
        self.banner = Banner()
        self._saving = SavingRejects(jobs, self.banner, self)
        self.verdict = VerdictCard()
        self.progress = QProgressBar()
        self.foot = PlainLabel("", "muted")
        self.cancel = GhostButton(self.tr("Cancel"))
        self._nothing = QWidget()
        self._build()
        self._connect()

    @property
    def plan(self) -> Plan | None:
        """The plan as it stands, None for a file that is not read or cannot be."""
        return self.looking.plan

    def open(
        self, where: Handed, place: tuple[int, int] = (1, 1), *, customers_of: str = ""
    ) -> None:
        """Show what a file is, `place` of how many; or the orders `customers_of` a wave again."""
        self.path, self._awaited = where, True
        self.file_name.setText(where.name)
        self.show_place(place)
        self.banner.dismiss()
        self._show_body(shown=False)
        self._wait(self.tr("Reading {0}…").format(where.name))
        self.foot.setText(self.tr("Nothing is stored until you press Import."))
        self.pages.check.about.begin(self._bridge.snapshot, title(where), None)
        self.pages.begin()
        self.next_wave.choose_way("replace" if customers_of else "wave", customers_of)
        self.looking.begin(where, Memory(self._bridge.snapshot, roll_up=bool(customers_of)))

    def show_place(self, place: tuple[int, int]) -> None:
        """Say which of how many files this is."""
        self._place = place
        number, total = place
        many = self.tr("File {0} of {1}").format(number, total)
        self.queue.setText(many if total > 1 else "")
        self.cancel.set_text(self.tr("Skip this file") if number < total else self.tr("Cancel"))

    def stop(self) -> None:
        """Stop reading or importing; the project stays as it is."""
        self.bringing.cancel()
        self.people.stop()
        self._saving.stop()
        self._let_go()

    def bring_in(self) -> None:
        """Import what is shown."""
        plan = self.plan
        if plan is None or self.bringing.running or not self.verdict.bring.isEnabled():
            return
        if self.pages.unexplained():
            self.banner.show_info(
                self.tr("A column with personal data is kept without a reason."),
                self.tr("Tick why it is needed, or leave it out."),
                tone="caution",
            )
            return
        self.banner.dismiss()
        self.looking.pause()
        self.pages.setEnabled(False)
        self._wait(self.tr("Importing…"))
        self.answered_before = self.people.found
        self.people.stop()
        choice = replace(self.pages.check.about.choice(), settled=self.next_wave.settled)
        self.bringing.start(self.path, plan, choice)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(PlainLabel(self.tr("Import"), "title"))
        head.addWidget(self.file_name, 1)
        head.addWidget(self.queue)
        head.addWidget(self.pages.tabs)
        foot = QHBoxLayout()
        foot.addWidget(self.foot, 1)
        foot.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(12)
        column.addLayout(head)
        for widget in (self.banner, self.verdict, self.progress):
            column.addWidget(widget)
        column.addWidget(self.pages, 1)
        column.addWidget(self._nothing, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.keys = bind(
            self,
            ("Ctrl+Return", self.verdict.bring, self.bring_in),
            ("Ctrl+J", self.verdict.adjust, self._adjust_or_done),
            ("Escape", self.cancel, self._escape),
        )
        self.pages.tabs.bind(self)
        self.pages.problems.save_wanted.connect(self._save_rejects)
        self.pages.shown.connect(self.verdict.show_where)
        self.pages.check.about.changed.connect(self._follow)
        self.verdict.adjust.clicked.connect(self._adjust_or_done)
        self.verdict.bring.clicked.connect(self.bring_in)
        self.verdict.afresh.clicked.connect(self.looking.forget_last_time)
        self.cancel.clicked.connect(self._cancel)
        self.looking.changed.connect(self._show)
        self.looking.refused.connect(self._refused)
        self.looking.progressed.connect(self._progressed)
        self.bringing.progressed.connect(self._progressed)
        self.bringing.done.connect(self._brought)
        self.bringing.failed.connect(self._not_brought)

    def _wait(self, sentence: str) -> None:
        self.progress.setRange(0, 0)
        self.progress.show()
        self.verdict.wait(sentence)

    def _show(self) -> None:
        """Show what is known now."""
        plan, whole = self.plan, self.looking.whole
        if plan is None:
            return
        if self.pages.isHidden():
            self._begin_body(plan)
        if not whole and self.progress.isHidden():
            self.progress.setRange(0, 0)
        self.progress.setVisible(not whole)
        self.pages.show_seen()
        source = self.looking.source.name if self.looking.source else ""
        clear = not self.pages.problems.open
        self.verdict.show_plan(plan, whole=whole, clear=clear, like=source)
        self._follow()
        if whole and self._awaited:
            self._awaited = False
            if not self.pages.isAncestorOf(self.focusWidget() or self):
                self.verdict.bring.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self) -> None:
        """Keep the next wave true to the source that is named and the columns that are read."""
        source, plan = self.pages.check.about.known(), self.plan
        self.next_wave.follow(source, plan)
        if self.looking.whole and not self.bringing.running:
            self.people.follow(self.path, plan, source.id if source else "")

    def _begin_body(self, plan: Plan) -> None:
        about = self.pages.check.about
        if self.looking.source is not None:
            about.source.setEditText(self.looking.source.name)
        about.suggest_kind(plan)
        if plan.collected_on:
            about.collected.set_day(read_day(plan.collected_on[:10]))
        self._show_body(shown=True)
        self.foot.setText(
            self.tr("Nothing is stored until you press Import. One undo takes it all back.")
        )

    def _show_body(self, *, shown: bool) -> None:
        self.pages.setVisible(shown)
        self.pages.tabs.setVisible(shown)
        self._nothing.setVisible(not shown)
        if not shown:
            self.pages.show_page(CHECK)

    def _adjust_or_done(self) -> None:
        if self.plan is None:
            return
        if self.pages.currentIndex() == CHECK:
            self.pages.adjust()
        else:
            self.pages.show_page(CHECK)
            self.verdict.bring.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save_rejects(self) -> None:
        if self.plan is not None:
            self._saving.ask(self, self.path, self.plan)

    def _progressed(self, done: int, total: int) -> None:
        if total:
            self.progress.setRange(0, 1000)
            self.progress.setValue(round(1000 * min(done, total) / total))

    def _refused(self, error: StudioError) -> None:
        self.progress.hide()
        if self.plan is not None:
            self.banner.show_error(error)
            return
        self._show_body(shown=False)
        self.verdict.refuse(error)
        more = self._place[0] < self._place[1]
        self.cancel.set_text(self.tr("Next file") if more else self.tr("Back"))
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self.foot.setText(self.tr("Nothing was stored."))

    def _let_go(self) -> None:
        """Hold nothing of the file any longer: what was pasted is only here."""
        self.looking.stop()
        self.path = Path()

    def _brought(self, imported: object) -> None:
        self.pages.setEnabled(True)
        self.progress.hide()
        self._let_go()
        self.imported.emit(imported)

    def _not_brought(self, error: StudioError) -> None:
        self._back_to_plan()
        self.banner.show_error(error)

    def _back_to_plan(self) -> None:
        self.pages.setEnabled(True)
        self.progress.hide()
        self._show()
        self.looking.resume()

    def _escape(self) -> None:
        if self.plan is not None and self.pages.currentIndex() != CHECK:
            self._adjust_or_done()
        else:
            self._cancel()

    def _cancel(self) -> None:
        if self.bringing.running:
            self.bringing.cancel()
            self._back_to_plan()
            self.foot.setText(self.tr("The import was stopped. Nothing was stored."))
            return
        self.stop()
        self.left.emit()
