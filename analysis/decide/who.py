"""Who organisations are, and what it would change to join them: questions about identity."""

from collections.abc import Sequence

import pandas as pd

from analysis.database import Database


def identities(database: Database) -> pd.DataFrame:
    """What tells who an organisation is. Personal data: for the search for pairs alone.

    Returns
    -------
    DataFrame
        One row per organisation and thing it wrote: `organisation` (its number), `kind` ("name",
        "website", "email" or "postcode"), `text`.
    """
    return database.ask("from questions.identities()", {})


def joining(database: Database, pairs: Sequence[tuple[int, int]]) -> pd.DataFrame:
    """What joining each of some pairs of organisations, named by number, would change.

    Returns
    -------
    DataFrame
        One row per pair, in their order: `pair` (from 0), `cells_of_both` (function × area cells
        that count both as partners today), `cells_changing` (those that would change state).
    """
    sides = {"left": [one for one, _ in pairs], "right": [other for _, other in pairs]}
    return database.ask("from questions.joining($left::integer[], $right::integer[])", sides)


def profile(database: Database, keys: Sequence[str]) -> pd.DataFrame:
    """The organisations that go by some names, named by their keys, as one tells them apart.

    Returns
    -------
    DataFrame
        One row per organisation, in that order: `name`, `also_written`, `offers`, `functions`,
        `areas`, `stages`, `websites` (all in words, ", " between them), `newest` (its newest
        submission, null where no file gave a time), and the place of its newest offer: `file`,
        `sheet`, `row`.
    """
    return database.ask("from questions.profile($keys)", {"keys": list(keys)})
