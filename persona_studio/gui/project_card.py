# SPDX-License-Identifier: MIT
"""The card of the settings that names the project and its client."""

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from persona_studio.core.change import Change
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.plain_label import PlainLabel

_LONGEST = 120


class ProjectCard(Card):
    """What is written here is kept when the field is left or Enter is pressed."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.name, self.client = QLineEdit(), QLineEdit()
        self._build()
        self._show()
        self.name.editingFinished.connect(self._keep_name)
        self.client.editingFinished.connect(self._keep_client)
        bridge.changed.connect(self._changed)

    def _build(self) -> None:
        self.body.addWidget(PlainLabel(self.tr("This project"), "name"))
        hint = self.tr("The name stands on every poster, and both at the top of this window.")
        self.body.addWidget(PlainLabel(hint, "muted", wrap=True))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for words, field in ((self.tr("Name"), self.name), (self.tr("Client"), self.client)):
            label = PlainLabel(words)
            label.setBuddy(field)
            field.setAccessibleName(words)
            field.setMaxLength(_LONGEST)
            field.setReadOnly(self._bridge.read_only)
            form.addRow(label, field)
        self.body.addLayout(form)

    def _show(self) -> None:
        project = self._bridge.snapshot.project
        self.name.setText(project.name)
        self.client.setText(project.client)

    def _changed(self, change: Change) -> None:
        if change.touches("project"):
            self._show()

    def _keep_name(self) -> None:
        self._keep("Rename project", self.name, "name")

    def _keep_client(self) -> None:
        self._keep("Change client", self.client, "client")

    def _keep(self, step: str, field: QLineEdit, part: str) -> None:
        from persona_studio.storage import project

        words = " ".join(field.text().split())
        if self._bridge.read_only or words == getattr(self._bridge.snapshot.project, part):
            return
        with self._bridge.edit(step) as write:
            project.change(write, **{part: words})
        self._show()
