"""What ties two actors to each other: posts and memberships, and the ties between two that claims tell of.

A tie is a tenure of one in, or with, the other: so it is certain, possible, disputed or unknown on a day by the same
rules as a post is. An alliance, a rivalry, a support, a link, being part of another are states, which are seen and not
started; an agreement starts one; a split, a merger and a founding stay so for ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from allegiance.answers.corroboration import DENIED, UNKNOWN, Denials, filled, is_single
from allegiance.answers.fates import ENDS_OF_LIFE, SIGNS_OF_LIFE, deaths_of
from allegiance.answers.holdings import Holding, Named, holdings
from allegiance.answers.people import claims_around, claims_beside, mergers_beside
from allegiance.answers.tenure import MEMBER, Ending, Slot, Tenure
from allegiance.answers.tenures import Making, Marks, is_named, tenures
from allegiance.model import TYPES, Certainty, Recorded, View

LEADS, POST, IS_MEMBER, PLEDGED = "leads", "post", "member", "pledged"
_BETWEEN: Mapping[str, tuple[str, str, str]] = {
    "alliance": ("a", "b", "allied"),
    "rivalry": ("a", "b", "rival"),
    "support": ("giver", "recipient", "supports"),
    "link": ("a", "b", "linked"),
    "agreement": ("a", "b", "agreement"),
    "affiliation": ("group", "parent", "part of"),
    "split": ("group", "from", "split from"),
    "merger": ("group", "into", "merged into"),
    "founding": ("founder", "group", "founded"),
}
"""By claim type: the roles of the two, and what the tie is called."""
_PARTINGS: Mapping[str, tuple[str, str, str]] = {
    "split": ("group", "from", "split off"),
    **dict.fromkeys(("leave", "renounce", "join"), ("actor", "from", "left")),
}
"""By claim type: who is no longer a part of whom, and in which word."""
_LASTING = frozenset({"split", "merger", "founding"})
KINDS = (LEADS, POST, IS_MEMBER, PLEDGED, *(kind for _, _, kind in _BETWEEN.values()))
"""What ties are called, in the order in which they are shown."""
_IN_GROUPS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("post", "appointment", "removal", "succession", "membership"), ("group",)),
    **dict.fromkeys(("leave", "renounce"), ("from",)),
    **{"join": ("to", "from"), "pledge": ("to",)},
}
"""By claim type: the roles of the groups in which it tells of a post or of belonging."""


@dataclass(frozen=True, slots=True)
class Tie:
    """That one actor leads, belongs to, supports … another, and how sure that is at the time asked about."""

    one: str
    kind: str
    other: str
    tenure: Tenure
    status: str
    because: str
    beside: tuple[Recorded, ...] = ()

    @property
    def claims(self) -> tuple[Recorded, ...]:
        """Everything that it rests on, the leading claim first."""
        endings = (r for e in self.tenure.endings for r in e.claims)
        return (*self.tenure.held.claims, *endings, *self.beside)


def ties_of(view: View, actor: str, days: tuple[date, date], named: Named) -> list[Tie]:
    """The ties in a span of days between this actor and another whom claims name, by kind and by actor.

    As `answers.holdings` has it, a tie is as sure as on its surest day. What is only denied, or had ended, or is not
    shown to have begun, is left out.

    Described actors (`nine fighters`), and those whose names the view withholds, have no ties.
    """
    own = view.claims(actors=[actor])
    groups = dict.fromkeys(filled(r, role) for r in own for role in _IN_GROUPS.get(r.claim.type, ()))
    held: list[Holding] = []
    if actor in groups:
        claims = claims_around(view, actor)
        held += holdings(tenures(claims, actor), claims, days, named)
    if others := [group for group in groups if group and group != actor]:
        told = _with_rivals(view, actor, own, others, days)
        for group in others:
            held += [h for h in holdings(tenures(told, group), told, days, named) if h.tenure.slot.person == actor]
    out = [_tie(h) for h in held]
    for tenure in _between(view, own):
        status, because = tenure.during(*days)
        out.append(Tie(tenure.slot.person, tenure.slot.post, tenure.slot.group, tenure, status, because))
    standing = [tie for tie in out if tie.status not in ("", UNKNOWN, DENIED)]
    return sorted(standing, key=lambda tie: (KINDS.index(tie.kind), tie.one, tie.other, tie.tenure.slot.post))


def _with_rivals(
    view: View, actor: str, own: Sequence[Recorded], groups: Sequence[str], days: tuple[date, date]
) -> Sequence[Recorded]:
    """An actor's own claims, with those of whoever may hold a single post of his in these days; of no other post."""
    held = [t for group in groups for t in tenures(own, group) if t.slot.person == actor]
    standing = {t.slot for t in held if is_single(t.slot.post, t.slot.area) and t.during(*days)[0] not in ("", UNKNOWN)}
    if not standing:
        return [*own, *mergers_beside(view, own)]
    return claims_beside(view, actor, own, {(slot.group, slot.post, slot.area) for slot in standing})


def _tie(held: Holding) -> Tie:
    tenure, slot = held.tenure, held.tenure.slot
    if slot.post != MEMBER:
        kind = LEADS if slot.post == "leader" and not slot.area else POST
    else:
        kind = PLEDGED if all(r.claim.type == "pledge" for r in tenure.held.claims) else IS_MEMBER
    return Tie(slot.person, kind, slot.group, tenure, held.status, held.because, held.rivals)


def _between(view: View, claims: Sequence[Recorded]) -> Iterator[Tenure]:
    """The ties between two that these claims tell of, each ended by what ends it and by the death of either."""
    slots: dict[Slot, tuple[str, Marks]] = {}
    affirmed = [r for r in claims if r.claim.certainty is not Certainty.DENIED]
    for recorded in affirmed:
        slot = _slot(recorded)
        if slot is not None:
            _, marks = slots.setdefault(slot, (recorded.claim.type, Marks()))
            if TYPES[recorded.claim.type].state:
                marks.show(recorded)
            else:
                marks.starts.append(recorded)
    for recorded in affirmed:
        part, whole, how = _PARTINGS.get(recorded.claim.type, ("", "", ""))
        known = slots.get(Slot(filled(recorded, part), filled(recorded, whole), "part of")) if part else None
        if known is not None:
            known[1].ends.append((how, recorded))
    denials = Denials(claims)
    deaths = _deaths(view, slots)
    for slot, (kind, marks) in slots.items():
        lasting = kind in _LASTING
        fates = () if lasting else tuple(deaths[end] for end in (slot.person, slot.group) if end in deaths)
        yield from Making(slot, marks, denials, fates, lasting=lasting).tenures()


def _slot(recorded: Recorded) -> Slot | None:
    """The slot of a tie between two named actors; of a pair in no order, the lower id first."""
    first, second, kind = _BETWEEN.get(recorded.claim.type, ("", "", ""))
    if not first or not (is_named(recorded, first) and is_named(recorded, second)):
        return None
    ends = [filled(recorded, first), filled(recorded, second)]
    if ends[0] == ends[1] or not all(ends):
        return None
    one, other = sorted(ends) if TYPES[recorded.claim.type].symmetric else ends
    return Slot(one, other, kind)


def _deaths(view: View, slots: Iterable[Slot]) -> Mapping[str, Ending]:
    """What is said of the deaths of those who are tied. A group has none, so that nothing is told of it here."""
    ends = sorted({end for slot in slots for end in (slot.person, slot.group)})
    return deaths_of(view.claims(actors=ends, types=(*ENDS_OF_LIFE, *SIGNS_OF_LIFE))) if ends else {}
