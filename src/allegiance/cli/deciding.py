"""The command that records what a person decided: `judge`."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from allegiance.cli.options import LedgerAddress

judge = typer.Typer(
    name="judge", no_args_is_help=True, rich_markup_mode=None, help="Decide who is who; every decision can be undone."
)

Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, which stands beside the decision.")]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides. Else the name of this account.")]
One = Annotated[str, typer.Argument(metavar="A", help="An id; or a name that one actor bears.")]
Another = Annotated[str, typer.Argument(metavar="B", help="Another.")]


def add_to(app: typer.Typer) -> None:
    """Add this command to the command line."""
    app.add_typer(judge)


@judge.command()
def same(one: One, other: Another, why: Why, by: By = "", ledger: LedgerAddress = "") -> None:
    """Two actors are one.

    \b
    Example:
      allegiance judge same act-3f2a9c1d act-77e01b42 --why "the panel of 2016 gives both names"
    """
    _pair("same", one, other, why, by, ledger)


@judge.command()
def different(one: One, other: Another, why: Why, by: By = "", ledger: LedgerAddress = "") -> None:
    """Two actors are two, or a name was joined to the wrong one.

    Every name in every document has an id of its own, which `allegiance doctor why CLAIM` shows: to part what was
    joined, give the name's own id and that of another name.

    \b
    Example:
      allegiance judge different act-3f2a9c1d act-77e01b42 --why "one is a miller, the other an emir"
    """
    _pair("different", one, other, why, by, ledger)


@judge.command()
def undo(
    judgement: Annotated[str, typer.Argument(metavar="ID", help="The id of a decision: see `judge list`.")],
    why: Why,
    by: By = "",
    ledger: LedgerAddress = "",
) -> None:
    """Take a decision back. It stays in the ledger, and so does this.

    \b
    Example:
      allegiance judge undo jdg-5d0c --why "the two reports speak of two towns"
    """
    from allegiance import pipeline
    from allegiance.ledger import open_ledger

    with open_ledger(ledger, create=False) as opened:
        found = pipeline.judgement_named(opened, judgement)
        typer.echo(pipeline.judge(opened, "undo", [found.id], by or getpass.getuser(), why).id)


@judge.command(name="list")
def list_all(ledger: LedgerAddress = "") -> None:
    """Every decision, in the order in which they were taken.

    \b
    Example:
      allegiance judge list
    """
    from allegiance.exports.plain import plain
    from allegiance.ledger import open_ledger

    with open_ledger(ledger, create=False) as opened:
        for each in opened.judgements():
            typer.echo(plain(f"{each.id}  {each.at[:10]}  {each.act} {' '.join(each.subjects)}  {each.by}: {each.why}"))


def _pair(act: str, one: str, other: str, why: str, by: str, ledger: str) -> None:
    from allegiance import pipeline
    from allegiance.ledger import open_ledger

    with open_ledger(ledger, create=False) as opened:
        subjects = [pipeline.subject_named(opened, name) for name in (one, other)]
        if subjects[0] == subjects[1]:
            raise typer.BadParameter(
                f"both are {subjects[0]}; give two ids (`allegiance doctor why CLAIM` shows those of single names)",
                param_hint="A B",
            )
        typer.echo(pipeline.judge(opened, act, subjects, by or getpass.getuser(), why).id)
