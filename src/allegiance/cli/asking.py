"""Commands that ask the ledger, from `who` to `cite`: each opens it, asks one answer, and shows it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from allegiance.cli.handing import ReportFile, ReportFormat, Wish, give
from allegiance.cli.options import ClaimId, Full, Json, LedgerAddress, Name, PublishedBy, RecordedBy
from allegiance.cli.showing import show, show_claims

if TYPE_CHECKING:
    from allegiance.ledger import Ledger, LedgerView
    from allegiance.model import Actor


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    for command in (
        who,
        roster,
        timeline,
        moves,
        vacancies,
        lineage,
        network,
        disagreements,
        claims,
        search,
        suggestions,
        cite,
    ):
        app.command()(command)


@contextmanager
def _asked(address: str, published_by: str = "", recorded_by: str = "") -> Iterator[tuple[Ledger, LedgerView]]:
    """A ledger that exists, and the view of it that is asked."""
    from allegiance.ledger import open_ledger

    with open_ledger(address, create=False) as ledger:
        yield ledger, ledger.view(published_by=published_by, recorded_by=recorded_by)


def who(
    name: Name,
    as_json: Json = False,
    full: Full = False,
    output: ReportFile = "",
    format: ReportFormat = None,
    published_by: PublishedBy = "",
    recorded_by: RecordedBy = "",
    ledger: LedgerAddress = "",
) -> None:
    """What reports tell of a person or group: names, posts, allegiances, events, fate, ties, open questions.

    \b
    Examples:
      allegiance who "Abdelkader Ould Hamidoun"
      allegiance who act-3f2a --full
      allegiance who "Ansar al-Wadi" --published-by 2015-12-31 --json
      allegiance who "Ansar al-Wadi" -o ansar.pdf
    """
    from allegiance import pipeline
    from allegiance.answers.dossier import dossier
    from allegiance.web import drawing

    wish = Wish(as_json, full, output, format, published_by, recorded_by)
    wish.check()
    with _asked(ledger, published_by, recorded_by) as (_, view):
        actor = pipeline.actor_named(view, name)
        answer = dossier(view, actor)
        give(answer, wish, lambda: drawing.handed_on(view, actor, answer))


def roster(
    group: Annotated[str, typer.Argument(metavar="GROUP", help="A group's name, or its id.")],
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="The day asked about, such as 2016-04-01 (EDTF).")],
    as_json: Json = False,
    full: Full = False,
    output: ReportFile = "",
    format: ReportFormat = None,
    published_by: PublishedBy = "",
    recorded_by: RecordedBy = "",
    ledger: LedgerAddress = "",
) -> None:
    """Who led a group, held its posts and belonged to it on a day: certain, possible, disputed.

    --on is the day in the world; --published-by leaves out what was reported later.

    \b
    Examples:
      allegiance roster "Ansar al-Wadi" --on 2016-04-01
      allegiance roster "Ansar al-Wadi" --on 2016-04-01 --published-by 2016-04-01
    """
    from allegiance import pipeline
    from allegiance.answers.roster import roster as answer
    from allegiance.model import Kind

    wish = Wish(as_json, full, output, format, published_by, recorded_by)
    wish.check()
    with _asked(ledger, published_by, recorded_by) as (_, view):
        found = pipeline.actor_named(view, group, Kind.GROUP)
        give(answer(view, found, on), wish)


def timeline(
    name: Name,
    as_json: Json = False,
    full: Full = False,
    output: ReportFile = "",
    format: ReportFormat = None,
    published_by: PublishedBy = "",
    recorded_by: RecordedBy = "",
    ledger: LedgerAddress = "",
) -> None:
    """Everything that is told of a person or group, in order of time.

    \b
    Examples:
      allegiance timeline "Zakaria Bedri"
      allegiance timeline "Ansar al-Wadi" --json
    """
    from allegiance import pipeline
    from allegiance.answers.timeline import timeline as answer

    wish = Wish(as_json, full, output, format, published_by, recorded_by)
    wish.check()
    with _asked(ledger, published_by, recorded_by) as (_, view):
        give(answer(view, pipeline.actor_named(view, name)), wish)


def moves(
    from_group: Annotated[str, typer.Option("--from", metavar="GROUP", help="The group that was left.")] = "",
    to_group: Annotated[str, typer.Option("--to", metavar="GROUP", help="The group that was turned to.")] = "",
    since: Annotated[str, typer.Option("--since", metavar="DATE", help="Not before this day (EDTF).")] = "",
    until: Annotated[str, typer.Option("--until", metavar="DATE", help="Not after this day (EDTF).")] = "",
    as_json: Json = False,
    full: Full = False,
    published_by: PublishedBy = "",
    recorded_by: RecordedBy = "",
    ledger: LedgerAddress = "",
) -> None:
    """Who went from one group to another, and when. Give --from, --to or both.

    \b
    Examples:
      allegiance moves --from "Adrak Liberation Front" --to "Ansar al-Wadi"
      allegiance moves --to "Ansar al-Wadi" --since 2014-09-01 --until 2015-12-31
    """
    from allegiance import pipeline
    from allegiance.answers.moves import moves as answer
    from allegiance.model import Kind

    if not from_group and not to_group:
        raise typer.BadParameter("say which group: give --from, --to or both", param_hint="--from / --to")
    with _asked(ledger, published_by, recorded_by) as (_, view):

        def group(name: str) -> Actor | None:
            return pipeline.actor_named(view, name, Kind.GROUP) if name else None

        show(answer(view, group(from_group), group(to_group), since, until), as_json=as_json, full=full)


def vacancies(
    group: Annotated[str, typer.Argument(metavar="[GROUP]", help="Only of this group: a name, or an id.")] = "",
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="As of this day; else of all that is told.")] = "",
    as_json: Json = False,
    full: Full = False,
    published_by: PublishedBy = "",
    recorded_by: RecordedBy = "",
    ledger: LedgerAddress = "",
) -> None:
    """Posts whose holder fell, and for whom no successor is found in these reports.

    \b
    Examples:
      allegiance vacancies
      allegiance vacancies "Ansar al-Wadi" --on 2016-12-31
    """
    from allegiance import pipeline
    from allegiance.answers.vacancies import vacancies as answer
    from allegiance.model import Kind

    with _asked(ledger, published_by, recorded_by) as (_, view):
        found = pipeline.actor_named(view, group, Kind.GROUP) if group else None
        show(answer(view, found, on), as_json=as_json, full=full)


def lineage(
    group: Annotated[str, typer.Argument(metavar="GROUP", help="A group's name, or its id.")],
    as_json: Json = False,
    full: Full = False,
    output: ReportFile = "",
    format: ReportFormat = None,
    published_by: PublishedBy = "",
    recorded_by: RecordedBy = "",
    ledger: LedgerAddress = "",
) -> None:
    """Where a group comes from and what became of it: founded, split, merged, renamed, part of.

    \b
    Example:
      allegiance lineage "Ansar al-Wadi"
    """
    from allegiance import pipeline
    from allegiance.answers.lineage import lineage as answer
    from allegiance.model import Kind

    wish = Wish(as_json, full, output, format, published_by, recorded_by)
    wish.check()
    with _asked(ledger, published_by, recorded_by) as (_, view):
        give(answer(view, pipeline.actor_named(view, group, Kind.GROUP)), wish)


def network(
    around: Annotated[str, typer.Option("--around", metavar="NAME", help="Whose ties: a name, or an id.")],
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="The day asked about (EDTF).")] = "",
    since: Annotated[str, typer.Option("--since", metavar="DATE", help="Or a span: from this day on (EDTF).")] = "",
    until: Annotated[str, typer.Option("--until", metavar="DATE", help="To this day (EDTF).")] = "",
    depth: Annotated[int, typer.Option("--depth", metavar="N", min=1, max=5, help="How many ties away.")] = 1,
    as_json: Json = False,
    full: Full = False,
    output: ReportFile = "",
    format: ReportFormat = None,
    published_by: PublishedBy = "",
    recorded_by: RecordedBy = "",
    ledger: LedgerAddress = "",
) -> None:
    """Who stands with whom, on a day or over a span: posts, members, pledges, allies, rivals, supporters, parts.

    Without a date, over all time. --json has the actors too, each with its id.

    \b
    Examples:
      allegiance network --around "Ansar al-Wadi" --on 2016-04-01
      allegiance network --around "Zakaria Bedri" --since 2015 --until 2017 --depth 2
    """
    from allegiance import pipeline
    from allegiance.answers.network import network as answer

    if on and (since or until):
        raise typer.BadParameter("give a day or a span, not both", param_hint="--on / --since / --until")
    wish = Wish(as_json, full, output, format, published_by, recorded_by)
    wish.check()
    with _asked(ledger, published_by, recorded_by) as (_, view):
        actor = pipeline.actor_named(view, around)
        give(answer(view, actor, on=on, since=since, until=until, depth=depth), wish)


def disagreements(
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="Only about this actor: a name, or an id.")] = "",
    as_json: Json = False,
    full: Full = False,
    published_by: PublishedBy = "",
    recorded_by: RecordedBy = "",
    ledger: LedgerAddress = "",
) -> None:
    """Where reports contradict each other, with a sentence of each side, and what would settle it.

    \b
    Examples:
      allegiance disagreements
      allegiance disagreements "Zakaria Bedri" --full
    """
    from allegiance import pipeline
    from allegiance.answers.disagreements import disagreements as answer

    with _asked(ledger, published_by, recorded_by) as (_, view):
        found = pipeline.actor_named(view, name) if name else None
        show(answer(view, found), as_json=as_json, full=full)


def claims(
    actor: Annotated[str, typer.Option("--actor", metavar="NAME", help="In which this actor stands.")] = "",
    types: Annotated[list[str], typer.Option("--type", metavar="TYPE", help="Of this type; may be repeated.")] = [],  # noqa: B006
    doc: Annotated[str, typer.Option("--doc", metavar="NAME", help="Of the document with this name or id.")] = "",
    since: Annotated[str, typer.Option("--since", metavar="DATE", help="Of that day or later (EDTF).")] = "",
    as_json: Json = False,
    full: Full = False,
    published_by: PublishedBy = "",
    recorded_by: RecordedBy = "",
    ledger: LedgerAddress = "",
) -> None:
    """Recorded claims, as a table, or with --json one a line in the exchange format.

    A claim that has no date of its own counts as of the day of its report.

    \b
    Examples:
      allegiance claims --actor "Issa Ag Tamellou"
      allegiance claims --type join --type pledge --since 2015-01-01
      allegiance claims --json > claims.jsonl
    """
    from allegiance import pipeline
    from allegiance.exchange import recorded_line
    from allegiance.exports.plain import escaped

    _known_types(types)
    with _asked(ledger, published_by, recorded_by) as (opened, view):
        found = pipeline.actor_named(view, actor) if actor else None
        documents = pipeline.documents_named(opened, doc) if doc else frozenset()
        wanted = pipeline.Wanted(found, tuple(types), documents, since)
        if not as_json:
            show_claims(pipeline.claims(view, wanted), full=full)
            return
        for recorded in pipeline.claims(view, wanted):
            typer.echo(escaped(recorded_line(recorded)))


def _known_types(types: list[str]) -> None:
    """Raises BadParameter where one of these is no type of claim."""
    from allegiance.model import TYPES

    unknown = [each for each in types if each not in TYPES]
    if unknown:
        raise typer.BadParameter(f"there is no type {unknown[0]!r}; one of {', '.join(TYPES)}", param_hint="--type")


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="What to look for; put -- before a -word.")],
    types: Annotated[
        list[str], typer.Option("--type", metavar="TYPE", help="Only claims of this type; may be repeated.")
    ] = [],  # noqa: B006
    publisher: Annotated[str, typer.Option("--publisher", metavar="NAME", help="Only what this publisher has.")] = "",
    since: Annotated[str, typer.Option("--since", metavar="DATE", help="Published on that day or later (EDTF).")] = "",
    until: Annotated[str, typer.Option("--until", metavar="DATE", help="Published by that day (EDTF).")] = "",
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, max=200, help="At most so many of each.")] = 10,
    as_json: Json = False,
    full: Full = False,
    published_by: PublishedBy = "",
    recorded_by: RecordedBy = "",
    ledger: LedgerAddress = "",
) -> None:
    """Full-text search: the reports and the claims that have these words, the best first.

    All words must stand there, in any order. "a phrase" stands as it is, this OR that is one of the two, -word is left
    out, begin* is any word that begins so. Case, accents and script do not count. Claims are found by their sentences,
    and by every name of their actors.

    \b
    Examples:
      allegiance search kidnap* "Ansar al-Wadi"
      allegiance search Bedri expelled OR killed --type killing --since 2019
      allegiance search -- ransom -Courier
    """
    from allegiance import pipeline
    from allegiance.answers.search import search as answer
    from allegiance.errors import BadQuery
    from allegiance.fulltext import Sought, query_of

    _known_types(types)
    try:
        query = query_of(" ".join(_as_typed(word) for word in words))
    except BadQuery as error:
        raise typer.BadParameter(f"{error}; {error.hint}", param_hint="WORDS") from error
    with _asked(ledger, published_by, recorded_by) as (opened, view):
        publishers = pipeline.publishers_named(opened, publisher) if publisher else ()
        show(answer(view, Sought(query, tuple(types), publishers, since, until, limit)), as_json=as_json, full=full)


def _as_typed(word: str) -> str:
    """An argument as it was typed: the shell has taken the quotation marks off a phrase.

    One in which something else of the language stands is a line of its own, and no phrase.
    """
    minus, bare = ("-", word[1:]) if word.startswith("-") else ("", word)
    whole = " " in bare and not any(mark in f" {bare} " for mark in ('"', " OR ", " -", "* "))
    return f'{minus}"{bare}"' if whole else word


def suggestions(
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="Only for this actor: a name, or an id.")] = "",
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, max=1000, help="At most so many.")] = 20,
    as_json: Json = False,
    full: Full = False,
    ledger: LedgerAddress = "",
) -> None:
    """Actors that may be one, for a person to decide: with reasons, and a sentence of each side by side.

    Nothing is joined until somebody decides, by `allegiance judge same` or `judge different` with the two ids, which
    --full shows. The score ranks, and proves nothing.

    \b
    Examples:
      allegiance suggestions
      allegiance suggestions "Zakaria Bedri" --full
    """
    from allegiance import pipeline

    with _asked(ledger) as (opened, _):
        show(pipeline.suggestions(opened, name, limit), as_json=as_json, full=full)


def cite(
    claim: ClaimId,
    as_json: Json = False,
    ledger: LedgerAddress = "",
) -> None:
    """A claim as a footnote: author, title, publisher, date, page, address, and the sentence word for word.

    Ids of claims are shown by --full, and by --json.

    \b
    Examples:
      allegiance cite clm-0a1b2c3d
      allegiance cite clm-0a1b2c3d --json
    """
    from allegiance.exports import cite as footnote

    with _asked(ledger) as (opened, _):
        recorded = opened.claim(claim)
        typer.echo(footnote.write_json(recorded) if as_json else footnote.write(recorded))
