"""The sentences of reports. Each says what its claims say, and no more; several ways of saying a thing take turns.

Two reports of one thing are worded apart, as independent reports are: the ways of saying it do not come round again
within a story. Only what a story means as a copy is one.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence

from allegiance.model import Certainty, Phase
from bench.measuring.world.facts import Line, Name, Said

_HOLDS = (
    "{p}, {r} of the {g}, met traders at the well of {x}.",
    "At {x} the {r} of the {g}, {p}, opened a school.",
    "Villagers near {x} greeted {p}, who is {r} of the {g}.",
    "The letter from {x} was signed by {p} as {r} of the {g}.",
    "A parade through {x} was watched by {p}, the {g}'s {r}.",
    "{p} prayed in {x} on Friday; he is {r} of the {g}.",
    "Asked about the road to {x}, {g} {r} {p} would not answer.",
)
_APPOINTED = (
    "{p} was appointed {r} of the {g} {d}.",
    "The council of the {g} named {p} its {r} {d}.",
    "{d}, {p} took over as {r} of the {g}.",
    "The {g} made {p} its new {r} {d}.",
)
_REMOVED = (
    "{p} was removed as {r} of the {g} {d}.",
    "The {g} dismissed its {r}, {p}, {d}.",
    "{d}, {p} resigned as {r} of the {g}.",
)
_SUCCEEDED = (
    "{p} succeeded {q} as {r} of the {g} {d}.",
    "{d}, {p} followed {q} as the {g}'s {r}.",
)
_KILLED = (
    "{p}, {r} of the {g}, was killed near {x} {d}.",
    "A mine at {x} took the life of the {g}'s {r}, {p}, {d}.",
    "{d}, {g} {r} {p} was shot dead on the bridge of {x}.",
    "The {r} of the {g}, {p}, died in the fighting for {x} {d}.",
)
_ATTACKED = (
    "Fighters of the {g} fired on an army post at {x} {d}.",
    "{d}, the {g} burned a customs office in {x}.",
    "The {g} shelled the barracks of {x} {d}.",
    "Men of the {g} ambushed a convoy on the road to {x} {d}.",
)
_TARGETS = ("an army post at {x}", "a customs office in {x}", "the barracks of {x}", "a convoy on the road to {x}")
_COLOUR = (
    "The rains came late to {x} and the price of salt rose to {n} coins.",
    "Of the {n} wells of {x} only a few still give water this season.",
    "Lorries waited for {n} days before the ferry at {x} was mended.",
    "The school of {x} has {n} pupils and two blackboards.",
    "In {x} a sack of millet costs {n} coins, more than ever before.",
    "A census long ago counted {n} houses in {x} and nobody has counted since.",
    "Locusts passed over {x} and left {n} fields without a leaf.",
    "The old mill of {x} grinds again after {n} weeks of repairs.",
)
SPEAKERS = ("a trader", "a schoolteacher", "a lorry driver", "a nurse", "a shepherd", "a retired judge")


class Prose:
    """Makes the sentences of one theatre. `random` draws the colour, and turns tell which way of saying is next."""

    def __init__(self, draws: random.Random, places: Sequence[Name]) -> None:
        self._draws = draws
        self._places = places
        self._turns: Counter[str] = Counter()

    def _next(self, what: str, ways: Sequence[str]) -> str:
        self._turns[what] += 1
        return ways[self._turns[what] % len(ways)]

    def place(self) -> Name:
        """Any place of the theatre."""
        return self._draws.choice(self._places)

    def colour(self) -> Line:
        """A sentence that says nothing of anybody."""
        way = self._next("colour", _COLOUR)
        return Line(way.format(x=self.place(), n=self._draws.randrange(11, 998)))

    def holds(self, p: Name, r: str, g: Name) -> Line:
        """He holds the post, in passing."""
        return Line(self._next("holds", _HOLDS).format(p=p, r=r, g=g, x=self.place()), (post(p, r, g),))

    def according(self, said: Said, speaker: str, plain: str) -> Line:
        """Somebody whom the report quotes says so. `plain` says it without him."""
        way = self._next("according", ("According to {s}, {t}.", "{t}, {s} said.", "As {s} told it, {t}."))
        return Line(_capital(way.format(s=speaker, t=plain)), (by(said, speaker),))

    def hearsay(self, said: Said, plain: str) -> Line:
        """It is said, and nobody is named who says it."""
        return Line(f"Reportedly {plain}.", (sure(said, Certainty.REPORTED),))

    def denied(self, said: Said, plain: str, speaker: str = "") -> Line:
        """It is denied: by a speaker, else by the report itself. `plain` says it in the affirmative."""
        text = f"{speaker} denied that {plain}." if speaker else f"It is not true that {plain}."
        told = sure(by(said, speaker) if speaker else said, Certainty.DENIED)
        return Line(_capital(text), (told,))

    def appointed(self, p: Name, r: str, g: Name, when: str) -> Line:
        """He is appointed."""
        text = self._next("appointed", _APPOINTED).format(p=p, r=r, g=g, d=dated(when))
        return Line(_capital(text), (event("appointment", when, person=p, group=g, role=r),))

    def removed(self, p: Name, r: str, g: Name, when: str) -> Line:
        """He is removed, or resigns."""
        text = self._next("removed", _REMOVED).format(p=p, r=r, g=g, d=dated(when))
        return Line(_capital(text), (event("removal", when, person=p, group=g, role=r),))

    def succeeded(self, p: Name, q: Name, r: str, g: Name, when: str) -> Line:
        """He is appointed where another stood: a succession and an appointment."""
        text = self._next("succeeded", _SUCCEEDED).format(p=p, q=q, r=r, g=g, d=dated(when))
        followed = event("succession", when, person=p, predecessor=q, role=r, group=g)
        return Line(_capital(text), (followed, event("appointment", when, person=p, group=g, role=r)))

    def killed(self, p: Name, r: str, g: Name, when: str, who: Name | None = None) -> Line:
        """The holder of a post is killed: his post at his fall, and the killing. `who` killed him, where it is said."""
        way = "{p}, {r} of the {g}, was killed by the {k} {d}." if who else self._next("killed", _KILLED)
        text = way.format(p=p, r=r, g=g, d=dated(when), x=self.place(), k=who)
        doer = {"by": who} if who else {}
        return Line(_capital(text), (post(p, r, g), event("killing", when, victim=p, **doer)))

    def attacked(self, g: Name, when: str) -> Line:
        """The group attacks something."""
        turn, place = (self._turns["attacked"] + 1) % len(_ATTACKED), self.place()
        text = self._next("attacked", _ATTACKED).format(g=g, x=place, d=dated(when))
        target = _TARGETS[turn].format(x=place)
        return Line(_capital(text), (event("attack", when, target=target, actor=g),))


def post(p: Name, r: str, g: Name, when: str = "", phase: Phase = Phase.CURRENT) -> Said:
    """He holds, or held, a post."""
    return Said("post", (("person", p), ("group", g), ("role", r)), when, phase)


def state(type: str, when: str = "", phase: Phase = Phase.CURRENT, **roles: Name) -> Said:
    """Something holds."""
    return Said(type, tuple(roles.items()), when, phase)


def event(type: str, when: str = "", **roles: Name | str) -> Said:
    """Something happens. A role that is a word of Python's has an underscore after it: `from_`."""
    return Said(type, tuple((role.rstrip("_"), value) for role, value in roles.items()), when)


def sure(said: Said, certainty: Certainty) -> Said:
    """The same, as sure as that."""
    return Said(said.type, said.roles, said.when, said.phase, said.sources, certainty)


def by(said: Said, *speakers: str) -> Said:
    """The same, as those speakers have it: nearest the event first."""
    return Said(said.type, said.roles, said.when, said.phase, speakers, said.certainty)


def dated(when: str) -> str:
    """An EDTF date as a report words it."""
    if not when:
        return "some time ago"
    if "/" in when:
        return f"at some time between {' and '.join(when.split('/'))}"
    if when.endswith("~"):
        return f"about {when.rstrip('~')}"
    return f"on {when}" if when.count("-") == 2 else f"in {when}"


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
