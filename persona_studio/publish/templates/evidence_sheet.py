# SPDX-License-Identifier: MIT
"""The evidence and change sheet: what speaks for and against each claim, and what changed."""

from collections.abc import Iterator
from itertools import groupby

from persona_studio.publish.boxes import Block, Words
from persona_studio.publish.claims import FEW, Proven, Told
from persona_studio.publish.fit import Report
from persona_studio.publish.press import Press
from persona_studio.publish.sheet import Sheet
from persona_studio.publish.table import Row, Table
from persona_studio.publish.templates.ledger import (
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
from persona_studio.publish.theme import INK, MUTED, sizes
from persona_studio.publish.typeset import clean

_TITLES = ("No.", "Claim", "For", "Against", "How many")
_SHARES = (7, 33, 26, 26, 13)
_CHANGES = "Changed since the sign-off"


def compose(order: Order) -> Report:
    """Draw the sheet of one persona."""
    wanted = sizes(order.distance)
    rtl = reads_rtl(order.sheet, order.side)
    press = Press(order.setter, order.theme, order.borne().floor, rtl=rtl)
    rows = (*_changes(order.sheet, press), *_rows(order.sheet, press))
    table = Table(_SHARES, _TITLES, rows, named=1)
    pages = Pages(order.sheet, "Evidence and changes", table, order.paper, press)
    pages.draw(order.document, 1, len(pages.pages))
    return Report(
        name=order.sheet.name,
        pages=len(pages.pages),
        body=press.body,
        target=wanted.target,
        floor=wanted.floor,
        distance=order.distance,
        cautions=list(order.sheet.cautions),
    )


def _changes(sheet: Sheet, press: Press) -> Iterator[Row]:
    """Tell first what is not as it was signed."""
    ledger = sheet.ledger
    yield section(_CHANGES, press)
    yield Row(((quiet(ledger.signed or "Never signed off.", press.side),),))
    for change in ledger.changes:
        told: list[Block] = [Words(clean(change.text), 1.0, 600, INK)]
        told += [Words(clean(sentence), 1.0, 400, INK) for sentence in change.sentences]
        told += [quiet(change.when)] if change.when else []
        yield Row((tuple(told),))


def _rows(sheet: Sheet, press: Press) -> Iterator[Row]:
    for title, claims in groupby(sheet.ledger.claims, key=lambda claim: claim.section):
        yield section(title, press)
        for claim in claims:
            yield Row(
                (
                    (code_of(claim),),
                    (
                        Words(clean(claim.text), 1.0, 600 if claim.key else 400),
                        State(claim.mark, claim.state),
                    ),
                    _side(claim, press.side, against=False),
                    _side(claim, press.side, against=True),
                    count_of(claim, press.side),
                )
            )


def _side(claim: Proven, side: str, *, against: bool) -> tuple[Block, ...]:
    """Return the counts and words for a claim, or those against it."""
    counted = [block for told in claim.told for block in _counted(told, side, against=against)]
    words = [f"\u201c{text}\u201d" for text in (claim.opposed if against else claim.spoken)]
    remark = [claim.remark] if claim.remark and not against else []
    found = (*counted, *(quiet(text) for text in (*words, *remark)))
    return found or (Words("\u2013", 1.0, 400, MUTED),)


def _counted(told: Told, side: str, *, against: bool) -> tuple[Block, ...]:
    count = told.n_against if against else told.n_for
    people = {1: "1 person", FEW: "Fewer than 5 people"}.get(count, f"{count:,} people")
    return (Words(people, 1.0, 400, INK, align=side), quiet(told_in(told), side)) if count else ()
