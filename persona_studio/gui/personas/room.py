# SPDX-License-Identifier: MIT
"""The Personas room: header, board, and on the right the evidence tray or one claim's evidence."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from persona_studio.core.change import Change
from persona_studio.core.persona import Claim, Evidence, Persona
from persona_studio.core.snapshot import Snapshot
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.personas.announce import announce
from persona_studio.gui.personas.badges import Badges
from persona_studio.gui.personas.board import Board
from persona_studio.gui.personas.board_title import BoardTitle
from persona_studio.gui.personas.claim_commands import ClaimCommands
from persona_studio.gui.personas.detail import ClaimDetail
from persona_studio.gui.personas.drawn_care import DrawnCare
from persona_studio.gui.personas.evidence_use import EvidenceUse
from persona_studio.gui.personas.figure_count import FigureCount
from persona_studio.gui.personas.find_care import FindCare
from persona_studio.gui.personas.focus_bar import FocusBar
from persona_studio.gui.personas.gestures import Gestures
from persona_studio.gui.personas.head import percent
from persona_studio.gui.personas.list_care import ListCare
from persona_studio.gui.personas.menus import claim_menu
from persona_studio.gui.personas.persona_care import PersonaCare
from persona_studio.gui.personas.room_actions import RoomActions
from persona_studio.gui.personas.side import Side
from persona_studio.gui.personas.side_panel import SidePanel
from persona_studio.gui.personas.suggesting import Suggesting
from persona_studio.gui.personas.tray import Tray
from persona_studio.gui.personas.views import Views
from persona_studio.gui.personas.vote_dots import VoteDots
from persona_studio.gui.widgets.empty_state import EmptyState

_REACH_AFTER_MS = 120
_FAR = ("source", "wave", "question", "quote", "theme", "segment", "segmentation", "setting")


class PersonasRoom(RoomActions):
    """The board with all that belongs to it; `announced(words)` is what a screen reader hears."""

    open_room = Signal(str)
    show_findings = Signal(str)
    announced = Signal(str)
    show_row = Signal(str, str, int)

    def __init__(self, bridge: Bridge, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._bridge = self.bridge = bridge
        self._before = bridge.snapshot
        self.gestures = Gestures(bridge, self)
        self.board = Board(bridge.workspace.assess, locked=bridge.read_only)
        self.commands = ClaimCommands(self.board, self.gestures, bridge, self)
        self.count = FigureCount(bridge, self)
        self.tray = Tray(bridge, self.count, self.board.look, bridge.workspace.assess)
        self.detail = ClaimDetail(bridge, self.gestures)
        self.evidence = EvidenceUse(self.board, self.tray, self.gestures, bridge, self)
        self.suggesting = Suggesting(self.board, self.count, self.gestures, bridge, self)
        locked = bridge.read_only
        self._lists = ListCare(self.board, self.commands, self.evidence, self, locked=locked)
        self.side = Side(bridge, self.tray, self.detail, self.gestures)
        self.care = PersonaCare(self.board, self.gestures, bridge, jobs, self)
        self.drawn = DrawnCare(self.board, bridge, self)
        self.badges = Badges(self.board, bridge, self)
        self.dots = VoteDots(self.board, bridge, self)
        self.title = BoardTitle(locked=bridge.read_only)
        self.empty = EmptyState(
            "users",
            self.tr(
                "No personas yet. Find groups in Patterns and make draft personas, "
                "or start one by hand."
            ),
            self.tr("Add a persona"),
            link=self.tr("Go to Patterns"),
        )
        self.aside = SidePanel()
        self._pages = QStackedWidget()
        self.views = Views(self, bridge, self._pages)
        self.seeking = FindCare(self, bridge)
        self.focus_bar = FocusBar(self, bridge)
        self._reach = QTimer(self, singleShot=True, interval=_REACH_AFTER_MS)
        self._build()
        self._connect()
        self._show_all(frozenset())
        self.views.restore()

    def activate(self) -> None:
        """Come to the front; what needs the data is counted after the first paint."""
        self._reach.start()
        self.badges.start()

    def reveal_claim(self, claim: str) -> None:
        """Bring a claim into view and select it."""
        self.choose_claim(claim, focus=True)

    def choose_claim(self, claim: str, *, focus: bool) -> None:
        """Bring a claim into view and select it; the keyboard goes there with `focus`."""
        self.views.show_claims()
        found = self._bridge.snapshot.table(Claim).get(claim)
        if found is not None and found.persona is None:
            self.side.show_tray()
            self.tray.open_tab("parking")
        self.board.select([claim], self._bridge.snapshot, focus=focus)

    def reveal_persona(self, persona: str) -> None:
        """Bring a persona into view."""
        column = self.board.columns.get(persona)
        if column is not None:
            self.views.show_claims()
            self.board.ensure_column(column)
            column.head.name.setFocus(Qt.FocusReason.OtherFocusReason)
            self.board.selection.come_first(column.ordered()[0].ensure_list())
            self.tray.show_persona(persona)

    def reveal_section(self, persona: str, section: str) -> None:
        """Bring a section of a persona into view, the keyboard on its first claim."""
        claims = self._bridge.snapshot.claims_of(persona, section)
        if claims:
            self.reveal_claim(claims[0].id)
        elif persona in self.board.columns:
            self.views.show_claims()
            column = self.board.columns[persona]
            self.board.ensure_column(column)
            column.open_section(section).focus_widget().setFocus(Qt.FocusReason.OtherFocusReason)

    def add_persona(self) -> None:
        """Add a persona and let it be named."""
        self.views.show_claims()
        self.care.add()

    def show_detail(self, claim: str) -> None:
        """Show what stands behind a claim, in place of the tray."""
        self.side.show_claim(claim)

    def _build(self) -> None:
        front = QWidget()
        on_board = QVBoxLayout(front)
        on_board.setContentsMargins(0, 0, 0, 0)
        on_board.setSpacing(0)
        on_board.addWidget(self.focus_bar)
        on_board.addWidget(self.seeking.bar)
        on_board.addWidget(self.board, 1)
        self._pages.addWidget(front)
        self._pages.addWidget(self.empty)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.title)
        left.addWidget(self.views.stack, 1)
        inner = QVBoxLayout(self.aside)
        inner.setContentsMargins(1, 0, 1, 0)
        inner.setSpacing(0)
        inner.addWidget(self.suggesting.panel)
        inner.addWidget(self.side, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.aside)
        self.empty.button.setEnabled(not self._bridge.read_only)

    def _connect(self) -> None:
        self._bridge.changed.connect(self._changed)
        self._bridge.closing.connect(self._rest)
        self.board.section_made.connect(self._lists.section_made)
        self.board.list_made.connect(self._lists.list_made)
        self.board.list_made.connect(self.suggesting.look_after)
        self.board.list_made.connect(self.seeking.adopt)
        self.seeking.told.connect(self._announce)
        self.views.told.connect(self._announce)
        self.title.find_wanted.connect(self.find_claims)
        self._lists.menu_asked.connect(self._offer)
        self.board.column_made.connect(self.care.look_after)
        self.board.column_made.connect(self.drawn.look_after)
        self.drawn.opened.connect(self.show_detail)
        self.drawn.told.connect(self._announce)
        self.board.chosen.connect(self._chosen)
        self.board.alone_changed.connect(self._show_alone)
        self.board.arrange_asked.connect(self.side.show_sections)
        self.side.sections.told.connect(self._announce)
        self.commands.told.connect(self._announce)
        self.evidence.told.connect(self._announce)
        self.commands.detail_asked.connect(self.show_detail)
        self.suggesting.told.connect(self._announce)
        self.suggesting.undecided.connect(self.show_detail)
        self.commands.findings_asked.connect(self.show_findings)
        self.badges.wanted.connect(self.show_findings)
        self.side.left.connect(self.give_keyboard)
        self.side.people.row_wanted.connect(self.show_row)
        self.side.reach.claim_wanted.connect(self.reveal_claim)
        self.side.set.persona_made.connect(self.reveal_persona)
        self.title.set_wanted.connect(self.show_set)
        self.tray.drag_ended.connect(self.board.auto_scroll.stop)
        self.tray.park_chip.dropped.connect(self._lists.parked)
        self._reach.timeout.connect(self._show_reach)
        self.title.add_wanted.connect(self.add_persona)
        self.title.back_wanted.connect(self.gestures.bring_back)
        self.empty.pressed.connect(self.add_persona)
        self.empty.link_pressed.connect(lambda: self.open_room.emit("patterns"))
        self._lists.zone_made(self.tray.parking)
        self._lists.list_made(self.tray.parking.list)
        self.suggesting.look_after(self.tray.parking.list)
        self.board.selection.adopt(self.tray.parking.list)

    def _rest(self) -> None:
        """Stop what still counts and builds: the project is about to be closed."""
        for timer in self.findChildren(QTimer):
            timer.stop()

    def _offer(self, at: QPoint) -> None:
        there = self._bridge.snapshot.table(Claim)
        meant = [there[claim] for claim in self.board.selected() if claim in there]
        if meant and not self._bridge.read_only:
            menu = claim_menu(self, meant, self.commands, self.gestures)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(at)

    def _chosen(self) -> None:
        claim = self.board.current_claim()
        if claim is None:
            return
        if claim.persona is not None:
            self.tray.show_persona(claim.persona)
        self.side.follow(claim.id)

    def give_keyboard(self) -> None:
        """Put the keyboard back on the claims."""
        if self.board.front is not None:
            self.board.front.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, change: Change) -> None:
        before, self._before = self._before, self._bridge.snapshot
        if change.touches("persona", "picture"):
            self.board.show_columns(self._bridge.snapshot)
            self._show_heads()
        if change.kind == "load" or change.touches(*_FAR):
            self._show_all(frozenset(self._bridge.snapshot.table(Claim)))
        else:
            touched, personas = _concerned(change, (before, self._bridge.snapshot))
            if touched or change.touches("persona"):
                personas |= change.ids("persona")
                self._show_claims(personas, touched)
        self.tray.take_in(change)
        self.side.refresh()
        self._reach.start()

    def _show_all(self, touched: frozenset[str]) -> None:
        snapshot = self._bridge.snapshot
        self.board.show_columns(snapshot)
        self._show_heads()
        self._show_claims({persona.id for persona in snapshot.personas}, touched)

    def _show_heads(self) -> None:
        snapshot = self._bridge.snapshot
        for persona in snapshot.personas:
            self.care.show(self.board.columns[persona.id], persona)
        self._pages.setCurrentIndex(0 if snapshot.personas else 1)
        self.title.show_personas(snapshot)
        if self.tray.persona not in self.board.columns:
            self.tray.show_persona(next(iter(self.board.columns), ""))

    def _show_claims(self, personas: "set[str] | frozenset[str]", touched: frozenset[str]) -> None:
        snapshot = self._bridge.snapshot
        self.tray.show_parked(touched)
        self.board.show_claims(snapshot, personas, touched)
        table = snapshot.table(Persona)
        for key in personas & self.board.columns.keys():
            self.care.show(self.board.columns[key], table[key])

    def _show_reach(self) -> None:
        for key, column in self.board.columns.items():
            column.head.show_reach(self._bridge.workspace.prevalence(key))
            column.head.show_strength(self._bridge.workspace.judging.strength(key))
        self.drawn.show()
        found = self._bridge.workspace.judging.coverage()
        share = percent((found.n - found.none) / found.n) if found and found.n else ""
        self.title.show_covered(share)
        self.side.count_again()

    def _show_alone(self, persona: str) -> None:
        known = self._bridge.snapshot.table(Persona).get(persona)
        words = self.tr("Alone: {0}").format(known.name) if known else self.tr("All personas")
        self._announce(words)

    def _announce(self, words: str) -> None:
        announce(self, words)
        self.announced.emit(words)


def _concerned(
    change: Change, states: tuple[Snapshot, Snapshot]
) -> tuple[frozenset[str], set[str]]:
    """Return the claims a change concerns, and the personas they belong or belonged to."""
    claims = set(change.ids("claim"))
    personas: set[str] = set()
    for state in states:
        items = state.table(Evidence)
        claims |= {items[key].claim for key in change.ids("evidence") if key in items}
    for state in states:
        there = state.table(Claim)
        owners = (there[key].persona for key in claims if key in there)
        personas |= {owner for owner in owners if owner is not None}
    return frozenset(claims), personas
