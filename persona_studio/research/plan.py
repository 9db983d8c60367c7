# SPDX-License-Identifier: MIT
"""A plan: how one file is read, what each column is for, and what happens to private columns."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from functools import cache
from typing import Any, Literal, TypeAlias

Use: TypeAlias = Literal["keep", "leave_out", "pseudonymise", "mask"]
BY_HAND = "left out by you"
USES: tuple[Use, ...] = ("keep", "leave_out", "pseudonymise", "mask")


@dataclass(frozen=True)
class Problem:
    """Something in the file that needs a look; rows and columns are 1-based, None for all."""

    cause: str
    sentence: str
    row: int | None = None
    column: int | None = None


_OF_COLUMN = ("label", "text", "group", "choice", "tick", "twice", "filled", "distinct")


@dataclass(frozen=True)
class Role:
    """What one column is for, how sure that is (0-1) and why.

    `separator` parts the choices of a multi-select cell; `options` are the choices seen, `order`
    the steps of a scale from low to high; `group` names the question the column is one choice of,
    `choice` the answer that a cell with the text `tick` stands for there, `twice` the rows that
    tick more than one; `pii` is the kind of personal data; `missing` are texts that mean no
    answer; `ident` is the tool's own name for the column, the same in every export.
    """

    role: str
    sure: float = 0.5
    why: str = ""
    label: str = ""
    text: str = ""
    separator: str | None = None
    options: tuple[str, ...] = ()
    choices_containing_separator: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    group: str = ""
    pii: str | None = None
    missing: tuple[str, ...] = ()
    decimal: str | None = None
    date_order: str | None = None
    filled: int = 0
    distinct: int = 0
    ident: str = ""
    choice: str = ""
    tick: str = ""
    twice: int = 0

    def of_column(self, column: "Role") -> "Role":
        """Return the role for a column, with what a look at that column itself tells."""
        own = {name: getattr(column, name) for name in _OF_COLUMN}
        return replace(self, **own)


@dataclass(frozen=True)
class Column:
    """What the user wants done with a column; a private column is kept only with a reason."""

    use: Use = "keep"
    reason: str = ""


@dataclass(frozen=True)
class Reason:
    """Why a key of the plan is what it is, and how sure that is (0-1)."""

    sure: float
    why: str


COUNTED = ("order", "line", "each")


@dataclass(frozen=True)
class Orders:
    """The columns (1-based) of a file whose rows are orders, None for what it does not say.

    `counted` tells what the amount is of: an order (it stands on one of its lines, or the same on
    all), a line, or each piece of a line. `customers` is how many there are, where it could be
    counted. `told` names what a person has chosen.
    """

    customer: int
    date: int
    amount: int
    counted: str = "line"
    order: int | None = None
    quantity: int | None = None
    category: int | None = None
    channel: int | None = None
    customers: int | None = None
    told: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """One item of `inspect --json` (contracts), and what may be changed in it before import.

    Rows are parsed records counted from 1, blank lines included. `last_data_row` ends the table;
    what follows is notes or another table (`tables`:
    `first_row` of each further one). `stamp` is size and time of the file the plan was made from:
    by it no other content is read. `chosen` names the keys a person has set: a new look
    at the file leaves those as they are.
    """

    file: str
    format: str = "csv"
    encoding: str | None = None
    encoding_sure: float | None = None
    encoding_why: str = ""
    delimiter: str | None = None
    quote: str | None = None
    decimal: str | None = None
    sheet: str | None = None
    sheets: tuple[str, ...] = ()
    hidden_sheets: tuple[str, ...] = ()
    header_rows: tuple[int, ...] = ()
    label_row: int | None = None
    first_data_row: int | None = None
    last_data_row: int | None = None
    data_rows: int | None = None
    columns_count: int = 0
    footer_rows: int = 0
    ignore_rows: tuple[int, ...] = ()
    skip_rows: tuple[int, ...] = ()
    skip_why: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    blank_rows: int = 0
    missing: tuple[str, ...] = ()
    date_order: str | None = None
    tables: tuple[Mapping[str, Any], ...] = ()
    table_row: int | None = None
    multi_select_groups: tuple[tuple[int, int], ...] = ()
    orders: Orders | None = None
    roll_up: bool = False
    kind: str | None = None
    collected_on: str | None = None
    stamp: str = ""
    sentence: str = ""
    roles: Mapping[int, Role] = field(default_factory=dict)
    columns: Mapping[int, Column] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    faulty_rows: int = 0
    reasons: Mapping[str, Reason] = field(default_factory=dict)
    chosen: tuple[str, ...] = ()
    error: Mapping[str, str] | None = None

    @property
    def reasons_to_skip(self) -> dict[int, str]:
        """Why rows are passed over, where a reason was given; by row."""
        return {row: why for why, rows in self.skip_why.items() for row in rows}

    @property
    def headless(self) -> bool:
        """Whether columns are named beside the rows, so that no row can be a heading."""
        return self.format == "sav" or self.kind == "interview_notes"

    def use(self, column: int) -> Use:
        """Return what happens to a column (1-based) on import.

        Personal data stay out, but where they name the customers whose orders are rolled up.
        """
        if column in self.columns:
            return self.columns[column].use
        role = self.roles.get(column)
        if role is None:
            return "keep"
        if role.role == "pii":
            who = self.orders.customer if self.roll_up and self.orders else None
            return "pseudonymise" if column == who else "leave_out"
        return "mask" if role.role == "free_text" else "keep"


def to_json(plan: Plan) -> dict[str, Any]:
    """Return the plan as the JSON of the contract: `columns` is a number, choices beside it."""
    item: dict[str, Any] = {}
    for each in fields(plan):
        item[each.name] = _plain(getattr(plan, each.name))
    item["uses"] = item.pop("columns")
    item["columns"] = item.pop("columns_count")
    return item


def from_json(item: Mapping[str, Any]) -> Plan:
    """Return the plan of such JSON; `columns` may also be the mapping of choices itself."""
    known = {each.name for each in fields(Plan)}
    given: dict[str, Any] = {key: value for key, value in item.items() if key in known}
    uses = item.get("uses") or {}
    if isinstance(item.get("columns"), Mapping):
        uses = item["columns"]
    given["columns"] = {int(n): _column(value) for n, value in uses.items()}
    count = item.get("columns")
    given["columns_count"] = count if isinstance(count, int) else item.get("columns_count", 0)
    given["roles"] = {int(n): _role(value) for n, value in (item.get("roles") or {}).items()}
    skipped = item.get("skip_why") or {}
    given["skip_why"] = {str(why): tuple(rows) for why, rows in skipped.items()}
    reasons = item.get("reasons") or {}
    given["reasons"] = {key: _known(Reason, value) for key, value in reasons.items()}
    given["orders"] = _known(Orders, item["orders"]) if item.get("orders") else None
    given["problems"] = tuple(_known(Problem, value) for value in item.get("problems") or ())
    for key, value in given.items():
        if isinstance(value, list):
            given[key] = tuple(tuple(each) if isinstance(each, list) else each for each in value)
    given.setdefault("file", "")
    return Plan(**given)


def to_store(item: Mapping[str, Any], name: str) -> dict[str, Any]:
    """Return a plan's JSON as a project keeps it: no folder, no text of what stays out."""
    plan = from_json(item)
    roles = dict(item.get("roles") or {})
    for number in plan.roles:
        role = roles[str(number)]
        if plan.use(number) in ("leave_out", "pseudonymise") and isinstance(role, Mapping):
            roles[str(number)] = {**role, **{key: [] for key in _TEXTS}, "choice": "", "tick": ""}
    return {**item, "file": name, "roles": roles}


_TEXTS = ("options", "order", "choices_containing_separator", "missing")


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if isinstance(value, Orders | Role | Column | Problem | Reason):
        return _plain(asdict(value))
    return value


def _known(kind: type, value: Mapping[str, Any]) -> Any:
    names = _names(kind)
    given = {key: each for key, each in value.items() if key in names}
    return kind(**{k: tuple(v) if isinstance(v, list) else v for k, v in given.items()})


@cache
def _names(kind: type) -> frozenset[str]:
    return frozenset(each.name for each in fields(kind))


def _role(value: Any) -> Role:
    if isinstance(value, str):
        return Role(value, 1.0)
    role: Role = _known(Role, value)
    return role


def _column(value: Any) -> Column:
    if isinstance(value, str):
        value = {"use": value}
    column: Column = _known(Column, value)
    return column if column.use in USES else Column("leave_out")
