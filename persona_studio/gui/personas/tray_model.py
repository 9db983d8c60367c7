# SPDX-License-Identifier: MIT
"""The cards of the evidence tray: figures and quotes, each known by a key."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QMimeData, QModelIndex, Qt
from PySide6.QtCore import QPersistentModelIndex as Stay

from persona_studio.evidence.assess import MONTHS
from persona_studio.gui import carry
from persona_studio.gui.personas.head import percent
from persona_studio.workspace.figures import Figure
from persona_studio.workspace.theme_cards import ThemeCard
from persona_studio.workspace.tray import QuoteItem

Item = Figure | QuoteItem | ThemeCard
_FIRM = "\u00a0"


class TrayModel(QAbstractListModel):
    """Evidence in the order it is offered."""

    def __init__(self) -> None:
        super().__init__()
        self.items: list[Item] = []
        self.person = ""

    def show(self, items: Sequence[Item], person: str) -> None:
        """Offer these; `person` names the group the figures speak of, "" for everyone."""
        self.beginResetModel()
        self.items = list(items)
        self.person = person
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | Stay = QModelIndex()) -> int:  # noqa: B008 - Qt's way
        """Return how many cards there are."""
        return 0 if parent.isValid() else len(self.items)

    def flags(self, index: QModelIndex | Stay) -> Qt.ItemFlag:
        """Let cards be chosen and dragged."""
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return found | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else found

    def data(self, index: QModelIndex | Stay, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a card's words."""
        if not index.isValid() or index.row() >= len(self.items):
            return None
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.heading(item)}: {item.text}"
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.quiet(item)
        return None

    def mimeTypes(self) -> list[str]:
        """Name what a drag carries."""
        return [carry.EVIDENCE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return one card for a drag."""
        item = self.items[indexes[0].row()]
        return carry.pack_evidence(item.key, item.text)

    def supportedDragActions(self) -> Qt.DropAction:
        """Evidence stays in the tray when it is used."""
        return Qt.DropAction.CopyAction

    def heading(self, item: Item) -> str:
        """Return what kind of card it is, with the number it is found by."""
        if isinstance(item, Figure):
            return self.tr("E{0} · Figure").format(item.number)
        if isinstance(item, ThemeCard):
            return self.tr("T{0} · Theme").format(item.number)
        return self.tr("Q{0} · Quote").format(item.number) if item.number else self.tr("Quote")

    def where(self, item: Item) -> str:
        """Return where it comes from."""
        if isinstance(item, QuoteItem):
            return item.where
        if isinstance(item, ThemeCard):
            one, many = self.tr("1 quote"), self.tr("{0} quotes")
            return one if item.quotes == 1 else many.format(item.quotes)
        return f"{item.source}, {MONTHS[item.when.month - 1]}" if item.when else item.source

    def quiet(self, item: Item) -> str:
        """Return the quiet line under the words."""
        if isinstance(item, QuoteItem):
            return ""
        return people_of(item) if isinstance(item, ThemeCard) else counts_of(item)


def people_of(card: ThemeCard) -> str:
    """Return how many people are quoted under a theme, and how many of them are of the group."""
    if not card.people:
        return _tr("nobody is quoted yet")
    people = _tr("1 person") if card.people == 1 else _tr("{0} people").format(card.people)
    parts = [people] if card.mine is None else [people, _tr("{0} of the group").format(card.mine)]
    return _kept_whole(*parts, *([_tr("sets the group apart")] if card.apart > 0 else []))


def counts_of(figure: Figure) -> str:
    """Return how many of the group and of everyone an answer is true of, in a line."""
    counts = _tr("{0} of {1}").format(figure.k, figure.n)
    if not figure.grouped:
        return _kept_whole(_tr("{0} of everyone").format(_ranged(figure)), counts)
    parts = [
        _tr("{0} of the group").format(_ranged(figure)),
        _tr("{0} of everyone").format(percent(figure.share_all)),
        counts,
    ]
    return _kept_whole(*parts, *([_tr("formed the group")] if figure.formed else []))


def _tr(text: str) -> str:
    return QCoreApplication.translate("board", text)


def _ranged(figure: Figure) -> str:
    """Return a share with how far so few people can tell it: "62 % (52-71)"."""
    low, high = (round(end * 100) for end in figure.interval)
    return f"{percent(figure.share)} ({low}\u2013{high})"


def _kept_whole(*parts: str) -> str:
    """Return parts in a line that breaks between them, never inside one."""
    return " · ".join(part.replace(" ", _FIRM) for part in parts)
