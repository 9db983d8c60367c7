# SPDX-License-Identifier: MIT
"""All about one question of a file: what it means, its answers, and how its cells are read."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from persona_studio.gui.research import draft, words
from persona_studio.gui.research import entries as questions
from persona_studio.gui.research.bars import Bars
from persona_studio.gui.research.distribution import Bar, Distribution
from persona_studio.gui.research.draft import Seen
from persona_studio.gui.research.entries import Entry
from persona_studio.gui.research.missing_texts import MissingTexts
from persona_studio.gui.research.order_list import OrderList
from persona_studio.gui.widgets.buttons import LinkButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.widgets.scrolling import scrolling
from persona_studio.research.facts import DATES
from persona_studio.research.plan import Plan, Role, Use

_SCALES = ("ordinal", "likert", "nps")
_SHOWN = 10
_SEPARATORS = (";", ",", "|", "\n", "、", "┋", "،")


class ColumnDetail(Card):
    """`told` carries a plan and the columns to read again for it, `private_wanted` a column."""

    told = Signal(object, list)
    private_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=12)
        self.seen = Seen(Plan(""))
        self.entry: Entry | None = None
        self.name = PlainLabel("", "strong", wrap=True)
        self.role_box = _box(self.tr("What the column means"), words.ROLES, numbered=9)
        self.why = PlainLabel("", "quiet", wrap=True)
        self.comes_in = QCheckBox(self.tr("Bring it into the project"))
        self.private = LinkButton(self.tr("Personal data: decide what happens to it"), "lock")
        self.answers = Bars()
        self.examples = PlainLabel("", "muted", wrap=True)
        self.separator = _box(
            self.tr("What stands between the choices of a cell"),
            {mark: words.mark(mark) for mark in _SEPARATORS},
        )
        self.containing = PlainLabel("", "quiet", wrap=True)
        self.order = OrderList()
        self.turn = LinkButton(self.tr("Turn the order round"))
        self.dates = _box(
            self.tr("Day or month first"), {k: words.DATE_ORDERS[k] for k in ("dmy", "mdy")}
        )
        self.evidence = PlainLabel("", "quiet", wrap=True)
        self.missing = MissingTexts()
        self._captions: dict[QWidget, PlainLabel] = {}
        self._build()
        self.role_box.activated.connect(self._role_chosen)
        self.separator.activated.connect(self._separator_chosen)
        self.dates.activated.connect(self._order_of_dates_chosen)
        self.order.reordered.connect(self._reordered)
        self.turn.clicked.connect(self.order.turn_round)
        self.missing.changed.connect(self._missing_chosen)
        self.comes_in.clicked.connect(self._comes_in)
        self.private.clicked.connect(self._to_private)

    def show_entry(self, seen: Seen, entry: Entry | None) -> None:
        """Show one question."""
        self.seen, self.entry = seen, entry
        self.setEnabled(entry is not None)
        if entry is None:
            return
        role = draft.role(seen.plan, entry.first)
        self.name.setText(f"{entry.place}  {entry.title}")
        self.role_box.setCurrentIndex(self.role_box.findData(role.role))
        reasons = (words.sure(role.sure, role.why)[1], questions.told_of_ticks(seen.plan, entry))
        self.why.setText("\n".join(filter(None, reasons)))
        private = draft.is_private(seen.plan, entry.first)
        self.comes_in.setVisible(not private)
        self.comes_in.setChecked(seen.plan.use(entry.first) != "leave_out")
        self.private.setVisible(private)
        self._show_answers(entry, role)
        self._show_separator(entry, role)
        self._show_order(entry, role)
        self._show_dates(entry, role)
        self.missing.show_texts(role.missing, seen.of(entry.first).blanks)
        self._show(self.missing, shown=not draft.hidden(seen.plan, entry.first))

    def tell_role(self, number: int) -> None:
        """Give the question the role of a digit: 1 to 9 in the order of the list, 0 is private."""
        names = list(words.ROLES)
        if self.entry is not None:
            self._tell_role("pii" if number == 0 else names[number - 1])

    def _build(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(6)
        for caption, widget in (
            ("", self.role_box),
            ("", self.why),
            ("", self.comes_in),
            ("", self.private),
            (self.tr("Answers"), self.answers),
            (self.tr("For example"), self.examples),
            (self.tr("Between the choices of a cell"), self.separator),
            ("", self.containing),
            (self.tr("From low to high (drag, or Alt with the arrows)"), self.order),
            ("", self.turn),
            (self.tr("Day or month first"), self.dates),
            ("", self.evidence),
            (self.tr("Means no answer"), self.missing),
        ):
            if caption:
                label = PlainLabel(caption, "section")
                label.setContentsMargins(0, 8, 0, 0)
                self._captions[widget] = label
                column.addWidget(label)
            column.addWidget(widget)
        column.addStretch(1)
        area = scrolling(column, sideways=False)
        self.body.addWidget(self.name)
        self.body.addWidget(area, 1)

    def _show(self, widget: QWidget, *, shown: bool) -> None:
        widget.setVisible(shown)
        if widget in self._captions:
            self._captions[widget].setVisible(shown)

    def _show_answers(self, entry: Entry, role: Role) -> None:
        hidden = all(draft.hidden(self.seen.plan, column) for column in entry.columns)
        facts = questions.facts(self.seen, entry)
        found = [] if hidden or role.role in _SCALES else questions.choices(self.seen, entry)
        bars = tuple(Bar(text, count) for text, count in found[:_SHOWN])
        base = facts.rows if role.role == "multi_select" and entry.several else facts.filled
        self.answers.show_spread(Distribution(bars, base, facts.rows))
        self._show(self.answers, shown=bool(bars))
        texts = questions.examples(self.seen, entry.first)
        if hidden:
            texts = [self.tr("Hidden: the cells of a column that stays out are not shown.")]
        self.examples.setText("\n".join(texts))
        self._show(self.examples, shown=bool(texts) and (hidden or not facts.tops))

    def _show_separator(self, entry: Entry, role: Role) -> None:
        shown = role.role == "multi_select" and not entry.several
        self._show(self.separator, shown=shown)
        if shown:
            mark = (role.separator or "").strip(" ") or role.separator
            if mark and self.separator.findData(mark) < 0:
                self.separator.addItem(words.mark(mark), mark)
            self.separator.setCurrentIndex(self.separator.findData(mark))
        held = ", ".join(f"“{choice}”" for choice in role.choices_containing_separator)
        self.containing.setText(self.tr("Counted as one choice: {0}").format(held))
        self._show(self.containing, shown=shown and bool(held))

    def _show_order(self, entry: Entry, role: Role) -> None:
        shown = role.role in _SCALES and bool(role.order)
        if shown:
            self.order.show_steps(role.order, dict(questions.facts(self.seen, entry).tops))
        self._show(self.order, shown=shown)
        self._show(self.turn, shown=shown)

    def _show_dates(self, entry: Entry, role: Role) -> None:
        shown = role.role in DATES
        self._show(self.dates, shown=shown and role.date_order is not None)
        if role.date_order:
            self.dates.setCurrentIndex(self.dates.findData(role.date_order))
        self.evidence.setText(self._evidence(entry, role) if shown else "")
        self._show(self.evidence, shown=shown)

    def _evidence(self, entry: Entry, role: Role) -> str:
        text = self.seen.of(entry.first).telling
        rows = self.seen.rows.get((entry.first, text), ())
        if role.date_order is None:
            return self.tr("The year is written first, or the month by name.")
        if not text or draft.hidden(self.seen.plan, entry.first):
            return self.tr("No date has a day past 12: both orders would fit.")
        said = words.say(words.DATE_ORDERS[role.date_order])
        where = self.tr("Row {0}").format(f"{rows[0]:,}") if rows else self.tr("One row")
        return self.tr("{0} has “{1}”, which can only be {2}.").format(where, text, said)

    def _role_chosen(self) -> None:
        self._tell_role(str(self.role_box.currentData()))

    def _tell_role(self, name: str) -> None:
        if self.entry is not None:
            columns = list(self.entry.columns)
            self.told.emit(draft.with_role(self.seen.plan, columns, name), columns)

    def _comes_in(self) -> None:
        if self.entry is not None:
            words_only = draft.role(self.seen.plan, self.entry.first).role == "free_text"
            use: Use = "mask" if words_only else "keep"
            use = use if self.comes_in.isChecked() else "leave_out"
            self.told.emit(draft.with_use(self.seen.plan, self.entry.columns, use), [])

    def _to_private(self) -> None:
        if self.entry is not None:
            self.private_wanted.emit(self.entry.first)

    def _separator_chosen(self) -> None:
        self._retell({"separator": self.separator.currentData(), "options": ()})

    def _order_of_dates_chosen(self) -> None:
        self._retell({"date_order": self.dates.currentData()})

    def _reordered(self, steps: list[str]) -> None:
        self._retell({"order": tuple(steps), "options": tuple(steps)})

    def _missing_chosen(self, texts: list[str]) -> None:
        self._retell({"missing": tuple(texts)})

    def _retell(self, parts: Mapping[str, object]) -> None:
        if self.entry is not None:
            columns = list(self.entry.columns)
            self.told.emit(draft.retell(self.seen.plan, columns, **parts), columns)


def _box(name: str, entries: Mapping[str, str], numbered: int = 0) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for place, (key, text) in enumerate(entries.items(), 1):
        digit = f"{place}  " if place <= numbered else ""
        digit = "0  " if numbered and key == "pii" else digit
        box.addItem(digit + words.say(text), key)
    return box
