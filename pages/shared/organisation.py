"""One organisation on its page, and the way to that page from anywhere."""

from collections.abc import Iterable
from dataclasses import replace

import streamlit as st

from analysis import organisations
from analysis.access import Action
from analysis.database import Database
from analysis.keeping import looks
from analysis.ledger import record
from analysis.organisations import Organisation
from analysis.report import checking, definitions
from analysis.report import organisations as told
from pages.shared import blocks, filters, identity, keeping, reasons, session, text
from pages.shared.blocks import Answer

PAGE, DIRECTORY = "pages/organisations/organisation.py", "pages/organisations/directory.py"
PARAMETER = "organisation"
ABOUT = definitions.ORGANISATION
MOST_CHOICES = 100
WHY = "why confirmed"
GOING, LEADS = "going to", "Select a row to go to all we know of it."


def link(name: str) -> None:
    """The way to all that we know of an organisation; its name stands in the address."""
    label = f"All we know of {text.escaped(name)}"
    st.page_link(PAGE, label=label, query_params={PARAMETER: name})


def choose(key: str, answer: Answer) -> None:
    """Show a table with an organisation a row; selecting one goes to all that we know of it."""
    rows, told = list(answer.table["Organisation"]), replace(answer, base=f"{answer.base} {LEADS}")
    blocks.table(told, lambda: filters.follow_row(answer.key, GOING, rows))
    going = filters.taken_once(GOING)
    if going:
        st.switch_page(PAGE, query_params={PARAMETER: going})
    pick(key, rows)


def pick(key: str, names: Iterable[str | None]) -> None:
    """Let one of some organisations be chosen, and lead to what we know of it."""
    known = list(dict.fromkeys(name for name in names if isinstance(name, str)))
    chosen = [name for name in known if name == filters.taken(key)]
    hint = "Choose one"
    shown = list(dict.fromkeys([*known[:MOST_CHOICES], *chosen]))
    name = filters.pick_any(key, "Organisation", shown, hint) if known else None
    if name is not None:
        link(name)


def beliefs(known: Organisation) -> None:
    """What it offers, where and for whom, and how sure that is."""
    text.lines(told.summary(known))
    title = f"What we believe {known.name} offers"
    base = "All its offers that count, whatever the filters."
    blocks.table(Answer("beliefs", title, told.beliefs(known), base, filtered=False, about=ABOUT))


def check(known: Organisation) -> None:
    """Offer the page to send for checking, and remember what the organisation answers."""
    if session.frozen() or not identity.may(Action.STAGE):
        return  # what it confirms is what is known today
    with st.expander("Check this with the organisation"):
        st.write("Send it one page to check. What it corrects belongs in its form or your sheet.")
        st.download_button(
            "One page to check (PDF)",
            lambda: checking.as_pdf(known, session.data_date()),
            checking.named(known),
            "application/pdf",
            on_click="ignore",
        )
        reasons.ask("Who said so, and how (for the history; no names of people)", WHY)
        st.button("It says this is right", on_click=session.attempt, args=(_confirm, known))


def cells(known: Organisation, key: str) -> None:
    """The cells it counts in, first those that rest on it alone; a row is chosen under `key`."""
    names = told.cell_names(known)
    if not names:
        st.write("It counts in no cell.")
        return
    base = "Function × area, whatever the filters. A row opens who else is in the cell, beneath."
    title = f"Cells of {known.name}"
    table = f"its cells {filters.by_hand(key)}"
    blocks.table(
        Answer(table, title, told.cells(known), base, filtered=False, about=ABOUT),
        lambda: filters.follow_row(table, key, names),
    )


def offers(known: Organisation) -> None:
    """Its offers, and the words of each with their place."""
    name, count = known.name, "Numbered as listed here."
    listed = Answer(
        "its offers", f"Offers of {name}", told.offers(known), count, filtered=False, about=ABOUT
    )
    blocks.table(listed)
    base, words = "As written in the files.", told.words(known)
    title = f"Source words of {name}"
    blocks.folded(
        Answer("its words", title, words, base, filtered=False, about=ABOUT), is_open=True
    )


def stages(known: Organisation) -> None:
    """Which import or decision said which stage, and when."""
    title = f"Stages of {known.name}"
    base = "An export that repeats a stage is no news of it."
    blocks.table(Answer("its stages", title, told.stages(known), base, filtered=False, about=ABOUT))


def contacts(data: Database, known: Organisation) -> None:
    """Whom to speak to, masked until asked for; never in a download."""
    role = identity.role()
    if not role.sees_contacts:
        st.write("Contacts are shown to staff who may see them.")
        return
    people = organisations.contacts(data, known, role)
    if people.empty:
        st.write("None of its files names a contact.")
        return
    key = str(known.row["organisation_key"])
    shown = st.toggle("Show names and addresses", key=f"contacts of {key}")
    st.caption("Who asks for them is on record; see Audit.")
    if shown:
        keeping.look(looks.CONTACTS, key, {"organisation_key": key})
    st.dataframe(
        told.contacts(people, shown=shown),
        hide_index=True,
        alt="Contacts",
        placeholder=blocks.MISSING,
    )


def _confirm(known: Organisation) -> str:
    key = str(known.row["organisation_key"])
    by = identity.by(Action.STAGE)
    entry = record.record_confirmation(session.store(), key, by, reasons.given(WHY))
    return f"Confirmed today (entry {entry}). Undo it on the Decisions page."
