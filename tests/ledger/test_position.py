"""A place in the ledger, as a link holds it."""

from analysis.ledger import entries, position


def test_a_place_leads_back_to_its_entry(store):
    entries.append(store, "note", {}, "a test", "first")
    entries.append(store, "note", {}, "a test", "second")
    told = entries.entries(store)

    assert [position.found(told, position.written(e.number, e.at)) for e in told] == list(told)


def test_a_place_of_another_ledger_leads_nowhere(store, tmp_path):
    entries.append(store, "note", {}, "a test", "ours")
    other = entries.open_store(tmp_path / "other")
    entries.append(other, "note", {}, "a test", "theirs")
    (theirs,) = entries.entries(other)
    other.engine.dispose()

    assert position.found(entries.entries(store), position.written(1, theirs.at)) is None


def test_words_that_are_no_place_lead_nowhere(store):
    assert position.found(entries.entries(store), "yesterday") is None
