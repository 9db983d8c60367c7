# SPDX-License-Identifier: MIT
"""Make the pictures of printed pages in the manual: `python packaging/make_pictures.py`.

They are pages of the sample workshop, set by the very engine that prints.
"""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageDraw, ImageFilter

from persona_studio.commands.opened import opened
from persona_studio.core.research import Segmentation
from persona_studio.publish import preview
from persona_studio.publish.export import export
from persona_studio.workspace import printing, sample
from persona_studio.workspace.printing import Wanted
from persona_studio.workspace.workspace import Workspace

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
GROUND, SHADOW = "#E9EDF1", (27, 36, 48, 70)
GAP, COLOURS = 28, 256


@dataclass(frozen=True)
class Shot:
    """One picture: pages of a template, side by side; `who` are places of personas, () for all."""

    name: str
    template: str
    high: int
    pages: Sequence[int] = (0,)
    who: Sequence[int] = ()
    how: tuple[tuple[str, object], ...] = ()


SHOTS = (
    Shot("wall-poster", "wall_poster", 560, (0, 1, 2)),
    Shot("wall-poster-wide", "wall_poster", 440, (0,), (1,), (("landscape", True),)),
    Shot("fact-sheet", "fact_sheet", 700, (0, 1), (1,)),
    Shot("evidence-sheet", "evidence_sheet", 700, (0,), (1,)),
    Shot("line-up", "line_up", 620),
    Shot("line-up-upright", "line_up", 620, how=(("landscape", False),)),
    Shot("pocket-cards", "pocket_cards", 620, (0, 1)),
    Shot("golden-questions", "golden_questions", 620),
    Shot("canvas", "canvas", 560, (0,), (1,)),
    Shot("tiles", "wall_poster", 420, (0, 1, 2), (2,), (("tile", "A4"), ("fewer", True))),
)
TOGETHER = (
    (("wall-poster", 0, 560), ("fact-sheet", 0, 470), ("pocket-cards", 0, 470)),
    (("line-up", 0, 400), ("canvas", 0, 400)),
)
"""Rows of the picture of all: a shot, its place among the pages, its height."""


def shown(workspace: Workspace, shot: Shot) -> list[Image.Image]:
    """Return the pages of a shot as they are printed."""
    ids = [persona.id for persona in workspace.snapshot.personas]
    chosen = tuple(ids[place] for place in shot.who or range(len(ids)))
    wanted = Wanted(chosen, shot.template, **dict(shot.how))  # type: ignore[arg-type]
    pdf = export(printing.request(workspace, wanted)).pdf
    return [_page(pdf, number, shot.high) for number in shot.pages]


def _page(pdf: bytes, number: int, high: int) -> Image.Image:
    """Return a page at twice the size, reduced: finer than the reader draws small type."""
    small = preview.page_raster(pdf, number, 200)
    wide = round(high * small.width / small.height)
    large = preview.page_raster(pdf, number, 2 * wide)
    picture = Image.frombytes("RGB", (large.width, large.height), large.data)
    return picture.resize((wide, high), Image.Resampling.LANCZOS)


def row(pages: Sequence[Image.Image]) -> Image.Image:
    """Lay pages beside each other on a quiet ground, each with a soft shadow."""
    wide = sum(page.width for page in pages) + GAP * (len(pages) + 1)
    high = max(page.height for page in pages) + 2 * GAP
    ground = Image.new("RGB", (wide, high), GROUND)
    x = GAP
    for page in pages:
        y = (high - page.height) // 2
        shade = Image.new("RGBA", ground.size, (0, 0, 0, 0))
        box = (x - 1, y + 3, x + page.width, y + page.height + 4)
        ImageDraw.Draw(shade).rectangle(box, fill=SHADOW)
        shade = shade.filter(ImageFilter.GaussianBlur(6))
        ground.paste(shade, (0, 0), shade)
        ground.paste(page, (x, y))
        x += page.width + GAP
    return ground


def stacked(rows: Sequence[Image.Image]) -> Image.Image:
    """Lay rows under each other, each in the middle."""
    wide = max(each.width for each in rows)
    high = sum(each.height - GAP for each in rows) + GAP
    ground = Image.new("RGB", (wide, high), GROUND)
    y = 0
    for each in rows:
        inner = each.crop((0, GAP // 2, each.width, each.height))
        ground.paste(inner, ((wide - each.width) // 2, y + GAP // 2))
        y += each.height - GAP
    return ground


def pictures(workspace: Workspace) -> Iterator[tuple[str, Image.Image]]:
    """Yield each picture with its name; the last shows all kinds of page together."""
    taken = {}
    for shot in SHOTS:
        taken[shot.name] = pages = shown(workspace, shot)
        yield shot.name, row(pages)
    yield "printed", stacked([row([_scaled(taken[n][p], h) for n, p, h in r]) for r in TOGETHER])


def _scaled(page: Image.Image, high: int) -> Image.Image:
    return page.resize((round(page.width * high / page.height), high), Image.Resampling.LANCZOS)


def with_golden_questions(project: Path) -> None:
    """Find the questions that recognise the personas' groups, as Patterns does."""
    with opened(project, to_read=True) as workspace:
        found = [grouping.id for grouping in workspace.snapshot.table(Segmentation).values()]
    for grouping in found:
        words = ["-m", "persona_studio", "golden", str(project), "--segmentation", grouping]
        subprocess.run([sys.executable, *words], check=True, stdout=subprocess.DEVNULL)


def save(project: Path) -> None:
    """Write the pictures of a project, with few colours, so that they stay small."""
    from persona_studio.publish.typeset import ensure_gui

    ensure_gui()
    with opened(project, to_read=True) as workspace:
        for name, picture in pictures(workspace):
            path = PICTURES / f"{name}.png"
            few = picture.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
            few.save(path, optimize=True)
            print(f"{path.name:<24} {picture.width} x {picture.height}  {path.stat().st_size:,}")


def main() -> None:
    """Make the sample workshop, and the pictures of it."""
    with TemporaryDirectory() as folder:
        project = Path(folder) / "sample.persona"
        sample.build(project)
        with_golden_questions(project)
        save(project)


if __name__ == "__main__":
    main()
