# SPDX-License-Identifier: MIT
"""What came of an import, where to go from here, and how to take it all back."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from persona_studio.gui.marking import QT_TRANSLATE_NOOP
from persona_studio.gui.research import words
from persona_studio.gui.widgets.buttons import GhostButton, LinkButton, PrimaryButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.mark import Mark
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.workspace.people import People

if TYPE_CHECKING:
    from persona_studio.workspace.importing import Imported
    from persona_studio.workspace.rolling import People as Customers

_MADE = QT_TRANSLATE_NOOP("research", "{0} customer was made of the orders.")
_MADE_MANY = QT_TRANSLATE_NOOP("research", "{0} customers were made of the orders.")
_OUT = QT_TRANSLATE_NOOP("research", "{0} column stayed out.")
_OUT_MANY = QT_TRANSLATE_NOOP("research", "{0} columns stayed out.")
_BEFORE = QT_TRANSLATE_NOOP("research", "{0} person answered before")
_BEFORE_MANY = QT_TRANSLATE_NOOP("research", "{0} people answered before")
_LOST = QT_TRANSLATE_NOOP("research", "{0} piece of evidence could not move with it.")
_LOST_MANY = QT_TRANSLATE_NOOP("research", "{0} pieces of evidence could not move with it.")
_NOBODYS = QT_TRANSLATE_NOOP("research", "{0} row names no customer.")
_NOBODYS_MANY = QT_TRANSLATE_NOOP("research", "{0} rows name no customer.")
_UNREAD = QT_TRANSLATE_NOOP("research", "{0} amount is no number.")
_UNREAD_MANY = QT_TRANSLATE_NOOP("research", "{0} amounts are no numbers.")
_UNLIKE = QT_TRANSLATE_NOOP("research", "{0} order names different amounts; the first counts.")
_UNLIKE_MANY = QT_TRANSLATE_NOOP("research", "{0} orders name different amounts; the first counts.")
_MASKED = QT_TRANSLATE_NOOP("research", "{0} passage with personal data was masked.")
_MASKED_MANY = QT_TRANSLATE_NOOP("research", "{0} passages with personal data were masked.")

_TWICE = QT_TRANSLATE_NOOP(
    "research", "{0} row ticks two answers where one was awaited: both stay."
)
_TWICE_MANY = QT_TRANSLATE_NOOP(
    "research", "{0} rows tick two answers where one was awaited: both stay."
)


class SummaryCard(Card):
    """`groups_wanted`, `recheck_wanted`, `undo_wanted`, `look_wanted` fire on its buttons."""

    groups_wanted = Signal()
    recheck_wanted = Signal()
    undo_wanted = Signal()
    look_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = PlainLabel("", "name", wrap=True)
        self.detail = PlainLabel("", "muted", wrap=True)
        self.groups = PrimaryButton(self.tr("Find groups"))
        self.recheck = PrimaryButton(self.tr("Re-check personas"))
        self.look = GhostButton(self.tr("Look at the answers"))
        self.undo = LinkButton(self.tr("Undo this import"))
        lines = QVBoxLayout()
        lines.setSpacing(4)
        lines.addWidget(self.sentence)
        lines.addWidget(self.detail)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Mark("filled", size=15))
        row.addLayout(lines, 1)
        for button in (self.undo, self.look, self.groups, self.recheck):
            row.addWidget(button)
        self.body.addLayout(row)
        self.groups.clicked.connect(self.groups_wanted)
        self.recheck.clicked.connect(self.recheck_wanted)
        self.undo.clicked.connect(self.undo_wanted)
        self.look.clicked.connect(self.look_wanted)

    def show_import(self, imported: "Imported", name: str, *, again: bool) -> None:
        """Say what came in; `again` when personas can be held against these answers."""
        self.recheck.setVisible(again)
        self.groups.setVisible(not again)
        self.undo.set_text(self.tr("Undo this import"))
        people = self.tr("{0} rows are in the project.").format(f"{imported.imported:,}")
        if imported.people is not None:
            people = self.tr("{0} rows and {1} customers are in the project.").format(
                f"{imported.imported:,}", f"{imported.people.wave.n:,}"
            )
        self.sentence.setText(f"{name}: {people}")
        self.detail.setText(details(imported))
        self.setAccessibleName(f"{self.sentence.text()} {self.detail.text()}")

    def show_customers(self, made: "Customers", name: str, *, again: bool) -> None:
        """Say what orders that were there already were rolled up into; `again` as in an import."""
        self.recheck.setVisible(again)
        self.groups.setVisible(not again)
        people = words.counted(_MADE, _MADE_MANY, made.wave.n)
        self.undo.set_text(self.tr("Undo this"))
        self.sentence.setText(f"{name}: {people}")
        self.detail.setText(_of_orders(made.report))
        self.setAccessibleName(f"{self.sentence.text()} {self.detail.text()}")

    def show_people(self, people: People) -> None:
        """Say who of them answered before."""
        if not people.linked:
            return
        self.show_before(people.same + people.updated, people.new, people.updated)

    def show_before(self, before: int, new: int, changed: int = 0) -> None:
        """Say how many answered before, how many of them `changed` an answer, how many are new."""
        parts = [words.counted(_BEFORE, _BEFORE_MANY, before)]
        if changed:
            parts.append(self.tr("{0} of them otherwise now").format(f"{changed:,}"))
        parts.append(self.tr("{0} are new").format(f"{new:,}"))
        self.detail.setText(f"{self.detail.text()} {', '.join(parts)}.")
        self.setAccessibleName(f"{self.sentence.text()} {self.detail.text()}")


def _of_orders(report: Mapping[str, Any]) -> str:
    """Return the sums of a roll-up, and what of the file is nobody's."""
    spend = Decimal(report["spend"])
    paid = f"{spend:,.2f}" if spend % 1 else f"{spend:,.0f}"
    text = QCoreApplication.translate("SummaryCard", "{0} orders, {1} spent in all.")
    text = text.format(f"{report['orders']:,}", paid)
    odd = (
        (_NOBODYS, _NOBODYS_MANY, report["without_customer"]["rows"]),
        (_UNREAD, _UNREAD_MANY, report["unread_amounts"]),
        (_UNLIKE, _UNLIKE_MANY, report["unlike_amounts"]),
    )
    return " ".join([text, *(words.counted(one, many, n) for one, many, n in odd if n)])


def details(imported: "Imported") -> str:
    """Return the sum and what was taken out, in words."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("SummaryCard", text)

    parts = [
        tr("{0} read = {1} imported + {2} passed over.").format(
            f"{imported.read:,}", f"{imported.imported:,}", f"{len(imported.skipped):,}"
        )
    ]
    if imported.people is not None:
        parts.append(_of_orders(imported.people.report))
    if imported.left_out:
        parts.append(words.counted(_OUT, _OUT_MANY, len(imported.left_out)))
    if imported.masked:
        parts.append(words.counted(_MASKED, _MASKED_MANY, imported.masked))
    if twice := sum(int(each["ticked_twice"]) for each in imported.put_together):
        parts.append(words.counted(_TWICE, _TWICE_MANY, twice))
    if imported.matched.same:
        same, new, gone = (
            len(x) for x in (imported.matched.same, imported.matched.new, imported.matched.gone)
        )
        parts.append(tr("{0} questions as before, {1} new, {2} gone.").format(same, new, gone))
    if imported.twin and imported.twin != imported.replaced:
        parts.append(tr("This very file was imported before; undo it if once is enough."))
    if imported.replaced:
        parts.append(tr("It took the place of the wave before."))
    if imported.lost:
        parts.append(words.counted(_LOST, _LOST_MANY, imported.lost))
    return " ".join(parts)
