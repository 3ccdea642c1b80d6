"""One problem: what hangs on it, where it stands, and the way to put it right; the file back."""

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from analysis import fixes, questions
from analysis.access import Action
from analysis.database import Database
from analysis.keeping import looks
from analysis.ledger.entries import Store
from analysis.report import file_back as files
from analysis.report import list_numbers, problems
from analysis.report.kinds import KINDS, WORDING
from analysis.vocabulary import Vocabulary
from pages.shared import (
    blocks,
    filters,
    identity,
    menu,
    numbers,
    organisation,
    pairs,
    session,
    text,
    wordings,
)
from pages.shared.blocks import Answer
from pages.shared.drill import View

PERSONAL = (
    "It holds people's names and addresses as they were uploaded: keep it where only those who "
    "need them can see it, and delete it once it has been uploaded again."
)
HOW = (
    "Put right the marked cells in Excel and upload the workbook: it is known as the same form, "
    "and the columns added at the right are left out again."
)


def found(data: Database) -> pd.DataFrame:
    """All that is wrong or doubtful today, organisations that may be one among it."""
    key = (str(data.archive), data.state.number)
    told = session.keep("problems", key, lambda: fixes.problems(data))
    with st.spinner("Looking for names that may be one…"):
        return fixes.with_pairs(told, pairs.waiting(data))


def narrowing(data: Database, wrong: pd.DataFrame) -> tuple[int | None, str | None]:
    """The import and the kind of problem that are chosen; None where all are shown."""
    imports = problems.import_names(fixes.current_imports(data))
    kinds = {KINDS[kind].word: kind for kind in dict.fromkeys(wrong["kind"])}
    left, right = st.columns(2)
    with left:
        file = filters.pick_any("file", "File", list(imports), "All files")
    with right:
        word = filters.pick_any("kind", "Kind of problem", list(kinds), "All kinds")
    return (imports[file] if file else None), (kinds[word] if word else None)


def link(silence: str) -> None:
    """The way from what nobody knows to what would tell it; nothing where nobody is silent."""
    if silence:
        menu.link("data/fixes", "See what would settle the unknown cells")


def show(data: Database, problem: pd.Series, name: str) -> None:
    """What one problem is, what hangs on it, where it stands, and how to put it right."""
    kind, key = problem["kind"], (problem["kind"], problem["dimension"], problem["about"])
    st.header(text.escaped(name))
    text.lines([problems.consequence(problem), f"Who can put it right: {problems.who(problem)}."])
    if kind == fixes.PAIR:
        _ask_of_pair(data, problem["about"])
        return
    st.subheader("How to put it right")
    text.lines([KINDS[kind].how])
    if kind == WORDING:
        wordings.decide(problem["dimension"], problem["about"])
    cells, places = fixes.cells(data, *key), fixes.places(data, *key)
    found = (
        ("Cells that hang on it", problems.of_cells(cells), "Of the grid without filters."),
        ("Where it stands", problems.of_places(places), "As written in the files."),
    )
    for title, table, base in found:
        blocks.folded(Answer(f"{title} {name}", title, table, base, filtered=False), is_open=True)
    axes, counted = list_numbers.of_problem(data, cells, places)
    numbers.show("number", name, counted, View(data, axes, questions.EVERYTHING))
    organisation.pick("asked", places["organisation"])


def _ask_of_pair(data: Database, keys: str) -> None:
    waiting = pairs.waiting(data)
    here = (waiting["left_key"] + "|" + waiting["right_key"]) == keys
    pairs.decide(waiting[here].iloc[0], lambda: filters.let_go("problem"))


def file_back(data: Database, chosen: int | None) -> None:
    """Offer an import written again just as it lay, with what is wrong beside each row."""
    imports = problems.import_names(fixes.current_imports(data))
    if not imports:
        return
    st.header("The file back")
    st.write(HOW)
    first = next((name for name, number in imports.items() if number == chosen), None)
    name = filters.pick("back", "File to write again", list(imports), first)
    words, back = session.words(), files.named(data, imports[name])
    by = identity.later(Action.CONTACTS)
    st.download_button(
        "Download the file back (Excel)",
        partial(_written, session.store(), data, (imports[name], words), by),
        back,
        key="file back",
        on_click="ignore",
    )
    st.caption(PERSONAL)


def _written(
    store: Store, data: Database, asked: tuple[int, Vocabulary], by: Callable[[], str]
) -> bytes:
    """The file back, once it is on record that it was asked for."""
    looks.record(store, looks.FILE_BACK, {"import": asked[0]}, by())
    return files.as_xlsx(files.file_back(data, *asked))
