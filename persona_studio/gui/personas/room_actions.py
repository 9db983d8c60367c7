# SPDX-License-Identifier: MIT
"""What the window's actions do in the Personas room, by the names of `persona_actions.py`."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.announce import nothing_chosen, nothing_offered
from persona_studio.gui.personas.board import Board
from persona_studio.gui.personas.claim_commands import ClaimCommands
from persona_studio.gui.personas.find_care import FindCare
from persona_studio.gui.personas.persona_care import PersonaCare
from persona_studio.gui.personas.side import Side
from persona_studio.gui.personas.suggesting import Suggesting
from persona_studio.gui.personas.switch import BOARD, COMPARE, FOCUS, OVERVIEW, SCALES, WALL
from persona_studio.gui.personas.tray import Tray
from persona_studio.gui.personas.views import Views

if TYPE_CHECKING:
    from collections.abc import Iterator

    from persona_studio.gui.palette import Entry


class RoomActions(QWidget):
    """The room has these parts; each action speaks of the claim or persona in hand."""

    bridge: Bridge
    board: Board
    commands: ClaimCommands
    suggesting: Suggesting
    side: Side
    tray: Tray
    views: Views
    seeking: FindCare
    care: PersonaCare

    def add_claim(self) -> None:
        """Write a new claim below the chosen one, or the first of the first persona."""
        self.views.show_claims()
        self.commands.run("add")

    def move_claim(self) -> None:
        """Ask where the chosen claims shall go."""
        self._run("move_to")

    def copy_claim(self) -> None:
        """Ask where copies of the chosen claims shall stand, as for another persona."""
        self._run("copy_to")

    def duplicate_claim(self) -> None:
        """Copy the chosen claims."""
        self._run("duplicate")

    def show_evidence(self) -> None:
        """Show what stands behind the chosen claim."""
        self._run("detail")

    def review_claim(self) -> None:
        """Show what review says of the chosen claim."""
        self._run("findings")

    def assume_claim(self) -> None:
        """Mark the chosen claims as assumptions."""
        self._run("assume")

    def star_claim(self) -> None:
        """Make the chosen claims key claims, or ordinary ones again."""
        self._run("star")

    def remove_claim(self) -> None:
        """Remove the chosen claims."""
        self._run("remove")

    def link_offer(self) -> None:
        """Link what the data says about the chosen claim."""
        if not self.suggesting.link_first():
            self.bridge.failed.emit(nothing_offered())

    def show_set(self) -> None:
        """Show whom the personas cover."""
        self.side.show_set()

    def find_claims(self) -> None:
        """Find claims on the board, or go to the next one found."""
        self.views.show_claims()
        self.seeking.step(1)

    def find_before(self) -> None:
        """Go back to the claim found before."""
        self.views.show_claims()
        self.seeking.step(-1)

    def show_alone(self) -> None:
        """Show the persona in hand alone and wide, or all of them again."""
        self.views.show(BOARD if self.views.view == FOCUS else FOCUS)

    def arrange_sections(self) -> None:
        """Name, order, hide and add sections of the project."""
        self.side.show_sections()

    def describe_persona(self) -> None:
        """Show whom the persona in hand describes."""
        if self.tray.persona:
            self.side.show_reach(self.tray.persona)
        else:
            self.show_set()

    def choose_picture(self) -> None:
        """Choose the picture of the persona in hand."""
        self.views.show_claims()
        self.care.pages.picture(self.tray.persona)

    def suggest_name(self) -> None:
        """Offer names for the persona in hand."""
        self.views.show_claims()
        self.care.pages.names(self.tray.persona)

    def draw_data(self) -> None:
        """Choose what is drawn of the data of the persona in hand."""
        self.views.show_claims()
        self.care.pages.data(self.tray.persona)

    def choose_facts(self) -> None:
        """Choose the facts under the name of the persona in hand."""
        self.views.show_claims()
        self.care.pages.facts(self.tray.persona)

    def choose_quote(self) -> None:
        """Choose a quote for the persona in hand."""
        self.views.show_claims()
        self.care.pages.quote(self.tray.persona)

    def make_journey(self) -> None:
        """Make the steps of the day or of the journey."""
        self.views.show_claims()
        self.care.pages.journey(self.tray.persona)

    def choose_measure(self) -> None:
        """Choose what is counted for the chosen claim."""
        claim = self.board.current_claim()
        if claim is None:
            self._run("detail")
        elif not self.bridge.read_only:
            items = self.bridge.snapshot.evidence_of(claim.id)
            counted = next((item.id for item in items if item.measure and not item.lost), "")
            self.side.show_measure(claim.id, counted)

    def deeds(self) -> "Iterator[Entry]":
        """Yield what Ctrl+K offers on the view in front."""
        return self.views.deeds()

    def show_board(self) -> None:
        """Bring all personas side by side to the front."""
        self.views.show(BOARD)

    def show_overview(self) -> None:
        """Bring everything at a glance to the front."""
        self.views.show(OVERVIEW)

    def show_compare(self) -> None:
        """Bring the comparison to the front."""
        self.views.show(COMPARE)

    def show_wall(self) -> None:
        """Bring the wall to the front."""
        self.views.show(WALL)

    def show_scales(self) -> None:
        """Bring the scales board to the front."""
        self.views.show(SCALES)

    def put_on_wall(self) -> None:
        """Let the number of evidence, or a note, be typed for the wall."""
        self.views.show(WALL).entry.begin()

    def _run(self, command: str) -> None:
        if self.views.run(command):
            return
        if self.board.selected():
            self.commands.run(command)
            return
        self.bridge.failed.emit(nothing_chosen())
