# SPDX-License-Identifier: MIT
"""The fact sheet: the persona with its shares in front, every claim and its proof on the back."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from persona_studio.publish.boxes import Block, Words
from persona_studio.publish.claims import Proven
from persona_studio.publish.drawn import Bar
from persona_studio.publish.fit import Report
from persona_studio.publish.press import Press
from persona_studio.publish.sheet import Part, Sheet
from persona_studio.publish.table import Row, Table
from persona_studio.publish.templates import wall_poster
from persona_studio.publish.templates.ledger import (
    LARGEST,
    Pages,
    State,
    code_of,
    count_of,
    quiet,
    section,
    told_in,
)
from persona_studio.publish.templates.side import reads_rtl
from persona_studio.publish.templates.template import Order
from persona_studio.publish.theme import INK
from persona_studio.publish.typeset import clean

_TITLES = ("No.", "Claim", "State", "How many", "Source and date")
_SHARES = (7, 37, 17, 13, 29)
_MOST_QUOTES = 2


def compose(order: Order) -> Report:
    """Draw front and back of one persona; the next one begins on a new leaf."""
    side = reads_rtl(order.sheet, order.side)
    press = Press(order.setter, order.theme, order.borne().floor, rtl=side)
    rows = tuple(_rows(order.sheet, press))
    back = Pages(order.sheet, "Every claim and its evidence", _table(rows), order.paper, press)
    back = back.grown(LARGEST * order.borne().target)
    count = len(back.pages) if rows else 0
    report = wall_poster.compose(replace(order, sheet=_with_bars(order.sheet)), after=count)
    if rows:
        back.draw(order.document, report.pages + 1, report.pages + count)
    more = sum(max(0, len(claim.spoken) - _MOST_QUOTES) for claim in order.sheet.ledger.claims)
    if more:
        quotes = "1 more quote stands" if more == 1 else f"{more} more quotes stand"
        report.cautions.append(f"{quotes} on the evidence sheet alone.")
    total = report.pages + count
    if total % 2:
        back.draw_notes(order.document)
    return replace(report, pages=total + total % 2)


def _with_bars(sheet: Sheet) -> Sheet:
    """Return the sheet with the shares of its claims, for bars."""
    measured = (claim for claim in sheet.ledger.claims if claim.measured)
    shares = {claim.text: claim.n for claim in measured if claim.n}

    def barred(part: Part) -> Part:
        lines = (
            replace(li, figure=Bar(shares[li.text]))
            if li.figure is None and li.text in shares
            else li
            for li in part.lines
        )
        return replace(part, lines=tuple(lines))

    return replace(sheet, parts=tuple(barred(part) for part in sheet.parts))


def _table(rows: tuple[Row, ...]) -> Table:
    return Table(_SHARES, _TITLES, rows, named=1)


def _rows(sheet: Sheet, press: Press) -> Iterator[Row]:
    for title, claims in groupby(sheet.ledger.claims, key=lambda claim: claim.section):
        yield section(title, press)
        for claim in claims:
            yield Row(
                (
                    (code_of(claim),),
                    _claim(claim),
                    (State(claim.mark, claim.state),),
                    count_of(claim, press.side),
                    tuple(quiet(told_in(told), press.side) for told in claim.told)
                    or (quiet("\u2013"),),
                )
            )


def _claim(claim: Proven) -> tuple[Block, ...]:
    words = Words(clean(claim.text), 1.0, 600 if claim.key else 400, INK)
    said = [quiet(f"\u201c{text}\u201d") for text in claim.spoken[:_MOST_QUOTES]]
    remark = [quiet(claim.remark)] if claim.remark else []
    return (words, *said, *remark)
