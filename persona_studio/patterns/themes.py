# SPDX-License-Identifier: MIT
"""Themes of a free-text question: answers that use like words, put together and named by them.

Pieces of words (3 to 5 letters, weighted by how rare they are) on a few axes, and k-means on those:
no list of words and no language is needed. What shares no word with anything is the "other" heap.
scikit-learn is loaded by these functions alone, which only the pattern child runs.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log
from typing import Any, NamedTuple

import numpy as np

from persona_studio.core.errors import StudioError
from persona_studio.core.fields import Json
from persona_studio.evidence.columns import Floats, Numbers
from persona_studio.patterns.groups import fit, stability
from persona_studio.patterns.request import Matrix

FEWEST = 100
"""With fewer answers there are words and search, no themes."""
MOST = 12
OTHER = -1
FITTED = 5_000
"""So many different answers at most decide; all others are put to the theme they are nearest to."""
STEADY = 0.6
"""How much of the themes must come back in re-drawn answers, by the mean answer (Jaccard)."""
FLOOR = 0.45
"""An answer less like its theme's middle than this (cosine) is on the "other" heap."""

_AXES = 20
_PIECES = 30_000
_JUDGED = 1_500
_DRAWS = 10
_NEIGHBOURS, _OWN, _ROUNDS, _BLOCK = 10, 0.3, 2, 500
"""An answer keeps so much of its own place; the rest is its neighbours', in so many rounds."""
_CENTRAL = 3
_WORDS = 3
_SPOKEN_BY = 3
"""A word names a theme when so many answers of it use it: a word of one person names nobody."""
_SHORT, _USUAL, _WEIGHED = 3, 0.2, 100
"""Words so short, or in such a share of the answers, tell nothing; so many at most are weighed."""
_TIMES = 3
"""So many times as often as elsewhere a word must be said in the theme it names."""
_WORD = re.compile(r"[^\W\d_]{2,}")
Report = Callable[[int, int], None]


@dataclass(frozen=True)
class ThemeRequest:
    """The answers (never blank) of one question; `k` forces a number of themes."""

    texts: tuple[str, ...]
    k: int | None = None
    seed: int = 0


@dataclass(frozen=True)
class FoundTheme:
    """One theme: its words, the most telling first, and the places of its most central answers."""

    words: tuple[str, ...]
    central: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class ThemeResult:
    """`labels[i]` is the theme of answer i or OTHER, `near[i]` 0-1 how like its middle it is.

    `counts` are the commonest words; without themes (too few answers, or none that come back) they
    are all there is.
    """

    themes: tuple[FoundTheme, ...]
    labels: Numbers
    near: Floats
    offered: tuple[Json, ...]
    counts: tuple[tuple[str, int], ...]
    seed: int


class _Space(NamedTuple):
    """How texts are placed: word pieces, then axes."""

    pieces: Any
    axes: Any

    def place(self, texts: Sequence[str]) -> Matrix:
        """Return texts as points of length 1, or 0 for one that shares nothing."""
        blocks = [
            _unit(self.axes.transform(self.pieces.transform(texts[first : first + FITTED])))
            for first in range(0, len(texts), FITTED)
        ]
        return np.vstack(blocks)


def find_themes(request: ThemeRequest, *, report: Report) -> ThemeResult:
    """Sort the answers of one question into themes (a job for the pattern child)."""
    texts = [plain(text) for text in request.texts]
    if request.k is not None and not 2 <= request.k <= MOST:
        raise StudioError(f"Between 2 and {MOST} themes can be made.", "Choose another number.")
    if len(texts) < FEWEST:
        return _nothing(texts, (), request.seed)
    ks = range(2, MOST + 1) if request.k is None else (request.k,)
    report(0, len(ks) + 3)
    order = sorted(set(texts), key=lambda text: hashlib.sha256(text.encode()).digest())
    drawn = _repeated(order[:FITTED], texts)
    space = _space(drawn, request.seed)
    if space is None:
        return _nothing(texts, (), request.seed)
    points = space.place(drawn)
    report(1, len(ks) + 3)
    offered = _offered(points, ks, request.seed, report)
    k = request.k or _steadiest(offered)
    if not k:
        return _nothing(texts, offered, request.seed)
    evened = _evened(points, space.pieces.transform(drawn))
    centres = _middles(points, fit(evened, k, request.seed).labels_, k)
    labels, near = _sorted_in(space.place(texts), centres)
    report(len(ks) + 3, len(ks) + 3)
    told, counts = _told(texts, labels, near), word_counts(texts)
    return ThemeResult(told, labels, near, offered, counts, request.seed)


def split_theme(request: ThemeRequest, *, report: Report) -> ThemeResult:
    """Part the answers of one theme in two, whatever there are; every answer lies in one."""
    texts = [plain(text) for text in request.texts]
    order = sorted(set(texts), key=lambda text: hashlib.sha256(text.encode()).digest())
    drawn = _repeated(order[:FITTED], texts)
    space = _space(drawn, request.seed)
    if space is None:
        return _nothing(texts, (), request.seed)
    report(1, 2)
    centres = fit(space.place(drawn), 2, request.seed).cluster_centers_
    labels, near = _sorted_in(space.place(texts), centres, floor=0)
    return ThemeResult(_told(texts, labels, near), labels, near, (), (), request.seed)


def word_counts(texts: Sequence[str], most: int = 40) -> tuple[tuple[str, int], ...]:
    """Return words with how many answers use each (once an answer): the most telling first.

    From `FEWEST` answers on those come first that set answers apart, since they are said together
    with others more or less often than chance would have it; with fewer, those said most. Short
    words, and words in more than a fifth of the answers, are said with everything and tell nothing.
    """
    spoken = [frozenset(_WORD.findall(plain(text))) for text in texts]
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


def plain(text: str) -> str:
    """Return a text as it is compared: one case, single spaces."""
    return " ".join(text.casefold().split())


def _nothing(texts: Sequence[str], offered: tuple[Json, ...], seed: int) -> ThemeResult:
    labels = np.full(len(texts), OTHER, dtype=np.int64)
    return ThemeResult((), labels, np.zeros(len(texts)), offered, word_counts(texts), seed)


def _repeated(chosen: Sequence[str], texts: Sequence[str]) -> list[str]:
    """Return the chosen texts as often as they were said, so far as they all fit."""
    said = Counter(texts)
    whole = [text for text in chosen for _ in range(said[text])]
    return whole if len(whole) <= FITTED else list(chosen)


def _space(texts: Sequence[str], seed: int) -> _Space | None:
    """Return the space of these texts, None where they share too few pieces to span one."""
    from sklearn.decomposition import TruncatedSVD
    from sklearn.feature_extraction.text import TfidfVectorizer

    pieces = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=2, max_features=_PIECES
    )
    try:
        weighed = pieces.fit_transform(texts)
    except ValueError:  # no piece is in two texts
        return None
    axes = min(_AXES, min(weighed.shape) - 1)
    if axes < 2:
        return None
    return _Space(pieces, TruncatedSVD(axes, random_state=seed).fit(weighed))


def _unit(points: Matrix) -> Matrix:
    lengths = np.sqrt((points**2).sum(1))[:, None]
    out: Matrix = points / np.where(lengths > 1e-9, lengths, 1)
    return out


def _evened(points: Matrix, pieces: Any) -> Matrix:
    """Draw each answer towards those it shares most pieces with, so that themes lie apart."""
    near, weights = _neighbours(pieces)
    evened = points
    for _ in range(_ROUNDS):
        drawn = (weights[:, :, None] * evened[near]).sum(1)
        evened = _unit(_OWN * evened + (1 - _OWN) * drawn)
    return evened


def _neighbours(pieces: Any) -> tuple[Numbers, Matrix]:
    """Return for each row the rows that share most with it, and how much of all that it is."""
    count = pieces.shape[0]
    near = np.zeros((count, min(_NEIGHBOURS, count)), dtype=np.int64)
    weights = np.zeros(near.shape)
    for first in range(0, count, _BLOCK):
        shared = (pieces[first : first + _BLOCK] @ pieces.T).toarray()
        rows = np.arange(len(shared))
        shared[rows, first + rows] = 0
        found = np.argpartition(-shared, near.shape[1] - 1, axis=1)[:, : near.shape[1]]
        near[first : first + _BLOCK] = found
        weights[first : first + _BLOCK] = shared[rows[:, None], found]
    return near, weights / np.maximum(weights.sum(1), 1e-9)[:, None]


def _middles(points: Matrix, labels: Numbers, k: int) -> Matrix:
    """Return the middle of each theme's answers where they really lie."""
    middles = np.zeros((k, points.shape[1]))
    for label in np.unique(labels):
        middles[label] = points[labels == label].mean(0)
    return middles


def _offered(points: Matrix, ks: Sequence[int], seed: int, report: Report) -> tuple[Json, ...]:
    """Return for each number of themes how much of them comes back in re-drawn answers."""
    judged = points[:_JUDGED]
    offered: list[Json] = []
    for done, k in enumerate(ks, start=2):
        labels = fit(judged, k, seed, 3).labels_.astype(np.int64)
        steady = stability(judged, labels, k, _DRAWS, seed)
        mean = float((steady * np.bincount(labels, minlength=k)).sum() / len(judged))
        offered.append({"k": k, "stability": round(mean, 4)})
        report(done, len(ks) + 3)
    return tuple(offered)


def _steadiest(offered: Sequence[Json]) -> int:
    """Return the largest number of themes that comes back, 0 where none does."""
    return max((each["k"] for each in offered if each["stability"] >= STEADY), default=0)


def _sorted_in(points: Matrix, centres: Matrix, floor: float = FLOOR) -> tuple[Numbers, Floats]:
    """Return each answer's theme (OTHER under the floor) and its likeness; largest theme first."""
    likeness = points @ _unit(centres).T
    near: Floats = np.clip(likeness.max(1), 0, 1)
    labels = likeness.argmax(1)
    labels[near < floor] = OTHER
    sizes = np.bincount(labels[labels >= 0], minlength=len(centres))
    rank = np.empty(len(centres), dtype=np.int64)
    rank[np.argsort(-sizes, kind="stable")] = np.arange(len(centres))
    labels = np.where(labels >= 0, rank[labels], OTHER)
    return labels.astype(np.int64), near


def _told(texts: Sequence[str], labels: Numbers, near: Floats) -> tuple[FoundTheme, ...]:
    spoken = [frozenset(_WORD.findall(text)) for text in texts]
    everywhere = Counter(word for words in spoken for word in words)
    found = []
    for theme in range(int(labels.max()) + 1):
        places = np.flatnonzero(labels == theme)
        order = sorted(places.tolist(), key=lambda place: (-near[place], texts[place]))
        here = Counter(word for place in places for word in spoken[place])
        words = _telling(here, len(places), everywhere, len(texts))
        found.append(FoundTheme(words, _different(order, texts)))
    return tuple(found)


def _different(order: Sequence[int], texts: Sequence[str]) -> tuple[int, ...]:
    """Return the first places whose texts differ."""
    seen: dict[str, int] = {}
    for place in order:
        seen.setdefault(texts[place], place)
        if len(seen) == _CENTRAL:
            break
    return tuple(seen.values())


def _telling(here: Counter[str], n: int, everywhere: Counter[str], total: int) -> tuple[str, ...]:
    """Return the words that a theme uses most above all answers together.

    Short words, and words that the other answers use nearly as often, stand in only where no
    other word is left.
    """

    def over(word: str) -> float:
        share, usual = here[word] / n, everywhere[word] / total
        return share * log(share / usual)

    def telling(word: str) -> bool:
        others = (everywhere[word] - here[word]) / max(1, total - n)
        return len(word) > _SHORT and here[word] / n >= _TIMES * others

    known = [word for word, k in here.items() if k >= _SPOKEN_BY and over(word) > 0]
    known = [word for word in known if telling(word)] or known
    best: list[str] = []
    for word in sorted(known, key=lambda word: (-over(word), word)):
        if not any(word[:4] == other[:4] for other in best):  # card, cards
            best.append(word)
    return tuple(best[:_WORDS])
