"""One thing that reports tell of, as a row: its claims, its date, its status, who denies it, what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from allegiance.answers.corroboration import (
    CERTAIN,
    DENIED,
    DISPUTED,
    Account,
    account,
    accounts,
    denies,
    filled,
    surest,
)
from allegiance.answers.dating import agreed, at, clusters, order, read, told_at
from allegiance.answers.evidence import Shelf
from allegiance.model import TYPES, WORD_ROLES, Recorded, Row, View
from allegiance.when import When

NO_OUTCOME = "no outcome found"
ONCE = ("killing", "death")
"""What happens to one man once, whatever dates reports give it."""
_DOERS = ("by", "founder", "accepted_by")
_OUTCOMES = {"release": "released", "killing": "killed", "death": "dead"}


@dataclass(frozen=True, slots=True)
class Happening:
    """Claims of one event or one state, and the span that their dates allow (None where nothing dates it).

    `dated` says whether a report gives its date; else `span` is only what the reports' own dates bound.
    """

    told: Account
    span: When | None
    dated: bool

    @property
    def type(self) -> str:
        """Its claim type."""
        return self.told.lead.claim.type

    @property
    def status(self) -> str:
        """A state's status (certain, possible, disputed, denied), or an event's certainty word, or disputed."""
        return self.told.status if TYPES[self.type].state else self.told.certainty

    @property
    def date(self) -> str:
        """EDTF, or `by` and the date that bounds it, or `""`."""
        if self.span is None or self.dated:
            return str(self.span or "")
        return f"by {self.span.end}" if self.span.end_latest is not None else ""

    @property
    def because(self) -> str:
        """What a reader must know of its status and date, in words."""
        told = self.told
        notes = [f"derived: {len(told.support)} claims put together"] if len(told.support) > 1 else []
        own = [span for r in told.support + told.doubts if (span := read(r.claim.when)) is not None]
        dates = list(dict.fromkeys(str(span) for span in own))
        if self.type in ONCE and any(not a.may_overlap(b) for a in own for b in own):
            notes.append(f"its dates differ: {', '.join(dates)}")
        elif not self.dated and dates:
            notes.append(f"less surely said of {', '.join(dates)}")
        if told.denials and told.status == DISPUTED:
            notes.append(f"denied by {denied_by(told)}")
        if told.doubts:
            notes.append("doubted")
        return "; ".join(notes)


def happenings(claims: Sequence[Recorded]) -> list[Happening]:
    """Group claims into what they tell of, in order of time; what no report dates comes last, by its bound.

    One content key is one happening, but where its dates cannot be the same it happened more than once. A state is
    one, however often it was seen, and so is a death.
    """
    out = []
    for told in accounts(claims):
        kind = told.lead.claim.type
        if TYPES[kind].state or kind in ONCE:
            out.append(_happening(told))
            continue
        affirmed = told.support + told.doubts
        for cluster in clusters(affirmed or told.denials):
            against = [d for d in told.denials if any(denies(d, r) for r in cluster.claims)]
            out.append(_happening(account([*cluster.claims, *(against if affirmed else ())])))
    return sorted(out, key=lambda h: (not h.dated, order(h.span), h.told.lead.claim.id))


def _happening(told: Account) -> Happening:
    weighed: Sequence[Recorded] = told.support + told.doubts or told.denials
    if told.lead.claim.type in ONCE:
        # A rumour of an earlier death must not date the death that a report now states: the date is as sure as the row.
        weighed = surest(weighed)
    own = agreed(sorted((s for r in weighed if (s := read(r.claim.when)) is not None), key=order))
    if own is not None:
        return Happening(told, own, dated=True)
    bounds = [span for r in weighed if (span := at(r)) is not None]
    state = TYPES[told.lead.claim.type].state
    bound = min(bounds, key=order, default=None) if state else agreed(bounds)
    return Happening(told, bound, dated=False)


def denied_by(told: Account) -> str:
    """Who denies it: the sources named, else the publishers whose reports deny it on their own word."""
    names = (r.claim.sources[0] if r.claim.sources else r.appearance.publisher or "a report" for r in told.denials)
    return "; ".join(dict.fromkeys(names))


def fields(happening: Happening, outcome: str = "") -> tuple[tuple[str, str], ...]:
    """The fields of a row about one happening, the same in every answer that shows happenings."""
    told, claim = happening.told, happening.told.lead.claim
    keys = [role for role in TYPES[claim.type].keys if role not in WORD_ROLES]
    doer = next((claim.name(role) for role in _DOERS if claim.filler(role)), "")
    publishers = dict.fromkeys(r.appearance.publisher for r in told.claims if r.appearance.publisher)
    if claim.type in ("attack", "responsibility"):
        keys = ["actor", "target" if claim.type == "attack" else "attack"]
    return (
        ("date", happening.date),
        ("type", claim.type),
        ("who", claim.name(keys[0])),
        ("whom", claim.name(keys[1]) if len(keys) > 1 else ""),
        ("by", doer),
        ("role", claim.name("role")),
        ("area", claim.name("area") if "area" not in keys else ""),
        ("where", claim.where),
        ("outcome", outcome),
        ("sources", str(told.sources)),
        ("according_to", told.according_to if happening.status != DENIED else ""),
        ("denied_by", denied_by(told)),
        ("publishers", "; ".join(publishers)),
        ("published", told.lead.appearance.published),
        ("sentence", told.lead.sentence),
    )


class Outcomes:
    """What came of each detention among some happenings; all that is told of the detained is asked for at once."""

    def __init__(self, view: View, told: Iterable[Happening]) -> None:
        people = sorted({filled(h.told.lead, "person") for h in told if h.type == "detention"})
        self._known: dict[str, list[Recorded]] = {person: [] for person in people}
        for recorded in view.claims(actors=people, types=tuple(_OUTCOMES)) if people else ():
            person = filled(recorded, "victim" if recorded.claim.type == "killing" else "person")
            if person in self._known:
                self._known[person].append(recorded)
        self._told: dict[str, list[Happening]] = {}

    def of(self, detention: Happening) -> tuple[str, tuple[Recorded, ...]]:
        """The first release or death after a detention, or `no outcome found`; `""` for anything else."""
        if detention.type != "detention":
            return "", ()
        person = filled(detention.told.lead, "person")
        if person not in self._told:  # One who was taken many times would else be gone through anew for each.
            self._told[person] = happenings(self._known.get(person, []))
        for found in self._told[person]:
            if found.status == DENIED or _is_before(found, detention):
                continue
            what = _OUTCOMES[found.type]
            date = f" {found.date}" if found.date else ""
            if found.told.status == CERTAIN:
                return f"{what}{date}", found.told.claims
            source = f", according to {found.told.according_to}" if found.told.according_to else ""
            denial = f"; denied by {denied_by(found.told)}" if found.told.denials else ""
            return f"said to be {what}{date}{source}{denial}", found.told.claims
        return NO_OUTCOME, ()


def row(happening: Happening, outcomes: Outcomes, shelf: Shelf) -> Row:
    """A row about one happening; a detention's has its outcome, and the claims of it, beside it."""
    outcome, beside = outcomes.of(happening)
    claims = shelf.keep([*happening.told.claims, *beside])
    return Row(fields(happening, outcome), happening.status, claims, happening.because)


def _is_before(found: Happening, detention: Happening) -> bool:
    """Whether what was found lies before the detention, by its date or else by the date of its report.

    A detention without a date is taken for news of its report, unless that same report tells of what was found.
    """
    if found.span is None or detention.span is None:
        return False
    if found.span.before(detention.span):
        return True
    reports = {r.claim.document for r in detention.told.claims}
    if not found.dated:
        return any((day := told_at(r)) is not None and day.before(detention.span) for r in found.told.claims)
    if detention.dated or any(r.claim.document in reports for r in found.told.claims):
        return False
    return any((day := told_at(r)) is not None and found.span.before(day) for r in detention.told.claims)


def publishers_of(claims: Iterable[Recorded]) -> str:
    """The publishers of these claims' reports, each once."""
    return "; ".join(dict.fromkeys(r.appearance.publisher for r in claims if r.appearance.publisher))
