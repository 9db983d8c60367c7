# SPDX-License-Identifier: MIT
"""What people said: every open answer, searched in any script, read one by one, marked and used."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from persona_studio.core.change import Change
from persona_studio.core.research import Question, Theme, ThemeItem, Wave
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.marking import QT_TRANSLATE_NOOP
from persona_studio.gui.research import finders, words
from persona_studio.gui.research.quoting import Quoting
from persona_studio.gui.research.said_reader import SaidReader, name_of
from persona_studio.gui.research.said_search import SaidSearch
from persona_studio.gui.research.said_view import SaidView
from persona_studio.gui.research.sources_page import when
from persona_studio.workspace.said import Place, quotes_of

_AFTER_TYPING_MS = 150
_ANSWER = QT_TRANSLATE_NOOP("research", "{0} answer")
_ANSWERS = QT_TRANSLATE_NOOP("research", "{0} answers")


class SaidPage(QWidget):
    """`left`: back to the sources; `show_claim`: to the board; `forget_wanted`: (wave, row)."""

    left = Signal()
    show_claim = Signal(str)
    forget_wanted = Signal(str, int)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.search = SaidSearch(bridge, self)
        self.quoting = Quoting(bridge)
        self.view = SaidView(self.search.said.text)
        self.reader = SaidReader(bridge, self.search.said, self.view, self.quoting)
        self._typed = QTimer(self, singleShot=True, interval=_AFTER_TYPING_MS)
        self._behind = False
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.view)
        self._bind_keys()
        self._connect()
        if bridge.read_only:
            self.view.marks.lock()
            self.view.person.forget.hide()

    @property
    def place(self) -> Place | None:
        """The answer that is read now."""
        row = self.view.list.currentIndex().row()
        return self.view.model.places[row] if row >= 0 else None

    def open(self, place: Place | None = None) -> None:
        """Come up, at an answer when one is named."""
        self._fill()
        if place is not None:
            self.view.search.clear()
            self.view.only_marked.setChecked(False)
            self.view.choose_question(place.question)
            self.search.said.read_all(place.question)
        self._find(place)
        self.search.begin()
        self.view.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """Read the next answer, or the one before."""
        view = self.view.list
        row = max(0, min(self.view.model.rowCount() - 1, view.currentIndex().row() + by))
        view.setCurrentIndex(self.view.model.index(row))

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "N": lambda: self.step(1),
            "P": lambda: self.step(-1),
            "M": self.reader.mark,
            "T": self.reader.ask_theme,
            "L": self.reader.ask_claim,
            "Shift+L": self._use_theme,
            "Ctrl+F": self.view.search.setFocus,
            "Escape": self.left.emit,
        }
        for key, slot in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _connect(self) -> None:
        view = self.view
        view.back.clicked.connect(self.left)
        view.next.clicked.connect(lambda: self.step(1))
        view.before.clicked.connect(lambda: self.step(-1))
        view.search.textChanged.connect(lambda: self._typed.start())
        for signal in (
            view.only_marked.toggled,
            view.question.currentIndexChanged,
            view.theme.currentIndexChanged,
            self._typed.timeout,
            self.search.more,
        ):
            signal.connect(lambda *_: self._find(self.place))
        view.use.clicked.connect(self._use_theme)
        view.rename.clicked.connect(self._rename_theme)
        view.drop.clicked.connect(self._remove_theme)
        view.list.selectionModel().currentChanged.connect(lambda *_: self._read())
        view.marks.claim_wanted.connect(self.show_claim)
        view.person.forget_wanted.connect(self._ask_to_forget)
        self._bridge.changed.connect(self._changed)

    def _fill(self) -> None:
        """Offer the open questions and the themes there are."""
        snapshot = self._bridge.snapshot
        asked = {q.id: (name_of(q), self._origin(q)) for q in self.search.said.questions()}
        counted: dict[str, int] = {}
        for item in snapshot.table(ThemeItem).values():
            counted[item.theme] = counted.get(item.theme, 0) + 1
        themes = sorted(snapshot.table(Theme).values(), key=lambda t: (t.position, t.name))
        self.view.fill(asked, [(t.id, t.name, counted.get(t.id, 0)) for t in themes])

    def _origin(self, question: Question) -> str:
        snapshot = self._bridge.snapshot
        wave = snapshot.table(Wave)[question.wave]
        return f"{snapshot.source_of(wave.id).name}, {when(wave)}"

    def _find(self, keep: Place | None) -> None:
        """Show what fits the search, the question and the theme; stay at `keep` where it does."""
        view = self.view
        theme = view.theme.currentData() or ""
        question = view.question.currentData() or ""
        only = view.only_marked.isChecked()
        found = self.search.find(view.search.text(), question, theme, marked=only)
        for button in (view.use, view.rename, view.drop):
            button.setVisible(bool(theme) and not self._bridge.read_only)
        view.model.show(found, self._where)
        self._show_marked()
        self._say_count(len(found))
        row = found.index(keep) if keep in found else 0
        if found and view.list.currentIndex().row() != row:
            view.list.setCurrentIndex(view.model.index(row))
        elif keep is None or keep not in found:
            self._read()
        self._say_where()

    def _show_marked(self) -> None:
        marked = quotes_of(self._bridge.snapshot)
        self.view.model.show_marked({place: len(quotes) for place, quotes in marked.items()})

    def _say_count(self, count: int) -> None:
        said = words.counted(_ANSWER, _ANSWERS, count)
        self.view.count.setText(said + (self.tr(", reading on…") if self.search.reading else ""))
        nothing = ""
        if not count and not self.search.reading:
            nothing = self.tr("Nobody said that. Fewer words, or another question, may find more.")
            if not self.search.said.places():
                nothing = self.tr("There are no answers in people's own words yet.")
        self.view.none.setText(nothing)
        self.view.none.setVisible(bool(nothing))

    def _where(self, place: Place) -> str:
        source = self._bridge.snapshot.source_of(place.wave)
        return self.tr("{0}, row {1}").format(source.name, place.row)

    def _read(self) -> None:
        """Show the current answer."""
        self.reader.show(self.place)
        self._say_where()

    def _say_where(self) -> None:
        """Say which of how many the answer is, and where it comes from."""
        place, view, where = self.place, self.view, ""
        if place is not None:
            question = self._bridge.snapshot.table(Question)[place.question]
            number, total = view.list.currentIndex().row() + 1, view.model.rowCount()
            where = self.tr("{0} of {1} · {2}, row {3}").format(
                f"{number:,}", f"{total:,}", self._origin(question), place.row
            )
        view.where.setText(where)

    def _use_theme(self) -> None:
        """Ask which claim the theme speaks for, or against; it may be a new one."""
        theme = self._bridge.snapshot.theme(self.view.theme.currentData() or "")
        if theme is None or self._bridge.read_only:
            return
        quoting, key = self.quoting, theme.id
        finders.find_claim(
            self.window(),
            self._bridge.snapshot,
            lambda claim, stance: quoting.link_theme(key, claim, stance),
            lambda who, section: quoting.claim_of_theme(key, who, section),
        )

    def _rename_theme(self) -> None:
        theme = self._bridge.snapshot.theme(self.view.theme.currentData() or "")
        if theme is not None:
            rename = self.quoting.rename_theme
            finders.name_theme(self.window(), theme, lambda name: rename(theme.id, name))

    def _remove_theme(self) -> None:
        theme = self._bridge.snapshot.theme(self.view.theme.currentData() or "")
        if theme is not None:
            self.quoting.remove_theme(theme.id)

    def _ask_to_forget(self) -> None:
        if self.place is not None:
            self.forget_wanted.emit(self.place.wave, self.place.row)

    def _changed(self, change: Change) -> None:
        if change.touches("wave"):
            self.search.forget()
        if not self.isVisible():
            self._behind = True
        elif change.touches("wave", "question", "source"):
            self._catch_up()
        elif change.touches("quote", "theme", "theme_item"):
            self._fill()
            self._find(self.place)
            self.reader.refresh()
        elif change.touches("evidence", "claim", "persona"):
            self.reader.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while another room was in front, before it is painted."""
        super().showEvent(event)
        if self._behind:
            self._catch_up()

    def _catch_up(self) -> None:
        """Read everything anew; what is shown may be gone."""
        self._behind = False
        self._fill()
        self._find(self.place)
        self._read()
        self.search.begin()
