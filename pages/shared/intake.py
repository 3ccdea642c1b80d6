"""The steps of an upload: understand the files, compare them with what is there, record them."""

from collections.abc import Sequence

import streamlit as st

from analysis import charts, questions, receipt
from analysis.errors import DashboardError
from analysis.intake.read import read
from analysis.intake.reading import Reading
from analysis.receipt import DEFAULT_AXES, Receipt
from analysis.report import sentences, tables
from pages.shared import blocks, session
from pages.shared.blocks import Answer

File = tuple[str, bytes]


def understand(files: Sequence[File], kind: str | None) -> tuple[Reading, ...]:
    """Read each file, saying how far we are; one that cannot be read is refused and left out."""
    readings = []
    with st.status(f"Reading {sentences.counted(len(files), 'file')}…", expanded=True) as status:
        bar = st.progress(0.0)
        for number, (name, content) in enumerate(files, start=1):
            bar.progress((number - 1) / len(files), blocks.escaped(name))
            readings.append(_understood(name, content, kind))
        bar.progress(1.0)
        status.update(label="Files read", state="complete", expanded=False)
    return tuple(reading for reading in readings if reading)


def compare(readings: tuple[Reading, ...]) -> tuple[Receipt, ...]:
    """What the files would change, from the hub's own data as it stands."""
    own = session.own_store()
    before = session.at(own)
    with st.spinner("Working out what changes…"):
        key = (before.state.number, readings)
        return session.keep(
            "receipts", key, lambda: receipt.prepare(before, readings, session.words())
        )


def show(prepared: Receipt) -> None:
    """What one file was recognised as, what is in it, and what recording it would change."""
    reading, key = prepared.reading, str(prepared.pending.import_.number)
    st.header(blocks.escaped(reading.file), divider=True)
    blocks.bullets(sentences.of_receipt(prepared)[1:])
    cells = questions.coverage(prepared.after, DEFAULT_AXES)
    blocks.chart(
        Answer(
            f"after {key}",
            f"Coverage after {reading.file}",
            tables.of_changes(prepared.cells, DEFAULT_AXES),
            "The grid as it would be; the table lists the cells that change.",
        ),
        charts.coverage_grid(cells),
        charts.describe_grid(cells),
    )
    st.subheader("How each row was understood")
    preview = tables.of_records(reading)
    blocks.table(Answer(f"rows {key}", f"Rows of {reading.file}", preview, _recognised(reading)))


def offer_to_record(receipts: Sequence[Receipt]) -> None:
    """The button that records, if there is anything new."""
    if not any(prepared.is_news for prepared in receipts):
        if receipts:
            st.success("Everything in these files is already recorded. There is nothing to do.")
        return
    st.button("Record these files", type="primary", on_click=_record, args=(receipts,))


def last_recorded() -> None:
    """Say what was recorded just now, if anything was."""
    numbers = session.recorded()
    if numbers:
        told = sentences.listed([f"entry {number}" for number in numbers])
        st.success(f"Recorded as {told}. It can be undone on the Imports page.")


def _recognised(reading: Reading) -> str:
    return f"Recognised as {sentences.of_kind(reading)}. Names and addresses are kept, not shown."


def _understood(name: str, content: bytes, kind: str | None) -> Reading | None:
    try:
        return session.keep(
            f"reading {name}", (content, kind), lambda: read(name, content, session.words(), kind)
        )
    except DashboardError as fault:
        blocks.refused(fault)
        return None


def _record(receipts: Sequence[Receipt]) -> None:
    session.note_recorded(receipt.take_in(session.own_store(), receipts, session.who()))
