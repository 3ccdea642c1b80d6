"""How sure a headline is, in words and tables."""

from collections.abc import Iterator, Mapping

import pandas as pd

from analysis import palette
from analysis.decide.doubts import KINDS, OLD, PAIR, UNANSWERED, WHOLE_HUB, WORDING
from analysis.decide.first import First
from analysis.decide.sure import READINGS, Sureness
from analysis.questions import STATES
from analysis.report import sentences
from analysis.report.sentences import ASKED, counted, listed

HOLDS = f"Holds in (of {READINGS})"
MOST_CELLS = 3

# What is doubtful, and what it is in a reading in which it is not as the record has it.
_KINDS: Mapping[str, tuple[str, str, str]] = {
    PAIR: (
        "pair of names that may be one organisation",
        "pairs of names that may be one organisation",
        "joined",
    ),
    UNANSWERED: (
        "answer that a partner's offer leaves open",
        "answers that partners' offers leave open",
        "any one of the terms",
    ),
    WORDING: (
        "choice of a form understood only by its words",
        "choices of forms understood only by their words",
        "meaning none of our terms",
    ),
    OLD: (
        "organisation last confirmed over a year ago",
        "organisations last confirmed over a year ago",
        "gone with all its offers",
    ),
    WHOLE_HUB: (
        "claim to serve the whole hub",
        "claims to serve the whole hub",
        "good only for what it names",
    ),
}


def headline(told: Sureness) -> str:
    """In how many readings all of a headline holds."""
    if told.facts.empty:
        return "Nothing that bears on this is doubtful, so every number here holds."
    return (
        f"All these counts of cells by state at once hold in {told.holds} of {READINGS} plausible "
        "readings; each by itself, and each cell, in as many as stand below."
    )


def kinds(told: Sureness) -> Iterator[str]:
    """What is doubtful, how much of each kind, and what a reading does with it."""
    counts = told.facts["kind"].value_counts()
    found = [kind for kind in KINDS if counts.get(kind, 0)]
    for kind in found:
        one, many, otherwise = _KINDS[kind]
        number = counted(int(counts[kind]), one, many)
        yield f"{number}: each is as recorded or, with even chances, {otherwise}."
    left = [_KINDS[kind][1] for kind in KINDS if kind not in found]
    if left and found:
        yield f"None here: {listed(left)}."


def first_line(told: Sureness, line: First) -> list[str]:
    """In how many readings the first line of the gaps holds."""
    if told.facts.empty:
        return []
    short = f"{counted(line.short, 'cell')} short of target"
    others = f"in the others from {line.fewest} to {line.most}"
    said = [f"{short}: in {line.holds} of {READINGS} readings; {others}."]
    if line.first is not None:
        place = sentences.place(told.cells.iloc[line.first])
        said.append(f"{place} stands first in {line.first_holds} of {READINGS} readings.")
    return said


def base(told: Sureness) -> str:
    """How many doubtful facts the readings rest on."""
    return f"{counted(len(told.facts), 'doubtful fact bears', 'doubtful facts bear')} on this."


def of_states(told: Sureness) -> pd.DataFrame:
    """Each number of a headline, and in how many readings it holds."""
    counts = told.of_states()
    shown = counts[(counts["most"] > 0) & (counts["state"] != "not-applicable")]
    return pd.DataFrame(
        {
            "State": [_word(state) for state in shown["state"]],
            "Cells today": shown["today"],
            HOLDS: shown["holds"],
            "Fewest": shown["fewest"],
            "Most": shown["most"],
        }
    )


def of_cells(told: Sureness) -> pd.DataFrame:
    """Each cell, in how many readings its state holds, and what it is in the others."""
    cells = told.of_cells()
    cells = cells[cells["state"] != "not-applicable"]
    readings = {_word(state): cells[f"readings_{state}"] for state in STATES[:-1]}
    return pd.DataFrame(
        {
            "Cell": [sentences.place(cell) for _, cell in cells.iterrows()],
            "State today": [_word(state) for state in cells["state"]],
            HOLDS: cells["holds"],
            **readings,
        }
    )


def of_flips(told: Sureness) -> pd.DataFrame:
    """The doubtful facts that alone change a cell, those first that change most."""
    facts = told.facts.loc[told.flips["fact"]]
    return pd.DataFrame(
        {
            "What is doubtful": [doubt(fact) for _, fact in facts.iterrows()],
            "Cells it changes, on average": told.flips["cells"].round(1),
            "Changes the headline": [
                f"in {turns} of {many}"
                for turns, many in zip(told.flips["turns"], facts["outcomes"], strict=True)
            ],
            "Such as": [_such_as(told, flip) for _, flip in told.flips.iterrows()],
        }
    )


def doubt(fact: pd.Series) -> str:
    """What is doubtful about one fact."""
    subject, other = fact["subject"], fact["other"]
    return {
        PAIR: f"Whether {subject} and {other} are one",
        UNANSWERED: f"{subject}'s answer about {ASKED.get(fact['dimension'], '')} ({other})",
        WORDING: f"Whether “{subject}” means {other}",
        OLD: f"Whether {subject} still holds to its offers (last confirmed {other})",
        WHOLE_HUB: f"{subject}'s claim to serve the whole hub ({other})",
    }[fact["kind"]]


def in_full(told: Sureness) -> dict[str, object]:
    """All of it as records."""
    places = ["row", "column", "layer", "state", "holds"]
    counts = told.facts["kind"].value_counts()
    facts = told.facts.loc[told.flips["fact"]]
    flips = told.flips[["cells", "turns"]].assign(
        fact=[doubt(fact) for _, fact in facts.iterrows()],
        kind=list(facts["kind"]),
        outcomes=list(facts["outcomes"]),
    )
    return {
        "readings": READINGS,
        "holds": told.holds,
        "doubtful": {kind: int(counts.get(kind, 0)) for kind in KINDS},
        "headline": told.of_states().to_dict(orient="records"),
        "cells": told.of_cells()[places].to_dict(orient="records"),
        "flips": flips.to_dict(orient="records"),
    }


def _such_as(told: Sureness, flip: pd.Series) -> str:
    changed = [
        f"{sentences.place(told.cells.iloc[cell])} from {STATES[told.now[cell]]} to {STATES[state]}"
        for cell, state in zip(flip["where"], flip["then"], strict=True)
    ]
    left = len(changed) - MOST_CELLS
    more = [f"{left} more"] if left > 0 else []
    return listed([*changed[:MOST_CELLS], *more])


def _word(state: str) -> str:
    role = palette.find(palette.load().states, state)
    return f"{role.symbol} {role.word}"
