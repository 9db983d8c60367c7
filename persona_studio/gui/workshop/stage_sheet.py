# SPDX-License-Identifier: MIT
"""Type for the back of the room: the window's kinds, larger, in step with the screen's height.

The one sheet beside the window's own: only the projector wears it, so only there is it matched.
"""

_HEIGHT = 720
_LEAST, _MOST = 0.9, 3.0
_LABELS = {
    "": 21,
    "display": 46,
    "title": 34,
    "name": 25,
    "strong": 21,
    "muted": 20,
    "quiet": 18,
    "caution": 18,
    "wrong": 18,
    "section": 16,
    "faint": 15,
    "clock": 34,
    "over": 34,
}
_FIELDS = "QLineEdit, QSpinBox, QComboBox, QPlainTextEdit, QListView, QDateEdit"


def factor(height: int) -> float:
    """Return how much larger than on a screen of 720 lines everything is."""
    return min(_MOST, max(_LEAST, height / _HEIGHT))


def stage_sheet(height: int) -> str:
    """Return the rules for a projector of so many lines."""
    by = factor(height)
    rules = []
    for kind, size in _LABELS.items():
        which = f'[kind="{kind}"]' if kind else ""
        rules.append(f"QLabel{which} {{ font-size: {round(size * by)}px; }}")
    rules.append(
        f"QPushButton {{ font-size: {round(18 * by)}px; padding: {round(6 * by)}px "
        f"{round(16 * by)}px; min-height: {round(22 * by)}px; }}"
    )
    rules.append(
        f'QPushButton[kind="chip"] {{ font-size: {round(18 * by)}px; padding: 3px 11px; }}'
    )
    rules.append(f"{_FIELDS} {{ font-size: {round(20 * by)}px; }}")
    rules.append(f"QTabBar::tab {{ font-size: {round(18 * by)}px; }}")
    rules.append(f'QWidget[kind="plot"] {{ font-size: {round(19 * by)}px; }}')
    return "\n".join(rules)
