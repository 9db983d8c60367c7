# SPDX-License-Identifier: MIT
"""What an import would hide in own words where the row itself says who speaks."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from persona_studio.evidence import privacy
from persona_studio.research.facts import EXAMPLES, LONGEST, SHOWN, Facts
from persona_studio.research.hiding import Hiding, names_people
from persona_studio.research.plan import Plan


class OwnWords:
    """Goes along the rows of a file; what a column hides there depends on the name beside it."""

    def __init__(self, plan: Plan, columns: Iterable[int]) -> None:
        spoken = [n for n in columns if plan.roles[n].role == "free_text"]
        self._columns = spoken if names_people(plan) else []
        self._hiding = Hiding(plan)
        self._hits: dict[int, Counter[str]] = {n: Counter() for n in self._columns}
        self._masked: dict[int, list[str]] = {n: [] for n in self._columns}
        self._said: dict[int, list[str]] = {n: [] for n in self._columns}

    def __bool__(self) -> bool:
        return bool(self._columns)

    def take(self, cells: Sequence[str]) -> None:
        """Take in one row."""
        for n in self._columns:
            if not cells[n - 1]:
                continue
            text, names = self._hiding.unnamed(cells, n)
            found = privacy.find(text)
            _note(self._said[n], text, EXAMPLES)
            if names or found:
                hits = self._hits[n]
                hits["name"] += names
                hits.update(hit.kind for hit in found)
                _note(self._masked[n], privacy.mask(text)[0], SHOWN)

    def told(self, n: int, facts: Facts) -> Facts:
        """Return the facts of a column with what its rows have shown."""
        if n not in self._hits:
            return facts
        hits = tuple((kind, count) for kind, count in self._hits[n].most_common() if count)
        return replace(
            facts, hits=hits, masked=tuple(self._masked[n]), examples=tuple(self._said[n])
        )


def _note(texts: list[str], text: str, most: int) -> None:
    if len(texts) < most and (text := text[:LONGEST]) not in texts:
        texts.append(text)
