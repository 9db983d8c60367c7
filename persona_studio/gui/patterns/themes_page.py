# SPDX-License-Identifier: MIT
"""Themes: what many people said in like words, found, read, sorted by hand, and put to use."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QVBoxLayout, QWidget

from persona_studio.core.change import Change
from persona_studio.core.research import Question
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.palette import Entry
from persona_studio.gui.patterns import theme_telling as telling
from persona_studio.gui.patterns.theme_deeds import ThemeDeeds
from persona_studio.gui.patterns.theme_reading import ThemeReading
from persona_studio.gui.patterns.theme_search import ThemeSearch
from persona_studio.gui.patterns.theme_shown import ALL, ThemeShown
from persona_studio.gui.patterns.theme_view import ThemeView
from persona_studio.gui.patterns.wording import wave_name
from persona_studio.gui.widgets.empty_state import EmptyState
from persona_studio.workspace import theming

_TYPED_MS = 120
_TOUCHING = ("wave", "question", "source", "setting", "segmentation", "segment")
Run = Callable[[], None]


class ThemesPage(QWidget):
    """`open_room` carries the room to go to, `view_chosen` the other side of this room."""

    open_room = Signal(str)
    view_chosen = Signal(str)

    def __init__(self, bridge: Bridge, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._stale = True
        self._question = ""
        self.wanted = ""
        self.reading = ThemeReading(bridge, self)
        self.search = ThemeSearch(bridge, jobs, self.reading)
        self.view = ThemeView(self._text)
        self.shown = ThemeShown(bridge, self.view, self.reading, lambda: self.search.free)
        self.sort = ThemeDeeds(bridge, self.shown.to_sort, self)
        self._empty = EmptyState("tags", "")
        self._pages = QStackedWidget()
        self._typed = QTimer(self, singleShot=True, interval=_TYPED_MS)
        self._build()
        self._connect()
        self._bind_keys()

    def activate(self) -> None:
        """Come to the front: look at the project again where it changed."""
        if self._stale or self.wanted:
            self.refresh()

    def refresh(self) -> None:
        """Offer the waves and questions there are and show the chosen one."""
        self._stale = False
        offered = theming.waves_with_words(self._bridge.snapshot)
        self._pages.setCurrentIndex(int(bool(offered)))
        if not offered:
            self._empty.say(telling.no_words(), self.tr("Go to Research"))
            return
        view, before = self.view, self._question
        waves = [(wave.id, wave_name(self._bridge.snapshot, wave)) for wave, _ in offered]
        wished, self.wanted = self.wanted, ""
        now = str(view.waves.currentData() or "")
        view.fill(view.waves, waves, wished if wished in dict(waves) else now)
        asked = next(q for wave, q in offered if wave.id == view.waves.currentData())
        view.fill(view.questions, [(q.id, self._asked(q)) for q in asked], view.question or before)
        view.questions.setVisible(True)
        self._question = view.question
        self.search.show_for(view)
        if view.question != before:
            self._turn()
        if self.reading.said.unread:
            self.reading.begin()
        self.shown.show()

    def look(self) -> None:
        """Look for themes among the answers that nobody has sorted by hand."""
        self.search.look(self.view.question, self.view.k)
        self.shown.allow()

    def split(self) -> None:
        """Part the theme that is chosen in two."""
        sorting = self.shown.sorting
        if sorting is not None and self._may:
            self.search.split(sorting, self.shown.mark)
            self.shown.allow()

    def use(self) -> None:
        """Put the theme to use: a claim of it, or for or against one there is."""
        if self._may:
            self.sort.ask_use(self.shown.mark)

    def merge(self) -> None:
        """Put the theme under another."""
        if self._may:
            self.sort.ask_merge(self.shown.mark)

    def keep(self) -> None:
        """Keep the theme with its most central answers as quotes."""
        if self._may:
            self.sort.keep(self.shown.mark)

    def drop(self) -> None:
        """Delete the theme; its answers stay."""
        if self._may:
            self.sort.drop(self.shown.mark)

    def rename(self) -> None:
        """Begin to write another name."""
        if self._may:
            self.view.name.begin()

    def move_answers(self) -> None:
        """Move the chosen answers, or all that were found, elsewhere."""
        rows = self.shown.taken()
        if rows and not self._bridge.read_only:
            self.sort.ask_move(rows, self.shown.mark)

    def make(self) -> None:
        """Make a theme of the chosen answers, or of all that were found."""
        rows = self.shown.taken()
        if rows and not self._bridge.read_only:
            self.sort.ask_name(rows, self.view.search.text().strip())

    def show_groups(self) -> None:
        """Show how often each theme is heard in each group, or the answers again."""
        self.view.groups_chip.setChecked(not self.view.groups_chip.isChecked())
        self.shown.show_groups()

    def deeds(self) -> Iterable[Entry]:
        """Return what can be done here, for Ctrl+K."""
        for button, run, icon in (*self._buttons(), (self.view.groups_chip, None, "users")):
            if button.isVisibleTo(self) and button.isEnabled():
                name = button.accessibleName()
                yield Entry(name, self.tr("Themes"), icon, run or self.show_groups)

    @property
    def _may(self) -> bool:
        """Whether a theme is chosen that can be changed."""
        return self.shown.is_theme and not self._bridge.read_only

    def _buttons(self) -> Sequence[tuple[QAbstractButton, Run, str]]:
        view = self.view
        return (
            (view.find_button, self.look, "search"),
            (view.again, self.look, "refresh-cw"),
            (view.use, self.use, "link"),
            (view.merge, self.merge, "group"),
            (view.split, self.split, "scissors"),
            (view.keep, self.keep, "quote"),
            (view.drop, self.drop, "trash-2"),
            (view.move_button, self.move_answers, "move"),
            (view.make_button, self.make, "plus"),
        )

    def _build(self) -> None:
        self.view.above.addWidget(self.search.running)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.view)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _connect(self) -> None:
        view = self.view
        self._bridge.changed.connect(self._changed)
        self._empty.pressed.connect(lambda: self.open_room.emit("research"))
        view.switch.chosen.connect(self.view_chosen)
        for box in (view.waves, view.questions):
            box.activated.connect(lambda _: self.refresh())
        view.groupings.activated.connect(lambda _: self.shown.show_groups())
        for button, run, _ in self._buttons():
            button.clicked.connect(lambda _=False, run=run: run())
        view.groups_chip.clicked.connect(lambda _: self.shown.show_groups())
        view.themes_chip.clicked.connect(lambda _: view.show_words(on=False))
        view.words_chip.clicked.connect(lambda _: view.show_words(on=True))
        view.word_list.wanted.connect(self._show_word)
        view.list.selectionModel().currentChanged.connect(lambda *_: self.shown.choose())
        view.list.dropped.connect(self._dropped)
        view.name.written.connect(self._rename)
        view.search.textChanged.connect(lambda _: self._typed.start())
        self._typed.timeout.connect(self.shown.find)
        chosen = view.answer_list.selectionModel().selectionChanged
        chosen.connect(lambda *_: self.shown.say_chosen())
        self.sort.shown.connect(self._reveal)
        self.reading.more.connect(self._read_more)
        self.search.found.connect(self._found)
        self.search.parted.connect(self.sort.split)
        self.search.ended.connect(self.shown.allow)
        self.search.ended.connect(lambda: self.search.show_for(view))

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "U": self.use,
            "J": self.merge,
            "S": self.split,
            "K": self.keep,
            "M": self.move_answers,
            "N": self.make,
            "G": self.show_groups,
            "F2": self.rename,
            "Delete": self.drop,
            "Ctrl+F": self.view.search.setFocus,
        }
        for key, slot in keys.items():
            shortcut = QShortcut(QKeySequence(key), self.view)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _turn(self) -> None:
        """Begin anew with another question."""
        self.shown.mark = ALL
        self.view.answers.forget()
        self.view.search.clear()
        self.view.show_words(on=False)

    def _found(self, themes: bool) -> None:
        self.shown.mark = ALL
        self.view.show_words(on=not themes)
        self.shown.show()

    def _show_word(self, word: str) -> None:
        self.view.list.choose(ALL)
        self.view.search.setText(word)
        self.shown.find()

    def _dropped(self, mark: int) -> None:
        rows = self.view.answer_list.chosen()
        if rows and mark not in (ALL, self.shown.mark):
            self.sort.move(rows, mark)

    def _rename(self, name: str) -> None:
        if self._may:
            self.sort.rename(self.shown.mark, name)

    def _reveal(self, mark: int) -> None:
        if mark >= 0:
            self.shown.mark = mark
            self.view.show_words(on=False)
            self.view.search.clear()
            self.view.list.choose(mark)

    def _read_more(self) -> None:
        """Say how many answers there are by now."""
        box = self.view.questions
        for place in range(box.count()):
            question = self._bridge.snapshot.table(Question).get(str(box.itemData(place)))
            if question is not None:
                box.setItemText(place, self._asked(question))
        whole = self.reading.said.read(self.view.question)
        if whole or not self.view.answers.rows:
            self.shown.show()

    def _asked(self, question: Question) -> str:
        n = self.reading.said.count(question.id)
        return f"{question.label} ({n:,})" if n else question.label

    def _text(self, row: int) -> str:
        question = self._bridge.snapshot.table(Question).get(self.view.question)
        if question is None:
            return ""
        space = self._bridge.workspace
        return space.data.cell(space.snapshot, question.wave, row, question.id)

    def _changed(self, change: Change) -> None:
        if change.touches("wave"):
            self.reading.said.forget()
            self.view.answers.forget()
        if change.touches(*_TOUCHING):
            self._stale = True
            if self.isVisible():
                self.refresh()
