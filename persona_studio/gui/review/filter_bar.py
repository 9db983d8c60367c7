# SPDX-License-Identifier: MIT
"""What of the checklist is shown: the most useful, all or what is kept, narrowed by filters."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from persona_studio.core.reviewing import Finding
from persona_studio.core.snapshot import Snapshot
from persona_studio.gui.widgets.buttons import LinkButton
from persona_studio.gui.widgets.chip import Chip
from persona_studio.gui.widgets.search_field import SearchField
from persona_studio.review.checklist import WHOLE, Filter
from persona_studio.review.rules import FAMILIES

USEFUL, ALL, KEPT = "useful", "all", "kept"
_WEIGHTS = {
    "B": QT_TRANSLATE_NOOP("FilterBar", "Blockers"),
    "W": QT_TRANSLATE_NOOP("FilterBar", "Warnings"),
    "N": QT_TRANSLATE_NOOP("FilterBar", "Notes"),
}
_SEARCH_WIDTH = 220


class FilterBar(QWidget):
    """`changed` whenever something else is wanted; `view` is USEFUL, ALL or KEPT."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = USEFUL
        self.wanted = Filter()
        self.chips = {USEFUL: Chip(self.tr("Most useful")), ALL: Chip(""), KEPT: Chip("")}
        useful = self.tr("Blockers of key claims first; no rule a third time while others wait")
        self.chips[USEFUL].setToolTip(useful)
        self.chips[ALL].setToolTip(self.tr("Everything that is open, by persona"))
        self.chips[KEPT].setToolTip(self.tr("What was accepted with a reason, until its day"))
        self.search = SearchField(self.tr("Search the findings"))
        self.severity = self._box("severity", self.tr("How grave"))
        self.family = self._box("family", self.tr("What kind"))
        self.persona = self._box("persona", self.tr("Which persona"))
        self.clear = LinkButton(self.tr("Clear the filters"))
        self._narrow = QWidget()
        self._build()
        self.search.textChanged.connect(self._search)
        self.clear.clicked.connect(self.reset)

    def show_counts(self, findings: Sequence[Finding], snapshot: Snapshot) -> None:
        """Count what each choice would show, with the other choices as they are."""
        kept = sum(finding.waived is not None for finding in findings)
        self.chips[ALL].set_text(self.tr("All {0}").format(len(findings) - kept))
        self.chips[KEPT].set_text(self.tr("Kept {0}").format(kept))
        self.chips[KEPT].setVisible(kept > 0 or self.view == KEPT)
        self.chips[self.view].setChecked(True)
        self._narrow.setVisible(self.view != USEFUL)
        self.clear.setVisible(self.wanted.narrows)
        names = {persona.id: persona.name for persona in snapshot.personas}
        names[WHOLE] = self.tr("The whole set")
        severities = weights()
        for box, field, anything, options in (
            (self.severity, "severity", self.tr("Any weight"), severities.items()),
            (self.family, "family", self.tr("Any kind"), FAMILIES.items()),
            (self.persona, "persona", self.tr("Every persona"), names.items()),
        ):
            self._offer(box, field, [("", anything), *options], findings, snapshot)

    def want(self, view: str, wanted: Filter) -> None:
        """Show something else; what is kept goes with its view."""
        self.view, self.wanted = view, replace(wanted, kept=view == KEPT)
        with QSignalBlocker(self.search):
            self.search.setText(wanted.words)
        self.changed.emit()

    def reset(self) -> None:
        """Take every filter off."""
        self.want(self.view, Filter())

    def _build(self) -> None:
        group = QButtonGroup(self)
        first = QHBoxLayout()
        first.setSpacing(8)
        for view, chip in self.chips.items():
            group.addButton(chip)
            chip.clicked.connect(lambda _on, view=view: self._turn(view))
            first.addWidget(chip)
        first.addStretch(1)
        self.search.setMaximumWidth(_SEARCH_WIDTH)
        first.addWidget(self.search, 1)
        second = QHBoxLayout(self._narrow)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(8)
        for box in (self.severity, self.family, self.persona):
            second.addWidget(box)
        second.addWidget(self.clear)
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(8)
        column.addLayout(first)
        column.addWidget(self._narrow)

    def _box(self, field: str, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.activated.connect(lambda _: self._narrow_by(field, str(box.currentData())))
        return box

    def _offer(
        self,
        box: QComboBox,
        field: str,
        options: Iterable[tuple[str, str]],
        findings: Sequence[Finding],
        snapshot: Snapshot,
    ) -> None:
        """Offer what would show something; what is chosen stays offered."""
        with QSignalBlocker(box):
            box.clear()
            for value, words in options:
                meant = self.wanted.narrowed(field, value)
                many = sum(meant.keeps(finding, snapshot) for finding in findings)
                if many or value in ("", getattr(self.wanted, field)):
                    box.addItem(f"{words} ({many})", value)
            box.setCurrentIndex(box.findData(getattr(self.wanted, field)))

    def _turn(self, view: str) -> None:
        self.want(view, Filter() if view == USEFUL else self.wanted)

    def _narrow_by(self, field: str, value: str) -> None:
        self.want(self.view, self.wanted.narrowed(field, value))

    def _search(self, text: str) -> None:
        view = ALL if self.view == USEFUL and text.strip() else self.view
        self.want(view, replace(self.wanted, words=text))


def weights() -> dict[str, str]:
    """Return how grave a finding may be, in the user's language."""
    return {
        key: QCoreApplication.translate("FilterBar", str(words)) for key, words in _WEIGHTS.items()
    }
