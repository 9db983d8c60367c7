# SPDX-License-Identifier: MIT
"""One piece of evidence in the panel of a claim: where from, when, what it says, and a way off."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from persona_studio.core.persona import Evidence
from persona_studio.core.research import Source, Wave
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.assess import short_date
from persona_studio.evidence.grounds import is_assumption, is_lost, theme_rows
from persona_studio.evidence.spoken import joint, without_fields
from persona_studio.gui.personas.head import percent
from persona_studio.gui.widgets.buttons import IconButton, LinkButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.meter_bar import MeterBar
from persona_studio.gui.widgets.parted import add_parted
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.workspace.behind import Whose


def _tr(text: str) -> str:
    return QCoreApplication.translate("board", text)


def origin(item: Evidence, snapshot: Snapshot, today: date) -> str:
    """Return the source of a piece of evidence and the day it speaks of."""
    source = snapshot.table(Source).get(item.source or "")
    wave = snapshot.table(Wave).get(item.wave or "")
    day = wave.collected_on if wave else item.since
    name = source.name if source else _tr("Source removed")
    return f"{name} · {short_date(day, today)}" if day else name


def said_by(item: Evidence, snapshot: Snapshot) -> str:
    """Return what a piece of evidence says, in words."""
    asked, said = parted_by(item, snapshot)
    return f"{asked}{joint(asked)}{said}" if asked else said


def parted_by(item: Evidence, snapshot: Snapshot) -> tuple[str, str]:
    """Return what was asked and what was answered, ("", its words) where nothing was asked."""
    if item.measure is None or is_lost(item, snapshot):
        return "", _words_of(item, snapshot)
    question = snapshot.question(item.wave or "", item.measure.question)
    asked = (question.group or question.text or question.label) if question else ""
    return without_fields(asked), _value(item.measure.op, item.measure.value)


def _words_of(item: Evidence, snapshot: Snapshot) -> str:
    if is_lost(item, snapshot):
        return item.lost or _tr("What stood behind this was removed.")
    if item.quote is not None:
        quote = snapshot.quote(item.quote)
        return f"\u201c{quote.text}\u201d" if quote else ""
    if item.theme is not None:
        theme = snapshot.theme(item.theme)
        return theme.name if theme else ""
    return item.note


def counted(item: Evidence, snapshot: Snapshot, *, everyone: bool = True) -> str:
    """Return how many people a piece of evidence speaks for, of the group or of `everyone`."""
    if item.theme is not None:
        people = sum(len(rows) for rows in theme_rows(snapshot).get(item.theme, {}).values())
        return _tr("1 person") if people == 1 else _tr("{0} people").format(people)
    total = item.n_for + item.n_against
    if item.measure is not None:
        base = _tr("of everyone") if everyone else _tr("of the group")
        share = percent(item.n_for / total) if total else "\u2013"
        return f"{share} {base} · {_tr('{0} of {1}').format(item.n_for, total)}"
    if item.quote is not None:
        return _tr("1 person")
    return _tr("{0} for, {1} against").format(item.n_for, item.n_against) if total else ""


def _value(op: str, value: object) -> str:
    if isinstance(value, list | tuple):
        parts = [str(part) for part in value]
        return " \u2013 ".join(parts) if op == "between" else " / ".join(parts)
    words = {
        "at_least": _tr("{0} or above"),
        "at_most": _tr("{0} or below"),
        "is_not": _tr("not {0}"),
        "answered": _tr("answered"),
    }
    return words.get(op, "{0}").format("" if value is None else value)


class EvidenceCard(Card):
    """Shows one piece of evidence; `unlink_asked(id)`, `people_asked(id)`, `change_asked(id)`.

    `whose` tells whose answers it counts, in words where they are another wave's.
    """

    unlink_asked = Signal(str)
    people_asked = Signal(str)
    change_asked = Signal(str)

    def __init__(
        self,
        item: Evidence,
        snapshot: Snapshot,
        today: date,
        whose: Whose,
        *,
        locked: bool = False,
    ) -> None:
        super().__init__(margin=12)
        self.body.setSpacing(4)
        where = origin(item, snapshot, today)
        top = QHBoxLayout()
        top.addWidget(PlainLabel(where, "faint", elide=True), 1)
        if not locked and item.measure is not None:
            change = IconButton("pencil", self.tr("Change what is counted: {0}").format(where))
            change.setFixedSize(24, 24)
            change.clicked.connect(lambda: self.change_asked.emit(item.id))
            top.addWidget(change)
        if not locked:
            off = IconButton("unlink", self.tr("Take this off the claim: {0}").format(where))
            off.setFixedSize(24, 24)
            off.clicked.connect(lambda: self.unlink_asked.emit(item.id))
            top.addWidget(off)
        self.body.addLayout(top)
        said = said_by(item, snapshot)
        if said:
            add_parted(self.body, parted_by(item, snapshot))
        if is_assumption(item, snapshot):
            self._assumed(item, today)
            return
        total, people = (
            item.n_for + item.n_against,
            counted(item, snapshot, everyone=whose.everyone),
        )
        if item.measure is not None and total:
            bar = MeterBar()
            bar.set_values(None, item.n_for / total)
            bar.setAccessibleName(people)
            self.body.addWidget(bar)
        for line in filter(None, (people, whose.words)):
            self.body.addWidget(PlainLabel(line, "quiet", wrap=True))
        self.people = LinkButton(self.tr("Show the people"), flush=True)
        self.people.setAccessibleName(self.tr("Show the people: {0}").format(said or where))
        self.people.setVisible(bool(item.wave or item.theme) and not is_lost(item, snapshot))
        self.people.clicked.connect(lambda: self.people_asked.emit(item.id))
        self.body.addWidget(self.people, 0, Qt.AlignmentFlag.AlignLeft)

    def _assumed(self, item: Evidence, today: date) -> None:
        lines = [self.tr("Assumed by {0}").format(item.who)] if item.who else []
        if item.how_to_test:
            lines.append(self.tr("Test: {0}").format(item.how_to_test))
        if item.test_by:
            lines.append(self.tr("By {0}").format(short_date(item.test_by, today)))
        for line in lines:
            self.body.addWidget(PlainLabel(line, "quiet", wrap=True))
