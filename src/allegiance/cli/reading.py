"""Commands that read reports: `extract`, `read`, `demo`."""

from __future__ import annotations

import signal
import tempfile
from collections import Counter
from contextlib import ExitStack
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from allegiance.cli.options import FramesOnly, Jobs, LedgerAddress, Paths, Published, Publisher
from allegiance.cli.progress import Progress
from allegiance.cli.showing import note, show, tell_problem
from allegiance.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allegiance.intake import IntakeSettings
    from allegiance.ledger import Added, Ledger, LedgerView, Named
    from allegiance.model import Actor, Kind
    from allegiance.parallel import MakeReader
    from allegiance.pipeline import Fate


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    for command in (demo, read, extract):
        app.command()(command)


def extract(
    paths: Paths, published: Published = "", publisher: Publisher = "", jobs: Jobs = 1, frames_only: FramesOnly = False
) -> None:
    """Print the claims of these documents, one JSON object a line. Nothing is recorded.

    The lines are the exchange format of docs/codebook: type, roles, when, who says so, how sure, and where in the text.

    \b
    Examples:
      allegiance extract report.txt
      allegiance extract reports/ --jobs 2 > claims.jsonl
      cat report.txt | allegiance extract - --published 2014-10-15
    """
    from allegiance import pipeline
    from allegiance.exchange import claim_line
    from allegiance.exports.plain import escaped
    from allegiance.parallel import readers

    settings = _settings(published, publisher)
    failed = False
    with readers(_maker(frames_only), jobs) as reading:
        for item in pipeline.extract(paths, settings, reading):
            if isinstance(item, Problem):
                tell_problem(item)
                failed = True
                continue
            appearance, findings = item
            for finding in findings:
                typer.echo(escaped(claim_line(finding.claim, appearance.name)))
    raise typer.Exit(int(failed))


def read(
    paths: Paths, published: Published = "", publisher: Publisher = "", jobs: Jobs = 1, frames_only: FramesOnly = False,
    ledger: LedgerAddress = "",
) -> None:  # fmt: skip
    """Read reports and record what they say. Reading the same again changes nothing.

    What is told of a report stands beside it: report.txt, report.meta.json with published, publisher, author, url,
    archive_url, title, language and name, each optional. A bad file is reported with its address, and the rest is read.
    Ctrl-C stops at once; what is recorded is whole, and the same command goes on from there.

    \b
    Examples:
      allegiance read reports/
      allegiance read wire.html --publisher "Meridian Wire" --published 2014-10-15
      allegiance read archive/ --jobs 4 --ledger sahel.db
    """
    from allegiance.actors import own_register
    from allegiance.ledger import open_ledger

    settings = _settings(published, publisher)
    for problem in own_register().problems:
        tell_problem(problem)
    with open_ledger(ledger) as opened:
        problems = _record(opened, paths, settings, jobs, frames_only)
    raise typer.Exit(int(problems > 0))


def _maker(frames_only: bool) -> MakeReader:
    """What makes the reader that was asked for, in this process or another."""
    from allegiance import pipeline

    return pipeline.frames_reader if frames_only else pipeline.english_reader


def _settings(published: str, publisher: str) -> IntakeSettings:
    from allegiance.intake import IntakeSettings

    return IntakeSettings(published=published, publisher=publisher)


def _record(
    ledger: Ledger, paths: Sequence[str], settings: IntakeSettings, jobs: int, frames_only: bool = False
) -> int:
    """Read and record, saying how it goes. Gives how many problems there were."""
    from allegiance import pipeline
    from allegiance.intake import count
    from allegiance.parallel import readers
    from allegiance.resolving import resolve_names

    progress = Progress(count(paths, settings))
    fates: Counter[Fate] = Counter()
    problems = 0
    batch = ledger.batch()
    try:
        # The batch is left after the readers, so that it is committed when nothing more can come.
        with batch, readers(_maker(frames_only), jobs) as reading:
            for event in pipeline.record(ledger, batch, paths, settings, reading):
                if isinstance(event, Problem):
                    progress.clear()
                    tell_problem(event)
                    problems += 1
                else:
                    fates[event.fate] += 1
                    progress.step()
        progress.clear()
        resolved = resolve_names(ledger, _tell_how_far)
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Who presses it twice has said nothing new; the end is near.
        progress.clear()
        note(f"stopped. Recorded before that: {_added(batch.added)}. The same command goes on from there.")
        raise typer.Exit(130) from None
    typer.echo(_summary(fates, problems, batch.added, resolved))
    return problems


def _tell_how_far(done: int, of: int) -> None:
    """Say how far names have been resolved, where that takes several instalments."""
    if done < of:
        note(f"names are being resolved: {done:,} of {of:,} entries of the ledger are dealt with")


def _summary(fates: Counter[Fate], problems: int, added: Added, resolved: Named | None) -> str:
    documents = f"{_counted(fates.total(), 'document')}: {', '.join(f'{n:,} {fate}' for fate, n in fates.items())}"
    lines = [documents if fates else "no documents", f"recorded: {_added(added)}"]
    if resolved:
        lines.append(f"{_counted(resolved.names, 'name')} for {_counted(resolved.actors, 'actor')}")
    if problems:
        lines.append(_counted(problems, "problem"))
    return "; ".join(lines)


def _added(added: Added) -> str:
    if not added:
        return "nothing new"
    parts = ((added.documents, "document"), (added.appearances, "appearance"), (added.claims, "claim"))
    return ", ".join(_counted(number, noun) for number, noun in parts if number) or _counted(added.readings, "reading")


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


_GROUP, _OTHER, _MAN, _DAY = "Ansar al-Wadi", "Adrak Liberation Front", "Abdelkader Ould Hamidoun", "2016-04-01"
_SINCE, _UNTIL = "2014-09-01", "2015-12-31"
_NEXT = """\
What to try next
  allegiance demo --ledger demo.db                    the same, and the ledger is kept; then, with --ledger demo.db:
  allegiance timeline "Zakaria Bedri"                 what is told of one man, in order of time
  allegiance who "Hamma Ould Lakhal" --full           whole sentences, and the ids of claims
  allegiance cite CLAIM                               one of those ids as a footnote
  allegiance doctor why CLAIM                         why the program took the sentence so
  allegiance roster "Ansar al-Wadi" --on 2016-04-01 --published-by 2016-03-31
                                                      the same day, as reports told it by then
  allegiance read FOLDER                              your own reports
"""


def demo(
    ledger: LedgerAddress = "",
    full: bool = typer.Option(False, "--full", help="Print whole sentences, and the ids of claims."),
) -> None:
    """Read the packaged example, thirty-one invented reports of one war, and ask it three questions.

    The ledger is a new one, in a temporary folder that is removed at the end, unless --ledger says where to keep it.

    \b
    Examples:
      allegiance demo
      allegiance demo --ledger demo.db
    """
    from allegiance.errors import AllegianceError
    from allegiance.intake import IntakeSettings
    from allegiance.ledger import open_ledger

    with ExitStack() as stack:
        if not ledger:
            # Windows may hold a file a moment longer than its process; that is no reason to end in an error.
            folder = stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
            ledger = str(Path(folder) / "demo.db")
        opened = stack.enter_context(open_ledger(ledger))
        if opened.view().coverage().documents:
            hint = "give --ledger a file that does not exist yet"
            raise AllegianceError("this ledger holds reports already, and the example's are invented", hint=hint)
        reports = stack.enter_context(resources.as_file(resources.files("allegiance") / "examples" / "reports"))
        problems = _record(opened, [str(reports)], IntakeSettings(), jobs=1)
        _ask_three(opened, full)
        typer.echo(_NEXT, nl=False)
    raise typer.Exit(int(problems > 0))


def _ask_three(ledger: Ledger, full: bool) -> None:
    from allegiance.answers.dossier import dossier
    from allegiance.answers.moves import moves
    from allegiance.answers.roster import roster
    from allegiance.model import Kind

    view = ledger.view()
    group, other = (_likeliest(view, name, Kind.GROUP) for name in (_GROUP, _OTHER))
    _heading(f'Who held what in {_GROUP} on {_DAY}?\n$ allegiance roster "{_GROUP}" --on {_DAY}')
    show(roster(view, group, _DAY), as_json=False, full=full)
    _heading(f'What do reports tell of {_MAN}?\n$ allegiance who "{_MAN}"')
    show(dossier(view, _likeliest(view, _MAN, Kind.PERSON)), as_json=False, full=full)
    asked = f'--from "{_OTHER}" --to "{_GROUP}" --since {_SINCE} --until {_UNTIL}'
    _heading(f"Who went from the {_OTHER} to {_GROUP}, and when?\n$ allegiance moves {asked}")
    show(moves(view, other, group, _SINCE, _UNTIL), as_json=False, full=full)
    typer.echo("")


def _likeliest(view: LedgerView, name: str, kind: Kind) -> Actor:
    """The actor that most claims are about, of those with this name; where there are others, that is said."""
    from allegiance import pipeline

    found = pipeline.actors_named(view, name, kind)
    if len(found) > 1:
        note(f"{len(found)} actors are called {name!r}: shown is {found[0].id}, of whom most is told")
    return found[0]


def _heading(text: str) -> None:
    typer.echo(f"\n{text}\n")
