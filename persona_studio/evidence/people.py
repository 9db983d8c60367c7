# SPDX-License-Identifier: MIT
"""Who stands behind claims and personas, each person once; no numpy.

People known by their rows (quotes, themes) are counted by their key, across waves where both are
linked. Each source counts once, for the claim that has most of its people: whoever was quoted from
a survey is among those whom the survey asked.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from persona_studio.core.persona import Claim, Evidence
from persona_studio.core.research import Wave
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.data import Data, same_person
from persona_studio.evidence.grounds import living, theme_rows

Person = tuple[str, str]


@dataclass(frozen=True, eq=False)
class People:
    """Looks people up; without `data` a row stands for a person of its own."""

    snapshot: Snapshot
    data: Data | None = None

    def of_row(self, wave: str, row: int) -> Person:
        """Return who gave a row."""
        if self.data is None:
            return (wave, f"row {row}")
        return same_person(self.data.respondent(wave, row), self.snapshot.table(Wave))

    def said_by(self, item: Evidence) -> Iterator[Person]:
        """Yield whose words a quote or a theme holds."""
        quote = self.snapshot.quote(item.quote) if item.quote else None
        if quote:
            yield self.of_row(quote.wave, quote.row)
        if item.theme:
            for wave, rows in theme_rows(self.snapshot).get(item.theme, {}).items():
                yield from (self.of_row(wave, row) for row in sorted(rows))

    def behind(self, claims: Iterable[Claim]) -> int:
        """Return how many different people were asked, seen or quoted for any of the claims."""
        most: dict[str | None, int] = {}
        said: dict[Person, str | None] = {}
        counted = set()
        for claim in claims:
            for item in living(claim.id, self.snapshot):
                if item.quote or item.theme:
                    said.update(dict.fromkeys(self.said_by(item), item.source))
                    continue
                people = item.n_for + item.n_against or int(item.measure is None)
                most[item.source] = max(most.get(item.source, 0), people)
                if item.measure:
                    counted.add(item.source)
        for source in set(said.values()) - counted:
            spoke = sum(each == source for each in said.values())
            most[source] = max(most.get(source, 0), spoke)
        return sum(most.values())
