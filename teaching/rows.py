"""From passages to what the network is taught by: each sentence as it is shown, and which labels its pairs bear."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from allegiance import names
from allegiance.model import TYPES, WORD_ROLES, Certainty, Document, Filler, Finding, Kind, Phase, Span
from allegiance.reading import frames
from allegiance.reading.learned.candidates import Asked, Candidate
from allegiance.reading.learned.drawing import Drawn
from allegiance.reading.learned.labels import INDEX, PAIRS
from allegiance.reading.learned.network import Matrix
from allegiance.reading.parse import Sentence
from allegiance.reading.reader import EnglishReader
from teaching.passages import Passage, Told

HEDGED = frozenset({Certainty.REPORTED, Certainty.LIKELY, Certainty.POSSIBLE, Certainty.DOUBTED})


COVERED = 0.6
"""How much of a run of words a name must cover to be what the words mean."""


@dataclass(slots=True)
class Row:
    """A sentence as it is shown, the labels of its pairs, and what is said of those beside (denied, hedged, former).

    `same` says of pairs whether the first, who has no name there, means the second.
    """

    shown: Drawn
    labels: dict[tuple[int, int], set[int]] = field(default_factory=dict)
    stances: dict[tuple[int, int], tuple[bool, bool, bool]] = field(default_factory=dict)
    same: dict[tuple[int, int], bool] = field(default_factory=dict)

    def note(self, type_: str, roles: Mapping[str, int], stance: tuple[bool, bool, bool]) -> None:
        """Note a claim, given the candidates that fill its roles."""
        for place, (one, other, suffix) in enumerate(PAIRS[type_]):
            if one not in roles or other not in roles or (one != other and roles[one] == roles[other]):
                continue
            pair, label = (roles[one], roles[other]), INDEX[f"{type_}.{suffix}" if suffix else type_]
            self.labels.setdefault(pair, set()).add(label)
            if TYPES[type_].symmetric:
                self.labels.setdefault(pair[::-1], set()).add(label)
            if not place:
                self.stances[pair] = stance


class Taking(EnglishReader):
    """The reader, noting what it would ask of each sentence in place of asking."""

    def __init__(self) -> None:
        super().__init__(is_taught=True)
        self.taken: list[Asked] = []

    def answers(self, asked: Asked) -> Matrix | None:
        """Nothing: what would be asked is noted."""
        self.taken.append(asked)
        return None

    def take(self, text: str) -> tuple[list[Asked], list[Finding]]:
        """What would be asked of each sentence of a text, and the claims that frames alone find in it."""
        self.taken.clear()
        found, _ = self.read(Document(text, "en"), "2020-06-15")
        return list(self.taken), found


def rows_of(passage: Passage, taking: Taking) -> Iterator[Row]:
    """A passage's sentences with the labels of what they tell."""
    for asked in taking.take(passage.text)[0]:
        row = _row(asked, taking)
        if row is not None:
            for told in passage.told:
                if asked.sentence.start < told.end and asked.sentence.end > told.start:
                    roles = roles_of(told, asked)
                    row.note(told.type, roles, _stance(told.certainty, told.former))
                    row.same.update(_meant(told, roles, asked))
            yield row


def rows_of_frames(taking: Taking) -> Iterator[Row]:
    """The sentences that frames must and must not catch, with the labels of what the frames catch in them."""
    for text in dict.fromkeys(t for f in frames.packaged() for t in (*(c.text for c in f.catches), *f.spares)):
        asked, found = taking.take(text)
        for one in asked:
            row = _row(one, taking)
            if row is not None:
                near = (f.claim for f in found if _overlap(f.claim.evidence, one.sentence))
                for claim in near:
                    roles = {f.role: k for f in claim.roles if (k := _of_filler(f, one)) is not None}
                    row.note(claim.type, roles, _stance(claim.certainty, claim.phase is Phase.FORMER))
                yield row


def _overlap(evidence: Span, sentence: Sentence) -> bool:
    return sentence.start < evidence.end and sentence.end > evidence.start


def _stance(certainty: Certainty, former: bool) -> tuple[bool, bool, bool]:
    return certainty is Certainty.DENIED, certainty in HEDGED, former


def _row(asked: Asked, taking: Taking) -> Row | None:
    shown = taking.shown(asked)
    return None if shown is None else Row(shown)


def roles_of(told: Told, asked: Asked) -> dict[str, int]:
    """The candidates that fill a claim's roles: of several occurrences the one nearest to the other roles."""
    inside = {f: [p for p in f.places if p >= asked.sentence.start - 3 and p + len(f.words) <= asked.sentence.end + 3]
              for f in told.fills}  # fmt: skip
    sure = [places[0] for places in inside.values() if len(places) == 1]
    out = {}
    for fill, places in inside.items():
        if not places:
            viewed = None if fill.places else _in_view(fill.words, asked)
            if viewed is not None:
                out[fill.role] = viewed
            continue
        near = min(places, key=lambda p: min((abs(p - other) for other in sure), default=p))
        place = places[fill.which - 1] if 0 < fill.which <= len(places) else near
        found = _at(place, place + len(fill.words), asked)
        if found is not None:
            out[fill.role] = found
    return out


def _meant(told: Told, roles: Mapping[str, int], asked: Asked) -> Iterator[tuple[tuple[int, int], bool]]:
    """Of each who is told of without a name, where the passage says whom it means: whether it means each named."""
    for fill in told.fills:
        k = roles.get(fill.role) if fill.meant else None
        if k is not None and asked.given[k].phrase.mention < 0:
            meant = _bearing(fill.meant, asked)
            yield from (((k, j), j in meant) for j, one in enumerate(asked.given) if one.in_view or one.is_named)


def _bearing(name: str, asked: Asked) -> set[int]:
    """The candidates who bear a name in the document."""
    key = names.key(name)
    told = ((k, one.referent.chain) for k, one in enumerate(asked.given) if one.referent and one.referent.chain >= 0)
    return {k for k, chain in told if key in map(names.key, asked.discourse.chain(chain).names)}


def _in_view(name: str, asked: Asked) -> int | None:
    """The candidate in view that bears this name; else the only one whose words it has, or that has its words."""
    words, fits = set(names.key(name).split()), list[int]()
    for k, one in enumerate(asked.given):
        if one.in_view and one.referent is not None and words:
            own = [set(names.key(n).split()) for n in asked.discourse.chain(one.referent.chain).names]
            if words in own:
                return k
            fits += [k] if any(n and (n <= words or words <= n) for n in own) else []
    return fits[0] if len(fits) == 1 else None


def _at(start: int, end: int, asked: Asked) -> int | None:
    """The candidate that a run of words is: the name that covers most of it, else the word under which it hangs.

    A person is the word: `a senior Northern Front leader` is no body, however much of it the body's name covers.
    """
    tokens = asked.sentence.tokens
    named = [
        (min(end, tokens[c.token].end) - max(start, tokens[c.token].start), k)
        for k, c in enumerate(asked.given)
        if c.phrase.mention >= 0
    ]
    covering = [one for one in named if one[0] >= COVERED * (end - start)]
    inside = {t.i for t in tokens if t.start >= start - 2 and t.end <= end + 2 and t.end > start and t.start < end}
    known = {c.token: k for k, c in enumerate(asked.given)}
    heads = [i for i in sorted(inside) if i in known and (tokens[i].head not in inside or tokens[i].head == i)]
    found = heads or [i for i in sorted(inside) if i in known]
    head = known[found[0]] if found else None
    if not covering:
        return head
    name, person = max(covering)[1], head is not None and _kind(asked.given[head]) is Kind.PERSON
    return head if person and _kind(asked.given[name]) is Kind.GROUP else name


def _kind(one: Candidate) -> Kind:
    return Kind.UNKNOWN if one.referent is None else one.referent.kind


def _of_filler(filler: Filler, asked: Asked) -> int | None:
    """The candidate that a claim's filler came from."""
    words = filler.name.lower()
    for k, one in enumerate(asked.given):
        if filler.role in WORD_ROLES:
            if one.mark and one.phrase.mention < 0 and one.phrase.head == words.split()[-1]:
                return k
        elif one.referent is not None and one.referent.name == filler.name:
            return k
    return None
