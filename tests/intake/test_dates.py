import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from analysis.intake import dates
from analysis.intake.dates import Habit
from tests.intake.files import reading

BRITISH, AMERICAN = Habit(month_first=False), Habit(month_first=True)
LONDON = ZoneInfo("Europe/London")

READ = {
    "2026-09-03 09:04:11": "2026-09-03T09:04:11+01:00",
    "2026-11-03T08:00:00Z": "2026-11-03T08:00:00+00:00",
    "2026-07-03T08:00:00.123Z": "2026-07-03T09:00:00+01:00",
    "2026-09-03T09:04:11+01:00": "2026-09-03T09:04:11+01:00",
    "2026-09-03T09:04:11+0530": "2026-09-03T04:34:11+01:00",
    "2026/09/03 9:04:11 AM GMT+1": "2026-09-03T09:04:11+01:00",
    "2026/09/03 12:04:11 AM GMT+1": "2026-09-03T00:04:11+01:00",
    "2026/09/03 12:04:11 PM GMT+1": "2026-09-03T12:04:11+01:00",
    "2026/11/03 9:04:11 PM GMT": "2026-11-03T21:04:11+00:00",
    "2020/06/05 11:34:01 AM EST": "2020-06-05T17:34:01+01:00",
    "Sat Sep 19 2026 15:05:00 GMT-0400 (Eastern Daylight Time)": "2026-09-19T20:05:00+01:00",
    "25/10/2026 01:30:00": "2026-10-25T01:30:00+01:00",
    "03/09/2026 09:04 BST": "2026-09-03T09:04:00+01:00",
    "3rd September 2026 at 2.05pm": "2026-09-03T14:05:00+01:00",
    "Thursday, 3 Sept 2026": "2026-09-03",
    "3-Sep-26": "2026-09-03",
    "Sep 18, 2026": "2026-09-18",
    "05.09.26": "2026-09-05",
    "2026-09-03": "2026-09-03",
    "46268.3779050926": "2026-09-03T09:04:11+01:00",
    "46273": "2026-09-08",
    "rec’d 3/9/26": "2026-09-03",
    "3 / 9 / 2026": "2026-09-03",
    "1 Oct ’26 (by e-mail)": "2026-10-01",
}
UNREAD = (
    "w/c 3 March 2026", "Sept 2026", "12/9", "3/9/2026 and 4/9/2026", "1 - 2 Oct 2026",
    "", "12", "about 60", "7th September", "31/06/2026", "2026-02-30", "tbc", "13/13/2026", "12345",
    "03/09/2026 25:00", "03/09/2026 13:00 PM", "03/09/2026 09:04 IST", "0001-01-01", "2026-09-03x",
    "2026-09-03 10:00 +99:00",
)  # fmt: skip
FORMATS = {
    "Microsoft Forms as CSV": ("%m/%d/%y %H:%M:%S", AMERICAN),
    "a UK Sheet": ("%d/%m/%Y %H:%M:%S", BRITISH),
    "ISO": ("%Y-%m-%dT%H:%M:%S%z", BRITISH),
    "a real date in a workbook": ("%Y-%m-%d %H:%M:%S", BRITISH),
    "SurveyMonkey": ("%m/%d/%Y %I:%M:%S %p", AMERICAN),
    "in words": ("%A %d %B %Y %H:%M:%S", BRITISH),
}


@pytest.mark.parametrize(("text", "value"), READ.items(), ids=READ)
def test_a_date_is_read(text: str, value: str) -> None:
    assert dates.read(text, BRITISH) == value


@pytest.mark.parametrize("text", UNREAD)
def test_what_is_no_date_has_no_value(text: str) -> None:
    assert dates.read(text, BRITISH) == ""


@pytest.mark.parametrize(("form", "habit"), FORMATS.values(), ids=FORMATS)
@given(day=st.dates(dt.date(2001, 1, 1), dt.date(2068, 12, 31)), time=st.times())
def test_every_moment_comes_back_as_it_was_written(
    form: str, habit: Habit, day: dt.date, time: dt.time
) -> None:
    # Only an offset tells the second two o'clock of an autumn night from the first.
    told = time.fold if "%z" in form else 0
    moment = dt.datetime.combine(day, time.replace(microsecond=0, fold=told), LONDON)
    # The hour that clocks leave out in spring is on no clock.
    assume(moment.astimezone(dt.UTC).astimezone(LONDON).hour == moment.hour)

    assert dates.read(moment.strftime(form), habit) == moment.isoformat()


@given(st.text())
def test_any_text_is_read_or_left_empty(text: str) -> None:
    assert isinstance(dates.read(text, BRITISH), str)


@pytest.mark.parametrize(
    ("texts", "month_first"),
    [
        (["03/09/2026", "25/09/2026"], False),
        (["9/3/26 9:04:11", "9/25/26 9:04:11"], True),
        (["03/09/2026", "04/10/2026"], None),
        (["2026-09-03"], None),
    ],
    ids=["only days first fits", "only months first fits", "both fit", "no such dates"],
)
def test_the_rows_together_tell_which_number_is_the_month(
    texts: list[str], month_first: bool | None
) -> None:
    assert dates.month_first(texts) is month_first


def test_a_time_stamp_of_midnight_among_times_is_midnight() -> None:
    values = dates.read_all(["2026-09-03 09:04:11", "2026-09-04 10:00:00", "2026-09-05"], BRITISH)

    assert values[2] == "2026-09-05T00:00:00+01:00"


def test_a_day_among_days_stays_a_day() -> None:
    values = dates.read_all(["2026-09-03 09:04:11", "2026-09-04", "2026-09-05", ""], BRITISH)

    assert values[1:] == ["2026-09-04", "2026-09-05", ""]


def test_dates_that_fit_both_orders_are_read_the_british_way_and_that_is_said() -> None:
    found = reading("""
        Timestamp           | Organisation name
        03/09/2026 09:04:11 | Oak
    """)

    assert found.records[0].value("submitted_at") == "2026-09-03T09:04:11+01:00"
    assert 'under "Timestamp" fit both orders; they were read day first' in found.notes[0]


def test_a_tool_that_writes_months_first_settles_dates_that_fit_both_orders() -> None:
    found = reading("""
        ID | Start time     | Completion time | Email     | Name | Organisation
        1  | 9/3/26 9:00:00 | 9/3/26 9:04:11  | anonymous |      | Oak
    """)

    assert found.records[0].value("submitted_at") == "2026-09-03T09:04:11+01:00"
    assert "month first, as this tool writes them" in found.notes[0]


def test_a_zone_in_the_header_counts() -> None:
    found = reading("""
        Submit date (UTC)   | Organisation
        2026-09-03 08:04:11 | Oak
    """)

    assert found.records[0].value("submitted_at") == "2026-09-03T09:04:11+01:00"


def test_words_that_are_no_date_stay_as_words() -> None:
    found = reading("""
        Timestamp           | Organisation
        25/09/2026 09:04:11 | Oak
        sometime in May     | Ash
    """)

    assert [r.text("submitted_at") for r in found.records][1] == "sometime in May"
    assert [r.value("submitted_at") for r in found.records][1] == ""
