# SPDX-License-Identifier: MIT
"""SPSS files (.sav, .zsav): cases as records, each value by its label, dates in ISO.

The library is the extra `spss`. Row numbers are the case numbers of SPSS; nothing stands above
the cases, since names, question texts and levels of measurement come with the variables.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Any, BinaryIO

from persona_studio.core.errors import StudioError
from persona_studio.research.readers.workbook import as_text

_CASES = 2_000
_EPOCH = datetime(1582, 10, 14, tzinfo=UTC)
_DAYS = re.compile(r"(?:[AEJS]?DATE|MOYR|QYR|WKYR)\d*(?:\.\d+)?")
_MOMENTS = re.compile(r"(?:DATETIME|YMDHMS)\d*(?:\.\d+)?")
_TIMES = re.compile(r"D?TIME\d*(?:\.\d+)?")


@dataclass(frozen=True)
class Variable:
    """One variable as the file describes it.

    `labels` gives the words of a value, `measure` is nominal, ordinal, scale or "", `missing`
    tells which values mean no answer: single ones, or (low, high).
    """

    name: str
    text: str = ""
    form: str = ""
    measure: str = ""
    labels: Mapping[Any, str] = field(default_factory=dict)
    missing: tuple[Any, ...] = ()

    def is_missing(self, value: Any) -> bool:
        """Tell whether a value means that there is no answer."""
        for each in self.missing:
            if isinstance(each, tuple):
                if not isinstance(value, str) and each[0] <= value <= each[1]:
                    return True
            elif value == each:
                return True
        return False

    @cached_property
    def write(self) -> Callable[[Any], str]:
        """The function that turns a value into a cell."""
        plain = _plain_of(self.form)
        words = {value: label for value, label in self.labels.items() if label.strip()}
        if not words:
            return plain
        return lambda value: words.get(value) or plain(value)


@dataclass(frozen=True)
class ChoiceSet:
    """A question with several answers: its variables, and the value that means "ticked"."""

    name: str
    variables: frozenset[str]
    ticked: Any


class Sav:
    """An open SPSS file, or its first cases; only ever used in the reading child."""

    def __init__(self, opener: Callable[[], BinaryIO], most: int | None = None) -> None:
        self._opener, self._most = opener, most
        _, found = self._read(metadataonly=True)
        names = found.column_names
        if not all(names) or len(set(names)) < len(names):
            raise damaged()
        self.variables = tuple(_variable(found, name) for name in found.column_names)
        self.sets = tuple(_sets(found.mr_sets or {}))

    def records(self) -> Iterator[list[str]]:
        """Yield the cells of every case."""
        writers = [variable.write for variable in self.variables]
        offset = 0
        while True:
            found, _ = self._read(row_offset=offset, row_limit=_CASES)
            columns = [
                list(map(write, values))
                for write, values in zip(writers, found.values(), strict=True)
            ]
            yield from map(list, zip(*columns, strict=True))
            offset += _CASES
            ended = not columns or len(columns[0]) < _CASES
            if ended or (self._most is not None and offset >= self._most):
                return

    def _read(self, **how: Any) -> tuple[Mapping[str, Sequence[Any]], Any]:
        library = _library()
        try:
            with self._opener() as file:
                values, about = library.read_sav(
                    file,
                    output_format="dict",
                    user_missing=True,
                    disable_datetime_conversion=True,
                    **how,
                )
        except (library.ReadstatError, library.PyreadstatError, ValueError, OSError) as error:
            raise damaged(error) from error
        return values, about


def _library() -> Any:
    try:
        import pyreadstat
    except ImportError as error:
        raise StudioError(
            "This is an SPSS file; reading it needs the extra “spss”.",
            "Install it with: pip install 'persona-studio[spss]'. Or export the data as CSV.",
            type(error).__name__,
            kind="missing_extra",
        ) from error
    return pyreadstat


def _variable(found: Any, name: str) -> Variable:
    measure = found.variable_measure.get(name) or ""
    return Variable(
        name,
        " ".join((found.column_names_to_labels.get(name) or "").split()),
        (found.original_variable_types.get(name) or "").upper(),
        measure if measure in ("nominal", "ordinal", "scale") else "",
        dict(found.variable_value_labels.get(name) or {}),
        tuple(_missing(found, name)),
    )


def _missing(found: Any, name: str) -> Iterator[Any]:
    for each in found.missing_ranges.get(name) or ():
        if not isinstance(each, Mapping):
            yield each
        elif each["lo"] == each["hi"]:
            yield each["lo"]
        else:
            yield each["lo"], each["hi"]


def _sets(found: Mapping[str, Any]) -> Iterator[ChoiceSet]:
    for name, each in found.items():
        if each["is_dichotomy"]:
            label = " ".join((each["label"] or "").split())
            yield ChoiceSet(
                label or name.lstrip("$"), frozenset(each["variable_list"]), each["counted_value"]
            )


def _plain_of(form: str) -> Callable[[Any], str]:
    """Return how a value without a label is written, by the variable's format."""
    if _MOMENTS.fullmatch(form):
        return _moment
    if _DAYS.fullmatch(form):
        return _day
    return _clock if _TIMES.fullmatch(form) else as_text


def _moment(value: Any) -> str:
    try:
        return (_EPOCH + timedelta(seconds=value)).replace(tzinfo=None).isoformat(" ")
    except (OverflowError, TypeError):
        return as_text(value)


def _day(value: Any) -> str:
    return _moment(value)[:10] if isinstance(value, float) else as_text(value)


def _clock(value: Any) -> str:
    return as_text(timedelta(seconds=value) if isinstance(value, float) else value)


def damaged(error: Exception | None = None) -> StudioError:
    """Return the error for an SPSS file that cannot be read."""
    return StudioError(
        "This SPSS file is damaged or incomplete.",
        "Export it again, or save the data as CSV.",
        type(error).__name__ if error else "",
        kind="damaged",
    )
