# SPDX-License-Identifier: MIT
"""Tells a summary (percentages or totals a group) from a table with one person a row."""

from collections.abc import Mapping, Sequence

from persona_studio.research.plan import Role
from persona_studio.research.profile import Profile
from persona_studio.research.roles import vocabulary as words
from persona_studio.research.shapes import NUMBER

_PERSONAL = ("respondent_id", "record_id", "timestamp", "date", "pii", "multi_select")
_FIGURES_LEAST = 4


def is_summary(columns: Sequence[Profile], roles: Mapping[int, Role]) -> bool:
    """Tell whether rows are groups or answers and columns their shares or totals.

    At least four columns and two thirds of all are figures, nothing names or dates a person, and
    most figures are percentages or several headings say total.
    """
    if any(roles[column.number].role in _PERSONAL for column in columns):
        return False
    given = [c for c in columns if c.filled]
    figures = [c for c in given if c.share(NUMBER) > 0.9]
    if len(figures) < _FIGURES_LEAST or len(figures) < len(given) * 2 / 3:
        return False
    shares = [c for c in figures if sum("%" in text for text in c.texts) > 0.8 * len(c.texts)]
    totals = [c for c in figures if words.speaks_of("total", c.said)]
    return len(shares) >= 0.6 * len(figures) or len(totals) >= 2
