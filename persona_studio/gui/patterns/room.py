# SPDX-License-Identifier: MIT
"""The Patterns room: choose questions, look for groups, read the answer, make draft personas."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from persona_studio.core.change import Change
from persona_studio.core.errors import StudioError
from persona_studio.core.research import Segmentation, Wave
from persona_studio.core.snapshot import Snapshot
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.palette import Entry
from persona_studio.gui.patterns.answer_card import AnswerCard
from persona_studio.gui.patterns.drafting import Drafting
from persona_studio.gui.patterns.head import Head
from persona_studio.gui.patterns.number_page import alike
from persona_studio.gui.patterns.question_model import OUT, PART, WEIGHT
from persona_studio.gui.patterns.question_panel import QuestionPanel
from persona_studio.gui.patterns.result_view import ResultView
from persona_studio.gui.patterns.room_switch import GROUPS, THEMES
from persona_studio.gui.patterns.running import Running
from persona_studio.gui.patterns.saving_charts import SavingCharts
from persona_studio.gui.patterns.themes_page import ThemesPage
from persona_studio.gui.patterns.views import Views
from persona_studio.gui.patterns.wording import called, leader, searched
from persona_studio.gui.widgets.empty_state import EmptyState
from persona_studio.workspace import grouping
from persona_studio.workspace.group_telling import told_of

if TYPE_CHECKING:
    from persona_studio.patterns.request import GroupRequest, GroupResult
    from persona_studio.workspace.workspace import Workspace

_TOUCHING = ("wave", "question", "source", "segmentation", "segment")
_MOST_TOLD = 6
_ANSWER = {"detail", "also", "forms", "map"}
"""What is shown of an answer; a grouping that somebody made by hand has none."""


class PatternsRoom(QWidget):
    """`open_room` carries the id of the room to go to next, `show_row` somebody in Research."""

    open_room = Signal(str)
    show_persona = Signal(str)
    show_row = Signal(str, str, int)
    print_wanted = Signal(str)
    board_wanted = Signal(str)

    def __init__(self, bridge: Bridge, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._bridge = bridge
        self._shown: str | None = None
        self._searched = ""
        self._stale = True
        self._showing = GROUPS
        self.head = Head()
        self.answer = AnswerCard()
        self.panel = QuestionPanel()
        self.result = ResultView(self._answers_of, partial(told_of, bridge.workspace))
        self.running = Running(jobs, self.tr("Looking for groups of similar people"))
        self.themes = ThemesPage(bridge, jobs)
        self.views = Views(bridge, jobs, self.result)
        self.drafting = Drafting(bridge, self)
        self.saving = SavingCharts(bridge, lambda: self.segmentation, self.views.shares.model, self)
        self._empty = EmptyState("patterns", "")
        self._pages, self._work = QStackedWidget(), QStackedWidget()
        self._build()
        self._connect()

    def activate(self) -> None:
        """Come to the front: look at what came in, or again at what changed."""
        wave, self._bridge.came_in = self._bridge.came_in, ""
        if wave in self._bridge.snapshot.table(Wave):
            self.head.wanted, self.themes.wanted, self._showing = wave, wave, GROUPS
            self._choose_wave()
        elif self._showing == THEMES:
            self.themes.activate()
        elif self._stale:
            self.refresh()

    def show_view(self, view: str) -> None:
        """Bring GROUPS or THEMES to the front."""
        self._showing = view
        if view == GROUPS:
            self.refresh()
        else:
            self._pages.setCurrentWidget(self.themes)
            self.themes.activate()

    def show_themes(self) -> None:
        """Bring the themes to the front."""
        self.show_view(THEMES)

    def deeds(self) -> Iterable[Entry]:
        """Return what can be done on the side in front, for Ctrl+K."""
        return self.themes.deeds() if self._showing == THEMES else self.views.deeds()

    def save_map(self) -> None:
        """Save the map of people as a picture or a drawing."""
        self.saving.save_map()

    def save_bars(self) -> None:
        """Save what sets each group apart as a picture or a drawing."""
        self.saving.save_bars()

    def save_shares(self) -> None:
        """Save the table of shares as a picture, a drawing or a table."""
        self.saving.save_shares()

    def refresh(self) -> None:
        """Show the chosen wave: its newest answer, or its questions where none was given yet."""
        self._stale = False
        self.head.show_waves(self._bridge.snapshot)
        wave = self.wave
        self._pages.setCurrentIndex(0 if wave is None else 1)
        if wave is None:
            self._empty.say(
                self.tr("Groups come from people's answers. Import a survey first."),
                self.tr("Go to Research"),
            )
            return
        found = _kept(self._bridge.snapshot, wave)
        known = {s.id for s in found}
        if self._shown not in known:
            self._shown = found[-1].id if found else None
        space, read_only = self._bridge.workspace, self._bridge.read_only
        self.panel.show_wave(space, wave, self.segmentation, read_only=read_only)
        self._show_answer()

    @property
    def wave(self) -> str | None:
        """The id of the wave that is looked at, None where there is none."""
        return self.head.wave

    @property
    def segmentation(self) -> Segmentation | None:
        """The answer that is shown, None where none was given yet."""
        return self._bridge.snapshot.table(Segmentation).get(self._shown or "")

    def look(self, k: int | None = None) -> None:
        """Look for groups with the questions as they are chosen; `k` forces a number."""
        wave, (basis, descriptors, weights) = self.wave, self.panel.chosen()
        if wave is not None:
            space = self._bridge.workspace
            ask = partial(grouping.request, space, wave, basis, descriptors=descriptors, k=k)
            self._start(partial(ask, weights=weights))

    def _start(self, ask: "Callable[[], GroupRequest]") -> None:
        if self.running.busy or self._bridge.read_only:
            return
        try:
            request = ask()
        except StudioError as error:
            self._bridge.failed.emit(error)
            return
        self._searched = request.answers.wave_id
        self.running.start(grouping.job(request), partial(self._keep, request))
        self._allow()

    def draft(self) -> None:
        """Make draft personas of the groups that are shown, and go to the board."""
        self.drafting.draft(self._shown)

    def _build(self) -> None:
        self._work.addWidget(self.panel)
        self._work.addWidget(self.views)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(14)
        column.addWidget(self.head)
        column.addWidget(self.running)
        column.addWidget(self.drafting.banner)
        column.addWidget(self.answer)
        column.addWidget(self._work, 1)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(page)
        self._pages.addWidget(self.themes)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _connect(self) -> None:
        self._bridge.changed.connect(self._changed)
        self._bridge.closing.connect(self.running.cancel)
        self._empty.pressed.connect(lambda: self.open_room.emit("research"))
        self.head.switch.chosen.connect(self.show_view)
        self.themes.view_chosen.connect(self.show_view)
        self.themes.open_room.connect(self.open_room)
        self.head.wave_chosen.connect(self._choose_wave)
        self.head.questions_toggled.connect(self._show_answer)
        self.head.number_chosen.connect(self._choose_number)
        self.head.draft_wanted.connect(self.draft)
        self.drafting.made.connect(self.show_persona)
        self.panel.find_wanted.connect(self.look)
        self.running.failed.connect(self._bridge.failed)
        self.running.ended.connect(self._allow)
        self.result.renamed.connect(self.drafting.rename)
        self.result.everyone_wanted.connect(lambda: self.drafting.everyone(self.wave, self._shown))
        self.answer.low.clicked.connect(lambda: self._again_without(WEIGHT, "low"))
        self.answer.out.clicked.connect(lambda: self._again_without(PART, OUT))
        self.result.board_wanted.connect(self.board_wanted)
        self.result.cut_wanted.connect(lambda: self.look(3))
        self.result.map_wanted.connect(self.save_map)
        self.result.bars_wanted.connect(self.save_bars)
        self.views.shares.save_wanted.connect(self.save_shares)
        self.views.kept_chosen.connect(self._show_kept)
        self.views.open_room.connect(self.open_room)
        self.views.print_wanted.connect(self.print_wanted)
        self.views.row_wanted.connect(lambda wave, row: self.show_row.emit(wave, "", row))
        self.views.questions_wanted.connect(self.head.questions_chip.click)

    def _show_answer(self) -> None:
        shown = self.segmentation
        choosing = shown is None or self.head.choosing
        self._work.setCurrentWidget(self.panel if choosing else self.views)
        self.head.show_numbers(shown)
        self.head.show_facts(self._bridge.snapshot, shown)
        self._allow()
        self.answer.setVisible(shown is not None)
        if shown is None:
            return
        self.answer.show_answer(self._bridge.snapshot, shown, read_only=self._bridge.read_only)
        if not choosing:
            self.views.show_answer(shown, _kept(self._bridge.snapshot, shown.wave))

    def _again_without(self, column: int, choice: str) -> None:
        """Look again with less weight on, or without, the question that leads."""
        shown = self.segmentation
        if shown is not None:
            self.panel.model.give(leader(shown), column, choice)
            self.look()

    def _choose_number(self, k: int) -> None:
        """Show the groups of another number: those kept already, else look again."""
        shown = self.segmentation
        if shown is None:
            return
        found = alike(_kept(self._bridge.snapshot, shown.wave), shown).get(k)
        if found is not None:
            self._shown = found.id
            self._show_answer()
            return
        self._start(lambda: grouping.request_again(self._bridge.workspace, shown, k))
        self.head.show_numbers(shown)

    def _allow(self) -> None:
        shown = None if self.head.choosing else self.segmentation
        many = len(self._bridge.snapshot.segments_of(shown.id)) if shown else 0
        free, here = not self.running.busy, self._searched == self.wave
        left = self.drafting.left_of(shown.id if shown else "")
        self.head.allow(many, left, free=free and not self._bridge.read_only)
        self.panel.setEnabled(free)
        self.running.setVisible(not free and here)
        self.panel.say("" if free or here else searched(self._bridge.snapshot, self._searched))

    def _keep(self, request: "GroupRequest", result: "GroupResult") -> None:
        """Keep what was found; where another survey is in front, say so and stay there."""
        kept, here = "", self._searched == self.wave
        if here:
            self.head.stop_choosing()
        with self._bridge.edit(self.tr("Find groups")):
            kept = grouping.store(self._bridge.workspace, request, result)
        if kept and here:
            self._show_kept(kept)
        elif kept:
            self._bridge.told.emit(called(self._bridge.snapshot, self._searched), result.sentence)

    def _show_kept(self, segmentation: str) -> None:
        self._shown = segmentation
        self.refresh()

    def _choose_wave(self) -> None:
        self._shown = None
        self.head.stop_choosing()
        self.refresh()

    def _changed(self, change: Change) -> None:
        if change.touches("persona"):
            self._allow()
        if change.touches(*_TOUCHING):
            self._stale = True
            if self.isVisible() and self._showing == GROUPS:
                self.refresh()

    def _answers_of(self, row: int) -> Sequence[str]:
        shown = self.segmentation
        return [] if shown is None else _answered(self._bridge.workspace, shown, row)


def _answered(workspace: "Workspace", shown: Segmentation, row: int) -> list[str]:
    """Return what the person of a row answered to the questions that form the groups most."""
    snapshot, forms, lines = workspace.snapshot, shown.result["forms"], []
    for variable in sorted(shown.questions, key=lambda v: -forms.get(v, 0.0))[:_MOST_TOLD]:
        question = snapshot.question(shown.wave, variable)
        if question is not None:
            cell = workspace.data.cell(snapshot, shown.wave, row, question.id)
            lines.append(f"{question.label} {cell or '-'}")
    return lines


def _kept(snapshot: Snapshot, wave: str) -> list[Segmentation]:
    """Return what was found among the people of a wave, the newest last."""
    found = snapshot.table(Segmentation).values()
    mine = [s for s in found if s.wave == wave and _has_answer(s)]
    return sorted(mine, key=lambda s: (s.created is not None, s.created, s.name))


def _has_answer(segmentation: Segmentation) -> bool:
    return isinstance(segmentation.result, dict) and segmentation.result.keys() >= _ANSWER
