# SPDX-License-Identifier: MIT
"""Font files as they are published become packs: renamed, whole, and nothing else is taken."""

import zipfile
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from persona_studio.cli import main
from persona_studio.core.errors import StudioError
from persona_studio.paths import HOME_VARIABLE
from persona_studio.publish import adding_fonts, font_files, fonts
from tests.publish.test_font_packs import pack

LETTERS = "日本们"


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """The bytes of a small face named as the published one."""
    return pack(tmp_path_factory.mktemp("got"), "Noto Sans SC", LETTERS).read_bytes()


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    return tmp_path / "home" / "fonts"


def changed(data, change):
    """Return a font file after a change made to it."""
    font = TTFont(BytesIO(data))
    change(font)
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def test_a_published_file_gets_the_studios_name_and_keeps_every_letter(published):
    made = font_files.own("NotoSansSC-Regular.ttf", published)
    before = TTFont(BytesIO(published))
    after = TTFont(BytesIO(made.data), checkChecksums=2)
    assert after.reader.keys() == before.reader.keys()
    for tag in before.reader.keys() - {"name", "head"}:
        assert after.reader[tag] == before.reader[tag]
    assert after["name"].getDebugName(1) == after["name"].getDebugName(16) == fonts.PACK_OF["zh"]
    assert after["name"].getDebugName(6) == "StudioNotoSansSC-Regular"
    assert font_files._sum(made.data) == 0xB1B0AFBA, "the sum every sound font has"
    assert font_files.own("again.ttf", made.data) == made, "one of the studio's own is taken too"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda font: font["name"].setName("Medium", 2, 3, 1, 0x409), "weight"),
        (lambda font: font["name"].setName("Noto Sans HK", 1, 3, 1, 0x409), "none of the fonts"),
        (lambda font: setattr(font["OS/2"], "fsType", 2), "licence"),
        (lambda font: font["cmap"].getcmap(3, 1).cmap.pop(ord("们")), "part of the letters"),
    ],
)
def test_a_file_that_is_no_pack_says_why(published, change, told):
    with pytest.raises(StudioError, match=told) as refused:
        font_files.own("some.ttf", changed(published, change))
    assert "NotoSansSC-Regular.ttf" in refused.value.hint


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (b"\x00\x01\x00\x00", b"OTTO", "another kind"),
        (b"\x00\x01\x00\x00", b"ttcf", "another kind"),
        (b"\x00\x01\x00\x00", b"PK..", "no font"),
        (b"post", b"fvar", "damaged"),
    ],
)
def test_other_kinds_of_files_are_refused(published, old, new, told):
    with pytest.raises(StudioError, match=told):
        font_files.own("some.ttf", published.replace(old, new, 1))


def test_a_variable_font_is_refused_with_the_files_to_take(published):
    tables = font_files._tables("x", published) | {"fvar": bytes(16)}
    variable = font_files._written(tables, "Noto Sans SC", "Regular")
    with pytest.raises(StudioError, match="all weights in one file") as refused:
        font_files.own("NotoSansSC-VariableFont_wght.ttf", variable)
    assert "NotoSansSC-Bold.ttf" in refused.value.hint


@given(st.data())
def test_damage_is_a_sentence_never_a_crash(published, data):
    place = data.draw(st.integers(0, len(published) - 1))
    end = data.draw(st.integers(place, len(published)))
    torn = bytearray(published[:end])
    if place < end:
        torn[place] ^= data.draw(st.integers(1, 255))
    try:
        made = font_files.own("torn.ttf", bytes(torn))
        told = made.family in fonts.PACKS and made.style in font_files.STYLES
    except StudioError as refused:
        told = refused.kind == "font" and refused.hint != ""
    assert told


def test_a_zip_gives_the_weights_that_are_used_and_its_licence(tmp_path, home, published):
    bold = changed(published, lambda font: font["name"].setName("Bold", 2, 3, 1, 0x409))
    with zipfile.ZipFile(tmp_path / "Noto_Sans_SC.zip", "w") as archive:
        archive.writestr("OFL.txt", "the licence")
        archive.writestr("NotoSansSC-VariableFont_wght.ttf", b"all weights")
        archive.writestr("static/NotoSansSC-Regular.ttf", published)
        archive.writestr("static/NotoSansSC-Black.ttf", b"not used")
        archive.writestr("static/NotoSansSC-Bold.ttf", bold)
    assert len(adding_fonts.add([tmp_path / "Noto_Sans_SC.zip"])) == 2
    assert (home / "StudioNotoSansSC-OFL.txt").read_text() == "the licence"
    assert adding_fonts.packs()[0].there == ("Regular", "Bold")
    with zipfile.ZipFile(tmp_path / "variable.zip", "w") as archive:
        archive.writestr("NotoSansSC-VariableFont_wght.ttf", b"all weights")
    with pytest.raises(StudioError, match="no font file for each weight"):
        adding_fonts.add([tmp_path / "variable.zip"])


def test_nothing_is_written_before_all_is_read_nor_over_what_is_there(tmp_path, home, published):
    good, bad = tmp_path / "good.ttf", tmp_path / "bad.ttf"
    good.write_bytes(published)
    bad.write_bytes(b"no font")
    with pytest.raises(StudioError):
        adding_fonts.add([good, bad])
    assert not home.exists()
    assert len(adding_fonts.add([good])) == 1
    (home / "StudioNotoSansSC-Regular.ttf").write_bytes(b"in use")
    assert adding_fonts.add([good]) == ()
    assert (home / "StudioNotoSansSC-Regular.ttf").read_bytes() == b"in use"


def test_the_command_lists_and_adds(tmp_path, home, published, capsys):
    file = tmp_path / "NotoSansSC-Regular.ttf"
    file.write_bytes(published)
    assert main(["fonts"]) == 0
    assert main(["fonts", str(file)]) == 0
    assert '"StudioNotoSansSC-Regular.ttf"' in capsys.readouterr().out
    assert main(["fonts", str(file)]) == 1, "nothing was new"
    assert main(["fonts", str(tmp_path / "none.ttf")]) == 2
