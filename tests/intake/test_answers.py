import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.intake import answers
from analysis.vocabulary import DIMENSIONS
from tests.intake.files import WORDS

LABELS = {d: [term.label for term in WORDS.of(d)] for d in DIMENSIONS}
AREA, FOCUS, AIM = (answers.wordings(WORDS, d) for d in ("area", "focus", "aim"))
NO_MARKS = str.maketrans("", "", "; ,\n")
TALENT = LABELS["aim"][1]


def choices(dimension: str) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(LABELS[dimension]), unique=True)


@pytest.mark.parametrize("mark", [";", ", ", "\n", " | ", ","])
@pytest.mark.parametrize("dimension", DIMENSIONS)
@given(data=st.data())
def test_choices_that_a_tool_joined_come_back_exactly(
    dimension: str, mark: str, data: st.DataObject
) -> None:
    chosen = data.draw(choices(dimension))
    end = data.draw(st.sampled_from(["", ";"])) if mark == ";" else ""

    found = answers.joined(mark.join(chosen) + end, answers.wordings(WORDS, dimension), mark)

    assert list(found) == chosen


@pytest.mark.parametrize("mark", [";", "; ", ", ", ",", "\n", "|", " / ", " & ", " and "])
@pytest.mark.parametrize("dimension", DIMENSIONS)
@given(data=st.data())
def test_choices_that_a_person_typed_come_back_exactly(
    dimension: str, mark: str, data: st.DataObject
) -> None:
    chosen = data.draw(choices(dimension))

    found = answers.by_hand(mark.join(chosen), answers.wordings(WORDS, dimension))

    assert list(found) == chosen


@given(st.text(st.sampled_from("Derby; ,\n&e")), st.sampled_from([";", ", ", "\n"]))
def test_no_word_is_lost(cell: str, mark: str) -> None:
    found = answers.joined(cell, AREA, mark)

    assert "".join(found).translate(NO_MARKS) == cell.translate(NO_MARKS)


def test_a_comma_inside_a_label_is_no_separator() -> None:
    assert answers.joined(f"{TALENT}, Aim 3", AIM, ", ") == (TALENT, "Aim 3")


def test_a_semicolon_and_space_belong_to_typed_words() -> None:
    found = answers.joined("LGBTQ+;NEET; home educated;", FOCUS, ";")

    assert found == ("LGBTQ+", "NEET; home educated")


def test_typed_words_with_the_tools_own_separator_come_apart() -> None:
    found = answers.joined("Derby, Staffordshire, Leicestershire borders", AREA, ", ")

    assert found == ("Derby", "Staffordshire", "Leicestershire borders")


def test_a_known_word_inside_a_typed_phrase_is_not_taken_out() -> None:
    phrase = "Young people excluded from sport and nursery"

    assert answers.by_hand(f"{phrase}; SEND", FOCUS) == (phrase, "SEND")


@pytest.mark.parametrize(
    ("cell", "items"),
    [
        ("Derby & Erewash", ("Derby", "Erewash")),
        ("Derby and Leeds", ("Derby and Leeds",)),
        ("Derby, Leeds", ("Derby", "Leeds")),
        ("Derby; Leeds, south", ("Derby", "Leeds, south")),
        ("- Derby\n- High Peak", ("Derby", "High Peak")),
        ("Derby /\nErewash ; ", ("Derby", "Erewash")),
        ("Derby and Derbyshire", ("Derby and Derbyshire",)),
        (" ; ", ()),
    ],
)
def test_hand_typed_lists_are_split_only_where_it_is_sure(
    cell: str, items: tuple[str, ...]
) -> None:
    assert answers.by_hand(cell, AREA) == items


def test_a_story_is_kept_in_one_piece() -> None:
    story = "x, " * 2000 + "x"

    assert answers.by_hand(story, FOCUS) == (story,)
