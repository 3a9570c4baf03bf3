"""The command that serves the pages: `serve`."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from allegiance.cli.options import LedgerAddress
from allegiance.cli.showing import note


def add_to(app: typer.Typer) -> None:
    """Add this command to the command line."""
    app.command()(serve)


def serve(
    port: Annotated[
        int, typer.Option("--port", metavar="N", min=0, max=65535, help="The port; 0 for any free.")
    ] = 8642,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="Listen here; any but loopback asks for a token.")
    ] = "127.0.0.1",
    names: Annotated[
        list[str], typer.Option("--name", metavar="NAME", help="Another name of this machine in browsers; repeatable.")
    ] = [],  # noqa: B006
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides in reviews. Else this account.")] = "",
    ledger: LedgerAddress = "",
) -> None:
    """Show the ledger as pages, to a browser on this machine, until Ctrl-C.

    Nothing leaves the machine, and nothing is loaded from another. Where $ALLEGIANCE_TOKEN is set, it is asked for
    before anything is shown; at any address but loopback a token is always asked for, and made where none is set.

    \b
    Examples:
      allegiance serve
      allegiance serve --ledger demo.db --port 0
    """
    from allegiance.ledger import open_ledger
    from allegiance.web import serve as web

    with open_ledger(ledger, create=False) as opened, web.listen(host, port) as bound:
        port = bound.getsockname()[1]
        serving = web.serving_at(host, port, names, os.environ.get("ALLEGIANCE_TOKEN", ""), by)
        shown = host if ":" not in host or host.startswith("[") else f"[{host}]"
        if not web.is_loopback(host):
            note(f"warning: whoever can reach {shown} can ask for these pages, and may read along: it is plain HTTP")
            if not os.environ.get("ALLEGIANCE_TOKEN"):
                note(f"the token is {serving.token}")
        typer.echo(f"the pages are at http://{shown}:{port}/; Ctrl-C ends them")
        try:
            web.run(opened, serving, bound)
        except KeyboardInterrupt:
            raise typer.Exit(130) from None
