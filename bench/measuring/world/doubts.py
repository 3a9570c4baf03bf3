"""Stories of doubt: hearsay, quoted speakers, copies that count once, denials, and two holders of one post."""

from __future__ import annotations

from allegiance.model import Certainty
from bench.measuring.world.facts import Line
from bench.measuring.world.prose import SPEAKERS, post, sure
from bench.measuring.world.stage import MANY, Stage, absent, want

PAPERS = 5
"""In how many papers a wire story stands."""


def only_denied(s: Stage) -> None:
    """A post that is only ever denied is held by nobody."""
    (g, r), p = s.slot(), s.person()
    s.tell(s.day(-5), s.prose.holds(p, MANY, g))
    s.tell(s.day(0), s.prose.holds(p, MANY, g), s.prose.denied(post(p, r, g), f"{p} is {r} of the {g}"))
    s.ask("roster", (g,), absent(person=p, role=r), on=s.day(0))
    s.ask("who", (p,), want("denied", section="posts", who=p, whom=g, role=r))
    s.ask("network", (p,), absent(who=p, whom=g, role=r), on=s.day(0))
    s.ask("disagreements", (p,), closed=True)


def claimed_and_denied(s: Stage) -> None:
    """One paper gives him a post, a named man denies it: disputed."""
    (g, r), p, q = s.slot(), s.person(), s.person()
    s.tell(s.day(0), s.prose.holds(p, r, g))
    denial = s.prose.denied(post(p, r, g), f"{p} is {r} of the {g}", str(q))
    s.tell(s.day(3), Line(f"{q} answered questions in {s.prose.place()}."), denial)
    s.ask("roster", (g,), want("disputed", person=p, role=r), on=s.day(0))
    s.ask("roster", (g,), want("certain", person=p, role=r), on=s.day(0), by=s.day(2))
    s.ask("disagreements", (p,), want("disputed", kind="claimed and denied"), closed=True)
    s.ask("disagreements", (p,), by=s.day(2), closed=True)


def on_hearsay(s: Stage) -> None:
    """Two papers have it on hearsay: however often, it is possible at most."""
    g, p = s.group(), s.person()
    for day in (0, 90):
        plain = f"{p} is {MANY} of the {g} and lives in {s.prose.place()}"
        s.tell(s.day(day), s.prose.hearsay(post(p, MANY, g), plain))
    s.ask("roster", (g,), want("possible", person=p, role=MANY), on=s.day(45))


def doubted(s: Stage) -> None:
    """A post of which the only report says that it is unconfirmed."""
    (g, r), p = s.slot(), s.person()
    text = f"It is unconfirmed whether {p} is {r} of the {g}."
    s.tell(s.day(0), s.prose.holds(p, MANY, g), Line(text, (sure(post(p, r, g), Certainty.DOUBTED),)))
    s.ask("roster", (g,), want("possible disputed unknown", person=p, role=r), on=s.day(0))


def one_speaker_in_many_papers(s: Stage) -> None:
    """Papers with texts of their own all quote one man: one source, and possible."""
    g, p, q = s.group(), s.person(), s.person()
    plain = f"{p} is {MANY} of the {g}"
    for day in range(4):
        s.tell(s.day(day * 30), s.prose.colour(), s.prose.according(post(p, MANY, g), str(q), plain))
    s.ask("roster", (g,), want("possible", {"sources": "1"}, person=p, role=MANY), on=s.day(45))


def two_speakers(s: Stage) -> None:
    """Two who are not the same say it in two papers: two independent sources, and certain between."""
    g, p = s.group(), s.person()
    for day, speaker in ((0, SPEAKERS[0]), (60, SPEAKERS[1])):
        plain = f"{p} is {MANY} of the {g}"
        said = f"{speaker} in {s.prose.place()}"
        s.tell(s.day(day), s.prose.colour(), s.prose.according(post(p, MANY, g), said, plain))
    s.ask("roster", (g,), want("certain", {"sources": "2"}, person=p, role=MANY), on=s.day(30))
    s.ask("roster", (g,), want("possible", {"sources": "1"}, person=p, role=MANY), on=s.day(0), by=s.day(30))


def one_wire_story(s: Stage) -> None:
    """A wire story with a quoted speaker, printed word for word or with its end cut: one source, and possible."""
    g, p, q = s.group(), s.person(), s.person()
    story = _story(s)
    quoted = s.prose.according(post(p, MANY, g), str(q), f"{p} is {MANY} of the {g}")
    s.print(s.day(0), (*story, quoted), PAPERS)
    for cut in (1, 2):
        s.print(s.day(cut), (*story[cut:], quoted))
    s.ask("roster", (g,), want("possible", {"sources": "1"}, person=p, role=MANY), on=s.day(1))


def copies_and_another(s: Stage) -> None:
    """Edited copies of one story count once, and a report of its own beside them makes two."""
    (g, r), p = s.slot(), s.person()
    story = (*_story(s), s.prose.holds(p, r, g))
    for cut in range(3):
        s.print(s.day(cut), (*story[cut:], s.prose.colour()) if cut == 1 else story[cut:])
    s.tell(s.day(40), s.prose.holds(p, r, g))
    s.ask("roster", (g,), want("certain", {"sources": "1"}, person=p, role=r), on=s.day(1), by=s.day(20))
    s.ask("roster", (g,), want("certain", {"sources": "2"}, person=p, role=r), on=s.day(1))
    s.ask("changes", (p,), on=s.day(2), closed=True)
    s.ask("changes", (p,), want("certain", change="firmer", type="post", who=p, role=r), on=s.day(40))
    s.ask("changes", (p,), want("certain", change="new", type="post", who=p, role=r), on=s.day(0))


def _story(s: Stage) -> tuple[Line, ...]:
    """The beginning of a long story, which is the same wherever it stands."""
    return tuple(s.prose.colour() for _ in range(6))


def one_paper_quotes_another(s: Stage) -> None:
    """A second paper has it from the first, and says so: one source, however many papers."""
    g, p = s.group(), s.person()
    first = s.tell(s.day(0), s.prose.holds(p, MANY, g)).appearances[0].publisher
    plain = f"{p} is {MANY} of the {g}"
    s.tell(s.day(50), s.prose.colour(), s.prose.according(post(p, MANY, g), f"the {first}", plain))
    s.ask("roster", (g,), want("certain possible", {"sources": "1"}, person=p, role=MANY), on=s.day(25))


def namesakes(s: Stage) -> None:
    """Two men of one name command for two groups at one time: they stay two, and nobody has moved."""
    one, other, p = s.group(), s.group(), s.person()
    for day, group in ((0, one), (2, other), (60, one), (62, other)):
        s.tell(s.day(day), s.prose.holds(p, MANY, group))
    for group in (one, other):
        s.ask("roster", (group,), want("certain", {"sources": "2"}, person=p, role=MANY), on=s.day(30))
    s.ask("moves", (one, other), closed=True)
    s.ask("moves", (other, one), closed=True)
    s.ask("disagreements", (one,), closed=True)


def two_holders(s: Stage) -> None:
    """Two papers name two holders of one post at one time, each twice: both are disputed."""
    (g, r), p, q = s.slot(), s.person(), s.person()
    for day, one in ((0, p), (4, q), (60, p), (64, q)):
        s.tell(s.day(day), s.prose.holds(one, r, g))
    both = (want("disputed", person=p, role=r), want("disputed", person=q, role=r))
    s.ask("roster", (g,), *both, on=s.day(30))
    s.ask("disagreements", (p,), want("disputed", kind="two holders"), closed=True)
    s.ask("disagreements", (q,), want("disputed", kind="two holders"), closed=True)
    s.ask("roster", (g,), want("certain", person=p, role=r), on=s.day(0), by=s.day(2))


def two_of_many(s: Stage) -> None:
    """Two field commanders at one time are no conflict: a group has many."""
    g, p, q = s.group(), s.person(), s.person()
    for day, one in ((0, p), (4, q), (60, p), (64, q)):
        s.tell(s.day(day), s.prose.holds(one, MANY, g))
    s.ask("roster", (g,), want("certain", person=p, role=MANY), want("certain", person=q, role=MANY), on=s.day(30))
    s.ask("disagreements", (p,), closed=True)


STORIES = (
    only_denied,
    claimed_and_denied,
    on_hearsay,
    doubted,
    one_speaker_in_many_papers,
    two_speakers,
    one_wire_story,
    copies_and_another,
    one_paper_quotes_another,
    namesakes,
    two_holders,
    two_of_many,
)
