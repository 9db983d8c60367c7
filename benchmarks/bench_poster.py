# SPDX-License-Identifier: MIT
"""A finished poster against a bare reportlab canvas that writes the same text.

The bare canvas loads its two faces for each file, as a script does; ours are loaded already. Ratios
are of processor time, so that what else the machine does counts for neither.
"""

import random
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from statistics import median
from time import perf_counter, process_time

from PIL import Image, ImageFilter
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from persona_studio.publish import fonts, preview
from persona_studio.publish.export import Exported, Request, export
from persona_studio.publish.sheet import Fact, Line, Part, Portrait, Said, Sheet
from persona_studio.publish.theme import PAPERS
from persona_studio.publish.typeset import ensure_gui

REPEATS = 5
MANY = 100
SIZE = 16.0
WORDS = ("orders", "delivery", "basket", "evening", "shop", "price", "invoice", "phone", "portal")
SECTIONS = ("goals", "pains", "behaviours", "channels", "values", "dos")
Figures = list[tuple[str, float, float, str]]


def invented(seed: int) -> Sheet:
    """Return a persona of about 200 words; no two seeds share a line."""
    dice = random.Random(seed)

    def text(low: int, high: int) -> str:
        return " ".join(dice.choices(WORDS, k=dice.randint(low, high))).capitalize()

    def line() -> Line:
        n = dice.randint(1, 140)
        return Line(text(5, 9), dice.choice(["filled", "half", "ring"]), f"{n} of 140 · survey")

    parts = tuple(
        Part(name.capitalize(), tuple(line() for _ in range(2 if n > 1 else 3)), name)
        for n, name in enumerate(SECTIONS)
    )
    facts = tuple(Fact(text(1, 1), text(1, 2), "filled") for _ in range(6))
    return Sheet(
        name=text(2, 2),
        tagline=text(5, 7),
        role="Primary persona",
        facts=facts,
        quote=Said(text(10, 14), "Interviews, May 2026", "filled"),
        parts=parts,
        portrait=Portrait("AB"),
        fits=(118, 400),
        project="Pharmacies",
    )


def bare(exported: Exported) -> bytes:
    """Write the same texts at the same widths with nothing but reportlab."""
    for name, style in (("Bare", "Regular"), ("BareBold", "Bold")):
        pdfmetrics.registerFont(TTFont(name, fonts.folder() / f"StudioInter-{style}.ttf"))
    paper, out = PAPERS["A3"], BytesIO()
    canvas = Canvas(out, pagesize=(paper.width, paper.height))
    for page in exported.placed:
        y = paper.height - 40
        for box in page:
            if box.kind != "text":
                continue
            face = "BareBold" if box.height > 2 * SIZE else "Bare"
            canvas.setFont(face, SIZE)
            for part in simpleSplit(box.text, face, SIZE, box.width):
                canvas.drawString(40, y, part)
                y -= 1.3 * SIZE
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def seconds(work: Callable[[], object], clock: Callable[[], float]) -> float:
    """Return how long a call takes."""
    start = clock()
    work()
    return clock() - start


def ratio(ours: Callable[[], object], theirs: Callable[[], object], repeats: int) -> float:
    """Return how many times the work of another a call does, measured in turn."""
    work = (ours, theirs)
    took = [[seconds(each, process_time) for each in work] for _ in range(repeats)]
    mine, other = (median(each) for each in zip(*took, strict=True))
    return mine / other


def photo() -> bytes:
    """Return a photo of 1,000 dots with soft light and the grain of a camera."""
    light = Image.radial_gradient("L").resize((1000, 1000))
    grain = Image.effect_noise((1000, 1000), 24).filter(ImageFilter.GaussianBlur(1.5))
    shape = Image.effect_noise((40, 40), 90).resize((1000, 1000), Image.Resampling.BICUBIC)
    bands = [Image.blend(Image.blend(light, shape, share), grain, 0.2) for share in (0.3, 0.4, 0.5)]
    out = BytesIO()
    Image.merge("RGB", bands).save(out, "JPEG", quality=95)
    return out.getvalue()


def run() -> Figures:
    """Measure one poster, a hundred different ones, and the first picture after a change."""
    ensure_gui()
    one = Request((invented(0),))
    many = Request(tuple(invented(seed) for seed in range(MANY)))
    sample, hundred = export(one), export(many)
    bare(sample)
    single = ratio(lambda: export(one), lambda: bare(sample), REPEATS)
    all_of_them = ratio(lambda: export(many), lambda: bare(hundred), 3)
    faced = replace(one.sheets[0], portrait=Portrait("AB", photo=photo()))
    size = len(export(replace(one, sheets=(faced,))).pdf) / 1000

    def looked_at() -> None:
        changed = replace(one, sheets=(replace(one.sheets[0], name="Changed"),))
        preview.page_raster(export(changed).pdf, 0, 700)

    shown = median(seconds(looked_at, perf_counter) for _ in range(REPEATS))
    return [
        ("a full A3 poster / bare canvas, same text", single, 2.0, "x"),
        (f"{MANY} different posters / bare canvas, same text", all_of_them, 3.0, "x"),
        ("a poster with a photo", size, 60, "KB"),
        ("first preview picture after a change", shown * 1000, 300, "ms"),
    ]
