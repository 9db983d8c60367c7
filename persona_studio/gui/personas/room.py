# SPDX-License-Identifier: MIT
"""The Personas room: header, board, and on the right the evidence tray or one claim's evidence."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from persona_studio.core.change import Change
from persona_studio.core.persona import Claim, Evidence, Persona
from persona_studio.core.snapshot import Snapshot
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.personas.announce import announce
from persona_studio.gui.personas.board import Board
from persona_studio.gui.personas.claim_commands import ClaimCommands
from persona_studio.gui.personas.claim_list import ClaimList
from persona_studio.gui.personas.detail import ClaimDetail
from persona_studio.gui.personas.evidence_use import EvidenceUse
from persona_studio.gui.personas.gestures import Gestures
from persona_studio.gui.personas.head import percent
from persona_studio.gui.personas.menus import claim_menu
from persona_studio.gui.personas.persona_care import PersonaCare
from persona_studio.gui.personas.place import PARKING, Place
from persona_studio.gui.personas.section import SectionBlock
from persona_studio.gui.personas.side_panel import SidePanel
from persona_studio.gui.personas.tray import Tray
from persona_studio.gui.personas.zone import ClaimZone
from persona_studio.gui.widgets.buttons import LinkButton, PrimaryButton
from persona_studio.gui.widgets.empty_state import EmptyState
from persona_studio.gui.widgets.plain_label import PlainLabel

_REACH_AFTER_MS = 120
_FAR = ("source", "wave", "question", "quote", "theme", "segment", "segmentation", "setting")


class PersonasRoom(QWidget):
    """The board with all that belongs to it; `announced(words)` is what a screen reader hears."""

    open_room = Signal(str)
    announced = Signal(str)

    def __init__(self, bridge: Bridge, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._bridge = bridge
        self._before = bridge.snapshot
        self._covered = ""
        self.gestures = Gestures(bridge, self)
        self.board = Board(bridge.workspace.assess, locked=bridge.read_only)
        self.commands = ClaimCommands(self.board, self.gestures, bridge, self)
        self.tray = Tray(bridge, self.board.look, bridge.workspace.assess)
        self.detail = ClaimDetail(bridge, self.gestures)
        self.evidence = EvidenceUse(self.board, self.tray, self.gestures, bridge, self)
        self.care = PersonaCare(self.board, self.gestures, bridge, jobs, self)
        self.counts = PlainLabel("", "muted")
        self.add_button = PrimaryButton(self.tr("Persona"), "plus")
        self.empty = EmptyState(
            "users",
            self.tr(
                "No personas yet. Find groups in Patterns and make draft personas, "
                "or start one by hand."
            ),
            self.tr("Add a persona"),
        )
        self.to_patterns = LinkButton(self.tr("Go to Patterns"))
        self.side = QStackedWidget()
        self._pages = QStackedWidget()
        self._reach = QTimer(self, singleShot=True, interval=_REACH_AFTER_MS)
        self._build()
        self._connect()
        self._show_all(frozenset())

    def activate(self) -> None:
        """Come to the front; what needs the data is counted after the first paint."""
        self._reach.start()

    def reveal_claim(self, claim: str) -> None:
        """Bring a claim into view and select it."""
        found = self._bridge.snapshot.table(Claim).get(claim)
        if found is not None and found.persona is None:
            self._show_tray()
            self.tray.open_tab("parking")
        self.board.select([claim], self._bridge.snapshot)

    def reveal_persona(self, persona: str) -> None:
        """Bring a persona into view."""
        column = self.board.columns.get(persona)
        if column is not None:
            self.board.ensure_column(column)
            column.head.name.setFocus(Qt.FocusReason.OtherFocusReason)
            self.tray.show_persona(persona)

    def add_persona(self) -> None:
        """Add a persona and let it be named."""
        self.care.add()

    def show_detail(self, claim: str) -> None:
        """Show what stands behind a claim, in place of the tray."""
        self.detail.show_claim(claim)
        self.side.setCurrentWidget(self.detail)

    def _build(self) -> None:
        title = QHBoxLayout()
        title.setContentsMargins(20, 14, 20, 12)
        title.setSpacing(10)
        title.addWidget(PlainLabel(self.tr("Personas"), "title"))
        self.counts.setContentsMargins(0, 4, 0, 0)
        title.addWidget(self.counts)
        title.addStretch(1)
        title.addWidget(self.add_button)
        nothing = QWidget()
        waiting = QVBoxLayout(nothing)
        waiting.addWidget(self.empty, 1)
        inner_empty = self.empty.layout()
        if isinstance(inner_empty, QVBoxLayout):
            inner_empty.insertWidget(4, self.to_patterns, 0, Qt.AlignmentFlag.AlignHCenter)
        self._pages.addWidget(self.board)
        self._pages.addWidget(nothing)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(title)
        left.addWidget(self._pages, 1)
        panel = SidePanel()
        inner = QVBoxLayout(panel)
        inner.setContentsMargins(1, 0, 0, 0)
        self.side.setProperty("kind", "paper")
        self.side.addWidget(self.tray)
        self.side.addWidget(self.detail)
        inner.addWidget(self.side)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(panel)
        self.add_button.setAccessibleName(self.tr("Add a persona"))
        self.add_button.setEnabled(not self._bridge.read_only)
        self.empty.button.setEnabled(not self._bridge.read_only)

    def _connect(self) -> None:
        self._bridge.changed.connect(self._changed)
        self._bridge.closing.connect(self._rest)
        self.board.section_made.connect(self._section_made)
        self.board.list_made.connect(self._list_made)
        self.board.column_made.connect(self.care.look_after)
        self.board.chosen.connect(self._chosen)
        self.commands.told.connect(self._announce)
        self.evidence.told.connect(self._announce)
        self.commands.detail_asked.connect(self.show_detail)
        self.detail.closed.connect(self._show_tray)
        self.tray.drag_ended.connect(self.board.auto_scroll.stop)
        self.tray.park_chip.dropped.connect(self._parked)
        self._reach.timeout.connect(self._show_reach)
        self.add_button.clicked.connect(self.add_persona)
        self.empty.pressed.connect(self.add_persona)
        self.to_patterns.clicked.connect(lambda: self.open_room.emit("patterns"))
        self._zone_made(self.tray.parking)
        self._list_made(self.tray.parking.list)
        self.board.selection.adopt(self.tray.parking.list)

    def _rest(self) -> None:
        """Stop what still counts and builds: the project is about to be closed."""
        for timer in self.findChildren(QTimer):
            timer.stop()

    def _section_made(self, block: SectionBlock) -> None:
        self._zone_made(block)
        block.add_asked.connect(lambda: self._add_in(block))

    def _zone_made(self, zone: ClaimZone) -> None:
        zone.moved.connect(self._dropped)
        zone.brought.connect(self.evidence.dropped)

    def _list_made(self, shown: ClaimList) -> None:
        shown.asked.connect(self.commands.run)
        shown.menu_asked.connect(self._offer)
        shown.claims.written.connect(
            lambda claim, text, row: self.commands.written(shown, claim, text, row)
        )
        shown.drag_ended.connect(self.board.auto_scroll.stop)

    def _add_in(self, block: SectionBlock) -> None:
        if not self._bridge.read_only:
            shown = block.ensure_list()
            shown.write_new(len(shown.claims.claims))

    def _dropped(self, claims: list[str], place: Place, before: str, copy: bool) -> None:
        self.board.auto_scroll.stop()
        self.commands.drop(claims, place, before, copy=copy)

    def _parked(self, claims: list[str], copy: bool) -> None:
        self.commands.drop(claims, PARKING, "", copy=copy)

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
        if self.side.currentWidget() is self.detail and claim.id != self.detail.claim:
            self.detail.show_claim(claim.id)

    def _show_tray(self) -> None:
        had_focus = self.detail.isAncestorOf(self.focusWidget() or self)
        self.side.setCurrentWidget(self.tray)
        if had_focus and self.board.front is not None:
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
        if self.side.currentWidget() is self.detail:
            self.detail.show_claim(self.detail.claim)
        self._reach.start()

    def _show_all(self, touched: frozenset[str]) -> None:
        snapshot = self._bridge.snapshot
        self.board.show_columns(snapshot)
        self._show_heads()
        self._show_claims({persona.id for persona in snapshot.personas}, touched)
        first = next(iter(self.board.columns), "")
        if self.board.current_claim() is None:
            self.tray.show_persona(first)

    def _show_heads(self) -> None:
        snapshot = self._bridge.snapshot
        for persona in snapshot.personas:
            self.care.show(self.board.columns[persona.id], persona)
        self._pages.setCurrentIndex(0 if snapshot.personas else 1)
        self.add_button.setVisible(bool(snapshot.personas))
        self._say_counts()

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
        found = self._bridge.workspace.judging.coverage()
        known = found is not None and found.n > 0
        self._covered = percent((found.n - found.none) / found.n) if found and known else ""
        self._say_counts()

    def _say_counts(self) -> None:
        self.counts.setText(counts_of(self._bridge.snapshot.personas, self._covered))

    def _announce(self, words: str) -> None:
        announce(self, words)
        self.announced.emit(words)


def counts_of(personas: Sequence[Persona], covered: str) -> str:
    """Return how many personas there are, and the share of customers that fit one of them."""
    counted = [
        (sum(p.role == "primary" for p in personas), _tr("{0} primary")),
        (sum(p.role == "secondary" for p in personas), _tr("{0} secondary")),
        (sum(p.role == "negative" for p in personas), _tr("{0} not for us")),
    ]
    parts = [words.format(many) for many, words in counted if many]
    if covered and personas:
        parts.append(_tr("{0} of customers fit one of them").format(covered))
    return " · ".join(parts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("board", text)


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
