# SPDX-License-Identifier: MIT
"""An open project: the one place that opens transactions, undoes, and tells listeners.

A gesture calls `edit`, a storage module writes, the journal records, the transaction commits,
and every listener is handed the `Change`; views re-read the values they show from `snapshot`.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Self

from persona_studio.core import clock
from persona_studio.core.change import Change
from persona_studio.core.errors import StudioError
from persona_studio.core.fields import new_id
from persona_studio.core.nouns import JOURNALLED
from persona_studio.core.research import Project, Setting
from persona_studio.core.reviewing import Finding
from persona_studio.core.snapshot import Snapshot
from persona_studio.storage import journal, rows
from persona_studio.storage.database import Database
from persona_studio.storage.opening import damaged
from persona_studio.storage.reading import read_keys
from persona_studio.workspace.backups import keep_before_update
from persona_studio.workspace.data import Data
from persona_studio.workspace.judging import Judging

if TYPE_CHECKING:
    from persona_studio.evidence.assess import Assessment
    from persona_studio.evidence.columns import Answers
    from persona_studio.evidence.prevalence import Prevalence
    from persona_studio.storage.writer import Writer

Listener = Callable[[Change], None]

_COUNTED = {"evidence", "claim", "persona", "question", "wave", "theme_item", "setting"}
"""Tables whose change may move a figure."""


class Workspace:
    """One open project file. Make it with `create` or `open`; `close` it when done."""

    open_edits: ClassVar[int] = 0
    """Edits under way in this process; 0 whenever no edit block is running."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.data = Data(database)
        self.listeners: list[Listener] = []
        self.pending: set[str] = set()
        self._snapshot = database.snapshot()
        self._writer: Writer | None = None
        self.judging = Judging(self)

    @classmethod
    def create(cls, path: Path, name: str, client: str = "") -> Self:
        """Make a new project file and open it."""
        from persona_studio.storage.project import tidy_name

        name = tidy_name(name)
        with ExitStack() as if_refused:
            database = Database.create(path)
            if_refused.callback(database.discard)
            workspace = cls(database)
            with workspace.edit("New project") as write:
                write.add(Project(new_id(), name, client, created=clock.today()))
                write.add(Setting("pseudonym.key", new_id() + new_id()))
            with database.transaction():
                journal.clear(database.connection)
            if_refused.pop_all()
        return workspace

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Self:
        """Open a project file after all checks (StudioError says what is wrong with it)."""
        with ExitStack() as if_refused:
            database = Database.open(path, read_only=read_only, before_update=keep_before_update)
            if_refused.callback(database.close)
            workspace = cls(database)
            if len(workspace.snapshot.table(Project)) != 1:
                raise damaged(path, "Parts of it are missing", "no project, or several")
            if_refused.pop_all()
        return workspace

    @property
    def path(self) -> Path:
        """Where the project lies."""
        return self.database.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed here."""
        return self.database.read_only

    @property
    def snapshot(self) -> Snapshot:
        """The project as it stands now."""
        return self._snapshot

    @contextmanager
    def edit(
        self, label: str, key: str | None = None, *, final: bool = False
    ) -> "Iterator[Writer]":
        """Open one edit: a transaction and one undo step named `label`.

        The same `key` as the last edit's continues that step (typing in one field). Inside
        another edit the block joins it. Any error undoes the whole block and goes on its way.
        A `final` edit cannot be undone: the whole history goes, with all that only it still held.
        """
        if self._writer is not None:
            yield self._writer
            return
        from persona_studio.storage.writer import Writer

        raw = self.database.connection
        Workspace.open_edits += 1
        try:
            with self.database.transaction() as connection:
                step = journal.begin(raw, label, key)
                self._writer = Writer(connection, raw)
                yield self._writer
                self._count(self._writer)
                change = journal.finish(raw, step, label)
                if final:
                    self._clear_history()
                if change:
                    self.database.count_generation()
        except StudioError as error:
            self._look_again(error)
            raise
        finally:
            self._writer = None
            Workspace.open_edits -= 1
        self._announce(change)

    def undo(self) -> Change | None:
        """Undo the last step; None when there is none."""
        return self._swap(undo=True)

    def redo(self) -> Change | None:
        """Redo the step undone last; None when there is none."""
        return self._swap(undo=False)

    @property
    def undo_label(self) -> str | None:
        """Name of the step undo would take."""
        step = journal.next_step(self.database.connection, undo=True)
        return step.label if step else None

    @property
    def last_step(self) -> int | None:
        """Id of the step undo would take."""
        step = journal.next_step(self.database.connection, undo=True)
        return step.id if step else None

    @property
    def redo_label(self) -> str | None:
        """Name of the step redo would take."""
        step = journal.next_step(self.database.connection, undo=False)
        return step.label if step else None

    def history(self) -> list[journal.Step]:
        """Return every step the file remembers, oldest first."""
        return journal.history(self.database.connection)

    def last_touched(self) -> dict[str, journal.Step]:
        """Return by id the last remembered step that touched each value."""
        return journal.last_touched(self.database.connection)

    def answers(self, wave: str) -> "Answers":
        """Return the coded answers of a wave."""
        return self.data.answers(self._snapshot, wave)

    def cells(self, wave: str, variable: str) -> "list[str]":
        """Return the raw text of one question for every row of a wave, by row number."""
        return list(self.data.cells(self._snapshot, wave, variable))

    def assess(self, claim: str) -> "Assessment":
        """Return what the evidence says about one claim."""
        return self.judging.assess(claim)

    def prevalence(self, persona: str) -> "Prevalence | None":
        """Return how many people a persona describes, None where nothing of it was measured."""
        return self.judging.prevalence(persona)

    def findings(self) -> list[Finding]:
        """Return what review finds today, most useful first, waived ones marked."""
        return self.judging.findings()

    def warm_up(self) -> bool:
        """Do one piece of idle work (editing libraries, leftovers); tell whether there is more."""
        if self.read_only:
            return False
        self.database.engine  # noqa: B018 - imports SQLAlchemy off the first edit's way
        left = rows.orphans(self.database.connection, self.pending)
        if not left:
            return False
        with self.database.transaction():
            rows.purge_slice(self.database.connection, *left[0])
        return True

    def close(self) -> None:
        """Close the file; the workspace is of no use after."""
        if self._writer is not None:
            raise StudioError("An edit is still under way.", "Wait a moment and close again.")
        self.database.close()

    def _clear_history(self) -> None:
        raw = self.database.connection
        journal.clear(raw)
        for table, parent in rows.orphans(raw, self.pending):
            while not rows.purge_slice(raw, table, parent):
                pass

    def _count(self, write: "Writer") -> None:
        keys = journal.touched(self.database.connection)
        if _COUNTED & keys.keys():
            from persona_studio.workspace.counting import recount

            recount(write, self.data, (self._snapshot, self._fresh(keys)), keys)

    def _swap(self, *, undo: bool) -> Change | None:
        try:
            with self.database.transaction():
                change = journal.swap(self.database.connection, undo=undo)
                if change:
                    self.database.count_generation()
        except StudioError as error:
            self._look_again(error)
            raise
        self._announce(change)
        return change

    def _look_again(self, error: StudioError) -> None:
        """Show what the file holds after a failed save: a disk may refuse and have saved it."""
        if error.kind != "not_saved":
            return
        with suppress(StudioError):  # the file is out of reach
            found, shown = self.database.snapshot(), self._snapshot
            keys = {table: found.differing(shown, kind) for table, kind in JOURNALLED.items()}
            touched = {table: ids for table, ids in keys.items() if ids}
            self._announce(Change("", "edit", touched) if touched else None)

    def _fresh(self, keys: dict[str, frozenset[str]]) -> Snapshot:
        snapshot = self._snapshot
        for table, touched in keys.items():
            found = read_keys(self.database.connection, table, touched)
            snapshot = snapshot.replaced(table, found, touched - found.keys())
        return snapshot

    def _announce(self, change: Change | None) -> None:
        if change is None:
            return
        before, self._snapshot = self._snapshot, self._fresh(dict(change.keys))
        self.judging.forget(change, before)
        for listener in list(self.listeners):
            listener(change)
