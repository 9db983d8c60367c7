# SPDX-License-Identifier: MIT
"""The Print room: choose, see the very page that will be saved, know what to know, save."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QMenu, QWidget

from persona_studio.core.change import Change
from persona_studio.core.errors import StudioError
from persona_studio.core.snapshot import Snapshot
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.forms.print_page import Ui_PrintPage
from persona_studio.gui.jobs import Handle, Jobs
from persona_studio.gui.print import work
from persona_studio.gui.print.adding_letters import AddingLetters
from persona_studio.gui.print.notes import Notes
from persona_studio.gui.print.options import Options
from persona_studio.gui.print.page_bar import PageBar
from persona_studio.gui.print.page_view import PageView
from persona_studio.gui.print.printing import Printing
from persona_studio.gui.print.saving import Saving
from persona_studio.gui.print.saving_cards import SavingCards
from persona_studio.gui.widgets.banner import Banner
from persona_studio.gui.widgets.buttons import GhostButton, PrimaryButton
from persona_studio.gui.widgets.empty_state import EmptyState
from persona_studio.workspace import printing

_SETTLE_MS = 120
_TOUCHING = (
    "project", "persona", "claim", "evidence", "picture", "sign_off", "source", "wave", "question",
    "quote", "segment", "segmentation",
)  # fmt: skip


class PrintRoom(QWidget):
    """`open_room` carries a room's id: what misses is made in another one."""

    open_room = Signal(str)

    def __init__(self, bridge: Bridge, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._jobs = bridge, jobs
        self._made: work.Made | None = None
        self._number = 0
        self._stale = True
        self._job: Handle | None = None
        self._save_asked = False
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._ui = Ui_PrintPage()
        self._ui.setupUi(self)
        self.notes = Notes(self._ui.notes, self)
        self.view, self.bar = PageView(), PageBar()
        self.banner = Banner()
        self.save_button = PrimaryButton(self.tr("Save…"), "download")
        self.print_button = GhostButton(self.tr("Print"), "printer")
        self._empty = EmptyState("printer", "")
        self._build()
        self.options = Options(self._ui, self)
        self.options.restore(bridge.snapshot.project.id)
        self.saving = Saving(bridge, jobs, self)
        self.printing = Printing(jobs, self)
        self.saving_cards = SavingCards(bridge, jobs, self)
        self.letters = AddingLetters(jobs, self)
        self._connect()

    def activate(self) -> None:
        """Show the personas as they are now."""
        from persona_studio.publish.typeset import ensure_gui

        ensure_gui()
        if self._stale:
            self._stale = False
            self.options.show_personas(self._bridge.snapshot.personas)
            self._render()

    def show_template(self, template: str) -> None:
        """Choose another kind of page."""
        self._ui.template_box.setCurrentIndex(self._ui.template_box.findData(template))

    def hideEvent(self, event: QHideEvent) -> None:
        """Set no page that nobody looks at; the next visit does."""
        self._save_asked = False
        if self._settle.isActive():
            self._settle.stop()
            self._stale = True
        super().hideEvent(event)

    def save(self) -> None:
        """Ask where, and write the very file that is shown; one still being set is waited for."""
        if self._made is None:
            self._save_asked = self._job is not None and self._job.running
            return
        self._save_asked = False
        self.saving.ask(self, self._title(), self._made.pdf, self.options.choice)

    def print_pages(self) -> None:
        """Send the pages to a printer at their true size."""
        if self._made is not None:
            self.printing.ask(self, self._title(), self._made.pdf)

    def print_fitted(self) -> None:
        """Send the pages to a printer as large as its paper takes them."""
        if self._made is not None:
            self.printing.ask(self, self._title(), self._made.pdf, fitted=True)

    def print_strip(self) -> None:
        """Print one sheet that shows what the printer does to size, colours and edges."""
        from persona_studio.publish.strip import strip

        if self._made is not None:
            paper = self.options.choice.tile or "A4"
            pdf = strip(paper, self._made.body)
            self.printing.ask(self, self.tr("Test strip"), pdf)

    def save_cards(self) -> None:
        """Save the numbered evidence of the project as cards to be cut out."""
        from persona_studio.publish.typeset import ensure_gui

        ensure_gui()
        choice = self.options.choice
        paper = "Letter" if "Letter" in (choice.paper, choice.tile) else "A4"
        self.saving_cards.ask(self, paper, client_safe=choice.client_safe)

    def add_letters(self) -> None:
        """Add the letters of East Asia from font files, and set the page anew with them."""
        self.letters.ask(self)

    def _ways_to_print(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("At actual size…"), self.print_pages)
        menu.addAction(self.tr("Fitted to the paper…"), self.print_fitted)
        menu.addSeparator()
        menu.addAction(self.tr("A test strip first…"), self.print_strip)
        menu.addAction(self.tr("Save evidence cards…"), self.save_cards)
        return menu

    def _show_going(self, words: str) -> None:
        self.banner.show_info(words, "", (self.tr("Cancel"), self.printing.cancel))

    def _build(self) -> None:
        ui = self._ui
        ui.head.addWidget(self.print_button)
        ui.head.addWidget(self.save_button)
        ui.stage.addWidget(self.banner)
        self.banner.hide()
        ui.stage.addWidget(self.view, 1)
        ui.stage.addWidget(self._empty, 1)
        ui.stage.addWidget(self.bar)
        for button in (ui.all, ui.none):
            button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._allow(made=False)

    def _allow(self, *, made: bool) -> None:
        self.save_button.setEnabled(made)
        self.print_button.setEnabled(made)

    def _connect(self) -> None:
        self._settle.timeout.connect(self._render)
        self.options.changed.connect(self._choice_changed)
        self.options.refused.connect(self._refuse)
        self.save_button.clicked.connect(self.save)
        self.print_button.setMenu(self._ways_to_print())
        self.printing.refused.connect(self.banner.show_error)
        self.printing.ended.connect(self.banner.show_info)
        self.printing.going.connect(self._show_going)
        for saving in (self.saving, self.saving_cards):
            saving.saved.connect(self.banner.show_saved)
            saving.refused.connect(self.banner.show_error)
        self.letters.refused.connect(self.banner.show_error)
        self.letters.added.connect(self.banner.show_info)
        self.letters.added.connect(self._render)
        self.notes.letters_wanted.connect(self.add_letters)
        self.bar.turned.connect(self._turn)
        self.bar.fit.clicked.connect(self.view.fit)
        self.bar.closer.clicked.connect(self.view.closer)
        self.bar.further.clicked.connect(self.view.further)
        self.view.zoomed.connect(self.bar.show_zoom)
        self.view.sharper_wanted.connect(self._sharpen)
        self._empty.pressed.connect(lambda: self.open_room.emit(_made_in(self._bridge.snapshot)))
        self._bridge.changed.connect(self._changed)

    def _changed(self, change: Change) -> None:
        if not change.touches(*_TOUCHING):
            return
        self._stale = True
        if self.isVisible():
            self.activate()

    def _choice_changed(self) -> None:
        self.banner.dismiss()
        self.options.keep(self._bridge.snapshot.project.id)
        self._settle.start()

    def _refuse(self, words: str) -> None:
        self.banner.show_error(
            StudioError(
                self.tr("“{0}” is no reading distance.").format(words),
                self.tr("Type metres between 0.2 and 20, such as 1.2 m."),
            )
        )

    def _render(self) -> None:
        """Make the file anew in the thread; what is still being made is forgotten."""
        self._settle.stop()
        self._stop()
        choice = self.options.choice
        self._made = None
        self._allow(made=False)
        self._show_empty(choice)
        if choice.personas:
            self._ui.state.setText(self.tr("Setting the page…"))
            self.view.wait(self._ui.state.text())
            request = printing.request(self._bridge.workspace, choice, self._title())
            args = (request, self._number, self.view.pixels)
            self._job = self._jobs.run_thread(work.make, args, self._show, self._failed)

    def _title(self) -> str:
        chosen = self.options.choice.personas
        names = [p.name for p in self._bridge.snapshot.personas if p.id in chosen]
        return names[0] if len(names) == 1 else self._bridge.snapshot.project.name

    def _show(self, made: work.Made) -> None:
        self._made, self._number = made, made.number
        self.view.show_page(made.picture)
        self.bar.show_place(made.number, made.owners)
        self.options.show_language(made.language)
        count = len(made.owners)
        pages = self.tr("1 page") if count == 1 else self.tr("{0} pages").format(count)
        choice = self.options.choice
        paper = self._ui.paper_box.currentText()
        over = self.tr("{0} over {1}").format(paper, choice.tile)
        self._ui.state.setText(f"{over if choice.tile else paper} · {pages}")
        self._allow(made=True)
        self.notes.show(made.notes)
        if self._save_asked:
            self.save()

    def _failed(self, error: StudioError) -> None:
        """Say why there is no page; one made before is not what was asked for."""
        self._save_asked = False
        way = self.tr("Go to Patterns") if error.kind == "nothing" else ""
        self._empty.say(self.tr("There is no page with this choice."), way)
        self._show_stage(page=False)
        self.banner.show_error(error)

    def _turn(self, number: int) -> None:
        if self._made is not None:
            self._number = number
            self.bar.show_place(number, self._made.owners)
            self._sharpen(self.view.pixels)

    def _sharpen(self, width: int) -> None:
        if self._made is None:
            return
        self._stop()
        args = (self._made.pdf, self._number, width)
        self._job = self._jobs.run_thread(work.draw, args, self.view.show_page, self._failed)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _show_empty(self, choice: printing.Wanted) -> None:
        nobody = not self._bridge.snapshot.personas
        if nobody:
            self._empty.say(
                self.tr("There is nobody to print yet. Personas are made on the board."),
                self.tr("Go to Personas"),
            )
        else:
            self._empty.say(self.tr("Tick a persona on the left to see its poster."))
        self._show_stage(page=bool(choice.personas))
        self._ui.left.setVisible(not nobody)
        self.save_button.setVisible(not nobody)
        self.print_button.setVisible(not nobody)

    def _show_stage(self, *, page: bool) -> None:
        """Show the page and what to know of it, or in their place why there is none."""
        self._empty.setVisible(not page)
        self.view.setVisible(page)
        self.bar.setVisible(page)
        self._ui.right.setVisible(page)
        self._ui.state.setText("")


def _made_in(snapshot: Snapshot) -> str:
    """Return the room where what misses is made: people, or what recognises them."""
    return "patterns" if snapshot.personas else "personas"
