# SPDX-License-Identifier: MIT
"""East Asian letters: printed where their pack lies in the user's folder, else its name is told."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from persona_studio.publish import fonts, preflight
from persona_studio.publish.document import Meta
from persona_studio.publish.export import Exported
from persona_studio.publish.families import Families

SC, TC, JP, KR = fonts.PACKS
HAVE = {
    SC: "客户订单日本東京あ、“”·\u2014 ",
    TC: "客戶訂單日本東京、“”· ",
    JP: "日本東京客訂単あの、“”· ",
    KR: "日本東京서울、“”· ",
}
_PROGRAM = """
import json, sys
from io import BytesIO
from pathlib import Path
from persona_studio.publish.typeset import ensure_gui, renew
ensure_gui()
import pikepdf
from persona_studio.publish import adding_fonts, preview
from persona_studio.publish.export import Request, export
from persona_studio.publish.sheet import Sheet
from tests.publish.reading import embedded
def told(name, tagline):
    made = export(Request((Sheet(name, tagline),), paper="A4"))
    with pikepdf.open(BytesIO(made.pdf)) as file:
        names = sorted(embedded(file))
    return [sorted(made.missing), preview.page_text(made.pdf, 0), names]
before = told("Maya 日本", "日本の")
new = adding_fonts.add([Path(name) for name in sys.argv[1:]])
renew()
found = [before, told("Maya 日本", "日本の"), told("Maya 日本", "们")]
print(json.dumps([[path.name for path in new], found]))
"""


def pack(folder: Path, family: str, letters: str, style: str = "Regular") -> Path:
    """Write a face of one style with a square for each letter, and return where."""
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
    made.setupNameTable({"familyName": family, "styleName": style})
    made.setupOS2(sTypoAscender=880, sTypoDescender=-120, fsType=0)
    made.setupPost()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{family.replace(' ', '')}-{style}.ttf"
    made.save(path)
    return path


@pytest.fixture
def packs(monkeypatch):
    """All packs of East Asia, with the few letters that tell them apart."""
    here = {family: frozenset(map(ord, letters)) for family, letters in HAVE.items()}
    everything = (*fonts.covered(), *here.items())
    monkeypatch.setattr(fonts, "covered", lambda: everything)
    fonts.packs_for.cache_clear()
    yield
    fonts.packs_for.cache_clear()


def families(text: str, east: str = "") -> list[tuple[str, str]]:
    """Return the stretches of a text with the family each is set in."""
    parts = Families(list, east).ranges(text)
    return [(text[start:end], family) for start, end, family in parts]


def test_published_files_print_their_letters_at_once_in_the_shapes_of_the_file(tmp_path):
    chinese = pack(tmp_path / "got", "Noto Sans SC", "日本们")
    japanese = pack(tmp_path / "got", "Noto Sans JP", "日本の")
    env = {**os.environ, "PERSONA_STUDIO_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(chinese), str(japanese)],
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )
    new, (before, in_japanese, in_chinese) = json.loads(run.stdout)
    assert new == ["StudioNotoSansSC-Regular.ttf", "StudioNotoSansJP-Regular.ttf"]
    assert before[0] == sorted("日本の")
    assert in_japanese[0] == in_chinese[0] == []
    assert set("日本の") <= set(in_japanese[1])
    assert [name[-10:] for name in in_japanese[2] if "Inter" not in name] == ["JP-Regular"]
    assert [name[-10:] for name in in_chinese[2] if "Inter" not in name] == ["SC-Regular"]


def test_letters_take_the_shapes_of_their_text_else_of_the_file(packs):
    assert families("東京") == [("東京", TC)], "letters that only traditional Chinese has"
    assert families("東京", "ja") == [("東京", JP)]
    assert families("日本", "zh") == [("日本", SC)]
    assert families("日本の", "zh") == [("日本の", JP)], "kana tell more than the file"
    assert families("日本 서울", "ja") == [("日本 서울", KR)]


def test_a_text_is_set_in_one_pack_where_one_has_all_of_it(packs):
    assert families("客户", "ja") == [("客户", SC)]
    assert families("日本户あ", "ja") == [("日本户あ", SC)]
    assert families("客単户", "ja") == [("客単", JP), ("户", SC)], "no pack has all"


def test_signs_in_pairs_are_of_one_face_and_those_set_apart_are_narrow(packs):
    ui = fonts.UI_FAMILY
    assert families("“日本”", "ja") == [("“日本”", JP)]
    assert families("日“OK”", "zh") == [("日", SC), ("“OK”", ui)]
    assert families("日本 · 東京", "ja") == [("日本 ", JP), ("· ", ui), ("東京", JP)]
    assert families("日·本", "zh") == [("日·本", SC)]
    assert families("OK “日", "zh") == [("OK ", ui), ("“日", SC)]
    assert families("OK \u2014日", "zh") == [("OK ", ui), ("\u2014日", SC)]


def test_the_pack_that_suits_is_named():
    def told(letters: str, east: str = "") -> str:
        missing = dict.fromkeys(letters, letters)
        return preflight.notes(Exported(b"", (), missing=missing, meta=Meta("", east=east)))[0].text

    assert "NotoSansJP-Regular.ttf" in told("日の")
    assert "NotoSansKR-Regular.ttf" in told("한")
    assert "NotoSansSC-Regular.ttf" in told("日")
    assert "NotoSansTC-Regular.ttf" in told("們")
    assert "NotoSansJP-Regular.ttf" in told("日", "ja")
    assert "NotoSans" not in told("\U00012000")
