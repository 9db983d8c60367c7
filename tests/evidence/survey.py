# SPDX-License-Identifier: MIT
"""A small wave for tests: columns written as lists of cells."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from persona_studio.core.research import Question
from persona_studio.evidence.columns import Answers, encode


def question(
    variable: str, position: int = 0, role: str = "single_choice", **more: Any
) -> Question:
    return Question(
        f"q-{variable}", "w1", variable, position, position + 1, variable, role=role, **more
    )


def wave(
    asked: Sequence[tuple[Question, Sequence[str]]],
    keys: Sequence[str] | None = None,
    wave_id: str = "w1",
) -> Answers:
    rows = len(asked[0][1])
    return Answers(
        wave_id,
        np.arange(2, 2 + rows, dtype=np.int64),
        tuple(keys or [f"{wave_id}:{i}" for i in range(rows)]),
        {q.variable: encode(list(cells)) for q, cells in asked},
        {q.variable: q for q, _ in asked},
    )
