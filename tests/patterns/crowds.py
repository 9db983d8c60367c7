# SPDX-License-Identifier: MIT
"""Twelve kinds of one crowd: people who differ by degrees, whatever their answers look like.

Each kind draws how many questions there are, how strongly they hang together and where answers
are cut, so that a run of tables is a run of different surveys. None of them has groups.
"""

from collections.abc import Callable

import numpy as np

from persona_studio.evidence.columns import Answers
from tests.patterns.planted import answers_of

STEPS = ("never", "rarely", "at times", "mostly", "always")


def latent(draw, n, questions, traits):
    """Return leanings (n, questions); each question follows one of so many traits (0: none)."""
    noise = draw.standard_normal((n, questions))
    if not traits:
        return noise
    strength = draw.uniform(0.4, 0.8, questions)
    ways = draw.standard_normal((n, traits))[:, np.arange(questions) % traits]
    return strength * ways * draw.choice([-1, 1], questions) + np.sqrt(1 - strength**2) * noise


def scales(draw, values):
    """Return the answers' texts on scales of five steps, each question cut at its own places."""
    shift = draw.normal(0, 0.4, values.shape[1])
    cuts = np.array([-1.2, -0.4, 0.4, 1.2])
    return [
        [STEPS[step] for step in np.searchsorted(cuts + shift[i], values[:, i])]
        for i in range(values.shape[1])
    ]


def survey_of(columns, roles):
    """Return answers whose columns all have one role, or each its own."""
    names = [f"q{i}" for i in range(len(columns))]
    each = [roles] * len(names) if isinstance(roles, str) else roles
    fields = {
        name: {"order": STEPS} for name, role in zip(names, each, strict=True) if role == "ordinal"
    }
    table = dict(zip(names, columns, strict=True))
    return answers_of(table, dict(zip(names, each, strict=True)), **fields)


def numbers(values):
    """Return texts of numbers."""
    return [[f"{v:.2f}" for v in column] for column in values.T]


def yes_or_no(draw, values):
    """Return yes or no for each leaning, each question at its own place."""
    cuts = draw.normal(0, 0.5, values.shape[1])
    return [["yes" if v else "no" for v in column] for column in (values > cuts).T]


def many(draw):
    return int(draw.choice([6, 8, 12, 20]))


def independent(draw, n):
    return survey_of(scales(draw, latent(draw, n, many(draw), 0)), "ordinal")


def _factors(traits):
    def factors(draw, n):
        return survey_of(
            scales(draw, latent(draw, n, max(many(draw), 3 * traits), traits)), "ordinal"
        )

    return factors


def response_style(draw, n):
    """Some tick the ends and others the middle; some say yes to whatever is asked."""
    values = latent(draw, n, many(draw), int(draw.integers(3)))
    reach = np.exp(draw.normal(0, 0.5, (n, 1)))
    yes = draw.standard_normal((n, 1)) * draw.choice([0.0, 0.5, 1.0])
    return survey_of(scales(draw, values * reach + yes), "ordinal")


def binary(draw, n):
    return survey_of(
        yes_or_no(draw, latent(draw, n, many(draw), int(draw.integers(1, 3)))), "yes_no"
    )


def mixed(draw, n):
    values = latent(draw, n, 12, int(draw.integers(1, 4)))
    columns = [
        *scales(draw, values[:, :5]),
        *numbers(40 + 12 * values[:, 5:8]),
        *yes_or_no(draw, values[:, 8:10]),
        *choices(draw, values[:, 10:]),
    ]
    roles = ["ordinal"] * 5 + ["numeric"] * 3 + ["yes_no"] * 2 + ["single_choice"] * 2
    return survey_of(columns, roles)


def choices(draw, values):
    """Return a choice of four each, which a leaning makes more or less likely."""
    out = []
    for column in values.T:
        pull = draw.standard_normal(4)
        wish = column[:, None] * pull + draw.gumbel(size=(len(column), 4))
        out.append([f"answer {i}" for i in wish.argmax(1)])
    return out


def heavy_tails(draw, n):
    values = latent(draw, n, many(draw), int(draw.integers(1, 3)))
    return survey_of(numbers(values / np.sqrt(draw.chisquare(3, (n, 1)) / 3)), "numeric")


def spending(draw, n):
    return survey_of(
        numbers(np.exp(3 + latent(draw, n, many(draw), int(draw.integers(1, 3))))), "numeric"
    )


def many_zeros(draw, n):
    values = latent(draw, n, many(draw), int(draw.integers(1, 3)))
    return survey_of(numbers(np.maximum(0, np.round(3 * (values - draw.uniform(0, 1))))), "numeric")


def yes_or_no_groups(draw, n, questions):
    """Return answers of three groups, each with yes to some questions (85 %), and who is where."""
    group = draw.integers(3, size=n)
    while True:
        says = draw.integers(0, 2, (3, questions))
        if min((says[i] != says[i - 1]).sum() for i in range(3)) >= 0.35 * questions:
            break
    yes = draw.random((n, questions)) < np.where(says[group] == 1, 0.85, 0.15)
    return survey_of([["yes" if v else "no" for v in c] for c in yes.T], "yes_no"), group


def curved(draw, n):
    """People on a bow: those at both ends of one question agree on the next."""
    place = draw.uniform(-2, 2, n)
    bend = np.stack([place, place**2 - 1.3, -(place**2) + 1.3, -place], axis=1)
    values = np.repeat(bend, 2, axis=1) + draw.standard_normal((n, 8)) * draw.uniform(0.3, 0.8)
    return survey_of(numbers(values), "numeric")


CROWDS: dict[str, Callable[[np.random.Generator, int], Answers]] = {
    "independent": independent,
    **{f"{traits} traits": _factors(traits) for traits in (2, 3, 4, 5)},
    "response style": response_style,
    "yes or no": binary,
    "mixed": mixed,
    "heavy tails": heavy_tails,
    "spending": spending,
    "many zeros": many_zeros,
    "curved": curved,
}
