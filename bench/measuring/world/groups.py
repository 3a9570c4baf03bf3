"""Stories of groups: founded, split, merged, renamed, allied, at odds."""

from __future__ import annotations

from allegiance.model import Certainty, Phase
from bench.measuring.world.facts import Line, Name
from bench.measuring.world.prose import dated, event, state, sure
from bench.measuring.world.stage import MANY, Stage, absent, want


def founded_and_split(s: Stage) -> None:
    """A group breaks away from another: in the family tree of both, and its members are not carried over."""
    old, new, p, q = s.group(), s.group(), s.person(), s.person()
    s.tell(s.day(0), s.prose.holds(q, MANY, old))
    text = f"The {new} broke away from the {old} {dated(s.day(50))}."
    founding = f"{p} founded the {new} {dated(s.day(50))}."
    made = event("founding", s.day(50), group=new, founder=p)
    split = event("split", s.day(50), group=new, from_=old)
    s.tell(s.day(52), Line(text, (split,)), Line(founding, (made,)))
    s.tell(s.day(90), s.prose.holds(q, MANY, old))
    s.ask("lineage", (new,), want("stated", type="split", who=new, whom=old, date=s.day(50)))
    s.ask("lineage", (old,), want("stated", type="split", who=new, whom=old, date=s.day(50)))
    s.ask("lineage", (new,), want("stated", type="founding", who=new, date=s.day(50)))
    s.ask("lineage", (old,), absent(type="split"), by=s.day(51))
    s.ask("roster", (new,), absent(person=q), on=s.day(70))
    s.ask("roster", (old,), want("certain", person=q, role=MANY), on=s.day(70))
    s.ask("network", (new,), want("certain possible", who=new, tie="split from", whom=old), on=s.day(100))
    s.ask("network", (new,), absent(who=new, whom=old), on=s.day(20))


def merged(s: Stage) -> None:
    """A group merges into another. Of its members nothing is said, and nothing is told."""
    small, big, p = s.group(), s.group(), s.person()
    s.tell(s.day(0), s.prose.holds(p, MANY, small))
    text = f"The {small} merged into the {big} {dated(s.day(70))}."
    s.tell(s.day(71), Line(text, (event("merger", s.day(70), group=small, into=big),)))
    s.ask("lineage", (small,), want("stated", type="merger", who=small, whom=big, date=s.day(70)))
    s.ask("roster", (big,), absent(person=p), on=s.day(30))
    s.ask("roster", (big,), absent(person=p, role=MANY), on=s.day(90))


def renamed(s: Stage) -> None:
    """A group takes a new name: it is one group, asked for by either, and who stood in it stands in it."""
    old, new, p = s.group(), s.group(), s.person()
    s.tell(s.day(0), s.prose.holds(p, MANY, old))
    text = f"The {old} took the new name {new} {dated(s.day(40))}."
    s.tell(s.day(41), Line(text, (event("renaming", s.day(40), group=old, name=new),)))
    s.tell(s.day(80), s.prose.holds(p, MANY, new))
    for name in (old, new):
        s.ask("roster", (name,), want("certain", person=p, role=MANY), on=s.day(60))
        s.ask("lineage", (name,), want("stated", type="renaming", date=s.day(40)))
    s.ask("roster", (old,), want("possible", person=p, role=MANY), on=s.day(60), by=s.day(30))


def allied(s: Stage) -> None:
    """Seen as allies on two days: certain between, possible after, and not shown before."""
    one, other = s.group(), s.group()
    s.tell(s.day(0), _allies(one, other, s, 0))
    s.tell(s.day(100), _allies(one, other, s, 1))
    s.ask("network", (one,), want("certain", tie="allied"), on=s.day(50))
    s.ask("network", (other,), want("certain", tie="allied"), on=s.day(50))
    s.ask("network", (one,), want("possible", tie="allied"), on=s.day(200))
    s.ask("network", (one,), absent(tie="allied"), on=s.day(-50))
    s.ask("network", (one,), want("possible", tie="allied"), on=s.day(50), by=s.day(20))
    s.ask("timeline", (one,), want("certain", type="alliance"))


def _allies(one: Name, other: Name, s: Stage, way: int) -> Line:
    ways = (
        f"The {one} and the {other} are allies and share the tolls of {s.prose.place()}.",
        f"In {s.prose.place()} men of the {one} fight beside those of the {other}.",
    )
    return Line(ways[way], (state("alliance", a=one, b=other),))


def said_to_be_allied(s: Stage) -> None:
    """An alliance that one paper states and one of the two denies."""
    one, other = s.group(), s.group()
    s.tell(s.day(0), _allies(one, other, s, 0))
    said = state("alliance", a=one, b=other)
    denial = s.prose.denied(said, f"the {one} and the {other} are allies", f"the {other}")
    s.tell(s.day(4), denial)
    s.ask("network", (one,), want("disputed", tie="allied"), on=s.day(0))
    s.ask("disagreements", (one,), want("disputed", kind="claimed and denied"), closed=True)
    s.ask("network", (one,), want("certain", tie="allied"), on=s.day(0), by=s.day(1))


def once_at_odds(s: Stage) -> None:
    """Two groups that fought each other once, by a report that tells when."""
    one, other = s.group(), s.group()
    span = f"{s.month(0)}/{s.month(300)}"
    text = f"The {one} and the {other} fought each other from {s.month(0)} to {s.month(300)}."
    said = state("rivalry", span, Phase.FORMER, a=one, b=other)
    s.tell(s.day(500), Line(text, (said,)))
    s.ask("network", (one,), want("certain", tie="rival"), on=s.day(150))
    s.ask("network", (one,), absent(tie="rival"), on=s.day(400))
    s.ask("network", (one,), absent(tie="rival"), on=s.day(-60))


def suspected_of_support(s: Stage) -> None:
    """Support that may be given, by a report's own words: never certain."""
    giver, taker = s.group(), s.group()
    text = f"The {giver} may be sending arms to the {taker}."
    said = sure(state("support", giver=giver, recipient=taker), Certainty.POSSIBLE)
    s.tell(s.day(0), Line(text, (said,)))
    s.ask("network", (taker,), want("possible", who=giver, tie="supports", whom=taker), on=s.day(0))


STORIES = (
    founded_and_split,
    merged,
    renamed,
    allied,
    said_to_be_allied,
    once_at_odds,
    suspected_of_support,
)
