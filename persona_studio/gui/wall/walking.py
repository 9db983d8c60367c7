# SPDX-License-Identifier: MIT
"""Which card the arrow keys go to: the nearest one that lies in their direction."""

from collections.abc import Mapping

from persona_studio.workspace.wall_places import Box

_ASIDE = 2.5


def nearest(boxes: Mapping[str, Box], here: str, step: tuple[int, int]) -> str:
    """Return the id of the next box from `here` in the direction (across, down), "" for none.

    Without a direction, or a place to start from, it is where one begins.
    """
    if here not in boxes:
        return first(boxes)
    if step == (0, 0):
        return here
    across, down = step
    x, y = _middle(boxes[here])
    best, found = float("inf"), ""
    for key, box in boxes.items():
        dx, dy = _middle(box)[0] - x, _middle(box)[1] - y
        ahead = dx * across + dy * down
        aside = abs(dx * down) + abs(dy * across)
        if key == here or ahead <= 0 or aside > 3 * ahead:
            continue
        far = ahead + _ASIDE * aside
        if far < best:
            best, found = far, key
    return found


def first(boxes: Mapping[str, Box]) -> str:
    """Return the box that is read first, "" on an empty wall."""
    return min(boxes, key=lambda key: (boxes[key].y, boxes[key].x), default="")


def _middle(box: Box) -> tuple[float, float]:
    return box.x + box.wide / 2, box.y + box.high / 2
