# SPDX-License-Identifier: MIT
"""Two groupings of the same people held against each other: who went from where to where.

How alike they are is the adjusted Rand index (Hubert and Arabie 1985): 1 for the same groups, 0
for what chance alone would bring; names and numbers of groups play no part. No numpy.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import comb

_WORDS = (
    (0.8, "nearly the same groups"),
    (0.5, "mostly the same groups"),
    (0.2, "partly the same groups"),
)


@dataclass(frozen=True)
class Moved:
    """`flows[one, two]` are the people of a group of the first that are in one of the second.

    `pairs` says which group of the first each of the second is most like, each used once.
    """

    flows: Mapping[tuple[str, str], tuple[str, ...]]
    people: int
    index: float
    pairs: Mapping[str, str]

    @property
    def stayed(self) -> int:
        """How many people are in the group that is most like their own."""
        return sum(len(self.flows[one, two]) for two, one in self.pairs.items())

    @property
    def words(self) -> str:
        """How alike both are, in words."""
        return next((words for least, words in _WORDS if self.index >= least), "other groups")


def moved(one: Mapping[str, str], two: Mapping[str, str]) -> Moved:
    """Hold two groupings against each other: person to group, for the people in both."""
    flows: dict[tuple[str, str], list[str]] = {}
    for person in sorted(one.keys() & two.keys()):
        flows.setdefault((one[person], two[person]), []).append(person)
    counts = {pair: len(people) for pair, people in flows.items()}
    kept = {pair: tuple(people) for pair, people in flows.items()}
    return Moved(kept, sum(counts.values()), _index(counts), _pairs(counts))


def _pairs(counts: Mapping[tuple[str, str], int]) -> dict[str, str]:
    """Pair the groups that share most people first, until one side is used up."""
    pairs: dict[str, str] = {}
    for one, two in sorted(counts, key=lambda pair: (-counts[pair], pair)):
        if two not in pairs and one not in pairs.values():
            pairs[two] = one
    return pairs


def _index(counts: Mapping[tuple[str, str], int]) -> float:
    rows, columns = Counter[str](), Counter[str]()
    for (one, two), n in counts.items():
        rows[one] += n
        columns[two] += n
    together = sum(comb(n, 2) for n in counts.values())
    in_one, in_two = (sum(comb(n, 2) for n in side.values()) for side in (rows, columns))
    every = comb(sum(counts.values()), 2)
    expected = in_one * in_two / every if every else 0.0
    most = (in_one + in_two) / 2
    return 1.0 if most == expected else (together - expected) / (most - expected)
