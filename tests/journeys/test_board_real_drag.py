# SPDX-License-Identifier: MIT
"""Real drags through an X server: the pointer, the button and the keys are xdotool's."""

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.journeys.x_server import run

ORDERS, FOLLOWS = "Orders in the app", "Follows us on Instagram"
QUIET = "A quiet corner for four on Saturday"
BASKET = "The app loses the basket at the last step"


@pytest.mark.x11
def test_claims_and_evidence_are_dragged_with_a_real_pointer(tmp_path: Path) -> None:
    photo = tmp_path / "face.png"
    QImage(40, 40, QImage.Format.Format_RGB32).save(str(photo))
    lines = run("tests.journeys.board_under_x", str(tmp_path / "x.persona"), str(photo))
    said = {line["drag"]: line for line in map(json.loads, lines)}
    moved = said["between personas"]
    assert moved["Commuter Maya channels"] == [FOLLOWS]
    assert moved["Host Ruth goals"] == [QUIET, ORDERS]
    assert moved["step"] == "Move claim"
    copied = said["copy"]
    assert copied["Commuter Maya channels"] == [ORDERS, FOLLOWS]
    assert copied["Host Ruth goals"] == [QUIET, ORDERS]
    assert copied["step"] == "Copy claim"
    cancelled = said["cancelled"]
    assert cancelled["Commuter Maya channels"] == [ORDERS, FOLLOWS]
    assert cancelled["Host Ruth goals"] == [QUIET]
    made = said["evidence on a section"]
    assert made["step"] == "Make claim from data"
    assert len(made["Commuter Maya pains"]) == 2
    assert made["Commuter Maya pains"][0] == BASKET
    between = said["between sections"]
    assert between["Commuter Maya channels"] == [FOLLOWS]
    assert between["Commuter Maya pains"] == [BASKET, ORDERS]
    assert said["evidence against a claim"]["stances"] == ["contradicts"]
    assert said["evidence against a claim"]["step"] == "Link evidence"
    portrait = said["file on a portrait"]
    assert (portrait["kind"], portrait["step"]) == ("photo", "Change picture")
