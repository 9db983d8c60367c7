# SPDX-License-Identifier: MIT
"""One answer to read: passages are selected by mouse or keys, marked ones are tinted."""

from collections.abc import Iterable

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QTextEdit, QWidget

from persona_studio.evidence.passages import Span, spans_of
from persona_studio.gui import carry
from persona_studio.gui.research.units import Units
from persona_studio.gui.theme import font, theme
from persona_studio.workspace.said import Mark, Place


class SaidText(QPlainTextEdit):
    """`mark_chosen` carries the id of the quote that was pressed on, "" beside all of them."""

    mark_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._units = Units("")
        self._place: Place | None = None
        self._marks: list[Mark] = []
        self._phrases: list[str] = []
        self._active = ""
        self.setReadOnly(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFont(font(15))
        self.document().setDocumentMargin(0)
        self.setProperty("kind", "reading")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(self.tr("What this person said"))
        self.setTabChangesFocus(True)
        theme().changed.connect(self._tint)

    def show_answer(self, place: Place | None, text: str) -> None:
        """Show another answer, without the marks of the one before."""
        self._place, self._units = place, Units(text)
        self._marks, self._active, self._phrases = [], "", []
        self.setPlainText(self._units.shown)
        self.updateGeometry()

    def show_marks(self, marks: Iterable[Mark], active: str, phrases: list[str]) -> None:
        """Tint marked passages, the active one more, and underline what was searched for."""
        self._marks, self._active, self._phrases = list(marks), active, phrases
        self._tint()

    def selected(self) -> tuple[int, str] | None:
        """Return (where it begins, text) of the selected passage, None without one."""
        cursor = self.textCursor()
        return self._units.passage(cursor.selectionStart(), cursor.selectionEnd())

    def select(self, span: Span) -> None:
        """Select a passage and bring it into view."""
        self.setTextCursor(self._cursor(span))
        self.ensureCursorVisible()

    def scroll_to(self, span: Span) -> None:
        """Bring a passage into view without selecting it."""
        cursor = self._cursor(span)
        cursor.setPosition(cursor.selectionStart())
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def sizeHint(self) -> QSize:
        """Ask for as many lines as the answer has; a long one is scrolled."""
        lines = round(self.document().size().height()) + 1
        high = lines * self.fontMetrics().lineSpacing() + 2 * round(
            self.document().documentMargin()
        )
        return QSize(super().sizeHint().width(), high)

    def minimumSizeHint(self) -> QSize:
        """Stay readable in a low window."""
        return QSize(120, 4 * self.fontMetrics().lineSpacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask anew: another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self.updateGeometry()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Carry the selected passage to a claim; other programs get its words."""
        found, place = self.selected(), self._place
        if found is None or place is None:
            return super().createMimeDataFromSelection()
        start, text = found
        key = f"quote:{place.wave}:{place.question}:{place.row}:{start}:{len(text)}"
        return carry.pack_evidence(key, text)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the mark that was pressed on, when nothing was selected."""
        super().mouseReleaseEvent(event)
        if not self.textCursor().hasSelection():
            at = self._units.from_qt(self.cursorForPosition(event.position().toPoint()).position())
            inside = [m for m in self._marks if m.span and m.span[0] <= at < m.span[1]]
            inside.sort(key=lambda m: len(m.quote.text))
            self.mark_chosen.emit(inside[0].quote.id if inside else "")

    def _cursor(self, span: Span) -> QTextCursor:
        cursor = self.textCursor()
        cursor.setPosition(self._units.to_qt(span[0]))
        cursor.setPosition(self._units.to_qt(span[1]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _tint(self) -> None:
        look, found = theme(), []
        for mark in sorted(self._marks, key=lambda m: m.quote.id == self._active):
            if mark.span is not None:
                form = QTextCharFormat()
                active = mark.quote.id == self._active
                form.setBackground(look.colour("accent" if active else "tint"))
                form.setForeground(look.colour("on_accent" if active else "accent"))
                found.append(self._selection(mark.span, form))
        for span in spans_of(self._units.text, self._phrases) if self._phrases else ():
            form = QTextCharFormat()
            form.setFontUnderline(True)
            form.setUnderlineColor(look.colour("caution"))
            form.setFontWeight(700)
            found.append(self._selection(span, form))
        self.setExtraSelections(found)

    def _selection(self, span: Span, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        made.cursor = self._cursor(span)
        made.format = form
        return made
