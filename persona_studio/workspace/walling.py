# SPDX-License-Identifier: MIT
"""Evidence on the wall: found by its number, put into a group, told in words and counts."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Measure
from persona_studio.core.research import Quote, Theme, ThemeItem, Wave
from persona_studio.core.snapshot import Snapshot
from persona_studio.core.wall import WallCard, WallGroup
from persona_studio.storage import evidence, wall
from persona_studio.storage.wall import Spot
from persona_studio.workspace import wall_places as places
from persona_studio.workspace.figures import Figure, each_figure, newest_waves
from persona_studio.workspace.tray import QuoteItem, marked, quote_of_number
from persona_studio.workspace.wall_entry import Typed, group_meant, new_group

if TYPE_CHECKING:
    from persona_studio.storage.writer import Writer
    from persona_studio.workspace.workspace import Workspace

Item = Figure | QuoteItem | Theme
ACROSS = 5
"""New groups stand in rows of so many."""


def coded(ws: "Workspace", code: str, figures: Sequence[Figure] | None = None) -> Item | None:
    """Return the evidence of a number (E12, Q3, T2); `figures` are everyone's, if counted."""
    number = int(code[1:])
    if code[0] == "E":
        parts = each_figure(ws, None) if figures is None else [figures]
        found = (figure for part in parts for figure in part)
        return next((figure for figure in found if figure.number == number), None)
    if code[0] == "Q":
        return quote_of_number(ws, number)
    themes = list(ws.snapshot.table(Theme).values())
    return themes[number - 1] if 0 < number <= len(themes) else None


def code_of(ws: "Workspace", item: Item) -> str:
    """Return the number evidence is found by, "" for an answer nobody has marked."""
    if isinstance(item, Figure):
        return f"E{item.number}" if item.number else ""
    kind, key = (Theme, item.id) if isinstance(item, Theme) else (Quote, item.quote)
    ids = list(ws.snapshot.table(kind))
    return f"{kind.__name__[0]}{ids.index(key) + 1}" if key in ids else ""


def put_evidence(ws: "Workspace", write: "Writer", item: Item, spot: Spot) -> str:
    """Put evidence on the wall, once: what hangs there already is moved. Returns the card."""
    card = _card_of(ws, write, item)
    for known in write.find(WallCard, kind=card.kind, quote=card.quote, theme=card.theme):
        if _same(known.measure, card.measure) and known.wave == card.wave:
            if spot.group is None:
                wall.place(write, {known.id: spot.corner})
            else:
                wall.put(write, [known.id], spot.group, spot.index)
            return known.id
    return wall.add(write, card, spot)


def put_typed(
    ws: "Workspace", write: "Writer", typed: Typed, figures: Sequence[Figure] | None = None
) -> str:
    """Do what was typed: evidence or a note, into its group, which is made where it is new."""
    item = coded(ws, typed.code, figures) if typed.code else None
    if typed.code and item is None:
        raise StudioError(
            f"There is no evidence {typed.code}.",
            "Look for its number in the tray, or put a dash first to write a note.",
            kind="no_evidence",
        )
    group = group_for(ws.snapshot, write, typed.group) if typed.group else None
    spot = Spot(group, (0, 0) if group else free_corner(ws.snapshot))
    if item is None:
        key = wall.add(write, WallCard("", text=typed.note), spot)
    else:
        key = put_evidence(ws, write, item, spot)
    if group:
        settle(write, group)
    return key


def group_for(snapshot: Snapshot, write: "Writer", words: str) -> str:
    """Return the group that words mean, made in a free place when it is new."""
    found = group_meant(snapshot, words)
    if found is not None:
        return found.id
    there = places.boxes(snapshot.table(WallGroup).values(), snapshot.table(WallCard).values())
    corner = places.free_corner(there.values(), places.field(0), (0, 0), ACROSS)
    return wall.add_group(write, corner, *new_group(words))


def free_corner(snapshot: Snapshot, near: wall.Corner | None = None) -> wall.Corner:
    """Return where a new free card goes: from a corner on, else below all that is there."""
    there = places.boxes(snapshot.table(WallGroup).values(), snapshot.table(WallCard).values())
    if near is None:
        groups = [there[key] for key in snapshot.table(WallGroup)]
        near = (0, max((box.y + box.high + places.APART for box in groups), default=0))
    return places.free_corner(there.values(), (places.WIDE, places.HIGH), near, ACROSS)


def settle(write: "Writer", group: str) -> None:
    """Let what a group has grown over go aside."""
    groups = {each.id: each for each in write.find(WallGroup)}
    there = places.boxes(groups.values(), write.find(WallCard))
    for key, corner in places.make_room(there, group).items():
        if key in groups:
            wall.move_group(write, key, corner)
        else:
            write.change(WallCard, key, x=corner[0], y=corner[1])


def words_of(snapshot: Snapshot, card: WallCard) -> str:
    """Return what a card says; a quote and a theme speak by what is in the project now."""
    if card.kind == "quote":
        quote = snapshot.quote(card.quote or "")
        return f"\u201c{quote.text}\u201d" if quote else "The quote was removed."
    if card.kind == "theme":
        theme = snapshot.theme(card.theme or "")
        return theme.name if theme else "The theme was removed."
    return card.text


def wave_of(snapshot: Snapshot, card: WallCard) -> str | None:
    """Return the wave a figure is counted on: the newest of its source that asks the same."""
    if card.measure is None:
        return None
    known = snapshot.table(Wave).get(card.wave or "")
    source = known.source if known else None
    for wave in reversed(newest_waves(snapshot)):
        asked = snapshot.question(wave.id, card.measure.question)
        if asked is not None and asked.same and source in (None, wave.source):
            return wave.id
    return card.wave if source else None


def counts_of(ws: "Workspace", card: WallCard) -> str:
    """Return the quiet line of a card: how many say so, or where it was said."""
    snapshot = ws.snapshot
    if card.kind == "figure":
        return _counted(ws, card)
    if card.kind == "quote":
        quote = snapshot.quote(card.quote or "")
        return marked(ws, quote).where if quote else ""
    if card.kind == "theme":
        many = sum(item.theme == card.theme for item in snapshot.table(ThemeItem).values())
        return "1 quote" if many == 1 else f"{many} quotes"
    return ""


def _counted(ws: "Workspace", card: WallCard) -> str:
    from persona_studio.evidence.measures import count

    wave = wave_of(ws.snapshot, card)
    if wave is None or card.measure is None:
        return "Not counted any more"
    found = count(card.measure, ws.answers(wave), None)
    return f"{found.k} of {found.n} · {ws.snapshot.source_of(wave).name}"


def _card_of(ws: "Workspace", write: "Writer", item: Item) -> WallCard:
    if isinstance(item, Theme):
        return WallCard("", "theme", code=code_of(ws, item), theme=item.id)
    if isinstance(item, Figure):
        asked = item.measure
        measure = Measure(asked.question, asked.op, asked.value, "all")
        code = code_of(ws, item)
        return WallCard("", "figure", None, item.text, code, item.wave, measure)
    place = (item.wave, item.question, item.row)
    quote = item.quote or evidence.mark_quote(write, *place, item.text, item.start)
    known = list(ws.snapshot.table(Quote))
    number = known.index(quote) if quote in known else len(known)
    return WallCard("", "quote", code=f"Q{number + 1}", quote=quote)


def _same(one: Measure | None, other: Measure | None) -> bool:
    return one is other or bool(one and other and one.condition == other.condition)


def corners_of(snapshot: Snapshot, group: str) -> Mapping[str, wall.Corner]:
    """Return where the cards of a group lie on the wall."""
    found = snapshot.table(WallGroup)[group]
    cards = places.cards_of(snapshot)[group]
    out = {}
    for index, card in enumerate(cards):
        dx, dy = places.corner_in(index, len(cards))
        out[card.id] = (found.x + dx, found.y + dy)
    return out
