# SPDX-License-Identifier: MIT
"""The scales board: few people read side by side on many behaviours, and who travels together."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from persona_studio.core.change import Change
from persona_studio.core.fields import Json
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.announce import announce
from persona_studio.gui.scales.add_line import AddLine
from persona_studio.gui.scales.gestures import ScaleGestures
from persona_studio.gui.scales.groups import Groups
from persona_studio.gui.scales.number import NumberTyping
from persona_studio.gui.scales.track import ScaleTrack, Shown
from persona_studio.gui.scales.track_list import TrackList
from persona_studio.gui.theme import theme
from persona_studio.gui.widgets.empty_state import EmptyState
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.patterns.scales import proposed, shared
from persona_studio.workspace import scaling

_MINE = ("scale", "placement", "setting", "wave", "question", "source")


class ScalesPage(QWidget):
    """`announced(words)` is what a screen reader hears, `persona_made(id)` shows a draft."""

    announced = Signal(str)
    persona_made = Signal(str)
    open_room = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        locked = bridge.read_only
        self.gestures = ScaleGestures(bridge, self)
        self.shown = Shown()
        self.list = TrackList(self.shown, locked=locked)
        self.wave = QComboBox()
        self.add = AddLine(locked=locked)
        self.groups = Groups(locked=locked)
        self.hint = PlainLabel("", "quiet", wrap=True)
        self.empty = EmptyState("sliders-horizontal", "", "")
        self._counts: list[list[int]] = []
        self.number = NumberTyping(self)
        self._build()
        self._connect()
        self.refresh()

    @property
    def tracks(self) -> dict[str, ScaleTrack]:
        """The scales that are shown, by id."""
        return self.list.tracks

    def activate(self) -> None:
        """Come to the front with the keyboard on the first scale, or where one is written."""
        first = next(iter(self.tracks.values()), None)
        (first or self.add.low).setFocus(Qt.FocusReason.OtherFocusReason)

    def run(self, _command: str) -> None:
        """Nothing that is done to claims or cards is done to scales."""

    def refresh(self) -> None:
        """Show the scales and people of the wave that is chosen."""
        space, snapshot = self._bridge.workspace, self._bridge.snapshot
        waves = scaling.waves_for(snapshot)
        self._list_waves([wave.id for wave in waves])
        key = self._wave()
        self._say_empty(key)
        if not key:
            return
        people = scaling.people_of(space, key)
        self.shown.people = people
        if self.shown.current not in {person.row for person in people}:
            self.shown.current = people[0].row if people else -1
        scales = scaling.scales_of(snapshot, key)
        self.list.show_scales(scales, lambda scale: scaling.spots_of(space, scale))
        self._show_together(key)

    def choose(self, row: int) -> None:
        """Mean a person; who travels along lights up."""
        self.shown.current = row
        self._light()
        self._say(self.groups.along.text())

    def kept(self) -> dict[str, Json]:
        """Return whose scales are shown, who is meant, and where they are scrolled to."""
        down = self.list.verticalScrollBar().value()
        return {"wave": self._wave(), "person": self.shown.current, "down": down}

    def take_up(self, seen: Json) -> None:
        """Look at the same people in the same way again."""
        if not isinstance(seen, dict):
            return
        place, person, down = (
            self.wave.findData(seen.get("wave")),
            seen.get("person"),
            seen.get("down"),
        )
        if place < 0:
            return
        self.wave.setCurrentIndex(place)
        self.shown.current = person if isinstance(person, int) else -1
        self.refresh()
        self.list.scroll_to(down if isinstance(down, int) else 0)

    def _build(self) -> None:
        self.wave.setAccessibleName(self.tr("People of"))
        top = QHBoxLayout()
        top.setContentsMargins(20, 0, 20, 4)
        top.addWidget(self.wave)
        top.addWidget(self.add, 1)
        notes = QHBoxLayout()
        notes.setContentsMargins(20, 0, 20, 8)
        notes.addWidget(self.hint, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addLayout(notes)
        whole.addWidget(self.list, 1)
        below = QHBoxLayout()
        below.setContentsMargins(20, 4, 20, 10)
        below.addWidget(self.groups)
        whole.addLayout(below)
        whole.addWidget(self.empty, 1)
        self.hint.setText(
            self.tr(
                "Drag a person along a scale, or: arrows move, Ctrl+arrows or a number choose the "
                "person, up and down the scale, Del goes back to the answer. A thick ring was put "
                "by hand."
            )
        )

    def _connect(self) -> None:
        self._bridge.changed.connect(self._changed)
        theme().changed.connect(self.update)
        self.wave.activated.connect(lambda: self.refresh())
        self.add.added.connect(self._add)
        self.add.of_questions.connect(self._add_questions)
        self.groups.wanted.connect(self._make_persona)
        self.groups.enough_wanted.connect(self.gestures.keep_enough)
        self.empty.pressed.connect(self._go_on)
        self.number.typed.connect(self._numbered)
        self.list.placed.connect(self._place)
        self.list.taken_back.connect(self._take_back)
        self.list.remove_asked.connect(self._remove)
        self.list.reached.connect(self._reached)
        self.list.person.connect(self.choose)
        self.list.next_person.connect(self._next_person)
        self.list.typed.connect(self.number.take)

    def _wave(self) -> str:
        return str(self.wave.currentData() or "")

    def _say_empty(self, wave: str) -> None:
        """Say what comes next where there is nobody to place, or nothing to place them on."""
        some = bool(wave and scaling.scales_of(self._bridge.snapshot, wave))
        self.empty.setVisible(not some)
        for part in (self.list, self.groups, self.hint):
            part.setVisible(some)
        self.add.setVisible(bool(wave))
        self.empty.say(*_next_step(wave))

    def _go_on(self) -> None:
        if self._wave():
            self._add_questions()
        else:
            self.open_room.emit("research")

    def _list_waves(self, waves: Sequence[str]) -> None:
        known = [self.wave.itemData(n) for n in range(self.wave.count())]
        self.wave.setVisible(len(waves) > 1)
        if known == list(waves):
            return
        kept = self._wave()
        self.wave.clear()
        for key in waves:
            self.wave.addItem(self._bridge.snapshot.source_of(key).name, key)
        self.wave.setCurrentIndex(max(0, waves.index(kept) if kept in waves else 0))

    def _show_together(self, wave: str) -> None:
        enough = scaling.enough_of(self._bridge.snapshot)
        places = scaling.table_of(self._bridge.workspace, wave)
        self._counts = shared(places).tolist()
        found = proposed(places, enough) if self.tracks else []
        self.groups.show_groups(found, enough, len(self.tracks))
        self._light()

    def _light(self) -> None:
        rows = [person.row for person in self.shown.people]
        line = rows.index(self.shown.current) if self.shown.current in rows else -1
        enough = scaling.enough_of(self._bridge.snapshot)
        counts = self._counts[line] if line >= 0 else []
        along = [n for n, count in enumerate(counts) if n != line and count >= enough]
        self.shown.companions = frozenset(rows[n] for n in along)
        if line >= 0:
            names = ", ".join(str(n + 1) for n in along) or self.tr("nobody")
            label = self.shown.people[line].label
            words = self.tr("{0} ({1}) travels with {2}").format(line + 1, label, names)
            self.groups.along.setText(words)
        self.list.show_current()

    def _add(self, name: str, low: str, high: str) -> None:
        if self.gestures.add(self._wave(), name, low, high):
            self.add.clear()
            self._say(self.tr("Scale added: {0} to {1}").format(low, high))

    def _add_questions(self) -> None:
        before = len(self.tracks)
        self.gestures.add_questions(self._wave())
        if len(self.tracks) > before:
            self._say(self.tr("{0} scales").format(len(self.tracks)))

    def _place(self, scale: str, row: int, step: int) -> None:
        self.gestures.place(scale, row, step)
        self._say(self._spot_spoken(scale))

    def _take_back(self, scale: str, row: int) -> None:
        self.gestures.take_back(scale, row)
        self._say(self._spot_spoken(scale))

    def _remove(self, scale: str) -> None:
        self.gestures.remove(scale)
        self.activate()

    def _make_persona(self, people: Sequence[int]) -> None:
        rows = [self.shown.people[n].row for n in people]
        made = self.gestures.persona(self._wave(), rows)
        if made:
            self.persona_made.emit(made)

    def _reached(self, scale: str) -> None:
        track = self.tracks.get(scale)
        if track is not None:
            self._say(f"{track.accessibleName()}. {self._spot_spoken(scale)}")

    def _next_person(self, by: int) -> None:
        rows = [person.row for person in self.shown.people]
        if self.shown.current in rows:
            self.choose(rows[(rows.index(self.shown.current) + by) % len(rows)])

    def _numbered(self, number: int) -> None:
        if 1 <= number <= len(self.shown.people):
            self.choose(self.shown.people[number - 1].row)

    def _spot_spoken(self, scale: str) -> str:
        track, row = self.tracks[scale], self.shown.current
        words = "{0} {1}" if row in track.spots else self.tr("{0} is {1}")
        return words.format(self.shown.number(row), track.spoken.spot(row))

    def _changed(self, change: Change) -> None:
        if change.kind == "load" or change.touches(*_MINE):
            self.refresh()

    def _say(self, words: str) -> None:
        announce(self, words)
        self.announced.emit(words)


def _next_step(wave: str) -> tuple[str, str]:
    """Return what comes next, and the button that does it."""
    if wave:
        words = _tr(
            "No scales yet. Write the two poles of a behaviour above, such as “books ahead” "
            "and “on the day”, or begin with the questions whose answers have an order."
        )
        return words, _tr("Scales of questions")
    words = _tr(
        "The scales board is for 2 to 60 people read one by one, such as interviews. "
        "Bring interview notes in Research; larger surveys are grouped in Patterns."
    )
    return words, _tr("Go to Research")


def _tr(text: str) -> str:
    return QCoreApplication.translate("scales", text)
