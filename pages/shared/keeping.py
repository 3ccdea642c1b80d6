"""The store as a whole on a page: made into a backup, and put back from one."""

import io
from dataclasses import dataclass
from datetime import UTC, datetime

import streamlit as st

from analysis import access
from analysis.errors import DashboardError
from analysis.keeping import backup, restore
from analysis.keeping.proof import Proof
from analysis.keeping.unpacked import unpacked
from analysis.ledger import entries
from analysis.report import keeping as told
from pages.shared import session, text

MADE = "backup made"
WHY = "why restore"


@dataclass(frozen=True)
class _Made:
    name: str
    content: bytes


def standing() -> list[str]:
    """What there is to be backed up today."""
    return told.of_head(entries.newest(session.own_store()))


def offer_backup() -> None:
    """Make a backup on a click, then offer it for download."""
    st.button("Make a backup", on_click=session.attempt, args=(_make,))
    made = session.chosen(MADE)
    if isinstance(made, _Made):
        st.download_button(
            f"Download {made.name}", made.content, made.name, "application/zip", on_click="ignore"
        )


def uploader() -> str:
    """The key of the uploader, which starts empty after each restore."""
    return f"backup {session.uploads()}"


def offer_restore(file: str, content: bytes) -> None:
    """Say what an uploaded backup holds once it has been proved, and offer to put it back."""
    try:
        made_at, proof = session.keep("unpacked", file, lambda: _proved(content))
    except DashboardError as fault:
        text.refused(fault)
        return
    text.lines(told.of_unpacked(made_at, proof, entries.newest(session.own_store())))
    st.text_input("Why (for the history)", key=WHY)
    st.button("Restore", type="primary", on_click=session.attempt, args=(_restore, content))


def _make() -> str:
    out = io.BytesIO()
    store, at = session.own_store(), datetime.now(UTC)
    made = backup.write(store, out, at)
    name = backup.named(store.folder, made.head, at).name
    st.session_state[MADE] = _Made(name, out.getvalue())
    return "The backup is ready to be downloaded."


def _proved(content: bytes) -> tuple[datetime, Proof]:
    folder = session.own_store().folder
    with unpacked(io.BytesIO(content), folder, session.words()) as opened:
        return opened.made_at, opened.proof


def _restore(content: bytes) -> str:
    done = restore.restore(
        session.own_store(),
        io.BytesIO(content),
        session.words(),
        access.me(),
        session.typed(WHY),
    )
    session.note_recorded()
    session.thaw()
    return " ".join(told.of_restore(done))
