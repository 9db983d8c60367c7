# SPDX-License-Identifier: MIT
"""Surveys with planted groups (or one crowd), as the answers of a wave."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import numpy as np

from persona_studio.core.research import Question
from persona_studio.evidence.columns import Answers, encode

ROLES = {"numeric": "numeric", "ordinal": "ordinal", "single": "single_choice"}


def answers_of(columns, roles, **fields):
    """Return answers from {variable: cells}; `fields` maps a variable to more of its question."""
    questions = {
        name: Question(name, "wave", name, i, i + 1, name, role=roles[name], **fields.get(name, {}))
        for i, name in enumerate(columns)
    }
    n = len(next(iter(columns.values())))
    keys = tuple(f"r{i}" for i in range(n))
    coded = {name: encode(cells) for name, cells in columns.items()}
    return Answers("wave", np.arange(2, n + 2), keys, coded, questions)


def survey(n, k, sep, seed, *, style=0.0, factors=1, informative=0.5, missing=0.05):
    """Return (answers, planted group of each row); k = 1 is one crowd.

    `sep` is how far groups stand apart, `style` how strongly continuous traits (`factors` of
    them) run through all questions, `informative` the share of questions that differ.
    """
    r = np.random.default_rng(seed)
    share = r.dirichlet(np.full(k, 6.0)) if k > 1 else np.ones(1)
    y = r.choice(k, n, p=share)
    traits = r.standard_normal((n, factors)) * style

    def lean():
        return r.standard_normal(k) * sep * (k > 1 and r.random() < informative)

    def trait():
        return (
            traits[:, r.integers(factors)]
            * r.uniform(0.3, 1)
            * (r.choice([-1, 1]) if factors > 1 else 1)
        )

    columns, roles, fields = {}, {}, {}
    for i in range(6):
        x = lean()[y] + trait() + r.standard_normal(n)
        values = np.round(np.exp(3 + 0.6 * x) if i % 2 else 40 + 12 * x, 1)
        columns[f"num{i}"], roles[f"num{i}"] = [str(v) for v in values], "numeric"
    for i in range(14):
        cut = np.sort(r.standard_normal(4))
        step = np.searchsorted(cut, lean()[y] + trait() + r.standard_normal(n))
        columns[f"ord{i}"], roles[f"ord{i}"] = [f"step {s}" for s in step], "ordinal"
        fields[f"ord{i}"] = {"order": tuple(f"step {s}" for s in range(5))}
    for i in range(12):
        m = r.integers(2, 8)
        tilt = r.standard_normal((k, m)) * sep * (k > 1 and r.random() < informative)
        pull = trait()[:, None] * r.standard_normal(m)
        u = r.standard_normal(m) * 0.7 + tilt[y] + pull + r.gumbel(size=(n, m))
        columns[f"one{i}"] = [f"answer {j}" for j in u.argmax(1)]
        roles[f"one{i}"] = "single_choice"
    for i in range(4):
        tilt = r.standard_normal((k, 8)) * sep * (k > 1 and r.random() < informative)
        u = r.normal(-1, 0.7, 8) + tilt[y] + trait()[:, None] + r.logistic(size=(n, 8))
        cells = ["; ".join(f"option {j}" for j in np.flatnonzero(row > 0)) for row in u]
        columns[f"many{i}"], roles[f"many{i}"] = cells, "multi_select"
        fields[f"many{i}"] = {"separator": "; "}
    for name in columns:
        if roles[name] != "multi_select":
            gone = r.random(n) < missing
            columns[name] = ["" if g else c for g, c in zip(gone, columns[name], strict=True)]
    return answers_of(columns, roles, **fields), y


def table(folder: Path, name: str):
    """Return (answers, known class of each row or None) of a research table."""
    told = json.loads((folder / f"{name}.json").read_text("utf-8"))
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    known = [row[told["class"]] for row in rows] if told["class"] else None
    columns = {c: [row[c] if row[c] != "NA" else "" for row in rows] for c in told["columns"]}
    kinds = told["columns"]
    roles = {c: ROLES.get(kind, "multi_select") for c, kind in kinds.items()}
    fields = {c: {"separator": " | "} for c, kind in kinds.items() if kind == "multi"}
    return answers_of(columns, roles, **fields), known


def shuffled(answers: Answers, seed: int) -> tuple[Answers, np.ndarray]:
    """Return the same answers with rows and columns in another order, and that order of rows."""
    r = np.random.default_rng(seed)
    order = r.permutation(len(answers))
    names = r.permutation(list(answers.columns)).tolist()
    columns = {n: encode([answers.columns[n].cell(i) for i in order]) for n in names}
    questions = {
        n: replace(answers.questions[n], position=i, column=i + 1) for i, n in enumerate(names)
    }
    keys = tuple(answers.respondents[i] for i in order)
    return Answers("wave", answers.numbers[order], keys, columns, questions), order
