# SPDX-License-Identifier: MIT
"""Run the benchmarks beside this file and hold each figure against its budget.

A benchmark is a file `bench_<name>.py` with `run() -> list[Figure]`, where a figure is
(name, value, budget, unit). Budgets are ratios to a bare baseline measured in the same run, or
times a person would notice; absolute figures of two machines say nothing. Exit code 1 if one is
over its budget.
"""

import importlib.util
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent


class Figure(NamedTuple):
    """One measured value, what it may be at most, and its unit (`x` for a ratio)."""

    name: str
    value: float
    budget: float
    unit: str


def benchmarks(wanted: list[str]) -> Iterator[tuple[str, Callable[[], list[Figure]]]]:
    """Yield the benchmarks by name, or only those asked for."""
    for path in sorted(HERE.glob("bench_*.py")):
        name = path.stem.removeprefix("bench_")
        if wanted and name not in wanted:
            continue
        spec = importlib.util.spec_from_file_location(path.stem, path)
        if spec is None or spec.loader is None:
            continue
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        yield name, module.run


def main() -> int:
    """Print one line for each figure as soon as it is known; each benchmark in a process."""
    found = list(benchmarks(sys.argv[1:]))
    if len(found) > 1:  # one needs a window, the other none: Qt has one application a process
        return max(subprocess.call([sys.executable, __file__, name]) for name, _ in found)
    over = 0
    for name, run in found:
        for each in run():
            figure = Figure(*each)
            over += figure.value > figure.budget
            verdict = "over" if figure.value > figure.budget else "ok"
            values = f"{figure.value:10.2f} {figure.unit:3} at most {figure.budget:g}"
            print(f"{name:10} {figure.name:52} {values:30} {verdict}", flush=True)
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
