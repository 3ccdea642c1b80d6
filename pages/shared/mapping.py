"""The mapping step of an upload: how each column was understood, and the way to say otherwise."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import streamlit as st

from analysis.intake.choices import headings
from analysis.intake.reading import Reading
from analysis.report import mapping
from pages.shared import blocks, session, text, uploads
from pages.shared.blocks import Answer

KINDS = {"Expressions of interest": "eoi", "Partner sheet": "partner"}
ORDERS = {"Day first: 3/9 is 3 September": False, "Month first: 3/9 is 9 March": True}


def show(found: Mapping[str, Reading]) -> None:
    """For each file: ask what only a person can say, then list its columns, each to be changed."""
    for file, reading in found.items():
        _show(file, reading)


def _show(file: str, reading: Reading) -> None:
    _ask(file, reading)
    table = mapping.of_columns(reading)
    ours = sum(bool(column.field) for column in reading.columns)
    title = f"How the columns of {reading.title} were understood"
    first = int(table["How sure"].isin(mapping.LOOK_FIRST.values()).sum())
    counted = f"{ours} of {len(table)} answer our questions, {first} told by their words"
    with st.expander(f"{text.escaped(title)} ({counted})"):
        base = "Every column with a header or an answer."
        blocks.table(Answer(f"columns {file}", title, table, base, "this upload", filtered=False))
        left, right = st.columns(2)
        with left:
            column = _pick_column(f"change {file}", "Column to change", reading)
        if column is not None:
            with right:
                _pick_field(file, reading, column)
        if "kind" not in reading.asks:
            _ask_kind(file, "What this file holds", list(KINDS.values()).index(reading.kind))
        if reading.choices.month_first is not None:
            _ask_order(file, "How its dates are written", int(reading.choices.month_first))
        st.caption("What you change is remembered for this form, and listed on the Decisions page.")


def _ask(file: str, reading: Reading) -> None:
    """The questions that have to be answered before the file can be recorded."""
    if "organisation" in reading.asks:
        st.warning("No column is headed like an organisation's name. Say which one names it.")
        label = text.escaped(f"Column with the organisation's name ({reading.title})")
        _pick_column(f"organisation {file}", label, reading, _tell_organisation, file)
    if "kind" in reading.asks:
        _ask_kind(file, f"What does this file hold? ({reading.title})")
    if "dates" in reading.asks:
        question = "Its dates fit both orders. How are they written?"
        _ask_order(file, f"{question} ({reading.title})")


def _ask_kind(file: str, question: str, now: int | None = None) -> None:
    # The key names the answer of now: what a column is said to answer may change what a file holds.
    key, label = f"kind {file} {now}", text.escaped(question)
    st.radio(label, list(KINDS), index=now, key=key, on_change=_tell_kind, args=(file, key))


def _ask_order(file: str, question: str, now: int | None = None) -> None:
    key, label = f"dates {file}", text.escaped(question)
    st.radio(label, list(ORDERS), index=now, key=key, on_change=_tell_order, args=(file,))


def _pick_column(
    key: str,
    label: str,
    reading: Reading,
    tell: Callable[[str, Reading], None] | None = None,
    file: str = "",
) -> int | None:
    names = mapping.column_names(reading)
    return st.selectbox(
        label,
        list(names),
        index=None,
        format_func=names.__getitem__,
        key=key,
        placeholder="Choose a column",
        on_change=tell,
        args=(file, reading),
    )


def _pick_field(file: str, reading: Reading, column: int) -> None:
    labels = mapping.field_labels()
    now = next(c.field or "" for c in reading.columns if c.column == column)
    st.selectbox(
        "It answers",
        list(labels),
        index=list(labels).index(now),
        format_func=labels.__getitem__,
        key=f"field {file} {column}",
        on_change=_tell_field,
        args=(file, reading, column),
    )


def _tell_organisation(file: str, reading: Reading) -> None:
    column = session.chosen(f"organisation {file}")
    if isinstance(column, int):
        _tell(file, reading, column, "organisation")


def _tell_field(file: str, reading: Reading, column: int) -> None:
    _tell(file, reading, column, str(session.chosen(f"field {file} {column}")))


def _tell(file: str, reading: Reading, column: int, field: str) -> None:
    heading = headings(reading.headings)[column - 1]
    uploads.tell(file, uploads.told(file).with_field(heading, field))


def _tell_kind(file: str, key: str) -> None:
    kind = KINDS[str(session.chosen(key))]
    uploads.tell(file, replace(uploads.told(file), kind=kind))


def _tell_order(file: str) -> None:
    order = ORDERS[str(session.chosen(f"dates {file}"))]
    uploads.tell(file, replace(uploads.told(file), month_first=order))
