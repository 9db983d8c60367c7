# SPDX-License-Identifier: MIT
"""Running the long jobs to their end without a window: reading files, finding groups."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from persona_studio.core.child import READER_MEMORY_MB, Call, Child
from persona_studio.core.errors import StudioError
from persona_studio.core.fields import Json
from persona_studio.research.handed import Handed, told
from persona_studio.workspace.importing import Choice, Imported, Importing
from persona_studio.workspace.workspace import Workspace

if TYPE_CHECKING:
    from persona_studio.patterns.request import GroupRequest
    from persona_studio.research.importing import ImportResult, Slice

_SLICES_AT_ONCE = 40
"""Slices that are committed together where no window waits for its turn."""
SILENCE = 120.0
"""Seconds without a word from the reading child after which it is stopped."""


@contextmanager
def reader() -> Iterator[Child]:
    """Yield a child process for reading files and stop it after."""
    child = Child("reading", READER_MEMORY_MB)
    try:
        yield child
    finally:
        child.stop()


def inspect_one(child: Child, where: Handed) -> dict[str, Any]:
    """Return the plan for one file; a reader that dies is the file's error."""
    from persona_studio.research.importing import inspect_job

    try:
        (item,) = child.call(inspect_job, [where]).result(SILENCE)
    except StudioError as error:
        return {"file": told(where), "error": error.as_dict()}
    plan: dict[str, Any] = item
    return plan


def bring_in(
    workspace: Workspace,
    child: Child,
    where: Handed,
    choice: Choice,
    plan: Json = None,
    *,
    roll_up: bool = False,
) -> Imported:
    """Read a file in the child and import it; a StudioError leaves the project unchanged.

    A table that sums up groups is taken for people only when a plan says so. With `roll_up`
    orders also become a wave of customers.
    """
    from persona_studio.research.plan_check import checked

    if plan is not None:
        checked(plan)
    else:
        plan = inspect_one(child, where)
        if any(problem["cause"] == "crosstab" for problem in plan.get("problems", ())):
            raise StudioError(
                f"“{where.name}” looks like a summary of groups, not one person a row.",
                "Export the single answers. If each row is a person after all, hand the item of"
                " `inspect` back with --plan.",
                kind="crosstab",
            )
        plan = as_last_time(workspace, plan, choice)
    if plan.get("error"):
        error = plan["error"]
        raise StudioError(error["message"], error["hint"], kind=error["kind"])
    if roll_up:
        plan = with_people(plan, where)
    importing = Importing(workspace, where, plan, choice)
    function, arguments = importing.job
    result: list[ImportResult] = []
    slices = _slices(child.call(function, *arguments), result.append)
    try:
        for first in slices:  # what is read goes on while a slice is stored
            importing.receive(chain([first], islice(slices, _SLICES_AT_ONCE - 1)))
        return importing.finish(*result)
    finally:
        importing.abandon()  # a wave that was shown is kept all the same


def _slices(call: Call, end: Callable[["ImportResult"], None]) -> Iterator["Slice"]:
    """Yield slices as they come, and hand the result to `end`; raise the job's error."""
    for message in call.messages(SILENCE):
        if message.kind == "item":
            yield message.value
        elif message.kind == "error":
            raise message.value
        elif message.kind == "result":
            end(message.value)


def with_people(plan: Mapping[str, Any], where: Handed) -> dict[str, Any]:
    """Return the plan of a file of orders that are rolled up into their customers as well."""
    from persona_studio.research.orders import no_orders, rolled_up
    from persona_studio.research.plan import from_json, to_json

    found = rolled_up(from_json(plan))
    if found.orders is None:
        raise no_orders(where.name)
    return to_json(found)


def as_last_time(workspace: Workspace, plan: dict[str, Any], choice: Choice) -> dict[str, Any]:
    """Return a plan with what was told about its columns when the same source was read last."""
    from persona_studio.research.plan import from_json, to_json
    from persona_studio.workspace.next_wave import (
        like_last_time,
        recognise_file,
        source_named,
    )

    if plan.get("error"):
        return plan
    found = from_json(plan)
    source = source_named(workspace.snapshot, choice.source) if choice.source else None
    source = source or recognise_file(workspace.snapshot, found)
    return to_json(like_last_time(workspace.snapshot, found, source)) if source else plan


def find_groups(workspace: Workspace, request: "GroupRequest") -> str:
    """Look for groups in a child of its own and store the answer; return the segmentation's id."""
    from persona_studio.workspace import grouping

    child = Child("finding")
    try:
        function, arguments = grouping.job(request)
        result = child.call(function, *arguments).result()
    finally:
        child.stop()
    return grouping.store(workspace, request, result)
