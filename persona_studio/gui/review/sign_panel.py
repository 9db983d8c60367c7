# SPDX-License-Identifier: MIT
"""Signing off, persona by persona: a name, what stands in the way, and what changed since."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from persona_studio.core import clock
from persona_studio.core.persona import Persona
from persona_studio.evidence.assess import short_date
from persona_studio.gui.forms.review_sign import Ui_ReviewSign
from persona_studio.gui.review.choice_field import ChoiceField
from persona_studio.gui.review.keep_strip import KeepStrip
from persona_studio.gui.review.since_list import SinceList
from persona_studio.gui.widgets.buttons import GhostButton, LinkButton
from persona_studio.gui.widgets.card import hairline
from persona_studio.gui.widgets.flow_layout import FlowLayout
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.workspace import signing
from persona_studio.workspace.workspace import Workspace

SHOWN_OF_HASH = 12


class SignPanel(QWidget):
    """`signed(persona id, name)` when somebody signs, `closed` when they have looked enough.

    `named` carries what is typed as the name.
    `kept(persona id, reason, last day)` keeps all
    that stands in the way; `open_wanted` lists it; `claim_wanted` carries a changed claim,
    `rhythm_wanted` after how many days to look again.
    """

    signed = Signal(str, str)
    named = Signal(str)
    closed = Signal()
    kept = Signal(str, str, object)
    open_wanted = Signal(str)
    claim_wanted = Signal(str)
    rhythm_wanted = Signal(str, int)

    def __init__(self, workspace: Workspace, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._buttons: list[GhostButton] = []
        self._ui = Ui_ReviewSign()
        self._ui.setupUi(self)
        for persona in workspace.snapshot.personas:
            self._ui.personas.addWidget(self._row(persona))
        self._ui.column.addStretch(1)
        self._ui.name.setText(name)
        self._ui.name.textChanged.connect(self._allow)
        self._ui.name.textChanged.connect(self.named)
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

    def _row(self, persona: Persona) -> QWidget:
        blocking = len(signing.in_the_way(self._workspace, persona.id))
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(hairline())
        column.addWidget(PlainLabel(persona.name, "strong", wrap=True))
        column.addWidget(PlainLabel(self._state(persona, blocking), "muted", wrap=True))
        standing = signing.standing(self._workspace.snapshot, persona)
        if standing.sign_off is not None and standing.sign_off.content_hash:
            words = self.tr("Content {0}").format(standing.sign_off.content_hash[:SHOWN_OF_HASH])
            column.addWidget(PlainLabel(words, "quiet"))
        column.addLayout(self._rhythm(persona))
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self._sign_button(persona, blocking))
        column.addWidget(buttons)
        if blocking:
            self._add_ways(persona, blocking, flow, column)
        if standing.state == "changed":
            self._add_changes(persona, flow, column)
        return holder

    def _rhythm(self, persona: Persona) -> QHBoxLayout:
        """Return the choice of when the next review falls due."""
        field = ChoiceField(self.tr("When to look at {0} again").format(persona.name))
        words = {
            30: self.tr("after a month"),
            91: self.tr("after three months"),
            182: self.tr("after half a year"),
            365: self.tr("after a year"),
            730: self.tr("after two years"),
        }
        days = persona.review_every_days
        words.setdefault(days, self.tr("after {0} days").format(days))
        for many in sorted(words):
            field.addItem(words[many], many)
        field.setCurrentIndex(field.findData(days))
        field.setEnabled(not self._workspace.read_only)
        field.activated.connect(
            lambda _: self.rhythm_wanted.emit(persona.id, int(field.currentData()))
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(PlainLabel(self.tr("Look again"), "muted"))
        row.addWidget(field)
        row.addStretch(1)
        return row

    def _sign_button(self, persona: Persona, blocking: int) -> GhostButton:
        button = GhostButton(self.tr("Sign off {0}").format(persona.name))
        button.setProperty("ready", blocking == 0)
        button.clicked.connect(lambda: self.signed.emit(persona.id, self.name))
        self._buttons.append(button)
        return button

    def _add_ways(
        self, persona: Persona, blocking: int, flow: FlowLayout, column: QVBoxLayout
    ) -> None:
        """Offer to see what stands in the way, or to keep all of it with one reason."""
        show = GhostButton(self.tr("Show it") if blocking == 1 else self.tr("Show them"))
        show.setAccessibleName(self.tr("Show what stands in the way of {0}").format(persona.name))
        show.clicked.connect(lambda: self.open_wanted.emit(persona.id))
        flow.addWidget(show)
        if self._workspace.read_only:
            return
        strip = KeepStrip()
        strip.hide()
        column.addWidget(strip)
        keep = GhostButton(self.tr("Keep, with a reason"))
        keep.clicked.connect(lambda: _open(strip))
        flow.addWidget(keep)
        strip.cancelled.connect(strip.hide)
        strip.kept.connect(lambda reason, until: self.kept.emit(persona.id, reason, until))

    def _add_changes(self, persona: Persona, flow: FlowLayout, column: QVBoxLayout) -> None:
        """Offer what changed since, folded up until it is wanted."""
        changes = signing.since(self._workspace, persona)
        if not changes:
            return
        listed = SinceList(changes)
        listed.hide()
        listed.claim_wanted.connect(self.claim_wanted)
        link = LinkButton(self.tr("What changed ({0})").format(len(changes)))
        link.clicked.connect(lambda: listed.setVisible(listed.isHidden()))
        flow.addWidget(link)
        column.addWidget(listed)

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


def _open(strip: KeepStrip) -> None:
    strip.show()
    strip.start()


def last_signed(workspace: Workspace, persona: Persona, words: QWidget) -> str:
    """Return in words when and by whom a persona was signed off, and whether that still holds."""
    found = signing.standing(workspace.snapshot, persona)
    if found.sign_off is None or found.sign_off.signed_on is None:
        return words.tr("Never signed off.")
    day = short_date(found.sign_off.signed_on, clock.today())
    said = words.tr("Signed off {0} by {1}.").format(day, found.sign_off.name)
    return said if found.state == "signed" else f"{said} {words.tr('Changed since.')}"
