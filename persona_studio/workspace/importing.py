# SPDX-License-Identifier: MIT
"""From a file to a wave: rows arrive in slices unseen, one small edit makes them a wave.

The reading is a job of the import child (`research.importing`); whoever runs it, the window or
the command line, hands each item to `receive` and the result to `finish`. Cancel, or a crash,
leaves rows that belong to nobody; they are purged when the project is opened again.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from persona_studio.core import clock
from persona_studio.core.errors import StudioError
from persona_studio.core.fields import Json, new_id
from persona_studio.core.research import Question, Wave
from persona_studio.research import kinds
from persona_studio.research.handed import Handed, stem
from persona_studio.research.plan import to_store
from persona_studio.research.titles import title
from persona_studio.storage import settings, waves
from persona_studio.workspace import joining
from persona_studio.workspace.arriving import Arriving
from persona_studio.workspace.joining import Matched
from persona_studio.workspace.next_wave import (
    Settled,
    asked_of,
    propose,
    recognise,
    source_named,
)
from persona_studio.workspace.replacing import take_place
from persona_studio.workspace.rolling import People, people_of
from persona_studio.workspace.workspace import Workspace

if TYPE_CHECKING:
    from persona_studio.research.importing import ImportResult, Slice
    from persona_studio.storage.writer import Writer

KEY = "pseudonym.key"
"""The setting that holds the project's key for pseudonyms."""


@dataclass(frozen=True)
class Choice:
    """What the user says about a file: which source it belongs to, of what kind, from when.

    Without a source, a file that asks what a source of the project asked is its next wave.
    Without a kind, it is what the file looks like.
    """

    source: str = ""
    kind: str = ""
    sampling: str = ""
    collected_on: date | None = None
    settled: Settled = field(default_factory=Settled)


@dataclass(frozen=True)
class Imported:
    """What came of an import (contracts: `import --json`).

    `twin` is a wave that was made of the very same file before, `replaced` the wave it took the
    place of, `lost` the evidence that could not move with it. `put_together` are questions with
    one answer whose choices have a column each; who ticks two keeps both in one cell.
    """

    source: str
    wave: str
    read: int
    imported: int
    skipped: tuple[Mapping[str, Json], ...]
    left_out: tuple[Mapping[str, Json], ...]
    masked: int
    questions: tuple[Question, ...]
    matched: Matched
    twin: str = ""
    replaced: str = ""
    lost: int = 0
    people: People | None = None
    put_together: tuple[Mapping[str, Json], ...] = ()


class Importing:
    """One import under way into a project."""

    def __init__(self, workspace: Workspace, where: Handed, plan: Json, choice: Choice) -> None:
        self._workspace = workspace
        self._where = where
        self._plan = plan
        self._choice = choice
        self._key = pseudonym_key(workspace)
        with workspace.database.transaction():
            self._rows = Arriving(workspace)
        self._people: Arriving | None = None

    @property
    def wave(self) -> str:
        """The id the wave will have."""
        return self._rows.wave

    @property
    def job(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        """The function to run in the import child, and its arguments."""
        from persona_studio.research.importing import import_job

        return import_job, (self._where, self._plan, self._key)

    def receive(self, slices: "Iterable[Slice]") -> None:
        """Store slices of rows as they come; committed at once, not yet part of the project."""
        with self._workspace.database.transaction():
            for each in slices:
                self._arriving(each).store(each)

    def _arriving(self, item: "Slice") -> Arriving:
        if item.of_people and self._people is None:
            self._people = Arriving(self._workspace)
        return self._people if item.of_people and self._people else self._rows

    def finish(self, result: "ImportResult") -> Imported:
        """Make what has arrived a wave of its source: one edit, one step to undo."""
        if not result.imported:
            raise StudioError(
                f"There is nobody in “{self._where.name}” to import.",
                "The file has headings but no rows with answers.",
                kind="no_rows",
            )
        workspace, choice = self._workspace, self._choice
        label, key = f"Import {self._where.name}", f"import:{self.wave}"
        known = self._source(result)
        replaced = self._replaced(known)
        twin = self._twin(result)
        with workspace.edit(label, key) as write:
            kind = choice.kind or likely_kind(self._plan)
            source = known or waves.add_source(write, self._free_name(), kind, choice.sampling)
            waves.say_sampling(write, source, choice.sampling)
            questions, matched = self._questions(known, result)
            wave = self._wave(source, result)
            if replaced and wave.collected_on is None:
                wave = replace(
                    wave, collected_on=workspace.snapshot.table(Wave)[replaced].collected_on
                )
            waves.show(write, wave, list(questions))
            joining.remember_spellings(write, questions)
            self._rows.close(result.labels)
            people = self._show_people(write, wave, result)
        self.abandon()
        lost = self._take_places(replaced, people, label, key) if replaced else 0
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
            twin=twin,
            replaced=replaced,
            lost=lost,
            people=people,
            put_together=tuple(result.put_together),
        )

    def _twin(self, result: "ImportResult") -> str:
        """Return the newest wave that was made of the very same file, "" for none."""
        there = self._workspace.snapshot.table(Wave).values()
        same = [w.id for w in there if w.file_sha256 == result.sha256 and not w.derived_from]
        return "".join(same[-1:])

    def abandon(self) -> None:
        """Hold the rows no longer; those of no wave are purged when the window is idle."""
        for each in filter(None, (self._rows, self._people)):
            each.leave()

    def _show_people(self, write: "Writer", wave: Wave, result: "ImportResult") -> People | None:
        """Show the customers of a file of orders as a wave of people, in the same edit."""
        if result.rolled_up is None or self._people is None:
            return None
        snapshot = self._workspace.snapshot
        people = people_of(snapshot, wave, self._people.wave, result.rolled_up, self._plan)
        waves.show(write, people.wave, list(people.questions))
        self._people.close(result.rolled_up.labels)
        return people

    def _take_places(self, old: str, people: People | None, label: str, key: str) -> int:
        """Let the new wave take the place of the one it replaces, and its people that of theirs."""
        lost = 0
        for wave in list(self._workspace.snapshot.table(Wave).values()):
            if wave.derived_from == old and people is not None:
                lost += take_place(self._workspace, wave.id, people.wave.id, label, key)
        return lost + take_place(self._workspace, old, self.wave, label, key)

    def _source(self, result: "ImportResult") -> str | None:
        """Return the source this is a wave of, None for a new one."""
        snapshot, choice = self._workspace.snapshot, self._choice
        if choice.settled.way == "separate":
            return None
        if choice.source:
            return source_named(snapshot, choice.source)
        columns = asked_of(result.questions)
        named = source_named(snapshot, title(self._where)) or source_named(
            snapshot, stem(self._where)
        )
        if named and not propose(snapshot, named, columns).fit.pairs:
            named = None
        return recognise(snapshot, columns) or named

    def _replaced(self, source: str | None) -> str:
        """Return the wave this one takes the place of, "" for none: the newest where not told."""
        settled = self._choice.settled
        if source is None or settled.way != "replace":
            return ""
        waves_ = [w.id for w in self._workspace.snapshot.waves_of(source) if not w.derived_from]
        return settled.replaced if settled.replaced in waves_ else "".join(waves_[-1:])

    def _free_name(self) -> str:
        """Return a name for a new source that no source has."""
        name = self._choice.source or title(self._where)
        taken, free, number = self._workspace.snapshot, name, 2
        while source_named(taken, free):
            free, number = f"{name} {number}", number + 1
        return free

    def _questions(
        self, source: str | None, result: "ImportResult"
    ) -> tuple[tuple[Question, ...], Matched]:
        if source is None:
            return joining.first_wave(self.wave, result.questions), Matched()
        snapshot, settled = self._workspace.snapshot, self._choice.settled
        proposal = propose(snapshot, source, asked_of(result.questions), settled)
        return joining.next_wave(snapshot, self.wave, result.questions, proposal, settled)

    def _wave(self, source: str, result: "ImportResult") -> Wave:
        return Wave(
            self.wave,
            source,
            self._choice.collected_on or _day(result.collected_on),
            _moment(self._workspace),
            self._where.name,
            result.sha256,
            result.imported,
            result.linked,
            plan=to_store(self._plan, self._where.name),
            report={
                "read": result.read,
                "imported": result.imported,
                "skipped": list(result.skipped),
                "left_out": list(result.left_out),
                "masked": result.masked,
            },
            names=result.names,
        )


def _moment(workspace: Workspace) -> datetime:
    """Return now, but later than every import before: waves of one day keep their order."""
    before = [w.imported_at for w in workspace.snapshot.table(Wave).values() if w.imported_at]
    return max([clock.now(), *(moment + timedelta(seconds=1) for moment in before)])


def likely_kind(plan: Mapping[str, Json]) -> str:
    """Return the kind of source that a file read by this plan most likely is."""
    if plan.get("kind") == "interview_notes":
        return "interviews"
    return "sales_support" if plan.get("orders") else kinds.source(str(plan.get("kind") or ""))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def pseudonym_key(workspace: Workspace) -> bytes:
    """Return the project's key for pseudonyms; made when it has none yet."""
    key = workspace.snapshot.settings.get(KEY)
    if not key:
        key = new_id() + new_id()
        with workspace.edit("Pseudonym key") as write:
            settings.put(write, KEY, key)
    return str(key).encode()
