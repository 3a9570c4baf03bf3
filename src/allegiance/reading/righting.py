"""Drafts set right by what stands beside them: a rebel body's own army, who is named in a paper, whose words are aired.

`army chief A of the Front` holds the Front's post, and not the army's; `A caption named A as its head` appoints nobody;
a station that airs a recording issues none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from allegiance.model import Kind, Phase
from allegiance.reading import lexicon
from allegiance.reading.absurd import NOT_OF_STATES, of_a_people
from allegiance.reading.discourse import Discourse
from allegiance.reading.draft import Draft
from allegiance.reading.match import Hit
from allegiance.reading.owners import is_outlet_named

LISTING = re.compile(
    r"\b(?:UN|United Nations|Security Council|European Union|EU|Treasury|State Department|Home Office|OFAC)\b"
)
"""Who lists men for what they are, and appoints none in the bodies that they are of."""
ARMIES = frozenset({"army", "military"})
"""What a state has, and what a rebel body may call its own fighters."""
OF_BODY = re.compile(r",? (?:of|from|with) (?:the )?")
NAMED_BY = re.compile(
    r"(?P<whole>(?:\b(?:[Aa]n?|[Tt]he|[Tt]wo|[Ss]everal)\b )?(?:[\w'-]+ ){0,3}?(?P<noun>[\w-]+))"
    r"(?: (?:on|in|by|from|of|under|beside|at) [^,;.]{2,40})? (?:has |had |have )?(?:named|names|name)"
    r"(?: (?:him|her|the [a-z]+) as)? (?:[A-Z][a-z.]+ )?$"
)
MUTE = frozenset("caption subtitle poster placard plaque inscription footnote".split())
"""What names somebody and is no source: its maker is."""

PASSING_ON = frozenset({"air", "broadcast", "circulate", "distribute", "disseminate", "share"})
"""What stations and sites do with the words of others."""
IN_WHICH = re.compile(r" (?:(?:on [A-Z]\w+ )?in which|by|from) (?:the )?(?:(?:its|his) )?")


def righted(draft: Draft, hit: Hit, discourse: Discourse) -> Draft | None:
    """A draft set right, or None where it is no claim of anybody's."""
    living = _to_the_living(draft, discourse)
    if living is None:
        return None
    own = _designated(_named_in_paper(_own_army(living, hit, discourse), hit, discourse), hit, discourse)
    return _whose_product(own, hit, discourse)


def _to_the_living(draft: Draft, discourse: Discourse) -> Draft | None:
    """`He was killed; Omar was chosen. The men gave him their oath`: nobody swears to the dead, but to the next."""
    to = draft.get("to") if draft.type == "pledge" else None
    if to is None or to.mention.lower() not in ("him", "her") or to.chain not in discourse.fates.fallen:
        return draft
    seen = discourse.seen
    near = [c for c, n in seen.last_seen.items() if seen.number - n <= 1 and discourse.chain(c).kind is Kind.PERSON]
    alive = [c for c in near if c not in discourse.fates.fallen and draft.name("actor") != discourse.chain(c).name]
    if len(alive) != 1:
        return None
    return draft.with_fill(replace(to, name=discourse.chain(alive[0]).name, chain=alive[0]))


def _designated(draft: Draft, hit: Hit, discourse: Discourse) -> Draft:
    """`whom the United States designated as commander of the Front`: it lists him, and gives him no post."""
    by, person = draft.get("by"), draft.get("person")
    if draft.type != "appointment" or hit.clause.lemma != "designate" or by is None or person is None:
        return draft
    state = by.chain >= 0 and bool(discourse.chain(by.chain).country)
    if not state and not LISTING.search(by.name):
        return draft
    return replace(draft, type="designation", fills=(replace(person, role="target"), by))


def _own_army(draft: Draft, hit: Hit, discourse: Discourse) -> Draft:
    """`army chief A of the Front`, `a Chechen commander in the Front`: whose post it is, where an army or a people is
    named ahead of the body; a rebel body's own army is part of the role."""
    group, role = draft.get("group"), draft.get("role")
    if draft.type not in ("post", "appointment", "removal") or group is None or role is None:
        return draft
    word = group.name.lower().removeprefix("the ")
    people = of_a_people(group.mention, group.chain, discourse) and role.name.split(" ")[-1] in NOT_OF_STATES
    if (group.named or word not in ARMIES) and not people:
        armed = group.chain >= 0 and discourse.seen.prominent.armed(group.chain)
        said = [p for p in hit.clause.get("attr", "as", "oprd") if armed and _army_before(p.text, role.name)]
        return draft.with_fill(replace(role, name=f"army {role.name}")) if said else draft
    own = _body_beside(draft, hit, discourse, told=not people)
    if own < 0:
        return draft
    whole = discourse.named(own, group.start, group.end, discourse.chain(own).name)
    body = replace(group, name=whole.name, mention=whole.name, kind=whole.kind, chain=own, named=True)
    return draft.with_fill(body).with_fill(role if people else replace(role, name=f"{word} {role.name}"))


def _named_in_paper(draft: Draft, hit: Hit, discourse: Discourse) -> Draft:
    """`A caption named A as head of the Front`: papers appoint nobody; they say that he is its head."""
    person = draft.get("person")
    if draft.type != "appointment" or hit.clause.lemma != "name" or person is None:
        return draft
    begin = discourse.sentence.start if discourse.sentence is not None else 0
    told = NAMED_BY.search(discourse.text[begin : person.start])
    if told is None or told["noun"].lower().removesuffix("s") not in lexicon.nouns().namers:
        return draft
    speaks = told["noun"].lower().removesuffix("s") not in MUTE
    said_by = (" ".join(told["whole"].split()), *draft.sources) if speaks else draft.sources
    return replace(draft.without("by"), type="post", phase=Phase.CURRENT, sources=said_by)


def _whose_product(draft: Draft, hit: Hit, discourse: Discourse) -> Draft | None:
    """`Radio Tamar aired a recording of A`: A's statement, and no statement of the station's; none where nobody's."""
    issuer = draft.get("issuer")
    if draft.type != "statement" or issuer is None or hit.frame.id != "statement.issue":
        return draft
    airs = hit.clause.lemma.split(" ")[0] in PASSING_ON
    outlet = is_outlet_named(issuer.mention)
    if not outlet and (issuer.kind is Kind.PERSON or not airs):
        return draft
    if issuer.chain >= 0 and discourse.seen.prominent.armed(issuer.chain) and not outlet:
        return draft
    products = [p for p in hit.clause.get("obj") if p.head in lexicon.nouns().products]
    if any(o.pronoun for p in products for o in p.mod("poss")):
        return draft
    owners = [o for p in products for o in p.mod("from", "by", "poss", "nmod")]
    shown = [m for p in products for m in discourse.mentions if _is_in_it(p.end, m.start, discourse.text)]
    found = [r for o in owners if (r := discourse.refer(o)) is not None and r.kind in (Kind.PERSON, Kind.GROUP)]
    found += [discourse.named(m.chain, m.start, m.end, m.text) for m in shown if m.kind in (Kind.PERSON, Kind.GROUP)]
    if not found or found[0].chain == issuer.chain:
        return None if airs or found else draft
    own = found[0]
    return draft.with_fill(
        replace(issuer, name=own.name, mention=own.mention, kind=own.kind, start=own.start, end=own.end,
                chain=own.chain, named=own.named)
    )  # fmt: skip


def _is_in_it(product: int, name: int, text: str) -> bool:
    """Whether a name is the first that a product is said to have in it: `a recording in which A`."""
    return product < name and IN_WHICH.fullmatch(text[product:name]) is not None


def _army_before(text: str, role: str) -> bool:
    """Whether a phrase has `army` as a plain noun before the words of the role, which do not hold it."""
    return "army" not in role.split() and re.search(rf"\barmy {re.escape(role)}", text) is not None


def _body_beside(draft: Draft, hit: Hit, discourse: Discourse, told: bool) -> int:
    """The armed body that the holder of a post is of: right behind his name, in the phrase, or as `told` before."""
    person = draft.get("person")
    if person is None:
        return -1
    behind = OF_BODY.match(discourse.text, person.end)
    inside = [p for a in hit.clause.get("attr", "as", "oprd") for p in a.mod("of", "in", "within", "poss")]
    starts = {p.start for p in (*inside, *hit.clause.get("in", "within"))} | ({behind.end()} if behind else set())
    found = [m.chain for m in discourse.mentions if m.start in starts]
    found.append(discourse.body(person.chain) if told and person.chain >= 0 else -1)
    return next((c for c in found if c >= 0 and discourse.seen.prominent.armed(c)), -1)
