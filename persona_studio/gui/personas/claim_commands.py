# SPDX-License-Identifier: MIT
"""What keys, menus and buttons do with the claims that are meant on the board."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from persona_studio.core.persona import Claim
from persona_studio.core.snapshot import Snapshot
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.board import Board
from persona_studio.gui.personas.claim_editor import lines_in
from persona_studio.gui.personas.claim_list import ClaimList
from persona_studio.gui.personas.gestures import Gestures
from persona_studio.gui.personas.move_to import open_move_to
from persona_studio.gui.personas.place import PARKING, Place, place_name
from persona_studio.gui.workshop.meeting import who_is_meeting


class ClaimCommands(QObject):
    """Commands by name; `told(words)` says for a screen reader what came of one."""

    told = Signal(str)
    detail_asked = Signal(str)
    findings_asked = Signal(str)

    def __init__(self, board: Board, gestures: Gestures, bridge: Bridge, window: QWidget) -> None:
        super().__init__(window)
        self._board = board
        self._gestures = gestures
        self._bridge = bridge
        self._window = window
        self._made: dict[str, Callable[[], None]] = {
            "edit": self.edit,
            "add": self.add,
            "remove": self.remove,
            "duplicate": self.duplicate,
            "move_to": self.move_to,
            "copy_to": self.copy_to,
            "detail": self.detail,
            "findings": self.findings,
            "assume": self.assume,
            "star": self.star,
            "up": lambda: self._nudge(-1),
            "down": lambda: self._nudge(1),
            "left": lambda: self._across(-1),
            "right": lambda: self._across(1),
            "go_up": lambda: self._walk(-1),
            "go_down": lambda: self._walk(1),
            "go_left": lambda: self._step_aside(-1),
            "go_right": lambda: self._step_aside(1),
        }
        self._needs_pen = frozenset(self._made) - {
            "detail",
            "findings",
            "go_up",
            "go_down",
            "go_left",
            "go_right",
        }

    @property
    def _snapshot(self) -> Snapshot:
        return self._bridge.snapshot

    def run(self, command: str) -> None:
        """Carry out a command by name; in a project that is open to read only, the harmless."""
        if command in self._made and not (self._bridge.read_only and command in self._needs_pen):
            self._made[command]()

    def edit(self) -> None:
        """Write the current claim."""
        front = self._board.front
        if front is not None and front.currentIndex().isValid():
            front.edit(front.currentIndex())

    def add(self) -> None:
        """Write a new claim below the current one, or the first of the first persona."""
        front = self._board.front
        if front is not None:
            front.write_new(front.currentIndex().row() + 1)
        elif column := next(iter(self._board.columns.values()), None):
            shown = column.ordered()[0].ensure_list()
            shown.write_new(len(shown.claims.claims))

    def remove(self) -> None:
        """Remove the claims."""
        meant = self._board.selected()
        if meant:
            self._gestures.remove(meant)
            self.told.emit(self._counted(self.tr("Removed"), meant))

    def duplicate(self) -> None:
        """Copy the claims right below themselves."""
        made = self._gestures.duplicate(self._board.selected())
        self._show(made, self.tr("Copied"))

    def detail(self) -> None:
        """Show what stands behind the current claim."""
        claim = self._board.current_claim()
        if claim is not None:
            self.detail_asked.emit(claim.id)

    def findings(self) -> None:
        """Show what review says of the current claim."""
        claim = self._board.current_claim()
        if claim is not None:
            self.findings_asked.emit(claim.id)

    def assume(self) -> None:
        """Mark the claims as assumptions."""
        self._gestures.assume(self._board.selected())

    def star(self) -> None:
        """Make the claims key claims, or ordinary ones where all are key claims."""
        there = self._snapshot.table(Claim)
        meant = self._board.selected()
        self._gestures.set_key(meant, key=not all(there[claim].key for claim in meant))

    def move_to(self) -> None:
        """Ask where to, and move the claims there."""
        self._ask(self.tr("Move to\u2026"), copy=False)

    def copy_to(self) -> None:
        """Ask where to, and copy the claims there with what stands behind them."""
        self._ask(self.tr("Copy to\u2026"), copy=True)

    def _ask(self, words: str, *, copy: bool) -> None:
        meant, claim = self._board.selected(), self._board.current_claim()
        if meant and claim is not None:
            here = Place(claim.persona, claim.section) if claim.persona else PARKING
            go = partial(self._put, meant, copy)
            open_move_to(self._window, self._snapshot, here, go, words)

    def _put(self, meant: Sequence[str], copy: bool, place: Place) -> None:
        self.drop(meant, place, "", copy=copy)

    def send(self, claims: Sequence[str], place: Place) -> None:
        """Move claims to the end of a place."""
        self.drop(claims, place, "", copy=False)

    def drop(self, claims: Sequence[str], place: Place, before: str, *, copy: bool) -> None:
        """Move or copy claims to where they were dropped."""
        if copy:
            self._show(self._gestures.copy(claims, place, before), self.tr("Copied"))
            return
        self._gestures.move(claims, place, before)
        self._show(claims, self.tr("Moved"))

    def written(self, shown: ClaimList, claim: str, text: str, row: int) -> None:
        """Keep what was written on a card; on a new one each pasted line is a claim."""
        if claim:
            self._gestures.edit_text(claim, text)
            return
        place = shown.claims.place
        section = Place(place.persona, place.section or "goals")
        ids = [each.id for each in shown.claims.claims if each.id]
        before = ids[row] if row < len(ids) and not place.parking else ""
        made = self._gestures.add(section, lines_in(text), before)
        room = who_is_meeting(self._snapshot)
        words = self.tr("Added as an assumption of {0}").format(room)
        self._show(made, words if room else self.tr("Added"))

    def _nudge(self, by: int) -> None:
        """Move the claims one place up or down, over the border of the section at its ends."""
        meant, claim = self._board.selected(), self._board.current_claim()
        if not meant or claim is None or claim.persona is None:
            return
        order = [c.id for c in self._snapshot.claims_of(claim.persona, claim.section)]
        rest = [c for c in order if c not in meant]
        at = sum(1 for c in order[: order.index(meant[0])] if c not in meant)
        packed = order[at : at + len(meant)] == meant
        to = at + by if packed else at + max(by, 0)
        if 0 <= to <= len(rest):
            before = rest[to] if to < len(rest) else ""
            self._place(meant, Place(claim.persona, claim.section), before)
        else:
            self._over_border(meant, claim, by)

    def _over_border(self, meant: Sequence[str], claim: Claim, by: int) -> None:
        column = self._board.columns.get(claim.persona or "")
        blocks = [block.place.section for block in column.ordered()] if column else []
        to = blocks.index(claim.section) + by if claim.section in blocks else -1
        if not 0 <= to < len(blocks):
            self.told.emit(self.tr("There is no section beyond this one"))
            return
        target = Place(claim.persona, blocks[to])
        there = self._snapshot.claims_of(target.persona, target.section)
        self._place(meant, target, there[0].id if by > 0 and there else "")

    def _across(self, by: int) -> None:
        """Move the claims to the neighbouring persona, same section, same height."""
        meant, claim = self._board.selected(), self._board.current_claim()
        if not meant or claim is None or claim.persona is None:
            return
        there = list(self._board.columns)
        to = there.index(claim.persona) + by
        if not 0 <= to < len(there):
            self.told.emit(self.tr("There is no persona beyond this one"))
            return
        target = Place(there[to], claim.section)
        neighbours = self._snapshot.claims_of(target.persona, target.section)
        before = neighbours[claim.position].id if claim.position < len(neighbours) else ""
        self._place(meant, target, before)

    def _place(self, meant: Sequence[str], place: Place, before: str) -> None:
        self._gestures.move(meant, place, before)
        self._show(meant, self.tr("Moved"))

    def _walk(self, by: int) -> None:
        """Put the keyboard on the next claim above or below this section."""
        front = self._board.front
        column = self._board.columns.get(front.claims.place.persona or "") if front else None
        if front is None or column is None:
            return
        blocks = column.ordered()
        at = next((i for i, block in enumerate(blocks) if block.list is front), 0)
        onward = blocks[at + 1 :] if by > 0 else blocks[:at][::-1]
        for block in onward:
            shown = block.ensure_list()
            if shown.claims.claims:
                self._go(shown, 0 if by > 0 else len(shown.claims.claims) - 1)
                return

    def _step_aside(self, by: int) -> None:
        """Put the keyboard on the same section of the neighbouring persona."""
        front = self._board.front
        order = list(self._board.columns)
        if front is None or front.claims.place.persona not in order:
            return
        to = order.index(front.claims.place.persona) + by
        while 0 <= to < len(order):
            block = self._board.columns[order[to]].blocks.get(front.claims.place.section)
            if block is not None and block.ensure_list().claims.claims:
                shown = block.ensure_list()
                row = min(max(front.currentIndex().row(), 0), len(shown.claims.claims) - 1)
                self._go(shown, row)
                return
            to += by

    def _go(self, shown: ClaimList, row: int) -> None:
        claim = shown.claims.claims[row]
        self._board.select([claim.id], self._snapshot)

    def _show(self, claims: Sequence[str], verb: str) -> None:
        """Select what came of a command and say it."""
        if not claims:
            return
        self._board.select(claims, self._snapshot)
        self.told.emit(self._where(claims, verb))

    def _where(self, claims: Sequence[str], verb: str) -> str:
        there = self._snapshot.table(Claim)
        first = there.get(claims[0])
        if first is None:
            return verb
        if first.persona is None:
            return f"{self._counted(verb, claims)}: {place_name(PARKING, self._snapshot)}"
        place = Place(first.persona, first.section)
        total = len(self._snapshot.claims_of(first.persona, first.section))
        spot = self.tr("{0} of {1}").format(first.position + 1, total)
        return f"{self._counted(verb, claims)}: {place_name(place, self._snapshot)}, {spot}"

    def _counted(self, verb: str, claims: Sequence[str]) -> str:
        return verb if len(claims) == 1 else self.tr("{0} {1} claims").format(verb, len(claims))
