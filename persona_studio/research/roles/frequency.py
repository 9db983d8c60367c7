# SPDX-License-Identifier: MIT
"""How often: answers that say a rate, by an adverb or as so many times in a day, week or year."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from persona_studio.evidence.reading import fold
from persona_studio.research.roles.degrees import bare, has

_SHARE = 0.75
_TWICE = re.compile(
    r"\b(twice|two times|zweimal|deux fois|dos veces|due volte|duas vezes|tweemal|twee keer"
    r"|dwa razy|två gånger|iki kez|iki kere|два раза|дважды|to gange|to ganger|kahdesti"
    r"|kaksi kertaa|dvakrát|два рази|двічі|δύο φορές|مرتين|פעמיים)\b"
    "|दो बार|한두 번|두 번|两次|兩次|2回|二回"
)
_NUMBER = re.compile(r"\d+")
_LONG = 60
_KEPT = 20_000


def order(texts: Sequence[str]) -> tuple[str, ...] | None:
    """Return the answers from seldom to often, None where they do not say how often."""
    rates = {text: rate for text in texts if (rate := _rate(text)) is not None}
    if len(rates) < max(3, _SHARE * len(texts)) or len(set(rates.values())) < len(rates):
        return None
    return tuple(sorted(rates, key=rates.__getitem__))


@lru_cache(maxsize=_KEPT)
def _rate(text: str) -> float | None:
    """Return how many times a year an answer means."""
    said = bare(text)
    if len(said) > _LONG:
        return None
    words = _words()
    exact = words["adverb"].get(said)
    if exact is not None:
        return exact
    period = next((n for w, n in words["period"].items() if has(said, w)), None)
    if period is None:
        return None
    factor = next((n for w, n in words["times"].items() if has(said, w)), 1.0)
    if _TWICE.search(said):
        return 2 * period * min(factor, 1.2 if factor > 1 else factor)
    numbers = [float(n) for n in _NUMBER.findall(fold(text))]
    count = sum(numbers) / len(numbers) if numbers else 1.0
    if _NUMBER.search(said) and factor == 3.0:
        factor = 1.0
    return period * count * factor


@cache
def _words() -> dict[str, dict[str, float]]:
    """Return the words of each section with their number, the longest first."""
    found: dict[str, dict[str, float]] = {"adverb": {}, "period": {}, "times": {}}
    kind, number = "", 0.0
    for line in Path(__file__).with_name("frequency.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            kind, value = line.strip("[]").split()
            number = float(value)
        elif line and not line.startswith("#"):
            found[kind].update({bare(word): number for word in line.split(" | ")})
    return {k: dict(sorted(v.items(), key=lambda each: -len(each[0]))) for k, v in found.items()}
