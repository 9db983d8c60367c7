# SPDX-License-Identifier: MIT
"""Which questions tell groups apart that they did not form.

On few people some questions that groups differ in seem to go with no other (`linked`). So groups
are formed without them, and each is held against those groups: variable selection after Raftery
and Dean (2006), for latent classes Dean and Raftery (2010), with a test in place of their
comparison of models, and only the step that adds. The gate has spoken by then, so that what is
added makes no groups where there are none.
"""

from collections.abc import Sequence
from statistics import NormalDist

import numpy as np

from persona_studio.core.fields import Json
from persona_studio.evidence.columns import Mask
from persona_studio.patterns.classes import Classes, likeliest_table, parts_of
from persona_studio.patterns.groups import find_axes, fit
from persona_studio.patterns.linked import normal_scores
from persona_studio.patterns.prepare import widths
from persona_studio.patterns.request import Matrix

_BY_CHANCE = 1 / 160
"""How often a question that is answered alike in all groups is added."""
_STARTS = 3
_NOTHING = 1e-6


def telling(codings: Sequence[Json], coded: Matrix, forming: Mask, k: int, seed: int) -> Mask:
    """Return which blocks of coded rows tell the k groups apart that others (`forming`) form.

    Those that form them are not asked again: True.
    """
    sizes = widths(codings)
    mine = coded[:, np.repeat(forming, sizes)]
    parts = parts_of([c for c, forms in zip(codings, forming, strict=True) if forms], mine)
    classes = Classes(parts, parts.pieces(mine))
    near = fit(find_axes(mine).scores(mine), k, seed, _STARTS).labels_.astype(np.int64)
    table = likeliest_table(classes, near, k, seed)
    groups, _ = table.chances_of(classes.pieces, classes.pull)
    found, end = forming.copy(), 0
    for place, (coding, size) in enumerate(zip(codings, sizes, strict=True)):
        start, end = end, end + size
        if not forming[place]:
            block = coded[:, start:end]
            found[place] = alike(block, groups, coding["kind"] == "multi") < _BY_CHANCE
    return found


def alike(block: Matrix, groups: Matrix, options: bool) -> float:
    """Return the chance that a question goes so well with people's chances of groups by accident.

    The trace of Pillai (1955) times the rows is chi-square then; of the `options` of a select-all
    the one that goes best counts, corrected for how many there are.
    """
    axes = _uncorrelated(groups - groups.mean(0))
    n, width = block.shape
    if not axes.shape[1]:
        return 1.0
    shared = (((block - block.mean(0)).T @ axes) ** 2 / n).sum(1)
    spread = np.maximum(block.var(0), 1e-300)
    free = 1 if options else max(1, width - 1)
    chi = shared / spread if options else shared.sum(keepdims=True) * free / spread.sum()
    score = normal_scores(chi, np.full(len(chi), float(free * axes.shape[1]))).max()
    return min(1.0, NormalDist().cdf(-float(score)) * len(chi))


def _uncorrelated(centred: Matrix) -> Matrix:
    """Return as many columns as there are free ones, of variance 1 and uncorrelated."""
    values, vectors = np.linalg.eigh(centred.T @ centred / len(centred))
    free = values > _NOTHING * max(float(values.max()), _NOTHING)
    out: Matrix = centred @ (vectors[:, free] / np.sqrt(values[free]))
    return out
