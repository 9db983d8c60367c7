# SPDX-License-Identifier: MIT
"""From a file to a wave: rows arrive in slices unseen, one small edit makes them a wave.

The reading is a job of the import child (`research.importing`); whoever runs it, the window or
the command line, hands each item to `receive` and the result to `finish`. Cancel, or a crash,
leaves rows that belong to nobody; they are purged when the project is opened again.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from persona_studio.core import clock
from persona_studio.core.errors import StudioError
from persona_studio.core.fields import Json, new_id
from persona_studio.core.research import Question, Source, Wave
from persona_studio.research.handed import Handed, title
from persona_studio.storage import rows, settings, waves
from persona_studio.workspace.matching import Matched, match
from persona_studio.workspace.workspace import Workspace

if TYPE_CHECKING:
    from persona_studio.research.importing import ImportResult, Slice


@dataclass(frozen=True)
class Choice:
    """What the user says about a file: which source it belongs to, of what kind, from when.

    Without a kind, it is what the file looks like.
    """

    source: str = ""
    kind: str = ""
    sampling: str = ""
    collected_on: date | None = None


@dataclass(frozen=True)
class Imported:
    """What came of an import (contracts: `import --json`)."""

    source: str
    wave: str
    read: int
    imported: int
    skipped: tuple[Mapping[str, Json], ...]
    left_out: tuple[Mapping[str, Json], ...]
    masked: int
    questions: tuple[Question, ...]
    matched: Matched
    extra: Mapping[str, Json] = field(default_factory=dict)


class Importing:
    """One import under way into a project."""

    def __init__(self, workspace: Workspace, where: Handed, plan: Json, choice: Choice) -> None:
        self._workspace = workspace
        self._where = where
        self._plan = plan
        self._choice = choice
        self._chunks: dict[int, int] = {}
        self.wave = new_id()
        self._key = pseudonym_key(workspace)
        workspace.pending.add(self.wave)
        with workspace.database.transaction():
            rows.register(workspace.database.connection, "row", self.wave)

    @property
    def job(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        """The function to run in the import child, and its arguments."""
        from persona_studio.research.importing import import_job

        return import_job, (self._where, self._plan, self._key)

    def receive(self, item: "Slice") -> None:
        """Store one slice of rows; committed at once, not yet part of the project."""
        raw = self._workspace.database.connection
        with self._workspace.database.transaction():
            rows.add_rows(raw, self.wave, item.rows)
            for position, codes in item.codes.items():
                self._chunks[position] = self._chunks.get(position, 0) + 1
                place = (self.wave, position, self._chunks[position])
                rows.add_codes(raw, place, codes.width, codes.data)

    def finish(self, result: "ImportResult") -> Imported:
        """Make what has arrived a wave of its source: one edit, one step to undo."""
        if not result.imported:
            self.abandon()
            raise StudioError(
                f"There is nobody in “{self._where.name}” to import.",
                "The file has headings but no rows with answers.",
                kind="no_rows",
            )
        workspace, choice = self._workspace, self._choice
        with workspace.edit(f"Import {self._where.name}") as write:
            known = _source(workspace, choice.source)
            name, kind = choice.source or title(self._where), choice.kind or likely_kind(self._plan)
            source = known or waves.add_source(write, name, kind, choice.sampling)
            matched, questions = match(workspace.snapshot, source, self.wave, result.questions)
            waves.show(write, self._wave(source, result), list(questions))
            for position, labels in result.labels.items():
                rows.add_labels(workspace.database.connection, self.wave, position, labels)
        workspace.pending.discard(self.wave)
        return Imported(
            source=source,
            wave=self.wave,
            read=result.read,
            imported=result.imported,
            skipped=tuple(result.skipped),
            left_out=tuple(result.left_out),
            masked=result.masked,
            questions=questions,
            matched=matched,
        )

    def abandon(self) -> None:
        """Give the import up; its rows are purged when the window is idle."""
        self._workspace.pending.discard(self.wave)

    def _wave(self, source: str, result: "ImportResult") -> Wave:
        return Wave(
            self.wave,
            source,
            self._choice.collected_on or _day(result.collected_on),
            clock.now(),
            self._where.name,
            result.sha256,
            result.imported,
            result.linked,
            plan={**self._plan, "file": self._where.name},  # no folder of this computer goes along
            report={
                "read": result.read,
                "imported": result.imported,
                "skipped": list(result.skipped),
                "left_out": list(result.left_out),
                "masked": result.masked,
            },
        )


def likely_kind(plan: Mapping[str, Json]) -> str:
    """Return the kind of source that a file read by this plan most likely is."""
    return "interviews" if plan.get("kind") == "interview_notes" else "survey"


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def pseudonym_key(workspace: Workspace) -> bytes:
    """Return the project's key for pseudonyms; made when it has none yet."""
    key = workspace.snapshot.settings.get("pseudonym.key")
    if not key:
        key = new_id() + new_id()
        with workspace.edit("Pseudonym key") as write:
            settings.put(write, "pseudonym.key", key)
    return str(key).encode()


def _source(workspace: Workspace, wanted: str) -> str | None:
    """Return the id of the source meant by id or by name, None for a new one."""
    sources = workspace.snapshot.table(Source)
    if wanted in sources:
        return wanted
    name = wanted.strip().casefold()
    return next((s.id for s in sources.values() if s.name.strip().casefold() == name), None)
