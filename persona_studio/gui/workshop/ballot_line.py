# SPDX-License-Identifier: MIT
"""One paper ballot as it is read out: the numbers of its options, "2 2 5" or "0" for a blank."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from persona_studio.core.errors import StudioError
from persona_studio.core.workshop import Option

_BETWEEN = re.compile(r"[\s,;.+/]+")


def read_ballot(text: str, options: Sequence[Option]) -> dict[str, int]:
    """Return the dots by option; StudioError says which number there is not."""
    dots: dict[str, int] = {}
    for part in _BETWEEN.split(text.strip()):
        if part in ("", "0"):
            continue
        if not part.isdecimal() or not 1 <= int(part) <= len(options):
            message = QCoreApplication.translate("workshop", "There is no option “{0}”.")
            hint = QCoreApplication.translate("workshop", "Options go from 1 to {0}; 0 is blank.")
            raise StudioError(message.format(part), hint.format(len(options)), kind="option")
        target = options[int(part) - 1].id
        dots[target] = dots.get(target, 0) + 1
    return dots
