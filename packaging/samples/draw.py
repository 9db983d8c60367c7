# SPDX-License-Identifier: MIT
"""Drawing by lot from a seed that is a text; only `random()` is used, so every Python agrees."""

import math
import random
import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")
_SLOT = re.compile(r"\{(\w+)\}")


class Lot:
    """A repeatable source of chance; two lots of the same seed draw the same."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)

    def chance(self, share: float) -> bool:
        """Return True with the given probability."""
        return self._random.random() < share

    def between(self, low: float, high: float) -> float:
        """Return a number between two others."""
        return low + (high - low) * self._random.random()

    def whole(self, low: int, high: int) -> int:
        """Return a whole number from low to high, both included."""
        return low + int(self._random.random() * (high - low + 1))

    def normal(self) -> float:
        """Return a standard normal number (Box and Muller)."""
        length = math.sqrt(-2 * math.log(1 - self._random.random()))
        return length * math.cos(2 * math.pi * self._random.random())

    def pick(self, things: Sequence[T]) -> T:
        """Return one of the things."""
        return things[int(self._random.random() * len(things))]

    def weighted(self, things: Sequence[T], weights: Sequence[float]) -> T:
        """Return one of the things, the heavier the likelier."""
        left = self._random.random() * sum(weights)
        for thing, weight in zip(things, weights, strict=True):
            left -= weight
            if left < 0:
                return thing
        return things[-1]

    def shuffled(self, things: Sequence[T]) -> list[T]:
        """Return the things in another order (Fisher and Yates)."""
        out = list(things)
        for place in range(len(out) - 1, 0, -1):
            other = int(self._random.random() * (place + 1))
            out[place], out[other] = out[other], out[place]
        return out

    def say(self, grammar: Mapping[str, Sequence[str]], start: str) -> str:
        """Return a sentence: each {slot} is replaced by one of the grammar's lines for it."""
        text = start
        while found := _SLOT.search(text):
            text = text[: found.start()] + self.pick(grammar[found[1]]) + text[found.end() :]
        return text
