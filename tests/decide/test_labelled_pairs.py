"""Invented pairs with a person's answer: nearly all that should be asked about are, few else."""

import sys
from pathlib import Path

import pytest

from analysis.decide import pairs
from analysis.ledger import entries
from analysis.vocabulary import organisation_key
from tests.hub import load, now

LABELLED = Path(__file__).with_name("labelled.txt")
PRECISION, RECALL = 0.95, 0.95
COMMON = {
    "": ("ann{n}{side}@own{n}{side}.example.org", "", ""),
    "address": ("ann@own{n}.example.org", "", ""),
    "web": ("ann@{side}{n}.example.org", "https://www.site{n}.example.org/{side}", ""),
    "mail": ("{side}@own{n}.example.org", "", ""),
    "web and mail": ("{side}@{mail}{n}.example.org", "{web}{n}.example.org", ""),
    "postcode": ("ann@{side}{n}.example.org", "", "DE{n} 9ZZ"),
    "free": ("{side}{n}@gmail.com", "facebook.com/{side}{n}", ""),
    "school": ("{side}{n}@derbyshire.sch.uk", "https://derbyshire.sch.uk/{side}", ""),
    "council": ("{side}{n}@derbyshire.gov.uk", "https://derbyshire.gov.uk/{side}", ""),
}


def labelled() -> list[list[str]]:
    lines = [line for line in LABELLED.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    return [[cell.strip() for cell in line.split("|")] for line in lines[1:]]


def sheet() -> str:
    rows = ["Organisation | Email | Website | Postcode | Stage | Functions | Areas"]
    for n, (left, right, common, _) in enumerate(labelled()):
        for side, name in (("left", left), ("right", right)):
            places = {"mail": "own" if side == "left" else "other"}
            places["web"] = "www.own" if side == "right" else "elsewhere"
            email, site, postcode = (
                text.format(n=n, side=side, **places) for text in COMMON[common]
            )
            rows.append(f"{name} | {email} | {site} | {postcode} | Pilot | Schools | Derby")
    return "\n".join(rows)


@pytest.fixture(scope="module")
def proposed(tmp_path_factory):
    """The pairs found in a hub of all these organisations, by their keys."""
    store = entries.open_store(tmp_path_factory.mktemp("labelled"))
    load(store, sheet(), "partner")
    found = pairs.pairs(now(store))
    store.engine.dispose()
    return {frozenset(keys) for keys in zip(found["left_key"], found["right_key"], strict=True)}


def test_nearly_all_that_should_be_asked_are_and_little_else(proposed, capsys):
    keys = {frozenset(map(organisation_key, pair[:2])): pair[3] == "yes" for pair in labelled()}
    wanted = {pair for pair, ask in keys.items() if ask}

    precision = len(proposed & wanted) / len(proposed)
    recall = len(proposed & wanted) / len(wanted)

    with capsys.disabled():
        sys.stdout.write(f"\nlikely pairs: precision {precision:.0%}, recall {recall:.0%}\n")
    assert precision >= PRECISION, sorted(map(sorted, proposed - wanted))
    assert recall >= RECALL, sorted(map(sorted, wanted - proposed))
