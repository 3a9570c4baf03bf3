"""What people decide, made of what they type: found in the ledger, checked, recorded, and names resolved by it.

Every decision is one more entry and can be taken back (`undo`). Nothing here prints.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime

from allegiance import when
from allegiance.errors import BadClaim, BadGrade, NotFound, Withheld
from allegiance.exchange import CLAIM_KEYS, PRINTED_KEYS, claim_line, claim_object, read_line
from allegiance.ledger import Ledger, LedgerView, Redaction, read_entry
from allegiance.model import Actor, Claim, Judgement
from allegiance.pipeline import actor_named, document_named
from allegiance.resolving import resolve_new

SHORTEST_ID = 8
"""How much of an id must be given: `jdg-` and four digits."""
_GRADE = re.compile(r"[A-F]?[1-6]?")


def judge(ledger: Ledger, act: str, subjects: Sequence[str], by: str, why: str, value: str = "") -> Judgement:
    """Record what a person decided about these ids, and resolve all names by it. `act` is as `Judgement` has it."""
    judgement = Judgement(act, tuple(subjects), by, _now(), why, value)
    ledger.judge(judgement)
    resolve_new(ledger)
    return judgement


def add(ledger: Ledger, given: str | bytes, by: str, why: str) -> Judgement:
    """Record a claim that a person read, given as a line of the exchange format; the person is its reader.

    Its document is named by its id, or by its name where that is one document's. Raises BadClaim, BadDate, NotFound.
    """
    told = _object(given)
    if not told.get("document") and (doc := told.get("doc")) and isinstance(doc, str):
        told["document"] = document_named(ledger, doc)
    if not told.get("document"):
        raise BadClaim("it does not say which report it is of", hint="give `doc`, its name, or `document`, its id")
    claim = _claim(told)
    if any(recorded.claim.id == claim.id for recorded in ledger.view(veiled=False).of_documents([claim.document])):
        raise BadClaim(f"{claim.id} says just that already", hint="`allegiance judge accept` it")
    return _give(ledger, "add", (claim.id,), claim, (by, why))


def correct(ledger: Ledger, id: str, given: str | bytes, by: str, why: str) -> Judgement:
    """Put a claim in the place of another. What it does not say stays as it is in the other.

    Raises BadClaim where it says the same, or speaks of another document; BadDate, NotFound.
    """
    old = ledger.claim(id).claim
    told = claim_object(old) | _object(given)
    if not told["document"]:
        told["document"] = old.document
    new = _claim(told)
    if new.document != old.document:
        raise BadClaim(f"it speaks of another document than {old.id}", hint="reject this one, and add the other")
    if new == old:
        raise BadClaim(f"it says what {old.id} says: nothing is corrected")
    return _give(ledger, "correct", (old.id,), new, (by, why))


def grade(ledger: Ledger, source: str, given: str, by: str, why: str) -> Judgement:
    """Grade a publisher, or a report, on the two axes of the Admiralty scale. Raises BadGrade, NotFound."""
    wanted = given.strip().upper()
    if not wanted or not _GRADE.fullmatch(wanted):
        hint = "A to F for how reliable the source is, 1 to 6 for how credible what it says: A2, C, 4"
        raise BadGrade(f"{given!r} is no grade", hint=hint)
    return judge(ledger, "grade", (_source(ledger, source),), by, why, wanted)


def annotate(ledger: Ledger, subject: str, note: str, by: str, why: str) -> Judgement:
    """Set a note beside a claim, a report or a publisher. Raises NotFound."""
    if subject.startswith("clm-"):
        return judge(ledger, "annotate", (ledger.claim(subject).claim.id,), by, why, note)
    return judge(ledger, "annotate", (_source(ledger, subject),), by, why, note)


def follow(ledger: Ledger, actor: Actor, by: str, why: str = "") -> Judgement:
    """Follow an actor: what changes of it is shown to whoever follows it. It changes no answer."""
    return _watch(ledger, "follow", actor, by, why)


def unfollow(ledger: Ledger, actor: Actor, by: str, why: str = "") -> Judgement:
    """Follow an actor no longer, under whichever of its ids it was followed."""
    return _watch(ledger, "unfollow", actor, by, why)


def unfollow_named(ledger: Ledger, name: str, by: str, why: str = "") -> Judgement:
    """Follow no longer whom a name or an id means, also whom it is told no more of. Raises NotFound, Withheld."""
    try:
        return unfollow(ledger, actor_named(ledger.view(), name), by, why)
    except Withheld:
        open_view = ledger.view(veiled=False)
        actor = actor_named(open_view, name)
        # Only to whoever follows him it is said that he is there.
        if not is_followed(ledger, open_view, actor, by):
            raise
        return unfollow(ledger, actor, by, why)


def followed_no_more(ledger: Ledger, view: LedgerView, by: str) -> list[str]:
    """The ids of those whom somebody follows and of whom he is told nothing, since they have no public role any more.

    Each person once.
    """
    found: dict[str, None] = {}
    open_view = ledger.view(veiled=False)
    for subject in _followed_ids(ledger, by):
        with suppress(NotFound):
            try:
                actor_named(view, subject)
            except Withheld:
                found[open_view.actor(subject).id] = None
    return list(found)


def followed(ledger: Ledger, view: LedgerView, by: str) -> list[Actor]:
    """Whom somebody follows, as a view knows them, in the order in which he began to.

    Left out are those of whom the view knows nothing, and those who have no public role any more.
    """
    found: dict[str, Actor] = {}
    for subject in _followed_ids(ledger, by):
        with suppress(NotFound, Withheld):
            actor = actor_named(view, subject)
            found.setdefault(actor.id, actor)
    return list(found.values())


def is_followed(ledger: Ledger, view: LedgerView, actor: Actor, by: str) -> bool:
    """Whether somebody follows an actor, under whichever of its ids; found with few questions."""
    ids = _followed_ids(ledger, by)
    if not ids or actor.id in ids:
        return bool(ids)
    known = view.actors(ids)
    return any(_is_now(view, subject, actor.id) for subject in ids if subject not in known)


def _followed_ids(ledger: Ledger, by: str) -> list[str]:
    """The ids under which somebody follows actors, in the order in which he began to."""
    last: dict[str, str] = {}
    for judgement in ledger.judgements_that("follow", "unfollow"):
        if judgement.by == by:
            for subject in judgement.subjects:
                last.pop(subject, None)
                last[subject] = judgement.act
    return [subject for subject, act in last.items() if act == "follow"]


def _watch(ledger: Ledger, act: str, actor: Actor, by: str, why: str) -> Judgement:
    # Ids are joined in time: who is no longer followed is so under each id under which he was.
    view = ledger.view(veiled=False)
    ids = {subject for each in ledger.judgements_that("follow") for subject in each.subjects if each.by == by}
    same = {subject for subject in ids if _is_now(view, subject, actor.id)} if act == "unfollow" else set()
    judgement = Judgement(act, (actor.id, *sorted(same - {actor.id})), by, _now(), why)
    ledger.judge(judgement)
    return judgement


def _is_now(view: LedgerView, id: str, actor: str) -> bool:
    try:
        return view.actor(id).id == actor
    except NotFound:
        return False


def redact(ledger: Ledger, name: str, by: str, why: str) -> Redaction:
    """Take a report, or the names of an actor, out of the ledger for good.

    `name` is a report's name or id, else an actor's. Raises NotFound, BadRedaction, LedgerBusy, LedgerError.
    """
    try:
        document = name if name.startswith("sha256:") else document_named(ledger, name)
    except NotFound:
        document = ""
    if document:
        done = ledger.redact_document(document, by, why)
    else:
        actor = actor_named(ledger.view(veiled=False), name)
        done = ledger.redact_actor(actor, by, why)
    resolve_new(ledger)
    return done


def claim_given(judgement: Judgement) -> Claim:
    """The claim that a judgement gives: one that is added, or that stands in the place of another."""
    return read_line(judgement.value).claim()


def decision(ledger: Ledger, id: str) -> Judgement | None:
    """The judgement with this id; None where there is none."""
    try:
        entry = ledger.entry(id)
    except NotFound:
        return None
    value = read_entry(entry.kind, entry.payload)
    return value if isinstance(value, Judgement) else None


def judgement_named(ledger: Ledger, id: str) -> str:
    """The id of the one judgement whose id begins so. Raises NotFound."""
    if len(id) < SHORTEST_ID:
        raise NotFound(f"{id!r} is too little of a decision's id", hint="`allegiance judge list` shows the ids")
    found = sorted(j.id for j in ledger.judgements() if j.id.startswith(id))
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFound(f"no decision's id begins with {id!r}")
    raise NotFound(f"more than one decision's id begins with {id!r}", suggestions=tuple(found[:10]))


def _give(ledger: Ledger, act: str, subjects: tuple[str, ...], claim: Claim, told: tuple[str, str]) -> Judgement:
    by, why = told
    judgement = Judgement(act, subjects, by, _now(), why, claim_line(claim))
    ledger.give(judgement, claim)
    resolve_new(ledger)
    return judgement


def _object(given: str | bytes) -> dict[str, object]:
    try:
        told = json.loads(given)
    except ValueError as error:
        raise BadClaim(f"it is no JSON: {error}", hint="give one claim of the exchange format") from error
    if not isinstance(told, dict):
        raise BadClaim("it is no JSON object", hint="give one claim of the exchange format")
    if unknown := sorted(told.keys() - CLAIM_KEYS - PRINTED_KEYS):
        raise BadClaim(f"a claim has no {unknown[0]!r}", hint=f"it has {', '.join(sorted(CLAIM_KEYS))}")
    return told


def _claim(told: dict[str, object]) -> Claim:
    claim = read_line(json.dumps(told)).claim()
    for date in (claim.when, claim.reckoned_from):
        if date:
            when.parse(date)
    return claim


def _source(ledger: Ledger, name: str) -> str:
    """A publisher by name as it stands in the ledger, else the id of a report. Raises NotFound."""
    known = ledger.publishers()
    if name in known:
        return name
    alike = [each for each in known if each.casefold() == name.casefold()]
    if len(alike) == 1:
        return alike[0]
    try:
        return document_named(ledger, name)
    except NotFound as error:
        raise NotFound(f"no publisher and no report in the ledger is called {name!r}") from error


def _now() -> str:
    return datetime.now(UTC).isoformat()
