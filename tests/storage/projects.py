# SPDX-License-Identifier: MIT
"""Small real projects for tests: every table filled, and random edits over all of them."""

import random
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from persona_studio.core.codec import shape
from persona_studio.core.fields import new_id
from persona_studio.core.nouns import JOURNALLED
from persona_studio.core.persona import Measure
from persona_studio.core.research import Membership, Question, Segment
from persona_studio.core.workshop import AgendaItem, Decision, Option, Placement
from persona_studio.storage import claims, personas, pictures, rows, waves
from persona_studio.storage.reading import read_table
from persona_studio.storage.writer import Writer
from persona_studio.workspace.workspace import Workspace

TEXTS = (
    "",
    "a",
    "Größe “x”",
    "مرحبا 👩‍💻",
    "it's; DROP TABLE claim",
    "line\nbreak\ttab",
    "0",
    "null",
)


def state(workspace: Workspace) -> dict[str, dict[str, Any]]:
    """Return every journalled value straight from the file."""
    return {table: read_table(workspace.database.connection, table) for table in JOURNALLED}


def make(path: Path) -> Workspace:
    """Return a fresh project."""
    return Workspace.create(path, "Riverside", "Coffee")


def random_value(table: str, rng: random.Random, ids: dict[str, list[str]]) -> Any | None:
    """Return a random value of a table whose references exist, None where one cannot be had."""
    kind, values = JOURNALLED[table], {}
    for item, hint, optional in shape(kind):
        target = item.metadata.get("ref")
        if item.name == "id":
            values["id"] = new_id()
        elif optional and rng.random() < 0.3:
            values[item.name] = None
        elif target:
            if not ids.get(target) and not optional:
                return None
            values[item.name] = rng.choice(ids[target]) if ids.get(target) else None
        elif "least" in item.metadata:
            values[item.name] = item.metadata["least"] + rng.randrange(9)
        else:
            values[item.name] = _random_field(item, hint, rng)
    return kind(**values)


def _random_field(item: Any, hint: Any, rng: random.Random) -> Any:
    words = item.metadata.get("words")
    if words:
        return rng.choice(words)
    makers: dict[Any, Callable[[], Any]] = {
        str: lambda: rng.choice(TEXTS),
        int: lambda: rng.choice((0, 1, 7, -3, 2**40)),
        bool: lambda: rng.random() < 0.5,
        float: lambda: rng.choice((0.1, 1 / 3, 1e-17, 12345.678901234567)),
        date: lambda: date(2024, 1, 1) + timedelta(days=rng.randrange(900)),
        datetime: lambda: datetime(2026, 1, rng.randrange(1, 28), 8, tzinfo=UTC),
        tuple[int, ...]: lambda: (rng.randrange(9), 2),
        tuple[AgendaItem, ...]: lambda: (AgendaItem(rng.choice(TEXTS), rng.randrange(60), "vote"),),
        tuple[Decision, ...]: lambda: (Decision(rng.choice(TEXTS), "A", date(2026, 6, 1)),),
        tuple[Option, ...]: lambda: (Option("o", rng.choice(TEXTS)),),
        tuple[Placement, ...]: lambda: (Placement("A", rng.randrange(9), "o"),),
        Measure: lambda: Measure("q", "any_of", ["a", rng.random()], "all"),
        dict[str, str]: lambda: rng.choice(({}, {"18-24": "18 to 24", "ü": ""})),
        Any: lambda: rng.choice((None, 1, 0.1, "x", [1, {"a": None}], {"k": [1.5, "ü"]})),
    }
    if hint in makers:
        return makers[hint]()
    return (rng.random(), rng.random()) if "float" in str(hint) else (rng.choice(TEXTS), "b")


def random_edit(workspace: Workspace, rng: random.Random) -> None:
    """Make one random edit: adding, changing, removing in bulk, moving, importing."""
    ids = {table: list(values) for table, values in state(workspace).items()}
    with workspace.edit(f"edit {rng.random():.3f}", rng.choice((None, None, "typing"))) as write:
        for _ in range(rng.randrange(1, 6)):
            rng.choice(_KINDS)(write, rng, ids)


def _add(write: Writer, rng: random.Random, ids: dict[str, list[str]]) -> None:
    for table in rng.sample([name for name in JOURNALLED if name not in ("project", "setting")], 3):
        value = random_value(table, rng, ids)
        if value is not None:
            write.add(value)
            ids[table].append(value.id)


def _pick(rng: random.Random, ids: dict[str, list[str]], table: str = "") -> tuple[str, str] | None:
    tables = [name for name in JOURNALLED if ids[name]] if not table else [table]
    chosen = rng.choice(tables)
    return (chosen, rng.choice(ids[chosen])) if ids[chosen] else None


def _change(write: Writer, rng: random.Random, ids: dict[str, list[str]]) -> None:
    table, key = _pick(rng, ids) or ("project", ids["project"][0])
    value = random_value(table, rng, ids)
    if value is None or not write.find(JOURNALLED[table], id=key):
        return
    names = [item.name for item in fields(value) if item.name != "id"]
    for name in rng.sample(names, min(len(names), 2)):
        write.change(JOURNALLED[table], key, **{name: getattr(value, name)})


def _remove(write: Writer, rng: random.Random, ids: dict[str, list[str]]) -> None:
    picked = _pick(rng, ids)
    if picked and picked[0] not in ("project", "setting"):
        write.remove(JOURNALLED[picked[0]], picked[1])
        _reload(write, ids)


def _bulk(write: Writer, rng: random.Random, ids: dict[str, list[str]]) -> None:
    from sqlalchemy import text

    sql = rng.choice(
        (
            "UPDATE claim SET text = text || '!'",
            "DELETE FROM evidence WHERE rowid % 3 = 0",
            "UPDATE persona SET position = position + 1",
            "DELETE FROM source WHERE rowid % 2 = 0",
            "INSERT OR REPLACE INTO setting (id, value) VALUES ('x', '1')",
        )
    )
    write.connection.execute(text(sql))
    _reload(write, ids)


def _noun(write: Writer, rng: random.Random, ids: dict[str, list[str]]) -> None:
    persona = personas.add(write, rng.choice(("Maya", "Ruth", "Tomas")))
    ids["persona"].append(persona)
    made = [claims.add(write, persona, "goals", f"claim {i}") for i in range(3)]
    ids["claim"].extend(made)
    claims.move(write, made[:2], None, "pains")
    claims.copy_to(write, made[2:], persona, "pains", None)
    personas.reorder(write, persona, rng.randrange(3))
    if rng.random() < 0.5:
        personas.remove(write, persona, keep_claims=rng.random() < 0.5)
    _reload(write, ids)


def _import(write: Writer, rng: random.Random, ids: dict[str, list[str]]) -> None:
    source = waves.add_source(write, "Survey")
    value = random_value("wave", rng, {**ids, "source": [source]})
    assert value is not None
    raw = write._raw
    rows.register(raw, "row", value.id)
    rows.add_rows(raw, value.id, [(1, "P-1", '["a"]'), (2, "P-2", '["b"]')])
    question = Question(new_id(), value.id, variable="q", label="Reached by")
    waves.show(write, replace(value, n=2), [question])
    ids["source"].append(source)
    ids["wave"].append(value.id)


def _group(write: Writer, rng: random.Random, ids: dict[str, list[str]]) -> None:
    value = random_value("segmentation", rng, ids)
    if value is None:
        return
    numbers = [number for number, _, _ in rows.read_rows(write._raw, value.wave)]
    segment = Segment(new_id(), value.id, name=rng.choice(TEXTS), n=len(numbers))
    rows.register(write._raw, "membership", value.id)
    rows.add_memberships(
        write._raw, [Membership(value.id, number, segment.id, rng.random()) for number in numbers]
    )
    write.add(value)
    write.add(segment)
    ids["segmentation"].append(value.id)
    ids["segment"].append(segment.id)


def _photo(write: Writer, rng: random.Random, ids: dict[str, list[str]]) -> None:
    persona = personas.add(write, "Ruth")
    digest = pictures.keep_bytes(write._raw, rng.randbytes(rng.choice((0, 1, 3000))))
    made = pictures.give(write, persona, kind="photo", sha256=digest, mime="image/png")
    ids["persona"].append(persona)
    ids["picture"].append(made)


_KINDS = (_add, _change, _remove, _bulk, _noun, _import, _group, _photo)


def _reload(write: Writer, ids: dict[str, list[str]]) -> None:
    for table, kind in JOURNALLED.items():
        ids[table] = [value.id for value in write.find(kind)] if table else []
