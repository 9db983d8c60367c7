# SPDX-License-Identifier: MIT
"""How long frames of the wall take with 1,000 cards in twenty groups: pan, zoom, drag, overview.

Each frame moves the wall and paints its whole window anew. Bare rectangles in a scene of the same
size, moved the same way, are the limit that is printed beside it.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)

from persona_studio.core.wall import WallCard
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.figure_count import FigureCount
from persona_studio.gui.theme import theme
from persona_studio.gui.wall.page import WallPage
from persona_studio.gui.wall.view import WallView
from persona_studio.storage import wall
from persona_studio.storage.wall import Spot
from persona_studio.workspace.wall_places import HIGH, WIDE
from persona_studio.workspace.workspace import Workspace

Row = tuple[str, float, float, str]
FRAMES = 150
WINDOW = (1400, 900)
GROUPS, EACH = 20, 50
WORDS = (
    *("Wants", "to", "be", "out", "of", "the", "door", "in", "three", "minutes", "and"),
    *("hates", "to", "wait", "for", "anything", "at", "all"),
)


def fill(path: Path) -> Workspace:
    """Make a project with a full wall."""
    workspace = Workspace.create(path, "Wall")
    with workspace.edit("Fill") as write:
        for number in range(GROUPS):
            corner = (number % 5 * 1300, number // 5 * 1300)
            group = wall.add_group(write, corner, f"Group number {number}")
            for card in range(EACH):
                size = 3 + (card * 7 + number) % 12
                text = " ".join(WORDS[:size]) + f" {card}"
                kept = wall.add(write, WallCard("", text=text), Spot(group))
                if card % 3 == 0:
                    write.change(WallCard, kept, kind="figure", code=f"E{card}")
    return workspace


class Sheet(QGraphicsItem):
    """A rectangle and nothing else."""

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        """Return the size of a card."""
        return QRectF(0, 0, WIDE, HIGH)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _on: QWidget | None = None
    ) -> None:
        """Paint it."""
        painter.fillRect(QRectF(0, 0, WIDE, HIGH), QColor("#ffffff"))


def frames(view: QWidget, step: Callable[[int], None]) -> list[float]:
    """Return the milliseconds of each frame: a step, and the whole view painted."""
    taken = []
    for number in range(FRAMES):
        begun = time.perf_counter()
        step(number)
        view.update()
        QApplication.processEvents()
        taken.append((time.perf_counter() - begun) * 1000)
    return taken


def p95(taken: list[float]) -> float:
    """Return the value that all but one frame in twenty stay under."""
    return sorted(taken)[int(len(taken) * 0.95)]


def there_and_back(number: int) -> float:
    """Return how far a sweep is, 0 to 1 and back."""
    return 1 - abs(2 * number / (FRAMES - 1) - 1)


def moves(view: QGraphicsView, items: list[QGraphicsItem]) -> Iterator[tuple[str, float]]:
    """Yield the frames of each movement."""
    inner = view.viewport()

    def zoom(to: float) -> None:
        if isinstance(view, WallView):
            view.zoom_to(to)
        else:
            view.resetTransform()
            view.scale(to, to)

    def across(number: int) -> None:
        view.centerOn(QPointF(600 + 5000 * there_and_back(number), 2400))

    zoom(1.0)
    yield "pan at 100 %", p95(frames(inner, across))
    zoom(0.5)
    yield "pan at 50 %", p95(frames(inner, across))
    zoom(0.13)
    view.centerOn(QPointF(3200, 2600))
    yield "overview, all 1,000 painted", p95(frames(inner, lambda _n: None))
    zoom(1.0)
    view.centerOn(QPointF(3200, 2600))
    yield "zoom 13 % to 150 %", p95(frames(inner, lambda n: zoom(0.13 + 1.37 * there_and_back(n))))
    zoom(0.5)
    view.centerOn(QPointF(1200, 900))
    starts = [item.scenePos() for item in items]

    def drag(number: int) -> None:
        for item, start in zip(items, starts, strict=True):
            item.setPos(start + QPointF(600 * there_and_back(number), 300))

    yield (
        "drag one card at 50 %",
        p95(
            frames(
                inner, lambda n: items[0].setPos(starts[0] + QPointF(600 * there_and_back(n), 300))
            )
        ),
    )
    yield f"drag {len(items)} cards at 50 %", p95(frames(inner, drag))


def bare() -> Iterator[tuple[str, float]]:
    """Yield the frames of rectangles alone."""
    scene = QGraphicsScene()
    kept = []
    for number in range(GROUPS * EACH):
        group, card = divmod(number, EACH)
        sheet = Sheet()
        column, row = card % 6, card // 6
        x, y = group % 5 * 1300 + column * 194, group // 5 * 1300 + row * 122
        sheet.setPos(x, y)
        scene.addItem(sheet)
        kept.append(sheet)
    view = QGraphicsView(scene)
    view.resize(*WINDOW)
    view.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
    view.show()
    QApplication.processEvents()
    yield from moves(view, list(kept[:EACH]))
    view.close()
    view.deleteLater()


def run() -> list[Row]:
    """Return the frames of the wall, and in brackets those of rectangles alone."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    theme().set_mode("light")
    limit = dict(bare())
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PERSONA_STUDIO_HOME"] = folder
        workspace = fill(Path(folder) / "wall.persona")
        bridge = Bridge(workspace)
        begun = time.perf_counter()
        page = WallPage(bridge, FigureCount(bridge, bridge), lambda _key: None)
        page.resize(*WINDOW)
        page.show()
        QApplication.processEvents()
        rows.append(
            ("1,000 cards: wall made and painted", (time.perf_counter() - begun) * 1000, 1500, "ms")
        )
        items = [page.scene.cards[key] for key in next(iter(page.scene.order.values()))]
        for item in items:
            at = item.scenePos()
            item.setParentItem(None)
            item.setPos(at)
        for name, taken in moves(page.view, list(items)):
            budget = 33 if name.startswith("drag") else 16
            rows.append((f"{name} p95 (rectangles {limit[name]:.1f})", taken, budget, "ms"))
        page.scene.show(workspace.snapshot)
        card = next(iter(page.scene.cards))
        spots = iter(range(FRAMES))
        step = lambda _n: page.gestures.arrange({card: (next(spots), 0)}, {}, "drag")  # noqa: E731
        rows.append(
            ("one move kept and shown p95", p95(frames(page.view.viewport(), step)), 100, "ms")
        )
        bridge.closing.emit()
        page.close()
        page.deleteLater()
        workspace.close()
    application.processEvents()
    return rows
