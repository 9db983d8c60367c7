# SPDX-License-Identifier: MIT
"""About: the version, whose work the studio stands on, and under which licences."""

import re
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QDialog, QWidget

from persona_studio import __version__, paths
from persona_studio.gui.forms.about import Ui_About
from persona_studio.gui.widgets.plain_label import plain_tip

PARTS = (
    "SQLAlchemy",
    "pandas",
    "numpy",
    "scikit-learn",
    "scipy",
    "reportlab",
    "uharfbuzz",
    "python-calamine",
    "chardet",
    "orjson",
    "phonenumbers",
    "Pillow",
    "pypdfium2",
    "dicebear-core",
    "dicebear-styles",
    "platformdirs",
)
_FILES = ("LICENSE*", "LICENCE*", "*OFL*", "*GPL*")
_SHORT = 60
_APART = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True)
class Licence:
    """One line of the list and the text shown for it."""

    name: str
    text: str


def licences() -> list[Licence]:
    """Return the licences of Qt, of everything in the resources, and of the libraries."""
    found = [Licence(f"Qt {qVersion()} and PySide6: LGPL-3.0", _qt_text())]
    found += [
        Licence(_title(path), path.read_text("utf-8", "replace"))
        for path in sorted(_licence_files(paths.resources()))
    ]
    return found + [part for name in PARTS if (part := _library(name))]


def _licence_files(folder: Path) -> set[Path]:
    return {path for pattern in _FILES for path in folder.rglob(pattern) if path.is_file()}


def _title(path: Path) -> str:
    place = path.relative_to(paths.resources()).parent.as_posix().replace("/", ", ").capitalize()
    if path.stem.startswith(("LICENSE", "LICENCE")):
        return place
    return f"{place}: {_APART.sub(' ', path.stem.replace('-OFL', ', OFL-1.1'))}"


def _qt_text() -> str:
    return (
        "Persona Studio uses Qt and Qt for Python (PySide6) under the GNU Lesser General Public "
        "License, version 3.\n\nThey are separate shared libraries beside the program and may be "
        "replaced by your own build of them. Their source is published by The Qt Company; the "
        "licence texts, LGPL-3.0 and GPL-3.0, are in this list."
    )


def _library(name: str) -> Licence | None:
    """Return a library's licence as its own package states it; None when it is not installed."""
    try:
        about = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return None
    facts = about.metadata
    short = _first(facts, "License-Expression") or _classifier(facts.get_all("Classifier") or [])
    stated = _first(facts, "License")
    short = short or (stated if len(stated) < _SHORT else "")
    files = [_file(about, path) for path in facts.get_all("License-File") or []]
    texts = [path.read_text("utf-8", "replace") for path in files if path is not None]
    text = "\n\n".join(texts) or stated or _first(facts, "Summary") or name
    return Licence(f"{name} {about.version}" + (f": {short}" if short else ""), text)


def _first(facts: metadata.PackageMetadata, field: str) -> str:
    return next(iter(facts.get_all(field) or []), "")


def _classifier(lines: list[str]) -> str:
    found = [line.rpartition(" :: ")[2] for line in lines if line.startswith("License ::")]
    return ", ".join(found)


def _file(about: metadata.Distribution, name: str) -> Path | None:
    for path in about.files or []:
        place = Path(str(about.locate_file(path)))
        if path.as_posix().endswith(f"licenses/{name}") and place.is_file():
            return place
    return None


class AboutDialog(QDialog):
    """The list of licences on the left, the text of the chosen one on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_About()
        self._ui.setupUi(self)
        self._ui.version.setText(self.tr("Version {0}").format(__version__))
        self._licences = licences()
        self._ui.names.addItems([licence.name for licence in self._licences])
        for row, licence in enumerate(self._licences):
            self._ui.names.item(row).setToolTip(plain_tip(licence.name))
        self._ui.names.currentRowChanged.connect(self._show)
        self._ui.done.clicked.connect(self.accept)
        self._ui.names.setCurrentRow(0)

    def _show(self, row: int) -> None:
        self._ui.text.setPlainText(self._licences[row].text)
