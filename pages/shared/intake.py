"""The steps of an upload: understand the files, compare them with what is there, record them."""

from collections.abc import Iterable, Sequence
from functools import partial
from hashlib import sha256

import streamlit as st

from analysis import charts, questions, receipt
from analysis.access import Action
from analysis.errors import DashboardError
from analysis.intake import read
from analysis.intake.reading import Reading
from analysis.intake.spreadsheet import grids
from analysis.ledger import record
from analysis.ledger.entries import Draft
from analysis.receipt import DEFAULT_AXES, Receipt
from analysis.report import definitions, list_numbers, sentences, tables
from pages.shared import blocks, identity, numbers, session, text, uploads, wordings
from pages.shared.blocks import Answer
from pages.shared.drill import View

File = tuple[str, bytes]

NOT_YET = "this upload, not recorded yet"
NOT_SHOWN = "People's names and addresses are kept, not shown."
FEW = 8


def understand(files: Sequence[File]) -> dict[str, Reading]:
    """Read each file, saying how far we are; one that cannot be read is refused and left out.

    Gives the readings by the files' ids of this visit; further sheets of a file have their number
    behind it.
    """
    bar = st.progress(0.0)
    found: dict[str, tuple[Reading, ...] | DashboardError] = {}
    for number, (name, content) in enumerate(files):
        told = f"Reading {name} ({number + 1} of {len(files)})…"
        bar.progress(number / len(files), text.escaped(told))
        file = _file_id(name, content)
        found[file] = _understood(file, name, content)
    bar.empty()
    for fault in found.values():
        if isinstance(fault, DashboardError):
            text.refused(fault)
    return {
        f"{file}{uploads.SHEET}{number}" if number else file: reading
        for file, sheets in found.items()
        if isinstance(sheets, tuple)
        for number, reading in enumerate(sheets)
    }


def compare(found: Iterable[Reading]) -> tuple[Receipt, ...]:
    """What the files would change, from the hub's own data as it stands.

    A file of which nobody has said whose column names the organisation changes nothing yet.
    """
    readings = tuple(reading for reading in found if "organisation" not in reading.asks)
    before = session.at(session.own_store())
    with st.spinner("Working out what changes…"):
        decided = _decided()
        key = (before.state.number, readings, decided)
        make = partial(receipt.prepare, before, readings, session.words(), decided)
        return session.keep("receipts", key, make)


def show(receipts: Sequence[Receipt]) -> None:
    """What recording the files would change, in short; the button; then everything in tables."""
    if not receipts:
        return
    st.header("What would change")
    for prepared in receipts:
        st.subheader(text.escaped(prepared.reading.title))
        text.bullets(sentences.summary(prepared))
        found = list_numbers.of_receipt(prepared, session.words())
        view = View(prepared.after, DEFAULT_AXES, questions.EVERYTHING, NOT_YET)
        number = prepared.pending.import_.number
        numbers.show(f"receipt_{number}", prepared.reading.file, found, view)
    if any(prepared.is_open for prepared in receipts):
        st.info("Answer the questions above; then these files can be recorded.")
    elif _decided() or any(prepared.is_news or prepared.is_told for prepared in receipts):
        _offer_to_record(receipts)
    else:
        st.success("Everything in these files is already recorded. There is nothing to do.")
    for prepared in receipts:
        _details(prepared)


def _offer_to_record(receipts: Sequence[Receipt]) -> None:
    before = session.at(session.own_store())
    cells = questions.compared(before, receipts[-1].after, DEFAULT_AXES)
    blocks.chart(
        Answer(
            "after",
            "Function × area, before and after",
            tables.of_changes(cells, DEFAULT_AXES),
            sentences.of_receipts(cells),
            NOT_YET,
            filtered=False,
            about=definitions.CHANGE,
        ),
        charts.before_and_after(cells),
        charts.describe_before_and_after(cells),
    )
    several = "these files" if len(receipts) > 1 else "this file"
    given = (_record, receipts)
    st.button(f"Record {several}", type="primary", on_click=session.attempt, args=given)


def _details(prepared: Receipt) -> None:
    reading, number = prepared.reading, prepared.pending.import_.number
    st.header(text.escaped(f"In {reading.title}"))
    found = (
        ("Rows as understood", tables.of_records(prepared)),
        ("Rows set aside", tables.of_set_aside(reading)),
        ("Cells gained and lost", tables.of_changes(prepared.cells, DEFAULT_AXES)),
    )
    for name, table in found:
        base = f"{name} in {reading.file}. {NOT_SHOWN}"
        answer = Answer(f"{name} {number}", name, table, base, NOT_YET, filtered=False)
        blocks.folded(answer, is_open=len(table) <= FEW)
    wordings.show(reading.file, questions.wordings(prepared.after, number))


def _file_id(name: str, content: bytes) -> str:
    """What tells a dropped file from any other: its name and its bytes."""
    return sha256(name.encode() + content).hexdigest()[:16]


def _understood(file: str, name: str, content: bytes) -> tuple[Reading, ...] | DashboardError:
    """What a file says, with what was said of it here and of its form before."""
    told, state = uploads.told(file), session.at(session.own_store()).state
    try:
        found = session.keep(f"grids {file}", file, partial(grids, name, content))
        make = partial(read.understand, name, found, session.words(), told, state.remembered)
        return session.keep(f"reading {file}", (told, state.number), make)
    except DashboardError as fault:
        return fault


def _decided() -> tuple[Draft, ...]:
    """What was said here of the files' wordings, to be recorded with them."""
    return tuple(record.wording_draft(said, identity.name()) for said in uploads.told_wordings())


def _record(receipts: Sequence[Receipt]) -> str:
    by = identity.by(Action.UPLOAD)
    numbers = receipt.take_in(session.own_store(), receipts, by, _decided())
    uploads.note_recorded()
    told = sentences.listed([f"entry {number}" for number in numbers])
    return f"Recorded as {told}. It can be undone on the Imports page."
