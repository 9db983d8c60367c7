# SPDX-License-Identifier: MIT
"""Printed in grey, or seen without red or green: nothing a page says is lost."""

from collections.abc import Callable
from io import BytesIO
from itertools import combinations

import numpy as np
import pytest
from PIL import Image

from persona_studio.publish import preview
from persona_studio.publish.document import Document, Meta, Page
from persona_studio.publish.figures import Share
from persona_studio.publish.press import Press
from persona_studio.publish.sheet import LEGEND
from persona_studio.publish.theme import INK, MUTED, THEMES, WHITE, WRONG, rgb
from persona_studio.publish.typeset import Typesetter

GREY = np.tile([0.2126, 0.7152, 0.0722], (3, 1))
# Machado, Oliveira, Fernandes 2009, severity 1.0, for linear light
PROTAN = np.array(
    [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ]
)
DEUTAN = np.array(
    [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ]
)
TRITAN = np.array(
    [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ]
)
EYES = {"usual": np.eye(3), "grey": GREY, "protan": PROTAN, "deutan": DEUTAN, "tritan": TRITAN}
"""What light becomes on the way to a reader, as matrices for linear red, green and blue."""
SIDE, DOTS = 12, 6  # of a small page in points, and dots a point


def linear(colour: np.ndarray) -> np.ndarray:
    return np.where(colour <= 0.04045, colour / 12.92, ((colour + 0.055) / 1.055) ** 2.4)


def light(colour: str, eye: np.ndarray) -> float:
    """Return how light a colour is to an eye (WCAG's relative luminance)."""
    seen = np.clip(eye @ linear(np.array(rgb(colour))), 0, 1)
    return float(GREY[0] @ seen)


def contrast(one: str, other: str, eye: np.ndarray) -> float:
    high, low = sorted((light(one, eye), light(other, eye)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("eye", EYES.values(), ids=list(EYES))
@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_all_words_and_figures_stand_out_to_every_eye(theme, eye):
    for words in (INK, MUTED):
        assert contrast(words, WHITE, eye) >= 7
    for ground in (WHITE, theme.tint):
        assert contrast(theme.dark, ground, eye) >= 4.5, "titles, bars, and white on the band"
        assert contrast(MUTED, ground, eye) >= 4.5
        assert contrast(WRONG, ground, eye) >= 4.5
    assert contrast(theme.dark, theme.soft, eye) >= 3, "a persona's steps before everyone's"


def seen(draw: Callable[[Page], None], eye: np.ndarray = GREY) -> np.ndarray:
    """Return how light each dot of a small page is to an eye."""
    document = Document(Meta("Small"))
    draw(document.page(SIDE, SIDE))
    png = preview.page_png(document.close(), 0, round(SIDE * DOTS))
    with Image.open(BytesIO(png)) as found:
        light = linear(np.asarray(found.convert("RGB"), float) / 255)
    return np.clip(light @ eye.T, 0, 1) @ GREY[0]


def test_marks_are_told_apart_by_shape_alone():
    shapes = {}
    for mark, _ in LEGEND:
        shapes[mark] = seen(lambda page, mark=mark: page.mark((1, 1), SIDE - 2, mark, INK))
    for one, other in combinations(shapes, 2):
        apart = np.abs(shapes[one] - shapes[other]) > 0.5
        assert apart.mean() > 0.04, (one, other)


@pytest.mark.parametrize("eye", EYES.values(), ids=list(EYES))
@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_a_bar_shows_its_share_its_whole_and_everyone(theme, eye):
    press = Press(Typesetter(), theme, SIDE)
    bar = Share((1, 4), everyone=(3, 4))
    found = seen(lambda page: bar.draw(press, page, (0, 0), SIDE), eye)
    paper = light(WHITE, eye)

    def darkest(start: float, end: float, rows: np.ndarray = found) -> float:
        """Return the contrast of the darkest dot between two shares of the width and paper."""
        across = rows[:, round(start * SIDE * DOTS) : round(end * SIDE * DOTS)]
        return (paper + 0.05) / (across.min() + 0.05)

    middle = found[round(0.42 * SIDE * DOTS)][np.newaxis]
    assert darkest(0.0, 0.2, middle) >= 4.5, "the share"
    assert darkest(0.3, 0.65, middle) < 1.5, "what is missing of the whole"
    assert darkest(0.7, 0.8, middle) >= 4.5, "everyone"
    assert darkest(0.9, 1.0) >= 3, "how far the whole reaches"
