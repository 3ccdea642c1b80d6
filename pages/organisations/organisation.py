"""One organisation: what we believe of it, why, how sure we are, and a page for it to check."""

import streamlit as st

from analysis import organisations, questions
from analysis.report import list_numbers
from pages.shared import blocks, filters, numbers, organisation, session, text
from pages.shared.drill import View

name = filters.asked(organisation.PARAMETER)
known = organisations.named(session.database(), name) if name else None

if known is None:
    blocks.title("Organisation", filtered=False)
    text.lines([f"Nobody goes by the name “{name}” here." if name else "No name was given."])
    st.page_link(organisation.DIRECTORY, label="Find an organisation in the Directory")
    st.stop()

blocks.title(known.name, filtered=False)
organisation.beliefs(known)
organisation.check(known)

st.header("Its cells")
organisation.cells(known, "number")
everything = View(session.database(), organisations.AXES, questions.EVERYTHING)
numbers.show("number", known.name, list_numbers.of_organisation(known), everything)

st.header("Its offers, in their own words")
organisation.offers(known)

st.header("The history of its stage")
organisation.stages(known)

st.header("Contacts")
organisation.contacts(session.database(), known)
