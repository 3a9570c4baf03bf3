"""The command that says what has changed, for whoever asks every day: `changes`."""

from __future__ import annotations

import getpass
from enum import StrEnum
from typing import Annotated

import typer

from allegiance.cli.options import Full, Json, LedgerAddress
from allegiance.cli.showing import show
from allegiance.errors import NotFound

CHANGED = 3
"""The exit status of `changes --exit-code` where something changed."""


class Clock(StrEnum):
    """Which knowing is meant: what the ledger held, or what reports that were out by then said."""

    RECORDED = "recorded"
    PUBLISHED = "published"


def add_to(app: typer.Typer) -> None:
    """Add this command to the command line."""
    app.command()(changes)


def changes(
    since: Annotated[str, typer.Option("--since", metavar="WHEN", help="Since the end of this day, or this time.")],
    until: Annotated[str, typer.Option("--until", metavar="WHEN", help="Until the end of that day; else now.")] = "",
    clock: Annotated[Clock, typer.Option("--clock", help="What the ledger held, or what reports out by then said.")] = (
        Clock.RECORDED
    ),
    actors: Annotated[
        list[str], typer.Option("--actor", metavar="NAME", help="Only of this actor; may be repeated.")
    ] = [],  # noqa: B006
    followed: Annotated[
        bool, typer.Option("--followed", help="Only of those whom you follow (`judge follow`).")
    ] = False,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who follows them. Else this account.")] = "",
    exit_code: Annotated[bool, typer.Option("--exit-code", help="End with 3 where something changed, else 0.")] = False,
    as_json: Json = False,
    full: Full = False,
    ledger: LedgerAddress = "",
) -> None:
    """What would now be answered differently: new, gone, disputed, firmer, weaker, redated.

    By what this ledger held (WHEN is a day, or an ISO 8601 time), or with --clock published by what reports had said
    (WHEN is an EDTF date).

    \b
    Examples:
      allegiance changes --since 2016-05-09 --until 2016-05-16 --clock published
      allegiance changes --since 2024-03-14T09:00 --actor "Ansar al-Wadi" --json --exit-code
      allegiance changes --since 2024-03-14 --followed
    """
    from allegiance import judging, pipeline
    from allegiance.answers.changes import changed
    from allegiance.ledger import open_ledger

    with open_ledger(ledger, create=False) as opened:
        if clock is Clock.PUBLISHED:
            then, now = opened.view(published_by=since), opened.view(published_by=until)
        else:
            then, now = opened.view(recorded_by=since), opened.view(recorded_by=until)
        asked = [pipeline.actor_named(now, name) for name in actors]
        if followed:
            who = by or getpass.getuser()
            asked += judging.followed(opened, now, who)
            if not asked:
                raise NotFound(f"{who} follows nobody", hint="`allegiance judge follow NAME`")
        found = changed((then, since), (now, until), asked).answer
        show(found, as_json=as_json, full=full)
    if exit_code and found.rows:
        raise typer.Exit(CHANGED)
