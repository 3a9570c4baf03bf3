"""Whether a person is named in a public role: by rules over what reports say, and before them by people's judgements.

The rules are few, and can be read out to whoever asks. A person is **public** who is in the register, or of whom a
report says, as a fact, on hearsay or as likely, that he

- holds, held, took up or lost a post, or followed somebody in one: any but those that `ORDINARY` names;
- founded a group, is on a list of designated persons, issues statements, claims attacks;
- is pledged to, accepts pledges, appoints or removes others;
- bears a military or police rank, or a commander's title;
- pledged, renounced, joined or left in his own name; not: gave himself up, was expelled.

Everybody else is **private**: victims, the detained, suspects, relatives, bystanders, rank and file. Whom a report
calls a child, or gives an age below 18, is a **minor**, until he has a public role in a year in which he is grown up.
What somebody joined or pledged as a child (`joined at the age of 15`) gives him no public role.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from allegiance.actors.ages import ADULT, age_then, age_told
from allegiance.actors.grounds import is_description
from allegiance.actors.registers import Register
from allegiance.actors.resolve import Resolved, in_force
from allegiance.errors import BadDate
from allegiance.model import Certainty, Claim, Filler, Judgement, Kind, Recorded, Standing, minted_actor_id
from allegiance.names import RANKS
from allegiance.when import parse


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ORDINARY = _words("""
    member members fighter fighters soldier soldiers militant militants gunman gunmen rebel insurgent recruit recruits
    conscript volunteer private guard bodyguard sentry driver cook courier messenger porter informer informant spy
    scout lookout supporter sympathiser sympathizer follower adherent suspect detainee prisoner inmate hostage captive
    defector deserter returnee student pupil villager farmer trader shopkeeper miller teacher nurse herder fisherman
    labourer worker wife widow husband mother father son daughter brother sister cousin nephew uncle aunt relative
    friend neighbour neighbor resident civilian bystander witness victim bomber
""")
"""What somebody is that is no public role: a post is ordinary whose last word is one of these."""

_TITLES = RANKS | _words("commander commandant warlord emir amir comandante")
_FIRM = (Certainty.STATED, Certainty.REPORTED, Certainty.LIKELY)
_IN_HIS_OWN_NAME = "in his own name"
_ROLES: Mapping[tuple[str, str], str] = {
    ("succession", "person"): "follows somebody in a post",
    ("succession", "predecessor"): "held a post in which somebody follows",
    ("founding", "founder"): "founded a group",
    ("designation", "target"): "is on a list of designated persons",
    ("statement", "issuer"): "issues statements",
    ("responsibility", "actor"): "claims attacks",
    ("pledge", "to"): "is pledged to",
    ("pledge", "accepted_by"): "accepts pledges",
    ("renounce", "from"): "was pledged to",
    ("appointment", "by"): "appoints others",
    ("removal", "by"): "removes others",
    ("agreement", "a"): "makes agreements",
    ("agreement", "b"): "makes agreements",
    ("pledge", "actor"): f"pledged {_IN_HIS_OWN_NAME}",
    ("renounce", "actor"): f"renounced {_IN_HIS_OWN_NAME}",
    ("join", "actor"): f"joined {_IN_HIS_OWN_NAME}",
    ("leave", "actor"): f"left {_IN_HIS_OWN_NAME}",
}
_POSTS = ("post", "appointment", "removal")
_UNFREE = ("surrendered", "expelled")


@dataclass(slots=True)
class _Told:
    """What is told of one person: the first reason for a public role by the year in which it was told, ages, names."""

    roles: dict[int, str] = field(default_factory=dict)
    adult_from: int = 0
    young: str = ""


@dataclass(frozen=True, slots=True)
class Stood:
    """A person's standing and, in words, why."""

    actor_id: str
    standing: Standing
    because: str


def standings(
    claims: Iterable[Recorded], resolved: Sequence[Resolved], register: Register, judgements: Sequence[Judgement] = ()
) -> list[Stood]:
    """The standing of each person among `resolved`, by actor's id, sorted.

    `claims` are all that count. Persons who are only described (`five fighters`) bear no name and have no standing.
    """
    named = {(r.document, r.name): r.actor_id for r in resolved if r.kind is Kind.PERSON}
    told: dict[str, _Told] = {actor: _Told() for (_, name), actor in sorted(named.items()) if not is_description(name)}
    for recorded in claims:
        for filler in recorded.claim.actors:
            actor = named.get((recorded.claim.document, filler.name), "")
            if actor in told:
                _note(told[actor], recorded, filler)
    decided = dict(_decided(judgements, resolved))
    return [decided.get(actor) or _stood(actor, what, register) for actor, what in sorted(told.items())]


def _note(told: _Told, recorded: Recorded, filler: Filler) -> None:
    year = _year(recorded)
    reason = public_role(recorded.claim, filler.role)
    then = age_then(recorded.sentence) if reason.endswith(_IN_HIS_OWN_NAME) else None
    young = then is not None and then < ADULT
    if reason and not young:
        told.roles.setdefault(year, f"{reason}, by a report of {year or 'no date'}")
    if young and not told.young:
        told.young = f"called a child, or {then} years old, when he did what a report of {year or 'no date'} tells"
    ages = (age_told(recorded.sentence, name) for name in (filler.name, filler.mention))
    age = next((age for age in ages if age is not None), None)
    if age is not None and age < ADULT:
        told.adult_from = max(told.adult_from, year + ADULT - age if year else 9999)
        told.young = f"called a child, or {age} years old, in a report of {year or 'no date'}"


def _year(recorded: Recorded) -> int:
    """The year of which a claim speaks, else that of its report, else 0."""
    for text in (recorded.claim.when, recorded.appearance.published):
        try:
            day = parse(text).end_latest if text else None
        except BadDate:
            continue
        if day is not None:
            return day.year
    return 0


def public_role(claim: Claim, role: str) -> str:
    """Why whoever fills this role of the claim has a public role, in words; `""` where the claim gives none."""
    if claim.certainty not in _FIRM:
        return ""
    if claim.type in _POSTS and role == "person":
        words = claim.name("role").casefold().replace("-", " ").split()
        if words and words[-1] not in ORDINARY:
            return f"{claim.name('role')} of {claim.name('group')}" if claim.name("group") else claim.name("role")
    if claim.type == "leave" and claim.manner in _UNFREE:
        return ""
    if (
        claim.rank
        and role == claim.roles[0].role
        and not _TITLES.isdisjoint(claim.rank.casefold().replace(".", "").split())
    ):
        return f"called {claim.rank}"
    return _ROLES.get((claim.type, role), "")


def _stood(actor: str, told: _Told, register: Register) -> Stood:
    grown = {year: reason for year, reason in told.roles.items() if year >= told.adult_from}
    if told.young and not grown:
        return Stood(actor, Standing.MINOR, told.young)
    if record := register.get(actor):
        return Stood(actor, Standing.PUBLIC, f"in the register: {record.sources[0]}")
    if grown:
        return Stood(actor, Standing.PUBLIC, grown[min(grown)])
    return Stood(actor, Standing.PRIVATE, "no report gives a public role")


_ACTS = {standing.value: standing for standing in Standing}


def _decided(judgements: Sequence[Judgement], resolved: Sequence[Resolved]) -> Iterator[tuple[str, Stood]]:
    """What people decided, the earliest first, so that the latest holds."""
    now = {minted_actor_id(r.document, r.name): r.actor_id for r in resolved}
    standing = [judgement for judgement in in_force(judgements) if judgement.act in _ACTS]
    for judgement in reversed(standing):
        for subject in judgement.subjects:
            actor = now.get(subject, subject)
            why = f": {judgement.why}" if judgement.why else ""
            yield actor, Stood(actor, _ACTS[judgement.act], f"{judgement.by} judged so{why}")
