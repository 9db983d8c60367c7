# SPDX-License-Identifier: MIT
"""Values to JSON and back, and what is refused on the way."""

from dataclasses import fields
from datetime import UTC, date, datetime

import pytest

from persona_studio.core import clock, words
from persona_studio.core.codec import from_json, to_json
from persona_studio.core.errors import StudioError
from persona_studio.core.nouns import JOURNALLED
from persona_studio.core.persona import Claim, Evidence, Measure, Picture
from persona_studio.core.research import Wave
from persona_studio.core.sections import SECTIONS


def test_a_value_comes_back_equal() -> None:
    for value in (
        Evidence(
            "e", "c", measure=Measure("q", "between", [1, 2.5], "all"), since=date(2026, 5, 4)
        ),
        Wave("w", "s", imported_at=datetime(2026, 5, 4, 8, tzinfo=UTC), plan={"a": [1, None]}),
        Picture("p", focus=(0.25, 1 / 3)),
        Claim("c", None, "goals", "ü", value={"x": True}),
    ):
        assert from_json(type(value), to_json(value), "x") == value


def test_a_moment_without_a_zone_is_of_utc_so_that_moments_can_be_compared() -> None:
    wave = from_json(Wave, {"id": "w", "source": "s", "imported_at": "2026-05-04T08:12"}, "x")
    assert wave.imported_at == datetime(2026, 5, 4, 8, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("data", "words_"),
    [
        ({"id": 1}, r"x\.id should be text"),
        ({"id": "c", "key": 1}, r"x\.key should be true or false"),
        ({"id": "c", "position": True}, r"x\.position should be a whole number"),
        ({"id": "c", "text": None}, r"x\.text may not be null"),
        ({"id": "c", "created": "yesterday"}, r"x\.created should be a date"),
        ({"id": "c", "op": "like"}, r'x\.op "like" is not one of is'),
        ({"id": "c", "color": "red"}, r"x\.color is not a known key"),
        ([], "x should be an object"),
        ({}, r"x\.id is missing"),
    ],
)
def test_a_fault_names_its_path(data: object, words_: str) -> None:
    with pytest.raises(StudioError, match=words_):
        from_json(Claim, data, "x")


def test_every_closed_field_has_a_default_of_its_list() -> None:
    for kind in JOURNALLED.values():
        for item in fields(kind):
            offered = item.metadata.get("words")
            assert not offered or item.default is None or item.default in offered


def test_the_catalogue_of_sections_is_the_closed_list() -> None:
    assert tuple(section.id for section in SECTIONS) == words.SECTIONS


def test_the_clock_can_be_held_and_goes_on_after() -> None:
    with clock.fixed(date(2031, 2, 3)):
        assert clock.today() == date(2031, 2, 3)
        assert clock.now().date() == date(2031, 2, 3)
    assert clock.today() != date(2031, 2, 3)
