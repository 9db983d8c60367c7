# SPDX-License-Identifier: MIT
"""The parking lot: claims that belong to nobody yet; things can be dropped on it any time."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from persona_studio.core.persona import Claim
from persona_studio.gui import carry
from persona_studio.gui.personas.claim_delegate import BoardLook
from persona_studio.gui.personas.claim_list import ClaimList
from persona_studio.gui.personas.claim_model import ClaimModel
from persona_studio.gui.personas.place import PARKING
from persona_studio.gui.personas.zone import ClaimZone, wants_copy
from persona_studio.gui.widgets.chip import Chip
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.widgets.scrolling import scrolling

if TYPE_CHECKING:
    from persona_studio.evidence.assess import Assessment

_OPEN_AFTER_MS = 500


class ParkingLot(ClaimZone):
    """Every parked claim, with the section it came from."""

    def __init__(
        self,
        look: BoardLook,
        assess: "Callable[[str], Assessment]",
        parent: QWidget | None = None,
        *,
        locked: bool = False,
    ) -> None:
        super().__init__(PARKING, parent)
        self.locked = locked
        self._none = PlainLabel(
            self.tr(
                "Park a claim here while you decide whose it is: drag it here, or press Ctrl+M."
            ),
            "quiet",
            wrap=True,
        )
        self._none.setContentsMargins(16, 8, 16, 0)
        model = ClaimModel(PARKING, assess, self, read_only=locked)
        self.list: ClaimList = ClaimList(model, look, self)
        rows = QVBoxLayout()
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._none)
        rows.addWidget(self.list)
        rows.addStretch(1)
        area = scrolling(rows, sideways=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        self.show_claims((), (), {})

    def show_claims(
        self, claims: Sequence[Claim], touched: Collection[str], titles: Mapping[str, str]
    ) -> None:
        """Show the parked claims; `titles` are the names of sections."""
        self.list.claims.titles = titles
        self.list.claims.show(claims, touched)
        self._none.setVisible(not claims)
        many = self.tr("1 claim") if len(claims) == 1 else self.tr("{0} claims").format(len(claims))
        self.list.setAccessibleName(self.tr("Parking lot, list, {0}").format(many))


class ParkingChip(Chip):
    """The tab of the parking lot; claims can be dropped right on it, or it opens under them."""

    dropped = Signal(list, bool)

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setAcceptDrops(True)
        self._wait = QTimer(self, singleShot=True, interval=_OPEN_AFTER_MS)
        self._wait.timeout.connect(self.click)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take claims; open when they are held here."""
        if event.mimeData().hasFormat(carry.CLAIMS):
            event.acceptProposedAction()
            self.setDown(True)
            if not self.isChecked():
                self._wait.start()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Stay closed."""
        self._rest()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Park the claims."""
        self._rest()
        event.acceptProposedAction()
        self.dropped.emit(carry.claims_in(event.mimeData()), wants_copy(event))

    def _rest(self) -> None:
        self._wait.stop()
        self.setDown(False)
