# SPDX-License-Identifier: MIT
"""Six groups have six colours: none grey, and apart for eyes that lack one kind of cones."""

from itertools import combinations

import numpy as np
import pytest

from persona_studio.gui.patterns.drawing import SHAPES
from persona_studio.gui.patterns.wording import colour_of
from persona_studio.gui.theme import theme
from persona_studio.gui.tokens import DARK, GROUPS_DARK, GROUPS_LIGHT, LIGHT
from persona_studio.publish.theme import rgb
from tests.publish.test_grey import EYES, contrast, linear

XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = np.array([0.9505, 1.0, 1.089])
APART = 12  # CIE 1976; 2.3 can just be told where two lie side by side
MODES = [(GROUPS_LIGHT, LIGHT), (GROUPS_DARK, DARK)]


def lab(colour, eye):
    """Return a colour as such an eye sees it, in steps of equal difference."""
    light = XYZ @ np.clip(EYES[eye] @ linear(np.array(rgb(colour))), 0, 1) / WHITE
    x, y, z = np.where(light > 0.008856, np.cbrt(light), 7.787 * light + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("eye", ["usual", "protan", "deutan", "tritan"])
@pytest.mark.parametrize(("groups", "tokens"), MODES, ids=["light", "dark"])
def test_each_group_is_told_from_the_others_and_from_who_is_between(groups, tokens, eye):
    shown = [group.strong for group in groups.values()]
    for one, other in combinations([*shown, tokens.faint], 2):
        assert np.linalg.norm(lab(one, eye) - lab(other, eye)) > APART, (one, other)
    for colour in shown:
        for ground in (tokens.paper, tokens.well):
            assert contrast(colour, ground, EYES["usual"]) >= 3, (colour, ground)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_as_many_groups_as_there_can_be_have_a_shape_and_a_colour_each(look, mode):
    theme().set_mode(mode)
    colours = {theme().persona(colour_of(number)).strong for number in range(len(SHAPES))}
    theme().set_mode("light")
    assert len(colours) == len(SHAPES) == 6
