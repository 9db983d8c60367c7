# SPDX-License-Identifier: MIT
"""Answers of people who do not exist, in many languages, with the role of every column."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

Role = dict[str, Any]


@dataclass(frozen=True)
class Locale:
    """How a language writes, and what its people are asked."""

    code: str
    decimal: str
    dates: str
    encodings: tuple[str, ...]
    asked: dict[str, str] = field(default_factory=dict)
    values: dict[str, tuple[str, ...]] = field(default_factory=dict)


@cache
def locales() -> dict[str, Locale]:
    """Return the languages of `locales.txt` by their code."""
    found: dict[str, Locale] = {}
    for line in Path(__file__).with_name("locales.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            code, decimal, dates, *encodings = line[1:].replace("]", "").split()
            here = found[code] = Locale(code, decimal, dates, tuple(encodings))
        elif line and not line.startswith("#"):
            key, _, said = line.partition(": ")
            heading, _, values = said.partition(" > ")
            here.asked[key] = heading
            here.values[key] = tuple(values.split("|")) if values else ()
    return found


def column(key: str, locale: Locale, rng: Random, n: int) -> tuple[list[str], Role]:
    """Return the cells of one question, and its role."""
    made = _MADE.get(key)
    if made:
        return made(locale, rng, n)
    values = locale.values[key]
    cells = [rng.choice(values) for _ in range(n)]
    kind = {"satisfied": "likert", "agree": "likert", "often": "ordinal", "band": "ordinal"}
    if key not in kind:
        return cells, {"role": "single_choice"}
    order = [value for value in values if value in cells]
    return cells, {"role": kind[key], "order": order}


def _id(_: Locale, rng: Random, n: int) -> tuple[list[str], Role]:
    start, step = rng.choice([(1, 1), (118_000_000, 37), (11_900_234_561, 4099)])
    return [str(start + i * step) for i in range(n)], {"role": "respondent_id"}


def _time(locale: Locale, rng: Random, n: int) -> tuple[list[str], Role]:
    form = {"mdy": "%m/%d/%Y %H:%M:%S", "dmy": "%d.%m.%Y %H:%M", "ymd": "%Y-%m-%d %H:%M:%S"}
    first = datetime(2024, 1, 20, 8, 30, tzinfo=UTC)
    moments = [first + timedelta(minutes=rng.randint(5, 900) * (i + 1)) for i in range(n)]
    return [m.strftime(form[locale.dates]) for m in moments], {"role": "timestamp"}


def _mail(_: Locale, rng: Random, n: int) -> tuple[list[str], Role]:
    return [f"p{rng.randint(100, 999)}{i}@example.org" for i in range(n)], {"role": "pii"}


def _name(_: Locale, rng: Random, n: int) -> tuple[list[str], Role]:
    first, last = ("Ada", "Bo", "Cem", "Dana", "Eli", "Fay"), ("Berg", "Cano", "Diaz", "Falk")
    return [f"{rng.choice(first)} {rng.choice(last)}" for _ in range(n)], {"role": "pii"}


def _age(_: Locale, rng: Random, n: int) -> tuple[list[str], Role]:
    return [str(rng.randint(17, 84)) for _ in range(n)], {"role": "numeric"}


def _recommend(_: Locale, rng: Random, n: int) -> tuple[list[str], Role]:
    return [str(min(10, rng.randint(0, 13))) for _ in range(n)], {"role": "nps"}


def _spend(locale: Locale, rng: Random, n: int) -> tuple[list[str], Role]:
    cents = [rng.randint(150, 240_000) for _ in range(n)]
    return [f"{c / 100:.2f}".replace(".", locale.decimal) for c in cents], {"role": "numeric"}


def _channels(locale: Locale, rng: Random, n: int) -> tuple[list[str], Role]:
    values = locale.values["channels"]
    mark = rng.choice([", ", ";", "|"])
    cells = []
    for _ in range(n):
        picked = rng.sample(values, min(len(values), rng.choice([1, 1, 2, 2, 3])))
        cells.append(mark.join(value for value in values if value in picked))
    seen = [value for value in values if any(value in cell for cell in cells)]
    inside = [value for value in seen if mark in value]
    role = {"role": "multi_select", "separator": mark, "options": sorted(seen)}
    return cells, {**role, "choices_containing_separator": inside} if inside else role


def _comment(locale: Locale, rng: Random, n: int) -> tuple[list[str], Role]:
    said = locale.values["comment"]
    cells = []
    for _ in range(n):
        more = rng.sample(said, rng.choice([1, 1, 2, 3]))
        cells.append("" if rng.random() < 0.3 else " ".join(more))
    return cells, {"role": "free_text"}


_MADE: dict[str, Callable[[Locale, Random, int], tuple[list[str], Role]]] = {
    "id": _id,
    "time": _time,
    "mail": _mail,
    "name": _name,
    "age": _age,
    "recommend": _recommend,
    "spend": _spend,
    "channels": _channels,
    "comment": _comment,
}
KEYS = (
    *("id", "time", "mail", "name", "city", "gender", "age", "band", "satisfied", "agree"),
    *("often", "recommend", "channels", "yesno", "comment", "spend"),
)


def survey(
    code: str, rng: Random, n: int, keys: Sequence[str] = KEYS
) -> tuple[list[str], list[list[str]], dict[str, Role]]:
    """Return headings, rows and the roles by 1-based column of a survey in a language."""
    locale = locales()[code]
    made = [column(key, locale, rng, n) for key in keys]
    head = [locale.asked[key] for key in keys]
    rows = [list(row) for row in zip(*(cells for cells, _ in made), strict=True)]
    return head, rows, {str(i): role for i, (_, role) in enumerate(made, start=1)}
