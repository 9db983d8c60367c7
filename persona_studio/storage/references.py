# SPDX-License-Identifier: MIT
"""Whether every value of a document points to something that is there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from persona_studio.core.codec import fault
from persona_studio.core.nouns import JOURNALLED
from persona_studio.core.research import Membership, Row

Tables = dict[str, dict[str, Any]]
Paths = Mapping[tuple[str, str], str]
"""(table, id) -> where in the document that value stands."""


def check_references(
    tables: Tables,
    paths: Paths,
    rows: Mapping[str, Sequence[Row]],
    memberships: Mapping[str, Sequence[Membership]],
) -> None:
    """Raise StudioError naming the first dangling reference; settle questions on variables.

    Measures and groupings may name a question's id where a person wrote the document: it comes
    to mean that question's variable.
    """
    for table, kind in JOURNALLED.items():
        for item in fields(kind):
            target = item.metadata.get("ref")
            if target:
                _check_field(tables, paths, (table, item.name), target)
    _settle(tables, paths)
    numbers = {wave: {row.number for row in found} for wave, found in rows.items()}
    _check_quotes(tables, paths, numbers)
    _check_widths(tables, paths, rows)
    for segmentation, members in memberships.items():
        _check_members(tables, paths, numbers, (segmentation, members))


def _check_field(tables: Tables, paths: Paths, place: tuple[str, str], target: str) -> None:
    table, name = place
    for key, value in tables[table].items():
        wanted = getattr(value, name)
        if wanted is not None and wanted not in tables[target]:
            raise fault(f"{paths[table, key]}.{name}", f'"{wanted}" is not a known {target}')


def _settle(tables: Tables, paths: Paths) -> None:
    """Let measures and groupings name variables, whether they named these or questions."""
    asked = tables["question"]
    known = {question.variable for question in asked.values()}

    def variable(wanted: str, path: str) -> str:
        if wanted in known:
            return wanted
        if wanted not in asked:
            raise fault(path, f'"{wanted}" is not a known question')
        return str(asked[wanted].variable)

    for table in ("evidence", "wall_card"):
        for key, item in tables[table].items():
            if item.measure is not None:
                path = f"{paths[table, key]}.measure.question"
                measure = replace(item.measure, question=variable(item.measure.question, path))
                tables[table][key] = replace(item, measure=measure)
    for key, item in tables["segmentation"].items():
        place = paths["segmentation", key]
        tables["segmentation"][key] = replace(
            item,
            **{
                name: tuple(
                    variable(wanted, f"{place}.{name}[{i}]")
                    for i, wanted in enumerate(getattr(item, name))
                )
                for name in ("questions", "descriptors")
            },
        )


def _check_quotes(tables: Tables, paths: Paths, numbers: Mapping[str, set[int]]) -> None:
    for key, quote in tables["quote"].items():
        if tables["question"][quote.question].wave != quote.wave:
            raise fault(f"{paths['quote', key]}.question", "is not a question of its wave")
        if quote.row not in numbers.get(quote.wave, ()):
            raise fault(f"{paths['quote', key]}.row", f"{quote.row} is not a row of its wave")


def _check_widths(tables: Tables, paths: Paths, rows: Mapping[str, Sequence[Row]]) -> None:
    widths: dict[str, int] = {}
    for question in tables["question"].values():
        widths[question.wave] = max(widths.get(question.wave, 0), question.position + 1)
    for wave, found in rows.items():
        for i, row in enumerate(found):
            if len(row.cells) > widths.get(wave, 0):
                path = f"{paths['wave', wave]}.rows[{i}].cells"
                raise fault(path, "has more cells than questions")


def _check_members(
    tables: Tables,
    paths: Paths,
    numbers: Mapping[str, set[int]],
    members: tuple[str, Iterable[Membership]],
) -> None:
    key = members[0]
    there = numbers.get(tables["segmentation"][key].wave, set())
    segments = {s.id for s in tables["segment"].values() if s.segmentation == key}
    seen: set[int] = set()
    for i, member in enumerate(members[1]):
        path = f"{paths['segmentation', key]}.memberships[{i}]"
        if member.segment not in segments:
            raise fault(f"{path}.segment", f'"{member.segment}" is not one of its segments')
        if member.row not in there:
            raise fault(f"{path}.row", f"{member.row} is not a row of its wave")
        if member.row in seen:
            raise fault(f"{path}.row", f"{member.row} is there twice")
        seen.add(member.row)
