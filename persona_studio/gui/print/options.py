# SPDX-License-Identifier: MIT
"""The choices on the left of the Print room: whom, what, on which paper, read from how far."""

from PySide6.QtCore import QLocale, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyleOptionButton

from persona_studio.core.persona import Persona
from persona_studio.gui.forms.print_page import Ui_PrintPage
from persona_studio.gui.print import remembering
from persona_studio.gui.theme import theme
from persona_studio.gui.widgets.clearing import clear
from persona_studio.gui.widgets.plain_label import plain_tip
from persona_studio.publish.language import CHINESE, TAGS, TRADITIONAL
from persona_studio.publish.templates import TEMPLATES, template_of
from persona_studio.publish.templates.template import Template
from persona_studio.publish.theme import PAPERS, THEMES, metres_of, turned
from persona_studio.publish.tiling import OFFICE, offers
from persona_studio.workspace.printing import Wanted

DISTANCES = (0.4, 0.7, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0)
PRINT_SHOP = "print shop"
_AMERICAN = ("Letter", "Tabloid", "Arch D")
_SWATCH = 14
_BESIDE_NAME = 52


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
    """Fills the left side of the form; `changed` fires when another page is wanted.

    `refused` carries what was typed for a distance and is none.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, form: Ui_PrintPage, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        self._boxes: dict[str, QCheckBox] = {}
        self._metres: float | None = None
        self._left_out: frozenset[str] = frozenset()
        self._own: remembering.Own = {}
        self._fill()
        self._shown = self._template()
        form.all.clicked.connect(lambda: self._tick(on=True))
        form.none.clicked.connect(lambda: self._tick(on=False))
        form.template_box.currentIndexChanged.connect(self._template_chosen)
        form.colour_box.currentIndexChanged.connect(self.changed)
        form.distance_box.currentIndexChanged.connect(self._distance_chosen)
        if edit := form.distance_box.lineEdit():
            edit.setAccessibleName(form.distance_box.accessibleName())
            edit.editingFinished.connect(self._distance_typed)
        form.side_box.currentIndexChanged.connect(self.changed)
        form.language_box.currentIndexChanged.connect(self.changed)
        form.tile_box.currentIndexChanged.connect(self.changed)
        form.safe_box.toggled.connect(self.changed)
        form.paper_box.currentIndexChanged.connect(self._paper_chosen)
        theme().changed.connect(self._tint)

    @property
    def choice(self) -> Wanted:
        """What is chosen now."""
        form = self._form
        tile, fewer = form.tile_box.currentData() or ("", False)
        paper, landscape = form.paper_box.currentData()
        return Wanted(
            tuple(key for key, box in self._boxes.items() if box.isChecked()),
            form.template_box.currentData(),
            paper,
            form.colour_box.currentData(),
            self._metres,
            "" if tile == PRINT_SHOP else tile,
            fewer,
            form.safe_box.isChecked(),
            print_shop=tile == PRINT_SHOP,
            landscape=landscape,
            side=form.side_box.currentData(),
            language=form.language_box.currentData(),
        )

    def restore(self, project: str) -> None:
        """Choose what was chosen last for a project."""
        kept = remembering.recall(project)
        if not kept:
            return
        before = self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        remembering.choose(self._form, kept)
        self._own = remembering.own_in(kept)
        self._wear()
        left_out = kept.get("left_out")
        self._left_out = frozenset(left_out if isinstance(left_out, list) else ())
        self.blockSignals(before)

    def keep(self, project: str) -> None:
        """Remember what is chosen now."""
        remembering.keep(project, self.choice, list(self._boxes), self._own)

    def show_language(self, tag: str) -> None:
        """Say which language the words of the file told, where none is chosen."""
        box = self._form.language_box
        told = self.tr("As told: {0}").format(self._language(tag))
        box.setItemText(0, self.tr("As the words tell") if box.currentData() else told)

    def show_personas(self, personas: tuple[Persona, ...]) -> None:
        """List the personas; new ones are ticked, the others stay as they were."""
        ticked = dict.fromkeys(self._left_out, False)
        ticked |= {key: box.isChecked() for key, box in self._boxes.items()}
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
            form.distance_box.addItem(self._worded(metres), metres)
        for words, side in (
            (self.tr("As each is written"), ""),
            (self.tr("From left to right"), "ltr"),
            (self.tr("From right to left"), "rtl"),
        ):
            form.side_box.addItem(words, side)
        form.language_box.addItem(self.tr("As the words tell"), "")
        for name, tag in sorted((self._language(tag), tag) for tag in TAGS):
            form.language_box.addItem(name, tag)
        self._name_usual()
        self._offer_sheets()

    def _language(self, tag: str) -> str:
        """Return the name of a language, and which of the two ways to write Chinese."""
        ways = {
            CHINESE: self.tr("Chinese, simplified"),
            TRADITIONAL: self.tr("Chinese, traditional"),
        }
        return ways.get(tag) or QLocale.languageToString(QLocale(tag).language())

    def _worded(self, metres: float) -> str:
        return self.tr("{0} m").format(f"{metres:g}")

    def _name_usual(self) -> None:
        paper, _ = self._form.paper_box.currentData()
        metres = self._worded(self._template().read_from(PAPERS[paper]))
        words = self.tr("{0}, usual for {1}").format(metres, paper)
        box = self._form.distance_box
        box.setItemText(0, words)
        box.setEditText(words if self._metres is None else self._worded(self._metres))

    def _distance_chosen(self) -> None:
        self._metres = self._form.distance_box.currentData()
        self.changed.emit()

    def _distance_typed(self) -> None:
        """Take any distance that was typed; what is none goes back to the one before."""
        box = self._form.distance_box
        words = box.currentText()
        chosen = box.findText(words)
        metres = box.itemData(chosen) if chosen >= 0 else metres_of(words)
        if chosen < 0 and metres is None:
            self.refused.emit(words)
        elif metres != self._metres:
            self._metres = metres
            self.changed.emit()
        self._name_usual()

    def _template(self) -> Template:
        return template_of(self._form.template_box.currentData())

    def _offer_papers(self) -> None:
        """List the papers the template is made for; who chose an American one gets one again."""
        box, template = self._form.paper_box, self._template()
        other = self.tr("{0} portrait") if template.landscape else self.tr("{0} landscape")
        american = (box.currentData() or ("",))[0] in _AMERICAN
        before = box.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        box.clear()
        for paper in template.papers:
            box.addItem(paper, (paper, None))
            if template.turns:
                box.addItem(other.format(paper), (paper, not template.landscape))
        usual = next(p for p in template.papers if (p in _AMERICAN) is american)
        box.setCurrentIndex(box.findText(usual))
        box.blockSignals(before)

    def _template_chosen(self) -> None:
        """Show what was chosen for the template before; what belongs to another stays with it."""
        self._own[self._shown.id] = remembering.own_of(self.choice)
        self._offer_papers()
        self._wear()
        self.changed.emit()

    def _wear(self) -> None:
        """Choose paper, distance and sheets as they were for the template that is shown."""
        self._shown = self._template()
        own = self._own.get(self._shown.id, {})
        before = self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        remembering.pick(self._form.paper_box, (own.get("paper"), own.get("landscape")))
        metres = own.get("distance")
        self._metres = metres if isinstance(metres, int | float) else None
        self._name_usual()
        self._form.tile_box.setCurrentIndex(0)
        self._offer_sheets()
        tile = PRINT_SHOP if own.get("print_shop") else own.get("tile", "")
        remembering.pick(self._form.tile_box, (tile, bool(own.get("fewer"))))
        self.blockSignals(before)

    def _offer_sheets(self) -> None:
        """List the ways to print the poster: whole, or over sheets an office printer takes."""
        box, (name, landscape) = self._form.tile_box, self._form.paper_box.currentData()
        usual = self._template().landscape
        paper = turned(PAPERS[name], landscape=usual if landscape is None else landscape)
        shop = (box.currentData() or ("", False))[0] == PRINT_SHOP
        before = box.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        box.clear()
        box.addItem(self.tr("On one sheet"), ("", False))
        for sheet in OFFICE:
            for place, way in enumerate(offers(paper, PAPERS[sheet])):
                size = self.tr("full size") if way.scale == 1 else f"{way.scale * 100:.0f} %"
                words = self.tr("{0}: {1}, {2} sheets").format(sheet, size, way.sheets)
                box.addItem(words, (sheet, place > 0))
        box.addItem(self.tr("Print shop: bleed, marks"), (PRINT_SHOP, False))
        box.setCurrentIndex(box.count() - 1 if shop else 0)
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
