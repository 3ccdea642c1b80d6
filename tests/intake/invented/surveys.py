"""SurveyMonkey, SmartSurvey, Snap, Jisc, Alchemer and KoboToolbox."""

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import replace
from zoneinfo import ZoneInfo

from tests.intake.invented.columns import (
    Column,
    Filled,
    Response,
    Spread,
    each_question,
    filled,
    fixed,
    many,
    meta,
    one,
    rows,
    text,
)
from tests.intake.invented.export import Export
from tests.intake.invented.form import Answer, Question, Taste
from tests.intake.invented.microsoft import as_windows, truths
from tests.intake.invented.people import Said
from tests.intake.invented.pool import Pool
from tests.intake.invented.table import Cell, Sheet, Written, csv_file, xlsx_file

UTC = ZoneInfo("UTC")
AMERICAN = "%m/%d/%Y %I:%M:%S %p"


def surveymonkey(
    how: str, *, excel: bool = False
) -> Callable[[random.Random, Pool, list[Said]], Export]:
    """`how` a choice not taken is written: "blank", "numeric" (0 and 1) or "words"."""

    def made(rng: random.Random, words: Pool, said: list[Said]) -> Export:
        table = filled(rng, words, said, Taste(html=True)).backwards
        put = rng.choice([AMERICAN, "%Y-%m-%d %H:%M:%S"])
        columns = _monkey_meta(put, 2) + each_question(
            table.form, lambda place, q: _monkey(place, q, how)
        )
        rows_ = rows(columns, table.responses)
        if excel:
            return Export("EOI.xlsx", xlsx_file(Sheet("Sheet", rows_)), "eoi", truths(table))
        mark = rng.choice(["utf-8", "utf-8-sig"])
        return Export("EOI.csv", csv_file(rows_, Written(encoding=mark)), "eoi", truths(table))

    return made


def _monkey_meta(put: str, depth: int) -> list[Column]:
    return [
        meta("Respondent ID", lambda r: str(118900032000 + r.place), depth),
        *fixed("Collector ID", cell="455120031", rows=depth),
        meta("Start Date", lambda r: (r.said.sent - dt.timedelta(minutes=3)).strftime(put), depth),
        meta("End Date", lambda r: r.said.sent.strftime(put), depth),
        *fixed("IP Address", cell="203.0.113.34", rows=depth),
        *fixed("Email Address", "First Name", "Last Name", "Custom Data 1", rows=depth),
    ]


def _monkey(place: int, question: Question, how: str) -> list[Column]:
    if question.kind == "text":
        return [_under(place, question.title, "Open-Ended Response")]
    if question.kind in ("single", "yesno"):
        return [_under(place, question.title, "Response")]
    options = tuple((c, w if c else "Other (please specify)") for c, w in question.options)
    if question.kind == "tick":
        options = options[:1]
    yes: Callable[[str], Cell] = (lambda _: "1") if how == "numeric" else str
    no = {"numeric": "0", "words": "Not selected"}.get(how, "")
    spread = Spread(lambda title, option, first: (title if first else "", option), yes, no)
    return many(place, replace(question, options=options), spread)


def _under(place: int, *heads: str) -> Column:
    return Column(heads, lambda r: text(r.answers[place], ", "))


def surveymonkey_condensed(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    table = filled(rng, words, said, Taste(html=True)).backwards
    depth = rng.choice([1, 2])
    columns = _monkey_meta(AMERICAN, depth) + each_question(
        table.form, lambda p, q: [_under(p, *[q.title, *[""] * (depth - 1)])]
    )
    data = csv_file(rows(columns, table.responses), Written(encoding="utf-8-sig"))
    return Export("EOI condensed.csv", data, "eoi", truths(table))


def smart_survey(*, excel: bool) -> Callable[[random.Random, Pool, list[Said]], Export]:
    """Three header rows, the last of them blank; a dash where nothing was answered."""

    def made(rng: random.Random, words: Pool, said: list[Said]) -> Export:
        table = filled(rng, words, said)
        rows_ = rows(_smart(table), table.responses)
        blank = [""] * len(rows_[0])
        rows_ = [*rows_[:2], blank, *rows_[2:], blank]
        if excel:
            return Export(
                "RawData--91.xlsx", xlsx_file(Sheet("RawData", rows_)), "eoi", truths(table)
            )
        how = Written(quoted=True, encoding="utf-8-sig")
        return Export("RawData--910000.csv", csv_file(rows_, how), "eoi", truths(table))

    return made


def _smart(table: Filled) -> list[Column]:
    put = "%d/%m/%Y %H:%M:%S"
    number = "Q{}. {}"
    return [
        meta("UserID", lambda r: str(310200000 + r.place), 2),
        meta("UserNo", lambda r: str(r.place), 2),
        *fixed("Name", "Email", cell="-", rows=2),
        *fixed("IP Address", cell="203.0.113.10", rows=2),
        *fixed("Unique ID", cell="-", rows=2),
        meta("Started", lambda r: (r.said.sent - dt.timedelta(minutes=6)).strftime(put), 2),
        meta("Ended", lambda r: r.said.sent.strftime(put), 2),
        *fixed("Tracking Link", cell="Main Tracking Link", rows=2),
        *each_question(
            table.form,
            lambda place, q: _smart_question(place, q, number.format(place + 1, q.title)),
        ),
    ]


def _smart_question(place: int, question: Question, title: str) -> list[Column]:
    if question.kind in ("multi", "tick"):
        kept = question.options[:1] if question.kind == "tick" else question.options
        options = tuple((c, w if c else "Other (please specify):") for c, w in kept)
        spread = Spread(lambda _, option, first: (title if first else "", option), no="-")
        return many(place, replace(question, options=options), spread)
    return [Column((title, ""), lambda r: text(r.answers[place], ", ") or "-")]


def snap(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """A labelled export: question text, and one column for each choice."""
    table = filled(rng, words, said, Taste(numbered=True))
    put = "%d/%m/%Y %H:%M"
    columns = [
        meta("ID.case", lambda r: r.place),
        meta("ID.date", lambda r: r.said.sent.strftime(put)),
        *each_question(table.form, _snap),
    ]
    how = Written(delimiter=rng.choice([",", "\t"]), encoding=rng.choice(["utf-8-sig", "cp1252"]))
    told = truths(table, "minute")
    data = csv_file(rows(columns, table.responses), how)
    lossless = how.encoding != "cp1252"
    return Export(
        "snap data (labels).csv",
        data,
        "eoi",
        told if lossless else [as_windows(each) for each in told],
    )


def _snap(place: int, question: Question) -> list[Column]:
    if question.kind != "multi":
        return one(place, question.title, "; ")
    return many(place, question, Spread(lambda title, option, _: (f"{title} - {option}",)))


def jisc(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """Choices joined by a bare comma; what was typed stands in a question of its own."""
    table = filled(rng, words, said)
    columns = [
        meta("Unique Response Number", lambda r: f"1234567-{1234560 + r.place}-{998877 + r.place}"),
        *each_question(table.form, _jisc),
        meta("Completion date", lambda r: r.said.sent.strftime("%d/%m/%Y %H:%M")),
    ]
    data = csv_file(rows(columns, table.responses), Written(encoding="utf-8-sig"))
    return Export("results-for-music-hub-eoi.csv", data, "eoi", truths(table, "minute"))


def _jisc(place: int, question: Question) -> list[Column]:
    head = f"{place + 1}. {question.title}"
    if question.kind != "multi":
        return one(place, head, ",")
    other = next((w for c, w in question.options if not c), "Other")
    return [
        Column((head,), lambda r: ",".join(_with_other(r.answers[place], other))),
        Column(
            (f"{place + 1}.a. If you selected Other, please specify:",),
            lambda r: r.answers[place].other,
        ),
    ]


def _with_other(answer: Answer, printed: str) -> tuple[str, ...]:
    return (*answer.chosen, printed) if answer.other else answer.chosen


def alchemer(rng: random.Random, words: Pool, said: list[Said]) -> Export:
    """One column for each option, "Option:Question"; partial responses among the rest."""
    table = filled(rng, words, said)
    put = rng.choice(["%b %d, %Y %I:%M:%S %p", "%Y-%m-%d %H:%M:%S"])
    columns = [
        meta("Response ID", lambda r: str(r.place)),
        meta("Time Started", lambda r: (r.said.sent - dt.timedelta(minutes=5)).strftime(put)),
        meta("Date Submitted", lambda r: r.said.sent.strftime(put)),
        *fixed("Status", cell="Complete"),
        *fixed("Contact ID", "Legacy Comments", "Comments"),
        *fixed("Language", cell="English"),
        *fixed("Referer", "SessionID", cell="x9a0"),
        *each_question(table.form, _alchemer),
    ]
    data = csv_file(rows(columns, table.responses), Written(quoted=True, encoding="utf-8-sig"))
    return Export("20261120-SurveyExport.csv", data, "eoi", truths(table))


def _alchemer(place: int, question: Question) -> list[Column]:
    if question.kind != "multi":
        return one(place, question.title, ", ")
    options = tuple((c, w if c else "Other - Write In") for c, w in question.options)
    spread = Spread(lambda title, option, _: (f"{option}:{title}".replace(" ", "\u00a0", 1),))
    return many(place, replace(question, options=options), spread)


def kobo(*, summary: bool) -> Callable[[random.Random, Pool, list[Said]], Export]:
    """Semicolons between cells; a 0/1 column for each choice, with a summary before them or not."""

    def made(rng: random.Random, words: Pool, said: list[Said]) -> Export:
        table = filled(rng, words, said)
        columns = [
            *fixed("start", "end"),
            *each_question(table.form, lambda place, q: _kobo(place, q, summary)),
            meta("_id", lambda r: str(33400 + r.place)),
            meta("_uuid", lambda r: f"5a0c-{r.place:04d}"),
            meta(
                "_submission_time",
                lambda r: r.said.sent.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S"),
            ),
            *fixed(
                "_validation_status", "_notes", "_status", "_submitted_by", "__version__", "_tags"
            ),
            meta("_index", lambda r: str(r.place)),
        ]
        how = Written(delimiter=";", quoted=True, end="\n", encoding="utf-8-sig")
        data = csv_file(rows(columns, table.responses), how)
        return Export("Music_hub_EOI_-_all_versions_-_labels.csv", data, "eoi", truths(table))

    return made


def _kobo(place: int, question: Question, summary: bool) -> list[Column]:
    if question.kind != "multi":
        return one(place, question.title, " ")
    printed = tuple((code or "other", wording) for code, wording in question.options)
    whole = Column((question.title,), lambda r: " ".join(_with_other(r.answers[place], "Other")))
    ticks = [_detail(place, question.title, code, wording) for code, wording in printed]
    typed = Column((f"{question.title}_other",), lambda r: r.answers[place].other)
    return [*([whole] if summary else []), *ticks, typed]


def _detail(place: int, title: str, code: str, wording: str) -> Column:
    def cell(response: Response) -> str:
        answer = response.answers[place]
        if not answer.items:
            return ""
        is_other = code == "other" and bool(answer.other)
        return "1" if wording in answer.chosen or is_other else "0"

    return Column((f"{title}/{wording}",), cell)
