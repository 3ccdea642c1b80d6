"""What is to be done and what is not known: the worst gaps, the partners, how sure it is."""

from collections.abc import Iterator

import pandas as pd

from analysis import areas, organisations, palette, questions
from analysis.decide import gaps
from analysis.decide.gaps import Ranking
from analysis.decide.sure import Sureness
from analysis.report import definitions, sentences, tables
from analysis.report import gaps as told
from analysis.report import sure as doubts
from analysis.report.board.facts import Asked, Facts
from analysis.report.board.parts import Section, Table

MOST_GAPS, MOST_DOUBTS = 10, 8
UNSAID = "not said"
DEFINED = (
    definitions.GRID,
    definitions.COUNTED,
    definitions.STATES,
    definitions.INDEX,
    definitions.BESIDE,
    definitions.GAPS,
    definitions.TIME,
    definitions.SURE,
)


def worst(facts: Facts, asked: Asked) -> Section:
    """The gaps in the order of what closing them is worth, and who could close them."""
    ranking = Ranking()
    ranked = gaps.gaps(facts.database, asked.axes, asked.filters, ranking)
    could = gaps.could_close(facts.database, asked.axes, asked.filters)
    rows = told.of_gaps(ranked, could, asked.axes, ranking)
    wanted = ("Cell", "Kind of gap", "Partners", "Target", "Children", *told.CLOSERS.values())
    shown = tuple(name for name in wanted if name in rows.columns)
    base = told.how_ranked(ranking, areas.labels(facts.database)[ranking.measure])
    title = "Gaps, ranked, and who could close them"
    return Section(
        "The worst gaps, and who could close them",
        [told.ranked(ranked, asked.axes)],
        tables=[Table("Gaps", title, rows, base, shown, MOST_GAPS)] if len(rows) else [],
    )


def partners(facts: Facts, asked: Asked) -> Section:
    """Every partner as funders ask for it. Nothing about people."""
    rows = of_partners(organisations.partners(facts.database, asked.filters))
    number = sentences.counted(len(rows), "partner")
    base = "What their offers that count as cover say; reach is children a year, offer by offer."
    return Section(
        "The partners",
        [f"{number}, each with what its own form or the hub's partner sheet says."],
        tables=[Table("Partners", "Partners", rows, base)] if len(rows) else [],
    )


def of_partners(found: pd.DataFrame) -> pd.DataFrame:
    """Partners as a table; what a partner left open is told as not said."""
    words = ["aims", "functions", "areas", "focuses", "reach"]
    said = found[words].fillna(UNSAID)
    return pd.DataFrame(
        {
            "Organisation": found["organisation"],
            "Stage": found["stages"],
            "Aims": said["aims"],
            "Functions": said["functions"],
            "Areas": said["areas"],
            "Inclusion focuses": said["focuses"],
            "Reach as stated": said["reach"],
            "Last confirmed": found["confirmed_at"].dt.tz_convert(sentences.LOCAL).dt.date,
        }
    )


def unknown(facts: Facts, asked: Asked) -> Section:
    """What is not known, and how sure the counts are because of it."""
    known = facts.sureness
    silence = sentences.of_silence(questions.silent(facts.database), asked.axes)
    unmatched = len(questions.unmatched(facts.database))
    wordings = sentences.counted(unmatched, "wording matches", "wordings match")
    return Section(
        "What is unknown, and how sure we are",
        [line for line in (silence, f"{wordings} no term.", doubts.headline(known)) if line],
        list(doubts.kinds(known)),
        tables=list(_doubtful(known)) if len(known.facts) else [],
    )


def _doubtful(known: Sureness) -> Iterator[Table]:
    states, base = doubts.of_states(known), doubts.base(known)
    yield Table("How sure", "How sure each number is", states, base)
    if len(known.flips):
        each = "Each alone, all else as recorded; those first that change most cells."
        flips = doubts.of_flips(known)
        title = "What alone would change a cell"
        yield Table("What is doubtful", title, flips, each, most=MOST_DOUBTS)


def defined() -> Section:
    """How each figure is counted, in the words of the Definitions page, and the states."""
    states = palette.load().states
    rows = pd.DataFrame(
        {
            "State": [tables.word(role.code) for role in states],
            "What it says": [role.meaning for role in states],
        }
    )
    return Section(
        "Definitions",
        points=[f"{title}: {definitions.short(title).replace('`', '')}" for title in DEFINED],
        tables=[Table("Meanings", "What the states say", rows, "Each has a symbol of its own.")],
    )


def sources(facts: Facts, asked: Asked) -> Section:
    """The files that the figures come from, and the published figures beside them."""
    taken = facts.database.state.imports
    rows = pd.DataFrame(
        {
            "File": [each.file for each in taken],
            "Holds": [sentences.KINDS[each.kind] for each in taken],
            "Submissions": [each.records for each in taken],
            "Taken in": [sentences.moment(each.at) for each in taken],
            "Entry": [each.number for each in taken],
        }
    )
    need = questions.places(facts.database, asked.axes[0], gaps.MEASURE, asked.filters)
    return Section(
        "Sources",
        [sentences.of_need(need)] if "area" in asked.axes else [],
        tables=[Table("Sources", "Files taken in", rows, "Those that stand.")] if len(rows) else [],
    )
