"""The store as a whole on a page: made into a backup, and put back from one."""

import io
from dataclasses import dataclass
from datetime import UTC, datetime

import streamlit as st

from analysis.access import Action
from analysis.errors import DashboardError
from analysis.keeping import backup, restore
from analysis.keeping import looks as looks_of
from analysis.keeping.looks import record as record_look
from analysis.keeping.proof import Proof, prove
from analysis.keeping.unpacked import unpacked
from analysis.ledger import entries
from analysis.ledger.entries import Entry, Payload
from analysis.ledger.schema import LOOK
from analysis.report import keeping as told
from pages.shared import identity, reasons, session, text, uploads

WHY = "why restore"


@dataclass(frozen=True)
class _Made:
    name: str
    content: bytes


def standing() -> list[str]:
    """What there is to be backed up today."""
    return told.of_head(entries.newest(session.own_store()))


def offer_backup() -> None:
    """Make a backup when it is asked for, and offer it for download."""
    if not st.toggle("Make a backup", key="make a backup"):
        return
    try:
        made = session.keep("backup", entries.newest(session.own_store()), _made)
    except DashboardError as fault:
        text.refused(fault)
        return
    st.download_button(
        f"Download {made.name}", made.content, made.name, "application/zip", on_click="ignore"
    )


def looks() -> tuple[Entry, ...]:
    """Who looked at whose details, oldest first."""
    return identity.told(entries.entries(session.store(), LOOK))


def look(kind: str, about: str, payload: Payload) -> None:
    """Record that somebody looks at details, once in each visit; nothing is shown before it."""
    if not session.is_sample():
        store = session.own_store()
        session.keep(
            f"look {kind} {about}",
            entries.mark(store, 0),
            lambda: record_look(store, kind, payload, identity.by(Action.CONTACTS)),
        )


def offer_proof() -> None:
    """Check the whole store on a click, against a hash that was noted if there is one."""
    noted = st.text_input("A hash that was noted earlier (if there is one)", key="noted")
    if not st.toggle("Check everything", key="check everything"):
        return
    store = session.store()
    key = (entries.newest(store), noted.strip())
    proof = session.keep("proof", key, lambda: prove(store, session.words(), noted.strip()))
    text.lines(told.of_proof(proof))
    if proof.faults:
        st.error(told.fault(proof))


def uploader() -> str:
    """The key of the uploader, which starts empty after each restore."""
    return f"backup {uploads.number()}"


def offer_restore(file: str, content: bytes) -> None:
    """Say what an uploaded backup holds once it has been proved, and offer to put it back."""
    try:
        made_at, proof = session.keep("unpacked", file, lambda: _proved(content))
    except DashboardError as fault:
        text.refused(fault)
        return
    text.lines(told.of_unpacked(made_at, proof, entries.newest(session.own_store())))
    reasons.ask("Why (for the history)", WHY)
    st.button("Restore", type="primary", on_click=session.attempt, args=(_restore, content))


def _made() -> _Made:
    out = io.BytesIO()
    by = identity.by(Action.BACKUP)
    store, at = session.own_store(), datetime.now(UTC)
    made = backup.write(store, out, at)
    record_look(store, looks_of.BACKUP, {"entries": made.head.number}, by)
    return _Made(backup.named(store.folder, made.head, at).name, out.getvalue())


def _proved(content: bytes) -> tuple[datetime, Proof]:
    folder = session.own_store().folder
    with unpacked(io.BytesIO(content), folder, session.words()) as opened:
        return opened.made_at, opened.proof


def _restore(content: bytes) -> str:
    done = restore.restore(
        session.own_store(),
        io.BytesIO(content),
        session.words(),
        identity.by(Action.BACKUP),
        reasons.given(WHY),
    )
    uploads.note_recorded()
    session.thaw()
    return " ".join(told.of_restore(done))
