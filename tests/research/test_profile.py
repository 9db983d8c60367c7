# SPDX-License-Identifier: MIT
"""A column's profile: every row of few texts, a sample of many, to the end of the file."""

from persona_studio.research.profile import DISTINCT_MOST, Profile
from persona_studio.research.roles.deciding import decide


def profiled(cells):
    column = Profile(1, "Started", rows=0)
    for start in range(0, len(cells), 100):
        column.add(cells[start : start + 100])
    column.close()
    return column


def test_a_column_of_many_texts_is_looked_at_to_its_end():
    early = [
        f"0{1 + n % 9}/0{1 + n % 7}/2024 0{n % 10}:{n % 60:02}:{n // 200:02}" for n in range(9000)
    ]
    late = [f"{13 + n % 15}/01/2025 09:00" for n in range(9000)]
    column = profiled(early + late)
    assert column.open_ended
    assert len(column.counts) < DISTINCT_MOST + 500
    assert decide([column])[1].date_order == "dmy"


def test_the_number_of_answers_counts_every_row():
    column = profiled([f"words {n}" if n % 4 else "" for n in range(20_000)])
    assert column.open_ended
    assert decide([column])[1].filled == 15_000
