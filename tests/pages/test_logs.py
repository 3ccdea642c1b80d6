"""The log says what happened in lines of JSON, and repeats no word of a file and no name."""

import json
import logging

from pages.shared.logs import Lines


def line(event: str, told: dict[str, object], fault: Exception | None = None) -> dict[str, object]:
    log = logging.Logger("pages.shared.server")
    exc_info = (type(fault), fault, fault.__traceback__) if fault else None
    record = log.makeRecord(log.name, logging.ERROR, "", 0, event, (), exc_info, extra=told)
    return json.loads(Lines().format(record))


def test_a_line_names_the_event_its_level_its_time_and_what_it_refers_to():
    told = line("recorded", {"table": "entry", "entry": 12, "kind": "import"})

    assert str(told.pop("time")).endswith("+00:00")
    assert told == {
        "level": "error",
        "event": "recorded",
        "logger": "pages.shared.server",
        "table": "entry",
        "entry": 12,
        "kind": "import",
    }


def test_a_fault_is_told_by_type_and_place_and_what_caused_it_never_by_its_words():
    try:
        try:
            int("ann@example.org")
        except ValueError as cause:
            raise KeyError("Ann Example") from cause
    except KeyError as fault:
        told = line("a fault of ours", {"reference": "12345678"}, fault)

    assert [cause["type"] for cause in told["fault"]] == ["KeyError", "ValueError"]
    assert __file__ in told["fault"][0]["at"][0]
    assert "ann@" not in json.dumps(told)
    assert "Ann" not in json.dumps(told)


def test_a_line_leaves_out_what_it_was_not_told_to_keep():
    assert "email" not in line("recorded", {"email": "ann@example.org"})
