# SPDX-License-Identifier: MIT
"""Text in any script is set with our own faces and can be copied out of the PDF again."""

from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona_studio.publish import fonts
from persona_studio.publish.document import Document, Meta, Type
from persona_studio.publish.export import Exported
from persona_studio.publish.hyphens import SOFT
from persona_studio.publish.plain import Plain
from persona_studio.publish.typeset import ENDLESS, Typesetter, _broken, clean, is_rtl
from tests.publish.people import SCRIPTS
from tests.publish.reading import bag, fonts_of, lost, text_of

WIDTH, SIZE = 340.0, 15.0


def printed(*texts: str, weight: int = 400) -> tuple[Exported, Typesetter]:
    setter, document = Typesetter(), Document(Meta("Text"))
    page = document.page(360, 800)
    y = 10.0
    for text in texts:
        laid = setter.lay(clean(text), weight, WIDTH / SIZE * 1000)
        page.text(laid, (10, y), Type(SIZE, WIDTH, "#000000"))
        y += laid.count * SIZE * 1.32 + 5
    return Exported(document.close(), (), (tuple(page.placed),), setter.missing), setter


@pytest.mark.parametrize("weight", [400, 600, 700])
@pytest.mark.parametrize("text", SCRIPTS)
def test_every_letter_of_a_script_comes_back(text, weight):
    exported, setter = printed(text, weight=weight)
    assert not setter.missing
    assert not lost(text, exported)


def test_nothing_is_read_that_was_not_written():
    exported, _ = printed(*SCRIPTS)
    assert bag(text_of(exported)) == bag(" ".join(SCRIPTS))


def test_only_our_own_faces_are_used_and_all_are_in_the_file():
    exported, _ = printed(*SCRIPTS)
    found = fonts_of(exported)
    assert len(found) == 5
    assert all(name.startswith("/PSTUDI+Studio") for name in found)
    assert all(found.values())


def test_a_letter_no_face_has_is_told_and_printed_as_a_box():
    exported, setter = printed("Tokyo 東京, open")
    assert list(setter.missing) == ["東", "京"]
    assert not lost("Tokyo 東京, open", exported)


@pytest.mark.parametrize("text", ["Open 😀 at nine ☕ or later", "Ask ᾧ of πρωί ẛ and go"])
def test_letters_of_another_face_stay_where_they_are_read(text):
    exported, _ = printed(text)
    assert "".join(text.split()) in "".join(text_of(exported).split())


def test_arabic_is_joined_and_set_from_the_right():
    _, setter = printed("مرحبا بالعملاء")
    laid = setter.lay("مرحبا بالعملاء", 400, ENDLESS)
    assert laid.rtl
    isolated = {setter.lay(letter, 400, ENDLESS).lines[0][0].glyphs[0] for letter in "مرحبا"}
    assert set(laid.lines[0][0].glyphs) - isolated


def test_a_paragraph_is_broken_within_its_measure():
    setter = Typesetter()
    laid = setter.lay("Orders twice a day, before eleven and after six " * 4, 400, 12_000)
    assert laid.count > 3
    assert laid.width <= 12_000


def test_every_face_has_its_licence_beside_it():
    families = {face.path.stem.partition("-")[0] for face in fonts.faces()}
    assert len(fonts.faces()) == 12
    for family in families:
        licence = fonts.folder() / f"{family}-OFL.txt"
        assert "SIL OPEN FONT LICENSE" in licence.read_text(encoding="utf-8")


@given(st.text(max_size=60))
def test_any_text_is_set_without_error_and_comes_back(text):
    shown = clean(text)
    exported, setter = printed(text)
    if not setter.missing and shown.isalnum() and shown.isascii():
        assert not lost(shown, exported)


@pytest.mark.parametrize(
    ("text", "side"), [("12 %", None), ("(a)", False), ("12 שלום", True), ("", None)]
)
def test_direction_follows_the_first_letter(text, side):
    assert is_rtl(text) is side


@given(
    st.lists(
        st.text("abcimWÄβж.,()%·'", min_size=1, max_size=12) | st.text("abimWÄβж", min_size=1),
        min_size=1,
        max_size=14,
    ),
    st.integers(2_000, 30_000),
    st.sampled_from([400, 600, 700]),
)
def test_plain_words_are_broken_where_qt_breaks_them(words, width, weight):
    text = " ".join(words)
    laid = Typesetter().lay(text, weight, width)
    assert laid.width <= width or laid.count > 1
    whole = text if isinstance(laid, Plain) else laid.whole  # with hyphens in words too wide
    assert laid.count == _broken(whole, weight, width, [], rtl=False).count


@given(
    st.lists(st.text("abimWÄβж", min_size=1, max_size=9), min_size=6, max_size=30),
    st.integers(8_000, 20_000),
)
def test_plain_words_fill_their_lines_and_are_as_wide_as_qt_says(words, width):
    text = " ".join(words)
    whole = Typesetter().lay(text, 400, ENDLESS)
    laid = Typesetter().lay(text, 400, width)
    assert isinstance(laid, Plain)
    assert whole.width == pytest.approx(_broken(text, 400, ENDLESS, [], rtl=False).width, rel=0.01)
    for number in range(laid.count - 1):
        room = width - laid.extent(number)[1]
        assert 0 <= room < laid.line(number + 1)[0].width + 400  # a blank and the next word
    assert [word.text for n in range(laid.count) for word in laid.line(n)] == words


EAST = "月に一回 · 支付宝 クレジットカードで払う 한국어"


@given(
    st.lists(
        st.sampled_from((*SCRIPTS, EAST)).flatmap(lambda t: st.sampled_from(t.split())), min_size=1
    ),
    st.lists(st.integers(1_500, 30_000), min_size=2, max_size=6),
)
def test_what_was_broken_before_is_taken_only_where_it_would_be_broken_so_again(words, widths):
    text, setter = " ".join(words), Typesetter()
    for width in widths:
        again, fresh = setter.lay(text, 400, width), Typesetter().lay(text, 400, width)
        assert again.width <= max(width, fresh.width) + 1
        assert (
            isinstance(again, Plain)
            or SOFT in again.whole + fresh.whole
            or [again.span(n) for n in range(again.count)]
            == [fresh.span(n) for n in range(fresh.count)]
        )


def test_an_emoji_of_several_letters_is_one_glyph_beside_any_script():
    setter, drawn = Typesetter(), set()
    for words in ("1\ufe0f\u20e3", "दो 1\ufe0f\u20e3 दो", "بين 1\ufe0f\u20e3"):
        [line] = setter.lay(words, 600, ENDLESS).lines
        [emoji] = [run.glyphs for run in line if run.face.family == fonts.EMOJI_FAMILY]
        drawn.add(tuple(emoji))
    assert len(drawn) == 1


def test_words_come_back_in_order_after_a_choice_of_their_letters_shapes():
    told = "Behaviours (1), Demographics (2)"
    exported, _ = printed("1\ufe0f a\ufe0f", told)
    assert told in text_of(exported)


@pytest.mark.parametrize(
    "word",
    [
        "Dampfschifffahrtsgesellschaft",
        "перераспределение",
        "παραγγέλνοντας",
        "Überweisungsträger",
    ],
)
def test_a_word_wider_than_its_line_is_parted_with_hyphens_that_are_seen(word):
    text, setter = f"Die {word} x", Typesetter()
    laid = setter.lay(text, 400, 5_000)
    assert laid.text == text
    lines = [laid.letters(*laid.span(number)) for number in range(laid.count)]
    assert [line[-1] for line in lines if word[:4] in line] == [SOFT]
    assert "".join(lines).replace(SOFT, "").replace(" ", "") == text.replace(" ", "")
    assert all(laid.extent(number)[1] <= 5_001 for number in range(laid.count))
    assert setter.lay(text, 400, 60_000).count == 1
    (exported, _) = printed(word * 3)
    assert lost(word * 3, exported) == {}


@pytest.mark.parametrize("weight", [400, 700])
def test_a_hyphen_never_begins_a_line(weight):
    for width in (*range(5_000, 16_000, 97), 11_694):
        laid = Typesetter().lay("Kraftfahrzeughaftpflichtversicherung", weight, float(width))
        begins = [laid.letters(*laid.span(number))[0] for number in range(laid.count)]
        assert SOFT not in begins, width


def test_a_soft_hyphen_a_client_typed_takes_no_letter_of_what_is_read():
    text = "A so\u00adft fa\u00e7ade (twice) and an e-mail"
    exported, _ = printed(clean(text), "Write an e-mail", weight=600)
    assert lost(text.replace("\u00ad", ""), exported) == {}
    assert "e-mail" in text_of(exported)


def test_addresses_and_words_that_fit_get_no_hyphen():
    setter = Typesetter()
    for text in (
        "https://example.org/selbstbedienungsladen",
        "Rechtsschutz \u2013 Versicherung",
        "Selbstbedienung客户订单客户订单",
    ):
        laid = setter.lay(text, 400, 8_000)
        assert laid.count > 1
        assert SOFT not in laid.whole


def test_a_short_word_of_east_asia_is_not_parted():
    for width in range(3_000, 12_000, 100):
        laid = Typesetter().lay("日本 · 月に一回 支付宝 한국어말", 700, float(width))
        lines = [laid.letters(*laid.span(number)) for number in range(laid.count)]
        assert laid.width <= width
        if width >= 5_000:
            assert all(line.endswith(" ") for line in lines[:-1]), lines
    long = Typesetter().lay("日本 月に一回月に一回月に一回", 700, 4_000.0)
    assert long.letters(*long.span(0)) != "日本 ", "a long one is parted as ever"


def test_no_line_is_wider_than_it_was_asked_to_be():
    text = "10 of 140 · में הלקוח दो विद्यार्थी ❤️ में ביום בר שָׁלוֹם विद्यार्थी ❤️ בית־מרקחת"
    setter = Typesetter()
    for width in range(6000, 24000, 211):
        laid = setter.lay(text, 400, float(width))
        ends = [laid.extent(number) for number in range(laid.count)]
        assert all(right - left <= width + 1.5 for left, right in ends), width
        assert "".join(
            laid.text[slice(*laid.span(number))] for number in range(laid.count)
        ).replace(" ", "") == text.replace(" ", "")


def test_a_hyphen_at_the_end_of_a_line_takes_no_letter_from_others():
    made, _ = printed("Rechtsschutzversicherungsgesellschaftskapital" * 2, "self-service, e-mail")
    assert "self-service, e-mail" in text_of(made)
    with pikepdf.open(BytesIO(made.pdf)) as file:
        drawn = file.pages[0].Contents.read_bytes()
    assert b"FEFF00AD" in drawn
    assert b"FEFF002D" not in drawn
