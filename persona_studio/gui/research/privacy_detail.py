# SPDX-License-Identifier: MIT
"""What happens to one column with personal data; keeping it needs a tick and a reason."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from persona_studio.gui.marking import QT_TRANSLATE_NOOP
from persona_studio.gui.research import draft, words
from persona_studio.gui.research.draft import Seen
from persona_studio.gui.research.entries import Entry
from persona_studio.gui.widgets.buttons import LinkButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.research.plan import Plan, Use

_CHOICES: dict[Use, tuple[str, str]] = {
    "leave_out": (
        QT_TRANSLATE_NOOP("research", "Leave out"),
        QT_TRANSLATE_NOOP("research", "Nothing of it comes into the project."),
    ),
    "pseudonymise": (
        QT_TRANSLATE_NOOP("research", "Replace by a code"),
        QT_TRANSLATE_NOOP(
            "research",
            "The same cell gets the same code in every file of this project, so that people"
            " are found again in a later wave. The key stays in the project.",
        ),
    ),
    "mask": (
        QT_TRANSLATE_NOOP("research", "Keep, and hide what was found"),
        QT_TRANSLATE_NOOP("research", "Each passage is replaced by ▇▇▇ before it is stored."),
    ),
    "keep": (
        QT_TRANSLATE_NOOP("research", "Keep as it is"),
        QT_TRANSLATE_NOOP("research", "Only with a reason; it is written into the project."),
    ),
}


class PrivacyDetail(Card):
    """`changed` carries a plan; `column_wanted` says that a column is no personal data."""

    changed = Signal(object)
    column_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seen = Seen(Plan(""))
        self.entry: Entry | None = None
        self.name = PlainLabel("", "name", wrap=True)
        self.why = PlainLabel("", "muted", wrap=True)
        self.found = PlainLabel("", "muted", wrap=True)
        self.uses: dict[Use, QRadioButton] = {}
        self._notes: dict[Use, PlainLabel] = {}
        self._area = QScrollArea()
        self.tick = QCheckBox(self.tr("It is needed, and people may be named"))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why must it be kept?"))
        self.reason.setAccessibleName(self.tr("Reason for keeping personal data"))
        self.no_person = LinkButton(self.tr("It is no personal data: say what it is"))
        self._build()
        self.tick.clicked.connect(self._ticked)
        self.reason.editingFinished.connect(self._keep)
        self.no_person.clicked.connect(self._no_person)

    def show_entry(self, seen: Seen, entry: Entry | None) -> None:
        """Show one column."""
        other = entry is None or self.entry is None or entry.first != self.entry.first
        self.seen, self.entry = seen, entry
        if entry is None:
            return
        role, facts = draft.role(seen.plan, entry.first), seen.of(entry.first)
        private = draft.is_private(seen.plan, entry.first)
        use = seen.plan.use(entry.first)
        self.name.setText(entry.title)
        kind = words.say(words.PRIVATE.get(role.pii or "", ""))
        kind = kind[:1].upper() + kind[1:]
        told = words.sure(role.sure, role.why)[1] if private else ""
        if facts.hits:
            most = (
                self.tr("Own words: at least {0}.") if facts.partial else self.tr("Own words: {0}.")
            )
            told = most.format(words.hits(facts.hits))
        self.why.setText(". ".join(filter(None, (kind, told))))
        filled = self.tr("{0} of {1} cells are filled.")
        lines = [] if facts.partial else [filled.format(f"{facts.filled:,}", f"{facts.rows:,}")]
        lines += [f"“{text}”" for text in facts.masked]
        self.found.setText("\n".join(lines))
        words_only = role.role == "free_text"
        for name, button in self.uses.items():
            fits = name != "mask" or words_only
            button.setVisible(fits)
            self._notes[name].setVisible(fits)
            button.setChecked(name == use)
        if other:
            self._recall_reason(entry)
        asks = use == "keep" and (private or words_only)
        self.tick.setVisible(asks)
        self.reason.setVisible(asks)
        self.reason.setEnabled(self.tick.isChecked())
        self.no_person.setVisible(private)

    def ask(self) -> None:
        """Put the cursor where the reason is missing."""
        field = self.reason if self.tick.isChecked() else self.tick
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(self.reason)

    def _build(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(6)
        for widget in (self.why, self.found):
            column.addWidget(widget)
        column.addSpacing(4)
        for use, (text, note) in _CHOICES.items():
            button = QRadioButton(words.say(text))
            button.clicked.connect(partial(self._chosen, use))
            button.setAccessibleDescription(words.say(note))
            label = PlainLabel(words.say(note), "quiet", wrap=True)
            label.setContentsMargins(26, 0, 0, 4)
            self.uses[use], self._notes[use] = button, label
            column.addWidget(button)
            column.addWidget(label)
        reason = QVBoxLayout()
        reason.setContentsMargins(26, 0, 0, 0)
        reason.addWidget(self.tick)
        reason.addWidget(self.reason)
        column.addLayout(reason)
        column.addStretch(1)
        self._area.setWidgetResizable(True)
        self._area.setWidget(inside)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self.name)
        self.body.addWidget(self._area, 1)
        self.body.addWidget(self.no_person)

    def _recall_reason(self, entry: Entry) -> None:
        told = self.seen.plan.columns.get(entry.first)
        self.reason.setText(told.reason if told else "")
        self.tick.setChecked(bool(told and told.reason))

    def _chosen(self, use: Use) -> None:
        if use == "keep":
            self._keep()
            self.ask()
        else:
            self._tell(use, "")

    def _ticked(self) -> None:
        self.reason.setEnabled(self.tick.isChecked())
        self._keep()
        self.ask()

    def _keep(self) -> None:
        if self.uses["keep"].isChecked():
            said = self.reason.text().strip() if self.tick.isChecked() else ""
            self._tell("keep", said)

    def _tell(self, use: Use, reason: str) -> None:
        if self.entry is not None:
            self.changed.emit(draft.with_use(self.seen.plan, [self.entry.first], use, reason))

    def _no_person(self) -> None:
        if self.entry is not None:
            self.column_wanted.emit(self.entry.first)
