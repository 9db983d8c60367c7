# SPDX-License-Identifier: MIT
"""The end of a workshop: decisions, open assumptions, the next review, and the minutes."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from persona_studio.core.workshop import Decision
from persona_studio.gui.widgets.buttons import PrimaryButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.day_field import DayField
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.widgets.scrolling import scrolling
from persona_studio.gui.workshop.flow import Flow
from persona_studio.gui.workshop.page import Look, Page
from persona_studio.gui.workshop.point_row import PointRow
from persona_studio.storage import evidence, workshops
from persona_studio.workspace.assumptions import Assumed, open_assumptions


class ClosePage(Page):
    """Points are written down here at the desk; before the room, decisions are only added."""

    def __init__(self, flow: Flow, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(flow, look, parent)
        self.decisions: list[PointRow] = []
        self.assumptions: list[PointRow] = []
        self._open: list[Assumed] = []
        self._shown_day: date | None = None
        self.field = QLineEdit()
        self.review = DayField(ahead=True)
        self.save = PrimaryButton(self.tr("Save the minutes as PDF…"), "download")
        self._decided, self._assumed = QVBoxLayout(), QVBoxLayout()
        self._nothing = PlainLabel("", "muted", wrap=True)
        self._tested = PlainLabel("", "muted", wrap=True)
        self._day = PlainLabel("", "strong")
        self._build()
        self.field.returnPressed.connect(self._decide)
        self.review.changed.connect(self._set_review)
        self.save.clicked.connect(lambda: self.pages_wanted.emit("minutes"))

    def refresh(self) -> None:
        """Show what was decided and what is open."""
        session = self.flow.session
        if session is None:
            return
        self._fit(self.decisions, self._decided, len(session.decisions), words=True)
        for row, each in zip(self.decisions, session.decisions, strict=True):
            row.show_point(each.text, each.owner, each.due)
        self._nothing.setText("" if session.decisions else self.tr("Nothing is decided yet."))
        self._nothing.setVisible(not session.decisions)
        self._open = open_assumptions(self.bridge.snapshot)
        self._fit(self.assumptions, self._assumed, len(self._open), words=False)
        for row, found in zip(self.assumptions, self._open, strict=True):
            where = found.where or self.tr("Parking lot")
            row.show_point(found.claim.text, found.item.who, found.item.test_by, where)
        words = self.tr("No claim rests on an assumption alone.")
        self._tested.setText("" if self._open else words)
        self._tested.setVisible(not self._open)
        if session.review_on != self._shown_day:
            self._shown_day = session.review_on
            self.review.set_day(session.review_on)
        day = session.review_on.isoformat() if session.review_on else self.tr("no day yet")
        self._day.setText(day)

    def _build(self) -> None:
        self.field.setPlaceholderText(self.tr("Write a decision and press Enter"))
        self.field.setAccessibleName(self.tr("A new decision"))
        self.field.setMaxLength(240)
        row = QHBoxLayout()
        row.setSpacing(18)
        for title, field, column, empty in (
            (self.tr("Decisions"), self.field, self._decided, self._nothing),
            (self.tr("Open assumptions"), None, self._assumed, self._tested),
        ):
            card = Card()
            card.body.addWidget(PlainLabel(title, "name"))
            if field is not None and self.writes:
                card.body.addWidget(field)
            inside = QVBoxLayout()
            inside.setContentsMargins(0, 0, 10, 0)
            inside.addWidget(empty)
            inside.addLayout(column)
            inside.addStretch(1)
            card.body.addWidget(scrolling(inside), 1)
            row.addWidget(card, 1)
        label = PlainLabel(self.tr("The personas are reviewed again on"), "muted")
        label.setBuddy(self.review)
        self.review.setAccessibleName(self.tr("Day of the next review"))
        self.review.setFixedWidth(196)
        foot = QHBoxLayout()
        foot.addWidget(label)
        foot.addWidget(self.review if self.edits else self._day)
        foot.addWidget(self.review.told)
        foot.addStretch(1)
        if not self.look.stage:
            foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row, 1)
        column.addLayout(foot)
        unused: list[QWidget] = [self._day if self.edits else self.review]
        unused += [] if self.writes else [self.field]
        unused += [self.save] if self.look.stage else []
        for widget in unused:
            widget.setParent(self)
            widget.hide()

    def _fit(self, rows: list[PointRow], column: QVBoxLayout, many: int, *, words: bool) -> None:
        """Have as many rows as there are points; those that stay keep the keyboard."""
        while len(rows) > many:
            row = rows.pop()
            column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(rows) < many:
            row = PointRow(edits=self.edits, words=words)
            change = self._change if words else self._own
            row.changed.connect(partial(change, len(rows)))
            row.removed.connect(partial(self._remove, len(rows)))
            rows.append(row)
            column.addWidget(row)

    def _decide(self) -> None:
        text = " ".join(self.field.text().split())
        session = self.flow.session
        if text and session is not None:
            self.field.clear()
            self._write("Write down a decision", (*session.decisions, Decision(text)))
            if self.decisions and self.edits:
                self.decisions[-1].owner.setFocus()

    def _change(self, place: int, text: str, owner: str, due: date | None) -> None:
        if self.flow.session is not None:
            kept = list(self.flow.session.decisions)
            kept[place] = Decision(text, owner, due)
            self._write("Change a decision", tuple(kept))

    def _remove(self, place: int) -> None:
        if self.flow.session is not None:
            kept = list(self.flow.session.decisions)
            del kept[place]
            self._write("Remove a decision", tuple(kept))

    def _write(self, label: str, decisions: tuple[Decision, ...]) -> None:
        session = self.flow.session
        if session is not None:
            with self.bridge.edit(label) as write:
                workshops.change(write, session.id, decisions=decisions)

    def _own(self, place: int, _text: str, owner: str, due: date | None) -> None:
        with self.bridge.edit("Say who tests an assumption, and by when") as write:
            evidence.assume(write, self._open[place].claim.id, owner, "", due)

    def _set_review(self) -> None:
        session = self.flow.session
        if session is not None and self.review.day != session.review_on:
            self._shown_day = self.review.day
            with self.bridge.edit("Set the day of the next review") as write:
                workshops.change(write, session.id, review_on=self.review.day)
