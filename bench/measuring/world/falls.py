"""Stories of deaths: denied, refuted, told twice over, and put down to the one and to the other."""

from __future__ import annotations

from allegiance.model import Certainty
from bench.measuring.world.facts import Line
from bench.measuring.world.prose import SPEAKERS, by, dated, event, post, sure
from bench.measuring.world.stage import Stage, absent, want


def death_denied(s: Stage) -> None:
    """A paper reports his death, and the group's own man denies it: disputed, in every answer."""
    (g, r), p, q = s.slot(), s.person(), s.person()
    s.tell(s.day(0), s.prose.holds(p, r, g))
    s.tell(s.day(101), s.prose.killed(p, r, g, s.day(100)))
    denial = s.prose.denied(event("killing", s.day(100), victim=p), f"{p} was killed {dated(s.day(100))}", str(q))
    s.tell(s.day(104), Line(f"The {g} spoke through {q}.", ()), s.prose.holds(p, r, g), denial)
    s.ask("roster", (g,), want("disputed", person=p, role=r), on=s.day(103))
    s.ask("roster", (g,), absent(person=p), on=s.day(103), by=s.day(102))
    s.ask("who", (p,), want("disputed", section="fate", type="killing", who=p))
    s.ask("who", (p,), want("stated", section="fate", type="killing", who=p), by=s.day(102))
    s.ask("disagreements", (p,), want("disputed", kind="claimed and denied"))
    s.ask("disagreements", (p,), by=s.day(102), closed=True)
    s.ask("vacancies", (g,), want("disputed", last_holder=p, role=r))
    s.ask("changes", (p,), want("disputed", change="disputed", type="killing", who=p), on=s.day(104))


def dead_then_alive(s: Stage) -> None:
    """Two papers report his death; months later he speaks. By what was known between, he was dead."""
    (g, r), p = s.slot(), s.person()
    s.tell(s.day(0), s.prose.holds(p, r, g))
    for day in (101, 102):
        s.tell(s.day(day), s.prose.killed(p, r, g, s.day(100)))
    text = f"{p}, {r} of the {g}, released a video {dated(s.day(250))}."
    said = event("statement", s.day(250), issuer=p, medium="video")
    s.tell(s.day(251), Line(text, (post(p, r, g), said)))
    s.ask("roster", (g,), want("disputed", person=p, role=r), on=s.day(200))
    s.ask("roster", (g,), absent(person=p), on=s.day(200), by=s.day(220))
    s.ask("disagreements", (p,), want("disputed", kind="dead, then alive"))
    s.ask("disagreements", (p,), by=s.day(220), closed=True)
    s.ask("vacancies", (g,), want("certain", last_holder=p, role=r), by=s.day(220))
    s.ask("vacancies", (g,), want("disputed", last_holder=p, role=r))


def dead_then_arrested(s: Stage) -> None:
    """Two papers report his death; months later he is arrested in the same post: nothing of him is certain between."""
    (g, r), p = s.slot(), s.person()
    s.tell(s.day(0), s.prose.holds(p, r, g))
    for day in (101, 102):
        s.tell(s.day(day), s.prose.killed(p, r, g, s.day(100)))
    text = f"Soldiers arrested {p}, {r} of the {g}, {dated(s.day(250))}."
    s.tell(s.day(252), Line(text, (post(p, r, g), event("detention", s.day(250), person=p))))
    s.ask("roster", (g,), want("certain", person=p, role=r), on=s.day(50))
    s.ask("roster", (g,), want("disputed", person=p, role=r), on=s.day(200))
    s.ask("roster", (g,), absent(person=p), on=s.day(200), by=s.day(220))
    s.ask("disagreements", (p,), want("disputed", kind="dead, then alive"))


def death_refuted(s: Stage) -> None:
    """A paper reports his death, and another finds that it is not so and meets him."""
    (g, r), p = s.slot(), s.person()
    s.tell(s.day(0), s.prose.holds(p, r, g))
    s.tell(s.day(101), s.prose.killed(p, r, g, s.day(100)))
    denial = s.prose.denied(event("killing", s.day(100), victim=p), f"{p} was killed {dated(s.day(100))}")
    s.tell(s.day(150), denial, s.prose.holds(p, r, g))
    s.ask("roster", (g,), want("disputed", person=p, role=r), on=s.day(120))
    s.ask("who", (p,), want("disputed", section="fate", type="killing", who=p))
    s.ask("disagreements", (p,), want("disputed", kind="claimed and denied"))


def never_dead(s: Stage) -> None:
    """All that is ever said of his death is that it did not happen: it is no event, and his post has no end."""
    (g, r), p = s.slot(), s.person()
    s.tell(s.day(0), s.prose.holds(p, r, g))
    denial = s.prose.denied(event("killing", s.day(20), victim=p), f"{p} was killed {dated(s.day(20))}")
    s.tell(s.day(25), denial, s.prose.holds(p, r, g))
    s.ask("roster", (g,), want("certain", person=p, role=r), on=s.day(22))
    s.ask("timeline", (p,), want("denied", type="killing", who=p))
    s.ask("vacancies", (g,), absent(role=r))
    s.ask("disagreements", (p,), closed=True)


def reportedly_dead(s: Stage) -> None:
    """His death is hearsay: neither is it stated, nor is his post certain after."""
    (g, r), p = s.slot(), s.person()
    s.tell(s.day(0), s.prose.holds(p, r, g))
    said = event("killing", s.day(60), victim=p)
    held = post(p, r, g)
    text = f"{p}, {r} of the {g}, was reportedly killed {dated(s.day(60))}."
    s.tell(s.day(62), Line(text, (held, sure(said, Certainty.REPORTED))))
    s.ask("roster", (g,), want("possible", person=p, role=r), on=s.day(90))
    s.ask("who", (p,), want("reported", section="fate", type="killing", who=p))
    s.ask("vacancies", (g,), want("possible", last_holder=p, role=r))


def dead_by_one_account(s: Stage) -> None:
    """One man inside one report tells of his death: the vacancy is no surer than he is."""
    (g, r), p = s.slot(), s.person()
    s.tell(s.day(0), s.prose.holds(p, r, g))
    speaker = f"{s.draws.choice(SPEAKERS)} in {s.prose.place()}"
    text = f"{p}, {r} of the {g}, was killed {dated(s.day(60))}, {speaker} said."
    s.tell(s.day(62), Line(text, (post(p, r, g), by(event("killing", s.day(60), victim=p), speaker))))
    s.ask("roster", (g,), want("possible", person=p, role=r), on=s.day(90))
    s.ask("vacancies", (g,), want("possible", last_holder=p, role=r))
    s.ask("timeline", (p,), want("stated", {"according_to": speaker}, type="killing", who=p))


def two_doers(s: Stage) -> None:
    """Two papers put one killing down to two groups: rival accounts, of one sure death."""
    (g, r), p, one, other = s.slot(), s.person(), s.group(), s.group()
    s.tell(s.day(0), s.prose.holds(p, r, g))
    s.tell(s.day(31), s.prose.killed(p, r, g, s.day(30), one))
    s.tell(s.day(32), s.prose.killed(p, r, g, s.day(30), other))
    s.ask("disagreements", (p,), want("disputed", kind="two doers"), closed=True)
    s.ask("disagreements", (p,), by=s.day(31), closed=True)
    s.ask("timeline", (p,), want("stated", {"sources": "1"}, type="killing", who=p, by=one))
    s.ask("timeline", (p,), want("stated", {"sources": "1"}, type="killing", who=p, by=other))
    s.ask("roster", (g,), absent(person=p), on=s.day(60))
    s.ask("vacancies", (g,), want("certain", last_holder=p, role=r))


def two_dates(s: Stage) -> None:
    """Two papers give his death two days, a month apart: between them nothing is certain."""
    (g, r), p = s.slot(), s.person()
    s.tell(s.day(0), s.prose.holds(p, r, g))
    s.tell(s.day(101), s.prose.killed(p, r, g, s.day(30)))
    s.tell(s.day(102), s.prose.killed(p, r, g, s.day(60)))
    s.ask("disagreements", (p,), want("disputed", kind="two dates"), closed=True)
    s.ask("roster", (g,), want("possible disputed", person=p, role=r), on=s.day(45))
    s.ask("roster", (g,), absent(person=p), on=s.day(90))


def one_date_finer(s: Stage) -> None:
    """A month and a day within it are no two dates."""
    (g, r), p = s.slot(), s.person()
    s.tell(s.day(0), s.prose.holds(p, r, g))
    s.tell(s.day(131), s.prose.killed(p, r, g, s.month(60)))
    s.tell(s.day(132), s.prose.killed(p, r, g, s.day(60)))
    s.ask("disagreements", (p,), closed=True)
    s.ask("who", (p,), want("stated", {"date": s.day(60), "sources": "2"}, section="fate", type="killing", who=p))


STORIES = (
    death_denied,
    dead_then_alive,
    dead_then_arrested,
    death_refuted,
    never_dead,
    reportedly_dead,
    dead_by_one_account,
    two_doers,
    two_dates,
    one_date_finer,
)
