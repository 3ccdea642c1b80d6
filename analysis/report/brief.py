"""The gap brief: one page to act on. Its sentences are templates of `data/brief.toml`."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from string import Formatter

import pandas as pd

from analysis import organisations, questions
from analysis.access import Role
from analysis.database import Database
from analysis.decide import gaps
from analysis.decide.gaps import Ranking
from analysis.errors import DashboardError
from analysis.questions import EVERYTHING, Filters
from analysis.report import sentences, typeset
from analysis.report.history import of_terms
from analysis.report.sentences import counted, listed
from analysis.vocabulary import DATA

FILE, LAYOUT = DATA / "brief.toml", Path(__file__).with_suffix(".typ")
MOST_CELLS, MOST_NAMES = 4, 6
PARTS = {"gap": "The gap", "need": "The need", "near": "Who is near", "ask": "The ask"}
NONE = "none"

Figures = Mapping[str, str]
USUALLY = Ranking()


@dataclass(frozen=True)
class Asked:
    """What briefs are asked about: a frame, filters, and the measure of need."""

    axes: tuple[str, ...]
    filters: Filters = EVERYTHING
    ranking: Ranking = USUALLY


@dataclass(frozen=True)
class Sentence:
    """One sentence: its part of the brief, its template by name, its figures and its words."""

    part: str
    template: str
    figures: Figures

    @property
    def text(self) -> str:
        """The sentence as it is read."""
        said = templates()[self.part][self.template].format_map(dict(self.figures))
        return said[0].upper() + said[1:]


@dataclass(frozen=True)
class Brief:
    """What is told of one gap. `contacts` are whom to speak to, empty unless asked for."""

    cell: str
    codes: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    contacts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    """One part of a brief: its heading and its lines."""

    name: str
    lines: list[str]


# The file cannot change under a running program.
@cache
def templates() -> dict[str, dict[str, str]]:
    """The templates of each part, by name."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def briefs(
    database: Database, asked: Asked, cells: Sequence[tuple[str, ...]], role: Role | None = None
) -> list[Brief]:
    """What is to be told of some cells, named by their codes; with contacts where a role is given.

    Raises
    ------
    DashboardError
        If one of them is not short of its target, there are too many, or the role may not see
        contacts.
    """
    if not 0 < len(cells) <= MOST_CELLS:
        raise DashboardError(f"A brief is about one to {MOST_CELLS} gaps. Choose fewer, or one.")
    ranked = gaps.gaps(database, asked.axes, asked.filters, asked.ranking)
    could = gaps.could_close(database, asked.axes, asked.filters)
    places = list(("row", "column", "layer")[: len(asked.axes)])
    found = {tuple(gap[places]): gap for _, gap in ranked.iterrows()}
    missing = [codes for codes in cells if codes not in found]
    if missing:
        cell = of_terms(f"{axis}:{code}" for axis, code in zip(asked.axes, missing[0], strict=True))
        raise DashboardError(
            f"{cell} is not short of a target or does not apply: there is no gap to tell of. "
            "Choose one that the gaps list."
        )
    return [_brief(database, asked, (found[codes], could), codes, role) for codes in cells]


def as_pdf(told: Sequence[Brief], filters: str, as_of: str) -> bytes:
    """Write some briefs as one page: PDF/UA, tagged for screen readers."""
    return typeset.as_pdf(LAYOUT, content(told, filters, as_of))


def content(told: Sequence[Brief], filters: str, as_of: str) -> dict[str, object]:
    """All that the page says, as data for its layout."""
    many = "Gap" if len(told) == 1 else "Gaps"
    return {
        "title": f"{many} to close: {listed([one.cell for one in told])}",
        "cells": [
            {"name": one.cell, "parts": [asdict(part) for part in parts(one)]} for one in told
        ],
        "footer": foot(filters, as_of),
    }


def foot(filters: str, as_of: str) -> str:
    """What the figures rest on."""
    return (
        f"Filters: {filters}. Data as of {as_of}. Partners and enquiries: the hub's record. "
        "Figures of need: as published, each with its source."
    )


def parts(told: Brief) -> Iterator[Part]:
    """The parts of a brief under their headings."""
    for part, name in PARTS.items():
        yield Part(name, [each.text for each in told.sentences if each.part == part])
    if told.contacts:
        yield Part("Whom to speak to (personal data)", list(told.contacts))


def _brief(
    database: Database,
    asked: Asked,
    found: tuple[pd.Series, pd.DataFrame],
    codes: tuple[str, ...],
    role: Role | None,
) -> Brief:
    gap, could = found
    terms = [f"{axis}:{code}" for axis, code in zip(asked.axes, codes, strict=True)]
    behind = questions.offers_behind(database, asked.axes, terms, asked.filters)
    near = could[could["cell"] == gap["cell"]]
    who = _who(near, behind)
    names = {how: _listed(named) for how, named in who.items() if named}
    figures = {**_counts(gap), **_need(gap, asked.axes), **names}
    kind = str(gap["kind"])
    chosen = [
        ("gap", kind),
        *(("need", name) for name in _known("need", figures)),
        *(("near", name) for name in _known("near", figures)),
        ("ask", kind),
    ]
    told = [Sentence(part, name, _used(part, name, figures)) for part, name in chosen]
    beside = [*who["waiting"], *who["unsure_names"]]
    contacts = _contacts(database, beside, role) if role else ()
    return Brief(sentences.place(gap), codes, tuple(told), tuple(contacts))


def _known(part: str, figures: Figures) -> list[str]:
    """The sentences of a part whose every figure is known; the one for none where none is."""
    said = templates()[part]
    known = [name for name in said if name != NONE and _fields(said[name]) <= set(figures)]
    return known or [NONE]


def _used(part: str, name: str, figures: Figures) -> Figures:
    return {field: figures[field] for field in sorted(_fields(templates()[part][name]))}


def _fields(template: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(template) if field}


def _counts(gap: pd.Series) -> Figures:
    return {
        "cell": sentences.place(gap),
        "target": counted(int(gap["target"]), "partner"),
        "partners": counted(int(gap["partners"]), "partner"),
        "enquiries": counted(
            int(gap["enquiries"]), "organisation has offered", "organisations have offered"
        ),
        "unsure": counted(int(gap["unsure"]), "partner"),
        "whole_hub": f"{gap['whole_hub']}",
        "missing": counted(int(gap["target"] - gap["partners"]), "partner"),
    }


def _need(gap: pd.Series, axes: Sequence[str]) -> Figures:
    """The published figures of the cell's area; none where it has no area or nobody published."""
    told: dict[str, str] = {}
    if "area" in axes:
        told["area"] = str(gap[("row_label", "column_label", "layer_label")[axes.index("area")]])
    if pd.notna(gap["children"]):
        told["children"] = f"{int(gap['children']):,}"
        told["children_source"] = str(gap["children_source"])
        told["children_period"] = str(gap["children_period"])
    if pd.notna(gap["need"]):
        told["need"] = f"{gap['need']:,g}"
        for name in ("need_label", "need_unit", "need_period", "need_source"):
            told[name] = str(gap[name])
    return told


def _who(near: pd.DataFrame, behind: pd.DataFrame) -> dict[str, list[str]]:
    """Who is near, by how they are."""
    groups = {
        "waiting": near.loc[near["how"] == "waiting", "organisation"],
        "next_door": near.loc[near["how"] == "next door", "organisation"],
        "unsure_names": behind.loc[behind["counted_as"] == "unsure", "organisation"],
        "partner_names": behind.loc[behind["counted_as"] == "partner", "organisation"],
    }
    return {how: [str(name) for name in dict.fromkeys(who)] for how, who in groups.items()}


def _listed(names: Sequence[str]) -> str:
    left = len(names) - MOST_NAMES
    return listed([*names[:MOST_NAMES], f"{left} more"] if left > 0 else names)


def _contacts(database: Database, names: Sequence[str], role: Role) -> Iterator[str]:
    """Whom to speak to at some organisations. Personal data."""
    for name in names:
        known = organisations.named(database, name)
        if known is not None:
            people = organisations.contacts(database, known, role)[["contact_name", "email"]]
            for _, person in people.iterrows():
                yield ", ".join([name, *person.dropna().astype(str)])
