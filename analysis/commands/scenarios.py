"""Commands that try a scenario out, keep it, and adopt it."""

import sys
from typing import Annotated

import typer

from analysis import questions, vocabulary
from analysis.commands import options
from analysis.commands.options import (
    DEFAULT_STORE,
    ME,
    AsOfOption,
    AxisOption,
    ByOption,
    ColumnsOption,
    Format,
    FormatOption,
    LayersOption,
    StoreOption,
    WhereOption,
    WholeHubOption,
    WhyOption,
)
from analysis.database import Database
from analysis.decide import scenario as plans
from analysis.decide.plan import Edit
from analysis.decide.scenario import TODAY, Scenario
from analysis.decide.supposed import supposing
from analysis.errors import DashboardError
from analysis.ledger import entries
from analysis.ledger.entries import Store
from analysis.report import scenario as told
from analysis.report import tables
from analysis.vocabulary import Vocabulary

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="The scenario's name.")]
TakeOption = Annotated[
    list[str] | None, typer.Option("--take", help="An organisation to take in. May be repeated.")
]
LetGoOption = Annotated[
    list[str] | None, typer.Option("--let-go", help="A partner to let go. Likewise.")
]
TargetOption = Annotated[
    list[str] | None,
    typer.Option("--target", help='A target, such as "3 function=schools area=Derby"; 0: none.'),
]


def scenario(
    name: NameArgument,
    take: TakeOption = None,
    let_go: LetGoOption = None,
    target: TargetOption = None,
    against: Annotated[str, typer.Option(help="Another scenario, or Today.")] = TODAY,
    rows: AxisOption = "function",
    columns: ColumnsOption = "area",
    layers: LayersOption = None,
    where: WhereOption = None,
    as_of: AsOfOption = None,
    store: StoreOption = DEFAULT_STORE,
    form: FormatOption = Format.TABLE,
    by: ByOption = ME,
    why: WhyOption = "",
    *,
    whole_hub: WholeHubOption = True,
    save: Annotated[bool, typer.Option(help="Keep it under its name.")] = False,
) -> None:
    """Say which cells a scenario would change. Without --take and the like, one that was saved."""
    opened, words = options.open_store(store), vocabulary.load()
    if save and as_of is not None:
        raise DashboardError("A scenario is kept in today's data. Leave out --as-of, or --save.")
    built = options.at_entry(opened, as_of)
    axes = list(options.axes(rows, columns, layers).values())
    chosen = options.filters(where, words, whole_hub=whole_hub)
    asked = (take, let_go, target)
    made = _made(built, name, asked, words) if any(asked) else plans.named(built.state, name)
    before, after = (
        _built(opened, built, each) for each in (plans.named(built.state, against), made)
    )
    if save:
        entries.append_all(opened, [plans.kept(made, by, why)], after=built.state.number)
    changes = questions.changes(before, after, axes, chosen)
    if form is Format.TABLE:
        sys.stdout.write("\n".join([*told.told(built, made), ""]) + "\n")
    options.show(tables.of_changes(changes, axes), form)


def scenarios(store: StoreOption = DEFAULT_STORE, form: FormatOption = Format.TABLE) -> None:
    """List the scenarios that were saved, with who saved them, when and why."""
    every = told.of_scenarios(options.told(options.open_store(store)))
    options.show(tables.of_history(every), form)


def adopt(name: NameArgument, store: StoreOption = DEFAULT_STORE, by: ByOption = ME) -> None:
    """Record what a saved scenario does, with its name as the reason."""
    opened = options.open_store(store)
    built = options.at_entry(opened, None)
    found = plans.named(built.state, name)
    drafts = plans.drafts(built, found, by)
    if not drafts:
        raise DashboardError(f"“{name}” has nothing left to record.")
    numbers = entries.append_all(opened, entries.as_one(drafts), after=built.state.number)
    sys.stdout.write(told.adopted(found, numbers) + "\n")


def _built(opened: Store, built: Database, found: Scenario) -> Database:
    drafts = plans.drafts(built, found, ME)
    return supposing(opened, drafts, vocabulary.load(), built.state.number)


def _made(
    built: Database,
    name: str,
    asked: tuple[list[str] | None, list[str] | None, list[str] | None],
    words: Vocabulary,
) -> Scenario:
    takes, lets_go = (
        tuple(options.organisation(built, each) for each in named or []) for named in asked[:2]
    )
    return Scenario(name, takes, lets_go, tuple(_target(each, words) for each in asked[2] or []))


def _target(written: str, words: Vocabulary) -> Edit:
    number, *terms = written.split()
    if not number.isdecimal() or not terms:
        raise DashboardError(
            f'"{written}" is not a target. Write a number and a cell: "3 function=schools".'
        )
    return Edit(tuple(options.cell(terms, words)), int(number))
