# SPDX-License-Identifier: MIT
"""Saves the charts of an answer where the user wants them: pictures, drawings, a table."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from persona_studio.core.errors import StudioError
from persona_studio.core.files import write_whole
from persona_studio.core.research import Segmentation, Wave
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.patterns.charts import bars_of, heat_of, map_of
from persona_studio.gui.patterns.drawing import Drawing, png_of, svg_of
from persona_studio.gui.patterns.heat_model import HeatModel
from persona_studio.gui.patterns.wording import wave_name
from persona_studio.gui.places import documents, file_name
from persona_studio.workspace.recognising import names_of
from persona_studio.workspace.shares import as_csv, table_of

Forms = dict[str, Callable[[], bytes]]


class SavingCharts(QObject):
    """Works on the grouping that `shown` returns and the table as `model` has it sorted."""

    def __init__(
        self,
        bridge: Bridge,
        shown: Callable[[], Segmentation | None],
        model: HeatModel,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._shown = shown
        self._model = model
        self._window = window

    def save_map(self) -> None:
        """Save the map of people."""
        found = self._known(groups=False)
        if found is not None:
            segments = self._bridge.snapshot.segments_of(found.id)
            drawing = map_of(found, segments, self._about(found))
            self._ask(drawing, _pictures(drawing))

    def save_bars(self) -> None:
        """Save what sets each group apart."""
        found = self._known()
        if found is not None:
            segments = self._bridge.snapshot.segments_of(found.id)
            drawing = bars_of(segments, self._about(found))
            self._ask(drawing, _pictures(drawing))

    def save_shares(self) -> None:
        """Save the table of shares, as a picture or for a spreadsheet."""
        found = self._known()
        if found is not None:
            table = table_of(self._bridge.workspace, found.id)
            self._model.show_table(table, names_of(self._bridge.snapshot, found))
            drawing = heat_of(self._model, self._about(found))
            told: Forms = {".csv": lambda: as_csv(table).encode("utf-8-sig")}
            self._ask(drawing, {**_pictures(drawing), **told})

    def _known(self, *, groups: bool = True) -> Segmentation | None:
        """Return the grouping shown; say so where there is none, or none with groups."""
        found = self._shown()
        if found is not None and (self._bridge.snapshot.segments_of(found.id) or not groups):
            return found
        words = self.tr("There is no such chart yet.")
        hint = self.tr("Choose questions in Patterns and look for groups first.")
        self._bridge.failed.emit(StudioError(words, hint, kind="no_groups"))
        return None

    def _about(self, found: Segmentation) -> str:
        snapshot = self._bridge.snapshot
        wave = snapshot.table(Wave)[found.wave]
        people = self.tr("{n} people").format(n=wave.n)
        return f"{wave_name(snapshot, wave)}, {people}"

    def _ask(self, drawing: Drawing, forms: Forms) -> None:
        name = file_name(f"{self._bridge.snapshot.project.name}, {drawing.title}")
        words = {
            ".png": self.tr("Picture (*.png)"),
            ".svg": self.tr("Drawing to edit (*.svg)"),
            ".csv": self.tr("Table for a spreadsheet (*.csv)"),
        }
        kinds = {words[suffix]: suffix for suffix in forms}
        place = documents() / Path(name).with_suffix(".png").name
        chosen, kind = QFileDialog.getSaveFileName(
            self._window.window(), self.tr("Save the chart"), str(place), ";;".join(kinds)
        )
        if chosen:
            self._write(*_named(Path(chosen), kinds.get(kind, ".png"), forms))

    def _write(self, target: Path, make: Callable[[], bytes]) -> None:
        try:
            write_whole(target, make())
        except StudioError as error:
            self._bridge.failed.emit(error)
            return
        self._bridge.saved.emit(self.tr("Saved: {0}").format(target.name), "", target)


def _pictures(drawing: Drawing) -> Forms:
    return {".png": lambda: png_of(drawing), ".svg": lambda: svg_of(drawing)}


def _named(target: Path, wanted: str, forms: Forms) -> tuple[Path, Callable[[], bytes]]:
    """Return where to and in which form: the ending typed tells, else the kind that was chosen.

    The dialog begins with .png in the name; whoever then chooses another kind gets that.
    """
    typed = target.suffix.casefold()
    if typed == ".png" != wanted:
        return target.with_suffix(wanted), forms[wanted]
    if typed in forms:
        return target, forms[typed]
    return target.with_name(target.name + wanted), forms[wanted]
