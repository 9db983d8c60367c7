# SPDX-License-Identifier: MIT
"""Golden questions: the three to five questions that tell on the phone which group somebody is in.

The rule is a table of points that a person adds up on paper. It is chosen and fitted on seven
people in ten and tried on the other three, of whom neither the choice of questions, nor where
answers are cut, nor the points have seen anything; that very rule is printed, with that hit rate.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from persona_studio.core.errors import StudioError
from persona_studio.core.fields import Json
from persona_studio.evidence.columns import Answers, Floats, Numbers
from persona_studio.evidence.intervals import wilson
from persona_studio.patterns.asking import asked_of, given, only
from persona_studio.patterns.groups import thinned
from persona_studio.patterns.points import Points, best_sets, fit_points, points_hit
from persona_studio.patterns.prepare import blocks_coded, blocks_of, learn

FEWEST_QUESTIONS, MOST_QUESTIONS = 3, 5
LEAST_HIT = 0.7
"""Below this share of people put right on the first try, no card is made."""
_HELD = (2, 5, 8)  # of every ten people of a group
_TRAINED, _TRIED = 4_000, 20_000
_FOLDS, _TRIES = 3, 16
_WORTH = 0.01  # another question must bring more than this
_STEPS = 6
_FEWEST_PEOPLE = 50


@dataclass(frozen=True, eq=False)
class GoldenRequest:
    """The answers of a wave, each row's group (-1: none), and which variables may be asked."""

    answers: Answers
    groups: Numbers
    many: int
    variables: tuple[str, ...]
    most: int = MOST_QUESTIONS
    seed: int = 0


def request_of(
    answers: Answers, members: Sequence[Iterable[int]], variables: Sequence[str], most: int
) -> GoldenRequest:
    """Return the request for groups given by the row numbers of their people, group by group."""
    groups = np.full(len(answers), -1, dtype=np.int64)
    for group, rows in enumerate(members):
        groups[answers.mask(rows)] = group
    return GoldenRequest(answers, groups, len(members), tuple(variables), most)


@dataclass(frozen=True, eq=False)
class _Half:
    """Some people: what each answered (rows, asked), and their groups."""

    codes: Numbers
    groups: Numbers


def find_golden(request: GoldenRequest, *, report: Callable[[int, int], None]) -> Json:
    """Return the golden questions of some groups as JSON (contracts: `golden`).

    Same answers and groups give the same rule in whatever order rows and columns come. Raises
    StudioError where there are no groups to tell apart, or nothing to ask.
    """
    from importlib import import_module

    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]  # has no stubs

    import_module("sklearn.linear_model")  # its threads must be there before they can be limited
    with threadpool_limits(1):
        return _find(request, report)


def _find(request: GoldenRequest, report: Callable[[int, int], None]) -> Json:
    report(0, _STEPS)
    train_rows, test_rows = _parted(request)
    asked = asked_of(
        request.variables, only(request.answers, train_rows), request.groups[train_rows]
    )
    if not asked:
        raise StudioError(
            "There is nothing to ask: no answer differs between the groups.",
            "Let more questions be asked.",
            kind="too_few_questions",
        )
    train, test = (_half(request, asked, rows) for rows in (train_rows, test_rows))
    report(1, _STEPS)
    offered = [len(one["answers"]) for one in asked]
    chosen, tried = _chosen(train, offered, request, lambda done: report(1 + done, _STEPS))
    points = fit_points(train.codes[:, chosen], train.groups, _of(offered, chosen), request.many)
    report(_STEPS - 1, _STEPS)
    every = list(range(len(asked)))
    whole = fit_points(train.codes, train.groups, offered, request.many, rounded=False)
    answer = {
        "questions": [
            {**asked[place], "points": points.table[i].tolist()} for i, place in enumerate(chosen)
        ],
        "start": points.start.tolist(),
        "made_from": len(train.groups),
        "by_number": tried,
        "seed": request.seed,
        **_tried(points.told(test.codes[:, chosen]), test.groups, train.groups, request.many),
        "all_questions": {
            "asked": len({asked[place]["question"] for place in every}),
            "k": int((whole.told(test.codes) == test.groups).sum()),
        },
    }
    report(_STEPS, _STEPS)
    return answer


def _parted(request: GoldenRequest) -> tuple[Numbers, Numbers]:
    """Return the rows that make the rule and those that try it: three of ten of every group.

    Who is who is told by what people said, not by their place in the file. Of a person with
    several rows only one takes part.
    """
    answers, groups = request.answers, request.groups
    if request.many < 2:
        raise StudioError(
            "There is only one group, so there is nothing to tell apart.",
            "Look for groups first.",
            kind="no_groups",
        )
    blocks = blocks_of(request.variables, answers)
    codings = [coding for block in blocks if (coding := learn(block, answers, 1.0, ())) is not None]
    order = blocks_coded(codings, answers).order(groups)
    order = order[groups[order] >= 0]
    if answers.person is not None:
        _, first = np.unique(answers.person[order], return_index=True)
        order = order[np.sort(first)]
    if len(order) < _FEWEST_PEOPLE:
        raise StudioError(
            f"{len(order)} people are too few to try a rule on.",
            f"Golden questions need at least {_FEWEST_PEOPLE} people in groups.",
            kind="too_few",
        )
    place = np.zeros(len(order), dtype=np.int64)
    for group in range(request.many):
        mine = groups[order] == group
        place[mine] = np.arange(np.count_nonzero(mine))
    held = np.isin(place % 10, _HELD)
    return thinned(order[~held], _TRAINED), thinned(order[held], _TRIED)


def _half(request: GoldenRequest, asked: Sequence[Json], rows: Numbers) -> _Half:
    return _Half(given(asked, only(request.answers, rows)), request.groups[rows])


def _of(values: Sequence[int], places: Sequence[int]) -> list[int]:
    return [values[place] for place in places]


def _chosen(
    train: _Half, offered: Sequence[int], request: GoldenRequest, report: Callable[[int], None]
) -> tuple[list[int], list[Json]]:
    """Return the questions to ask, the most telling first, and how each number of them did.

    The candidates come from a quick search; the printed kind of rule decides between them on
    thirds of the training people that did not fit it. Fewer questions win where they lose little.
    """
    most = min(request.most, len(offered))
    found = best_sets(train.codes, train.groups, offered, request.many, most)
    report(1)
    least = min(FEWEST_QUESTIONS, most)
    best: dict[int, tuple[float, list[int]]] = {}
    for many in range(least, most + 1):
        rated = [
            (_rate(train, offered, chosen, request.many), chosen)
            for chosen in found[many - 1][:_TRIES]
        ]
        best[many] = max(rated, key=lambda pair: (pair[0], [-p for p in pair[1]]))
        report(1 + min(3, many - least + 1))
    top = max(rate for rate, _ in best.values())
    many = next(number for number, (rate, _) in best.items() if rate >= top - _WORTH)
    tried = [{"asked": number, "rate": round(rate, 4)} for number, (rate, _) in best.items()]
    return best[many][1], tried


def _rate(train: _Half, offered: Sequence[int], chosen: list[int], many: int) -> float:
    """Return the share put right when two thirds of the people make the rule for the last."""
    codes, options, hits = train.codes[:, chosen], _of(offered, chosen), 0
    folds = np.arange(len(train.groups)) % _FOLDS
    for fold in range(_FOLDS):
        mine = folds == fold
        points = fit_points(codes[~mine], train.groups[~mine], options, many)
        hits += points_hit(points, codes[mine], train.groups[mine])
    return hits / len(train.groups)


def _tried(said: Numbers, truth: Numbers, before: Numbers, many: int) -> dict[str, Json]:
    """Return how the rule did on people it had not seen, all together and group by group."""
    table = np.zeros((many, many), dtype=np.int64)
    np.add.at(table, (truth, said), 1)
    hits, n = int(np.trace(table)), len(truth)
    largest = int(np.bincount(before, minlength=many).argmax())
    mixed = table - np.diag(np.diag(table))
    was, taken = (int(x) for x in np.unravel_index(mixed.argmax(), mixed.shape))
    return {
        "accepted": hits >= LEAST_HIT * n,
        "hit": _share(hits, n),
        "largest": {"group": largest, **_share(int(table[largest].sum()), n)},
        "groups": [_share(int(table[g, g]), int(table[g].sum())) for g in range(many)],
        "mixed": {"was": was, "taken_for": taken, "k": int(mixed.max())} if mixed.max() else None,
    }


def _share(k: int, n: int) -> dict[str, Json]:
    low, high = wilson(k, n)
    return {"k": k, "n": n, "low": low, "high": high}


def told_by(golden: Json, answers: Answers) -> tuple[Numbers, Floats]:
    """Return the group that the printed rule gives each row of a wave, and each row's points."""
    points = Points.of(golden)
    codes = given(golden["questions"], answers)
    return points.told(codes), points.totals(codes)
