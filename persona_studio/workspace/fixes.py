# SPDX-License-Identifier: MIT
"""What each fix of a finding does to the project, by the id the review rules name.

Each writes through storage functions inside the edit it is handed; none makes an edit of its own.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from persona_studio.core import clock
from persona_studio.core.codec import from_json
from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Claim, Evidence, Measure, Persona, Picture
from persona_studio.core.research import Question, Quote, Segmentation, Source, Wave
from persona_studio.core.reviewing import Review, SignOff
from persona_studio.storage import claims, evidence, personas, pictures, waves
from persona_studio.storage.writer import Writer

Values = Mapping[str, Any]
_NAMES = {
    "interviews": "Interviews",
    "observation": "Observation",
    "sales_support": "Sales and support",
    "survey": "Survey",
}


class Action(NamedTuple):
    """The name of the undo step, and what is written."""

    step: str
    write: Callable[[Writer, Values], None]


def _link(write: Writer, values: Values) -> None:
    if "quote" in values:
        evidence.link_quote(write, values["claim"], values["quote"])
    else:
        measure = from_json(Measure, values["measure"], "measure")
        evidence.link_measure(write, values["claim"], values["wave"], measure)


def _assume(write: Writer, values: Values) -> None:
    evidence.assume(write, values["claim"])


def _unlink(write: Writer, values: Values) -> None:
    for item in values["evidence"]:
        evidence.unlink(write, item)


def _set_directness(write: Writer, values: Values) -> None:
    for item in values["evidence"]:
        write.change(Evidence, item, directness=values["directness"])


def _count_again(write: Writer, values: Values) -> None:
    for item, wave in values["moves"].items():
        source = evidence.source_of(write, wave)
        write.change(Evidence, item, wave=wave, source=source, lost="")


def _measure_again(write: Writer, values: Values) -> None:
    measure = from_json(Measure, values["measure"], "measure")
    write.change(Evidence, values["evidence"], measure=measure)
    _change(write, values)


def _add_note(write: Writer, values: Values) -> None:
    """Link a claim to a note of one person, on a source of the kind wanted (made when needed)."""
    kind = values["kind"]
    known = [source.id for source in write.find(Source, kind=kind)]
    source = known[0] if known else waves.add_source(write, _NAMES[kind], kind)
    evidence.link_note(write, values["claim"], source, values["note"], 1, 0)


def _delete(write: Writer, values: Values) -> None:
    claims.remove(write, [values["claim"]])


def _park(write: Writer, values: Values) -> None:
    for key in values.get("claims") or [values["claim"]]:
        claim = write.get(Claim, key)
        claims.move(write, [claim.id], None, claim.section)


def _change(write: Writer, values: Values) -> None:
    for claim, fields in values["changes"].items():
        claims.change(write, claim, **fields)


def _demote(write: Writer, values: Values) -> None:
    for persona in values["personas"]:
        write.change(Persona, persona, role="secondary")


def _retire(write: Writer, values: Values) -> None:
    for persona in values["personas"]:
        personas.retire(write, persona)


def _adopt(write: Writer, values: Values) -> None:
    """Rest claims on a newer wave: its evidence instead of the older, its quantifier."""
    _unlink(write, values)
    _count_again(write, values)
    _change(write, values)


def _set_date(write: Writer, values: Values) -> None:
    write.change(Wave, values["wave"], collected_on=day_said(values["collected_on"]))


def _set_created(write: Writer, values: Values) -> None:
    write.change(Persona, values["persona"], created=date.fromisoformat(values["created"]))


def _remove_looks(write: Writer, values: Values) -> None:
    for signed in values["sign_offs"]:
        write.remove(SignOff, signed)
    for review in values["reviews"]:
        write.remove(Review, review)


def _leave_out(write: Writer, values: Values) -> None:
    for question in write.find(Question, wave=values["wave"]):
        write.change(Question, question.id, same=False)


def _own(write: Writer, values: Values) -> None:
    personas.change(write, values["persona"], owner=values["owner"])


def _set_role(write: Writer, values: Values) -> None:
    personas.change(write, values["persona"], role=values["role"])


def _merge(write: Writer, values: Values) -> None:
    personas.merge(write, values["persona"], values["into"])


def _add_persona(write: Writer, values: Values) -> None:
    """Add a persona, with its first claim and what was measured for it where one is given."""
    made = personas.add(write, values["name"], role="secondary")
    said = dict(values.get("claim") or {})
    if said:
        claim = claims.add(write, made, said.pop("section"), said.pop("text"), **said)
        measure = from_json(Measure, values["measure"], "measure")
        evidence.link_measure(write, claim, values["wave"], measure)


def _part(write: Writer, values: Values) -> None:
    personas.change(write, values["persona"], segment=None)


def _add_claim(write: Writer, values: Values) -> None:
    claims.add(write, values["persona"], values["section"], values["text"])


def _take(write: Writer, values: Values) -> None:
    claims.move(write, [values["claim"]], values["persona"], values["section"])


def _reword(write: Writer, values: Values) -> None:
    claims.change(write, values["claim"], text=values["text"])
    if "section" in values:
        persona = write.get(Claim, values["claim"]).persona
        claims.move(write, [values["claim"]], persona, values["section"])


def _hide_count(write: Writer, values: Values) -> None:
    _change(write, values)
    _unlink(write, values)


def _note_consent(write: Writer, values: Values) -> None:
    write.change(Picture, values["picture"], consent=values["consent"])


def _rename(write: Writer, values: Values) -> None:
    personas.change(write, values["persona"], name=values["new_name"])


def _mask(write: Writer, values: Values) -> None:
    kinds = {"quote": Quote, "claim": Claim, "persona": Persona, "evidence": Evidence}
    for kind, key, field, text in values["texts"]:
        write.change(kinds[kind], key, **{field: text})


def _forget_groups(write: Writer, values: Values) -> None:
    for persona in values["personas"]:
        personas.change(write, persona, segment=None)
    write.remove(Segmentation, values["segmentation"])


def _split(write: Writer, values: Values) -> None:
    claims.split(write, values["claim"], values["parts"])


def _merge_claims(write: Writer, values: Values) -> None:
    claims.merge(write, values["claim"], values["into"])


def _draw_face(write: Writer, values: Values) -> None:
    face = {"kind": "avatar", "style": values["style"], "seed": values["seed"]}
    pictures.give(write, values["persona"], licence="CC0 1.0", **face)


def _publish(write: Writer, values: Values) -> None:
    write.change(Quote, values["quote"], consent="publish")


def _add_quote(write: Writer, values: Values) -> None:
    words = write.get(Quote, values["quote"]).text
    claim = claims.add(write, values["persona"], "quotes", words)
    evidence.link_quote(write, claim, values["quote"])


def day_said(text: str) -> date:
    """Return the day somebody typed: 2026-05-04, or 2026-05 for the first of the month."""
    words = text.strip()
    try:
        day = date.fromisoformat(f"{words}-01" if len(words) == 7 else words)
    except ValueError:
        raise StudioError(
            f"“{words}” is not a date.", "Write it like 2026-05-04, or 2026-05.", kind="bad_date"
        ) from None
    if day > clock.today():
        raise StudioError(
            f"{day:%d %B %Y} is still to come.", "Give the day of the answers.", kind="bad_date"
        )
    return day


ACTIONS: Mapping[str, Action] = {
    "link_evidence": Action("Link evidence", _link),
    "mark_assumption": Action("Mark as assumption", _assume),
    "unlink_evidence": Action("Take evidence off", _unlink),
    "set_directness": Action("Note who said it", _set_directness),
    "count_again": Action("Count again", _count_again),
    "measure_again": Action("Use the data", _measure_again),
    "adopt": Action("Take the new value", _adopt),
    "set_date": Action("Date a wave", _set_date),
    "leave_out_wave": Action("Leave a wave out of comparisons", _leave_out),
    "set_created": Action("Correct a date", _set_created),
    "remove_looks": Action("Take wrong entries away", _remove_looks),
    "assign_owner": Action("Name the owner", _own),
    "set_role": Action("Change a role", _set_role),
    "merge_personas": Action("Merge personas", _merge),
    "add_persona": Action("Add a persona", _add_persona),
    "unlink_segment": Action("Part from the group", _part),
    "mask_text": Action("Hide personal data", _mask),
    "hide_count": Action("Say a few", _hide_count),
    "note_consent": Action("Note consent", _note_consent),
    "rename_persona": Action("Rename persona", _rename),
    "forget_groups": Action("Forget a grouping", _forget_groups),
    "add_claim": Action("Add a claim", _add_claim),
    "take_claim": Action("Take a parked claim", _take),
    "reword_claim": Action("Say it otherwise", _reword),
    "split_claim": Action("Split a claim", _split),
    "merge_claims": Action("Merge claims", _merge_claims),
    "use_avatar": Action("Draw a face", _draw_face),
    "publish_quote": Action("Clear a quote", _publish),
    "add_quote": Action("Use a quote", _add_quote),
    "add_note": Action("Add evidence", _add_note),
    "delete_claim": Action("Remove claim", _delete),
    "park_claim": Action("Park claim", _park),
    "change_claims": Action("Change claim", _change),
    "use_data": Action("Use the data", _change),
    "demote_persona": Action("Make secondary", _demote),
    "retire_persona": Action("Put persona away", _retire),
}
