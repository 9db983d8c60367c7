# SPDX-License-Identifier: MIT
"""The dialog that names a new project and says where its file will lie."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from persona_studio.gui.forms.new_project import Ui_NewProject
from persona_studio.gui.places import SUFFIX, documents, file_filter, file_name


class NewProjectDialog(QDialog):
    """Ask for name, client and place; `path`, `name` and `client` hold the answers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_NewProject()
        self._ui.setupUi(self)
        self._own_place = False
        self._ui.name.textChanged.connect(self._follow_name)
        self._ui.place.textEdited.connect(self._own)
        self._ui.choose.clicked.connect(self._choose)
        self._ui.make.clicked.connect(self._finish)
        self._ui.cancel.clicked.connect(self.reject)
        self._follow_name()

    @property
    def name(self) -> str:
        """The project's name."""
        return " ".join(self._ui.name.text().split())

    @property
    def client(self) -> str:
        """The client, may be empty."""
        return " ".join(self._ui.client.text().split())

    @property
    def path(self) -> Path:
        """Where the file will lie; the ending is added where it is missing."""
        path = Path(self._ui.place.text().strip()).expanduser()
        return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)

    def _follow_name(self) -> None:
        self._ui.problem.clear()
        if not self._own_place:
            self._ui.place.setText(str(documents() / file_name(self.name)))

    def _own(self) -> None:
        self._own_place = True
        self._ui.problem.clear()

    def _choose(self) -> None:
        title = self.tr("Where to keep the project")
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(self.path), file_filter())
        if chosen:
            self._own()
            self._ui.place.setText(chosen)

    def _finish(self) -> None:
        problem = self._problem()
        self._ui.problem.setText(problem)
        if not problem:
            self.accept()

    def _problem(self) -> str:
        if not self.name:
            return self.tr("Give the project a name.")
        if not self._ui.place.text().strip() or not self.path.parent.is_dir():
            return self.tr("There is no such folder. Choose another place.")
        if self.path.exists():
            return self.tr("There is already a file of this name there. Choose another name.")
        return ""
