# SPDX-License-Identifier: MIT
"""What the studio says of a file in one true sentence, and the buttons that act on it."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from persona_studio.core.errors import StudioError
from persona_studio.gui.marking import QT_TRANSLATE_NOOP
from persona_studio.gui.research import draft, words
from persona_studio.gui.research.orders_menu import customers
from persona_studio.gui.research.page_tabs import CHECK
from persona_studio.gui.widgets.buttons import GhostButton, LinkButton, PrimaryButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.mark import Mark
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.research.plan import Plan
from persona_studio.research.sentence import are_people

_OUT = QT_TRANSLATE_NOOP("research", "{0} column left out")
_OUT_MANY = QT_TRANSLATE_NOOP("research", "{0} columns left out")
_CODED = QT_TRANSLATE_NOOP("research", "{0} column is replaced by a code.")
_CODED_MANY = QT_TRANSLATE_NOOP("research", "{0} columns are replaced by a code.")
_ANYWAY = QT_TRANSLATE_NOOP("research", "Import {0} row anyway")
_ANYWAY_MANY = QT_TRANSLATE_NOOP("research", "Import {0} rows anyway")
_ROW = QT_TRANSLATE_NOOP("research", "Import {0} row")
_ROWS = QT_TRANSLATE_NOOP("research", "Import {0} rows")
_PERSON = QT_TRANSLATE_NOOP("research", "Import {0} person")
_PEOPLE = QT_TRANSLATE_NOOP("research", "Import {0} people")


class VerdictCard(Card):
    """Sentence, the sum that leaves nothing out, `adjust` and `bring` buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._mark = Mark("filled", size=15)
        self.sentence = PlainLabel("", "name", wrap=True)
        self.detail = PlainLabel("", "muted", wrap=True)
        self.adjust = GhostButton(self.tr("Adjust columns"))
        self.adjust.setToolTip("Ctrl+J")
        self.bring = PrimaryButton(self.tr("Import"))
        self.bring.setToolTip("Ctrl+Return")
        self.afresh = LinkButton(self.tr("Read it afresh"))
        self.afresh.setToolTip(self.tr("Forget how files like this one were read before"))
        lines = QVBoxLayout()
        lines.setSpacing(4)
        lines.addWidget(self.sentence)
        lines.addWidget(self.detail)
        row = QHBoxLayout()
        row.setSpacing(12)
        mark = QVBoxLayout()
        mark.setContentsMargins(0, 3, 0, 0)
        mark.addWidget(self._mark)
        mark.addStretch(1)
        buttons = QVBoxLayout()
        line = QHBoxLayout()
        line.addWidget(self.afresh)
        line.addWidget(self.adjust)
        line.addWidget(self.bring)
        buttons.addLayout(line)
        buttons.addStretch(1)
        row.addLayout(mark)
        row.addLayout(lines, 1)
        row.addLayout(buttons)
        self.body.addLayout(row)

    def wait(self, sentence: str) -> None:
        """Say what is going on; nothing can be pressed."""
        self._say("ring", sentence, "")
        self.adjust.setEnabled(False)
        self.bring.setEnabled(False)
        self.bring.show()
        self.adjust.show()
        self.afresh.hide()

    def show_where(self, page: int) -> None:
        """Let the quiet button lead to the columns, or back from another page."""
        at_home = page == CHECK
        self.adjust.set_text(self.tr("Adjust columns") if at_home else self.tr("Done"))

    def refuse(self, error: StudioError) -> None:
        """Say why the file cannot be read."""
        self._say("slashed", error.message, error.hint)
        self.adjust.hide()
        self.bring.hide()
        self.afresh.hide()

    def show_plan(self, plan: Plan, *, whole: bool, clear: bool, like: str = "") -> None:
        """Say what the file is; the count stands on the button once the `whole` file was read.

        `clear` says that nothing needs a look, `like` names the source that was read so before.
        """
        alarm = _alarm(plan)
        self._say("filled" if clear else "half", plan.sentence, self._details(plan, whole, like))
        self.adjust.show()
        self.bring.show()
        self.adjust.setEnabled(True)
        count = draft.rows(plan).to_import
        self.bring.setEnabled(whole and count > 0)
        pair = (_PERSON, _PEOPLE) if are_people(plan) else (_ROW, _ROWS)
        pair = (_ANYWAY, _ANYWAY_MANY) if alarm else pair
        text = words.counted(*pair, count) if whole else self.tr("Import")
        if plan.roll_up and whole:
            text = self.tr("{0} and {1}").format(text, customers(plan))
        self.bring.set_text(text)
        self.afresh.setVisible(bool(like))

    def _details(self, plan: Plan, whole: bool, like: str) -> str:
        parts = [_alarm(plan)] if _alarm(plan) else []
        if like:
            parts.append(self.tr("Like last time, when “{0}” was read.").format(like))
        coded = sum(1 for n in draft.numbers(plan) if plan.use(n) == "pseudonymise")
        if coded:
            parts.append(words.counted(_CODED, _CODED_MANY, coded))
        if not whole:
            parts.append(self.tr("The whole file is being read."))
            return " ".join(parts)
        total = draft.rows(plan)
        text = self.tr("{0} read = {1} to import").format(f"{total.read:,}", f"{total.to_import:,}")
        if total.passed_over:
            text += self.tr(" + {0} passed over").format(f"{total.passed_over:,}")
        out = len(draft.staying_out(plan))
        if out:
            text += "; " + words.counted(_OUT, _OUT_MANY, out)
        parts.append(text + ".")
        return " ".join(parts)

    def _say(self, mark: str, sentence: str, detail: str) -> None:
        self._mark.set_mark(mark)
        self.sentence.setText(sentence)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.setAccessibleName(f"{sentence} {detail}".strip())


def _alarm(plan: Plan) -> str:
    """Return why the rows may be no people at all, "" where nothing says so."""
    return next((p.sentence for p in plan.problems if p.cause == "crosstab"), "")
