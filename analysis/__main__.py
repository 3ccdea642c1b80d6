"""The command line: `python -m analysis`, the same functions as the pages."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from analysis.commands import (
    asking,
    deciding,
    doubting,
    files,
    indexing,
    joining,
    keeping,
    mending,
    places,
    planning,
    scenarios,
    telling,
)
from analysis.errors import DashboardError

app = typer.Typer(
    help="Coverage of a music hub's Local Plan.",
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback()
def choose(
    store: Annotated[Path | None, typer.Option(help="The folder of the hub's store.")] = None,
) -> None:
    """See, prove and close the gaps in a music hub's Local Plan."""
    if store:
        os.environ["STORE_DIR"] = str(store)


COMMANDS: dict[str, Callable[..., None]] = {
    "read": files.read,
    "load": files.load,
    "imports": files.imports,
    "undo": files.undo,
    "backup": keeping.backup,
    "restore": keeping.restore,
    "verify": keeping.verify,
    "audit": keeping.audit,
    "erase": keeping.erase,
    "person": keeping.person,
    "due": keeping.due,
    "sample": files.write_sample,
    "coverage": asking.coverage,
    "behind": asking.behind,
    "totals": asking.totals,
    "changes": asking.changes,
    "unmatched": asking.unmatched,
    "sure": doubting.sure,
    "gaps": planning.list_gaps,
    "index": indexing.index,
    "brief": telling.brief,
    "shortlist": planning.list_best,
    "without": planning.without,
    "departures": planning.weakest,
    "need": places.need,
    "places": places.take,
    "fixes": mending.fixes,
    "file-back": mending.file_back,
    "stage": deciding.stage,
    "wording": deciding.wording,
    "keep-both": deciding.keep_both,
    "pairs": joining.pairs,
    "same": joining.same,
    "apart": joining.apart,
    "pipeline": planning.list_pipeline,
    "note": deciding.note,
    "target": deciding.target,
    "priority": deciding.priority,
    "scenario": scenarios.scenario,
    "scenarios": scenarios.scenarios,
    "adopt": scenarios.adopt,
    "targets": deciding.targets,
    "not-applicable": deciding.not_applicable,
}
for name, command in COMMANDS.items():
    app.command(name)(command)


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
