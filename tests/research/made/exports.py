# SPDX-License-Identifier: MIT
"""Exports as tools name their columns, filled with cells that are made up."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random

Make = Callable[[Random, int], str]


def _moment(form: str) -> Make:
    start = datetime(2024, 1, 28, 7, 5, tzinfo=UTC)
    return lambda rng, i: (start + timedelta(minutes=rng.randint(200, 900) * i)).strftime(form)


def _said(rng: Random, _: int) -> str:
    starts = ("I would like", "Please add", "We missed", "It was great to see", "Next time I want")
    ends = ("more time for questions", "a quieter place", "better light", "friendlier mails")
    if rng.random() < 0.25:
        return ""
    return f"{rng.choice(starts)} {rng.choice(ends)}, {rng.choice(['please', 'thanks', 'really'])}."


def _token(rng: Random, _: int) -> str:
    return "".join(rng.choice("abcdef0123456789") for _ in range(16)) + "7a"


MAKE: dict[str, tuple[Make, str]] = {
    "serial": (lambda _, i: str(4001 + i), "record_id"),
    "token": (_token, "record_id"),
    "code": (lambda _, i: f"P{i + 1:02}", "record_id"),
    "name": (lambda r, _: r.choice(("Ada", "Bo", "Cem", "Dana", "Eli", "Fay", "Gus")), "pii"),
    "mail": (lambda _, i: f"person{i}@example.org", "pii"),
    "phone": (lambda r, _: f"+43 1 51{r.randint(10000, 99999)}", "pii"),
    "ip": (lambda r, _: f"10.{r.randint(0, 99)}.{r.randint(0, 99)}.7", "pii"),
    "street": (lambda r, _: f"Long Lane {r.randint(1, 99)}", "pii"),
    "postcode": (lambda r, _: f"{r.randint(1000, 99999):05}", "pii"),
    "company": (lambda _, i: f"Firm {chr(65 + i % 26)} Ltd", "free_text"),
    "moment": (_moment("%Y-%m-%d %H:%M:%S"), "timestamp"),
    "moment_de": (_moment("%d.%m.%Y %H:%M:%S"), "timestamp"),
    "moment_us": (_moment("%m/%d/%Y %H:%M"), "timestamp"),
    "moment_named": (_moment("%b %d, %Y"), "timestamp"),
    "date_iso": (_moment("%Y-%m-%d"), "timestamp"),
    "date_us": (_moment("%m/%d/%Y"), "timestamp"),
    "date_de": (_moment("%d.%m.%Y"), "timestamp"),
    "date_fr": (_moment("%d/%m/%Y"), "timestamp"),
    "clock": (lambda r, _: f"{r.randint(0, 30)}:{r.randint(0, 59):02}:09", "duration"),
    "number": (lambda r, _: str(r.randint(12, 900)), "numeric"),
    "decimal": (lambda r, _: f"{r.uniform(1, 50):.4f}", "numeric"),
    "percent": (lambda r, _: f"{r.uniform(0, 9):.2f}%", "numeric"),
    "money": (lambda r, _: f"{r.uniform(3, 4000):.2f}", "numeric"),
    "money_de": (lambda r, _: f"{r.uniform(3, 900):.2f}".replace(".", ","), "numeric"),
    "zero_to_ten": (lambda r, _: str(min(10, r.randint(0, 13))), "nps"),
    "words": (_said, "free_text"),
    "title": (
        lambda r, i: f"{r.choice(('Cups', 'Order', 'Plates'))} {_said(r, i)[:-1]}",
        "free_text",
    ),
    "link": (lambda _, i: f"https://example.org/r/{i}", "ignore"),
    "path": (lambda _, i: f"/shop/item-{i}", "free_text"),
    "empty": (lambda _r, _i: "", "ignore"),
}


def _maker(kind: str) -> tuple[Make, str]:
    name, _, said = kind.partition(" ")
    options = said.split("|")
    if name == "choice":
        return (lambda r, _: r.choice(options)), "single_choice"
    if name == "constant":
        return (lambda _r, _i: said), "single_choice"
    if name == "one_to":
        return (lambda r, _: str(r.randint(1, int(said)))), "ordinal"
    if name == "ticks":
        return (lambda r, _: r.choice([said, ""])), "multi_select"
    if name in ("many", "lines"):
        mark = ", " if name == "many" else "\n"
        return (
            lambda r, _: mark.join(r.sample(options, r.randint(1, 3))),
            "multi_select",
        )
    return MAKE[name]


@cache
def tools() -> dict[str, list[tuple[str, str, str]]]:
    """Return (heading, kind, role) of the columns of each tool; "?" is a role not graded."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for line in Path(__file__).with_name("exports.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            here = found[line.strip("[]")] = []
        elif line and not line.startswith("# "):
            heading, _, said = line.rpartition(": ")
            kind, _, role = said.partition(" =")
            here.append((heading, kind, role or _maker(kind)[1]))
    return found


def export(tool: str, rng: Random, n: int) -> tuple[list[str], list[list[str]], dict[str, str]]:
    """Return headings, rows and the roles by 1-based column of an export of a tool."""
    columns = tools()[tool]
    cells = [[_maker(kind)[0](rng, i) for i in range(n)] for _, kind, _ in columns]
    head = [heading for heading, _, _ in columns]
    roles = {str(i): role for i, (_, _, role) in enumerate(columns, start=1) if role != "?"}
    return head, [list(row) for row in zip(*cells, strict=True)], roles
