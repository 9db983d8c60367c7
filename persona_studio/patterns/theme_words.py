# SPDX-License-Identifier: MIT
"""Words that tell answers apart, in any language and without a list of words."""

import re
from collections import Counter
from collections.abc import Sequence
from math import sqrt

import numpy as np

from persona_studio.evidence.columns import Floats

FEWEST = 100
"""With fewer answers there are words and search, no themes."""
_SHORT, _USUAL, _WEIGHED = 3, 0.2, 100
"""Words so short, or in such a share of the answers, tell nothing; so many at most are weighed."""
_BLOCK = 500
_WORDS = 3
_SPOKEN_BY = 3
"""A word names a theme when so many answers of it use it: a word of one person names nobody."""
_NEARLY = 0.4
"""Words that tell less than this share of what the most telling one tells name no theme."""
_WORD = re.compile(r"[^\W\d_]{2,}")


def plain(text: str) -> str:
    """Return a text as it is compared: one case, single spaces."""
    return " ".join(text.casefold().split())


def words_in(text: str) -> frozenset[str]:
    """Return the words of a plain text, numbers left out."""
    return frozenset(_WORD.findall(text))


def word_counts(texts: Sequence[str], most: int = 40) -> tuple[tuple[str, int], ...]:
    """Return words with how many answers use each (once an answer): the most telling first.

    From `FEWEST` answers on those come first that set answers apart, since they are said together
    with others more or less often than chance would have it; with fewer, those said most. Short
    words, and words in more than a fifth of the answers, are said with everything and tell nothing.
    """
    spoken = [words_in(plain(text)) for text in texts]
    counted = Counter(word for words in spoken for word in words)
    usual = _USUAL * max(len(texts), FEWEST)
    found = [(w, n) for w, n in counted.items() if 2 <= n <= usual and len(w) > _SHORT]
    found = sorted(found, key=lambda pair: (-pair[1], pair[0]))[:_WEIGHED]
    if len(texts) >= FEWEST and found:
        apart = _apart([word for word, _ in found], spoken)
        found = [found[place] for place in np.argsort(-apart, kind="stable")]
    return tuple(found[:most])


def _apart(words: Sequence[str], spoken: Sequence[frozenset[str]]) -> Floats:
    """Return how far each word is from being said with the others by chance (mean square, 1 is)."""
    place = {word: i for i, word in enumerate(words)}
    together = np.zeros((len(words), len(words)))
    for first in range(0, len(spoken), _BLOCK):
        block = spoken[first : first + _BLOCK]
        uses = np.zeros((len(block), len(words)))
        for row, said in enumerate(block):
            uses[row, [place[word] for word in said if word in place]] = 1
        together += uses.T @ uses
    n, total = np.diag(together).copy(), len(spoken)
    spread = np.outer(n * (total - n), n * (total - n)) / (total**2 * max(total - 1, 1))
    squared = (together - np.outer(n, n) / total) ** 2 / np.maximum(spread, 1e-9)
    np.fill_diagonal(squared, 0)
    out: Floats = np.round(squared.sum(1) / max(len(words) - 1, 1), 6)
    return out


def telling(here: Counter[str], n: int, everywhere: Counter[str], total: int) -> tuple[str, ...]:
    """Return the words that tell a theme from the rest, the most telling first.

    `here` are the answers of the theme that use each word, of `n`, `everywhere` those of all.

    How well a word tells it is how far using the word goes with lying in the theme (phi); of two
    that go alike the longer one tells more, since in every language the words said of everything
    are short. Words said as often outside of the theme, very short ones, and words that tell much
    less than the best one stand in only where no other word is left.
    """

    def tells(word: str) -> float:
        k, said = here[word], everywhere[word]
        spread = said * (total - said) * n * (total - n)
        phi = (k * total - said * n) / sqrt(spread) if spread else 0.0
        return round(phi * (1 - 1 / len(word)), 6)

    known = {word: tells(word) for word, k in here.items() if k >= _SPOKEN_BY}
    known = {word: told for word, told in known.items() if told > 0}
    own = {w: t for w, t in known.items() if len(w) >= _SHORT and 2 * here[w] >= everywhere[w]}
    known = own or known
    enough = _NEARLY * max(known.values(), default=0)
    best: list[str] = []
    for word in sorted(known, key=lambda word: (-known[word], word)):
        if known[word] >= enough and not any(word[:4] == o[:4] for o in best):  # card, cards
            best.append(word)
    return tuple(best[:_WORDS])
