"""Nothing of a row without consent lies anywhere in the store."""

import pyarrow.parquet as pq
import pytest

from analysis import questions
from tests.hub import load, now

FORM = """
Organisation | Contact name | Email            | Areas | Shoes   | I consent to my data being kept
Ash          | Ann Yesname  | yes@example.org  | Derby | size 38 | Yes
Noneworthy   | Nell Noname  | nell@example.org | Derby | size 99 | {answer}
"""
OF_NELL = ("Noneworthy", "Nell", "Noname", "nell@", "size 99")


def everything(store) -> str:
    """All that the store's files hold: their bytes, and the words inside the Parquet ones."""
    store.engine.dispose()
    files = [file for file in store.folder.rglob("*") if file.is_file()]
    raw = [file.read_bytes().decode("latin-1") for file in files]
    inside = [str(pq.read_table(f).to_pylist()) for f in files if f.suffix == ".parquet"]
    return "\n".join(raw + inside).casefold()


@pytest.mark.parametrize("answer", ["No", "", "I do not agree"])
def test_without_consent_nothing_is_stored(store, answer):
    load(store, FORM.format(answer=answer))

    kept = everything(store)

    assert [word for word in OF_NELL if word.casefold() in kept] == []
    assert "ann yesname" in kept
    assert list(questions.organisations(now(store))["name"]) == ["Ash"]


def test_with_consent_it_is_there_to_be_found(store):
    load(store, FORM.format(answer="Yes"))

    kept = everything(store)

    assert [word for word in OF_NELL if word.casefold() in kept] == list(OF_NELL)


def test_a_file_in_which_nobody_agrees_records_nothing(store):
    load(store, FORM.format(answer="No").replace("| Yes", "| No"))

    assert now(store).state.number == 0
