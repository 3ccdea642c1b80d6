"""Members, for admins: who may sign in, and as what."""

import streamlit as st

from pages.shared import identity, members

st.title("Members")
st.write(
    "A member signs in with the account whose e-mail address stands here, and may do what the role "
    "permits. Nobody else sees anything."
)
if not identity.providers():
    st.info(
        "No sign-in is set up, so this dashboard answers this machine alone, and whoever is at it "
        "may do everything. Name at least one admin here before you set it up."
    )
members.listed()

st.header("Invite, change or remove")
members.change()

st.header("History")
members.history()
