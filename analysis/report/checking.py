"""One page of what we believe of an organisation, as a PDF to send it for checking."""

import textwrap
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from analysis.organisations import Organisation
from analysis.report import organisations, typeset
from analysis.report.mapping import label

LAYOUT = Path(__file__).with_suffix(".typ")
MOST_OFFERS, MOST_LETTERS = 40, 300
ASK = (
    "This is what we understand from what you sent us. Please tell us what is wrong, what is "
    "missing, and what no longer holds."
)
ON_TOP = [
    label(field) for field in ("organisation", "stage", "entry_id", "submitted_at", "consent")
]
RIGHT = "Right? If not, what is?"


def as_pdf(known: Organisation, as_of: str) -> bytes:
    """Write the page: PDF/UA, tagged for screen readers, with the words as they were written.

    It holds nothing about people. What does not fit is set smaller, then left out and counted.
    """
    return typeset.as_pdf(LAYOUT, content(known, as_of))


def named(known: Organisation) -> str:
    """What the file is called."""
    return f"{'-'.join(known.row['organisation_key'].split())}.pdf"


def content(known: Organisation, as_of: str) -> dict[str, object]:
    """All that the page says, as data for its layout."""
    believed = organisations.beliefs(known).assign(**{RIGHT: ""})
    return {
        "title": f"What we believe {known.name} offers",
        "lines": [ASK, organisations.confirmed(known)],
        "belief_headers": list(believed.columns),
        "beliefs": believed.to_numpy().tolist(),
        "word_headers": ["We asked", "As written", "We count it as"],
        "offers": list(_offers(known)),
        "footer": f"Data as of {as_of}. Source: your form, or the hub's partner sheet.",
    }


def _offers(known: Organisation) -> Iterator[dict[str, object]]:
    listed = organisations.offers(known)
    words = organisations.words(known)
    words = words[~words["Question"].isin(ON_TOP)]
    for _, offer in listed.head(MOST_OFFERS).iterrows():
        own = words[words["Offer"] == offer["Offer"]]
        place = f"{offer['File']}, row {offer['Row']}"
        yield {
            "name": f"Offer {offer['Offer']}: {offer['Stage']} ({place})",
            "words": [_line(*asked) for asked in own.groupby("Question", sort=False)],
        }


def _line(question: object, answers: pd.DataFrame) -> list[str]:
    said = "; ".join(answers["Words in the file"])
    means = answers["Counted as"].dropna().drop_duplicates()
    return [str(question), textwrap.shorten(said, MOST_LETTERS, placeholder="…"), "; ".join(means)]
