# SPDX-License-Identifier: MIT
"""Sources and waves: showing an import, taking one away, and saying what that breaks."""

from persona_studio.core.fields import new_id
from persona_studio.core.persona import Evidence
from persona_studio.core.research import Question, Source, Wave
from persona_studio.storage.writer import Writer


def add_source(write: Writer, name: str, kind: str = "survey", sampling: str = "") -> str:
    """Add a source; return its id."""
    position = len(write.find(Source))
    return write.add(Source(new_id(), name.strip() or "Research", kind, sampling, position))


def say_sampling(write: Writer, source: str, sampling: str) -> None:
    """Say how the people of a source were found; nothing said leaves what is known."""
    if sampling and write.get(Source, source).sampling != sampling:
        write.change(Source, source, sampling=sampling)


def show(write: Writer, wave: Wave, questions: list[Question]) -> None:
    """Make an imported wave part of the project; its rows are in the file already."""
    write.add(wave)
    write.add_all(questions)


def remove(write: Writer, wave: str) -> int:
    """Take a wave away; mark the evidence that rested on it as lost and return how much it was.

    The people its rows were rolled up into go with it.
    """
    name = _name(write, wave)
    people = sum(remove(write, each.id) for each in write.find(Wave, derived_from=wave))
    broken = write.find(Evidence, wave=wave)
    for item in broken:
        write.change(Evidence, item.id, lost=f"{name} was removed", wave=None, quote=None)
    write.remove(Wave, wave)
    return len(broken) + people


def remove_source(write: Writer, source: str) -> int:
    """Take a source with all its waves away; returns how much evidence lost its ground."""
    broken = 0
    while waves := write.find(Wave, source=source):
        broken += remove(write, waves[0].id)
    name = write.get(Source, source).name
    for item in write.find(Evidence, source=source):
        write.change(Evidence, item.id, lost=item.lost or f"{name} was removed", source=None)
    write.remove(Source, source)
    return broken


def _name(write: Writer, wave: str) -> str:
    found = write.get(Wave, wave)
    when = found.collected_on or found.imported_at
    name = write.get(Source, found.source).name
    return f"{name}, {when:%B %Y}" if when else name
