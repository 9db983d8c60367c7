# SPDX-License-Identifier: MIT
"""Photos, drawn faces and previews."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from persona_studio.core.errors import StudioError
from persona_studio.publish import avatars, pictures, preflight, preview
from persona_studio.publish.export import Request, export
from persona_studio.publish.sheet import Portrait
from persona_studio.publish.typeset import raster
from tests.publish.people import USUAL


def photo(width: int, height: int, orientation: int = 1) -> bytes:
    picture = Image.new("RGB", (width, height), "red")
    picture.paste("blue", (0, 0, width // 2, height))
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "secret camera"
    out = BytesIO()
    picture.save(out, "JPEG", exif=exif)
    return out.getvalue()


def test_a_photo_is_cut_square_around_its_focus_and_never_enlarged():
    left, ppi = pictures.square(photo(400, 200), (0.0, 0.5), 72)
    with Image.open(BytesIO(left)) as found:
        assert found.size == (200, 200)
        assert found.getpixel((150, 100))[2] > 200
    assert ppi == 200


def test_a_large_photo_is_reduced_to_300_ppi():
    data, ppi = pictures.square(photo(2000, 2000), (0.5, 0.5), 144)
    with Image.open(BytesIO(data)) as found:
        assert found.size == (600, 600)
    assert ppi == 300


def test_a_poster_holds_no_more_of_a_photo_than_its_print_can_show():
    exported = export(Request((replace(USUAL, portrait=Portrait("LH", photo=photo(2000, 2000))),)))
    (size,) = [box.width for box in exported.placed[0] if box.kind == "picture"]
    with pikepdf.open(BytesIO(exported.pdf)) as pdf:
        (shown,) = pdf.pages[0].get_images().values()
        assert int(shown.Width) == round(size / 72 * 300)
        assert list(shown.Filter) == ["/DCTDecode"]


def test_a_photo_loses_its_metadata_and_stands_upright():
    data, _ = pictures.square(photo(400, 200, orientation=6), (0.5, 0.0), 72)
    assert b"secret" not in data
    with Image.open(BytesIO(data)) as found:
        assert found.getpixel((100, 20))[2] > 200


@pytest.mark.parametrize("data", [b"", b"no picture", photo(10, 10)[:80]])
def test_what_is_no_photo_is_refused_in_words(data):
    with pytest.raises(StudioError, match="photo"):
        pictures.square(data, (0.5, 0.5), 72)


def test_a_coarse_photo_is_reported():
    sheet = replace(USUAL, portrait=Portrait("LH", photo=photo(90, 90)))
    exported = export(Request((sheet,)))
    assert exported.reports[0].ppi < pictures.POOR_PPI
    assert any("soft" in note.text for note in preflight.notes(exported))


@pytest.mark.parametrize("style", list(avatars.STYLES))
def test_a_seed_always_gives_the_same_face(style):
    assert avatars.svg(style, "lina") == avatars.svg(style, "lina")
    assert avatars.svg(style, "lina") != avatars.svg(style, "omar")
    with Image.open(BytesIO(raster(avatars.svg(style, "lina"), 64))) as found:
        assert found.size == (64, 64)
        assert len(found.getcolors(5000)) > 5


def test_a_style_that_is_not_free_is_refused():
    with pytest.raises(StudioError):
        avatars.svg("avataaars", "lina")


def test_the_preview_is_a_picture_of_the_saved_page():
    exported = export(Request((USUAL,), theme="plum"))
    assert preview.page_count(exported.pdf) == exported.pages
    shown = preview.page_raster(exported.pdf, 0, 420)
    assert (shown.width, shown.height) == (420, 594)
    corner = tuple(shown.data[:3])
    assert corner == (0x6B, 0x2A, 0x6E)
    with Image.open(BytesIO(preview.page_png(exported.pdf, 0, 210))) as found:
        assert found.width == 210
