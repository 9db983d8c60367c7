# SPDX-License-Identifier: MIT
"""Texts and pages made to do harm, and paths that are no files; see `hostile` for the workbooks."""

import os
from pathlib import Path

MILLION = 1_000_000


def noise(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 400)


def one_line(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"who,why\n1,")
        for _ in range(300):
            file.write(b"x" * MILLION)


def one_quoted_line(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b'who,why\n1,"')
        for _ in range(40):
            file.write(b"x," * (MILLION // 2))


def wide(path: Path) -> None:
    row = ",".join(["1"] * 20_000)
    head = ",".join(f"Question {n}" for n in range(20_000))
    path.write_text("\n".join([head, *[row] * 200]), "utf-8")


def wide_later(path: Path) -> None:
    rows = ["who,town,score", *["ann,Oslo,4"] * 500, ",".join(["1"] * 20_000)]
    path.write_text("\n".join(rows), "utf-8")


def endless_quotes(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"who,why\n")
        file.writelines([b'1,"it never ends\n'] * 2 * MILLION)


def only_quotes(path: Path) -> None:
    path.write_bytes(b'"' * (20 * MILLION))


def zeros(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200 * MILLION)


def page(path: Path) -> None:
    path.write_bytes(b"<html><table><tr><td>" + b"x" * (150 * MILLION) + b"</td></tr></table>")


def nested_page(path: Path) -> None:
    path.write_bytes(b"<html>" + b"<table><tr><td>" * 200_000)


def folder(path: Path) -> None:
    path.mkdir()


def loop(path: Path) -> None:
    path.symlink_to(path)


def pipe(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def gone(path: Path) -> None:
    path.symlink_to(path.with_name("nothing here"))
