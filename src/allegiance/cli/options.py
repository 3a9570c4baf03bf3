"""Arguments and options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

LedgerAddress = Annotated[
    str,
    typer.Option(
        "--ledger",
        metavar="ADDRESS",
        help="The ledger: a file, or postgresql://SERVER/NAME. Else $ALLEGIANCE_LEDGER, else ./allegiance.db.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
Full = Annotated[bool, typer.Option("--full", help="Print whole sentences, and the ids of claims.")]
PublishedBy = Annotated[
    str,
    typer.Option("--published-by", metavar="DATE", help="Only what reports that were out by this date said (EDTF)."),
]
RecordedBy = Annotated[
    str,
    typer.Option(
        "--recorded-by",
        metavar="TIME",
        help="Only what this ledger held at that time: 2024-03-14, or an ISO 8601 time.",
    ),
]
Name = Annotated[str, typer.Argument(metavar="NAME", help="A name, an id, or the beginning of an id.")]
ClaimId = Annotated[str, typer.Argument(metavar="CLAIM", help="The id of a claim, or its beginning.")]
Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Files and folders of reports (.txt .md .html .pdf .jsonl), and - for standard input.",
    ),
]
Published = Annotated[
    str, typer.Option("--published", metavar="DATE", help="When these were published, where they do not say (EDTF).")
]
Publisher = Annotated[
    str, typer.Option("--publisher", metavar="NAME", help="Who published these, where they do not say.")
]
FramesOnly = Annotated[
    bool, typer.Option("--frames-only", help="Read without the taught network: quicker, and less is found.")
]
Jobs = Annotated[int, typer.Option("--jobs", metavar="N", min=1, max=256, help="How many processes read.")]
