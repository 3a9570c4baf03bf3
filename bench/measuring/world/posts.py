"""Stories of posts: who held one, since when and until when, and how well that is told."""

from __future__ import annotations

from allegiance.model import Phase
from bench.measuring.world.facts import Line
from bench.measuring.world.prose import dated, event, post
from bench.measuring.world.stage import MANY, Stage, absent, want


def seen_twice(s: Stage) -> None:
    """Seen in a post on two days: certain between, possible after, unknown before. The second report is not yet out."""
    (g, r), p = s.slot(), s.person()
    for day in (0, 120):
        s.tell(s.day(day), s.prose.holds(p, r, g))
    since = {"since": f"../{s.day(0)}"}
    s.ask("roster", (g,), want("certain", since, person=p, role=r), on=s.day(60))
    s.ask("roster", (g,), want("possible", since, person=p, role=r), on=s.day(300))
    s.ask("roster", (g,), want("unknown", person=p, role=r), on=s.day(-90))
    s.ask("roster", (g,), want("possible", person=p, role=r), on=s.day(60), by=s.day(90))
    s.ask("roster", (g,), want("certain", person=p, role=r), on=s.day(60), by=s.day(120))
    s.ask("who", (p,), want("certain", since, section="posts", who=p, whom=g, role=r))
    tie = "leads" if r == "leader" else "post"
    s.ask("network", (p,), want("certain", who=p, tie=tie, whom=g), on=s.day(60))
    s.ask("network", (p,), want("possible", who=p, tie=tie, whom=g), on=s.day(300))
    s.ask("disagreements", (p,), closed=True)


def appointed_and_removed(s: Stage) -> None:
    """Appointed on a day, seen, removed on a day: both bounds are exact, and outside them he is not listed."""
    (g, r), p = s.slot(), s.person()
    s.tell(s.day(3), s.prose.appointed(p, r, g, s.day(0)))
    s.tell(s.day(150), s.prose.holds(p, r, g))
    s.tell(s.day(304), s.prose.removed(p, r, g, s.day(300)))
    bounds = {"since": s.day(0), "until": s.day(300)}
    s.ask("roster", (g,), want("certain", bounds, person=p, role=r), on=s.day(20))
    s.ask("roster", (g,), want("certain", bounds, person=p, role=r), on=s.day(200))
    s.ask("roster", (g,), absent(person=p), on=s.day(-30))
    s.ask("roster", (g,), absent(person=p), on=s.day(330))
    s.ask("roster", (g,), want("possible", person=p, role=r), on=s.day(330), by=s.day(303))
    s.ask("timeline", (p,), want("stated", type="appointment", who=p, date=s.day(0)))
    s.ask("timeline", (p,), want("stated", type="removal", who=p, date=s.day(300)))
    s.ask("vacancies", (g,), want("certain", last_holder=p, role=r, when=s.day(300)), on=s.day(330))
    s.ask("vacancies", (g,), absent(last_holder=p), on=s.day(200))


def begun_in_a_year(s: Stage) -> None:
    """Appointed in a year: possible within it, certain after it."""
    g, p = s.group(), s.person()
    year = int(s.year(0))
    s.tell(f"{year + 1}-02-03", s.prose.appointed(p, MANY, g, str(year)))
    s.tell(f"{year + 1}-09-14", s.prose.holds(p, MANY, g))
    s.ask("roster", (g,), want("possible", {"since": str(year)}, person=p, role=MANY), on=f"{year}-07-01")
    s.ask("roster", (g,), want("certain", person=p, role=MANY), on=f"{year + 1}-06-01")
    s.ask("roster", (g,), absent(person=p), on=f"{year - 1}-11-30")


def begun_about_a_month(s: Stage) -> None:
    """Appointed about a month: possible within it, and certain once he is seen."""
    g, p = s.group(), s.person()
    s.tell(s.day(150), s.prose.appointed(p, MANY, g, f"{s.month(0)}~"))
    s.tell(s.day(400), s.prose.holds(p, MANY, g))
    s.ask("roster", (g,), want("possible", {"since": f"{s.month(0)}~"}, person=p, role=MANY), on=f"{s.month(0)}-15")
    s.ask("roster", (g,), want("certain", person=p, role=MANY), on=s.day(300))


def begun_between(s: Stage) -> None:
    """Appointed at some time between two days: possible between, certain after, and not listed before."""
    (g, r), p = s.slot(), s.person()
    between = f"{s.day(0)}/{s.day(20)}"
    s.tell(s.day(30), s.prose.appointed(p, r, g, between))
    s.tell(s.day(200), s.prose.holds(p, r, g))
    s.ask("roster", (g,), want("possible", {"since": between}, person=p, role=r), on=s.day(10))
    s.ask("roster", (g,), want("certain", person=p, role=r), on=s.day(100))
    s.ask("roster", (g,), absent(person=p), on=s.day(-10))


def held_for_a_span(s: Stage) -> None:
    """A report gives the whole span of a post, in months: certain inside, possible in its first month, then gone."""
    (g, r), p = s.slot(), s.person()
    span = f"{s.month(0)}/{s.month(400)}"
    text = f"{p} had been {r} of the {g} from {s.month(0)} until {s.month(400)}."
    s.tell(s.day(600), Line(text, (post(p, r, g, span, Phase.FORMER),)))
    s.ask("roster", (g,), want("certain", person=p, role=r), on=s.day(200))
    s.ask("roster", (g,), want("possible", person=p, role=r), on=f"{s.month(0)}-10")
    s.ask("roster", (g,), absent(person=p), on=s.day(500))
    s.ask("roster", (g,), absent(person=p), on=s.day(-60))


def succeeded(s: Stage) -> None:
    """One follows another: each is listed for his own time. Before that was told, the first was still possible."""
    (g, r), p, q = s.slot(), s.person(), s.person()
    s.tell(s.day(0), s.prose.holds(p, r, g))
    s.tell(s.day(100), s.prose.holds(p, r, g))
    s.tell(s.day(205), s.prose.succeeded(q, p, r, g, s.day(200)))
    s.tell(s.day(300), s.prose.holds(q, r, g))
    s.ask("roster", (g,), want("certain", person=p, role=r), absent(person=q), on=s.day(50))
    s.ask("roster", (g,), want("certain", {"since": s.day(200)}, person=q, role=r), absent(person=p), on=s.day(250))
    s.ask("roster", (g,), want("possible", person=p, role=r), absent(person=q), on=s.day(250), by=s.day(204))
    s.ask("vacancies", (g,), absent(role=r), on=s.day(250))
    s.ask("disagreements", (p,), closed=True)
    s.ask("timeline", (q,), want("stated", type="succession", who=q, whom=p, date=s.day(200)))


def lost_and_regained(s: Stage) -> None:
    """A post lost and had again is two tenures, with nothing between."""
    (g, r), p = s.slot(), s.person()
    s.tell(s.day(1), s.prose.appointed(p, r, g, s.day(0)))
    s.tell(s.day(101), s.prose.removed(p, r, g, s.day(100)))
    s.tell(s.day(302), s.prose.appointed(p, r, g, s.day(300)))
    s.tell(s.day(400), s.prose.holds(p, r, g))
    s.ask("roster", (g,), want("certain", {"until": s.day(100)}, person=p, role=r), on=s.day(50))
    s.ask("roster", (g,), absent(person=p, role=r), on=s.day(200))
    s.ask("roster", (g,), want("certain", {"since": s.day(300)}, person=p, role=r), on=s.day(350))
    s.ask("vacancies", (g,), want("certain", last_holder=p, role=r), on=s.day(200))
    s.ask("vacancies", (g,), absent(role=r), on=s.day(350))


def once_held(s: Stage) -> None:
    """A later report calls him the former holder: the end lies between, and on any day between he is possible."""
    (g, r), p = s.slot(), s.person()
    s.tell(s.day(0), s.prose.holds(p, r, g))
    text = f"{p}, the former {r} of the {g}, now keeps bees in {s.prose.place()}."
    s.tell(s.day(400), Line(text, (post(p, r, g, phase=Phase.FORMER),)))
    s.ask("roster", (g,), want("certain", person=p, role=r), on=s.day(0))
    s.ask("roster", (g,), want("possible", person=p, role=r), on=s.day(200))
    s.ask("roster", (g,), absent(person=p), on=s.day(430))
    s.ask("roster", (g,), want("possible", person=p, role=r), on=s.day(430), by=s.day(300))


def replaced_at_its_address(s: Stage) -> None:
    """A paper puts another text at the same address: what stood in the first counts from then on no more."""
    (g, r), p, q = s.slot(), s.person(), s.person()
    url = f"https://news.example/{s.theatre}/{s.documents}"
    s.tell(s.day(-9), s.prose.holds(p, MANY, g))
    s.tell(s.day(0), s.prose.holds(p, r, g), url=url)
    s.tell(s.day(4), s.prose.holds(q, r, g), url=url)
    s.ask("roster", (g,), want("certain", person=q, role=r), absent(person=p, role=r), on=s.day(4))
    s.ask("roster", (g,), want("certain", person=p, role=r), absent(person=q), on=s.day(0), by=s.day(2))
    s.ask("disagreements", (q,), closed=True)


def without_a_date(s: Stage) -> None:
    """An undated report: he held the post on a day that nobody knows."""
    (g, r), p = s.slot(), s.person()
    s.tell("", s.prose.holds(p, r, g))
    s.ask("roster", (g,), want("unknown", person=p, role=r), on=s.day(0))


def fell_vacant(s: Stage) -> None:
    """The holder is killed, as two papers report; two months later another is named."""
    (g, r), p, q = s.slot(), s.person(), s.person()
    s.tell(s.day(0), s.prose.holds(p, r, g))
    for day in (102, 103):
        s.tell(s.day(day), s.prose.killed(p, r, g, s.day(100)))
    s.tell(s.day(162), s.prose.appointed(q, r, g, s.day(160)))
    s.tell(s.day(260), s.prose.holds(q, r, g))
    s.ask("roster", (g,), want("certain", {"until": s.day(100)}, person=p, role=r), on=s.day(60))
    s.ask("roster", (g,), absent(person=p), absent(person=q), on=s.day(130))
    s.ask("roster", (g,), absent(person=p), want("certain", person=q, role=r), on=s.day(200))
    s.ask("roster", (g,), want("possible", person=p, role=r), on=s.day(101), by=s.day(101))
    fallen = want("certain", {"when": s.day(100)}, last_holder=p, role=r)
    s.ask("vacancies", (g,), fallen, on=s.day(130))
    s.ask("vacancies", (g,), fallen, by=s.day(130))
    s.ask("vacancies", (g,), absent(role=r))
    s.ask("vacancies", (g,), absent(role=r), on=s.day(200))
    s.ask("vacancies", (g,), absent(role=r), on=s.day(80))
    s.ask("who", (p,), want("stated", {"sources": "2"}, section="fate", type="killing", who=p, date=s.day(100)))
    s.ask("timeline", (p,), want("stated", {"sources": "2"}, type="killing", who=p, date=s.day(100)))


def captured(s: Stage) -> None:
    """Taken, and nothing told since: no end of his post, which is possible after; and no outcome."""
    (g, r), p = s.slot(), s.person()
    s.tell(s.day(0), s.prose.holds(p, r, g))
    text = f"Soldiers arrested {p}, {r} of the {g}, {dated(s.day(50))}."
    s.tell(s.day(52), Line(text, (post(p, r, g), event("detention", s.day(50), person=p))))
    s.ask("roster", (g,), want("certain", person=p, role=r), on=s.day(25))
    s.ask("roster", (g,), want("possible", person=p, role=r), on=s.day(120))
    held = {"outcome": "no outcome found"}
    s.ask("timeline", (p,), want("stated", held, type="detention", who=p, date=s.day(50)))


def captured_and_freed(s: Stage) -> None:
    """Taken, and set free: the detention shows that."""
    g, p = s.group(), s.person()
    text = f"Police arrested {p}, {MANY} of the {g}, {dated(s.day(50))}."
    s.tell(s.day(52), Line(text, (post(p, MANY, g), event("detention", s.day(50), person=p))))
    text = f"{p}, {MANY} of the {g}, was set free {dated(s.day(90))}."
    s.tell(s.day(91), Line(text, (post(p, MANY, g), event("release", s.day(90), person=p))))
    s.ask("timeline", (p,), absent(type="detention", outcome="no outcome found"), want("stated", type="release", who=p))
    s.ask("timeline", (p,), want("stated", {"outcome": "no outcome found"}, type="detention", who=p), by=s.day(80))


def captured_and_killed(s: Stage) -> None:
    """Taken, and killed in the cell: the detention shows that it had an outcome, and his post has ended."""
    (g, r), p = s.slot(), s.person()
    text = f"Police arrested {p}, {r} of the {g}, {dated(s.day(50))}."
    s.tell(s.day(52), Line(text, (post(p, r, g), event("detention", s.day(50), person=p))))
    s.tell(s.day(91), s.prose.killed(p, r, g, s.day(90)))
    s.ask("timeline", (p,), absent(type="detention", outcome="no outcome found"), want("stated", type="detention"))
    s.ask("roster", (g,), absent(person=p), on=s.day(120))
    s.ask("vacancies", (g,), want("certain", last_holder=p, role=r, when=s.day(90)), on=s.day(120))


STORIES = (
    seen_twice,
    appointed_and_removed,
    begun_in_a_year,
    begun_about_a_month,
    begun_between,
    held_for_a_span,
    succeeded,
    lost_and_regained,
    once_held,
    replaced_at_its_address,
    without_a_date,
    fell_vacant,
    captured,
    captured_and_freed,
    captured_and_killed,
)
