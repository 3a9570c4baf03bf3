"""Which bodies may fill a role: those that are bodies beyond doubt, that may bear arms, to which one may go over.

Each check looks at one draft, as a frame's `set` asks, and refuses what may be a place, a man or a state.
"""

from __future__ import annotations

from allegiance import names
from allegiance.model import Kind
from allegiance.reading.discourse import Discourse
from allegiance.reading.draft import Draft
from allegiance.reading.filling import Fill
from allegiance.reading.match import Hit
from allegiance.reading.referents import official

GROUP_ROLES = ("group", "parent", "into", "from", "a", "b")
BROAD = frozenset({"a", "b"})


def strict(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """Group roles must be groups beyond doubt, not places or persons that might be; with `either`, or named men."""
    men = [f for f in (draft.get("a"), draft.get("b")) if f is not None and _man(f)]
    if value == "either" and len(men) == 2 and hit.frame.form != "is":
        return None
    given = draft.get("recipient")
    unknown = given is not None and not given.named and given.name.lower().startswith(("a ", "an "))
    if unknown or _only_whence(draft, hit, discourse):
        return None
    for role in GROUP_ROLES:
        fill = draft.get(role)
        if fill is None:
            continue
        if draft.type == "founding" and official(fill.name):
            return None
        if role == "parent" and fill.start in {p.start for a in hit.clause.get("attr") for p in a.mod("in")}:
            if not surely_group(fill, discourse):
                return None
        country = fill.chain >= 0 and bool(discourse.chain(fill.chain).country)
        if draft.type == "membership" and fill.named and fill.chain < 0:
            return None  # `a Saudi woman`.
        if country and hit.frame.form == "owns" and not _forces(draft.name("group")):
            return None
        if country and (hit.frame.form == "owns" or draft.type in ("rivalry", "presence", "alliance")):
            continue
        if country and draft.type == "affiliation" and not any(p.mention < 0 for p in hit.clause.get("subj")):
            owners = [p for c in hit.clause.get("attr") for p in c.mod("of", "poss")]
            if role == "parent" and owners:
                continue
        plain = (
            (role == "parent" or draft.type == "membership")
            and not fill.named
            and fill.name.lower().split()[-1]
            in ("army", "police", "navy", "government", "military", "gendarmerie", "air force", "ministry")
        )
        if plain:
            continue
        if (
            (
                fill.kind is not Kind.GROUP
                and not _called_a_part(draft, hit, fill, discourse)
                and not (value == "either" and role in BROAD and _man(fill))
            )
            or country
            or (
                not fill.named
                and role in ("group", "parent")
                and draft.type in ("affiliation", "founding", "membership")
            )
        ):
            return None
    return draft


def _called_a_part(draft: Draft, hit: Hit, fill: Fill, discourse: Discourse) -> bool:
    """Whether a name of no sure kind is called a body here: `Sada Press, the media arm of the Front`."""
    if draft.type != "affiliation" or fill.role != "group" or hit.frame.form != "is" or not fill.named:
        return False
    return fill.kind is Kind.UNKNOWN or (fill.chain >= 0 and discourse.chain(fill.chain).margin < 1.2)


def _only_whence(draft: Draft, hit: Hit, discourse: Discourse) -> bool:
    """Whether what is got `from` somewhere has no giver there: `money from Goma`, `weapons from the bodies`."""
    giver = draft.get("giver")
    behind = (*hit.clause.get("from"), *(m for p in hit.clause.get("obj") for m in p.mod("from")))
    whence = {p.start: p for p in behind}
    if giver is None or giver.start not in whence or hit.clause.lemma in ("come", "flow", "arrive"):
        return False
    placed = giver.kind is Kind.PLACE and not (giver.chain >= 0 and discourse.chain(giver.chain).country)
    at_large = whence[giver.start].plural and whence[giver.start].definite
    return placed or (not giver.named and at_large)


def _man(fill: Fill) -> bool:
    return fill.kind is Kind.PERSON and fill.named


def surely_group(fill: Fill, discourse: Discourse) -> bool:
    """Whether a name is a group's by its own words, the register, or more than one neighbour."""
    chain = discourse.chain(fill.chain)
    named = any(names.has_group_word(n) or names.is_acronym(n) for n in chain.names)
    return named or bool(chain.register) or chain.margin >= 1.2


def _forces(name: str) -> bool:
    """Whether a body's name says that it is a state's arm: what a country owns otherwise is only in it."""
    words = set(names.key(name).split())
    return bool(
        words
        & set("force forces army navy guard guards corps brigade police intelligence service militia command".split())
    )


def moves(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """One goes over to a body, not to a country."""
    for role in ("to", "from"):
        fill = draft.get(role)
        if (
            fill is not None
            and fill.chain >= 0
            and (discourse.chain(fill.chain).country or fill.kind is not Kind.GROUP)
        ):
            return None
        if fill is not None and not fill.named and fill.kind is not Kind.GROUP:
            return None
        if fill is not None and fill.chain >= 0 and role == "to" and not surely_group(fill, discourse):
            return None
    return draft


def weak(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """`swore to X` is an oath only where X is a named person or group."""
    fill = draft.get("to") or draft.get("from")
    return draft if fill is not None and fill.named and fill.kind in (Kind.PERSON, Kind.GROUP) else None


def armed(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """A body that may bear arms of its own, with `surely` one beyond doubt: no state, court or newspaper does."""
    fill = draft.get("group") or draft.get("recipient")
    if value == "surely" and fill is not None and fill.chain >= 0 and not surely_group(fill, discourse):
        return None
    return draft if fill is not None and fill.chain >= 0 and discourse.seen.prominent.armed(fill.chain) else None
