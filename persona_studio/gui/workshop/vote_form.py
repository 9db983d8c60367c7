# SPDX-License-Identifier: MIT
"""What is voted on: a question, and one option a line, written or taken from the project."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from persona_studio.core.fields import new_id
from persona_studio.core.workshop import Exercise, Option, dots_each
from persona_studio.evidence.voting import MANY_OPTIONS, look_alikes
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.widgets.buttons import GhostButton, LinkButton, PrimaryButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.workspace.offering_votes import offered

_LONGEST = 160


class VoteForm(Card):
    """`ready` carries an Exercise with title and options; look-alikes are warned of."""

    ready = Signal(object)
    cancelled = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._known: dict[str, str] = {}
        self._links: dict[str, LinkButton] = {}
        self.title = QLineEdit()
        self.title.setMaxLength(_LONGEST)
        self.options = QPlainTextEdit()
        self.options.setTabChangesFocus(True)
        self.note = PlainLabel("", "muted", wrap=True)
        self.warning = PlainLabel("", "caution", wrap=True)
        self.button = PrimaryButton(self.tr("Begin the vote"))
        self.stop = GhostButton(self.tr("Cancel"))
        self._build()
        self.options.textChanged.connect(self._look)
        self.title.textChanged.connect(self._look)
        self.button.clicked.connect(self._begin)
        self.stop.clicked.connect(self.cancelled)

    def start(self, *, first: bool) -> None:
        """Begin with the usual question; the `first` round cannot be called off."""
        self.title.setText(self.tr("What matters most?"))
        self.options.clear()
        self._known.clear()
        for kind, link in self._links.items():
            link.setEnabled(bool(offered(self._bridge.workspace, kind)))
        self.stop.setVisible(not first)
        self._look()
        self.title.setFocus()
        self.title.selectAll()

    def _build(self) -> None:
        self.body.addWidget(PlainLabel(self.tr("What does the room vote on?"), "name"))
        label = PlainLabel(self.tr("Question"), "quiet")
        label.setBuddy(self.title)
        self.title.setAccessibleName(self.tr("Question"))
        self.body.addWidget(label)
        self.body.addWidget(self.title)
        head = QHBoxLayout()
        label = PlainLabel(self.tr("Options, one a line"), "quiet")
        label.setBuddy(self.options)
        self.options.setAccessibleName(self.tr("Options, one a line"))
        head.addWidget(label)
        head.addStretch(1)
        for kind, words in (
            ("personas", self.tr("Take the personas")),
            ("parked", self.tr("Take the parking lot")),
            ("gaps", self.tr("Take the gaps")),
        ):
            link = LinkButton(words)
            link.clicked.connect(lambda _=False, of=kind: self._take(of))
            self._links[kind] = link
            head.addWidget(link)
        self.body.addLayout(head)
        self.body.addWidget(self.options, 1)
        self.body.addWidget(self.note)
        self.body.addWidget(self.warning)
        foot = QHBoxLayout()
        foot.addWidget(self.button)
        foot.addWidget(self.stop)
        foot.addStretch(1)
        self.body.addLayout(foot)

    def _take(self, kind: str) -> None:
        found = offered(self._bridge.workspace, kind)
        self._known |= {option.text: option.id for option in found}
        there = self._lines()
        fresh = [option.text for option in found if option.text not in there]
        self.options.setPlainText("\n".join([*there, *fresh]))
        self.options.setFocus()

    def _lines(self) -> list[str]:
        lines = (
            " ".join(line.split())[:_LONGEST] for line in self.options.toPlainText().split("\n")
        )
        return list(dict.fromkeys(line for line in lines if line))

    def _look(self) -> None:
        lines = self._lines()
        many = len(lines)
        dots = dots_each(many)
        words = self.tr("{0} options: each ballot has 1 dot.")
        several = self.tr("{0} options: each ballot has {1} dots.")
        hint = self.tr("Write two options or more.")
        self.note.setText(
            (words if dots == 1 else several).format(many, dots) if many > 1 else hint
        )
        self.warning.setText("\n".join(self._warnings(lines)))
        self.warning.setVisible(bool(self.warning.text()))
        self.button.setEnabled(many > 1 and bool(self.title.text().strip()))

    def _warnings(self, lines: list[str]) -> list[str]:
        out = [
            self.tr("“{0}” and “{1}” are alike and would split their votes. Make them one?").format(
                lines[one], lines[two]
            )
            for one, two in look_alikes(lines)[:3]
        ]
        if len(lines) > MANY_OPTIONS:
            out.append(self.tr("More than {0} options tire a room.").format(MANY_OPTIONS))
        return out

    def _begin(self) -> None:
        options = tuple(Option(self._known.get(text) or new_id(), text) for text in self._lines())
        self.ready.emit(Exercise("", "", title=self.title.text().strip(), options=options))
