# SPDX-License-Identifier: MIT
"""What the answers of a re-check are called, and in which tone each is shown."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from persona_studio.core import clock
from persona_studio.core.research import Wave
from persona_studio.evidence.ages import collected
from persona_studio.evidence.assess import short_date
from persona_studio.evidence.waves import Comparison
from persona_studio.gui.marking import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Word:
    """An answer: its heading over many claims, its word beside a number, its mark."""

    heading: str
    counted: str
    mark: str


ANSWERS = {
    "changed": Word(
        QT_TRANSLATE_NOOP("recheck", "Changed"),
        QT_TRANSLATE_NOOP("recheck", "changed"),
        "slashed",
    ),
    "maybe": Word(
        QT_TRANSLATE_NOOP("recheck", "Looks different, may be chance"),
        QT_TRANSLATE_NOOP("recheck", "maybe"),
        "half",
    ),
    "cannot_tell": Word(
        QT_TRANSLATE_NOOP("recheck", "Can't tell: too few people"),
        QT_TRANSLATE_NOOP("recheck", "can't tell"),
        "ring",
    ),
    "holds": Word(
        QT_TRANSLATE_NOOP("recheck", "Still holds"),
        QT_TRANSLATE_NOOP("recheck", "hold"),
        "filled",
    ),
    "untested": Word(
        QT_TRANSLATE_NOOP("recheck", "Not tested by this wave"),
        QT_TRANSLATE_NOOP("recheck", "not tested"),
        "ring",
    ),
}
"""In the order of the page, worst first."""


def tr(text: str) -> str:
    """Return a word of this page in the user's language."""
    return QCoreApplication.translate("recheck", text)


def wave_name(wave: Wave) -> str:
    """Return what tells a wave from the one before it: its month, else its file."""
    day = collected(wave)
    return short_date(day, clock.today()) if day else wave.file_name or tr("undated")


def comparison_name(comparison: Comparison) -> str:
    """Return the study and its two waves in one line."""
    now, before = wave_name(comparison.wave), wave_name(comparison.before)
    return tr("{0}: {1} against {2}").format(comparison.source.name, now, before)
