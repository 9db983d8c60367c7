# SPDX-License-Identifier: MIT
"""The three answers of data to a claim: supported, contradicted, or can't tell; no numpy."""

from collections.abc import Mapping
from math import floor, sqrt
from typing import Literal, TypeAlias

from persona_studio.evidence.intervals import wilson

Verdict: TypeAlias = Literal["supported", "contradicted", "cannot_tell"]

RANGES: Mapping[str, tuple[float, float]] = {
    "almost_all": (0.90, 1.0),
    "most": (0.50, 1.0),
    "about_half": (0.40, 0.60),
    "some": (0.10, 0.50),
    "few": (0.0, 0.20),
    "nobody": (0.0, 0.05),
}
"""Share of people each quantifier stands for; `most` is more than half, the others inclusive."""

WORDS: Mapping[str, str] = {
    "almost_all": "almost all",
    "most": "most",
    "about_half": "about half",
    "some": "some",
    "few": "few",
    "nobody": "nobody",
    "typical": "typical",
}
"""Quantifiers as the reader sees them."""

SPLITTING = ("almost_all", "most", "few", "nobody")
"""Quantifiers of claims that are true of one person or not, so that people part by them."""

_UNSAID = ("almost_all", "most", "typical")


def said_first(word: str | None) -> str:
    """Return how a drafted line says for how many it holds: "Few: "; what is usual goes unsaid.

    "About half", "some" and "few" are said, so that nobody reads a line as true of everyone.
    """
    return f"{WORDS[word].capitalize()}: " if word and word not in _UNSAID else ""


CHOOSING = ("is", "any_of")
RANGING = ("between", "at_least", "at_most")
"""Operators whose typical answer has a rival: another choice, or a median beyond the range."""


def typical(op: str, counts: tuple[int, int, int], z: float = 1.96) -> Verdict:
    """Return the data's answer to "typically": `counts` are (k, n, rival) people.

    An answer is typical when surely more people give it than any other; a range when the median
    surely lies in it. Without a rival to hold it against, when more than half agree.
    """
    k, n, rival = counts
    if op in CHOOSING and (rival or k == n) and n > 0:
        low, high = wilson(k, k + rival, z)
        return "supported" if low > 0.5 else "contradicted" if high < 0.5 else "cannot_tell"
    if op in RANGING and (rival or k == n):
        return _median_within(n, rival, z)
    return verdict("typical", k, n, z)


def _median_within(n: int, beyond: int, z: float) -> Verdict:
    """Tell whether the median's interval (order statistics) lies within, given those beyond."""
    rank = floor(n / 2 - z / 2 * sqrt(n))
    if rank < 1:
        return "cannot_tell"
    if beyond < rank:
        return "supported"
    return "contradicted" if beyond > n - rank else "cannot_tell"


def verdict(quantifier: str | None, k: int, n: int, z: float = 1.96) -> Verdict:
    """Return the answer of k out of n people to a claim about `quantifier` of them.

    Supported when the whole interval lies in the claim's range, contradicted when it lies wholly
    outside, else can't tell. Without a quantifier nothing is claimed that could be checked.
    `typical` is supported by more than half; see the function of that name for the rest.
    """
    if quantifier is None or n <= 0:
        return "cannot_tell"
    low, high = wilson(k, n, z)
    if quantifier == "typical":
        return "supported" if low > 0.5 else "cannot_tell"
    least, most = RANGES[quantifier]
    open_below = quantifier == "most"
    if (low > least if open_below else low >= least) and high <= most:
        return "supported"
    if (high <= least if open_below else high < least) or low > most:
        return "contradicted"
    return "cannot_tell"


def leaning(quantifier: str | None, k: int, n: int) -> Literal["yes", "no", ""]:
    """Return which way the plain share points where the verdict can't tell."""
    if quantifier is None or n <= 0:
        return ""
    share = k / n
    if quantifier in ("most", "typical"):
        return "yes" if share > 0.5 else "no"
    least, most = RANGES[quantifier]
    return "yes" if least <= share <= most else "no"


def narrowest(k: int, n: int, z: float = 1.96) -> str | None:
    """Return the quantifier with the narrowest range that k of n supports, None where none is."""
    fitting = [word for word in RANGES if verdict(word, k, n, z) == "supported"]
    return min(fitting, key=lambda word: RANGES[word][1] - RANGES[word][0], default=None)


def nearest(k: int, n: int) -> str | None:
    """Return the quantifier whose range holds the share k/n itself, the narrowest of them."""
    fitting = [word for word in RANGES if leaning(word, k, n) == "yes"]
    return min(fitting, key=lambda word: RANGES[word][1] - RANGES[word][0], default=None)
