# SPDX-License-Identifier: MIT
"""The next wave of a source: what the file is, three lists, and one line to decide about."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from persona_studio.gui.marking import QT_TRANSLATE_NOOP
from persona_studio.gui.research import words
from persona_studio.gui.research.next_detail import NextDetail
from persona_studio.gui.research.next_list import NextList
from persona_studio.gui.research.next_people import NextPeople
from persona_studio.gui.research.next_wave import OTHER, SAME, UNSURE, Item, NextWave
from persona_studio.gui.research.sources_page import when
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.workspace.naming import Asked, same_name

_SAME = QT_TRANSLATE_NOOP("research", "{0} question as before")
_SAME_MANY = QT_TRANSLATE_NOOP("research", "{0} questions as before")
_UNSURE = QT_TRANSLATE_NOOP("research", "{0} to look at")
_NEW = QT_TRANSLATE_NOOP("research", "{0} new")
_GONE = QT_TRANSLATE_NOOP("research", "{0} gone")
_SPELT = QT_TRANSLATE_NOOP("research", "{0} spelling counts as another")
_SPELT_MANY = QT_TRANSLATE_NOOP("research", "{0} spellings count as others")
_WAVE = QT_TRANSLATE_NOOP("research", "A new wave of “{0}”: {1}.")
_REPLACE = QT_TRANSLATE_NOOP("research", "It takes the place of the wave of {2}: {1}.")
_SEPARATE = QT_TRANSLATE_NOOP("research", "A source of its own: it is not compared with “{0}”.")
_BEFORE = QT_TRANSLATE_NOOP("research", "{0} person answered before")
_BEFORE_MANY = QT_TRANSLATE_NOOP("research", "{0} people answered before")


class NextPage(QWidget):
    """Shows a NextWave and tells it what the user decides."""

    def __init__(self, wave: NextWave, people: NextPeople, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wave, self._people = wave, people
        self._current = ("", "")
        self.sentence = PlainLabel("", "name", wrap=True)
        self.who = PlainLabel("", "muted", wrap=True)
        self.ways = {
            "wave": QRadioButton(self.tr("A new wave")),
            "replace": QRadioButton(""),
            "separate": QRadioButton(self.tr("A source of its own")),
        }
        self.lists = {
            SAME: NextList(self.tr("As before"), self._say),
            UNSURE: NextList(self.tr("Renamed, or asked otherwise?"), self._say),
            OTHER: NextList(self.tr("New or gone"), self._say),
        }
        self.detail = NextDetail()
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Show how the file fits now; the line looked at stays."""
        found = self._wave.lists()
        for name, each in self.lists.items():
            each.show_items(found[name])
        self._say_what()
        column, question = self._current
        if not any(each.look_at(column, question) for each in self.lists.values()):
            self._first()

    def look_at(self, item: Item | None) -> None:
        """Show one line in full."""
        self._current = (item.column, item.question) if item else ("", "")
        self.detail.show_item(self._wave, item)

    def _build(self) -> None:
        group = QButtonGroup(self)
        choices = QHBoxLayout()
        choices.setSpacing(18)
        for button in self.ways.values():
            group.addButton(button)
            choices.addWidget(button)
        choices.addStretch(1)
        head = Card(margin=14)
        head.body.addWidget(self.sentence)
        head.body.addWidget(self.who)
        head.body.addLayout(choices)
        row = QHBoxLayout()
        row.setSpacing(12)
        for name in (UNSURE, OTHER, SAME):
            row.addWidget(self.lists[name], 3)
        self.detail.setMinimumWidth(300)
        row.addWidget(self.detail, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(head)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        for way, button in self.ways.items():
            button.clicked.connect(lambda _on=False, way=way: self._wave.choose_way(way))
        for name, each in self.lists.items():
            each.chosen.connect(lambda name=name: self._chosen(name))
            each.view.activated.connect(lambda _i: self.detail.box.setFocus())
        self.detail.paired.connect(self._wave.pair)
        self.detail.spelt.connect(self._wave.spell)
        self._wave.changed.connect(self._refresh_if_shown)
        self._people.changed.connect(self._say_what)
        keys = {"Y": self.detail.say_yes, "N": self.detail.say_no}
        for key, slot in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _refresh_if_shown(self) -> None:
        if self.isVisible():
            self.refresh()

    def _chosen(self, name: str) -> None:
        for other, each in self.lists.items():
            if other != name:
                each.leave()
        self.look_at(self.lists[name].item)

    def _first(self) -> None:
        """Look at the first line there is, those to decide about first."""
        for name in (UNSURE, OTHER, SAME):
            if self.lists[name].model.items:
                self.lists[name].view.setCurrentIndex(self.lists[name].model.index(0))
                return
        self.look_at(None)

    def _say_what(self) -> None:
        wave = self._wave
        source = wave.source
        if source is None or wave.proposal is None:
            return
        self.sentence.setText(in_short(wave))
        self.who.setText(people_in_words(self._people))
        self.who.setVisible(bool(self.who.text()))
        self.ways[wave.settled.way].setChecked(True)
        self.ways["replace"].setText(self.tr("Instead of the wave of {0}").format(newest(wave)))
        for each in self.lists.values():
            each.setEnabled(wave.settled.way != "separate")

    def _say(self, item: Item) -> tuple[str, str, str]:
        asked, known = self._wave.asked(item.column), self._wave.known(item.question)
        name = _named(asked or known)
        before = _named(known)
        if asked is None:
            return name, self.tr("gone: not in this file"), "muted"
        if item.doubt:
            return name, self.tr("not compared: {0}").format(item.doubt), "caution"
        if item.offered:
            return name, self.tr("maybe “{0}”?").format(before), "caution"
        if item.renamed:
            return name, self.tr("was “{0}”?").format(before), "caution"
        if known is None:
            return name, self.tr("new"), "muted"
        table = self._wave.table(item.column)
        parts = [] if same_name(asked, known) else [self.tr("was “{0}”").format(before)]
        if table:
            parts.append(words.counted(_SPELT, _SPELT_MANY, len(table)))
        return name, ", ".join(parts) or words.role(asked.role), "muted"


def newest(wave: NextWave) -> str:
    """Return the day of the newest wave of the source."""
    waves = wave.snapshot.waves_of(wave.source.id) if wave.source else ()
    return when(waves[-1]) if waves else ""


def in_short(wave: NextWave) -> str:
    """Return in one sentence what the file is to its source."""
    name = wave.source.name if wave.source else ""
    said = {"wave": _WAVE, "replace": _REPLACE, "separate": _SEPARATE}[wave.settled.way]
    return words.say(said).format(name, counted(wave), newest(wave))


def counted(wave: NextWave) -> str:
    """Return how many questions are as before, to look at, new and gone."""
    lists = wave.lists()
    gone = sum(not item.column for item in lists[OTHER])
    parts = [
        words.counted(_SAME, _SAME_MANY, len(lists[SAME])),
        words.say(_UNSURE).format(len(lists[UNSURE])) if lists[UNSURE] else "",
        words.say(_NEW).format(len(lists[OTHER]) - gone) if len(lists[OTHER]) > gone else "",
        words.say(_GONE).format(gone) if gone else "",
    ]
    return ", ".join(filter(None, parts))


def people_in_words(people: NextPeople) -> str:
    """Return how many people of the file were there before, "" while it is not known."""
    if people.found is None:
        return ""
    both, new = people.found
    said = words.counted(_BEFORE, _BEFORE_MANY, both)
    return f"{said}, {words.say(_NEW).format(f'{new:,}')}."


def _named(asked: Asked | None) -> str:
    return " ".join((asked.text or asked.label).split())[:160] if asked else ""
