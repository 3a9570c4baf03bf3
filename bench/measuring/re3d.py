"""re3d, Dstl's annotated reports on Iraq and Syria: claims held against its relations, as pairs of names in a document.

The mapping, chosen for what the relations mean and not for the figure:

- **BelongsTo** (who, to what): membership, affiliation, post, appointment; join (who, to).
- **InChargeOf** (who, of what): a post or an appointment with a leading role (leader, commander, head, …); a presence
  where the group controls the area.
- **AlliesOf** (either order): alliance, support.
- **FightingAgainst** (either order): rivalry; attack and killing where the doer is named.

Gold pairs of which the annotators were less sure than one half are left out. Names agree by the scorer's rule, with
re3d's own synonyms as the names of one actor. re3d codes much that is no allegiance (a strike `in charge of` a tank):
`actors` counts only pairs whose ends re3d itself calls persons or organisations (at the end of InChargeOf, places
too) and that have a name in them; what is said of the other pairs then counts neither way.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from allegiance.model import Certainty, Claim, Document, Filler, Kind
from bench.measuring.scoring import Figure, Scorer
from bench.measuring.sets import SHARED, Report

RELATIONS = ("BelongsTo", "InChargeOf", "AlliesOf", "FightingAgainst")
EITHER_ORDER = frozenset({"AlliesOf", "FightingAgainst"})
LEADING = re.compile(
    r"\b(?:leader|commander|commanding|head|chief|emir|king|president|premier|minister|director|chair(?:wo)?man|governor)\b"
)
"""Roles that are a charge of the whole, in the text's own words, lower case."""
LEAST_SURE = 0.5
PLAIN = re.compile(r"(?:the|an?|we|our|they|their|he|his|she|her|its?|i|this|these|those|who|which)", re.I)
"""Words that a sentence's start or habit gives a capital letter, and that make no name."""
PAIRS: Mapping[str, tuple[str, str, str]] = {
    "membership": ("BelongsTo", "actor", "group"),
    "affiliation": ("BelongsTo", "group", "parent"),
    "post": ("BelongsTo", "person", "group"),
    "appointment": ("BelongsTo", "person", "group"),
    "join": ("BelongsTo", "actor", "to"),
    "alliance": ("AlliesOf", "a", "b"),
    "support": ("AlliesOf", "giver", "recipient"),
    "rivalry": ("FightingAgainst", "a", "b"),
    "attack": ("FightingAgainst", "actor", "target"),
    "killing": ("FightingAgainst", "by", "victim"),
}


class _Text(BaseModel):
    model_config = ConfigDict(extra="ignore")
    text: str


class _Entity(BaseModel):
    model_config = ConfigDict(extra="ignore")
    documentId: str
    begin: int
    end: int
    type: str


class _Relation(BaseModel):
    model_config = ConfigDict(extra="ignore")
    documentId: str
    type: str
    source: str
    sourceBegin: int
    sourceEnd: int
    target: str
    targetBegin: int
    targetEnd: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Pair:
    """A relation between two names. `actors` where both ends are named actors."""

    relation: str
    source: str
    target: str
    actors: bool


@dataclass(frozen=True, slots=True)
class SaidPair:
    """A relation between what fills two roles of a claim."""

    relation: str
    source: Filler
    target: Filler


@dataclass(frozen=True, slots=True)
class Annotated:
    """A report, the pairs that its annotators found, and which names they take for one."""

    report: Report
    pairs: tuple[Pair, ...]
    synonyms: Mapping[str, Sequence[str]]


def load(shared: Path = SHARED) -> list[Annotated]:
    """The reports of every folder that is there. Raises pydantic's ValidationError where a line is not as told."""
    base = shared / "data/re3d"
    folders = sorted(p for p in base.iterdir() if p.is_dir()) if base.is_dir() else []
    return [one for folder in folders for one in _folder(folder)]


def _folder(folder: Path) -> Iterator[Annotated]:
    entities = [_Entity.model_validate_json(line) for line in _lines(folder / "entities.json")]
    kinds = {(e.documentId, e.begin, e.end): e.type for e in entities}
    relations: dict[str, list[_Relation]] = defaultdict(list)
    for line in _lines(folder / "relations.json"):
        relation = _Relation.model_validate_json(line)
        if relation.confidence >= LEAST_SURE:
            relations[relation.documentId].append(relation)
    for line in _lines(folder / "documents.json"):
        name = str(json.loads(line)["_id"])
        report = Report(name, Document(_Text.model_validate_json(line).text, "en"))
        pairs: dict[tuple[str, ...], Pair] = {}
        for pair in (_pair(r, kinds) for r in relations[name] if r.type in RELATIONS):
            ends = (pair.source, pair.target)
            pairs.setdefault((pair.relation, *(sorted(ends) if pair.relation in EITHER_ORDER else ends)), pair)
        yield Annotated(report, tuple(pairs.values()), _synonyms(relations[name]))


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8-sig").split("\n") if line.strip()]


def _pair(relation: _Relation, kinds: Mapping[tuple[str, int, int], str]) -> Pair:
    doc = relation.documentId
    source = kinds.get((doc, relation.sourceBegin, relation.sourceEnd), "")
    target = kinds.get((doc, relation.targetBegin, relation.targetEnd), "")
    wanted = {"Organisation", "Person"}
    at_end = wanted | {"Location"} if relation.type == "InChargeOf" else wanted
    named = all(_is_name(text) for text in (relation.source, relation.target))
    return Pair(relation.type, relation.source, relation.target, source in wanted and target in at_end and named)


def _is_name(text: str) -> bool:
    """Whether a word of it has a capital letter, articles and pronouns apart."""
    return any(word[0].isupper() for word in text.split() if not PLAIN.fullmatch(word))


def _synonyms(relations: Sequence[_Relation]) -> dict[str, list[str]]:
    """Names that are one, under the first of them."""
    out: dict[str, list[str]] = {}
    for relation in relations:
        if relation.type != "IsSynonymOf":
            continue
        ends = {relation.source, relation.target}
        main = next((m for m, names in out.items() if ends & {m, *names}), relation.source)
        out.setdefault(main, []).extend(sorted(ends - {main, *out.get(main, ())}))
    return out


def pairs_of(claims: Sequence[Claim]) -> list[SaidPair]:
    """The claims of a document as pairs, by the mapping at the top of this module."""
    out = []
    for claim in claims:
        if claim.certainty is Certainty.DENIED:
            continue
        relation, *ends = PAIRS.get(claim.type, ("", "", ""))
        if relation:
            out += _said(relation, claim, *ends)
        if claim.type in ("post", "appointment") and LEADING.search(claim.name("role")):
            out += _said("InChargeOf", claim, "person", "group")
        if claim.type == "presence" and claim.manner == "controls":
            out += _said("InChargeOf", claim, "group", "area")
    return out


def _said(relation: str, claim: Claim, source: str, target: str) -> list[SaidPair]:
    one, other = claim.filler(source), claim.filler(target)
    return [SaidPair(relation, one, other)] if one is not None and other is not None else []


@dataclass(frozen=True, slots=True)
class Row:
    """One relation, over all pairs and over those of named actors."""

    relation: str
    every: Figure
    actors: Figure


def measure(read: Sequence[tuple[Annotated, Sequence[Claim]]], scorer: Scorer) -> list[Row]:
    """Hold the claims of each report against its pairs, relation by relation."""
    every: dict[str, list[Figure]] = defaultdict(list)
    actors: dict[str, list[Figure]] = defaultdict(list)
    for annotated, claims in read:
        said = pairs_of(claims)
        for relation in RELATIONS:
            gold = [p for p in annotated.pairs if p.relation == relation]
            ours = _once([p for p in said if p.relation == relation])
            every[relation].append(_figure(gold, ours, annotated, scorer))
            idle = [p for p in gold if not p.actors]
            counted = [s for s in _named(ours) if not any(_agrees(g, s, annotated, scorer) for g in idle)]
            actors[relation].append(_figure([p for p in gold if p.actors], counted, annotated, scorer))
    return [Row(relation, _total(every[relation]), _total(actors[relation])) for relation in RELATIONS]


def _once(said: Sequence[SaidPair]) -> list[SaidPair]:
    """Each pair of names once, an unordered one in either order."""
    out: dict[tuple[str, ...], SaidPair] = {}
    for pair in said:
        names = [pair.source.name, pair.target.name]
        out.setdefault(tuple(sorted(names) if pair.relation in EITHER_ORDER else names), pair)
    return list(out.values())


def _named(said: Sequence[SaidPair]) -> list[SaidPair]:
    return [p for p in said if all(f.kind is not Kind.UNKNOWN and f.name[:1].isupper() for f in (p.source, p.target))]


def _figure(gold: Sequence[Pair], said: Sequence[SaidPair], annotated: Annotated, scorer: Scorer) -> Figure:
    """Right counts the gold pairs that are said; said counts these, and the pairs said that no gold pair has."""
    found = [any(_agrees(g, s, annotated, scorer) for s in said) for g in gold]
    idle = sum(not any(_agrees(g, s, annotated, scorer) for g in gold) for s in said)
    return Figure(sum(found), sum(found) + idle, len(gold))


def _agrees(gold: Pair, said: SaidPair, annotated: Annotated, scorer: Scorer) -> bool:
    orders = [(said.source, said.target)]
    if gold.relation in EITHER_ORDER:
        orders.append((said.target, said.source))
    return any(
        _same(one, gold.source, annotated, scorer) and _same(other, gold.target, annotated, scorer)
        for one, other in orders
    )


def _same(filler: Filler, name: str, annotated: Annotated, scorer: Scorer) -> bool:
    return scorer.agrees({"name": filler.name, "mention": filler.mention}, name, annotated.synonyms)


def _total(figures: Sequence[Figure]) -> Figure:
    return Figure(sum(f.right for f in figures), sum(f.said for f in figures), sum(f.gold for f in figures))
