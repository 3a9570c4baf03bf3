"""The one file that joins the rooms: read it first.

    paths ─intake→ documents ─a reader→ claims ─ledger→ recorded ─actors→ names resolved
                                                 view ─answers→ answers (which the edges show through exports)

Reading: `extract` (nothing is recorded), `record`, `resolve_names`. Asking: `actor_named` and `claims`, then an answer.
Deciding: `judging`. Nothing here prints, and no room imports this.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from difflib import get_close_matches
from enum import StrEnum
from functools import cache, partial
from pathlib import Path

from allegiance import when
from allegiance.actors import (
    Gazetteer,
    Kept,
    Level,
    Place,
    Resolved,
    Verdict,
    keep,
    load_gazetteer,
    load_register,
    own_register,
    recognised,
    register_folder,
    register_paths,
    shown,
    suggest,
)
from allegiance.answers.mapped import Spot, places_named
from allegiance.errors import BadClaim, BadFrame, NotFound, Problem, Withheld
from allegiance.exports.words import said
from allegiance.fulltext import folded
from allegiance.intake import IntakeSettings, take
from allegiance.ledger import Added, Batch, EntryKind, Ledger, LedgerView, read_entry
from allegiance.model import (
    Actor,
    Answer,
    Appearance,
    Finding,
    Intake,
    Kind,
    Reading,
    Recorded,
    Row,
    Standing,
)
from allegiance.parallel import Outcome, Readers, Task
from allegiance.readers import Reader
from allegiance.resolving import uses
from allegiance.when import earlier

SHORTEST_ID = 8
"""How much of an id must be given: `act-` or `jdg-`, and four digits."""


class Fate(StrEnum):
    """What became of a document that was taken in: each is a plain adjective for the summary."""

    READ = "read"
    KNOWN = "known"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Done:
    """A document that is dealt with, and how much of what was recorded of it was new."""

    appearance: Appearance
    fate: Fate
    added: Added


def import_files(files: Sequence[str]) -> Iterator[Kept | Problem]:
    """Take the actors of these files into the user's own register, and compile that.

    Gives what was taken from each file, and what is wrong with it, and with the register as it is then. Raises
    AllegianceError where the register cannot be written.
    """
    folder, packaged = register_folder(), load_register()
    for file in files:
        taken = recognised(Path(file))
        if isinstance(taken, Problem):
            yield taken
        else:
            yield from keep(taken, folder, packaged)
    yield from load_register(register_paths() or (folder,)).problems


def english_reader() -> Reader:
    """The reader of English reports, with the register's names. Raises BadFrame, and at first use BadModel."""
    return _english_reader(is_taught=True)


def frames_reader() -> Reader:
    """The reader of English reports without the taught network. Raises as `english_reader` does."""
    return _english_reader(is_taught=False)


def _english_reader(*, is_taught: bool) -> Reader:
    from allegiance.reading.reader import EnglishReader
    from allegiance.reading.verify import packaged_problems

    for problem in packaged_problems():
        raise BadFrame(str(problem), hint=problem.hint)
    return EnglishReader(own_register().names(), is_taught=is_taught)


def extract(
    paths: Sequence[str], settings: IntakeSettings, readers: Readers
) -> Iterator[tuple[Appearance, tuple[Finding, ...]] | Problem]:
    """The claims of these documents, each with where it appeared; nothing is recorded."""
    for item in readers.read(_to_extract(paths, settings, readers)):
        if not isinstance(item, Outcome):
            yield item
        elif item.failure:
            yield _broken(item)
        else:
            yield item.task.intake.appearance, item.findings


def _to_extract(paths: Sequence[str], settings: IntakeSettings, readers: Readers) -> Iterator[Task | Problem]:
    for item in take(paths, settings):
        if isinstance(item, Problem):
            yield item
        elif _is_foreign(item, readers):
            yield _no_reader(item)
        else:
            yield Task(item, item.appearance.published, _now())


def record(
    ledger: Ledger, batch: Batch, paths: Sequence[str], settings: IntakeSettings, readers: Readers
) -> Iterator[Done | Problem]:
    """Record these documents and what the readers make of them; what is recorded already is not read again.

    One that is in a language without a reader, or that the reader breaks on, is recorded without a reading, and said.
    """
    return record_taken(ledger, batch, take(paths, settings), readers)


def record_taken(
    ledger: Ledger, batch: Batch, taken: Iterable[Intake | Problem], readers: Readers
) -> Iterator[Done | Problem]:
    """As `record`, of documents that were taken in already."""
    todo = _to_record(ledger, batch, taken, readers)
    results: Iterator[Outcome | Done | Problem] = readers.read(todo)
    for item in results:
        if not isinstance(item, Outcome):
            yield item
            continue
        intake = item.task.intake
        reading = Reading(intake.document.id, readers.name, item.task.at, item.findings, item.notes)
        try:
            added = batch.add(intake.document, intake.appearance, None if item.failure else reading)
        except BadClaim as error:
            yield Problem(intake.appearance.address, "bad-claim", f"the reader gave a claim that cannot be: {error}")
            yield Done(intake.appearance, Fate.UNREAD, batch.add(intake.document, intake.appearance))
            continue
        if item.failure:
            yield _broken(item)
        yield Done(intake.appearance, Fate.UNREAD if item.failure else Fate.READ, added)


def _to_record(
    ledger: Ledger, batch: Batch, taken: Iterable[Intake | Problem], readers: Readers
) -> Iterator[Task | Done | Problem]:
    """The documents that must be read; of the others only that, and where, they appeared is recorded."""
    dated: dict[str, str] = {}
    redacted = ledger.redacted()
    for item in taken:
        if isinstance(item, Problem):
            yield item
            continue
        if _is_foreign(item, readers):
            yield _no_reader(item)
            yield Done(item.appearance, Fate.UNREAD, batch.add(item.document, item.appearance))
            continue
        document, published = item.document.id, item.appearance.published
        if document in redacted:
            said = "it was taken out of this ledger for good, or names in it were: it is not recorded again"
            yield Problem(item.appearance.address, "redacted", said)
            continue
        if document not in dated:
            known = _date_of(ledger, document)
            if not ledger.has_reading(document, readers.name):
                dated[document] = earlier(published, known)
                yield Task(item, dated[document], _now())
                continue
            dated[document] = known
        # Relative words lean on the first date on which a text was out: one that turns out to be older is read anew.
        if earlier(published, dated[document]) != dated[document]:
            dated[document] = published
            yield Task(item, published, _now())
        else:
            yield Done(item.appearance, Fate.KNOWN, batch.add(item.document, item.appearance))


def _date_of(ledger: Ledger, document: str) -> str:
    """The earliest date (EDTF) on which the ledger has a document appear, or `""`."""
    try:
        appeared = ledger.appearances(document)
    except NotFound:
        return ""
    earliest = ""
    for appearance in appeared:
        earliest = earlier(appearance.published, earliest)
    return earliest


def _is_foreign(item: Intake, readers: Readers) -> bool:
    # A text whose language cannot be told, a bare list of names for one, is read: it costs little and loses nothing.
    return bool(item.document.language) and item.document.language not in readers.languages


def _no_reader(item: Intake) -> Problem:
    said = f"there is no reader for its language, {item.document.language}: it was not read"
    hint = 'if it is in a language that is read, say so in its sidecar: {"language": "en"}'
    return Problem(item.appearance.address, "no-reader", said, hint)


def _broken(outcome: Outcome) -> Problem:
    said = f"the reader broke on it, and it was not read: {outcome.failure}"
    return Problem(outcome.task.intake.appearance.address, "reader-failed", said, "please report this")


def _now() -> str:
    return datetime.now(UTC).isoformat()


def actor_named(view: LedgerView, name: str, kind: Kind = Kind.UNKNOWN) -> Actor:
    """The one actor meant by a name, an id, or the beginning of an id that no other begins with.

    Raises NotFound: with the nearest names where there is none, with the candidates where there are several.
    """
    found = actors_named(view, name, kind)
    if len(found) == 1:
        return found[0]
    candidates = tuple(_introduced(view, actor) for actor in found)
    hint = "give one of these ids in place of the name"
    raise NotFound(f"{len(found)} actors are called {name!r}", suggestions=candidates, hint=hint)


def actors_named(view: LedgerView, name: str, kind: Kind = Kind.UNKNOWN) -> Sequence[Actor]:
    """Every actor that may be meant by a name, an id or the beginning of one, the likeliest first. Raises NotFound."""
    try:
        return [_shown(view, view.actor(name))]
    except NotFound:
        if not name.startswith("act-"):
            return view.find(name, kind)
    begun = view.ids(name) if len(name) >= SHORTEST_ID else ()
    if not begun:
        raise NotFound(f"no actor's id begins with {name!r}", hint="give a name, or more of the id")
    return [_shown(view, view.actor(actor)) for actor in begun]


def actor_then(view: LedgerView, actor: Actor) -> Actor:
    """An actor as another view knows it; as it is, where that view knows no such id: nothing was told of it then."""
    try:
        return view.actor(actor.id)
    except NotFound:
        return actor


def _shown(view: LedgerView, actor: Actor) -> Actor:
    """The actor, if it may be asked for. Raises Withheld for a person without a public role."""
    standing = view.standing(actor.id)
    if view.veiled and standing.standing is not Standing.PUBLIC:
        said = f"{actor.id} is {actor.name}: {standing.because}; there is no page on private persons and minors"
        raise Withheld(said, hint="where that is wrong, `allegiance judge public` it")
    return actor


def _introduced(view: LedgerView, actor: Actor) -> str:
    """An actor's id and name, with how much is told of it, and one thing that is: enough to choose by."""
    told = view.claims(actors=[actor.id])
    lead = next((r for r in told if r.claim.type in ("post", "appointment", "membership")), next(iter(told), None))
    such = f", such as: {said(lead.claim)}" if lead else ""
    return f"{actor.id}  {actor.name}, {actor.kind}, {len(told)} claim{'' if len(told) == 1 else 's'}{such}"


_TELLING = ("post", "appointment", "membership", "join", "pledge", "affiliation", "split", "founding", "presence")
"""Claim types that tell who somebody is, the most telling first."""


def glimpse(view: LedgerView, actor: Actor) -> Recorded | None:
    """One claim that tells who an actor is, found without going through all of them; None where there is none."""
    for kinds in (_TELLING[:2], _TELLING[2:], ()):
        for recorded in view.each(actors=[actor.id], types=kinds):
            return recorded
    return None


@cache
def _gazetteer() -> Gazetteer:
    return load_gazetteer()


def spots(view: LedgerView, claims: Iterable[Recorded]) -> Mapping[tuple[str, str], Spot]:
    """Where the places lie that these claims name, by claim and name; those that are not settled are left out.

    The place of a claim that tells of people is no finer than its district: a town in none that is known is left out.
    """
    named = {(r.claim.id, name): r for r in claims for name in places_named(r)}
    told_of = view.actors(sorted({actor for r in named.values() for _, actor in r.actor_ids}))
    stands = view.stands_for((r.claim.document, name) for (_, name), r in named.items())
    found: dict[tuple[str, str], Spot] = {}
    for (claim, name), recorded in named.items():
        place = _gazetteer().get(stands.get((recorded.claim.document, name), ""))
        if place and _tells_of_people(recorded, told_of):
            place = _district(place)
        if place and place.latitude is not None and place.longitude is not None:
            found[claim, name] = Spot(
                place.id,
                shown(place, _gazetteer()),
                place.level,
                place.latitude,
                place.longitude,
                place.radius,
                place.within,
            )
    return found


_OF_PEOPLE = ("person", "predecessor", "victim", "accepted_by")


def _tells_of_people(recorded: Recorded, known: Mapping[str, Actor]) -> bool:
    """Whether a claim tells of somebody, or may: a role that people fill is filled, or it is not known by what.

    A reader errs about kinds, so that who was resolved to be a person is one whatever the reader took the name for.
    """
    for filler in recorded.claim.actors:
        actor = known.get(recorded.actor(filler.role))
        kinds = {filler.kind, actor.kind if actor else Kind.UNKNOWN} - {Kind.UNKNOWN}
        if filler.role in _OF_PEOPLE or not kinds or Kind.PERSON in kinds:
            return True
    return False


def _district(place: Place) -> Place | None:
    """The division in which a town lies, None where none is known; any other place as it is."""
    if place.level is not Level.TOWN:
        return place
    around = (_gazetteer().get(one) for one in place.within)
    return next((one for one in around if one and one.latitude is not None), None)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims are asked for; what is empty asks for nothing. `documents` are ids, `since` is EDTF."""

    actor: Actor | None = None
    types: tuple[str, ...] = ()
    documents: frozenset[str] = frozenset()
    since: str = ""


def claims(view: LedgerView, wanted: Wanted) -> Iterator[Recorded]:
    """The claims that are wanted, in the order of recording.

    `since` keeps what happened or held on that day or later; of what has no date, what was reported then or later.
    Raises BadDate.
    """
    first = when.parse(wanted.since).start_earliest if wanted.since else None
    actors = (wanted.actor.id,) if wanted.actor else ()
    for recorded in view.each(actors=actors, types=wanted.types):
        if (not wanted.documents or recorded.claim.document in wanted.documents) and _is_since(recorded, first):
            yield recorded


def _is_since(recorded: Recorded, first: date | None) -> bool:
    text = recorded.claim.when or recorded.appearance.published
    if first is None or not text:
        return first is None
    last = when.parse(text).end_latest
    return last is None or last >= first


def suggestions(ledger: Ledger, name: str = "", limit: int = 20) -> Answer:
    """Actors that may be one and wait for a person to decide, the likeliest first, at most `limit`.

    With a name, only those of the actor that it means. A pair of which neither has a public role is left out, and one
    with a minor; of one of whom only one has, both are named, since that is what is to be decided. Raises NotFound.
    """
    view, shown, register = ledger.view(veiled=False), ledger.view(), own_register()
    actor = actor_named(view, name) if name else None
    resolved = [Resolved(use.document, use.name, use.actor, use.kind, use.name, use.because) for use in ledger.names()]
    rows: list[Row] = []
    evidence: dict[str, Recorded] = {}

    def may_be(*pair: str) -> bool:
        return (actor is None or actor.id in pair) and _may_be_named({view.standing(i).standing for i in pair})

    for made in suggest(partial(uses, ledger), resolved, register, list(ledger.judgements()), may_be):
        pair = (made.one, made.other)
        told = [sorted(shown.claims(actors=[one]), key=_tells)[:2] for one in pair]
        beside = {r.claim.id: r for r in (*told[0][:1], *told[1][:1], *told[0][1:], *told[1][1:])}
        evidence |= beside
        one, other = (view.actor(i) for i in pair)
        fields = (("one", one.name), ("one_id", one.id), ("other", other.name), ("other_id", other.id))
        more = (("kind", made.kind.value), ("score", f"{made.score:.2f}"), ("wanting", made.wanting))
        rows.append(Row((*fields, *more), _NAMES[made.verdict], tuple(beside), made.because))
        if len(rows) == limit:
            break
    query = (("actor", actor.name), ("actor_id", actor.id)) if actor else ()
    return Answer("suggestions", query, tuple(rows), view.coverage(), evidence)


_NAMES = {Verdict.SAME: "names agree", Verdict.UNSURE: "names alike", Verdict.DIFFERENT: "names differ"}


def _may_be_named(standings: set[Standing]) -> bool:
    """Whether two persons of these standings may be set side by side, by name, for a person to decide on."""
    return Standing.PUBLIC in standings and Standing.MINOR not in standings


def _tells(recorded: Recorded) -> tuple[bool, str]:
    """Sorts first what tells most of somebody: his post, his group."""
    return recorded.claim.type not in ("post", "appointment", "membership", "join"), recorded.claim.id


def subject_named(ledger: Ledger, name: str) -> str:
    """The id that a judgement is about: an id as given, also one that a name has by itself, else that of one actor.

    Persons without a public role can be named too. Raises NotFound.
    """
    view = ledger.view(veiled=False)
    if own_register().get(name):
        return name
    try:
        view.actor(name)
    except NotFound:
        return actor_named(view, name).id
    return name


def document_named(ledger: Ledger, name: str) -> str:
    """The id of the one document that appeared under this name, or that has this id. Raises NotFound."""
    return _only(documents_named(ledger, name), f"document in the ledger is called {name!r}")


def documents_named(ledger: Ledger, name: str) -> frozenset[str]:
    """The ids of the documents that appeared under this name, or that have this id. Raises NotFound."""
    found: set[str] = set()
    for entry in ledger.entries_of(EntryKind.APPEARANCE):
        value = read_entry(entry.kind, entry.payload)
        if isinstance(value, Appearance) and name in (value.name, value.document):
            found.add(value.document)
    if not found:
        raise NotFound(f"no document in the ledger is called {name!r}")
    return frozenset(found)


def publishers_named(ledger: Ledger, name: str) -> tuple[str, ...]:
    """The publishers meant by a name: those called so, case and accents apart; else those with all of its words.

    Raises NotFound, with the nearest names.
    """
    wanted, every = folded(name), sorted(ledger.publishers())
    called = [one for one in every if folded(one) == wanted]
    if found := called or [one for one in every if wanted and set(wanted) <= set(folded(one))]:
        return tuple(found)
    raise NotFound(f"no publisher in the ledger is called {name!r}", suggestions=tuple(get_close_matches(name, every)))


def _only(found: frozenset[str], wanted: str) -> str:
    if len(found) == 1:
        return next(iter(found))
    if not found:
        raise NotFound(f"no {wanted}")
    raise NotFound(f"more than one {wanted}", suggestions=tuple(sorted(found)[:10]), hint="give one of these ids")
