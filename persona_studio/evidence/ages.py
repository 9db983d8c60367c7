# SPDX-License-Identifier: MIT
"""How old evidence is and what it still weighs; no numpy."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from persona_studio.core.persona import Evidence
from persona_studio.core.research import Wave
from persona_studio.core.snapshot import Snapshot

PACES: Mapping[str, float] = {"slow": 2.0, "normal": 1.0, "fast": 0.5}
"""What the setting `review.pace` does to every age limit."""

STEPS = ((12, 1.0), (24, 0.5), (48, 0.25))
"""Age in months up to which evidence weighs so much; older weighs nothing (method, strength)."""

UNDATED = 0.5
"""What evidence weighs whose day nobody knows."""


def pace_of(settings: Mapping[str, Any]) -> float:
    """Return the factor on all age limits that the project has chosen."""
    return PACES.get(str(settings.get("review.pace", "normal")), 1.0)


def collected(wave: Wave) -> date | None:
    """Return the day a wave stands for: when collected, else when imported."""
    if wave.collected_on:
        return wave.collected_on
    return wave.imported_at.date() if wave.imported_at else None


def day_of(evidence: Evidence, snapshot: Snapshot) -> date | None:
    """Return the day a piece of evidence stands for: its wave's, else when it was linked."""
    wave = snapshot.table(Wave).get(evidence.wave or "")
    return (collected(wave) if wave else None) or evidence.created


def months_between(day: date, today: date) -> int:
    """Return the completed calendar months from `day` to `today`."""
    months = (today.year - day.year) * 12 + today.month - day.month
    return months - 1 if today.day < day.day else months


def older_than(day: date, months: float, today: date) -> bool:
    """Tell whether more than so many months have passed (exactly so many is not more)."""
    passed = months_between(day, today)
    return passed > months or (passed == months and today.day != day.day)


def weight(day: date | None, today: date, pace: float = 1.0) -> float:
    """Return what evidence of that day still weighs: 1, 1/2, 1/4 or 0."""
    if day is None:
        return UNDATED
    return next((w for months, w in STEPS if not older_than(day, months * pace, today)), 0.0)
