# SPDX-License-Identifier: MIT
"""Groups: how often they are right on planted surveys and shown in one crowd, what they cost.

Planted surveys and crowds are the tests' own generators with seeds of their own; the tables of
../shared/data/segments bring known classes. scikit-learn's KMeans and MiniBatchKMeans on one-hot
answers run beside. Counts are small, to be run often: one table in ten is ten points.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from persona_studio.core.child import Child  # noqa: E402  # after the path to the tests
from persona_studio.core.persona import Measure  # noqa: E402
from persona_studio.evidence.columns import Answers, Column  # noqa: E402
from persona_studio.evidence.measures import row_truth  # noqa: E402
from persona_studio.patterns.finding import find_groups  # noqa: E402
from persona_studio.patterns.models import agreeing  # noqa: E402
from persona_studio.patterns.prepare import blocks_of, code_all, kind_of, learn  # noqa: E402
from persona_studio.patterns.request import GroupResult, request_of  # noqa: E402
from tests.patterns.crowds import CROWDS  # noqa: E402
from tests.patterns.planted import survey, table  # noqa: E402

Figure = tuple[str, float, float, str]
SEGMENTS = ROOT.parent / "shared" / "data" / "segments"
TABLES, CROWD_TABLES, SEED = 10, 3, 31_000
LATE_MS = 33.0


def run() -> Iterator[Figure]:
    """Yield each figure as soon as it is known."""
    for figures in (planted, crowds, known_classes, answers_named, costs, lateness, million):
        yield from figures()


def planted() -> Iterator[Figure]:
    """G2, G6, G9, G10: the number of groups, and agreement with the planted ones (0-1)."""
    for sep, n, style, allowed in (
        (1.2, 300, 0.0, 10),
        (1.2, 700, 0.0, 5),
        (0.8, 700, 0.0, 20),
        (1.2, 700, 1.0, 30),
    ):
        right, agreed = 0, []
        for seed in range(TABLES):
            k = 3 + seed % 3
            answers, y = survey(n, k, sep, SEED + seed, style=style)
            found = _found(answers)
            right += (found.verdict, found.k) == ("clear", k)
            agreed.append(_ari(y, found.assignment))
        name = f"wrong number, sep {sep}, n {n}" + (", answering style" if style else "")
        _say(f"{name}: mean ARI {np.mean(agreed):.3f}")
        yield name, 100 * (1 - right / TABLES), allowed, "%"
    whole, holes = (_at_known_k(missing=m) for m in (0.0, 0.3))
    yield "agreement lost by 30 % missing answers", whole - holes, 0.05, ""
    yield "agreement short of .50, 90 % noise questions", 0.5 - _at_known_k(informative=0.1), 0, ""


def _at_known_k(**options: float) -> float:
    agreed = []
    for seed in range(TABLES):
        answers, y = survey(1_000, 4, 1.2, SEED + 50 + seed, **options)
        agreed.append(_ari(y, _found(answers, k=4).assignment))
    _say(f"{options}: ARI {np.round(agreed, 2).tolist()}")
    return float(np.mean(agreed))


def crowds() -> Iterator[Figure]:
    """G1: tables of one crowd called clear groups, of all kinds together."""
    for n in (300, 700):
        wrong = 0
        for kind, crowd in CROWDS.items():
            for seed in range(CROWD_TABLES):
                found = _found(crowd(np.random.default_rng([SEED, seed, n]), n))
                if found.verdict == "clear":
                    wrong += 1
                    _say(f"false groups: {kind}, n {n}, seed {seed}")
        yield f"one crowd called groups, n {n}", 100 * wrong / (12 * CROWD_TABLES), 5, "%"


def known_classes() -> Iterator[Figure]:
    """G3: agreement at the known number, against each single method."""
    single: dict[str, list[float]] = {}
    for name, answers, y in _known_tables():
        k = len(set(y))
        agreed = {"studio": _ari(y, _found(answers, k=k).assignment)}
        for method, labels in _references(answers, k):
            agreed[method] = _ari(y, labels)
        _say(name + " " + " ".join(f"{m} {a:.3f}" for m, a in agreed.items()))
        for method, value in agreed.items():
            single.setdefault(method, []).append(value)
    ours = np.array(single.pop("studio"))
    best = max(float(np.mean(values)) for values in single.values())
    yield "mean ARI less than the best single method", best - float(ours.mean()), 0, ""
    behind = np.max(np.array(list(single.values())), axis=0) - ours
    yield "ARI behind the best method, worst table", float(behind.max()), 0.05, ""


def _known_tables() -> Iterator[tuple[str, Answers, Any]]:
    for name in ("votes", "penguins", "mushroom", "heart", "wine", "vacmot"):
        if SEGMENTS.is_dir():
            answers, y = table(SEGMENTS, name)
            yield name, answers, np.array(y)
    for seed in range(6):
        sep, n = (1.2, 0.8)[seed // 3], (300, 700)[seed % 2]
        answers, y = survey(n, 3 + seed % 3, sep, SEED + 100 + seed)
        yield f"planted {sep} {n}", answers, y


def _references(answers: Answers, k: int) -> Iterator[tuple[str, Any]]:
    from sklearn.cluster import KMeans, MiniBatchKMeans

    told = _one_hot(answers)
    yield "kmeans", KMeans(k, n_init=10, random_state=0).fit_predict(told)
    yield "minibatch", MiniBatchKMeans(k, n_init=5, random_state=0).fit_predict(told)


def _one_hot(answers: Answers) -> Any:
    """Return z-scores of numbers and scales beside indicators of all other answers."""
    out = []
    for variable, column in answers.columns.items():
        question = answers.questions[variable]
        if kind_of(question, column) in ("numeric", "ordinal"):
            values = column.numbers[column.codes]
            if np.isnan(values).all():  # steps in words
                steps = {text: i for i, text in enumerate(question.order)}
                labels = np.array([steps.get(x, np.nan) for x in column.labels], dtype=float)
                values = labels[column.codes]
            values = np.where(np.isnan(values), np.nanmean(values), values)
            out.append(((values - values.mean()) / max(values.std(), 1e-9))[:, None])
        else:
            parts = [set(x.split(question.separator or "\0")) for x in column.labels]
            options = sorted(set().union(*parts) - {""})
            marks = np.array([[o in part for o in options] for part in parts], dtype=float)
            out.append(marks[column.codes])
    return np.column_stack(out)


def answers_named() -> Iterator[Figure]:
    """G7: named answers that are not shifted the same way by 5 points in the planted group."""
    named = wrong = 0
    for seed in range(TABLES):
        answers, y = survey(700, 4, 1.2, SEED + 200 + seed)
        found = _found(answers)
        for group in found.groups:
            mine = y == np.bincount(y[found.assignment == group.number]).argmax()
            for item in (*group.over, *group.under):
                truth = row_truth(Measure(item["question"], item["op"], item["value"]), answers)
                shift = (truth[mine & (truth >= 0)] == 1).mean() - (truth[truth >= 0] == 1).mean()
                named += 1
                wrong += bool(np.sign(shift) != np.sign(item["share"] - item["everyone"]))
                wrong += bool(abs(shift) < 0.05 and np.sign(shift) != 0)
    yield "answers named that are not truly shifted", 100 * wrong / max(1, named), 5, "%"


def costs() -> Iterator[Figure]:
    """G5: the whole step on 100,000 people x 40 questions, its memory, and Cancel."""
    from sklearn.cluster import MiniBatchKMeans

    answers = _wide(100_000)
    codings = [learn(block, answers, 1.0, ()) for block in blocks_of(answers.columns, answers)]
    coded = code_all([coding for coding in codings if coding], answers).astype(np.float32)
    _, reference = _timed(lambda: MiniBatchKMeans(4, n_init=5, random_state=0).fit(coded))
    _, ours = _timed(lambda: _found(answers))
    _say(
        f"whole step {ours:.2f} s, MiniBatchKMeans {reference:.2f} s, coded {coded.nbytes >> 20} MB"
    )
    yield "whole step over MiniBatchKMeans, 100,000 x 40", ours / reference, 2.5, "x"
    grown = _memory(100_000) - _memory(1_000)
    yield "memory over the coded matrix", grown / (coded.nbytes / 1e6), 2.5, "x"
    child = Child("bench")
    call = child.call(find_groups, request_of(answers, tuple(answers.columns)))
    time.sleep(1.0)
    start = time.perf_counter()
    call.cancel()
    yield "Cancel", time.perf_counter() - start, 0.5, "s"


def million() -> Iterator[Figure]:
    """G8: a million people; the same groups where their rows are shuffled, and for some alone.

    Four groups are asked for: how many there are is decided on 1,000 people, others among a million
    than among 8,000. Fitted is on 8,000 chosen by what they said, coded by the shares of all.
    """
    n, few = 1_000_000, 8_000
    order = np.random.default_rng(SEED).permutation(n)
    held, groups = _apart(n)
    _, shuffled = _apart(n, "shuffled")
    _, alone = _apart(n, "few")
    yield "memory, 1,000,000 x 40", held, 1_000, "MB"
    yield "in another group, rows shuffled", 100 * float((groups[order] != shuffled).mean()), 0, "%"
    moved = 100 * (1 - agreeing(groups[:few], alone, 4))
    yield "in another group, 8,000 alone", moved, 5, "%"


def _memory(n: int) -> float:
    return _apart(n)[0]


def _apart(n: int, which: str = "all") -> tuple[float, Any]:
    """Return (most megabytes held, groups of n people) of a process of its own (see `find_in`)."""
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "groups.npy")
        code = (
            f"import sys; sys.path[:0] = [{str(ROOT)!r}, {str(Path(__file__).parent)!r}];"
            f"import bench_patterns as b; print(b.find_in({n}, {which!r}, {path!r}))"
        )
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        return float(done.stdout), np.load(path)


def find_in(n: int, which: str, path: str) -> float:
    """Find groups of n people (all, shuffled, or the first few of them); return megabytes held."""
    answers = _wide(n)
    if which != "all":
        whole = np.random.default_rng(SEED).permutation(n)
        rows = whole if which == "shuffled" else np.arange(8_000)
        columns = {
            name: replace(column, codes=column.codes[rows])
            for name, column in answers.columns.items()
        }
        keys = tuple(map(str, rows.tolist()))
        answers = replace(answers, numbers=rows + 2, respondents=keys, columns=columns)
    np.save(path, _found(answers, k=4).assignment)
    return held_mb()


def held_mb() -> float:
    """Return the most megabytes this process has held since it began (Linux)."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(x.split()[1]) / 1024 for x in lines if x.startswith("VmHWM"))


def lateness() -> Iterator[Figure]:
    """Yield how late a timer of the window comes while groups are found in the child."""
    from PySide6.QtCore import QCoreApplication, Qt, QTimer

    app = QCoreApplication.instance() or QCoreApplication([])
    answers = _wide(20_000)
    child, late = Child("bench"), []
    call = child.call(find_groups, request_of(answers, tuple(answers.columns)))
    last = [time.perf_counter()]

    def tick() -> None:
        now = time.perf_counter()
        late.append(1000 * (now - last[0]) - 10)
        last[0] = now
        message = call.poll()
        if message is not None and message.kind in ("result", "error"):
            app.quit()

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start(10)
    app.exec()
    child.stop()
    yield "timer late while grouping, p99", float(np.percentile(late, 99)), LATE_MS, "ms"


def _wide(n: int) -> Answers:
    """Return n people who answer as 3,000 did, every fifth question as somebody else."""
    few, _ = survey(3_000, 4, 1.2, SEED)
    draw, same = np.random.default_rng(1), np.arange(n) % 3_000
    columns = {
        name: Column(column.labels, column.codes[same if i % 5 else draw.integers(3_000, size=n)])
        for i, (name, column) in enumerate(few.columns.items())
    }
    keys = tuple(map(str, range(n)))
    return Answers("wave", np.arange(2, n + 2), keys, columns, few.questions)


def _found(answers: Answers, k: int | None = None) -> GroupResult:
    return find_groups(request_of(answers, tuple(answers.columns), k=k), report=_quiet)


def _quiet(_done: int, _total: int) -> None:
    """Progress is for people."""


def _ari(first: Any, second: Any) -> float:
    from sklearn.metrics import adjusted_rand_score

    return float(adjusted_rand_score(first, second))


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    start = time.process_time()
    return work(), time.process_time() - start


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")
