# SPDX-License-Identifier: MIT
"""Answers that are steps of one scale are put in order in the languages surveys come in.

The scales lie in `steps.txt`.
"""

from pathlib import Path
from random import Random

import pytest

from persona_studio.research.profile import Profile
from persona_studio.research.roles import choices


def _scales() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Return (what is told, its steps from low to high) by language."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    what = ""
    for line in Path(__file__).with_name("steps.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            what = line.strip("[]")
        elif line and not line.startswith("#"):
            language, _, steps = line.partition(": ")
            found.setdefault(language, []).append((what, tuple(steps.split(" | "))))
    return found


_SCALES = _scales()


@pytest.mark.parametrize("language", _SCALES)
def test_steps_of_a_scale_are_put_in_order_in_many_languages(language: str) -> None:
    lot = Random(3)
    for what, steps in _SCALES[language]:
        column = Profile(1, "Q1")
        column.add([lot.choice(steps) for _ in range(200)])
        role = choices.scale(column)
        assert role is not None, (what, steps)
        assert role.order == steps, what
    assert {what for what, _ in _SCALES[language]} == {
        *("agree", "satisfied", "often", "important", "rate", "range")
    }
