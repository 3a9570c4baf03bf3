"""A view in memory, made of reports whose claims are lines of the exchange format.

`FakeView(report("Wire", "2014-03-14", says("join", actor="Baro", to="Union")))` is a ledger of one report with one
claim. One name is one actor, whose id is `id:` and the name; `aliases` makes several names one actor.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from allegiance.errors import NotFound
from allegiance.exchange import ClaimLine, read_line
from allegiance.model import TYPES, WORD_ROLES, Actor, Appearance, Claim, Coverage, Document, Kind, Recorded

_DEFAULT_PHASE = "current"
_ATTRIBUTES = ("when", "where", "phase", "sources", "certainty", "manner")


def says(claim_type: str, /, **given: object) -> str:
    """A line of the exchange format. `from_` is the role `from`; the sentence is made up where none is given."""
    sentence = given.pop("sentence", "")
    line: dict[str, object] = {"type": claim_type, "evidence": [0, 1]}
    line |= {key: given.pop(key) for key in _ATTRIBUTES if key in given}
    if TYPES[claim_type].state:
        line.setdefault("phase", _DEFAULT_PHASE)
    roles = {role.rstrip("_"): name for role, name in given.items()}
    words = sentence or f"{claim_type} {' '.join(str(name) for name in roles.values())} {line.get('certainty', '')}."
    return json.dumps(line | {"roles": roles, "sentence": words})


class Report:
    """One report: where and when it appeared, and its claims with their sentences."""

    def __init__(self, publisher: str, published: str, lines: Sequence[str]) -> None:
        self.publisher = publisher
        self.published = published
        self.lines = lines

    def recorded(self, number: int, actors: Mapping[str, str]) -> list[Recorded]:
        """The report's claims as a ledger holds them."""
        sentences = [str(json.loads(line)["sentence"]) for line in self.lines]
        text = f"Report {number} of {self.publisher}. " + " ".join(sentences)
        document = Document(text).id
        appearance = Appearance(document, f"report-{number}", self.published, self.publisher, title=f"Report {number}")
        out = []
        for line, sentence in zip(self.lines, sentences, strict=True):
            start = text.index(sentence)
            checked = read_line(line)
            checked = ClaimLine.model_validate(
                checked.model_dump() | {"document": document, "evidence": (start, start + len(sentence))}
            )
            out.append(_recorded(checked.claim(), sentence, appearance, actors))
        return out


def _recorded(claim: Claim, sentence: str, at: Appearance, actors: Mapping[str, str]) -> Recorded:
    ids = tuple((f.role, actors.get(f.name, f"id:{f.name}")) for f in claim.roles if f.role not in WORD_ROLES)
    return Recorded(claim, sentence, (at,), "by hand", "", "para. 1", "2024-01-01T00:00:00Z", ids)


def report(publisher: str, published: str, *lines: str) -> Report:
    """A report by this publisher, published then, that says these things."""
    return Report(publisher, published, lines)


class FakeView:
    """`model.View` over reports given by hand."""

    def __init__(
        self,
        *reports: Report,
        aliases: Mapping[str, str] | None = None,
        given: Sequence[tuple[Claim, str, Appearance]] = (),
    ) -> None:
        self._actors = {alias: f"id:{name}" for alias, name in (aliases or {}).items()}
        self._claims = [r for number, told in enumerate(reports, 1) for r in told.recorded(number, self._actors)]
        self._names: dict[str, dict[str, Kind]] = {}
        self._claims += [_recorded(claim, sentence, at, self._actors) for claim, sentence, at in given]
        for recorded in self._claims:
            for filler in recorded.claim.actors:
                self._names.setdefault(recorded.actor(filler.role), {})[filler.name] = filler.kind

    def claims(self, *, actors: Sequence[str] = (), types: Sequence[str] = ()) -> Sequence[Recorded]:
        """Claims of these types in which any of these actors fills a role; all where both are empty."""
        return [
            r
            for r in self._claims
            if (not types or r.claim.type in types) and (not actors or any(i in actors for _, i in r.actor_ids))
        ]

    def told_of(self) -> Sequence[str]:
        """The ids of all actors, in order."""
        return sorted(self._names)

    def actor(self, actor: str) -> Actor:
        """The actor with this id."""
        names = self._names.get(actor, {})
        if not names:
            raise NotFound(f"no actor {actor}")
        main = actor.removeprefix("id:")
        return Actor(actor, next(iter(names.values())), main, tuple(sorted(set(names) - {main})))

    def actors(self, actors: Sequence[str]) -> Mapping[str, Actor]:
        """Those of these actors that are known."""
        return {actor: self.actor(actor) for actor in actors if actor in self._names}

    def find(self, name: str, kind: Kind = Kind.UNKNOWN) -> Sequence[Actor]:
        """The one actor of this name."""
        del kind
        return [self.actor(self._actors.get(name, f"id:{name}"))]

    def coverage(self) -> Coverage:
        """What the reports given amount to."""
        reports = {r.claim.document: r.appearance for r in self._claims}.values()
        dates = sorted(at.published for at in reports if at.published)
        return Coverage(
            documents=len(reports),
            claims=len(self._claims),
            publishers=tuple(sorted({at.publisher for at in reports})),
            earliest=dates[0] if dates else "",
            latest=dates[-1] if dates else "",
            undated=sum(not at.published for at in reports),
        )


def named(name: str, kind: Kind = Kind.GROUP) -> Actor:
    """The actor that a fake view gives this name."""
    return Actor(f"id:{name}", kind, name)
