# SPDX-License-Identifier: MIT
"""What the studio says of a file in one true sentence, and the buttons that act on it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from persona_studio.core.errors import StudioError
from persona_studio.gui.research import draft
from persona_studio.gui.widgets.buttons import GhostButton, PrimaryButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.mark import Mark
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.research.plan import Plan


class VerdictCard(Card):
    """Sentence, the sum that leaves nothing out, `adjust` and `bring` buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = Mark("filled", size=15)
        self.sentence = PlainLabel("", "name", wrap=True)
        self.detail = PlainLabel("", "muted", wrap=True)
        self.adjust = GhostButton(self.tr("Adjust columns"))
        self.bring = PrimaryButton(self.tr("Import"))
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.sentence)
        words.addWidget(self.detail)
        row = QHBoxLayout()
        row.setSpacing(12)
        mark = QVBoxLayout()
        mark.setContentsMargins(0, 3, 0, 0)
        mark.addWidget(self._mark)
        mark.addStretch(1)
        buttons = QVBoxLayout()
        line = QHBoxLayout()
        line.addWidget(self.adjust)
        line.addWidget(self.bring)
        buttons.addLayout(line)
        buttons.addStretch(1)
        row.addLayout(mark)
        row.addLayout(words, 1)
        row.addLayout(buttons)
        self.body.addLayout(row)

    def wait(self, sentence: str) -> None:
        """Say what is going on; nothing can be pressed."""
        self._say("ring", sentence, "")
        self.adjust.setEnabled(False)
        self.bring.setEnabled(False)
        self.bring.show()
        self.adjust.show()

    def refuse(self, error: StudioError) -> None:
        """Say why the file cannot be read."""
        self._say("slashed", error.message, error.hint)
        self.adjust.hide()
        self.bring.hide()

    def show_plan(self, plan: Plan, *, whole: bool) -> None:
        """Say what the file is; the count stands on the button once the `whole` file was read."""
        alarm = any(problem.cause == "crosstab" for problem in plan.problems)
        self._say("half" if plan.problems else "filled", plan.sentence, self._details(plan, whole))
        self.adjust.show()
        self.bring.show()
        self.adjust.setEnabled(True)
        count = draft.rows(plan).to_import
        self.bring.setEnabled(whole and count > 0)
        people = self.tr("Import %n row(s) anyway", "", count) if alarm else self._people(count)
        self.bring.set_text(people if whole else self.tr("Import"))

    def _people(self, count: int) -> str:
        return (
            self.tr("Import 1 person")
            if count == 1
            else self.tr("Import {0} people").format(f"{count:,}")
        )

    def _details(self, plan: Plan, whole: bool) -> str:
        parts = []
        out = len(draft.staying_out(plan))
        if out:
            parts.append(self.tr("%n column(s) stay out of the project.", "", out))
        coded = sum(1 for n in draft.numbers(plan) if plan.use(n) == "pseudonymise")
        if coded:
            parts.append(self.tr("%n column(s) are replaced by a code.", "", coded))
        if not whole:
            parts.append(self.tr("The whole file is being read."))
            return " ".join(parts)
        total = draft.rows(plan)
        text = self.tr("{0} read = {1} to import").format(f"{total.read:,}", f"{total.to_import:,}")
        if total.passed_over:
            text += self.tr(" + {0} passed over").format(f"{total.passed_over:,}")
        parts.append(text + ".")
        return " ".join(parts)

    def _say(self, mark: str, sentence: str, detail: str) -> None:
        self._mark.set_mark(mark)
        self.sentence.setText(sentence)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.setAccessibleName(f"{sentence} {detail}".strip())
