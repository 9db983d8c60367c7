# SPDX-License-Identifier: MIT
"""What a file is read aloud in: the language that was chosen, else the one its words tell."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from persona_studio.publish import language
from persona_studio.publish.export import Request, export
from persona_studio.publish.sheet import Line, Part
from tests.publish.people import EMPTY
from tests.publish.tags import languages
from tests.publish.test_tagged import checked

GREEK = replace(
    EMPTY,
    name="Ελένη Δήμου",
    parts=(
        Part(
            "Goals",
            (
                Line("Παραγγέλνει δύο φορές την ημέρα", "half", "118 of 140"),
                Line("הלקוח מזמין"),
            ),
            "goals",
        ),
    ),
)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Größe", "en"),
        ("Πελάτης με 3 shops", "el"),
        ("Покупатель", "ru"),
        ("Їжак", "uk"),
        ("العميل", "ar"),
        ("سلام پدر", "fa"),
        ("東京のお客様", "ja"),
        ("客户订单", "zh"),
        ("客戶訂單 他們還沒來", "zh-Hant"),
        ("微信支付 WeChat", "zh"),
        ("서울 고객 明洞", "ko"),
        ("12 %", "en"),
    ],
)
def test_letters_tell_a_language_or_english_is_taken(text, tag):
    assert language.proposed([text]) == tag


SENTENCES = {
    "cs": "Jak často nakupujete? Jednou za týden, ale není to pro mě.",
    "da": "Hvordan betaler du? Med kort og af og til med mobil.",
    "de": "Wie oft bestellen Sie? Einmal am Tag und auch am Abend.",
    "es": "¿Cómo paga usted? Con tarjeta y por teléfono, no en caja.",
    "et": "Kui tihti te ostate? Kord nädalas ja see on hea.",
    "fi": "Kuinka usein ostat? Kun olen kotona ja se on helppoa.",
    "fr": "Comment payez-vous ? Par carte et sur le portable.",
    "hr": "Koliko često kupujete? Jednom na tjedan, ali nije za mene.",
    "hu": "Milyen gyakran vásárol? Hetente egyszer, és csak ha van pénzem.",
    "id": "Bagaimana anda membayar? Dengan kartu dan ponsel.",
    "it": "Come paga di solito? Con la carta e non con contanti.",
    "lt": "Kaip dažnai perkate? Kartą per savaitę, bet ne aš.",
    "lv": "Cik bieži jūs pērkat? Reizi nedēļā, bet ne par daudz.",
    "nb": "Hvordan betaler du? Med kort og av og til med mobil.",
    "nl": "Hoe betaalt u? Met een kaart en niet met geld.",
    "pl": "Jak często Pan kupuje? Raz w tygodniu i to jest dobre dla mnie.",
    "pt": "Como você paga? Com cartão e por telefone, mas não em dinheiro.",
    "ro": "Cât de des cumpărați? O dată pe săptămână și cu cardul.",
    "sk": "Ako často nakupujete? Raz za týždeň, ale nie je to pre mňa.",
    "sl": "Kako pogosto kupujete? Enkrat na teden, ampak to ni za mene, ki sem doma.",
    "sv": "Hur ofta handlar du? En gång i veckan och det är bra.",
    "tr": "Siz kart ile mi? Evet, ve bir de telefon ile.",
    "vi": "Bạn thanh toán như thế nào? Với thẻ và điện thoại của tôi.",
    "en": "Maria de la Cruz and Jan van der Berg of Los Angeles pay with their phone.",
}


def test_sentences_tell_the_language_of_latin_letters():
    assert {tag: language.proposed([said]) for tag, said in SENTENCES.items()} == {
        tag: tag for tag in SENTENCES
    }


@pytest.mark.parametrize(
    "texts",
    [
        ["Los Angeles", "Maria de la Cruz", "Vincent van den Berg", "Müller und Sohn", "La Paz"],
        ["Karte", "18-24", "Einmal täglich"],
        ["Salz oder Pfeffer", "Müller und Sohn"],
        ["Would you buy it for the shop?", *["No"] * 40, "bet"],
        [SENTENCES["en"], "“Ich will das nicht und es ist mir zu teuer.”"],
    ],
)
def test_names_few_words_and_one_voice_among_many_stay_english(texts):
    assert language.proposed(texts) == "en"


def test_all_texts_of_a_file_tell_it_together():
    assert language.proposed(["Zahlen Sie mit Karte", "Karte", "Wie oft?", "nicht"]) == "de"


def test_east_asian_letters_take_the_shapes_of_the_file():
    assert language.eastern(["東京", "のお客様"]) == "ja"
    assert language.eastern(["优品 の", *["客户订单已经发货"] * 3]) == "zh"
    assert language.eastern(["東京"], "zh-TW") == language.eastern(["x"], "zh-Hant-HK") == "zh-Hant"
    assert language.eastern(["東京のお客様"], "zh-CN") == "zh"
    assert language.eastern(["Kunden 서울"], "de") == "ko"
    assert language.eastern(["Kunden"], "de") == ""


def test_letters_that_a_language_has_too_are_its_own():
    assert language.within("東京", "ja-JP") == ""
    assert language.within("Српски ћ", "sr") == ""
    assert language.within("Српски ћ", "sr-Latn") == "sr"
    assert language.within("12 %", "he") == ""


def test_a_file_says_its_language_and_that_of_what_is_of_other_letters():
    pdf = export(Request((GREEK,), paper="A4")).pdf
    with pikepdf.open(BytesIO(pdf)) as file:
        assert file.Root.Lang == "el"
        with file.open_metadata() as said:
            assert said["dc:language"] == {"el"}
    told = languages(pdf)
    assert told["H1"] == {""}  # the name
    assert told["H2"] == {"en"}  # the studio's own words
    assert told["P"] >= {"", "en", "he"}
    assert not checked(pdf)


def test_what_was_chosen_is_said_whatever_the_letters_tell():
    pdf = export(Request((replace(EMPTY, name="Größe"),), paper="A4", language="de")).pdf
    with pikepdf.open(BytesIO(pdf)) as file:
        assert file.Root.Lang == "de"
    assert languages(pdf)["H2"] == {""}
