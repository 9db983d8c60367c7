# SPDX-License-Identifier: MIT
"""Whether every value of a document points to something that is there."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from persona_studio.core.codec import fault
from persona_studio.core.nouns import JOURNALLED
from persona_studio.core.research import Membership, Row

Tables = dict[str, dict[str, Any]]


def check_references(
    tables: Tables,
    rows: Mapping[str, Sequence[Row]],
    memberships: Mapping[str, Sequence[Membership]],
) -> None:
    """Raise StudioError naming the first dangling reference; settle measures on variables.

    A measure may name a question's id where a person wrote the document: it comes to mean that
    question's variable.
    """
    for table, kind in JOURNALLED.items():
        for item in fields(kind):
            target = item.metadata.get("ref")
            if target:
                _check_field(tables, table, item.name, target)
    _settle_measures(tables)
    _check_variables(tables)
    _check_rows(tables, rows)
    for place, segmentation in enumerate(tables["segmentation"]):
        for i, member in enumerate(memberships.get(segmentation, ())):
            if member.segment not in tables["segment"]:
                path = f"segmentations[{place}].memberships[{i}].segment"
                raise fault(path, f'"{member.segment}" is not a known segment')


def _check_field(tables: Tables, table: str, name: str, target: str) -> None:
    for place, value in enumerate(tables[table].values()):
        wanted = getattr(value, name)
        if wanted is not None and wanted not in tables[target]:
            raise fault(f"{_path(table, place)}.{name}", f'"{wanted}" is not a known {target}')


def _settle_measures(tables: Tables) -> None:
    questions = tables["question"]
    variables = {q.variable for q in questions.values()}
    for place, item in enumerate(list(tables["evidence"].values())):
        measure = item.measure
        if measure is None or measure.question in variables:
            continue
        asked = questions.get(measure.question)
        if asked is None:
            path = f"{_path('evidence', place)}.measure.question"
            raise fault(path, f'"{measure.question}" is not a known question')
        settled = replace(measure, question=asked.variable)
        tables["evidence"][item.id] = replace(item, measure=settled)


def _check_variables(tables: Tables) -> None:
    variables = {q.variable for q in tables["question"].values()}
    for place, value in enumerate(tables["segmentation"].values()):
        for name in ("questions", "descriptors"):
            for i, variable in enumerate(getattr(value, name)):
                if variable not in variables:
                    path = f"{_path('segmentation', place)}.{name}[{i}]"
                    raise fault(path, f'"{variable}" is not a known question')


def _check_rows(tables: Tables, rows: Mapping[str, Sequence[Row]]) -> None:
    numbers = {wave: {row.number for row in found} for wave, found in rows.items()}
    for place, quote in enumerate(tables["quote"].values()):
        if quote.row not in numbers.get(quote.wave, ()):
            raise fault(f"{_path('quote', place)}.row", f"{quote.row} is not a row of its wave")
    widths = _widths(tables)
    for place, wave in enumerate(tables["wave"]):
        for i, row in enumerate(rows.get(wave, ())):
            if len(row.cells) > widths.get(wave, 0):
                raise fault(f"waves[{place}].rows[{i}].cells", "has more cells than questions")


def _widths(tables: Tables) -> dict[str, int]:
    widths: dict[str, int] = {}
    for question in tables["question"].values():
        widths[question.wave] = max(widths.get(question.wave, 0), question.position + 1)
    return widths


def _path(table: str, place: int) -> str:
    return f"{_PLURAL.get(table, table + 's')}[{place}]"


_PLURAL = {
    "evidence": "evidence",
    "event": "events",
    "theme_item": "themes[].items",
    "question": "waves[].questions",
    "segment": "segmentations[].segments",
    "vote": "workshops[].votes",
    "guess": "workshops[].guesses",
}
