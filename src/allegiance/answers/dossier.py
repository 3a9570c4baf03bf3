"""What reports tell of one actor, by subject."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from allegiance.answers.corroboration import CERTAIN, DENIED, DISPUTED, filled, is_single
from allegiance.answers.dating import attested, order
from allegiance.answers.evidence import Shelf
from allegiance.answers.fates import ENDS_OF_LIFE, SIGNS_OF_LIFE, deaths_of
from allegiance.answers.happenings import NO_OUTCOME, Happening, Outcomes, fields, happenings, row
from allegiance.answers.people import mergers_beside
from allegiance.answers.tenure import MEMBER, Ending, Tenure
from allegiance.answers.tenures import tenures
from allegiance.answers.vacancies import unfilled
from allegiance.model import Actor, Answer, Kind, Recorded, Row, View

SECTIONS = ("names", "posts", "allegiances", "events", "fate", "ties", "open questions")
_POSTS = ("post", "appointment", "removal", "succession")
_ALLEGIANCES = ("pledge", "renounce", "join", "leave", "membership", "affiliation", "split", "merger")
_TIES = ("alliance", "support", "link", "agreement", "rivalry", "presence")


def dossier(view: View, actor: Actor) -> Answer:
    """What reports tell of `actor`: names, posts, allegiances, events, fate, ties, and what they leave open.

    Fields: section, what, since, until, then those of `happenings.fields`. A post is a tenure, with the bounds of its
    start and end; everything else is one row for one happening. A detention has its outcome, or `no outcome found`.
    """
    claims = view.claims(actors=[actor.id])
    shelf = Shelf(view)
    posts = sorted(_tenures(view, actor, claims), key=lambda t: order(t.since or t.until))
    shelf.know(tenure.slot.person for tenure in posts)
    told = happenings([r for r in claims if r.claim.type not in ("alias", *_POSTS)])
    outcomes = Outcomes(view, told)
    parts = {name: [h for h in told if _section(h, actor) == name] for name in SECTIONS}
    rows = [*_names(actor, claims, shelf), *(_post(actor, t, shelf) for t in posts)]
    rows += [
        _denied_post(h, shelf) for h in happenings([r for r in claims if r.claim.type in _POSTS]) if _only_denied(h)
    ]
    fate = deaths_of(claims).get(actor.id)
    for section in SECTIONS[2:-1]:
        made = [row(happening, outcomes, shelf) for happening in parts[section]]
        rows += [_in_section(section, _with_life(r, fate, shelf) if section == "fate" else r) for r in made]
    rows += _questions(actor, posts, told, fate, outcomes, shelf)
    rows += _unfollowed(actor, posts, shelf)
    query = (("actor", actor.name), ("actor_id", actor.id))
    return Answer("dossier", query, tuple(rows), view.coverage(), shelf.evidence)


def _section(happening: Happening, actor: Actor) -> str:
    """The section that a happening belongs to; someone's death is his fate, and his killer's event."""
    lead = happening.told.lead
    if happening.type in ENDS_OF_LIFE:
        role = "victim" if happening.type == "killing" else "person"
        return "fate" if filled(lead, role) == actor.id else "events"
    if happening.type in _ALLEGIANCES:
        return "allegiances"
    return "ties" if happening.type in _TIES else "events"


def _in_section(section: str, made: Row, what: str = "", since: str = "", until: str = "") -> Row:
    head = (("section", section), ("what", what), ("since", since), ("until", until))
    return Row(head + made.fields, made.status, made.claims, made.because)


def _with_life(made: Row, fate: Ending | None, shelf: Shelf) -> Row:
    """A row about a death, disputed where later claims show the man alive, with those claims beside it."""
    if fate is None or not fate.alive or made.status == DENIED:
        return made
    later = ", ".join(f"{r.claim.type} {r.claim.when}" for r in fate.alive)
    because = "; ".join(part for part in (made.because, f"told of alive later: {later}") if part)
    return Row(made.fields, DISPUTED, tuple(dict.fromkeys((*made.claims, *shelf.keep(fate.alive)))), because)


def _names(actor: Actor, claims: Sequence[Recorded], shelf: Shelf) -> list[Row]:
    """A row for each name: those that a text itself calls the actor's, then every spelling under which it was met."""
    rows = []
    for happening in happenings([r for r in claims if r.claim.type == "alias"]):
        kept = shelf.keep(happening.told.claims)
        rows.append(_in_section("names", Row(fields(happening), happening.status, kept, happening.because)))
    spelt: dict[str, list[Recorded]] = {}
    for recorded in claims:
        for filler in recorded.claim.actors:
            if recorded.actor(filler.role) == actor.id:
                spelt.setdefault(filler.name, []).append(recorded)
    for name, met in sorted(spelt.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        reports = len({r.claim.document for r in met})
        because = f"so spelt in {reports} report{'' if reports == 1 else 's'}"
        rows.append(_in_section("names", Row((), CERTAIN, shelf.keep(met), because), name))
    return rows


def _tenures(view: View, actor: Actor, claims: Sequence[Recorded]) -> list[Tenure]:
    """The posts that a person has held, or that people have held in a group."""
    if actor.kind is Kind.GROUP or any(r.actor("group") == actor.id for r in claims if r.claim.type in _POSTS):
        people = sorted({filled(r, "person") for r in claims if r.claim.type in _POSTS})
        more = view.claims(actors=people, types=(*ENDS_OF_LIFE, *SIGNS_OF_LIFE)) if people else ()
        every = list({r.claim.id: r for r in (*claims, *more)}.values())
        return [t for t in tenures(every, actor.id) if t.slot.post != MEMBER]
    groups = dict.fromkeys(filled(r, "group") for r in claims if r.claim.type in _POSTS)
    told = [*claims, *mergers_beside(view, claims)]
    found = [t for group in groups for t in tenures(told, group)]
    return [t for t in found if t.slot.person == actor.id and t.slot.post != MEMBER]


def _post(actor: Actor, tenure: Tenure, shelf: Shelf) -> Row:
    told = tenure.held
    happening = Happening(told, tenure.since, dated=tenure.start is not None)
    ends = [r for e in tenure.endings for r in e.claims]
    sure = [e for e in tenure.endings if e.status == CERTAIN]
    ended = [f"{e.what}{f' {e.span}' if e.span else ''}: {e.status}" for e in sure or tenure.endings]
    last = f"last attested {attested(tenure.first, tenure.attested)[1]}" if tenure.attested else ""
    because = "; ".join(part for part in (happening.because, last, *(ended or ["no end found"])) if part)
    made = Row(fields(happening), told.status, shelf.keep([*told.claims, *ends]), because)
    holder = shelf.name(tenure.slot.person, told.lead) if tenure.slot.person != actor.id else ""
    return _in_section("posts", made, holder, str(tenure.since or ""), str(tenure.until or ""))


def _only_denied(happening: Happening) -> bool:
    return not happening.told.support and not happening.told.doubts


def _denied_post(happening: Happening, shelf: Shelf) -> Row:
    kept = shelf.keep(happening.told.claims)
    return _in_section("posts", Row(fields(happening), DENIED, kept, "denied; no report says it"))


def _questions(
    actor: Actor,
    posts: Iterable[Tenure],
    told: Iterable[Happening],
    fate: Ending | None,
    outcomes: Outcomes,
    shelf: Shelf,
) -> list[Row]:
    """What the reports leave open: deaths not settled, detentions without outcome, posts without an end, disputes."""
    out: list[tuple[str, str, Sequence[Recorded]]] = []
    if fate is not None and fate.status not in (CERTAIN, DENIED):
        out.append((f"Is {actor.name} dead?", fate.status, fate.claims))
    for happening in told:
        if happening.type == "detention" and outcomes.of(happening)[0] == NO_OUTCOME:
            if happening.status != DENIED:
                who = happening.told.lead.claim.name("person")
                out.append((f"What became of {who} after the detention?", "unknown", happening.told.claims))
        elif happening.status == DISPUTED and happening.type not in ENDS_OF_LIFE:
            out.append((f"Which account of this {happening.type} holds?", DISPUTED, happening.told.claims))
    for tenure in posts:
        if not any(e.status != DENIED for e in tenure.endings):
            who = shelf.name(tenure.slot.person, tenure.held.lead)
            role = tenure.held.lead.claim.name("role")
            asked = f"Until when was {who} {role}?" if role else f"Until when did {who} hold the post?"
            out.append((asked, "unknown", tenure.held.claims))
    return [
        _in_section("open questions", Row((), status, shelf.keep(claims), ""), what) for what, status, claims in out
    ]


def _unfollowed(actor: Actor, posts: Sequence[Tenure], shelf: Shelf) -> Iterable[Row]:
    """Which posts of a group, of those with one holder, were last held by somebody whom nobody is told to follow.

    Of a man's posts nothing is asked: all that is told of his groups would have to be gone through.
    """
    held: dict[tuple[str, str], list[Tenure]] = {}
    for tenure in posts:
        if tenure.slot.group == actor.id and is_single(tenure.slot.post, tenure.slot.area):
            held.setdefault((tenure.slot.post, tenure.slot.area), []).append(tenure)
    for (post, _), told in sorted(held.items()):
        last = unfilled(told)
        if last is not None:
            tenure, end = last
            role = tenure.held.lead.claim.name("role") or post
            kept = shelf.keep([*end.claims, *tenure.held.claims])
            what = f"Who followed {shelf.name(tenure.slot.person, tenure.held.lead)} as {role}?"
            yield _in_section("open questions", Row((), "unknown", kept, "no successor found in these reports"), what)
