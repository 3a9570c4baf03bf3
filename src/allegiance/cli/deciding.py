"""The commands that record what a person decided: `judge`, and `redact`, the one that removes."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from allegiance.cli.options import ClaimId, LedgerAddress
from allegiance.cli.showing import note

if TYPE_CHECKING:
    from allegiance.ledger import Ledger

judge = typer.Typer(
    name="judge",
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Decide who is who, and what is wrong; every decision can be undone.",
)

Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, which stands beside the decision.")]
WhyIfAny = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, where there is more to say.")]
Followed = Annotated[str, typer.Argument(metavar="NAME", help="A person or a group: a name, or an id.")]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides. Else the name of this account.")]
One = Annotated[str, typer.Argument(metavar="A", help="An id; or a name that one actor bears.")]
Person = Annotated[str, typer.Argument(metavar="PERSON", help="An id; or a name that one person bears.")]
Given = Annotated[str, typer.Argument(metavar="NEW.json", help="What is right; - to type it.")]
LONGEST_CLAIM = 1_000_000
"""How many bytes a file with a claim may have."""
Another = Annotated[str, typer.Argument(metavar="B", help="Another.")]


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.add_typer(judge)
    app.command()(redact)


def redact(
    name: Annotated[str, typer.Argument(metavar="DOC|ACTOR", help="A report's name or id; or an actor's.")],
    why: Why,
    by: By = "",
    ledger: LedgerAddress = "",
) -> None:
    """Take a report out of the ledger for good, or the names of an actor. This cannot be undone.

    Of a report its text goes, where it appeared, and all that was told of it. Of an actor his names go from every text,
    and the claims that hold them. What stays is that it was done, by whom, when and why: so name nobody in the reason.

    \b
    Examples:
      allegiance redact courier-2016-06-13 --why "the paper was ordered to withdraw it"
      allegiance redact act-3f2a9c1d --why "a child; his family asked"
    """
    from allegiance import judging

    with _opened(ledger) as opened:
        done = judging.redact(opened, name, by or getpass.getuser(), why)
    note(f"{len(done.entries):,} entr{'y' if len(done.entries) == 1 else 'ies'} redacted")
    typer.echo(done.id)


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
def public(person: Person, why: Why, by: By = "", ledger: LedgerAddress = "") -> None:
    """A person has a public role: he is answered about.

    \b
    Example:
      allegiance judge public act-3f2a9c1d --why "he signs the group's orders as its treasurer"
    """
    _stand("public", person, why, by, ledger)


@judge.command()
def private(person: Person, why: Why, by: By = "", ledger: LedgerAddress = "") -> None:
    """A person has no public role: his name is shown in the sentences that name him, and nowhere else.

    \b
    Example:
      allegiance judge private act-3f2a9c1d --why "a miller whom the report took for his namesake"
    """
    _stand("private", person, why, by, ledger)


@judge.command()
def minor(person: Person, why: Why, by: By = "", ledger: LedgerAddress = "") -> None:
    """A person was a child: shown as a private person is, whatever his role.

    \b
    Example:
      allegiance judge minor act-3f2a9c1d --why "the panel gives his age as fifteen"
    """
    _stand("minor", person, why, by, ledger)


@judge.command()
def reject(claim: ClaimId, why: Why, by: By = "", ledger: LedgerAddress = "") -> None:
    """A claim is wrong: the program misread its sentence. No answer counts it any more.

    \b
    Example:
      allegiance judge reject clm-0a1b2c3d --why "the sentence speaks of his brother"
    """
    with _opened(ledger) as opened:
        _decide(opened, "reject", [opened.claim(claim).claim.id], by, why)


@judge.command()
def accept(claim: ClaimId, why: Why, by: By = "", ledger: LedgerAddress = "") -> None:
    """A claim is right: a person has read its sentence. It ends an earlier rejection.

    \b
    Example:
      allegiance judge accept clm-0a1b2c3d --why "read again"
    """
    with _opened(ledger) as opened:
        _decide(opened, "accept", [opened.claim(claim).claim.id], by, why)


@judge.command()
def correct(claim: ClaimId, given: Given, why: Why, by: By = "", ledger: LedgerAddress = "") -> None:
    """A claim is wrong in part: another takes its place, which says it right.

    NEW.json is a claim of the exchange format, or what of it is to be otherwise: the rest stays. It is checked as any
    claim is: its words stand in the report.

    \b
    Example:
      allegiance judge correct clm-0a1b2c3d new.json --why "it was in March"
    """
    from allegiance import judging

    with _opened(ledger) as opened:
        typer.echo(judging.correct(opened, claim, _read(given), by or getpass.getuser(), why).id)


@judge.command()
def add(
    given: Annotated[str, typer.Argument(metavar="CLAIM.json", help="A claim of the exchange format; - to type it.")],
    why: Why,
    by: By = "",
    ledger: LedgerAddress = "",
) -> None:
    """A claim was missed, or stands in a language that is not read: a person has read it, and is its reader.

    The file has the report (`doc` or `document`), where its words stand (`evidence`: the first character, from 0, and
    the one after the last), `type` and `roles`, and whatever else the codebook has.

    \b
    Example:
      allegiance judge add claim.json --why "the headline of the Bengali report says so"
    """
    from allegiance import judging

    with _opened(ledger) as opened:
        typer.echo(judging.add(opened, _read(given), by or getpass.getuser(), why).id)


@judge.command()
def grade(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A publisher's name, or a report's name or id.")],
    given: Annotated[str, typer.Argument(metavar="GRADE", help="A to F, 1 to 6, or both, such as A2.")],
    why: Why,
    by: By = "",
    ledger: LedgerAddress = "",
) -> None:
    """How reliable a source is (A to F), and how credible what it says (1 to 6), on the Admiralty scale.

    Both stand beside its sentences in answers. They change no status, and nothing is reckoned from them.

    \b
    Example:
      allegiance judge grade "Meridian Wire" B2 --why "its corrections are few and prompt"
    """
    from allegiance import judging

    with _opened(ledger) as opened:
        typer.echo(judging.grade(opened, source, given, by or getpass.getuser(), why).id)


@judge.command()
def annotate(
    subject: Annotated[str, typer.Argument(metavar="SUBJECT", help="A claim's id, a report's name, or a publisher.")],
    words: Annotated[str, typer.Argument(metavar="NOTE", help="What is to stand beside it.")],
    why: WhyIfAny = "",
    by: By = "",
    ledger: LedgerAddress = "",
) -> None:
    """A note beside a claim, or beside all that a report or a publisher says.

    \b
    Example:
      allegiance judge annotate clm-0a1b2c3d "the panel's original has another date"
    """
    from allegiance import judging

    with _opened(ledger) as opened:
        typer.echo(judging.annotate(opened, subject, words, by or getpass.getuser(), why).id)


@judge.command()
def retract(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="A document's name, or its id.")],
    why: Why,
    by: By = "",
    ledger: LedgerAddress = "",
) -> None:
    """A report was withdrawn: nothing that it says counts any more.

    \b
    Example:
      allegiance judge retract courier-2016-06-13 --why "withdrawn by the paper on 18 June 2016"
    """
    from allegiance import pipeline

    with _opened(ledger) as opened:
        _decide(opened, "retract", [pipeline.document_named(opened, document)], by, why)


@judge.command()
def follow(name: Followed, why: WhyIfAny = "", by: By = "", ledger: LedgerAddress = "") -> None:
    """Follow an actor: `changes --followed` and the first page of `serve` tell what changes of it.

    It changes no answer, and each person follows for himself.

    \b
    Example:
      allegiance judge follow "Ansar al-Wadi"
    """
    from allegiance import judging, pipeline

    with _opened(ledger) as opened:
        actor = pipeline.actor_named(opened.view(), name)
        typer.echo(judging.follow(opened, actor, by or getpass.getuser(), why).id)


@judge.command()
def unfollow(name: Followed, why: WhyIfAny = "", by: By = "", ledger: LedgerAddress = "") -> None:
    """Follow an actor no longer; also one whose name is withheld by now.

    \b
    Example:
      allegiance judge unfollow "Ansar al-Wadi"
    """
    from allegiance import judging

    with _opened(ledger) as opened:
        typer.echo(judging.unfollow_named(opened, name, by or getpass.getuser(), why).id)


@judge.command()
def undo(
    decision: Annotated[str, typer.Argument(metavar="ID", help="The id of a decision, or its beginning.")],
    why: Why,
    by: By = "",
    ledger: LedgerAddress = "",
) -> None:
    """Take a decision back. It stays in the ledger, and so does this. `judge list` shows the ids.

    \b
    Example:
      allegiance judge undo jdg-5d0c --why "the two reports speak of two towns"
    """
    from allegiance import judging

    with _opened(ledger) as opened:
        _decide(opened, "undo", [judging.judgement_named(opened, decision)], by, why)


@judge.command(name="list")
def list_all(ledger: LedgerAddress = "") -> None:
    """Every decision, in the order in which they were taken.

    \b
    Example:
      allegiance judge list
    """
    from allegiance import judging
    from allegiance.exports.plain import plain
    from allegiance.exports.words import said

    with _opened(ledger) as opened:
        for each in opened.judgements():
            # What it gives and is no note is a claim.
            is_claim = bool(each.value) and not each.note
            gives = f"“{said(judging.claim_given(each), with_sources=True)}”" if is_claim else each.note
            about = " ".join((*each.subjects, gives) if gives else each.subjects)
            typer.echo(plain(f"{each.id}  {each.at[:10]}  {each.act} {about}  {each.by}: {each.why}"))


def _read(given: str) -> str:
    """What stands in a file, or on standard input. Raises NotFound, BadClaim."""
    from allegiance.errors import BadClaim, NotFound

    try:
        if given == "-":
            raw = sys.stdin.buffer.read(LONGEST_CLAIM + 1)
        else:
            with Path(given).open("rb") as file:
                raw = file.read(LONGEST_CLAIM + 1)
        if len(raw) > LONGEST_CLAIM:
            raise BadClaim(f"{given} is too long for one claim")
        return raw.decode("utf-8-sig")
    except OSError as error:
        raise NotFound(f"{given} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise BadClaim(f"{given} is no text in UTF-8") from error


def _opened(ledger: str) -> Ledger:
    from allegiance.ledger import open_ledger

    return open_ledger(ledger, create=False)


def _pair(act: str, one: str, other: str, why: str, by: str, ledger: str) -> None:
    from allegiance import pipeline

    with _opened(ledger) as opened:
        subjects = [pipeline.subject_named(opened, name) for name in (one, other)]
        if subjects[0] == subjects[1]:
            hint = "give two ids: `allegiance doctor why CLAIM` shows that of each name"
            raise typer.BadParameter(f"both are {subjects[0]}; {hint}", param_hint="A B")
        if act == "same":
            _note_kinds(opened, subjects)
        _decide(opened, act, subjects, by, why)


def _stand(act: str, person: str, why: str, by: str, ledger: str) -> None:
    from allegiance import pipeline
    from allegiance.model import Kind

    with _opened(ledger) as opened:
        subject = pipeline.subject_named(opened, person)
        if opened.view(veiled=False).actor(subject).kind in (Kind.GROUP, Kind.PLACE):
            raise typer.BadParameter(f"{person} is no person; only persons have a standing", param_hint="PERSON")
        _decide(opened, act, [subject], by, why)


def _note_kinds(ledger: Ledger, subjects: Sequence[str]) -> None:
    """Say so where a person is joined with a group: by mistake, or because the reader took one for the other."""
    from allegiance.errors import NotFound
    from allegiance.exports.plain import plain
    from allegiance.model import Kind

    view = ledger.view()
    actors = []
    for subject in subjects:
        with suppress(NotFound):  # The register's ids are known also where no report has met their actors yet.
            actors.append(view.actor(subject))
    if {actor.kind for actor in actors} == {Kind.PERSON, Kind.GROUP}:
        told = " and ".join(f"{actor.name} is a {actor.kind}" for actor in actors)
        note(plain(f"{told}: they are one from now on; `allegiance judge undo` takes it back"))


def _decide(ledger: Ledger, act: str, subjects: Sequence[str], by: str, why: str) -> None:
    """Record a decision, and print its id."""
    from allegiance import judging

    typer.echo(judging.judge(ledger, act, subjects, by or getpass.getuser(), why).id)
