# SPDX-License-Identifier: MIT
"""Make the pictures of the window in the manual: `python packaging/make_screens.py`.

The sample workshop is opened in a real window that needs no screen, and each room is grabbed.
"""

import os
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from PySide6.QtCore import QBuffer
from PySide6.QtWidgets import QApplication

from persona_studio.gui.main_window import MainWindow
from persona_studio.gui.settings import Settings
from persona_studio.gui.theme import load_more_fonts, theme
from persona_studio.workspace import sample

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
SIZE = (1440, 900)
SETTLED = 3.0  # seconds a room is given
PATIENCE = 60.0
ROOMS = (("patterns", "patterns"), ("print", "print"), ("board", "personas"))
COMPARED = "show_compare"


def wait(until: Callable[[], bool], seconds: float = PATIENCE) -> None:
    """Let the window work until something is there, at most for so long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and not until():
        QApplication.processEvents()
        time.sleep(0.01)


def settle() -> None:
    """Let the window work for a while."""
    wait(lambda: False, SETTLED)


def grab(window: MainWindow, name: str) -> None:
    """Save the window as a picture of few colours."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PNG")
    with Image.open(BytesIO(buffer.data().data())) as shown:
        few = shown.convert("RGB").quantize(
            256, Image.Quantize.MAXCOVERAGE, kmeans=2, dither=Image.Dither.NONE
        )
    path = PICTURES / f"{name}.png"
    few.save(path, optimize=True)
    print(f"{path.name:<24} {few.width} x {few.height}  {path.stat().st_size:,}")


def shoot(project: Path) -> None:
    """Open a project and grab its rooms."""
    app = QApplication([])  # kept until the window is closed
    theme().set_mode("light")
    load_more_fonts()
    window = MainWindow(Settings(mode="light"))
    window.resize(*SIZE)
    window.show()
    window.open(project)
    wait(lambda: window.view is not None)
    settle()
    for name, room in ROOMS:
        window.go(room)
        settle()
        grab(window, name)
    window.commands.made[COMPARED].trigger()
    settle()
    grab(window, "compare")
    window.close()
    app.processEvents()


def main() -> None:
    """Make the sample workshop in a folder of its own, and the pictures of it."""
    with TemporaryDirectory() as folder:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        os.environ["PERSONA_STUDIO_HOME"] = folder
        project = Path(folder) / "Spring workshop.persona"
        sample.build(project)
        shoot(project)


if __name__ == "__main__":
    main()
