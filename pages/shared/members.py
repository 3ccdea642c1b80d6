"""Who may sign in and as what: listed, invited, changed, removed; and how it came about."""

import streamlit as st

from analysis.access import ROLES, Action
from analysis.ledger import entries, members
from analysis.ledger.chain import MEMBER
from analysis.report import members as told
from analysis.report import tables
from pages.shared import blocks, identity, session
from pages.shared.blocks import Answer

ADDRESS, ROLE, ISSUER, WHY = "member address", "member role", "member provider", "why member"
REMOVED = "no member any more"
ANY = "Any that is set up"


def listed() -> None:
    """Everyone who is a member, and what each role may do."""
    table = told.table(members.members(session.own_store()))
    if table.empty:
        st.write("Nobody is a member yet.")
    else:
        base = "Everyone who may sign in, in the order of their invitations."
        blocks.table(Answer("members", "Members", table, base, "today", filtered=False))
    with st.expander("What each role may do"):
        st.dataframe(told.roles(), hide_index=True, height="content", alt="What each role may do")


def change() -> None:
    """Ask for an address and its role from now on, and offer to record it."""
    left, middle, right = st.columns(3)
    with left:
        st.text_input("E-mail address", key=ADDRESS)
    with middle:
        st.selectbox("From now on", [*ROLES, REMOVED], key=ROLE)
    with right:
        issuers = [provider.issuer for provider in identity.providers()]
        st.selectbox("Signs in with", [ANY, *issuers], key=ISSUER)
    st.text_input("Why (for the history; nothing personal)", key=WHY)
    st.button("Record", type="primary", on_click=session.attempt, args=(_record,))
    st.caption(
        "It holds at once, also for those who are signed in now. Nobody is written to: tell them "
        "the address of this dashboard yourself."
    )


def history() -> None:
    """Every time that somebody was given a role or lost it."""
    every = identity.told(entries.of_kind(session.own_store(), MEMBER))
    if every:
        base = "The newest first. It cannot be taken back; give another role instead."
        table = tables.of_history(every)
        title = "History of the members"
        blocks.table(Answer("member history", title, table, base, "today", filtered=False))


def _record() -> str:
    role, issuer = str(session.chosen(ROLE)), str(session.chosen(ISSUER))
    draft = members.draft(
        str(session.chosen(ADDRESS) or ""),
        "" if role == REMOVED else role,
        identity.by(Action.MEMBERS),
        str(session.chosen(WHY) or ""),
        "" if issuer == ANY else issuer,
    )
    members.record(session.own_store(), draft)
    for key in (ADDRESS, WHY):
        session.typed(key)
    return f"{draft.payload['address']}: {role}, from now on."
