"""From drafts to claims: what a sentence's drafts say together, what earlier ones complete, and the claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from allegiance import names
from allegiance.model import TYPES, WORD_ROLES, Certainty, Claim, Filler, Finding, Kind, Phase, Span
from allegiance.reading.amounts import amount
from allegiance.reading.draft import Draft
from allegiance.reading.filling import NOBODY_NAMED, UNTOLD, Fill, as_fill
from allegiance.reading.referents import Referent


@dataclass(slots=True)
class Posts:
    """Who held which post in this document so far: what `he resigned` and `his successor` speak of."""

    held: dict[int, tuple[Fill | None, Fill | None]] = field(default_factory=dict)

    def note(self, draft: Draft) -> None:
        """Remember a post, appointment or removal that names its holder."""
        person, group, role = draft.get("person"), draft.get("group"), draft.get("role")
        if draft.type in ("post", "appointment") and person is not None and person.chain >= 0 and group is not None:
            rank = role is not None and bool(names.RANKS.intersection(role.name.split()[-1:]))
            passed = draft.phase is Phase.FORMER and (rank or person.chain in self.held)
            if draft.certainty is not Certainty.DENIED and not passed:
                # `A former navy captain, he resigned`: not from the navy.
                self.held[person.chain] = (group, role)
        founder = draft.get("founder")
        if draft.type == "founding" and founder is not None and founder.chain >= 0 and group is not None:
            self.held.setdefault(founder.chain, (group, None))
        if (
            draft.type == "removal"
            and person is not None
            and person.chain >= 0
            and (group is not None or role is not None)
        ):
            self.held.setdefault(person.chain, (group, role))

    def of(self, person: Fill) -> tuple[Fill | None, Fill | None]:
        """The group and role of the post that a person was last said to hold."""
        return self.held.get(person.chain, (None, None))


def _with_post_of(draft: Draft, holder: str, posts: Posts) -> Draft:
    """The draft with the group and the role that it leaves open, from the post of whoever stands in `holder`."""
    person = draft.get(holder)
    group, role = posts.of(person) if person else (None, None)
    if group is not None and draft.name("group") not in ("", group.name):
        return draft  # `The Front's treasurer died; his brother took over the Hill Brigade`: another body's post.
    if draft.get("group") is None and group is not None:
        draft = draft.with_fill(replace(group, role="group"))
    given = draft.get("role")
    if (given is None or given.chain == UNTOLD) and role is not None:
        draft = draft.with_fill(replace(role, role="role"))
    return draft


def _of_his_body(draft: Draft, posts: Posts) -> Draft:
    """`They shot the Front's commander. The outfit named B in his place`: in the body where the predecessor stood."""
    before, group = draft.get("predecessor"), draft.get("group")
    own = posts.of(before)[0] if before is not None else None
    told = group is not None and group.mention.lower().startswith(("the ", "its ")) and group.mention != group.name
    return (
        draft.without("group") if own is not None and told and group is not None and own.chain != group.chain else draft
    )


def _in_body(draft: Draft, body: Referent | None) -> Draft:
    return draft if body is None or draft.get("group") is not None else draft.with_fill(as_fill("group", body))


def complete(draft: Draft, posts: Posts, body: Referent | None = None) -> list[Draft]:
    """A draft with its group and role filled from the post it speaks of, and the appointment a succession makes.

    `body` is where a post is whose holder was not said to stand in any.
    """
    if draft.type == "removal":
        draft = _in_body(_with_post_of(draft, "person", posts), body)
        return [draft] if draft.get("group") is not None or draft.get("role") is not None else []
    if draft.type == "succession":
        draft = _with_post_of(_of_his_body(draft, posts), "predecessor", posts)
        if draft.frame == "succession.predecessor" and draft.get("role") is None and draft.get("group") is None:
            return [_with_post_of(draft, "person", posts)]  # `Peter was made emir. His predecessor, James, …`
        draft = _in_body(draft, body)
        person = draft.get("person")
        if person is None or draft.get("group") is None:
            return [draft]
        fills = (replace(person, role="person"), *(f for f in draft.fills if f.role in ("group", "role")))
        return [draft, replace(draft, type="appointment", fills=fills, frame=f"{draft.frame}+appointment")]
    if draft.type == "appointment" and draft.get("group") is None and draft.get("role") is None:
        return []
    return [draft]


def together(drafts: Sequence[Draft]) -> list[Draft]:
    """One sentence's drafts: `left A and joined B` is one joining, and an appointment covers its post."""
    out = list(drafts)
    for join in [d for d in out if d.type == "join"]:
        leaves = [
            d for d in out
            if d.type == "leave" and d.name("actor") == join.name("actor") and d.certainty == join.certainty
            and join.certainty is not Certainty.DENIED and d.name("from") != join.name("to")
        ]  # fmt: skip
        if leaves and (join.get("from") is None or join.name("from") == leaves[0].name("from")):
            source = leaves[0].get("from")
            if source is not None:
                out[out.index(join)] = replace(join.with_fill(source), manner=join.manner or leaves[0].manner)
                out = [d for d in out if d is not leaves[0]]
    out = [_with_appointment(d, out) if d.type == "succession" else _ended(d, out) for d in out]
    appointed = {(d.name("person"), d.name("group")) for d in out if d.type == "appointment"}
    roles = {(d.name("person"), d.name("role")) for d in out if d.type == "appointment"}
    kept: list[Draft] = []
    for draft in out:
        holder, role = draft.name("person"), draft.name("role")
        same = any(p == holder and (r == role or r.startswith(f"{role} ")) for p, r in roles)
        if draft.type == "post" and (holder, draft.name("group")) in appointed and same:
            continue
        if draft.type == "killing" and _by_his_own(draft, out):
            continue
        if draft.type == "attack" and any(_kills(k, draft) for k in out):
            continue
        if draft.type == "leave" and any(
            k.type == "split" and (k.name("group"), k.name("from")) == (draft.name("actor"), draft.name("from"))
            for k in out
        ):
            continue
        if draft.type == "death" and any(k.type == "killing" and k.name("victim") == draft.name("person") for k in out):
            continue
        if draft.type == "membership" and any(
            p.type == "post" and p.name("person") == draft.name("actor") and p.name("group") == draft.name("group")
            for p in out
        ):
            continue
        kept.append(draft)
    return _unique(kept)


def _by_his_own(killing: Draft, drafts: Sequence[Draft]) -> bool:
    """`Peter leads Nokia, which says it killed him`: whom the pronoun means is not the one who leads the killers."""
    victim, by = killing.get("victim"), killing.name("by")
    return (
        victim is not None
        and victim.mention.lower() in ("him", "her", "he", "she")
        and any(
            d.type == "post" and d.phase is Phase.CURRENT and (d.name("person"), d.name("group")) == (victim.name, by)
            for d in drafts
        )
    )


def _with_appointment(succession: Draft, drafts: Sequence[Draft]) -> Draft:
    """A succession told beside the appointment that made it: its body and its date."""
    own = [
        d
        for d in drafts
        if d.type == "appointment"
        and d.name("person") == succession.name("person")
        and not d.frame.endswith("+appointment")
    ]
    group = own[0].get("group") if own else None
    if group is None or succession.get("group") is not None:
        return succession
    return replace(
        succession.with_fill(group),
        when=succession.when or own[0].when,
        reckoned_from=succession.reckoned_from or own[0].reckoned_from,
    )


ENDS = frozenset({"death", "killing", "leave", "removal"})
"""Events that end the post of whom they befall."""


def _ended(post: Draft, drafts: Sequence[Draft]) -> Draft:
    """`its spokesman since 2015 died in 2019`: the post ran from the one to the other."""
    person = post.get("person")
    if post.type != "post" or not post.when.endswith("/..") or person is None or person.chain < 0:
        return post
    for other in drafts:
        told = other.type in ENDS or (other.type == "join" and other.get("from") is not None)
        filled = other.get("victim") or other.get("person") or other.get("actor")
        if told and filled is not None and filled.chain == person.chain and other.certainty is not Certainty.DENIED:
            if other.when and "/" not in other.when:
                return replace(post, when=f"{post.when.removesuffix('..')}{other.when}")
    return post


def same_event(draft: Draft, earlier: Sequence[Draft], definite: frozenset[str]) -> Draft:
    """`also killed in the airstrike`: whose it was, when and where, as said of that airstrike before."""
    means = draft.name("means").split()
    if draft.type != "killing" or not means or means[-1] not in definite:
        return draft
    for other in reversed(earlier[-40:]):
        if (
            other.type == "killing"
            and other.name("means").split()[-1:] == means[-1:]
            and other.certainty is not Certainty.DENIED
        ):
            by = other.get("by")
            if draft.get("by") is None and by is not None:
                draft = draft.with_fill(by)
            return replace(
                draft,
                when=draft.when or other.when,
                reckoned_from=draft.reckoned_from or other.reckoned_from,
                where=draft.where or other.where,
            )
    return draft


def over(drafts: Sequence[Draft]) -> list[Draft]:
    """A whole document's drafts: `his death` of a man said to have been killed is his killing, where somebody says so.

    Told by nobody in particular, it is no claim of its own; nor is the leaving of one who is said to have gone over,
    but where another says it.
    """
    killed = {d.name("victim") for d in drafts if d.type == "killing" and d.certainty is not Certainty.DENIED}
    gone = [d for d in drafts if d.type == "join" and d.get("from") is not None]
    out = []
    for draft in drafts:
        if draft.type == "leave" and draft.certainty is Certainty.STATED:
            told = [d for d in gone if (d.name("actor"), d.name("from")) == (draft.name("actor"), draft.name("from"))]
            if any(not draft.sources or d.sources in ((), draft.sources) for d in told):
                continue
        person = draft.get("person") if draft.type == "death" and not draft.get("cause") else None
        if person is None or person.name not in killed or draft.certainty is Certainty.DENIED:
            out.append(draft)
        elif draft.sources:
            out.append(replace(draft, type="killing", fills=(replace(person, role="victim"),)))
    return out


def _kills(killing: Draft, attack: Draft) -> bool:
    """Whether an attack is no more than a killing that its sentence tells: of its target, or of a man named in it."""
    victim = killing.get("victim") if killing.type == "killing" else None
    if victim is None or victim.name == attack.name("target"):
        return victim is not None
    nameless = not any(f.named or f.anchored for f in attack.fills if f.role in ("target", "actor"))
    return nameless and victim.named and killing.certainty == attack.certainty


def _unique(drafts: Sequence[Draft]) -> list[Draft]:
    """Each claim once in a sentence: the draft that says most of it."""
    best: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        kind = TYPES[draft.type]
        keys: list[str] = [draft.name(k) for k in kind.keys]
        said = (
            draft.type,
            *(sorted(keys) if kind.symmetric else keys),
            draft.sources,
            draft.certainty,
            draft.name({"post": "role", "founding": "founder"}.get(draft.type, "")),
            _one_of_doers(draft, drafts),
        )
        other = best.get(said)
        if other is None or _fullness(draft) > _fullness(other):
            best[said] = (
                draft
                if other is None
                else replace(draft, when=draft.when or other.when, where=draft.where or other.where)
            )
        elif other is not None and not other.when and draft.when:
            best[said] = replace(other, when=draft.when, reckoned_from=draft.reckoned_from)
    kept = [d for d in best.values() if not _says_of_himself(d, list(best.values()))]
    return [d for d in kept if not _less_said(d, kept)]


DONE_TO = {"killing": "victim", "detention": "person", "designation": "target"}


def _one_of_doers(draft: Draft, drafts: Sequence[Draft]) -> str:
    """Who did it, where one clause names several who did: `A and his B were responsible for the death of C`."""
    by, role = draft.name("by"), DONE_TO.get(draft.type, "")
    alike = [d for d in drafts if (d.type, d.frame, d.clause) == (draft.type, draft.frame, draft.clause)]
    doers = [f for d in alike if d.name(role) == draft.name(role) and (f := d.get("by")) is not None]
    several = len({f.name for f in doers}) > 1 and len({f.start for f in doers}) > 1  # `They` is one of two, not both.
    return by if role and several else ""


def _says_of_himself(draft: Draft, others: Sequence[Draft]) -> bool:
    """Whether a pledge is told twice, once as its maker's word (`declared his allegiance`): his word makes it."""
    if draft.type not in ("pledge", "renounce") or draft.sources != (draft.name("actor"),):
        return False
    keys = TYPES[draft.type].keys
    return any(o.type == draft.type and not o.sources and all(o.name(k) == draft.name(k) for k in keys) for o in others)


def _less_said(draft: Draft, others: Sequence[Draft]) -> bool:
    """Whether another draft says the same and more: a `former` of the same post, the same with its body or founder."""
    if draft.type == "founding" and not draft.get("founder"):
        said = (draft.name("group"), draft.sources, draft.certainty)
        return any(
            o.get("founder") is not None and said == (o.name("group"), o.sources, o.certainty)
            for o in others
            if o.type == "founding"
        )
    if draft.type != "post":
        return False
    return any(
        o is not draft and o.type == "post" and o.name("person") == draft.name("person")
        and o.name("group") == draft.name("group") and o.name("role") != draft.name("role")
        and draft.name("role") and o.name("role").endswith(" " + draft.name("role"))
        and o.sources == draft.sources and o.certainty == draft.certainty
        for o in others
    )  # fmt: skip


def _fullness(draft: Draft) -> tuple[int, int, int]:
    return (len(draft.fills), sum(f.named for f in draft.fills), bool(draft.when) + bool(draft.where))


def finding(draft: Draft, document: str) -> Finding:
    """The claim that a draft comes to, and the frame that gave it."""
    fillers = []
    for fill in draft.fills:
        spelt = (
            draft.type == "renaming"
            and fill.role in ("group", "name")
            and fill.mention[:1].isupper()
            and fill.mention.lower() not in NOBODY_NAMED
            and fill.chain >= 0
        )
        name = fill.mention if spelt else fill.name
        words = " ".join(name.split())
        if fill.role in WORD_ROLES:
            fillers.append(Filler(fill.role, words.lower() if fill.role == "role" else words))
            continue
        kind = fill.kind if fill.kind is not Kind.UNKNOWN else _kind_by_role(fill.role)
        mention = " ".join(fill.mention.split())
        fillers.append(Filler(fill.role, _tidy(words), mention, kind))
    order = {role: i for i, role in enumerate(TYPES[draft.type].roles)}
    fillers.sort(key=lambda f: order[f.role])
    phase = draft.phase
    if TYPES[draft.type].state and phase is Phase.NONE:
        phase = Phase.CURRENT
    if not TYPES[draft.type].state:
        phase = Phase.NONE
    claim = Claim(
        document, draft.type, tuple(fillers), Span(draft.start, draft.end), draft.when,
        draft.reckoned_from if draft.when else "",
        draft.where, phase, draft.sources, draft.certainty, draft.manner,
        next((f.rank for f in draft.fills if f.rank), ""),
        next((n for f in draft.fills if not f.named and f.role not in WORD_ROLES and (n := amount(f.name))), None),
    )  # fmt: skip
    because = draft.because
    if draft.date_rule:
        because = (*because, ("when", draft.date_rule))
    return Finding(claim, draft.frame, because)


def _kind_by_role(role: str) -> Kind:
    if role in ("person", "victim", "predecessor"):
        return Kind.PERSON
    if role in ("group", "parent", "into"):
        return Kind.GROUP
    return Kind.PLACE if role == "area" else Kind.UNKNOWN


def _tidy(name: str) -> str:
    """A name without the article that a description began with, titles off where it is a name."""
    stripped = names.strip_titles(name)[1] or name
    return stripped.removesuffix("'s").removesuffix("’s")
