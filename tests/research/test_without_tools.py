# SPDX-License-Identifier: MIT
"""Files are understood by general rules: to know the tool that wrote them only adds a name."""

import pytest

from persona_studio.research import heading_rows, kinds
from tests.research import grading
from tests.research.reading import inspected
from tests.shared import needs_shared

pytestmark = [needs_shared, pytest.mark.shared]

FAMILIES = ("qualtrics", "surveymonkey", "typeform", "limesurvey", "ga4", "meta_insights", "orders")


def of_tools():
    return [t for t in grading.corpus() if t["kind"] in FAMILIES and grading.readable(t)]


def right():
    """Return how many files of known tools are understood to the last row."""
    truths = of_tools()
    told = [(truth, inspected(grading.path_of(truth))) for truth in truths]
    return sum(not list(grading.wrong_structure(truth, said)) for truth, said in told)


def test_without_every_recogniser_of_a_tool_the_structure_remains(monkeypatch):
    with_all = right()
    assert with_all == len(of_tools()) > 25
    monkeypatch.setattr(kinds, "of", lambda _rows: None)
    assert right() == with_all
    monkeypatch.setattr(heading_rows, "coded", lambda _rows: None)
    assert right() >= 0.95 * with_all
