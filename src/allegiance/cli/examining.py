"""Commands that look into the program itself: `doctor check`, `why`, `trace`, `compare`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from allegiance.cli.options import ClaimId, Json, LedgerAddress, Published
from allegiance.cli.showing import note, tell_problem
from allegiance.errors import Problem

doctor = typer.Typer(
    name="doctor", no_args_is_help=True, rich_markup_mode=None, help="See whether all is well, and why it is as it is."
)


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.add_typer(doctor)


@doctor.command()
def check(ledger: LedgerAddress = "") -> None:
    """Hold everything in the ledger against its own hashes, and every claim against its text. Nothing is changed.

    Exits with 1 where anything is wrong, and says where.

    \b
    Example:
      allegiance doctor check --ledger sahel.db
    """
    from allegiance.ledger import open_ledger

    with open_ledger(ledger, create=False) as opened:
        faults = opened.check()
        for fault in faults:
            tell_problem(fault)
        coverage = opened.view().coverage()
    well = f"nothing is wrong; in view: {coverage.documents:,} documents, {coverage.claims:,} claims"
    typer.echo(f"faults: {len(faults)}" if faults else well)
    raise typer.Exit(int(bool(faults)))


@doctor.command()
def why(
    claim: ClaimId,
    ledger: LedgerAddress = "",
) -> None:
    """Why a claim is as it is: its frame, its clause, how sure and by whom, its date, the words behind each role.

    \b
    Example:
      allegiance doctor why clm-0a1b2c3d
    """
    from allegiance import doctor as examine
    from allegiance.exports.plain import plain
    from allegiance.ledger import open_ledger

    with open_ledger(ledger, create=False) as opened:
        for line in examine.why(opened, claim):
            typer.echo(_indented(plain(line), line))


@doctor.command()
def trace(
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help="A sentence, or more of them.")],
    published: Published = "",
) -> None:
    """What each layer of the reader makes of a sentence, down to its claims, and why other frames did not fit.

    \b
    Example:
      allegiance doctor trace "Idris Baro left the Northern Front on Tuesday." --published 2024-03-14
    """
    from allegiance import doctor as examine
    from allegiance import when
    from allegiance.actors import own_register
    from allegiance.exports.plain import plain
    from allegiance.reading.reader import EnglishReader

    if published:
        when.parse(published)
    for line in examine.trace(EnglishReader(own_register().names(), is_taught=True), sentence, published):
        typer.echo(_indented(plain(line), line))


@doctor.command()
def compare(
    names: Annotated[list[str] | None, typer.Argument(metavar="[NAME NAME]", help="Two names.")] = None,
    schema: Annotated[
        str, typer.Option("--schema", metavar="SCHEMA", help="Person or Organization; Company, LegalEntity, Vessel.")
    ] = "Person",
    pairs: Annotated[
        Path | None, typer.Option("--pairs", metavar="FILE", help="A CSV file with the columns schema, name1, name2.")
    ] = None,
    as_json: Json = False,
) -> None:
    """How alike two names are, and why: a score from 0 to 1, and same, unsure or different.

    With --pairs, one JSON line for each row of a file, in its order.

    \b
    Examples:
      allegiance doctor compare "Tehrik-i-Taliban Pakistan" "TTP" --schema Organization
      allegiance doctor compare --pairs names.csv > compared.jsonl
    """
    from allegiance import doctor as examine
    from allegiance.exports.plain import escaped, plain

    if pairs is not None and not names:
        _compare_file(pairs, schema)
        return
    if pairs is not None or names is None or len(names) != 2:
        raise typer.BadParameter("give two names, or a file with --pairs", param_hint="NAME NAME")
    if schema.casefold() not in examine.SCHEMAS:
        raise typer.BadParameter(f"{schema!r} is no schema: try Person or Organization", param_hint="--schema")
    found = examine.compare_two(schema, *names)
    comparison = found.comparison
    told = f"{comparison.score:.2f} {comparison.verdict}: {comparison.because}"
    typer.echo(escaped(found.line) if as_json else plain(told))


def _compare_file(path: Path, schema: str) -> None:
    from allegiance import doctor as examine
    from allegiance.exports.plain import escaped

    problems = 0
    for row in examine.compare_pairs(path, schema):
        if isinstance(row, Problem):
            tell_problem(row)
            problems += 1
        else:
            typer.echo(escaped(row.line))
    if problems:
        note(f"{problems} problem{'' if problems == 1 else 's'}")
    raise typer.Exit(int(problems > 0))


def _indented(plain: str, line: str) -> str:
    """A line made plain, which loses the blanks that it begins with, with those blanks."""
    return " " * (len(line) - len(line.lstrip(" "))) + plain
