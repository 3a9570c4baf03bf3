"""The commands by which things come in and go out as files: `import`, `export`."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from allegiance.cli.options import LedgerAddress
from allegiance.cli.showing import note, tell_problem
from allegiance.errors import LedgerError, Problem

Files = Annotated[
    list[str],
    typer.Argument(metavar="FILE...", help="A list or table of actors, claims, or an exported ledger."),
]


Out = Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Where to; - for standard output.")]
ReaderName = Annotated[
    str, typer.Option("--reader", metavar="NAME", help="Of claims: who read them. Else `import: ` and the file's name.")
]


class Format(StrEnum):
    """What can be exported."""

    LEDGER = "ledger"


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command(name="import")(import_files)
    app.command(name="export")(export)


def import_files(files: Files, reader: ReaderName = "", ledger: LedgerAddress = "") -> None:
    """Take in what these files hold: actors, claims, a ledger. The same again changes nothing.

    What a file is, is recognised. Into your register, which is $ALLEGIANCE_REGISTER, else ./allegiance.register, go the
    actors of the UN Security Council's consolidated list (XML), of followthemoney entities (JSON lines), of Wikidata
    entities (JSON), of a table of names (CSV with a column `name`), of a register file (YAML); of persons nothing but
    names is taken. Into the ledger go claims in the exchange format (JSON lines), as a reading of each report that it
    has; those of others are told, and set aside in a file. A ledger that was exported becomes a new one.

    \b
    Examples:
      allegiance import consolidated.xml
      allegiance import entities.ftm.json actors.csv
      allegiance import claims.jsonl --reader "coded by Ana" --ledger sahel.db
      allegiance import sahel.jsonl --ledger copy.db
    """
    from allegiance import transfers

    rest: list[str] = []
    failed = False
    for file in files:
        told = transfers.told_by(Path(file))
        if told is transfers.Told.LEDGER:
            _restore(Path(file), ledger)
        elif told is transfers.Told.CLAIMS:
            failed |= _import_claims(Path(file), reader, ledger)
        else:
            rest.append(file)
    raise typer.Exit(int(failed | (_import_actors(rest) if rest else False)))


def _restore(path: Path, address: str) -> None:
    from allegiance import transfers
    from allegiance.exports.plain import plain

    made = transfers.restore(path, address)
    typer.echo(plain(f"{made.path}: a ledger; {made.entries:,} entries restored"))


def _import_claims(path: Path, reader: str, address: str) -> bool:
    """Gives whether anything could not be taken."""
    from allegiance import transfers
    from allegiance.exports.plain import plain
    from allegiance.ledger import open_ledger

    failed = False
    with open_ledger(address, create=False) as opened:
        for item in transfers.import_claims(opened, path, reader):
            if isinstance(item, Problem):
                tell_problem(item)
                continue
            told = f"{_many(item.claims, 'claim')} of {_many(item.documents, 'report')}, {item.new:,} of them new"
            aside = f"; {item.quarantined:,} set aside in {item.quarantine}" if item.quarantined else ""
            typer.echo(plain(f"{item.path}: {told}{aside}"))
            failed = item.quarantined > 0
    return failed


def _many(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _import_actors(files: list[str]) -> bool:
    """Gives whether anything could not be taken."""
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
    return failed


def export(
    format: Annotated[Format, typer.Argument(metavar="FORMAT", help="What to write: `ledger`.")],
    output: Out,
    ledger: LedgerAddress = "",
) -> None:
    """Write a whole ledger to a file, every entry as it is, one a line; `allegiance import` restores it to the letter.

    Names of private persons and minors stand in it, as they do in the ledger.

    \b
    Example:
      allegiance export ledger -o sahel.jsonl --ledger sahel.db
    """
    from allegiance import transfers
    from allegiance.exports.plain import plain
    from allegiance.ledger import open_ledger

    del format
    with open_ledger(ledger, create=False) as opened:
        if output == "-":
            transfers.write_ledger(opened, sys.stdout.buffer)
            return
        try:
            number = transfers.write_ledger_to(opened, Path(output))
        except OSError as error:
            hint = "see whether its folder is there, and has room"
            raise LedgerError(f"{output} cannot be written: {error.strerror or error}", hint=hint) from error
    note(plain(f"{output}: {number:,} lines"))
