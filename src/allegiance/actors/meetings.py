"""Where the names of a document can meet those of others: what must be resolved together, found without resolving.

No rule joins two uses of names but those that stand in one document, are the subjects of one judgement, share a key
that is made of the use alone, or are spellings of one name beside which the same thing stands. All of that can be told
of a document once, and kept: when a document is added, the uses that it touches are those to which such keys lead, and
to resolve them with their documents gives what to resolve everything would give (a law that is tested).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from allegiance.actors.acronyms import Acronyms, read_acronyms
from allegiance.actors.blocks import spelling_blocks
from allegiance.actors.clusters import Clusters
from allegiance.actors.gazetteer import Gazetteer, Settled
from allegiance.actors.grounds import grounds, group_token, is_description, is_full_person_name
from allegiance.actors.known import merged, settled
from allegiance.actors.registers import Register
from allegiance.actors.spelling import group_spelling, spelling
from allegiance.actors.uses import Companion, Tie, Use
from allegiance.model import Kind
from allegiance.names import key


@dataclass(frozen=True, slots=True)
class Meeting:
    """Where one name of a document can meet others.

    `within` numbers the names of the document that may be one actor: those that may have the same number. Two uses with
    a common key may be joined; `blocks` are those in which spellings of a person's name are looked for, each made of
    what stands beside the name too. Keys and blocks are digests, so that they take little room; two that are equal by
    chance let a little too much be resolved, and nothing wrongly.
    """

    within: int
    keys: frozenset[int] = frozenset()
    blocks: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Telling:
    """What one document tells of names: its uses, each once, sorted by name, and where each can meet others."""

    document: str
    uses: tuple[Use, ...]
    meetings: tuple[Meeting, ...]

    @property
    def keys(self) -> frozenset[int]:
        """All keys of all its names."""
        return frozenset().union(*(meeting.keys for meeting in self.meetings))

    @property
    def spellings(self) -> frozenset[tuple[int, str]]:
        """Each block with the names that stand in it."""
        return frozenset((b, use.name) for use, m in zip(self.uses, self.meetings, strict=True) for b in m.blocks)

    def text(self) -> str:
        """All of it as one line, from which `read_telling` makes it again."""
        rows = []
        for use, m in zip(self.uses, self.meetings, strict=True):
            beside = [[c.tie.value, c.name, c.group, c.when] for c in use.companions]
            rows.append([use.name, use.kind.value, beside, m.within, sorted(m.keys), sorted(m.blocks)])
        return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def read_telling(document: str, text: str) -> Telling:
    """What `Telling.text` wrote of this document."""
    uses, meetings = [], []
    for name, kind, beside, within, keys, blocks in json.loads(text):
        companions = tuple(Companion(Tie(tie), *words) for tie, *words in beside)
        uses.append(Use(document, name, Kind(kind), companions))
        meetings.append(Meeting(within, frozenset(keys), frozenset(blocks)))
    return Telling(document, tuple(uses), tuple(meetings))


def telling(document: str, uses: Iterable[Use], register: Register, gazetteer: Gazetteer) -> Telling:
    """What the uses of one document tell, and where its names can meet those of others."""
    known = merged(uses)
    places = settled(known, register, gazetteer)
    acronyms = read_acronyms(known, register, places)
    spelt_out = acronyms.spelt_out(known)
    clusters = _within(known, acronyms)
    keys = {node: set(_keys(use, register, places.get(node))) for node, use in spelt_out.items()}
    anchors = {node: _anchors(use, register, acronyms, places.get(node)) for node, use in spelt_out.items()}
    roots: dict[str, list[str]] = defaultdict(list)
    for node in known:
        roots[clusters.root(node)].append(node)
    for members in roots.values():
        # A name that stands for a known actor and can meet nothing else needs no key: how it is resolved is settled
        # in its document. One that can brings what it meets to the known actor, as others may that meet him.
        if any(keys[node] for node in members):
            for node in members:
                keys[node].update(anchors[node])
    numbers = {root: number for number, root in enumerate(sorted(roots))}
    found = sorted(
        (use.name, use, Meeting(numbers[clusters.root(node)], digests(keys[node]), digests(_blocks(told, register))))
        for (node, use), told in zip(known.items(), spelt_out.values(), strict=True)
    )
    return Telling(document, tuple(use for _, use, _ in found), tuple(meeting for *_, meeting in found))


def digests(keys: Iterable[str]) -> frozenset[int]:
    """Each key as a number of 63 bits."""
    return frozenset(
        int.from_bytes(blake2b(one.encode("utf-8", "replace"), digest_size=8).digest(), "big") >> 1 for one in keys
    )


def person_key(name: str) -> str:
    """The key under which a person's full name meets itself, in whatever spelling is granted."""
    return f"person {spelling(name)}"


def anchor_key(actor: str) -> str:
    """The key of what can bring others to a known actor."""
    return f"actor {actor}"


def _within(known: Mapping[str, Use], acronyms: Acronyms) -> Clusters:
    """The names of the document that some rule may join for what the document says."""
    clusters = Clusters(known)
    same: dict[str, str] = {}
    for node, use in known.items():
        if key(use.name):
            clusters.join(same.setdefault(key(use.name), node), node, "")
        for companion in use.companions:
            other = Use(use.document, companion.name).id
            if companion.tie in (Tie.ALIAS, Tie.RENAMED) and other in known:
                clusters.join(node, other, "")
    for node, full in acronyms.meant.items():
        clusters.join(node, full, "")
    return clusters


def _keys(use: Use, register: Register, place: Settled | None) -> Iterable[str]:
    """What a use can meet uses of other documents by, known actors aside."""
    if use.kind is Kind.PERSON:
        if is_full_person_name(use.name):
            yield person_key(use.name)
    elif use.kind is Kind.PLACE:
        if not (place and (place.place or place.candidates)) and not is_description(use.name):
            yield f"place {key(use.name)}"
    elif use.kind is Kind.GROUP and not is_description(use.name):
        token = group_token(use.name, register)
        if token.startswith("name:"):
            yield f"group {group_spelling(use.name)}"
        elif not token:
            yield from (f"beside {key(use.name)} {ground.token}" for ground in grounds(use, register))


def _anchors(use: Use, register: Register, acronyms: Acronyms, place: Settled | None) -> Sequence[str]:
    """The keys of the known actors that this use may stand for."""
    found = [place.place.id] if place and place.place else []
    if use.id not in acronyms.foreign and (record := register.one(use.name, use.kind)):
        found.append(record.id)
    return [anchor_key(actor) for actor in found]


def _blocks(use: Use, register: Register) -> Iterable[str]:
    if use.kind is Kind.PERSON and is_full_person_name(use.name):
        for ground in grounds(use, register):
            yield from (f"{ground.token} {block}" for block in spelling_blocks(use.name))
