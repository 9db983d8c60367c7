# SPDX-License-Identifier: MIT
"""Signing off, persona by persona: a name, what stands in the way, and what changed since."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from persona_studio.core import clock
from persona_studio.core.persona import Persona
from persona_studio.evidence.assess import short_date
from persona_studio.gui.forms.review_sign import Ui_ReviewSign
from persona_studio.gui.widgets.buttons import GhostButton
from persona_studio.gui.widgets.card import hairline
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.workspace import signing
from persona_studio.workspace.workspace import Workspace


class SignPanel(QWidget):
    """`signed(persona id, name)` when somebody signs, `closed` when they have looked enough."""

    signed = Signal(str, str)
    closed = Signal()

    def __init__(self, workspace: Workspace, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._buttons: list[GhostButton] = []
        self._ui = Ui_ReviewSign()
        self._ui.setupUi(self)
        for persona in workspace.snapshot.personas:
            self._ui.personas.addLayout(self._row(persona))
        self._ui.column.addStretch(1)
        self._ui.name.setText(name)
        self._ui.name.textChanged.connect(self._allow)
        self._ui.close.clicked.connect(self.closed)
        self._allow()

    @property
    def name(self) -> str:
        """What was typed as the name."""
        return self._ui.name.text()

    def start(self) -> None:
        """Put the keyboard into the name, or onto the first button where a name is there."""
        ready = next((button for button in self._buttons if button.isEnabled()), None)
        wanted = ready if ready and self.name.strip() else self._ui.name
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, persona: Persona) -> QVBoxLayout:
        blocking = len(signing.in_the_way(self._workspace, persona.id))
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(hairline())
        column.addWidget(PlainLabel(persona.name, "strong", wrap=True))
        column.addWidget(PlainLabel(self._state(persona, blocking), "muted", wrap=True))
        button = GhostButton(self.tr("Sign off {0}").format(persona.name))
        button.setProperty("ready", blocking == 0)
        button.clicked.connect(lambda: self.signed.emit(persona.id, self.name))
        self._buttons.append(button)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return column

    def _state(self, persona: Persona, blocking: int) -> str:
        words = last_signed(self._workspace, persona, self)
        if blocking:
            one = self.tr("One finding to fix first, or to keep with a reason.")
            many = self.tr("{0} findings to fix first, or to keep with a reason.")
            words += " " + (one if blocking == 1 else many.format(blocking))
        return words

    def _allow(self) -> None:
        for button in self._buttons:
            button.setEnabled(
                bool(self.name.strip())
                and bool(button.property("ready"))
                and not self._workspace.read_only
            )


def last_signed(workspace: Workspace, persona: Persona, words: QWidget) -> str:
    """Return in words when and by whom a persona was signed off, and whether that still holds."""
    found = signing.standing(workspace.snapshot, persona)
    if found.sign_off is None or found.sign_off.signed_on is None:
        return words.tr("Never signed off.")
    day = short_date(found.sign_off.signed_on, clock.today())
    said = words.tr("Signed off {0} by {1}.").format(day, found.sign_off.name)
    return said if found.state == "signed" else f"{said} {words.tr('Changed since.')}"
