"""Fixes: all that is wrong or doubtful, why it matters, and the way to put it right."""

import streamlit as st

from analysis.report import problems
from pages.shared import blocks, filters, mending, session, text
from pages.shared.blocks import Answer

data = session.database()
found = mending.found(data)
wrong = problems.to_do(found)

blocks.title("Fixes")
if not data.state.imports:
    st.stop()
st.header(text.escaped(problems.headline(wrong)))
number, kind = mending.narrowing(data, wrong)
shown = problems.narrowed(wrong, number, kind)
if shown.empty:
    st.write("Everything was understood." if wrong.empty else "Nothing of this kind is wrong here.")
else:
    names = problems.names(shown)
    table = f"fixes {filters.by_hand('problem')}"
    base = "Held back: cells that hang on it alone or with others. In doubt: cells others settle."
    blocks.table(
        Answer(table, "What to put right", problems.table(shown), base, filtered=False),
        lambda: filters.follow_row(table, "problem", names),
    )
    name = filters.pick_any("problem", "Problem", names, "Select a row above, or choose one")
    if name is None:
        st.write("Choose a problem to see what hangs on it and how to put it right.")
    else:
        mending.show(data, shown.iloc[names.index(name)], name)

mending.file_back(data, number)
known = problems.table(problems.to_know(found))
told_of = "Nothing needs doing about these."
blocks.folded(Answer("known", "Only to be known", known, told_of, filtered=False))
