"""How sure a headline is: in how many plausible readings it holds, and what alone would flip it.

In a plausible reading each doubtful fact is, with even chances, as the record has it or otherwise;
an answer that is missing is then any of its terms, each as likely. The chances come from the number
of the ledger's entry and the name of the fact, so the same data has the same readings everywhere.
"""

import zlib
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.database import Database
from analysis.decide.doubted import Bools, Counts, Hub, hub
from analysis.decide.doubts import PAIR, Asked
from analysis.decide.joins import Numbers
from analysis.decide.readings import counted
from analysis.questions import STATES

READINGS = 200


@dataclass(frozen=True)
class Sureness:
    """How sure the cells of a frame are.

    `states` and `partners` have a row per reading and a column per cell, `now` is the cells' state
    today, all as places in `questions.STATES`. `flips` has one row per fact that alone changes the
    state of a cell, those first that change most: `fact` (its place in `facts`), `outcomes` (in how
    many of its other outcomes a state changes), `turns` (in how many the headline's counts do),
    `cells` (cells that change, on average over its other outcomes), `most` (cells that change in
    the outcome that changes most), with their places `where` and their states there `then`.
    """

    cells: pd.DataFrame
    facts: pd.DataFrame
    now: Numbers
    states: Numbers
    partners: Numbers
    flips: pd.DataFrame

    def of_states(self) -> pd.DataFrame:
        """How sure the number of cells in each state is.

        Returns
        -------
        DataFrame
            One row per state, in the order of `questions.STATES`: `state`, `today` (cells), `holds`
            (readings with just as many), `fewest` and `most` (cells in any reading).
        """
        today = _per_state(self.now[None])[0]
        many = _per_state(self.states)
        return pd.DataFrame(
            {
                "state": STATES,
                "today": today,
                "holds": (many == today).sum(axis=0),
                "fewest": many.min(axis=0),
                "most": many.max(axis=0),
            }
        )

    @property
    def holds(self) -> int:
        """In how many readings every count of the headline is as today."""
        same = _per_state(self.states) == _per_state(self.now[None])
        return int(same.all(axis=1).sum())

    def of_cells(self) -> pd.DataFrame:
        """How sure each cell's state is.

        Returns
        -------
        DataFrame
            One row per cell of the frame, in its order: the columns of `questions.coverage`,
            `holds` (readings in which its state is as today), and one column per state that is not
            "not-applicable": the readings in which it is that.
        """
        told = self.cells.assign(holds=(self.states == self.now).sum(axis=0))
        for place, state in enumerate(STATES[:-1]):
            told[f"readings_{state}"] = (self.states == place).sum(axis=0)
        return told


def sureness(database: Database, asked: Asked, pairs: pd.DataFrame) -> Sureness:
    """How sure the cells of a frame are, under some filters, as of a day.

    `pairs` are those that may be one organisation, as `analysis.decide.pairs` finds them.
    """
    made = hub(database, asked, pairs)
    choices = drawn(made, database.state.number)
    counts = counts_of(made, choices)
    return Sureness(
        made.frame.cells,
        made.known.facts,
        made.states(made.today)[0],
        made.states(counts),
        counts.partners,
        _flips(made),
    )


def drawn(made: Hub, number: int) -> Numbers:
    """How each fact is in each reading: one row per reading, one column per fact."""
    facts = made.known.facts
    choices = np.zeros((READINGS, len(facts)), dtype=np.int64)
    for place, (key, kind, outcomes) in enumerate(
        zip(facts["key"], facts["kind"], facts["outcomes"], strict=True)
    ):
        dice = np.random.default_rng([number, zlib.crc32(f"{kind}|{key}".encode())])
        is_other = dice.random(READINGS) < 1 / 2
        choices[:, place] = is_other * dice.integers(1, outcomes, READINGS, endpoint=True)
    return choices


def counts_of(made: Hub, choices: Numbers) -> Counts:
    """Count the cells in readings that say of every fact how it is."""
    full = np.column_stack([choices, np.zeros(len(choices), dtype=np.int64)])
    touched = np.unique(np.concatenate([*made.touched, np.empty(0, dtype=np.int64)]))
    is_pair = (made.known.facts["kind"] == PAIR).to_numpy()
    joins = [np.flatnonzero(row[is_pair]).tolist() for row in choices]
    return counted(
        made,
        lambda reading, fact: full[reading, fact],
        [touched.astype(np.int64)] * len(choices),
        joins,
    )


def _flips(made: Hub) -> pd.DataFrame:
    facts = made.known.facts
    outcomes = facts["outcomes"].to_numpy(dtype=np.int64)
    fact = np.repeat(np.arange(len(facts), dtype=np.int64), outcomes)
    outcome = np.arange(len(fact)) - (np.cumsum(outcomes) - outcomes)[fact] + 1
    counts = counted(
        made,
        lambda reading, asked: np.where(fact[reading] == asked, outcome[reading], 0),
        [made.touched[one] for one in fact],
        [[one] if facts["kind"].iloc[one] == PAIR else [] for one in fact.tolist()],
    )
    states, now = made.states(counts), made.states(made.today)[0]
    changes = states != now
    turns = (_per_state(states) != _per_state(now[None])).any(axis=1)
    told = pd.DataFrame({"fact": fact, "cells": changes.sum(axis=1), "turns": turns})
    return _ranked(told, states, changes)


def _ranked(told: pd.DataFrame, states: Numbers, changes: Bools) -> pd.DataFrame:
    by_fact = told.groupby("fact")
    flips = pd.DataFrame(
        {
            "outcomes": told["cells"].gt(0).groupby(told["fact"]).sum(),
            "turns": by_fact["turns"].sum(),
            "cells": by_fact["cells"].mean(),
            "most": by_fact["cells"].max(),
            "worst": by_fact["cells"].idxmax() if len(told) else pd.Series(dtype="int64"),
        }
    ).reset_index()
    flips = flips[flips["most"] > 0]
    where = [np.flatnonzero(changes[worst]) for worst in flips["worst"]]
    then = [states[worst][places] for worst, places in zip(flips["worst"], where, strict=True)]
    flips = flips.assign(
        where=pd.Series([tuple(map(int, w)) for w in where], index=flips.index, dtype=object),
        then=pd.Series([tuple(map(int, t)) for t in then], index=flips.index, dtype=object),
    )
    order = ["cells", "turns", "most"]
    ranked = flips.sort_values(order, ascending=False, kind="stable", ignore_index=True)
    return ranked.drop(columns="worst")


def _per_state(states: Numbers) -> Numbers:
    """How many cells of each row are in each state."""
    return np.column_stack([(states == place).sum(axis=1) for place in range(len(STATES))])
