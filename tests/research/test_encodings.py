# SPDX-License-Identifier: MIT
"""The encoding of short texts in many languages: told by their letters, or said to be a guess."""

import unicodedata
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from random import Random

import pytest

from persona_studio.research import encoding

SURE = 0.5
"""Below it the window says that the encoding is a guess."""
RIGHT_FLOOR = 0.97
TONES = "\u0300\u0301\u0303\u0309\u0323"


def writing() -> Iterator[tuple[str, list[str], str]]:
    """Yield (language, its words, an encoding they may be kept in)."""
    text = (Path(__file__).with_name("made") / "writing.txt").read_text("utf-8")
    for block in text.split("\n["):
        head, _, words = block.partition("\n")
        language, _, names = head.partition("]")
        for name in names.split() if words else ():
            yield language, words.replace("\n", "|").strip("|").split("|"), name


def written(text: str, name: str) -> bytes:
    """Return a text in an encoding; the Vietnamese one keeps tones behind their letters."""
    if name == "cp1258":
        text = "".join(map(_with_tone_behind, text))
    return text.encode(name)


def _with_tone_behind(letter: str) -> str:
    try:
        letter.encode("cp1258")
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFD", letter)
        bare = unicodedata.normalize("NFC", "".join(p for p in parts if p not in TONES))
        return bare + "".join(p for p in parts if p in TONES)
    return letter


def file(words: list[str], rows: int, seed: str) -> str:
    rng = Random(seed)
    head = "id;" + ";".join(rng.sample(words, 3))
    body = (f"{n};{rng.choice(words)};{rng.choice(words)}" for n in range(rows))
    return "\n".join([head, *body]) + "\n"


@pytest.mark.parametrize("rows", [2, 8, 40])
def test_letters_tell_the_encoding_or_it_is_said_to_be_a_guess(rows: int) -> None:
    told, wrong = 0, []
    for language, words, name in writing():
        data = written(file(words, rows, f"{language} {name} {rows}"), name)
        found = encoding.choose(lambda data=data: BytesIO(data))
        told += 1
        if data.decode(found.name, "replace") != data.decode(name):
            wrong.append((language, name, found))
    assert told > 55
    assert [each for each in wrong if each[2].sure >= SURE] == []
    assert 1 - len(wrong) / told >= (RIGHT_FLOOR if rows > 5 else 0.9), wrong


def test_a_letter_alone_tells_little_and_a_text_much() -> None:
    short, long = "a;b\nžena;1\n", "a;b\nžena;Šibenik\nčaj;někdy\npříliš;šťastný\n"
    for name in ("cp1250", "iso8859-2"):
        alone = encoding.choose(lambda name=name: BytesIO(short.encode(name)))
        text = encoding.choose(lambda name=name: BytesIO(long.encode(name)))
        assert alone.sure < SURE
        assert text.sure >= SURE
        assert long.encode(name).decode(text.name) == long


def test_bytes_that_no_iso_encoding_has_are_none_of_its() -> None:
    data = ("Größe;„schön“\n" * 3).encode("cp1252")
    assert encoding.choose(lambda: BytesIO(data)).name == "cp1252"
