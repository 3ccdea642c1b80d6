"""The one table of roles, counted a second way; and that every command and page obeys it."""

import ast
from pathlib import Path

import pytest

from analysis import __main__, access
from analysis.access import LOCAL, NOBODY, ROLES, Action
from analysis.errors import DashboardError
from analysis.ledger import permits
from analysis.ledger.entries import Draft, entered

ROOT = Path(__file__).resolve().parents[1]
TABLE = """
    see       | viewer planner editor admin
    history   | planner editor admin
    note      | planner editor admin
    stage     | planner editor admin
    scenario  | planner editor admin
    target    | planner editor admin
    report    | planner editor admin
    upload    | editor admin
    wording   | editor admin
    join      | editor admin
    contacts  | editor admin
    members   | admin
    erase     | admin
    backup    | admin
    audit     | admin
"""
SAID = [[part.strip() for part in line.split("|")] for line in TABLE.strip().splitlines()]
# What changes the store, or gives people's details away. Each function of the pages that calls one
# has to have asked whether whoever is here may.
ACTS = {
    "append",
    "append_all",
    "take_in",
    "record",
    "record_boundaries",
    "record_confirmation",
    "record_figures",
    "record_look",
    "record_report",
    "record_same",
    "record_undo",
    "record_wording",
    "erase",
    "restore",
    "kept_of",
    "file_back",
}
MODULES = {"entries", "erase", "files", "looks", "members", "places", "receipt", "record"} | {
    "restore"
}
BARE = {"record_look"}
# These are given the name of whoever acts by those who asked.
GIVEN = {("session.py", "start_own"), ("enquiry.py", "_append")}


@pytest.mark.parametrize(("action", "roles"), SAID, ids=[name for name, _ in SAID])
def test_each_action_is_for_these_roles_and_no_other(action, roles):
    asked = Action[action.upper()]

    assert [name for name, role in ROLES.items() if access.may(role, asked)] == roles.split()
    assert access.may(LOCAL, asked)
    assert not access.may(NOBODY, asked)
    with pytest.raises(DashboardError, match=f"To {asked}, sign in"):
        access.require(NOBODY, asked)


def test_the_table_leaves_no_action_out():
    assert [name for name, _ in SAID] == [action.name.lower() for action in Action]


def test_an_undo_takes_what_the_undone_took_and_an_unknown_kind_an_admin():
    kinds = [("target", {}), ("undo", {"entry": 1}), ("undo", {"entry": 2}), ("news", {})]
    told = list(entered([Draft(kind, payload, "t") for kind, payload in kinds], 0))

    needed = [permits.to_undo(told, number) for number in (1, 2, 3, 4, 5)]

    assert needed == [Action.TARGET, Action.TARGET, Action.TARGET, Action.ERASE, Action.HISTORY]


def test_every_command_says_what_it_needs():
    needs = {action for _, action in __main__.COMMANDS.values()}

    # `report` asks by itself where it records what the board was told.
    assert needs | {Action.REPORT} == set(Action)


def test_every_function_of_the_pages_that_acts_asks_first_whether_it_may():
    acting = {
        (file.name, function.name): _asks(function)
        for file in sorted((ROOT / "pages").rglob("*.py"))
        for function in ast.walk(ast.parse(file.read_text()))
        if isinstance(function, ast.FunctionDef) and _acts(function)
    }

    assert len(acting) > 12
    assert {where for where, asks in acting.items() if not asks} == GIVEN


def _acts(function: ast.FunctionDef) -> bool:
    return any(
        (module in MODULES and name in ACTS) or (not module and name in BARE)
        for module, name in _calls(function)
    )


def _asks(function: ast.FunctionDef) -> bool:
    return bool({("identity", "by"), ("identity", "later"), ("", "by")} & set(_calls(function)))


def _calls(function: ast.FunctionDef) -> list[tuple[str, str]]:
    called = [node.func for node in ast.walk(function) if isinstance(node, ast.Call)]
    dotted = [
        (node.value.id, node.attr)
        for node in called
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    ]
    return [*dotted, *(("", node.id) for node in called if isinstance(node, ast.Name))]
