"""The gap brief: each sentence's figures are read again and the record, or the file, asked anew."""

import csv
import re

import pytest
from hypothesis import Phase, given, settings

from analysis import questions
from analysis.access import LOCAL, ROLES
from analysis.decide import gaps
from analysis.errors import DashboardError
from analysis.report import brief
from analysis.report.brief import Asked, briefs, templates
from tests.hub import DERBY, WORDS, load, now
from tests.oracle import DATA
from tests.report.test_checking import content, pages
from tests.stores import files
from tests.test_coverage import SLOW, taken_in

AXES = ("function", "area")
PARTNERS = """
Organisation | Contact name | Email           | Stage        | Functions      | Areas
Ash          | Jo Bloggs    | jo@example.org  | Commissioned | Schools        | Derby
Birch        | Al Bloggs    | al@example.org  | Commissioned | Inclusion      |
Cedar        | Di Bloggs    | di@example.org  | Pilot        | Progression    | Countywide
Dogwood      | Ed Bloggs    | ed@example.org  | Received     | Sustainability | Derby
Elm          | Flo Bloggs   | flo@example.org | Pilot        | Sustainability | Erewash
"""


def read_again(part: str, name: str, text: str) -> dict[str, str]:
    """The figures that stand in a sentence, found by what stands between them."""
    said = templates()[part][name]
    said = said[0].upper() + said[1:] if not said.startswith("{") else said
    pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+?)", re.escape(said))
    found = re.fullmatch(pattern, text)
    assert found, (said, text)
    return found.groupdict()


def number(told: str) -> int:
    return int(told.partition(" ")[0].replace(",", ""))


def spoken(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def check(asked, built, one):
    """Ask the record again for every figure of every sentence of a brief."""
    cells = questions.coverage(built, AXES)
    cell = cells[(cells["row"] == one.codes[0]) & (cells["column"] == one.codes[1])].iloc[0]
    cell_names = [f"{axis}:{code}" for axis, code in zip(AXES, one.codes, strict=True)]
    behind = questions.offers_behind(built, AXES, cell_names)
    could = gaps.could_close(built, AXES)
    could = could[could["cell"] == cell.name + 1]
    by_how = could.groupby("how")["organisation"].agg(list).to_dict()
    by_count = behind.groupby("counted_as")["organisation"].unique().map(list).to_dict()
    need = {
        row["measure"]: row
        for row in csv.DictReader((DATA / "need.csv").read_text(encoding="utf-8").splitlines())
        if row["area"] == one.codes[1]
    }
    figure, people = need[asked.ranking.measure], need["children_0_18"]
    counts = {
        **{name: cell[name] for name in ("target", "partners", "enquiries", "unsure", "whole_hub")},
        "missing": cell["target"] - cell["partners"],
        "children": int(people["value"]),
    }
    words = {
        "cell": one.cell,
        "area": cell["column_label"],
        "children_source": people["source"],
        "children_period": people["period"],
        "need": f"{float(figure['value']):,g}",
        **{f"need_{name}": figure[name] for name in ("label", "unit", "period", "source")},
    }
    who = {
        "waiting": by_how.get("waiting"),
        "next_door": by_how.get("next door"),
        "unsure_names": by_count.get("unsure"),
        "partner_names": by_count.get("partner"),
    }
    for sentence in one.sentences:
        for name, told in read_again(sentence.part, sentence.template, sentence.text).items():
            if name in counts:
                assert number(told) == counts[name], sentence.text
            elif name in words:
                assert told.casefold() == words[name].casefold(), sentence.text
            else:
                assert told == spoken(who[name]), sentence.text


@settings(SLOW, max_examples=4, phases=[Phase.generate])
@given(made=files())
def test_each_sentence_of_every_gap_says_what_the_record_says(made):
    built, asked = taken_in(made), Asked(AXES)
    for _, gap in gaps.gaps(built, AXES).iloc[::9].iterrows():
        (one,) = briefs(built, asked, [(gap["row"], gap["column"])])

        check(asked, built, one)


@pytest.mark.parametrize(
    ("function", "sentence"),
    [
        ("schools", "1 partner in Schools × Derby; 2 partners would make it safe."),
        (
            "inclusion",
            "Ask Birch whether they serve Inclusion × Derby, before looking for 2 partners.",
        ),
        (
            "progression",
            "1 partner in Progression × Derby, 1 only by a claim to serve the whole hub; ",
        ),
        ("sustainability", "Speak with Dogwood: 2 partners would be enough."),
        ("partnerships", "Find 2 partners to serve Partnerships × Derby."),
    ],
)
def test_each_kind_of_gap_has_its_own_sentences(store, function, sentence):
    load(store, PARTNERS, kind="partner")

    (one,) = briefs(now(store), Asked(AXES), [(function, DERBY)])

    assert any(each.text.startswith(sentence) for each in one.sentences)
    check(Asked(AXES), now(store), one)


def test_nobody_is_named_in_person_unless_asked_for_by_who_may(store):
    load(store, PARTNERS, kind="partner")
    built, cells = now(store), [("sustainability", DERBY)]

    (plain,) = briefs(built, Asked(AXES), cells)
    (full,) = briefs(built, Asked(AXES), cells, LOCAL)

    assert plain.contacts == ()
    assert full.contacts == ("Dogwood, Ed Bloggs, ed@example.org",)
    assert "example.org" not in str(brief.content([plain], "none", "today"))
    with pytest.raises(DashboardError, match="staff who may see them"):
        briefs(built, Asked(AXES), cells, ROLES["viewer"])


def test_what_is_no_gap_has_no_brief(store):
    load(store, PARTNERS + "Fir | | | Pilot | Schools | Derby", kind="partner")

    with pytest.raises(DashboardError, match=" × Derby is not short of a target"):
        briefs(now(store), Asked(AXES), [("schools", DERBY)])


def test_four_gaps_are_one_page_and_five_are_refused(store):
    load(store, PARTNERS, kind="partner")
    cells = [(term.code, DERBY) for term in WORDS.frame("function")]

    told = briefs(now(store), Asked(AXES), cells[:4])

    assert pages(brief.as_pdf(told, "none", "3 May 2026")) == 1
    assert b"StructTreeRoot" in content(brief.as_pdf(told, "none", "3 May 2026"))
    with pytest.raises(DashboardError, match="one to 4 gaps"):
        briefs(now(store), Asked(AXES), cells[:5])
