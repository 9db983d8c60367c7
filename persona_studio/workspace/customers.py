# SPDX-License-Identifier: MIT
"""Orders that came in as rows are rolled up into their customers later, from what is stored.

The work is cut into steps, so that a window goes on between them; the customers become a wave in
one small edit at the end. A roll-up at the import gives the same customers.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from persona_studio.core.errors import StudioError
from persona_studio.core.research import Question, Wave
from persona_studio.evidence import privacy
from persona_studio.research.importing import Slice
from persona_studio.research.people import Customers
from persona_studio.research.plan import Orders, Plan, Role, from_json
from persona_studio.research.plan_check import checked
from persona_studio.research.rolling import PARTS, RolledUp, RollUp
from persona_studio.storage import rows, waves
from persona_studio.workspace.arriving import Arriving
from persona_studio.workspace.importing import KEY
from persona_studio.workspace.rolling import People, can_be_rolled_up, people_of
from persona_studio.workspace.workspace import Workspace

_AT_ONCE = 500
_NEEDED = {"customer": "who bought", "date": "the day", "amount": "the amount"}


class RollingUp:
    """The customers of one wave of orders on their way; `people` is there after the last step.

    Waves that are worked on one after the other with one `key` are one step to undo.
    """

    def __init__(self, workspace: Workspace, wave: str, key: str = "") -> None:
        self._key = key or f"customers:{wave}"
        self._workspace, self._wave = workspace, workspace.snapshot.table(Wave)[wave]
        asked = {q.column: q for q in workspace.snapshot.questions_of(wave)}
        if not can_be_rolled_up(workspace.snapshot, wave):
            raise _nothing_to_roll_up(self._wave)
        self._plan = _stored(self._wave, asked, str(workspace.snapshot.settings.get(KEY) or ""))
        self._positions = {n: q.position for n, q in asked.items()}
        self._arriving: Arriving | None = None
        self.people: People | None = None

    @property
    def wave(self) -> str:
        """The wave of orders."""
        return self._wave.id

    def steps(self) -> Iterator[tuple[int, int]]:
        """Do the work; yield after each step how many of how many rows are done."""
        roll_up = RollUp(self._plan, str.strip, dict.fromkeys(self._positions, str))
        connection, total = self._workspace.database.connection, self._wave.n
        after = done = 0
        while some := rows.read_slice(connection, self._wave.id, after, _AT_ONCE):
            roll_up.take(self._columns([cells for _, cells in some]))
            after, done = some[-1][0], done + len(some)
            yield done, total
        with self._workspace.database.transaction():
            self._arriving = Arriving(self._workspace)
        customers = Customers(roll_up)
        for part, codes in customers.slices(_AT_ONCE):
            with self._workspace.database.transaction():
                self._arriving.store(Slice(part, codes, of_people=True))
            yield total, total
        self._show(customers.found)
        self.leave()

    def leave(self) -> None:
        """Hold the customers no longer: they are shown, or given up."""
        if self._arriving is not None:
            self._arriving.leave()

    def _columns(self, part: Sequence[Sequence[str]]) -> list[Sequence[str]]:
        """Return the stored cells of some rows as the columns of the file, blank where left out."""
        blank = [""] * len(part)
        columns: list[Sequence[str]] = [blank] * max(self._positions, default=1)
        for n in _columns_of(self._plan.orders):
            place = self._positions[n]
            columns[n - 1] = [cells[place] if place < len(cells) else "" for cells in part]
        return columns

    def _show(self, found: RolledUp) -> None:
        arriving, wave = self._arriving, self._wave
        assert arriving is not None
        plan = {"orders": self._wave.plan["orders"]}
        label = f"Make customers of {wave.file_name or 'orders'}"
        with self._workspace.edit(label, self._key) as write:
            people = people_of(self._workspace.snapshot, wave, arriving.wave, found, plan)
            waves.show(write, people.wave, list(people.questions))
            arriving.close(found.labels)
        self.people = people


def roll_up(workspace: Workspace, wave: str) -> People:
    """Make the customers of a wave of orders, in one step to undo."""
    rolling = RollingUp(workspace, wave)
    try:
        for _ in rolling.steps():
            pass
    finally:
        rolling.leave()
    assert rolling.people is not None
    return rolling.people


def _told(wave: Wave) -> Plan:
    """Return the plan by which a wave was read; StudioError where a document says it wrongly."""
    plan = {key: value for key, value in dict(wave.plan or {}).items() if value is not None}
    return from_json(checked(plan))


def _stored(wave: Wave, asked: Mapping[int, Question], key: str) -> Plan:
    """Return the plan of some orders for the columns that are stored.

    A code stands for each customer where the column is private, also for one who is "n/a".
    """
    told = _told(wave)
    orders = told.orders
    if orders is None:
        raise _nothing_to_roll_up(wave)
    for part, words in _NEEDED.items():
        if getattr(orders, part) not in asked:
            raise _left_out(wave, words)
    parts = {part: n for part in PARTS if (n := getattr(orders, part)) in asked}
    kept = Orders(**{**dict.fromkeys(PARTS), **parts}, counted=orders.counted)
    roles = {
        n: replace(told.roles.get(n) or Role(q.role), label=q.label, missing=q.missing)
        for n, q in asked.items()
    }
    customer = roles[orders.customer]
    coded = (privacy.pseudonym(key.encode(), text) for text in customer.missing if key)
    roles[orders.customer] = replace(customer, missing=(*customer.missing, *coded))
    return replace(told, orders=kept, roles=roles, roll_up=True)


def _columns_of(orders: Orders | None) -> list[int]:
    numbers = (getattr(orders, part) for part in PARTS)
    return [n for n in numbers if n]


def _nothing_to_roll_up(wave: Wave) -> StudioError:
    return StudioError(
        f"“{wave.file_name}” holds no orders whose customers could be made.",
        "Its rows name no customer with a day and an amount, or the customers are there already.",
        kind="no_orders",
    )


def _left_out(wave: Wave, what: str) -> StudioError:
    return StudioError(
        f"{what[:1].upper()}{what[1:]} was left out when “{wave.file_name}” was imported.",
        "Import the file again with one row a customer; it can take the place of this wave.",
        kind="left_out",
    )
