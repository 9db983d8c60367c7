# SPDX-License-Identifier: MIT
"""Themes of a free-text question: answers that use like words, put together and named by them.

Pieces of words (3 to 5 letters, weighted by how rare they are) on a few axes, and k-means on those:
no list of words and no language is needed. What shares no word with anything is the "other" heap.
scikit-learn is loaded by these functions alone, which only the pattern child runs.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from random import Random
from typing import Any, NamedTuple

import numpy as np
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]  # has no stubs

from persona_studio.core.errors import StudioError
from persona_studio.core.fields import Json
from persona_studio.evidence.columns import Floats, Numbers
from persona_studio.patterns.groups import fit, stability
from persona_studio.patterns.request import Matrix
from persona_studio.patterns.theme_words import FEWEST, plain, telling, word_counts, words_in

MOST = 12
OTHER = -1
FITTED = 5_000
"""So many different answers at most decide; all others are put to the theme they are nearest to."""
STEADY = 0.6
"""How much of the themes must come back in re-drawn answers, by the mean answer (Jaccard)."""
_ALIKE = 0.05
"""Numbers of themes that come back less well than the best one by no more are as good."""
FLOOR = 0.45
"""An answer less like its theme's middle than this (cosine) is on the "other" heap."""

_AXES = 20
_PIECES = 30_000
_JUDGED = 1_500
_DRAWS = 10
_NEIGHBOURS, _OWN, _ROUNDS, _BLOCK = 10, 0.3, 2, 500
"""An answer keeps so much of its own place; the rest is its neighbours', in so many rounds."""
_CENTRAL = 3
_DEALS, _MARGIN = 5, 1.02
"""Answers whose words go together no more than in so many deals by chance (and a little) have no
themes; the same margin as for groups."""
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
    import_module("sklearn.cluster")  # its threads must be there before they can be limited
    with threadpool_limits(1):  # on many small fits threads only wait for each other
        return _find(request, report)


def _find(request: ThemeRequest, report: Report) -> ThemeResult:
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
    if request.k is None and not _beyond_chance(drawn, request.seed):
        return _nothing(texts, (), request.seed)
    evened = _evened(points, space.pieces.transform(drawn))
    offered = _offered(evened, ks, request.seed, report)
    k = request.k or _steadiest(offered)
    if not k:
        return _nothing(texts, offered, request.seed)
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


def _nothing(texts: Sequence[str], offered: tuple[Json, ...], seed: int) -> ThemeResult:
    labels = np.full(len(texts), OTHER, dtype=np.int64)
    return ThemeResult((), labels, np.zeros(len(texts)), offered, word_counts(texts), seed)


def _repeated(chosen: Sequence[str], texts: Sequence[str]) -> list[str]:
    """Return the chosen texts as often as they were said, so far as they all fit."""
    said = Counter(texts)
    whole = [text for text in chosen for _ in range(said[text])]
    return whole if len(whole) <= FITTED else list(chosen)


def _space(texts: Sequence[str], seed: int, most: int = _AXES) -> _Space | None:
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
    axes = min(most, min(weighed.shape) - 1)
    if axes < 2:
        return None
    return _Space(pieces, TruncatedSVD(axes, random_state=seed).fit(weighed))


def _beyond_chance(texts: Sequence[str], seed: int) -> bool:
    """Tell whether words go together more than when all words are dealt to the answers anew.

    Themes of words dealt by chance come back as well: what comes back is whether the commonest
    words are said or not.
    """
    judged = [text.split() for text in texts[:_JUDGED]]
    words, random = [word for said in judged for word in said], Random(seed)
    dealt = []
    for _ in range(_DEALS):
        random.shuffle(words)
        left = iter(words)
        dealt.append(_second_axis([" ".join(islice(left, len(said))) for said in judged], seed))
    return _second_axis([" ".join(said) for said in judged], seed) > _MARGIN * max(dealt)


def _second_axis(texts: Sequence[str], seed: int) -> float:
    """Return how long the second axis is (the first is what all answers have in common)."""
    space = _space(texts, seed, 2)
    return float(space.axes.singular_values_[1]) if space else 0.0


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
    """Return the largest number of themes that comes back about as well as any, 0 for none."""
    best = max(each["stability"] for each in offered)
    alike = (each["k"] for each in offered if each["stability"] >= best - _ALIKE)
    return max(alike) if best >= STEADY else 0


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
    spoken = [words_in(text) for text in texts]
    everywhere = Counter(word for words in spoken for word in words)
    found = []
    for theme in range(int(labels.max()) + 1):
        places = np.flatnonzero(labels == theme)
        order = sorted(places.tolist(), key=lambda place: (-near[place], texts[place]))
        here = Counter(word for place in places for word in spoken[place])
        words = telling(here, len(places), everywhere, len(texts))
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
