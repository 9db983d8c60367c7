# SPDX-License-Identifier: MIT
"""What a file is shown as before an import is what the import stores."""

import pytest

from persona_studio.research.hiding import Hiding
from persona_studio.research.plan import from_json
from persona_studio.research.rows import read
from tests.research.reading import imported, inspected
from tests.shared import IMPORTS, needs_shared


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize(
    "name", ["zendesk_tickets.csv", "gen_typeform.csv", "gen_play_reviews_utf16.csv"]
)
def test_a_cell_is_shown_as_it_is_stored(name: str) -> None:
    item = inspected(IMPORTS / name)
    plan = from_json(item)
    hiding = Hiding(plan)
    kept = [n for n in range(1, plan.columns_count + 1) if plan.use(n) != "leave_out"]
    shown = [[hiding.stored(row, n) for n in kept] for _, row in read(IMPORTS / name, plan)]
    stored = imported(IMPORTS / name, item).cells
    assert [
        [None if wanted is None else cell for wanted, cell in zip(*rows, strict=True)]
        for rows in zip(shown, stored, strict=True)
    ] == shown
