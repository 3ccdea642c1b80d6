"""Answers as tables for people: their words as headers, their spelling of every state."""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from analysis import palette
from analysis.decide.meaning import suggestion
from analysis.intake.grid import letter
from analysis.intake.reading import Reading
from analysis.ledger.entries import Entry
from analysis.receipt import Receipt
from analysis.report import history, sentences
from analysis.report.mapping import label
from analysis.vocabulary import DIMENSIONS, HEADINGS, Vocabulary

_SHOWN = ("organisation", "submitted_at", "stage", *DIMENSIONS, "offer", "reach")
_AXES = ("row_label", "column_label", "layer_label")
COUNTED = {
    "partner": "partner",
    "enquiry": "enquiry",
    "unsure": "unsure: the answer does not say",
    "not counted": "not counted",
}

NOT_UNDERSTOOD = "Not understood"
BY_WORDS = "its words: look here first"


def of_cells(cells: pd.DataFrame, axes: Sequence[str]) -> pd.DataFrame:
    """A grid as a table: one row per cell, named by its terms."""
    names = {label: HEADINGS[axis] for label, axis in zip(_AXES, axes, strict=False)}
    return cells.assign(state=cells["state"].map(word))[
        [*names, "state", "partners", "enquiries", "unsure", "whole_hub", "target", "reason"]
    ].rename(
        columns={
            **names,
            "state": "State",
            "partners": "Partners",
            "enquiries": "Enquiries",
            "unsure": "Unsure",
            "whole_hub": "Partners by whole-hub claim only",
            "target": "Target",
            "reason": "Why not applicable",
        }
    )


def of_tally(tally: pd.DataFrame, axis: str) -> pd.DataFrame:
    """Cells by state as a table: one row per term, one column per state."""
    wide = tally.pivot_table(
        index=["term", "label"], columns="state", values="cells", sort=False, aggfunc="sum"
    ).reset_index()
    states = [role.code for role in palette.load().states]
    return wide[["label", *states]].rename(
        columns={"label": HEADINGS[axis], **{state: word(state) for state in states}}
    )


def of_changes(cells: pd.DataFrame, axes: Sequence[str]) -> pd.DataFrame:
    """Cells that changed: what each was and what it is."""
    names = {label: HEADINGS[axis] for label, axis in zip(_AXES, axes, strict=False)}
    moved = cells.assign(
        state=cells["state"].map(word), state_before=cells["state_before"].map(word)
    )
    return moved[[*names, "state_before", "state", "partners_before", "partners"]].rename(
        columns={
            **names,
            "state_before": "Was",
            "state": "Is",
            "partners_before": "Partners before",
            "partners": "Partners after",
        }
    )


def of_offers(offers: pd.DataFrame) -> pd.DataFrame:
    """Offers, and where each stands in its file; behind a cell also how each fits it."""
    told = offers.assign(counted_as=offers["counted_as"].map(COUNTED))
    joined = ["written_as"] if offers["written_as"].any() else []
    of_cell = [name for name in ("fit", "is_whole_hub") if name in offers.columns]
    if of_cell:
        told = told.assign(is_whole_hub=offers["is_whole_hub"].map({True: "yes", False: ""}))
    return told[
        [
            "counted_as",
            "organisation",
            *joined,
            *of_cell[:1],
            "stage_label",
            *of_cell[1:],
            "offer_text",
            "reach",
            "file",
            "sheet",
            "row",
        ]
    ].rename(
        columns={
            "counted_as": "Counts as",
            "organisation": "Organisation",
            "written_as": "Also written",
            "fit": "This offer",
            "stage_label": "Stage",
            "is_whole_hub": "Whole-hub claim",
            "offer_text": "Offer, as written",
            "reach": "Reach a year",
            "file": "File",
            "sheet": "Sheet",
            "row": "Row",
        }
    )


def of_taken_in(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows that an import took in, and what became of each."""
    return rows.rename(
        columns={
            "row": "Row",
            "organisation": "Organisation",
            "written_as": "Written as",
            "today": "Today",
        }
    )


def of_answers(answers: pd.DataFrame) -> pd.DataFrame:
    """The source words of one offer: field, words, meaning, and the cell they stood in."""
    placed = answers.assign(
        field=[label(name) for name in answers["field"]],
        column=[letter(number) for number in answers["column"]],
    )
    return placed[["field", "text", "means", "file", "sheet", "row", "column"]].rename(
        columns={
            "field": "Question",
            "text": "Words in the file",
            "means": "Counted as",
            "file": "File",
            "sheet": "Sheet",
            "row": "Row",
            "column": "Column",
        }
    )


def of_marks(
    marks: pd.DataFrame, organisations: Sequence[str], areas: Mapping[str, str]
) -> pd.DataFrame:
    """Who covers what where: one row per organisation, a word for each area it serves.

    `areas` are the columns, code to label; one without any mark keeps its empty column.
    """
    words = {role.code: role.word for role in palette.load().marks}
    wide = marks.assign(mark=marks["mark"].map(words)).pivot(
        index="organisation", columns="term", values="mark"
    )
    return (
        wide.reindex(index=list(organisations), columns=list(areas))
        .astype(object)
        .fillna("")
        .rename(columns=dict(areas))
        .rename_axis(index="Organisation", columns=None)
        .reset_index()
    )


def of_places(places: pd.DataFrame) -> pd.DataFrame:
    """Areas with cover beside need; `sentences.of_need` says what its short headers mean."""
    return places[["label", "covered", "cells", "gaps", "children", "need"]].rename(
        columns={
            "label": "Area",
            "covered": "Safe",
            "cells": "Of",
            "gaps": "Gaps",
            "children": "Children",
            "need": "Need",
        }
    )


def of_set_aside(reading: Reading) -> pd.DataFrame:
    """Rows of a file that are no offers, and why."""
    refused = "no consent was given; nothing of it is stored"
    rows = [(row.row, row.reason) for row in reading.set_aside]
    rows += [(record.row, refused) for record in reading.records if record.consent is False]
    return pd.DataFrame(sorted(rows), columns=["Row", "Why"])


def _nearest(words: Vocabulary, dimension: str, wording: str) -> str:
    code = suggestion(words, dimension, wording)
    near = f" (nearest: {words.term(dimension, code).short_label})" if code else ""
    return NOT_UNDERSTOOD + near


def wording_names(wordings: pd.DataFrame) -> dict[str, tuple[str, str]]:
    """Each wording's dimension and key, by a name that says whose question it answers."""
    return {
        f"{row.text} ({HEADINGS[str(row.dimension)]})": (str(row.dimension), str(row.wording))
        for row in wordings.itertuples()
    }


def of_wordings(wordings: pd.DataFrame, words: Vocabulary) -> pd.DataFrame:
    """The words of a file, what each means and what told so, and how many of its offers use it.

    What was not understood stands first, and then what only its words told.
    """
    nearest = [
        _nearest(words, str(row.dimension), str(row.wording)) for row in wordings.itertuples()
    ]
    told = wordings.assign(
        dimension=wordings["dimension"].map(HEADINGS),
        means=wordings["means"]
        .mask(wordings["is_outside"], "Outside the hub")
        .mask(wordings["is_no_answer"], "Not an answer")
        .fillna(pd.Series(nearest, wordings.index, str)),
        by=list(_told_by(wordings, words)),
    )
    order = told["by"].map({"": 0, BY_WORDS: 1}).fillna(2).sort_values(kind="stable").index
    return told.loc[order, ["dimension", "text", "means", "by", "offers"]].rename(
        columns={
            "dimension": "Question",
            "text": "Words in the file",
            "means": "Means",
            "by": "Told by",
            "offers": "Offers",
        }
    )


def _told_by(wordings: pd.DataFrame, words: Vocabulary) -> Iterator[str]:
    """What told the meaning of each wording; empty where nothing did."""
    for row in wordings.itertuples():
        is_known = str(row.wording) in words.wordings[str(row.dimension)]
        by = "a known wording" if is_known else BY_WORDS
        yield "staff" if row.is_decided else by if isinstance(row.means, str) else ""


def of_records(receipt: Receipt) -> pd.DataFrame:
    """What was understood of each row and what becomes of it, without anything about people."""
    fields = [name for name in _SHOWN if name in receipt.reading.asked]
    here = receipt.offers[receipt.offers["change"] != "gone"]
    changes = dict(zip(here["row"], here["change"], strict=True))
    rows = [
        (r.row, changes.get(r.row, ""), *("; ".join(r.texts(name)) for name in fields))
        for r in receipt.reading.agreed()
    ]
    headers = [label(name) for name in fields]
    return pd.DataFrame(rows, columns=["Row", "Change", *headers])


def of_history(told: Sequence[Entry]) -> pd.DataFrame:
    """The ledger, newest first."""
    rows = history.history(told)[::-1]
    return pd.DataFrame(rows, columns=[name.capitalize() for name in history.HISTORY])


def of_decisions(standing: Sequence[Entry]) -> pd.DataFrame:
    """Decisions that stand, newest first."""
    return of_history(standing).drop(columns="Stands")


def offer_names(offers: pd.DataFrame) -> dict[str, str]:
    """The key of each offer, in order, by a name that says whose it is and where it stands."""
    names: dict[str, str] = {}
    for _, offer in offers.iterrows():
        name = f"{offer['organisation']} ({offer['file']}, row {offer['row']})"
        if name in names:
            name = f"{name}, entry {offer['import']}, {offer['sheet']}"
        names[name] = str(offer["offer_key"])
    return names


def tiles(places: pd.DataFrame, cells: pd.DataFrame, function: str | None) -> pd.DataFrame:
    """The map's areas: shaded by the share of cells covered, or by one function's state."""
    if function is None:
        return places.assign(
            value_text=[
                f"{c} of {n}" for c, n in zip(places["covered"], places["cells"], strict=True)
            ],
            share=(places["covered"] / places["cells"].where(places["cells"] > 0)),
            detail=[sentences.counted(gaps, "gap") for gaps in places["gaps"]],
        )
    states = cells[cells["column"] == function].set_index("row")
    here = states.loc[places["area"]]
    return places.assign(
        value_text=[str(number) for number in here["partners"]],
        shade_state=list(here["state"]),
        detail=[sentences.counted(number, "partner") for number in here["partners"]],
    )


def word(state: str) -> str:
    """A state's symbol and word."""
    role = palette.find(palette.load().states, state)
    return f"{role.symbol} {role.word}"
