# SPDX-License-Identifier: MIT
"""One answer under the eyes: its marks, what the buttons act on, and what they do."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from persona_studio.core.research import Question
from persona_studio.evidence.passages import phrases_of
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.research import finders
from persona_studio.gui.research.quoting import Passage, Quoting
from persona_studio.gui.research.said_view import SaidView
from persona_studio.workspace.said import Mark, Place, Said, others_said


class SaidReader(QObject):
    """`active` is the quote (by id) that buttons act on, "" for the selection or the whole."""

    def __init__(self, bridge: Bridge, said: Said, view: SaidView, quoting: Quoting) -> None:
        super().__init__(view)
        self.place: Place | None = None
        self.marks: list[Mark] = []
        self.active = ""
        self._bridge, self._said, self._view, self._quoting = bridge, said, view, quoting
        marks = view.marks
        view.text.mark_chosen.connect(self.choose)
        view.text.selectionChanged.connect(self.refresh)
        marks.mark_wanted.connect(self.mark)
        marks.theme_wanted.connect(self.ask_theme)
        marks.link_wanted.connect(self.ask_claim)
        marks.remove_wanted.connect(self._remove)
        marks.untag_wanted.connect(self._untag)
        marks.consent_chosen.connect(self._allow)

    def show(self, place: Place | None) -> None:
        """Read an answer, None for nothing."""
        view = self._view
        self.place, self.active = place, ""
        view.marks.setVisible(place is not None)
        view.person.setVisible(place is not None)
        if place is None:
            view.text.show_answer(None, "")
            view.asked.setText("")
            return
        view.asked.setText(name_of(self._bridge.snapshot.table(Question)[place.question]))
        view.text.show_answer(place, self._said.text(place))
        view.person.show_answers(others_said(self._bridge.workspace, place))
        self.refresh()

    def passage(self) -> Passage | None:
        """Return what buttons act on: the selection, else the chosen mark, else all that was said.

        A selection that is marked already is that mark.
        """
        place, quote = self.place, self._bridge.snapshot.quote(self.active)
        if place is None:
            return None
        selected = self._view.text.selected()
        if selected is not None:
            span = (selected[0], selected[0] + len(selected[1]))
            same = (mark.quote.id for mark in self.marks if mark.span == span)
            return Passage(place, selected[1], selected[0], next(same, ""))
        if quote is not None:
            return Passage(place, quote.text, quote.start, quote.id)
        return Passage(place, self._said.text(place))

    def refresh(self) -> None:
        """Show the marks as they are now, and what the buttons act on."""
        if self.place is None:
            return
        self.marks = self._said.marks(self.place)
        passage = self.passage()
        quote = self._bridge.snapshot.quote(passage.quote if passage else "")
        self.active = quote.id if quote else ""
        view = self._view
        view.text.show_marks(self.marks, self.active, phrases_of(view.search.text()))
        view.marks.show_mark(self._bridge.snapshot, quote, self._about(passage))

    def choose(self, quote: str) -> None:
        """Make a mark the one that buttons act on, "" for none."""
        self.active = quote
        if quote:
            cursor = self._view.text.textCursor()
            cursor.clearSelection()
            self._view.text.setTextCursor(cursor)
        self.refresh()

    def mark(self) -> None:
        """Mark the passage."""
        self._act(lambda passage: self.choose(self._quoting.mark(passage)))

    def ask_theme(self) -> None:
        """Ask which theme the passage is put under."""

        def ask(passage: Passage) -> None:
            finders.find_theme(
                self._view.window(),
                self._bridge.snapshot,
                lambda name: self.choose(self._quoting.tag(passage, name)),
            )

        self._act(ask)

    def ask_claim(self) -> None:
        """Ask which claim the passage speaks for, or against."""
        quoting = self._quoting

        def ask(passage: Passage) -> None:
            finders.find_claim(
                self._view.window(),
                self._bridge.snapshot,
                lambda claim, stance: self.choose(quoting.link(passage, claim, stance)),
                lambda who, section: self.choose(quoting.make_claim(passage, who, section)),
            )

        self._act(ask)

    def _act(self, act: Callable[[Passage], None]) -> None:
        passage = self.passage()
        if passage is not None and not self._bridge.read_only:
            act(passage)

    def _allow(self, consent: str) -> None:
        self._act(lambda passage: self.choose(self._quoting.allow(passage, consent)))

    def _remove(self) -> None:
        if self.active:
            self._quoting.remove(self.active)

    def _untag(self, theme: str) -> None:
        if self.active:
            self._quoting.untag(self.active, theme)

    def _about(self, passage: Passage | None) -> str:
        if passage is None:
            return ""
        cut = " ".join(passage.text.split())
        if passage.quote:
            said = self.tr("Marked: “{0}”").format(cut)
        elif passage.start is None:
            said = self.tr("Select a passage to mark it; without one, the whole answer is meant.")
        else:
            said = self.tr("Selected: “{0}”").format(cut)
        lost = sum(mark.span is None for mark in self.marks)
        gone = self.tr("{0} marked words are not here any more.").format(lost) if lost else ""
        return f"{said} {gone}".strip()


def name_of(question: Question) -> str:
    """Return what a question is called, on one line."""
    return " ".join((question.text or question.label).split())
