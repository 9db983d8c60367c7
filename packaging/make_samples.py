# SPDX-License-Identifier: MIT
"""Write the sample workshop: `python packaging/make_samples.py [FOLDER [TRUTH]]`.

Everything is drawn from fixed seeds with the standard library alone, so that a second run on any
machine writes the same bytes. What is planted goes into a file of the tests only; the program
has nothing to recognise the sample by.
"""

import argparse
import csv
import io
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from samples import survey, trade
from samples.draw import Lot
from samples.people import Person, people
from samples.questions import GROUPS

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "resources" / "samples"
TRUTH = ROOT / "tests" / "samples" / "truth.json"
NOTES = Path(__file__).with_name("samples") / "interviews.txt"
CUSTOMERS = 620
SPRING, AUTUMN, TICKETS = 400, 380, 160
NAMES = {"hurry": "In a hurry", "table": "At the long table", "beans": "Bean lovers"}
CHANGED = (
    {"group": "hurry", "question": "order", "option": "Ahead in the app", "share": [0.46, 0.68]},
    {
        "group": "hurry",
        "question": "trouble",
        "option": "The app loses my basket",
        "share": [0.42, 0.14],
    },
    {"group": "hurry", "question": "app", "option": "Yes", "share": [0.76, 0.86]},
    {"group": "table", "question": "trouble", "option": "Too loud to talk", "share": [0.46, 0.24]},
)

WORKSHOP = {
    "name": "Spring workshop",
    "client": "Riverside Coffee",
    "market": "b2c",
    "files": [
        {
            "file": "survey_spring_2026.csv",
            "source": "Customer survey",
            "kind": "survey",
            "sampling": "volunteers",
            "collected_on": "2026-05-01",
        },
        {
            "file": "survey_autumn_2026.csv",
            "source": "Customer survey",
            "kind": "survey",
            "sampling": "volunteers",
            "collected_on": "2026-10-28",
        },
        {
            "file": "interviews",
            "source": "Interviews",
            "kind": "interviews",
            "sampling": "convenience",
            "collected_on": "2026-05-14",
        },
        {
            "file": "orders_2026.csv",
            "source": "Orders",
            "kind": "analytics",
            "sampling": "everyone",
            "collected_on": "2026-06-30",
        },
        {
            "file": "support_tickets_2026.csv",
            "source": "Help desk",
            "kind": "sales_support",
            "sampling": "volunteers",
            "collected_on": "2026-06-30",
        },
    ],
    "named": [
        {"persona": 0, "name": "Commuter Maya", "tagline": "Coffee between train and desk"},
        {"persona": 1, "name": "Host Ruth", "tagline": "Brings people to the long table"},
        {"persona": 2, "name": "Bean Tomas", "tagline": "Treats coffee as a craft"},
    ],
    "said": [
        {
            "persona": 0,
            "section": "motivations",
            "text": "Saves every minute for the family",
            "who": "Jo, shift lead",
            "how_to_test": "Ask in the next interviews",
            "test_by": "2027-01-15",
        },
        {
            "persona": 1,
            "section": "values",
            "text": "Would rather pay more than be hurried out",
            "who": "Dara, café manager",
            "how_to_test": "Question in the next survey",
            "test_by": "2027-03-31",
        },
        {
            "persona": 2,
            "section": "behaviours",
            "text": "Shows friends how it is done",
            "who": "Samir, roaster",
            "how_to_test": "Ask in the next interviews",
            "test_by": "2027-01-15",
        },
        {
            "section": "channels",
            "text": "Reads every newsletter to the end",
            "who": "Ines, marketing",
            "how_to_test": "Opening rates of three newsletters",
            "test_by": "2027-02-28",
        },
    ],
}

README = """# The sample workshop: Riverside Coffee

Riverside Coffee does not exist: three cafés and a web shop for beans, made up for trying the
studio, for its manual and its tests. All people, answers, orders and interviews are invented.
Addresses end in `example.org`; telephone numbers come from the range kept free for fiction.

| file | what it is |
|---|---|
| `survey_spring_2026.csv` | {spring} answers to a customer survey, April and May 2026 |
| `survey_autumn_2026.csv` | half a year later, {autumn} answers, {both} from the same people |
| `orders_2026.csv` | {orders} order lines of till, app and web shop, January to June 2026 |
| `support_tickets_2026.csv` | {tickets} messages to the help desk, January to June 2026 |
| `interviews/` | nine interview notes, one customer each |
| `workshop.json` | how the files go together, and what was said in the room without proof |

The customer code is the same in all of them. The survey holds e-mail addresses, and some of the
open answers and messages name an address or a telephone number, so that there is something to
take out before anything is stored.

## What is planted
Three groups of customers who differ in how, when and why they come; age and area differ a little
between them, milk and music not at all; a few people sit between the groups. Between the two
surveys {changed} things truly change, the rest only moves by chance.

## Licence
CC0 1.0: to the extent possible under law, all rights are waived
(<https://creativecommons.org/publicdomain/zero/1.0/>).
"""


def main(arguments: Sequence[str]) -> None:
    """Write the files into the given folder (the project's own by default)."""
    parser = argparse.ArgumentParser(description="Write the sample workshop.")
    parser.add_argument("folder", nargs="?", type=Path, default=SAMPLES)
    parser.add_argument("truth", nargs="?", type=Path, default=TRUTH)
    line = parser.parse_args(arguments)
    folder, truth = line.folder, line.truth
    everybody = people(CUSTOMERS)
    waves = {"spring": _sample("spring", everybody), "autumn": _sample("autumn", everybody)}
    for wave, asked in waves.items():
        _table(folder / f"survey_{wave}_2026.csv", survey.header(), survey.rows(wave, asked))
    lines = trade.orders(everybody)
    _table(folder / "orders_2026.csv", trade.ORDERS_HEADER, lines)
    tickets = trade.tickets(everybody, TICKETS)
    _table(folder / "support_tickets_2026.csv", trade.TICKETS_HEADER, tickets)
    notes = _interviews(folder / "interviews", everybody)
    both = {person.code for person in waves["spring"]} & {p.code for p in waves["autumn"]}
    readme = README.format(
        spring=SPRING,
        autumn=AUTUMN,
        both=len(both),
        orders=len(lines),
        tickets=TICKETS,
        changed=len(CHANGED),
    )
    _write(folder / "README.md", readme)
    _write(folder / "workshop.json", json.dumps(WORKSHOP, indent=1, ensure_ascii=False) + "\n")
    _write(truth, json.dumps(_truth(everybody, notes), indent=1) + "\n")


def _sample(wave: str, everybody: Sequence[Person]) -> list[Person]:
    """Return who answers a wave: in autumn about half of them have answered in spring."""
    lot = Lot(f"riverside who answers in {wave}")
    old = lot.shuffled(everybody[:SPRING])
    if wave == "spring":
        return old
    return lot.shuffled([*old[: AUTUMN - (CUSTOMERS - SPRING)], *everybody[SPRING:]])


def _interviews(folder: Path, everybody: Sequence[Person]) -> dict[str, str]:
    """Write one note a customer; return the group of each file."""
    waiting = {
        group: [p for p in everybody if p.group == group and p.fade < 0.3] for group in GROUPS
    }
    planted = {}
    for number, note in enumerate(NOTES.read_text("utf-8").split("=== ")[1:], start=1):
        head, text = note.split("\n", 1)
        group, day, place, interviewer = head.split(" | ")
        person = waiting[group].pop(0)
        name = f"interview_{number}_{person.code}.md"
        title = f"# Interview {number}: {person.code}\n\n"
        facts = f"- Date: {day}\n- Place: {place}\n- Interviewer: {interviewer}\n\n"
        _write(folder / name, title + facts + text.strip() + "\n")
        planted[name] = group
    return planted


def _truth(everybody: Sequence[Person], notes: dict[str, str]) -> dict[str, object]:
    return {
        "groups": NAMES,
        "people": {person.code: person.group for person in everybody},
        "between": [person.code for person in everybody if person.fade >= 0.6],
        "interviews": notes,
        "changed": CHANGED,
    }


def _table(path: Path, header: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    _write(path, text.getvalue())


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))


if __name__ == "__main__":
    main(sys.argv[1:])
