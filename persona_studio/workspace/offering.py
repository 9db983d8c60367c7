# SPDX-License-Identifier: MIT
"""What the data says about a sentence somebody wrote: for it and against it, side by side.

A sentence is compared with every question and answer by its words. Whether it denies what it
names is beyond that, so each offer says what was counted and can be linked either way round.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.likeness import Index, Line
from persona_studio.evidence.verdict import verdict
from persona_studio.workspace.figures import Figure

Stance = Literal["for", "against", "open"]
_STANCES: dict[str, Stance] = {"supported": "for", "contradicted": "against"}
_MOST = 2
_READ_AS = "most"
"""How many a sentence speaks of when it does not say: a persona's line is read as true of most."""


@dataclass(frozen=True)
class Offer:
    """A figure for a sentence; `rival` tells that it is another answer, which more people gave."""

    figure: Figure
    stance: Stance
    rival: bool = False


class Offers:
    """The figures of one persona, ready to be compared with sentences."""

    def __init__(self, figures: Sequence[Figure], snapshot: Snapshot) -> None:
        self._figures = tuple(figures)
        self._index = Index([Line(_asked(f, snapshot), f.answer) for f in figures])

    def about(self, sentence: str, quantifier: str | None = None, most: int = 2) -> list[Offer]:
        """Return what the data says about a sentence, best fitting first, each question once.

        Where more people gave another answer to the same question, that follows at once.
        """
        out: list[Offer] = []
        asked: set[str] = set()
        for match in self._index.matches(sentence, most=12):
            figure = self._figures[match.place]
            if _question(figure) in asked or len(asked) == most:
                continue
            asked.add(_question(figure))
            rivals = self._rivals(figure)
            if not match.named:
                figure = max((figure, *rivals), key=lambda each: each.share)
            out.append(Offer(figure, stance_of(figure, quantifier)))
            more = [each for each in rivals if each.k > figure.k]
            if more:
                out.append(Offer(max(more, key=lambda each: each.k), "against", rival=True))
        return out[:_MOST]

    def _rivals(self, figure: Figure) -> list[Figure]:
        """Return the other answers to a question of which everybody gave one."""
        if figure.measure.op not in ("is", "at_least", "at_most"):
            return []
        same = (each for each in self._figures if each.wave == figure.wave)
        return [e for e in same if e.variable == figure.variable and e is not figure]


def stance_of(figure: Figure, quantifier: str | None) -> Stance:
    """Return what a figure says about a sentence that speaks of so many."""
    return _STANCES.get(verdict(quantifier or _READ_AS, figure.k, figure.n), "open")


def _asked(figure: Figure, snapshot: Snapshot) -> str:
    question = snapshot.question(figure.wave, figure.variable)
    text = question.text if question else ""
    return figure.label if text in ("", figure.label) else f"{figure.label} {text}"


def _question(figure: Figure) -> str:
    return f"{figure.wave}:{figure.variable}"
