# SPDX-License-Identifier: MIT
"""Saves the rows that are passed over, each with its reason, where the user wants them."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from persona_studio.gui.jobs import Handle, Jobs
from persona_studio.gui.marking import QT_TRANSLATE_NOOP
from persona_studio.gui.places import documents
from persona_studio.gui.research import words
from persona_studio.gui.widgets.banner import Banner
from persona_studio.research import plan as plans
from persona_studio.research.handed import Handed, stem
from persona_studio.research.plan import Plan

_SAVED = QT_TRANSLATE_NOOP("research", "{0} row was saved with its reason.")
_SAVED_MANY = QT_TRANSLATE_NOOP("research", "{0} rows were saved with their reasons.")


class SavingRejects(QObject):
    """Says in a banner what came of it."""

    def __init__(self, jobs: Jobs, banner: Banner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._banner = banner
        self._job: Handle | None = None

    def ask(self, window: QWidget, where: Handed, plan: Plan) -> None:
        """Ask for a place and write the rows there."""
        name = self.tr("{0} - rejected rows.csv").format(stem(where))
        folder = where.parent if isinstance(where, Path) else documents()
        chosen, _ = QFileDialog.getSaveFileName(
            window, self.tr("Save the rejected rows"), str(folder / name), "CSV (*.csv)"
        )
        if chosen:
            self._save(where, plan, Path(chosen))

    def stop(self) -> None:
        """Stop writing."""
        if self._job is not None:
            self._job.cancel()

    def _save(self, where: Handed, plan: Plan, target: Path) -> None:
        from persona_studio.research.rejecting import reject_job

        target = target if target.suffix else target.with_suffix(".csv")
        if isinstance(where, Path) and target.resolve() == where.resolve():
            target = target.with_name(f"{target.stem} - rejected rows{target.suffix}")

        arguments = [where, plans.to_json(plan), str(target)]
        done = partial(self._saved, target.name)
        self._job = self._jobs.run(reject_job, arguments, done, self._banner.show_error)
        self.destroyed.connect(self._job.cancel)

    def _saved(self, name: str, count: int) -> None:
        kept = self.tr("{0}: the cells stand there as in the file, personal data too.")
        self._banner.show_info(words.counted(_SAVED, _SAVED_MANY, count), kept.format(name))
