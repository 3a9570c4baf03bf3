"""Giving a claim: one that the reader missed, or one in the place of another. Whoever gives it is its reader."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from allegiance import judging
from allegiance.errors import AllegianceError, BadClaim, BadDate, NotFound
from allegiance.ledger import Ledger
from allegiance.model import TYPES, WORD_ROLES, Certainty, Claim, Document, Filler, Kind, Phase, Span
from allegiance.web import quoting
from allegiance.web.asked import LONGEST, Clocks, Text
from allegiance.web.deciding import Refused, author, check_form, page_with_forms
from allegiance.web.links import Links
from allegiance.web.rendering import shown_actor
from allegiance.web.site import Site

LONGEST_WORDS = 20_000
"""Characters of the words of a report that one claim may rest on."""
MOST_SOURCES = 20
MOST_NAMES = 200
_LONGEST_TEXT = 10_000_000
_AROUND = 240
"""So many characters of the report stand before and after the words, on the form."""

_KINDS = {
    **dict.fromkeys(("person", "predecessor", "victim", "accepted_by"), Kind.PERSON),
    **dict.fromkeys(("group", "parent", "into"), Kind.GROUP),
    "area": Kind.PLACE,
}
"""What a role mostly names, for the form to begin with."""
_KEPT_OF_SAME_TYPE = ("manner", "rank", "count")

Field = Annotated[str, Form(max_length=LONGEST)]
Words = Annotated[str, Form(max_length=LONGEST_WORDS)]
Place = Annotated[int, Query(ge=0, le=_LONGEST_TEXT)]
Near = Annotated[int, Form(ge=0, le=_LONGEST_TEXT)]


@dataclass(frozen=True, slots=True)
class RoleField:
    """A role as the form asks for it: what it is filled with, and what that names."""

    role: str
    name: str
    kind: Kind
    is_key: bool

    @property
    def holds_words(self) -> bool:
        """Whether it is filled with words, and not with the name of somebody."""
        return self.role in WORD_ROLES


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed into the form, as it was typed; `near` is where in the report its words are looked for."""

    type: str
    words: str
    near: int
    roles: tuple[Filler, ...] = ()
    when: str = ""
    where: str = ""
    phase: str = ""
    sources: tuple[str, ...] = ()
    certainty: str = Certainty.STATED.value
    why: str = ""

    @property
    def fields(self) -> list[RoleField]:
        """The roles of its type, each with what it is filled with."""
        kind, filled = TYPES[self.type], {filler.role: filler for filler in self.roles}
        empty = Filler("none", "none")
        out = []
        for role in kind.roles:
            one = filled.get(role, empty)
            told = one.kind if one is not empty else _KINDS.get(role, Kind.UNKNOWN)
            is_key = role in kind.keys and role not in kind.optional_keys
            out.append(RoleField(role, "" if one is empty else one.name, told, is_key))
        return out


def routes(site: Site) -> APIRouter:
    """The pages of this module for a site."""
    router = APIRouter()

    @router.post("/document/{id}/words")
    def choose(
        request: Request, id: str, words: Words = "", type: Field = "", near: Near = 0, form_token: Field = ""
    ) -> Response:
        check_form(site, request, form_token)
        span = _found(site.ledger.document(id), words, near)
        address = Links().page("document", id, "add", type=type, start=str(span.start), end=str(span.end))
        return RedirectResponse(address, status_code=303)

    @router.get("/document/{id}/add")
    def adding(request: Request, id: str, start: Place, end: Place, type: Text = "") -> Response:
        document = site.ledger.document(id)
        words = document.text[start : min(end, start + LONGEST_WORDS)]
        if not words.strip():
            raise NotFound("no words are chosen", hint="choose them on the page of the report")
        phase = Phase.CURRENT.value if TYPES[_known(type)].state else ""
        return _form(site, request, document, Typed(_known(type), words, start, phase=phase))

    @router.post("/document/{id}/add")
    def add(request: Request, id: str, typed: Annotated[Typed, Depends(_typed)], form_token: Field = "") -> Response:
        check_form(site, request, form_token)
        document = site.ledger.document(id)
        try:
            line = json.dumps(_told(document, typed))
            made = judging.add(site.ledger, line, author(site), typed.why)
        except (BadClaim, BadDate, NotFound) as error:
            return _form(site, request, document, typed, wrong=error)
        return RedirectResponse(_back(id, made.subjects[0], made.id), status_code=303)

    @router.get("/claim/{id}/correct")
    def correcting(request: Request, id: str, type: Text = "") -> Response:
        old = _open_claim(site.ledger, id)
        document = site.ledger.document(old.document)
        return _form(site, request, document, _as_typed(document, old, _known(type or old.type)), old)

    @router.post("/claim/{id}/correct")
    def correct(
        request: Request, id: str, typed: Annotated[Typed, Depends(_typed)], form_token: Field = ""
    ) -> Response:
        check_form(site, request, form_token)
        old = _open_claim(site.ledger, id)
        document = site.ledger.document(old.document)
        try:
            line = json.dumps(_told(document, typed, old))
            made = judging.correct(site.ledger, id, line, author(site), typed.why)
        except (BadClaim, BadDate, NotFound) as error:
            return _form(site, request, document, typed, old, error)
        return RedirectResponse(_back(old.document, judging.claim_given(made).id, made.id), status_code=303)

    return router


def _back(document: str, claim: str, decision: str) -> str:
    return f"{Links().page('document', document, claim=claim, done=decision)}#{claim}"


def _known(type: str) -> str:
    if type not in TYPES:
        raise NotFound(f"there is no claim type {type!r}", hint=f"one of: {', '.join(TYPES)}")
    return type


def _found(document: Document, words: str, near: int) -> Span:
    found = quoting.places(document.text, words)
    if not found:
        said = "these words do not stand in the report" if words.strip() else "no words are chosen"
        raise NotFound(said, hint="copy them from its text, whole and as they stand")
    return quoting.nearest(found, near)


def _open_claim(ledger: Ledger, id: str) -> Claim:
    """A claim of which no name is withheld: what takes its place would have to name whoever is."""
    claim = ledger.claim(id).claim
    shown = [r.claim for r in ledger.view().of_documents([claim.document]) if r.claim.id == claim.id]
    if not shown:
        raise NotFound(f"claim {claim.id} does not count now", hint="take back what was decided of it, under Review")
    if shown[0].withheld:
        raise Refused("a name in it is withheld", hint="`allegiance judge correct` corrects it")
    return shown[0]


async def _typed(request: Request) -> Typed:
    """What the form says. Raises Refused where it has more than a form of ours ever has."""
    form = await request.form()
    given = {key: value for key, value in form.multi_items() if isinstance(value, str)}
    words = given.get("words", "")
    short = (value for key, value in given.items() if key not in ("words", "sources", "why"))
    if len(words) > LONGEST_WORDS or any(len(value) > LONGEST for value in short):
        raise Refused("a field of this form is too long")
    near = given.get("near", "")
    sources = [line.strip() for line in given.get("sources", "").splitlines() if line.strip()]
    type = _known(given.get("type", ""))
    return Typed(
        type=type,
        words=words,
        near=int(near) if near.isascii() and near.isdigit() and len(near) < 10 else 0,
        roles=tuple(_fillers(type, given)),
        when=given.get("when", "").strip(),
        where=given.get("where", "").strip(),
        phase=given.get("phase", ""),
        sources=tuple(source[:LONGEST] for source in sources[:MOST_SOURCES]),
        certainty=given.get("certainty", ""),
        why=given.get("why", "").strip()[:2000],
    )


def _fillers(type: str, given: Mapping[str, str]) -> list[Filler]:
    out = []
    for role in TYPES[type].roles:
        name = given.get(f"role_{role}", "").strip()
        told = given.get(f"kind_{role}", "")
        if name:
            out.append(Filler(role, name, kind=Kind(told) if told in tuple(Kind) else Kind.UNKNOWN))
    return out


def _as_typed(document: Document, claim: Claim, type: str) -> Typed:
    """A claim as the form shows it, under its own type or another."""
    phase = (claim.phase.value or Phase.CURRENT.value) if TYPES[type].state else ""
    span = claim.evidence
    return Typed(
        type=type,
        words=document.text[span.start : span.end],
        near=span.start,
        roles=tuple(filler for filler in claim.roles if filler.role in TYPES[type].roles),
        when=claim.when,
        where=claim.where,
        phase=phase,
        sources=claim.sources,
        certainty=claim.certainty.value,
    )


def _told(document: Document, typed: Typed, old: Claim | None = None) -> dict[str, object]:
    """The claim that was typed, as an object of the exchange format. Raises NotFound where its words do not stand."""
    span = _found(document, typed.words, typed.near)
    roles: dict[str, dict[str, str]] = {}
    for filler in typed.roles:
        before = old.filler(filler.role) if old else None
        mention = before.mention if before and before.name == filler.name else ""
        roles[filler.role] = {"name": filler.name, "kind": filler.kind.value, "mention": mention}
    told: dict[str, object] = {
        "document": document.id,
        "type": typed.type,
        "roles": roles,
        "when": typed.when or None,
        "where": typed.where or None,
        "phase": typed.phase or None,
        "sources": list(typed.sources),
        "certainty": typed.certainty,
        "evidence": [span.start, span.end],
    }
    if old and typed.when != old.when:
        told["reckoned_from"] = None
    if old and typed.type != old.type:
        told |= dict.fromkeys(_KEPT_OF_SAME_TYPE)
    return told


def _form(
    site: Site,
    request: Request,
    document: Document,
    typed: Typed,
    old: Claim | None = None,
    wrong: AllegianceError | None = None,
) -> Response:
    found = quoting.places(document.text, typed.words)
    span = quoting.nearest(found, typed.near) if found else None
    names: dict[str, None] = {}
    for recorded in site.ledger.view().of_documents([document.id]):
        names |= {f.name: None for f in recorded.claim.actors if shown_actor(recorded, f.role)}
    values = {
        "document": document,
        "appearance": site.ledger.appearances(document.id)[0],
        "typed": typed,
        "old": old,
        "wrong": wrong,
        "span": span,
        "before": document.text[max(0, span.start - _AROUND) : span.start] if span else "",
        "after": document.text[span.end : span.end + _AROUND] if span else "",
        "others": [other for other in found if other != span],
        "types": TYPES,
        "kinds": tuple(Kind),
        "certainties": tuple(Certainty),
        "phases": tuple(phase for phase in Phase if phase),
        "names": sorted(names)[:MOST_NAMES],
    }
    return page_with_forms(site, request, "give.html", Clocks(), values, status=400 if wrong else 200)
