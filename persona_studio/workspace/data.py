# SPDX-License-Identifier: MIT
"""The raw answers of a project, read from the file when first asked for and kept.

Waves are immutable, so what was read once stays true as long as the wave is there.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from persona_studio.core.fields import Json
from persona_studio.core.persona import Persona
from persona_studio.core.research import Question, Segment, Wave
from persona_studio.core.snapshot import Snapshot
from persona_studio.storage import rows
from persona_studio.storage.database import Database
from persona_studio.workspace.themes_kept import themes_of, told_themes

if TYPE_CHECKING:
    from persona_studio.evidence.columns import Answers, Column


class Data:
    """Answers by wave, members by segment; needs the file and today's snapshot."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._answers: dict[str, Answers] = {}
        self._members: dict[str, dict[str, frozenset[int]]] = {}
        self._sorted: dict[str, Mapping[str, Json]] = {}

    def answers(self, snapshot: Snapshot, wave: str) -> "Answers":
        """Return the coded answers of a wave; columns are read one by one as they are used."""
        kept, questions = self._answers.get(wave), snapshot.questions_of(wave)
        if kept is None or tuple(kept.questions.values()) != questions:
            kept = self._answers[wave] = self._read_answers(snapshot, wave, kept)
            self._sorted.pop(wave, None)
        told = told_themes(snapshot, wave)
        if self._sorted.get(wave, {}) != told:
            kept = self._answers[wave] = replace(kept, themes=themes_of(told))
            self._sorted[wave] = told
        return kept

    def forget(self) -> None:
        """Read everything anew: rows have left the file for good."""
        self._answers.clear()
        self._members.clear()
        self._sorted.clear()

    def cells(self, snapshot: Snapshot, wave: str, variable: str) -> Sequence[str]:
        """Return the raw text of one question for every row of a wave, by row number."""
        question = snapshot.question(wave, variable)
        return [] if question is None else self._texts(wave, question.position)

    def cell(self, snapshot: Snapshot, wave: str, row: int, question: str) -> str:
        """Return the raw text one row gave to one question (by the question's id)."""
        found = self.row(wave, row)
        asked = snapshot.table(Question).get(question)
        if found is None or asked is None:
            return ""
        return found[1][asked.position] if asked.position < len(found[1]) else ""

    def row(self, wave: str, number: int) -> tuple[str, Sequence[str]] | None:
        """Return (respondent key, cells by question position) of one row, None without it."""
        found = rows.read_row(self._database.connection, wave, number)
        return (found[0], json.loads(found[1])) if found else None

    def respondent(self, wave: str, row: int) -> str:
        """Return the pseudonymous key of one row, empty when the row is not there."""
        found = rows.read_row(self._database.connection, wave, row)
        return found[0] if found else ""

    def members(self, snapshot: Snapshot, persona: Persona) -> tuple[str, frozenset[int]] | None:
        """Return (wave, row numbers) of the people of a persona's segment, None without one."""
        segment = snapshot.table(Segment).get(persona.segment or "")
        if segment is None:
            return None
        segmentation = snapshot.segmentation_of(segment.id)
        if segmentation is None:
            return None
        return segmentation.wave, self.segment_rows(segmentation.id).get(segment.id, frozenset())

    def segment_rows(self, segmentation: str) -> Mapping[str, frozenset[int]]:
        """Return the row numbers of each segment of a segmentation."""
        if segmentation not in self._members:
            found: dict[str, set[int]] = {}
            for member in rows.read_memberships(self._database.connection, segmentation):
                found.setdefault(member.segment, set()).add(member.row)
            self._members[segmentation] = {s: frozenset(n) for s, n in found.items()}
        return self._members[segmentation]

    def _read_answers(self, snapshot: Snapshot, wave: str, before: "Answers | None") -> "Answers":
        """Read a wave; where only its questions are told otherwise, keep what was read `before`."""
        from persona_studio.evidence.columns import answers_of

        questions = {q.variable: q for q in snapshot.questions_of(wave)}
        if before is not None and before.columns.keys() == questions.keys():
            return replace(before, questions=questions)
        keys = rows.read_keys(self._database.connection, wave)
        read = partial(self._told_column, snapshot.table(Wave)[wave], len(keys))
        columns = _Columns(read, {v: q.position for v, q in questions.items()})
        return answers_of(wave, keys, columns, questions)

    def _texts(self, wave: str, position: int) -> list[str]:
        texts = []
        for _, _, cells in rows.read_rows(self._database.connection, wave):
            row = json.loads(cells)
            texts.append(row[position] if position < len(row) else "")
        return texts

    def _told_column(self, wave: Wave, length: int, position: int) -> "Column":
        """Return a column with the decimal mark a person told when the file was read."""
        return replace(self.column(wave.id, position, length), decimal=_told_decimal(wave.plan))

    def column(self, wave: str, position: int, length: int) -> "Column":
        """Return one coded column of a wave of `length` rows.

        It comes from the cache in the file; where that is missing or does not fit, it is coded
        now from the cells.
        """
        from persona_studio.evidence.columns import coded, encode

        found = rows.read_coded(self._database.connection, wave, position)
        if found is not None:
            column = coded(found.labels, found.chunks)
            if len(column) == length and (not length or column.codes.max() < len(column.labels)):
                return column
        return encode(self._texts(wave, position))


class _Columns(Mapping[str, "Column"]):
    """The columns of a wave by variable, each read at its first use."""

    def __init__(self, read: "Callable[[int], Column]", positions: Mapping[str, int]) -> None:
        self._read, self._positions = read, positions
        self._known: dict[str, Column] = {}

    def __getitem__(self, variable: str) -> "Column":
        if variable not in self._known:
            self._known[variable] = self._read(self._positions[variable])
        return self._known[variable]

    def __iter__(self) -> Iterator[str]:
        return iter(self._positions)

    def __len__(self) -> int:
        return len(self._positions)


def _told_decimal(plan: Json) -> str:
    """Return the decimal mark a person said the file of a wave has, "" where nobody did."""
    if not isinstance(plan, Mapping) or "decimal" not in (plan.get("chosen") or ()):
        return ""
    return str(plan.get("decimal") or "")
