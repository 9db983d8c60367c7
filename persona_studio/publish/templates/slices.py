# SPDX-License-Identifier: MIT
"""A claim too long for one column, as pieces of a few lines each: whatever is long flows."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from persona_studio.publish.boxes import BAR, PROOF, PROOF_LEAD, Block, Item, Proof, Words
from persona_studio.publish.document import Page
from persona_studio.publish.drawn import Figure, Scale
from persona_studio.publish.figures import block_of
from persona_studio.publish.guide import short
from persona_studio.publish.press import Press
from persona_studio.publish.theme import MUTED
from persona_studio.publish.typeset import clean

_CHUNK = 4  # lines kept together
_POLE = 60  # letters of the end of a scale that stand under it


@dataclass(frozen=True)
class Slice:
    """Some lines of a text; all of them are one paragraph by their `key`."""

    words: Words
    lines: range
    key: str

    def height(self, press: Press, width: float) -> float:
        """Return the height of these lines."""
        del width
        return len(self.lines) * self.words.line(press)

    def draw(self, press: Press, page: Page, corner: tuple[float, float], width: float) -> None:
        """Set these lines."""
        laid = press.lay(self.words.text, self.words.em, width, self.words.weight)
        with page.tag("P", key=self.key):
            page.text(laid, corner, self.words.type(press, width), self.lines)


def slices(press: Press, item: Item, width: float, most: float) -> Iterator[Block]:
    """Yield the pieces of a claim, none higher than `most` that can be broken."""
    for lead in item.leads:
        yield from lines_of(press, lead, width, "lead")
    yield from lines_of(press, item.words, width, "words")
    if item.line.figure:
        yield from _drawn(press, item.line.figure, width, most)
    laid = press.lay(item.words.text, item.words.em, width, item.words.weight)
    proof = Proof(item.line, laid.rtl)
    if proof.height(press, width) <= most:
        yield proof
        return
    yield Proof(replace(item.line, proof=""), laid.rtl)
    yield from lines_of(press, _quiet(press, item.line.proof), width, "proof")


def _drawn(press: Press, figure: Figure, width: float, most: float) -> Iterator[Block]:
    """Yield what is drawn; long names of the ends of a scale stand whole under it."""
    block = block_of(figure, BAR)
    if isinstance(figure, Scale) and block.height(press, width) > most:
        low, high = figure.poles
        yield block_of(replace(figure, poles=(short(low, _POLE), short(high, _POLE))), BAR)
        for number, pole in enumerate(figure.poles):
            yield from lines_of(press, _quiet(press, pole), width, f"pole {number}")
        return
    yield block


def _quiet(press: Press, text: str) -> Words:
    return Words(clean(text), PROOF, 400, MUTED, PROOF_LEAD, press.side)


def lines_of(press: Press, words: Words, width: float, key: str) -> Iterator[Block]:
    """Yield a text as pieces of a few lines, one paragraph by its `key`."""
    count = press.count(words.text, words.em, width, words.weight)
    for start in range(0, count, _CHUNK):
        yield Slice(words, range(start, min(start + _CHUNK, count)), key)
