# SPDX-License-Identifier: MIT
"""One section of a persona on the board: its heading, how many claims, and the claims."""

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from persona_studio.core.persona import Claim
from persona_studio.core.sections import Section
from persona_studio.gui.icons import dress
from persona_studio.gui.personas.claim_delegate import LEFT, BoardLook
from persona_studio.gui.personas.claim_list import ClaimList
from persona_studio.gui.personas.claim_model import ClaimModel
from persona_studio.gui.personas.place import Place
from persona_studio.gui.personas.zone import ClaimZone
from persona_studio.gui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from persona_studio.evidence.assess import Assessment

_GUESS = 47


class QuietAdd(QToolButton):
    """A plus that is seen when the pointer or the keyboard is near, and always there to press."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.near = False
        self.setFixedSize(22, 22)
        self.setIconSize(QSize(14, 14))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(name)
        self.setAccessibleName(name)
        dress(self, "plus", "muted")

    def come_near(self, *, near: bool) -> None:
        """Show or hide the plus."""
        self.near = near
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint only when somebody is near."""
        if self.near or self.hasFocus():
            super().paintEvent(event)


class Ask(PlainLabel):
    """The question that fills an empty section; a click writes the first claim."""

    pressed = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to write."""
        self.pressed.emit()
        event.accept()


class SectionBlock(ClaimZone):
    """Heading and claims; the list is made when the section first comes near the screen."""

    built = Signal(object)
    add_asked = Signal()

    def __init__(
        self,
        place: Place,
        look: BoardLook,
        assess: "Callable[[str], Assessment]",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(place, parent)
        self._look = look
        self._assess = assess
        self._claims: tuple[Claim, ...] = ()
        self._person = ""
        self._title = PlainLabel("", "section")
        self._count = PlainLabel("", "section")
        self._add = QuietAdd(self.tr("Add a claim"), self)
        self._ask = Ask("", "faint")
        self._ask.setCursor(Qt.CursorShape.PointingHandCursor)
        self._ask.setWordWrap(True)
        self._rest = QWidget()
        self._column = QVBoxLayout(self)
        self._build()
        self._add.clicked.connect(self.add_asked)
        self._ask.pressed.connect(self.add_asked)

    def show_section(self, section: Section) -> None:
        """Take the section's heading, and the question that fills it."""
        self._title.setText(section.title)
        self._ask.setText(section.ask)
        self._add.setToolTip(self.tr("Add to {0}").format(section.title))
        self._name()

    def show_claims(self, claims: Sequence[Claim], touched: Collection[str], person: str) -> None:
        """Show these claims of `person`; `touched` ones are painted anew."""
        self._claims = tuple(claims)
        self._person = person
        self._count.setText(str(len(claims)) if claims else "")
        self._name()
        if self.list is not None:
            self.list.claims.show(claims, touched)
        self._settle()

    def ensure_list(self) -> ClaimList:
        """Return the list of claims, made now if it was not there yet."""
        if self.list is None:
            model = ClaimModel(self.place, self._assess, self, read_only=self.locked)
            model.show(self._claims)
            self.list = ClaimList(model, self._look, self)
            self._column.replaceWidget(self._rest, self.list)
            self._rest.deleteLater()
            self.list.show()
            self.list.claims.rowsInserted.connect(self._settle)
            self.list.claims.rowsRemoved.connect(self._settle)
            self._name()
            self._settle()
            self.built.emit(self.list)
        return self.list

    def lock(self) -> None:
        """Show only: nothing can be changed in this project."""
        self.locked = True
        self._add.hide()

    def focus_widget(self) -> QWidget:
        """Return what takes the keyboard when somebody walks into this section."""
        return self.ensure_list() if self._claims else self._add

    def enterEvent(self, event: QEnterEvent) -> None:
        """Let the plus be seen."""
        self._add.come_near(near=True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Let the plus rest."""
        self._add.come_near(near=False)
        super().leaveEvent(event)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(4, 4, 4, 0)
        head.setSpacing(2)
        head.addSpacing(10)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._add)
        head.addWidget(self._count)
        column = self._column
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._rest)
        ask = QHBoxLayout()
        ask.addSpacing(LEFT)
        ask.addWidget(self._ask, 1)
        ask.addSpacing(16)
        column.addLayout(ask)

    def _settle(self) -> None:
        rows = len(self.list.claims.claims) if self.list is not None else len(self._claims)
        self._ask.setVisible(not rows)
        if self.list is None:
            self._rest.setFixedHeight(rows * _GUESS)
        else:
            policy = Qt.FocusPolicy.StrongFocus if rows else Qt.FocusPolicy.NoFocus
            self.list.setFocusPolicy(policy)

    def _name(self) -> None:
        title = self._title.text()
        count = len(self._claims)
        many = self.tr("1 claim") if count == 1 else self.tr("{0} claims").format(count)
        name = f"{self._person}: {title}, {self.tr('list')}, {many}"
        self.setAccessibleName(f"{self._person}: {title}")
        self._add.setAccessibleName(self.tr("Add to {0}: {1}").format(self._person, title))
        if self.list is not None:
            self.list.setAccessibleName(name)
