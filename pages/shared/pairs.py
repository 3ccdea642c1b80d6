"""Two organisations that may be one: side by side, to be joined, kept apart, or left for later."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from analysis.access import Action
from analysis.database import Database
from analysis.decide import pairs, who
from analysis.ledger import record, same
from analysis.ledger.entries import Draft
from analysis.report import pairs as told
from pages.shared import blocks, effect, identity, reasons, session, text
from pages.shared.blocks import Answer

WHY = "why one or two"


def waiting(data: Database) -> pd.DataFrame:
    """The likely pairs that nobody has decided on, the likeliest first."""
    key = (str(data.archive), data.state.number)
    with st.spinner("Looking for organisations under two names…"):
        return session.keep("pairs", key, lambda: pairs.pairs(data))


def decide(pair: pd.Series, close: Callable[[], None]) -> None:
    """Show both organisations of a row of `waiting`, and ask whether they are one.

    `close` is called by "Decide later": it lets go of the pair, and records nothing.
    """
    keys = (str(pair["left_key"]), str(pair["right_key"]))
    title = f"{pair['left']} and {pair['right']}"
    text.lines([told.of_pair(pair)])
    table = told.of_profiles(who.profile(session.database(), keys))
    base = "What each has said so far."
    blocks.table(Answer(f"pair {title}", title, table, base, filtered=False))
    st.subheader("What joining would change")
    joined = {"keys": list(same.pair(*keys)), "verdict": same.SAME}
    after = session.supposing([Draft(same.KIND, joined, identity.name())])
    effect.show("joined", after, "Counted as one organisation.")
    reasons.ask("Why (for the history)", WHY)
    with st.container(horizontal=True):
        _button("Join: they are one", keys, same.SAME)
        _button("Keep apart: they are two", keys, same.APART)
        st.button("Decide later", on_click=close)
    st.caption("Either can be taken back on the Decisions page.")


def _button(label: str, keys: same.Pair, verdict: str) -> None:
    st.button(label, on_click=session.attempt, args=(_record, keys, verdict))


def _record(keys: same.Pair, verdict: str) -> str:
    by = identity.by(Action.JOIN)
    entry = record.record_same(session.store(), keys, verdict, by, reasons.given(WHY))
    told_of = "They count as one now" if verdict == same.SAME else "They stay two"
    return f"{told_of} (entry {entry}). Undo it on the Decisions page."
