# SPDX-License-Identifier: MIT
"""The choices on the left of the Print room: whom, what, on which paper, read from how far."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyleOptionButton

from persona_studio.core.persona import Persona
from persona_studio.gui.forms.print_page import Ui_PrintPage
from persona_studio.gui.theme import theme
from persona_studio.gui.widgets.clearing import clear
from persona_studio.gui.widgets.plain_label import plain_tip
from persona_studio.publish.templates import TEMPLATES, template_of
from persona_studio.publish.templates.template import Template
from persona_studio.publish.theme import PAPERS, THEMES
from persona_studio.publish.tiling import OFFICE, offers

DISTANCES = (0.4, 0.7, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0)
_SWATCH = 14
_BESIDE_NAME = 52


@dataclass(frozen=True)
class Choice:
    """What was chosen; `theme` and `distance` None leave it to persona and paper."""

    personas: tuple[str, ...]
    template: str
    paper: str
    theme: str | None
    distance: float | None
    tile: str = ""
    fewer: bool = False
    client_safe: bool = False


class PersonaBox(QCheckBox):
    """A persona to tick; a name too long for its place is cut short and told in the tip."""

    def __init__(self, persona: Persona) -> None:
        super().__init__(persona.name.replace("&", "&&"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        said = (persona.name, persona.tagline)
        self.setToolTip(plain_tip(" · ".join(part for part in said if part)))
        self.setAccessibleName(persona.name)
        self.setIcon(_swatch(theme().persona(persona.colour).strong))
        self.setProperty("colour", persona.colour)

    def minimumSizeHint(self) -> QSize:
        """Let a long name be cut short."""
        return QSize(80, super().minimumSizeHint().height())

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Paint what fits of the name."""
        super().initStyleOption(option)
        room = self.width() - _BESIDE_NAME
        option.text = self.fontMetrics().elidedText(
            option.text, Qt.TextElideMode.ElideRight, room, Qt.TextFlag.TextShowMnemonic.value
        )


class Options(QObject):
    """Fills the left side of the form; `changed` fires when another page is wanted."""

    changed = Signal()

    def __init__(self, form: Ui_PrintPage, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        self._boxes: dict[str, QCheckBox] = {}
        self._fill()
        form.all.clicked.connect(lambda: self._tick(on=True))
        form.none.clicked.connect(lambda: self._tick(on=False))
        form.template_box.currentIndexChanged.connect(self._template_chosen)
        form.colour_box.currentIndexChanged.connect(self.changed)
        form.distance_box.currentIndexChanged.connect(self.changed)
        form.tile_box.currentIndexChanged.connect(self.changed)
        form.safe_box.toggled.connect(self.changed)
        form.paper_box.currentIndexChanged.connect(self._paper_chosen)
        theme().changed.connect(self._tint)

    @property
    def choice(self) -> Choice:
        """What is chosen now."""
        form = self._form
        tile, fewer = form.tile_box.currentData() or ("", False)
        return Choice(
            tuple(key for key, box in self._boxes.items() if box.isChecked()),
            form.template_box.currentData(),
            form.paper_box.currentData(),
            form.colour_box.currentData(),
            form.distance_box.currentData(),
            tile,
            fewer,
            form.safe_box.isChecked(),
        )

    def show_personas(self, personas: tuple[Persona, ...]) -> None:
        """List the personas; new ones are ticked, the others stay as they were."""
        ticked = {key: box.isChecked() for key, box in self._boxes.items()}
        column = self._form.people_list
        clear(column)
        self._boxes.clear()
        for persona in personas:
            box = PersonaBox(persona)
            box.setChecked(ticked.get(persona.id, True))
            box.toggled.connect(self.changed)
            self._boxes[persona.id] = box
            column.addWidget(box)
        column.addStretch(1)
        self._fit()

    def _fit(self) -> None:
        """Make the card as high as its names need; in a low window they scroll."""
        form = self._form
        edges = form.people_column.contentsMargins()
        head = form.people_head.sizeHint().height() + form.people_column.spacing()
        names = sum(
            box.sizeHint().height() + form.people_list.spacing() for box in self._boxes.values()
        )
        form.people_card.setMaximumHeight(edges.top() + head + names + edges.bottom() + 2)

    def _fill(self) -> None:
        form = self._form
        for template in TEMPLATES:
            form.template_box.addItem(template.title, template.id)
        self._offer_papers()
        form.colour_box.addItem(self.tr("Each persona's own"), None)
        for name, colours in THEMES.items():
            form.colour_box.addItem(_swatch(colours.dark), name.capitalize(), name)
        form.distance_box.addItem("", None)
        for metres in DISTANCES:
            form.distance_box.addItem(self.tr("{0} m").format(f"{metres:g}"), metres)
        self._name_usual()
        self._offer_sheets()

    def _name_usual(self) -> None:
        paper = self._form.paper_box.currentData()
        metres = f"{self._template().read_from(PAPERS[paper]):g}"
        words = self.tr("{0} m, usual for {1}").format(metres, paper)
        self._form.distance_box.setItemText(0, words)

    def _template(self) -> Template:
        return template_of(self._form.template_box.currentData())

    def _offer_papers(self) -> None:
        """List the papers the template is made for; one that was chosen stays where it can."""
        box, papers = self._form.paper_box, self._template().papers
        kept = box.currentData()
        before = box.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        box.clear()
        for paper in papers:
            box.addItem(paper, paper)
        box.setCurrentText(kept if kept in papers else papers[0])
        box.blockSignals(before)

    def _template_chosen(self) -> None:
        self._offer_papers()
        self._paper_chosen()

    def _offer_sheets(self) -> None:
        """List the ways to print the poster: whole, or over sheets an office printer takes."""
        box, paper = self._form.tile_box, PAPERS[self._form.paper_box.currentData()]
        before = box.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        box.clear()
        box.addItem(self.tr("On one sheet"), ("", False))
        for sheet in OFFICE:
            for place, way in enumerate(offers(paper, PAPERS[sheet])):
                size = self.tr("full size") if way.scale == 1 else f"{way.scale * 100:.0f} %"
                words = self.tr("{0}: {1}, {2} sheets").format(sheet, size, way.sheets)
                box.addItem(words, (sheet, place > 0))
        box.setEnabled(box.count() > 1)
        box.blockSignals(before)

    def _paper_chosen(self) -> None:
        self._name_usual()
        self._offer_sheets()
        self.changed.emit()

    def _tick(self, *, on: bool) -> None:
        before = self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        for box in self._boxes.values():
            box.setChecked(on)
        self.blockSignals(before)
        self.changed.emit()

    def _tint(self) -> None:
        for box in self._boxes.values():
            box.setIcon(_swatch(theme().persona(str(box.property("colour"))).strong))


def _swatch(colour: str) -> QIcon:
    picture = QPixmap(_SWATCH * 2, _SWATCH * 2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(QPoint(_SWATCH, _SWATCH), _SWATCH - 3, _SWATCH - 3)
    painter.end()
    return QIcon(picture)
