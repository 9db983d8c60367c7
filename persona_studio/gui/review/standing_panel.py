# SPDX-License-Identifier: MIT
"""The right side: a claim, what was counted, the people behind it, and how strong it all is."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from persona_studio.core.persona import Claim, Persona
from persona_studio.evidence.assess import Assessment
from persona_studio.evidence.strength import KINDS
from persona_studio.evidence.verdict import WORDS
from persona_studio.gui.review.interval_bar import IntervalBar
from persona_studio.gui.review.people import Voice, voices
from persona_studio.gui.theme import theme
from persona_studio.gui.widgets.buttons import LinkButton
from persona_studio.gui.widgets.card import hairline
from persona_studio.gui.widgets.parted import add_parted
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.workspace.workspace import Workspace


class StandingPanel(QWidget):
    """Shows one claim with its persona, or a persona alone; rebuilt for each choice."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def show_claim(self, claim: Claim) -> None:
        """Show what stands behind a claim."""
        found = self._workspace.assess(claim.id)
        add_parted(self._column, (found.lead, found.line), "name")
        self._column.addWidget(PlainLabel(self._about(claim), "muted", wrap=True))
        self._column.addSpacing(6)
        if found.interval and found.n_total:
            bar = IntervalBar()
            bar.show_share(found, claim.quantifier)
            self._column.addWidget(bar)
        elif found.proof:
            self._column.addWidget(PlainLabel(found.proof, "strong", wrap=True))
        self._voices(voices(self._workspace, claim.id))
        self._strength(found)
        persona = self._workspace.snapshot.table(Persona).get(claim.persona or "")
        if persona is not None:
            self._profile(persona, self.tr("How strong is the whole profile?"))
        self._column.addStretch(1)

    def show_persona(self, persona: Persona) -> None:
        """Show how a persona stands."""
        self._column.addWidget(PlainLabel(persona.name, "name", wrap=True))
        self._column.addWidget(PlainLabel(persona.tagline, "muted", wrap=True))
        self._profile(persona, self.tr("How strong is the profile?"))
        self._column.addStretch(1)

    def show_set(self) -> None:
        """Show how every persona stands, side by side in words."""
        self._column.addWidget(PlainLabel(self.tr("The whole set"), "name"))
        for persona in self._workspace.snapshot.personas:
            self._profile(persona, persona.name)
        self._column.addStretch(1)

    def _about(self, claim: Claim) -> str:
        persona = self._workspace.snapshot.table(Persona).get(claim.persona or "")
        parts = [persona.name if persona else self.tr("Parking lot")]
        parts.append(self._workspace.snapshot.section(claim.section).title)
        if claim.quantifier:
            parts.append(self.tr("says “{0}”").format(WORDS[claim.quantifier]))
        return " · ".join(parts)

    def _voices(self, found: Sequence[Voice]) -> None:
        self._heading(self.tr("People behind it"))
        if not found:
            self._column.addWidget(PlainLabel(self.tr("Nobody yet."), "muted"))
        sides = {voice.supports for voice in found}
        for voice in found:
            side = ""
            if len(sides) > 1 or not voice.supports:
                side = self.tr("for · ") if voice.supports else self.tr("against · ")
            self._column.addWidget(_Said(voice.words, side + voice.who))

    def _strength(self, found: Assessment) -> None:
        self._heading(self.tr("How strong is this claim?"))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(PlainLabel(self.tr("{0} of 100, {1}").format(found.strength, found.band)))
        how = LinkButton(self.tr("How was this computed?"))
        row.addWidget(how)
        row.addStretch(1)
        self._column.addLayout(row)
        lines = list(found.lines)
        if found.by_construction:
            lines.append(self.tr("Its question formed the group, so it had to be true there."))
        steps = PlainLabel("\n".join(lines), "quiet", wrap=True)
        steps.hide()
        self._column.addWidget(steps)
        how.clicked.connect(lambda: steps.setVisible(steps.isHidden()))

    def _profile(self, persona: Persona, heading: str) -> None:
        self._heading(heading)
        claims = self._workspace.snapshot.claims_of(persona.id)
        marks: Counter[str] = Counter(self._workspace.assess(claim.id).mark for claim in claims)
        for line in profile_lines(self._workspace, persona, marks, self):
            self._column.addWidget(PlainLabel(line, "muted", wrap=True))

    def _heading(self, words: str) -> None:
        self._column.addSpacing(10)
        self._column.addWidget(hairline())
        self._column.addSpacing(4)
        self._column.addWidget(PlainLabel(words, "strong", wrap=True))


def profile_lines(
    workspace: Workspace, persona: Persona, marks: Counter[str], words: QObject
) -> list[str]:
    """Return the lines that tell how a persona stands: its claims by mark, its basis, its score."""
    found = workspace.judging.strength(persona.id)
    names = (
        ("filled", words.tr("holds {0}")),
        ("half", words.tr("thin {0}")),
        ("ring", words.tr("unproven {0}")),
        ("slashed", words.tr("contradicted {0}")),
    )
    told = " · ".join(word.format(marks[mark]) for mark, word in names if marks[mark])
    kinds = ", ".join(KINDS.get(kind, kind) for kind in found.kinds)
    people = words.tr("1 person") if found.people == 1 else words.tr("{0} people")
    basis = f"{found.label}: {people.format(found.people)}" if found.people else found.label
    return [
        told or words.tr("No claims yet."),
        f"{basis} ({kinds})" if kinds else basis,
        words.tr("Strength {0} of 100").format(found.score),
    ]


class _Said(QWidget):
    """Somebody's words with a thin line beside them."""

    def __init__(self, words: str, who: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 3, 0, 3)
        column.setSpacing(1)
        column.addWidget(PlainLabel(words, wrap=True))
        column.addWidget(PlainLabel(who, "quiet", wrap=True))
        theme().changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        painter.fillRect(0, 3, 2, self.height() - 6, theme().colour("line"))
        painter.end()
