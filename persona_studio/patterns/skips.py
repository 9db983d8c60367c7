# SPDX-License-Identifier: MIT
"""Blocks of questions that were not shown to some people: named, and no group of their own.

Questions that the same people left blank are one block, wherever they stand in the file, so that
its columns may come in any order. A select-all belongs to a block where everybody who skipped the
block ticked nothing: for them a blank is no answer, for all others it is "nothing ticked".
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from persona_studio.evidence.columns import Answers, Mask
from persona_studio.evidence.reading import Reader

LEAST, MOST = 0.05, 0.5
_ALIKE = 0.6
"""Of those who left one of two questions blank, so many left both: 5 % blanks by chance beside."""
_ALL, _MOSTLY = 0.99, 0.9
_FEWEST = 10


@dataclass(frozen=True, eq=False)
class Skip:
    """Variables that belong together, and the rows that left all of them blank."""

    variables: tuple[str, ...]
    rows: Mask

    @property
    def share(self) -> float:
        """The share of all rows."""
        return float(self.rows.mean())


def blank(variable: str, answers: Answers) -> Mask:
    """Return the rows that gave no answer to a question."""
    column = answers.columns[variable]
    read = Reader(answers.questions[variable])
    told = np.array([read.is_missing(label) for label in column.labels], dtype=np.bool_)
    return told[column.codes]


def skips(variables: Sequence[str], answers: Answers) -> list[Skip]:
    """Return the blocks among some questions, the one that most people skipped first."""
    asked = [v for v in variables if answers.questions[v].role != "multi_select"]
    found = [(v, blank(v, answers)) for v in asked]
    found = [(v, rows) for v, rows in found if LEAST <= rows.mean() <= 1 - LEAST]
    found.sort(key=lambda each: (-int(each[1].sum()), answers.questions[each[0]].label, each[0]))
    blocks: list[list[tuple[str, Mask]]] = []
    for variable, rows in found:
        home = next((block for block in blocks if _overlap(block[0][1], rows) >= _ALIKE), None)
        if home is None:
            blocks.append([(variable, rows)])
        else:
            home.append((variable, rows))
    several = [block for block in blocks if len(block) > 1]
    return [_skip(block, variables, answers) for block in several]


def _skip(block: Sequence[tuple[str, Mask]], variables: Sequence[str], answers: Answers) -> Skip:
    rows: Mask = np.logical_and.reduce([each for _, each in block])
    ticks = [
        v
        for v in variables
        if answers.questions[v].role == "multi_select" and _belongs(blank(v, answers), rows)
    ]
    members = {v for v, _ in block} | set(ticks)
    ordered = sorted(members, key=lambda v: answers.questions[v].position)
    return Skip(tuple(ordered), rows)


def _belongs(nothing: Mask, skipped: Mask) -> bool:
    inside, outside = nothing[skipped], nothing[~skipped]
    return len(inside) >= _FEWEST and inside.mean() >= _ALL and outside.mean() < _MOSTLY


def _overlap(first: Mask, second: Mask) -> float:
    return float((first & second).sum() / max(1, (first | second).sum()))


def beside(variables: Sequence[str], found: Sequence[Skip]) -> list[str]:
    """Return the other questions of the block that some variables belong to."""
    block = next((skip.variables for skip in found if variables[0] in skip.variables), ())
    return [v for v in block if v not in variables]


def shown_everything(found: Sequence[Skip], rows: int) -> tuple[Mask, list[Skip]]:
    """Return (rows that skipped no block, blocks to leave out so that half of all rows remain).

    Groups are looked for among people who were shown everything; the others join them by what
    they were asked.
    """
    kept, left = np.ones(rows, dtype=np.bool_), []
    for skip in sorted(found, key=lambda each: each.share):
        fewer = kept & ~skip.rows
        if fewer.mean() < MOST:
            left.append(skip)
        else:
            kept = fewer
    return kept, left
