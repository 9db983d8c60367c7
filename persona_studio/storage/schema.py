# SPDX-License-Identifier: MIT
"""The tables of the project file as SQLAlchemy sees them, made from the fields of the values.

`JOURNALLED` tables hold one value a row. Bulk tables (rows of waves, memberships, coded columns,
picture bytes) are written once; `bulk` registers each of their parents, so that what belongs to
nobody any more is found without reading it. `edit` and `edit_row` are the history.
"""

from typing import Any

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from persona_studio.core.codec import shape
from persona_studio.core.nouns import JOURNALLED

METADATA = MetaData()


def _table(name: str, kind: type) -> Table:
    columns = []
    for item, hint, optional in shape(kind):
        target = item.metadata.get("ref")
        parts: list[ForeignKey] = []
        if target:
            rule = "SET NULL" if optional else "CASCADE"
            parts = [
                ForeignKey(f"{target}.id", ondelete=rule, deferrable=True, initially="DEFERRED")
            ]
        columns.append(
            Column(
                item.name,
                Integer if hint in (int, bool) else Text,
                *parts,
                primary_key=item.name == "id",
                nullable=optional or hint is Any,
            )
        )
    table = Table(name, METADATA, *columns)
    for item, _, _ in shape(kind):
        if item.metadata.get("ref"):
            Index(f"{name}_{item.name}", table.c[item.name])
    return table


TABLES: dict[str, Table] = {name: _table(name, kind) for name, kind in JOURNALLED.items()}

ROW = Table(
    "row",
    METADATA,
    Column("wave", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("respondent", Text, nullable=False),
    Column("cells", Text, nullable=False),
    PrimaryKeyConstraint("wave", "number"),
    sqlite_with_rowid=False,
)
MEMBERSHIP = Table(
    "membership",
    METADATA,
    Column("segmentation", Text, nullable=False),
    Column("row", Integer, nullable=False),
    Column("segment", Text, nullable=False),
    Column("margin", Text),
    PrimaryKeyConstraint("segmentation", "row"),
    sqlite_with_rowid=False,
)
CODED = Table(
    "coded",
    METADATA,
    Column("wave", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("chunk", Integer, nullable=False),
    Column("width", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
    PrimaryKeyConstraint("wave", "position", "chunk"),
    sqlite_with_rowid=False,
)
BLOB = Table(
    "blob",
    METADATA,
    Column("sha256", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
    PrimaryKeyConstraint("sha256"),
)
BULK = Table(
    "bulk",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("parent", Text, nullable=False),
)
META = Table(
    "meta",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
EDIT = Table(
    "edit",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("label", Text, nullable=False),
    Column("merge_key", Text),
    Column("at", Text, nullable=False),
    Column("undone", Integer, nullable=False),
    Column("size", Integer, nullable=False),
)
EDIT_ROW = Table(
    "edit_row",
    METADATA,
    Column("edit", Integer, nullable=False),
    Column("tbl", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("before", Text),
    PrimaryKeyConstraint("edit", "tbl", "key"),
    sqlite_with_rowid=False,
)
