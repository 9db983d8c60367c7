# SPDX-License-Identifier: MIT
"""Room for a pen where a page has more of it than there is to tell."""

from persona_studio.publish.boxes import TITLE_SPACE, Heading
from persona_studio.publish.document import Page
from persona_studio.publish.press import Press
from persona_studio.publish.write_in import WRITE_IN, WRITE_IN_STEP, WriteIn


def pen_room(
    press: Press, page: Page, corner: tuple[float, float], room: tuple[float, float]
) -> None:
    """Give a large rest of a page (width, height) lines for a pen instead of leaving it bare."""
    width, height = room
    heading = Heading("Notes")
    used = heading.height(press, width) - press.gap(TITLE_SPACE)
    count = int((height - used) / (WRITE_IN_STEP * press.body))
    if count < WRITE_IN:
        return
    heading.draw(press, page, corner, width)
    WriteIn(count).draw(press, page, (corner[0], corner[1] + used), width)
