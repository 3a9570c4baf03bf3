"""The command that takes what others publish: `import`."""

from __future__ import annotations

from typing import Annotated

import typer

from allegiance.cli.showing import tell_problem
from allegiance.errors import Problem

Files = Annotated[
    list[str],
    typer.Argument(metavar="FILE...", help="A UN list, followthemoney or Wikidata entities, a table, a register file."),
]


def add_to(app: typer.Typer) -> None:
    """Add this command to the command line."""
    app.command(name="import")(import_files)


def import_files(files: Files) -> None:
    """Take the actors of these files into your own register. The same again changes nothing.

    What a file is, is recognised: the UN Security Council's consolidated list (XML), followthemoney entities (JSON
    lines), Wikidata entities (JSON), a table of names (CSV with a column `name`), a register file (YAML). Names, how
    good the source calls them, outside ids and the source are kept; of persons nothing but names is taken. Your
    register is $ALLEGIANCE_REGISTER, else ./allegiance.register; it stands before the packaged one.

    \b
    Examples:
      allegiance import consolidated.xml
      allegiance import entities.ftm.json actors.csv
    """
    from allegiance import pipeline
    from allegiance.exports.plain import plain

    failed = False
    for item in pipeline.import_files(files):
        if isinstance(item, Problem):
            tell_problem(item)
            failed = True
            continue
        known = item.records - item.telling
        already = f", {known:,} of them known already" if known else ""
        told = f"{item.records:,} actor{'' if item.records == 1 else 's'}{already}"
        typer.echo(plain(f"{item.path}: {item.format}; {told}; {item.new:,} new in {item.into}"))
    raise typer.Exit(int(failed))
