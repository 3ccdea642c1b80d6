"""Random hubs: template files with blanks, unknown wordings, whole-hub claims and resubmissions."""

import csv
import io

from hypothesis import strategies as st

from tests.oracle import ALIASES, DIMENSIONS, TERMS, File, Row, organisation

ORGANISATIONS = ("Ash", "ASH Ltd", "Birch & Co", "Birch and Co CIC", "Cedar", "Dogwood", "Elm")
EMAILS = ("", "a@example.org", "B@example.org", "b@example.org")
JUNK = ("Atlantis", "nobody knows, really", "25% of it")
HEADERS = {
    "entry_id": "Entry id",
    "submitted": "Submitted at",
    "organisation": "Organisation",
    "email": "Email",
    "stage": "Stage",
    "aim": "Aims",
    "function": "Functions",
    "area": "Areas",
    "focus": "Inclusion focuses",
}


def _wordings(dimension: str) -> list[tuple[str, str | None]]:
    terms = [row for row in TERMS if row["dimension"] == dimension]
    labels: list[tuple[str, str | None]] = [(row["label"], row["term"]) for row in terms]
    codes: list[tuple[str, str | None]] = [(row["term"], row["term"]) for row in terms]
    aliases: list[tuple[str, str | None]] = [
        (row["wording"], row["term"]) for row in ALIASES if row["dimension"] == dimension
    ]
    junk: list[tuple[str, str | None]] = [(wording, None) for wording in JUNK]
    return [*labels, *codes, *aliases[::7], *junk]


STAGES = [row["term"] for row in TERMS if row["dimension"] == "stage"]
# A few terms of each dimension, so that random offers meet in the same cells.
CHOICES = {
    dimension: [w for w in _wordings(dimension) if w[1] is None or w[1] in few]
    for dimension, few in {
        "aim": {"aim-1", "aim-2", "aim-3"},
        "function": {"schools", "inclusion"},
        "area": {"E06000015", "E07000033", "hub"},
        "focus": {"send", "rural", "universal"},
    }.items()
}

Drawn = tuple[Row, dict[str, list[str]]]


@st.composite
def rows(draw: st.DrawFn, asked: tuple[str, ...], *, ids: bool, times: bool) -> Drawn:
    entry_id = draw(st.sampled_from(["1", "2", "3", "4", "5"])) if ids else ""
    day = int(entry_id) if ids else draw(st.integers(1, 9))
    picked = {
        dimension: draw(st.lists(st.sampled_from(CHOICES[dimension]), max_size=3, unique=True))
        for dimension in asked
        if dimension in DIMENSIONS
    }
    row = Row(
        organisation=draw(st.sampled_from(ORGANISATIONS)),
        email=draw(st.sampled_from(EMAILS)),
        entry_id=entry_id,
        submitted=f"2026-09-0{day}" if times else "",
        stage=draw(st.sampled_from(["", *STAGES])) if "stage" in asked else "",
        said={dimension: [code for _, code in words] for dimension, words in picked.items()},
        unknown={
            dimension: [word for word, code in words if code is None]
            for dimension, words in picked.items()
        },
    )
    return row, {dimension: [word for word, _ in words] for dimension, words in picked.items()}


@st.composite
def files(draw: st.DrawFn) -> list[tuple[File, str]]:
    """One to three files, each as the oracle sees it and as text to load."""
    forms = {kind: _form(draw, kind) for kind in ("eoi", "partner")}
    made = []
    for kind in draw(st.lists(st.sampled_from(["eoi", "partner"]), min_size=1, max_size=3)):
        asked, ids, times = forms[kind]
        drawn = draw(st.lists(rows(asked, ids=ids, times=times), min_size=1, max_size=6))
        file = File(kind, asked, tuple(row for row, _ in drawn))
        made.append((file, _text(drawn, asked, ids=ids, times=times)))
    return made


@st.composite
def joins(draw: st.DrawFn) -> list[tuple[str, str]]:
    """Pairs of names to join, none of them one organisation before its turn comes."""
    names = st.sampled_from(ORGANISATIONS)
    made: list[tuple[str, str]] = []
    for one, other in draw(st.lists(st.tuples(names, names), max_size=3)):
        if organisation(one, made) != organisation(other, made):
            made.append((one, other))
    return made


def _form(draw: st.DrawFn, kind: str) -> tuple[tuple[str, ...], bool, bool]:
    asked = [dimension for dimension in DIMENSIONS if draw(st.integers(0, 9))]
    stage = ["stage"] if draw(st.booleans()) else []
    return (*asked, *stage), kind == "eoi" and draw(st.booleans()), kind == "eoi"


def _text(drawn: list[Drawn], asked: tuple[str, ...], *, ids: bool, times: bool) -> str:
    columns = [
        *(["entry_id"] if ids else []),
        *(["submitted"] if times else []),
        "organisation",
        "email",
        *asked,
    ]
    out = io.StringIO()
    lines = csv.writer(out)
    lines.writerow([HEADERS[column] for column in columns])
    for row, words in drawn:
        lines.writerow(
            [
                ";".join(words[column]) if column in DIMENSIONS else getattr(row, column)
                for column in columns
            ]
        )
    return out.getvalue()
