"""The words of the invented hub, as `data/sample/source/words.toml` states them."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.vocabulary import DATA

SOURCE = DATA / "sample" / "source"


@dataclass(frozen=True)
class Form:
    """What the hub's Microsoft Form asks, and the choices it offers, in the form's own words."""

    sheet: str
    metadata: Sequence[str]
    signed_in_as: str
    questions: Sequence[str]
    aims: Sequence[str]
    functions: Sequence[str]
    districts: Sequence[str]
    everywhere: str
    inclusion: Sequence[str]
    nobody_in_particular: str
    consent: str

    @property
    def headers(self) -> tuple[str, ...]:
        """The header row of a download: what the tool adds, then the questions."""
        return (*self.metadata, *self.questions)


@dataclass(frozen=True)
class Words:
    """What organisations, people and offers are made of; a name takes one word of each part."""

    form: Form
    name_parts: Sequence[Sequence[str]]
    given_names: Sequence[str]
    family_names: Sequence[str]
    outward_codes: Sequence[str]
    inward_codes: Sequence[str]
    function_weights: Sequence[int]
    district_weights: Sequence[int]
    towns: Sequence[str]
    groups: Sequence[str]
    reaches: Sequence[str]
    offer_parts: Sequence[Sequence[str]]


def load(folder: Path = SOURCE) -> Words:
    """Read the word lists."""
    tables = tomllib.loads((folder / "words.toml").read_text(encoding="utf-8"))
    return Words(form=Form(**tables["form"]), **tables["words"])
