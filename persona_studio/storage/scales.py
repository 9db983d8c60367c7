# SPDX-License-Identifier: MIT
"""What can be done with scales and with the people on them."""

from collections.abc import Iterable

from persona_studio.core.errors import StudioError
from persona_studio.core.fields import new_id
from persona_studio.core.scales import Placement, Scale
from persona_studio.storage.writer import Writer


def add(write: Writer, wave: str, words: tuple[str, str, str], question: str | None = None) -> str:
    """Add a scale (name, low pole, high pole) below the others; return its id."""
    name, low, high = (" ".join(each.split()) for each in words)
    if not (low and high):
        raise StudioError(
            "A scale needs two poles.", "Say what stands at each end of it.", kind="no_poles"
        )
    position = max((s.position + 1 for s in write.find(Scale, wave=wave)), default=0)
    scale = Scale(new_id(), wave, name, low, high, question=question, position=position)
    return write.add(scale)


def remove(write: Writer, scale: str) -> None:
    """Take a scale away with who was placed on it."""
    write.remove(Scale, scale)


def place(write: Writer, scale: str, row: int, at: int) -> None:
    """Put a person on a step of a scale, counted from 0; beyond its ends is its end."""
    step = min(max(at, 0), write.get(Scale, scale).steps - 1)
    for known in write.find(Placement, scale=scale, row=row):
        write.change(Placement, known.id, at=step)
        return
    write.add(Placement(new_id(), scale, row, step))


def take_back(write: Writer, scale: str, rows: Iterable[int]) -> None:
    """Let people stand again where their answers say."""
    for row in rows:
        for known in write.find(Placement, scale=scale, row=row):
            write.remove(Placement, known.id)
