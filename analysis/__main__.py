"""The command line: `python -m analysis`, the same functions as the pages."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from analysis.access import Action
from analysis.commands import (
    alerting,
    asking,
    deciding,
    doubting,
    files,
    indexing,
    joining,
    keeping,
    membership,
    mending,
    over_time,
    places,
    planning,
    reporting,
    scenarios,
    telling,
)
from analysis.commands.acting import guarded
from analysis.commands.options import ACTING
from analysis.errors import DashboardError

app = typer.Typer(
    help="Coverage of a music hub's Local Plan.",
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback()
def choose(
    store: Annotated[Path | None, typer.Option(help="The folder of the hub's store.")] = None,
    member: Annotated[
        str | None,
        typer.Option("--as", help="Act as the member with this address, within their role."),
    ] = None,
) -> None:
    """See, prove and close the gaps in a music hub's Local Plan."""
    for name, said in (("STORE_DIR", store), (ACTING, member)):
        if said:
            os.environ[name] = str(said)


# What each needs; what it needs besides for one of its options, it asks for itself.
COMMANDS: dict[str, tuple[Callable[..., None], Action]] = {
    "read": (files.read, Action.SEE),
    "load": (files.load, Action.UPLOAD),
    "imports": (files.imports, Action.HISTORY),
    "undo": (files.undo, Action.HISTORY),
    "backup": (keeping.backup, Action.BACKUP),
    "restore": (keeping.restore, Action.BACKUP),
    "verify": (keeping.verify, Action.AUDIT),
    "audit": (keeping.audit, Action.AUDIT),
    "erase": (keeping.erase, Action.ERASE),
    "person": (keeping.person, Action.ERASE),
    "due": (keeping.due, Action.ERASE),
    "sample": (files.write_sample, Action.SEE),
    "coverage": (asking.coverage, Action.SEE),
    "behind": (asking.behind, Action.SEE),
    "totals": (asking.totals, Action.SEE),
    "over-time": (over_time.over_time, Action.SEE),
    "changes": (asking.changes, Action.SEE),
    "alerts": (alerting.alerts, Action.SEE),
    "unmatched": (asking.unmatched, Action.WORDING),
    "sure": (doubting.sure, Action.SEE),
    "gaps": (planning.list_gaps, Action.SEE),
    "index": (indexing.index, Action.SEE),
    "brief": (telling.brief, Action.SEE),
    "report": (reporting.report, Action.SEE),
    "shortlist": (planning.list_best, Action.SEE),
    "without": (planning.without, Action.SEE),
    "departures": (planning.weakest, Action.SEE),
    "need": (places.need, Action.SEE),
    "places": (places.take, Action.UPLOAD),
    "fixes": (mending.fixes, Action.WORDING),
    "file-back": (mending.file_back, Action.CONTACTS),
    "stage": (deciding.stage, Action.STAGE),
    "wording": (deciding.wording, Action.WORDING),
    "keep-both": (deciding.keep_both, Action.JOIN),
    "pairs": (joining.pairs, Action.JOIN),
    "same": (joining.same, Action.JOIN),
    "apart": (joining.apart, Action.JOIN),
    "pipeline": (planning.list_pipeline, Action.NOTE),
    "note": (deciding.note, Action.NOTE),
    "target": (deciding.target, Action.TARGET),
    "priority": (deciding.priority, Action.TARGET),
    "scenario": (scenarios.scenario, Action.SCENARIO),
    "scenarios": (scenarios.scenarios, Action.SCENARIO),
    "adopt": (scenarios.adopt, Action.SCENARIO),
    "targets": (deciding.targets, Action.TARGET),
    "not-applicable": (deciding.not_applicable, Action.TARGET),
    "members": (membership.members, Action.MEMBERS),
    "member": (membership.member, Action.MEMBERS),
}
for name, (command, needs) in COMMANDS.items():
    app.command(name)(guarded(command, needs))


def main() -> int:
    """Run one command. What a person can put right is one line on stderr and exit code 2."""
    try:
        app(sys.argv[1:] or ["--help"], standalone_mode=False)
    except typer.TyperException as fault:
        return _refused(fault.format_message())
    except DashboardError as fault:
        return _refused(str(fault))
    return 0


def _refused(why: str) -> int:
    sys.stderr.write(" ".join(why.split()) + "\n")
    return 2


if __name__ == "__main__":
    sys.exit(main())
