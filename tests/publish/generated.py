# SPDX-License-Identifier: MIT
"""Personas nobody would invent: any script, any length, markup, controls; the same for a seed."""

from datetime import date
from functools import cache
from io import BytesIO
from random import Random

from PIL import Image

from persona_studio.core.sections import SECTIONS
from persona_studio.publish.claims import FEW, Changed, Ledger, Proven, Told
from persona_studio.publish.comparison import Compared, Comparison
from persona_studio.publish.drawn import Bar, Figure, Scale
from persona_studio.publish.golden import Asked, Golden
from persona_studio.publish.sheet import Fact, Line, Part, Portrait, Said, Sheet, initials
from persona_studio.publish.theme import THEMES
from persona_studio.publish.typeset import clean

WORDS = {
    "latin": "orders basket Überweisung Žluťoučký façade fjärilseffekt 42 % e-mail (twice)",
    "long": (
        "Donaudampfschifffahrtsgesellschaftskapitän Rechtsschutzversicherungsgesellschaften "
        "https://example.org/a/very/long/path?with=many&parameters=and;no-place#to-break "
        "Kraftfahrzeughaftpflichtversicherung aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    ),
    "greek": "Πελάτης παραγγέλνει ᾧ Ἑλλάδα πρωί φαρμακείο ταχυδρομείο",
    "cyrillic": "Покупатель заказывает дважды в день їжак ѓезва ћевапи",
    "arabic": "العميل يطلب مرتين في اليوم لله مُحَمَّد الصيدلية ٤٢",
    "hebrew": "הלקוח מזמין פעמיים ביום שָׁלוֹם בית־מרקחת",
    "devanagari": "ग्राहक दिन में दो बार क्षत्रिय विद्यार्थी किताब",
    "east": "東京 のお客様 寿司 고객 서울 客户 订单",
    "emoji": "😀 👍🏽 ❤️ 👩‍💻 ok ☕ 🏳️‍🌈 1️⃣",
}
HOSTILE = (
    "<b>bold</b> <para><font color='red'>x</font>",
    "&amp; &lt;script&gt;alert(1)&lt;/script&gt;",
    "(unbalanced \\( ) Tj ET EMC BT endstream endobj",
    "=cmd|' /C calc'!A0 @SUM(1) +1 -1",
    "%PDF-1.7 /Root << /S /URI >> {\\rtf1}",
    "tab\there\nnew line\r\nand\x00\x07\x1b controls \ud800 \udfff",
    "\u202eevil\u202c \u2066iso\u2069 \u200bzero\u200d\u2060 so\u00adft",
    "e\u0301\u0323 n\u0303 Z\u030c\u0331 \u1e9b\u0323 \ufb03 \u00a0 \u2003 \u2028",
    "\ue000 \U000f0000 \ufdd0 \u0378",
    "السعر 25 USD (خصم 10%) “[b]”",
    "Persona “ליאת” from حيفا (חיפה), 34 \u2013 C++ {x} <y>",
    "\u2019\u2019\u2018\u2018\u201d\u201d\u201c\u00ab \u00bb\u2026\u2014",
)
MARKS = {
    "filled": "Well backed",
    "half": "Partly backed",
    "ring": "Assumption",
    "slashed": "Contested",
}


class _Writer:
    """Writes texts in the manner of one persona."""

    def __init__(self, seed: int) -> None:
        self.dice = Random(f"persona {seed}")
        scripts = self.dice.sample(sorted(WORDS), self.dice.choice((1, 1, 2, 3)))
        self._words = [word for script in scripts for word in WORDS[script].split()]
        self.stretch = self.dice.choice((0.3, 1, 1, 1, 2, 5, 10))

    def text(self, words: int) -> str:
        """Return about so many words, now and then none, or something hostile."""
        dice = self.dice
        chance = dice.random()
        if chance < 0.03:
            return dice.choice(("", " ", "\u200b", "."))
        count = max(1, round(words * self.stretch * dice.uniform(0.5, 1.5)))
        chosen = dice.choices(self._words, k=count)
        if chance < 0.2:
            chosen.insert(dice.randrange(count + 1), dice.choice(HOSTILE))
        return " ".join(chosen)

    def label(self) -> str:
        """Return the name of something: a source, a section, an end of a scale."""
        return self.text(2)

    def line(self, *, measured: bool = True) -> Line:
        mark = self.dice.choice(list(MARKS))
        n = self.dice.randint(0, 140)
        figure = self._figure(n) if measured else None
        proof = f"{n} of 140 · {self.label()}" if self.dice.random() < 0.9 else ""
        key, asked = self.dice.random() < 0.2, self.dice.random() < 0.3
        lead, answer = (self.text(5), self.text(3)) if asked else ("", self.text(7))
        if not (clean(lead) and clean(answer)):
            lead, answer = "", f"{lead} {answer}".strip()
        text = f"{lead} {answer}".strip() if lead else answer
        return Line(text, mark, proof, key, figure, lead, answer if lead else "")

    def _figure(self, n: int) -> Figure | None:
        """Return a bar, a scale with any words at its ends, or nothing."""
        dice = self.dice
        steps = tuple(self.text(1) for _ in range(dice.randint(2, 7)))
        mine, all_of_them = (tuple(dice.randint(0, 90) for _ in steps) for _ in range(2))
        scale = Scale(
            self.text(5),
            steps,
            (self.label(), self.label()),
            dice.choice(((), mine)),
            dice.choice(((), all_of_them)),
            dice.random(),
            by_hand=dice.random() < 0.5,
        )
        return dice.choice((None, Bar((n, 140)), Bar((n, 140), (n, 400)), scale))


def persona(seed: int) -> Sheet:
    """Return the persona of a seed: one in twenty is empty, one in twenty huge."""
    writer = _Writer(seed)
    dice = writer.dice
    size = dice.choice(["empty", *["usual"] * 18, "huge"])
    parts = () if size == "empty" else _parts(writer, 40 if size == "huge" else 5)
    name = writer.text(2)
    said = Said(writer.text(14), writer.label(), dice.choice(list(MARKS)))
    facts = [Fact(writer.text(1)[:32], writer.text(2)[:32], "half") for _ in range(6)]
    return Sheet(
        name=name,
        tagline=writer.text(5),
        role=dice.choice(["", "Primary persona"]),
        colour=dice.choice(list(THEMES)),
        facts=tuple(facts[: dice.randint(0, 6)]),
        quote=said if dice.random() < 0.8 else None,
        parts=parts,
        portrait=_portrait(writer, name),
        fits=(dice.randint(0, 400), 400) if dice.random() < 0.5 else None,
        drawn_from=(118, 12_400) if dice.random() < 0.5 else None,
        reviewed_on=date(2026, 5, 12) if dice.random() < 0.5 else None,
        next_review=date(2026, 5, 20),
        today=date(2026, 6, 1),
        project=writer.label(),
        ledger=_ledger(writer, parts),
    )


def _parts(writer: _Writer, most: int) -> tuple[Part, ...]:
    dice = writer.dice
    found = [
        Part(
            section.title,
            tuple(writer.line() for _ in range(dice.randint(0, most))),
            section.id,
            dice.choice((1, 1, 2)),
        )
        for section in dice.sample(SECTIONS, dice.randint(1, 7))
    ]
    own = Part(writer.label() or "Own", (writer.line(), writer.line()), "own")
    return (*found, own) if dice.random() < 0.4 else tuple(found)


def _portrait(writer: _Writer, name: str) -> Portrait:
    kind = writer.dice.choice(["initials", "photo", "open-peeps", "nothing"])
    if kind == "photo":
        return Portrait(initials(name), photo=_photo())
    if kind == "open-peeps":
        return Portrait(initials(name), style=kind, seed=str(writer.dice.randint(0, 5)))
    return Portrait(initials(name) if kind == "initials" else "")


@cache
def _photo() -> bytes:
    out = BytesIO()
    Image.linear_gradient("L").resize((600, 500)).convert("RGB").save(out, "JPEG")
    return out.getvalue()


def _ledger(writer: _Writer, parts: tuple[Part, ...]) -> Ledger:
    dice = writer.dice
    claims = []
    for part in parts:
        for number, line in enumerate(part.lines, start=1):
            counted = isinstance(line.figure, Bar)
            claims.append(
                Proven(
                    f"P{len(claims) + 1}",
                    part.title,
                    line.text,
                    line.mark or "ring",
                    MARKS[line.mark or "ring"],
                    line.figure.n if counted else None,
                    measured=counted,
                    told=(Told(writer.label(), "4 May 2026", dice.choice((FEW, 1, 90)), number),),
                    spoken=tuple(writer.text(8) for _ in range(dice.randint(0, 3))),
                    opposed=tuple(writer.text(8) for _ in range(dice.randint(0, 1))),
                    remark="" if counted else writer.text(5),
                    key=line.key,
                )
            )
    changed = Changed(writer.text(5), (writer.text(6),), "Last touched 2 June: Edit")
    return Ledger(tuple(claims), (changed,) if parts else (), "Signed off on 12 May 2026.")


def golden(seed: int, names: tuple[str, ...]) -> Golden:
    """Return a rule that tells some groups apart, of questions of any script."""
    writer = _Writer(seed)
    many = range(len(names))
    asked = tuple(
        Asked(
            writer.text(6),
            tuple(writer.text(2) for _ in range(4)),
            tuple(tuple(writer.dice.randint(0, 9) for _ in many) for _ in range(4)),
        )
        for _ in range(writer.dice.randint(1, 5))
    )
    return Golden(
        names, asked, (2,) * len(names), (108, 119), (84, 95), (54, 119), (None,) * len(names)
    )


def comparison(seed: int, count: int) -> Comparison:
    """Return questions that set so many personas apart."""
    writer = _Writer(seed)
    rows = tuple(
        Compared(
            writer.text(5),
            tuple(writer.dice.choice([None, (0, 9), (7, 9), (400, 400)]) for _ in range(count)),
        )
        for _ in range(writer.dice.randint(0, 5))
    )
    return Comparison(rows, ((0, 1, 41),), 20, 400)
