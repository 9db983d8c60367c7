# SPDX-License-Identifier: MIT
"""Beside a re-check: who was asked then and now, how far each persona fits, how to read it."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from persona_studio.core.persona import Persona
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.drift import visible_points
from persona_studio.gui.review.recheck_words import wave_name
from persona_studio.gui.widgets.card import hairline
from persona_studio.gui.widgets.meter_bar import MeterBar
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.workspace.rechecking import Recheck

_MOST = 6


class RecheckSide(QWidget):
    """Fill it once with a re-check; it holds no truth of its own."""

    def __init__(self, found: Recheck, snapshot: Snapshot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._asked(found)
        self._coverage(found, snapshot)
        self._reading(found)
        self._column.addStretch(1)

    def _asked(self, found: Recheck) -> None:
        waves = (found.comparison.before, found.comparison.wave)
        self._column.addWidget(PlainLabel(self.tr("Who was asked"), "name"))
        told = " · ".join(f"{wave_name(wave)}: {wave.n:,}" for wave in waves)
        self._column.addWidget(PlainLabel(told, "quiet", wrap=True))
        asked = found.told["asked"]
        if asked["same"]:
            words = self.tr("The same kinds of people as before, as far as the answers tell.")
            self._column.addWidget(PlainLabel(words, "muted", wrap=True))
            return
        words = self.tr("Other people were asked. What looks changed may come from that:")
        self._column.addWidget(PlainLabel(words, "caution", wrap=True))
        moved = sorted(asked["differences"], key=lambda each: -abs(each["after"] - each["before"]))
        for each in moved[:_MOST]:
            self._column.addWidget(PlainLabel(self._difference(each), "muted", wrap=True))
        if len(moved) > _MOST:
            more = self.tr("and {0} more answers").format(len(moved) - _MOST)
            self._column.addWidget(PlainLabel(more, "quiet"))

    def _difference(self, told: dict[str, Any]) -> str:
        shares = (round(100 * told["before"]), round(100 * told["after"]))
        words = self.tr("{0}, {1}: {2} → {3} in 100")
        return words.format(told["label"], told["answer"] or self.tr("no answer"), *shares)

    def _coverage(self, found: Recheck, snapshot: Snapshot) -> None:
        told = [each for each in found.told["coverage"] if each["after"] is not None]
        if not told:
            return
        self._heading(self.tr("How many people each persona fits"))
        for each in told:
            persona = snapshot.table(Persona)[each["persona"]]
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(PlainLabel(persona.name, "", elide=True), 1)
            shares = [round(100 * each[side]) for side in ("before", "after", "low", "high")]
            words = self.tr("{0} → {1} %").format(*shares[:2])
            row.addWidget(PlainLabel(words, "strong"), 0, Qt.AlignmentFlag.AlignRight)
            self._column.addLayout(row)
            bar = MeterBar(persona.colour)
            bar.set_values(None, each["after"], each["before"])
            could = self.tr("Now {1} %, could be {2} to {3}; before {0} %").format(*shares)
            bar.setAccessibleName(f"{persona.name}: {could}")
            bar.setToolTip(could)
            self._column.addWidget(bar)
        words = self.tr("The tick is the wave before. A person fits at two lines in three.")
        self._column.addWidget(PlainLabel(words, "quiet", wrap=True))

    def _reading(self, found: Recheck) -> None:
        self._heading(self.tr("How to read it"))
        people = [
            min(line.told["before"]["n"], line.told["after"]["n"])
            for line in found.lines
            if line.told["before"] and line.told["after"]
        ]
        lines = [
            self.tr(
                "“Changed” is said only when chance is ruled out over all claims together and "
                "the gap is 10 points or more."
            ),
            self.tr("About 150 people for each persona and wave let a claim “still hold”."),
        ]
        if any(line.told["people"] == "model" for line in found.lines):
            placed = self.tr(
                "People are placed by the rules of each group, without the question that is "
                "checked; so counts may differ a little from the board."
            )
            lines.append(placed)
        if people and min(people):
            points = round(visible_points(min(people)))
            least = self.tr("Here the fewest are {0}: changes under {1} points could be missed.")
            lines.append(least.format(min(people), points))
        for line in lines:
            self._column.addWidget(PlainLabel(line, "quiet", wrap=True))

    def _heading(self, words: str) -> None:
        self._column.addSpacing(10)
        self._column.addWidget(hairline())
        self._column.addSpacing(4)
        self._column.addWidget(PlainLabel(words, "strong", wrap=True))
