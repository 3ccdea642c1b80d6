import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.intake import details
from analysis.intake.details import EMAIL, NAME, PHONE, REMOVED
from tests.intake.personal_examples import ASKED, CONTACTS, EXAMPLES, ORGANISATIONS

AMONG = details.people(CONTACTS, ORGANISATIONS)
MARKED = re.compile(r"\{(name|phone|email):([^}]*)\}")
LABELLED = [("", line) for line in EXAMPLES.strip().splitlines()] + [
    (header, cell) for header, cells in ASKED.items() for cell in cells
]

Kinds = Counter[tuple[str, str]]


def expected(line: str) -> Kinds:
    return Counter(MARKED.findall(line))


def noticed(header: str, line: str) -> Kinds:
    text = MARKED.sub(r"\2", line)
    return Counter((d.kind, text[d.start : d.end]) for d in details.found(text, AMONG, header))


@pytest.mark.parametrize(
    ("kind", "precise", "complete"), [(EMAIL, 1, 1), (PHONE, 0.97, 0.97), (NAME, 0.95, 0.92)]
)
def test_details_are_found_in_what_people_write(kind: str, precise: float, complete: float) -> None:
    wanted = sum((of(kind, expected(line)) for _, line in LABELLED), Counter())
    found = sum((of(kind, noticed(*each)) for each in LABELLED), Counter())
    right = sum((of(kind, expected(x[1]) & noticed(*x)) for x in LABELLED), Counter()).total()

    assert right / found.total() >= precise, found - wanted
    assert right / wanted.total() >= complete, wanted - found


def of(kind: str, counted: Kinds) -> Kinds:
    return Counter({each: number for each, number in counted.items() if each[0] == kind})


@pytest.mark.parametrize("line", [line for _, line in LABELLED if MARKED.search(line)])
def test_what_is_removed_leaves_the_words_around_it(line: str) -> None:
    text = MARKED.sub(r"\2", line)

    clean = details.removed(text, details.found(text, AMONG))

    assert set(re.findall(r"\w+", clean)) <= set(re.findall(r"\w+", text)) | {"removed"}
    assert not any(word in clean for kind, word in MARKED.findall(line) if kind == EMAIL)


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        (EMAIL, "jane@example.org", "j…@example.org"),
        (EMAIL, "jo (at) example.org", "j…@example.org"),
        (PHONE, "07700 900123", "07… …123"),
        (NAME, "Jane Smith", "J… S…"),
    ],
)
def test_an_example_shows_too_little_to_be_used(kind: str, text: str, shown: str) -> None:
    assert details.masked(text, kind) == shown


@given(st.text(st.sampled_from("aJ0 7+(@.-\n)mrMSt:"), max_size=400))
def test_nothing_is_found_twice_and_nothing_in_what_is_left(text: str) -> None:
    found = details.found(text, AMONG, "Referee")
    ends = [0, *(detail.end for detail in found)]

    assert all(start <= detail.start for start, detail in zip(ends, found, strict=False))
    assert details.removed(text, found).count(REMOVED) >= len(found)


@pytest.mark.parametrize(
    "part",
    ["a", "Aa ", "@", "a@", "a.", "0 ", "01629 ", "contact ", "Contact Jane ", "Mr ", "Mr Jane ",
     "Jane ", "tel ", "contact name ", "((((", "+44 ", "(at)", "[at] ", "a (at) b.", "- ", ", "],
)  # fmt: skip
def test_long_cells_are_searched_in_a_blink(part: str) -> None:
    text = part * (100_000 // len(part))

    assert details.found(text, AMONG, "Line manager") is not None
