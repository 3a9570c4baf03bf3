"""Stories of moves: who went from one group to another, who is only said to have, who swore allegiance."""

from __future__ import annotations

from allegiance.model import Certainty, Phase
from bench.measuring.world.facts import Line, Name
from bench.measuring.world.prose import by, dated, event, post, state, sure
from bench.measuring.world.stage import MANY, SINGLE, Stage, absent, want


def defected(s: Stage) -> None:
    """A commander goes from one group to another: he stands in the one before, and in the other after."""
    old, new, p = s.group(), s.group(), s.person()
    s.tell(s.day(0), s.prose.holds(p, MANY, old))
    s.tell(s.day(103), _defection(p, old, new, s.day(100)))
    s.tell(s.day(200), s.prose.holds(p, MANY, new))
    row = want("stated", {"sources": "1"}, person=p, from_=old, to=new, date=s.day(100))
    s.ask("moves", (old, new), row, closed=True)
    s.ask("moves", (old, ""), row, closed=True)
    s.ask("moves", (new, old), closed=True)
    s.ask("moves", (old, new), by=s.day(102), closed=True)
    s.ask("roster", (old,), want("certain", person=p, role=MANY), on=s.day(0))
    s.ask("roster", (old,), absent(person=p), on=s.day(150))
    s.ask("roster", (new,), want("possible", {"since": s.day(100)}, person=p, role="member"), on=s.day(150))
    s.ask("roster", (new,), absent(person=p), on=s.day(50))
    s.ask("timeline", (p,), want("stated", type="join", who=p, whom=new, date=s.day(100)))
    s.ask("disagreements", (p,), closed=True)


def _defection(p: Name, old: Name, new: Name, when: str) -> Line:
    text = f"{p} defected from the {old} and joined the {new} {dated(when)}."
    return Line(text, (event("join", when, actor=p, to=new, from_=old),))


def defected_in_a_month(s: Stage) -> None:
    """A move dated by its month may lie in any period that touches it, and is never made finer."""
    old, new, p = s.group(), s.group(), s.person()
    s.tell(s.day(60), _defection(p, old, new, s.month(0)))
    s.ask("moves", (old, new), want("stated", {"date": s.month(0)}, person=p), closed=True)
    s.ask("roster", (new,), want("possible", {"since": s.month(0)}, person=p, role="member"), on=f"{s.month(0)}-15")
    s.ask("roster", (new,), absent(person=p), on=s.day(-40))


def arrived(s: Stage) -> None:
    """One report shows him in a group, another tells of his coming to a second: a move put together, and possible."""
    old, new, p = s.group(), s.group(), s.person()
    s.tell(s.day(0), s.prose.holds(p, MANY, old))
    once = f"{p}, once {MANY} of the {old}, was met with drums in {s.prose.place()}."
    text = f"{p} joined the {new} {dated(s.day(90))}."
    said = event("join", s.day(90), actor=p, to=new)
    s.tell(s.day(95), Line(once, (post(p, MANY, old, phase=Phase.FORMER),)), Line(text, (said,)))
    row = want("possible", {"derived": "yes"}, person=p, from_=old, to=new, date=s.day(90))
    s.ask("moves", (old, new), row, closed=True)
    s.ask("moves", ("", new), want("stated possible", person=p, to=new, date=s.day(90)))


def only_denied_to_have_gone(s: Stage) -> None:
    """A move that is only denied is none, and puts nobody anywhere."""
    old, new, p = s.group(), s.group(), s.person()
    s.tell(s.day(0), s.prose.holds(p, MANY, old))
    said = sure(event("join", s.day(40), actor=p, to=new, from_=old), Certainty.DENIED)
    text = f"{p}, {MANY} of the {old}, did not join the {new} {dated(s.day(40))}."
    s.tell(s.day(50), Line(text, (said,)), s.prose.holds(p, MANY, old))
    s.ask("moves", (old, new), want("denied", person=p), closed=True)
    s.ask("roster", (new,), absent(person=p), on=s.day(45))
    s.ask("roster", (old,), want("certain", person=p, role=MANY), on=s.day(45))


def gone_to_two_sides(s: Stage) -> None:
    """Two papers have him go to two groups on one day."""
    old, one, other, p = s.group(), s.group(), s.group(), s.person()
    s.tell(s.day(0), s.prose.holds(p, MANY, old))
    s.tell(s.day(31), _defection(p, old, one, s.day(30)))
    text = f"On {s.day(30)} {p} turned his back on the {old} and entered the ranks of the {other}."
    s.tell(s.day(32), Line(text, (event("join", s.day(30), actor=p, to=other, from_=old),)))
    s.ask("disagreements", (p,), want("disputed", kind="two sides"), closed=True)
    s.ask("disagreements", (p,), by=s.day(31), closed=True)
    s.ask("roster", (old,), absent(person=p), on=s.day(60))
    s.ask("roster", (one,), want("disputed possible", person=p), on=s.day(60))


def moved_by_one_account(s: Stage) -> None:
    """His new friends alone tell of his coming: possible, and according to them."""
    old, new, p = s.group(), s.group(), s.person()
    text = f"{p} defected from the {old} and joined the {new} {dated(s.day(0))}, the {new} said."
    said = by(event("join", s.day(0), actor=p, to=new, from_=old), str(new))
    s.tell(s.day(9), Line(text, (said,)))
    row = want("stated", {"according_to": str(new)}, person=p, from_=old, to=new)
    s.ask("moves", (old, new), row, closed=True)
    s.ask("roster", (new,), want("possible", person=p, role="member"), on=s.day(5))


def left(s: Stage) -> None:
    """He leaves, and nobody says whereto."""
    g, p = s.group(), s.person()
    s.tell(s.day(0), s.prose.holds(p, MANY, g))
    text = f"{p} left the {g} {dated(s.day(80))}."
    s.tell(s.day(82), Line(text, (event("leave", s.day(80), actor=p, from_=g),)))
    s.ask("moves", (g, ""), want("stated", {"date": s.day(80)}, person=p, from_=g), closed=True)
    s.ask("roster", (g,), absent(person=p), on=s.day(100))
    s.ask("roster", (g,), want("possible", person=p, role=MANY), on=s.day(100), by=s.day(81))


def sworn_to_a_leader(s: Stage) -> None:
    """An oath to a leader is derived, possible allegiance to his group, and open after his death until renewed."""
    g, leader, p, role = s.group(), s.person(), s.person(), SINGLE[0]
    s.tell(s.day(0), s.prose.holds(leader, role, g))
    text = f"{p} swore allegiance to {leader}, {role} of the {g}, {dated(s.day(10))}."
    s.tell(s.day(12), Line(text, (event("pledge", s.day(10), actor=p, to=leader), post(leader, role, g))))
    s.tell(s.day(101), s.prose.killed(leader, role, g, s.day(100)))
    s.ask("roster", (g,), want("possible unknown", person=p), on=s.day(60))
    s.ask("roster", (g,), want("possible unknown", person=p), on=s.day(150))
    s.ask("timeline", (p,), want("stated", type="pledge", who=p, whom=leader, date=s.day(10)))


def sworn_and_renounced(s: Stage) -> None:
    """A group swears allegiance to another, and takes it back: it is tied to it between, and not after."""
    small, big = s.group(), s.group()
    text = f"The {small} pledged allegiance to the {big} {dated(s.day(0))}."
    s.tell(s.day(2), Line(text, (event("pledge", s.day(0), actor=small, to=big),)))
    text = f"The {small} renounced its allegiance to the {big} {dated(s.day(300))}."
    s.tell(s.day(302), Line(text, (event("renounce", s.day(300), actor=small, from_=big),)))
    s.ask("network", (small,), want("certain", who=small, whom=big), on=s.day(100))
    s.ask("network", (small,), absent(who=small, whom=big), on=s.day(400))
    s.ask("network", (small,), want("possible", who=small, whom=big), on=s.day(400), by=s.day(200))
    s.ask("network", (small,), absent(who=small, whom=big), on=s.day(-50))


def seen_as_a_member(s: Stage) -> None:
    """Called a member on two days, as he is known to be since he joined: certain between."""
    g, p = s.group(), s.person()
    text = f"{p} joined the {g} {dated(s.year(0))}."
    s.tell(f"{int(s.year(0)) + 1}-03-01", Line(text, (event("join", s.year(0), actor=p, to=g),)))
    text = f"{p}, who belongs to the {g}, sold a lorry in {s.prose.place()}."
    s.tell(f"{int(s.year(0)) + 1}-10-01", Line(text, (state("membership", actor=p, group=g),)))
    s.ask("roster", (g,), want("certain", person=p, role="member"), on=f"{int(s.year(0)) + 1}-06-01")
    s.ask("roster", (g,), want("possible", person=p, role="member"), on=f"{s.year(0)}-06-01")
    s.ask("roster", (g,), want("possible", person=p, role="member"), on=f"{int(s.year(0)) + 1}-12-31")


STORIES = (
    defected,
    defected_in_a_month,
    arrived,
    only_denied_to_have_gone,
    gone_to_two_sides,
    moved_by_one_account,
    left,
    sworn_to_a_leader,
    sworn_and_renounced,
    seen_as_a_member,
)
