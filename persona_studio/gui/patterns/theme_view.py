# SPDX-License-Identifier: MIT
"""How the page of themes is laid out: which question, its themes or words, the answers of one."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from persona_studio.gui.patterns.room_switch import THEMES, RoomSwitch
from persona_studio.gui.patterns.theme_answers import AnswerList, AnswerModel, Read
from persona_studio.gui.patterns.theme_cards import ThemeList, ThemeModel
from persona_studio.gui.patterns.theme_groups import ShareModel, ShareTable
from persona_studio.gui.patterns.theme_words import WordList, WordModel
from persona_studio.gui.widgets.buttons import GhostButton, IconButton, PrimaryButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.chip import Chip
from persona_studio.gui.widgets.flow_layout import FlowLayout
from persona_studio.gui.widgets.inline_text import InlineText
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.widgets.search_field import SearchField

_MOST = 12


class ThemeView(QWidget):
    """Widgets only; the page says what is in them."""

    def __init__(self, read: Read, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switch = RoomSwitch(THEMES)
        self.waves, self.questions, self.number = QComboBox(), QComboBox(), QComboBox()
        self.facts = PlainLabel("", "muted")
        self.find_button = PrimaryButton(self.tr("Find themes"))
        self.again = GhostButton(self.tr("Look again"), "refresh-cw")
        self.note = PlainLabel("", "muted", wrap=True)
        self.themes_chip = Chip(self.tr("Themes"), checked=True)
        self.words_chip = Chip(self.tr("Words"))
        self.groups_chip = Chip(self.tr("By group"))
        self.cards = ThemeModel(self)
        self.list = ThemeList(self.cards)
        self.words = WordModel(self)
        self.word_list = WordList(self.words)
        self.no_words = PlainLabel("", "muted", wrap=True)
        self.name = InlineText(self.tr("Name of the theme"), 16)
        self.count = PlainLabel("", "muted")
        self.use = GhostButton(self.tr("Use for…"), "link")
        self.merge = GhostButton(self.tr("Merge into…"))
        self.split = GhostButton(self.tr("Split in two"), "scissors")
        self.keep = GhostButton(self.tr("Keep with quotes"), "quote")
        self.drop = IconButton("trash-2", self.tr("Delete this theme"))
        self.search = SearchField(self.tr("Search these answers"), "Ctrl+F")
        self.answers = AnswerModel(read, self)
        self.answer_list = AnswerList(self.answers)
        self.none = PlainLabel("", "muted", wrap=True)
        self.chosen = PlainLabel("", "quiet")
        self.move_button = GhostButton(self.tr("Move to…"), "move")
        self.make_button = GhostButton(self.tr("New theme…"), "plus")
        self.groupings = QComboBox()
        self.shares = ShareModel(self)
        self.table = ShareTable(self.shares)
        self.no_groups = PlainLabel("", "muted", wrap=True)
        self.left, self.right = QStackedWidget(), QStackedWidget()
        self._name_all()
        self._build()

    def fill(self, box: QComboBox, offered: list[tuple[str, str]], chosen: str) -> None:
        """Offer (key, words) in a box, one of them chosen."""
        with QSignalBlocker(box):
            box.clear()
            for key, words in offered:
                box.addItem(words, key)
            box.setCurrentIndex(max(0, box.findData(chosen)))
        box.setVisible(len(offered) > 1)

    @property
    def question(self) -> str:
        """The id of the question that is looked at, "" without one."""
        return str(self.questions.currentData() or "")

    @property
    def k(self) -> int | None:
        """How many themes are wanted, None for as many as come back."""
        found = self.number.currentData()
        return int(found) if found else None

    def show_words(self, *, on: bool) -> None:
        """Show the words in place of the themes, or the themes again."""
        self.words_chip.setChecked(on)
        self.themes_chip.setChecked(not on)
        self.left.setCurrentIndex(int(on))

    def _name_all(self) -> None:
        self.name.strong = True
        self.waves.setAccessibleName(self.tr("Which answers"))
        self.questions.setAccessibleName(self.tr("Which question"))
        self.number.setAccessibleName(self.tr("How many themes"))
        self.groupings.setAccessibleName(self.tr("Which groups"))
        self.number.addItem(self.tr("As many as come back"), 0)
        for k in range(2, _MOST + 1):
            self.number.addItem(self.tr("{0} themes").format(k), k)
        self.use.setToolTip("U")
        self.merge.setToolTip("J")
        self.split.setToolTip("S")
        self.keep.setToolTip(self.tr("K: its most central answers become quotes of a theme"))
        self.move_button.setToolTip("M")
        self.make_button.setToolTip("N")
        self.groups_chip.setToolTip(self.tr("G: how often each theme is heard in each group"))

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(PlainLabel(self.tr("Patterns"), "title"))
        head.addWidget(self.switch)
        head.addWidget(self.waves)
        self.questions.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.questions.setMinimumContentsLength(12)
        head.addWidget(self.questions, 1)
        head.addWidget(self.facts)
        head.addStretch(0)
        head.addWidget(self.number)
        head.addWidget(self.again)
        head.addWidget(self.find_button)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self._left_side(), 2)
        body.addWidget(self._right_side(), 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(10)
        column.addLayout(head)
        self.above = QVBoxLayout()
        column.addLayout(self.above)
        column.addWidget(self.note)
        column.addLayout(body, 1)

    def _left_side(self) -> Card:
        side = Card(margin=12)
        chips = QHBoxLayout()
        chips.setSpacing(6)
        chips.addWidget(self.themes_chip)
        chips.addWidget(self.words_chip)
        chips.addStretch(1)
        chips.addWidget(self.groups_chip)
        words = QWidget()
        inner = QVBoxLayout(words)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.no_words)
        inner.addWidget(self.word_list, 1)
        for stack in (self.left, self.right, words):
            stack.setProperty("kind", "clear")
        self.left.addWidget(self.list)
        self.left.addWidget(words)
        side.body.addLayout(chips)
        side.body.addWidget(self.left, 1)
        return side

    def _right_side(self) -> Card:
        side = Card(margin=14)
        self.right.addWidget(self._answers_page())
        self.right.addWidget(self._groups_page())
        side.body.addWidget(self.right)
        return side

    def _answers_page(self) -> QWidget:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.name, 1)
        head.addWidget(self.count)
        deeds = QWidget()
        deeds.setProperty("kind", "clear")
        flow = FlowLayout(deeds, 6)
        for button in (self.use, self.merge, self.split, self.keep, self.drop):
            flow.addWidget(button)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.chosen, 1)
        foot.addWidget(self.move_button)
        foot.addWidget(self.make_button)
        page = QWidget()
        page.setProperty("kind", "clear")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(deeds)
        column.addWidget(self.search)
        column.addWidget(self.none)
        column.addWidget(self.answer_list, 1)
        column.addLayout(foot)
        return page

    def _groups_page(self) -> QWidget:
        hint = PlainLabel(
            self.tr(
                "Share of each group's people who answered, in brackets how far it may be off. "
                "▲ more often than the others, ▼ less often; few: under 5 people."
            ),
            "quiet",
            wrap=True,
        )
        page = QWidget()
        page.setProperty("kind", "clear")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.groupings, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.no_groups)
        column.addWidget(self.table, 1)
        column.addWidget(hint)
        return page
