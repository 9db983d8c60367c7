# SPDX-License-Identifier: MIT
"""East Asian letters: printed where their pack lies in the user's folder, else its name is told."""

import json
import os
import subprocess
import sys
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from persona_studio.publish import fonts, preflight
from persona_studio.publish.export import Exported

_PROGRAM = """
import json
from persona_studio.publish.typeset import ensure_gui
ensure_gui()
from persona_studio.publish import preview
from persona_studio.publish.export import Request, export
from persona_studio.publish.sheet import Sheet
made = export(Request((Sheet("Maya \u65e5\u672c\u306e"),), paper="A4"))
print(json.dumps([sorted(made.missing), preview.page_text(made.pdf, 0)]))
"""


def pack(folder: Path, letters: str) -> None:
    """Write a face of one style with a square for each letter, named as the studio's pack."""
    names = [".notdef", *(f"g{number}" for number in range(len(letters)))]
    pen = TTGlyphPen(None)
    for place in ((0, 0), (0, 700), (700, 700), (700, 0)):
        (pen.lineTo if place != (0, 0) else pen.moveTo)(place)
    pen.closePath()
    square = pen.glyph()
    made = FontBuilder(1000)
    made.setupGlyphOrder(names)
    made.setupCharacterMap({ord(c): name for c, name in zip(letters, names[1:], strict=True)})
    made.setupGlyf(dict.fromkeys(names, square))
    made.setupHorizontalMetrics(dict.fromkeys(names, (1000, 0)))
    made.setupHorizontalHeader(ascent=880, descent=-120)
    made.setupNameTable({"familyName": "Studio Noto Sans JP", "styleName": "Regular"})
    made.setupOS2(sTypoAscender=880, sTypoDescender=-120)
    made.setupPost()
    folder.mkdir(parents=True)
    made.save(folder / "StudioNotoSansJP-Regular.ttf")


def test_a_pack_in_the_users_folder_prints_its_letters(tmp_path):
    pack(tmp_path / "fonts", "\u65e5\u672c\u306e")
    env = {**os.environ, "PERSONA_STUDIO_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(
        [sys.executable, "-c", _PROGRAM], env=env, capture_output=True, text=True, check=True
    )
    missing, text = json.loads(run.stdout)
    assert missing == []
    assert set("\u65e5\u672c\u306e") <= set(text)


def test_the_pack_that_is_missing_is_named():
    def told(letters: str) -> str:
        return preflight.notes(Exported(b"", (), missing=dict.fromkeys(letters, letters)))[0].text

    assert "“Studio Noto Sans JP” into" in told("\u65e5\u306e")
    assert "“Studio Noto Sans KR” into" in told("\ud55c")
    assert all(pack in told("\u65e5") for pack in fonts.PACKS), "Han alone tells no tongue"
    assert "pack" not in told("\U00012000")
