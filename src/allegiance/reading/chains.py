"""Which mentions of a document are one actor's: full names, short names, acronyms and the aliases it states.

A chain is an actor as this document has it. Short names join the one longer name that they are part of; where two fit,
they join neither, for a wrong link is worse than none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from allegiance import names
from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.aliases import Alias
from allegiance.reading.referents import SAME_WORD
from allegiance.reading.runs import Mention
from allegiance.reading.votes import WILAYAT, looks_personal


@dataclass(slots=True)
class Chain:
    """One actor of a document: its fullest name, its kind, and every name that it bears here."""

    id: int
    name: str
    kind: Kind = Kind.UNKNOWN
    names: list[str] = field(default_factory=list)
    country: str = ""
    register: str = ""
    margin: float = 0.0
    count: int = 0
    rank: str = ""


AGAIN = 0.5
"""What the shape of a name no longer tells where it stands again: it is the same name, and no new witness."""
RELATIVE = re.compile(r"(?:his|her|their) ")
"""What begins a mention that takes in whose relative is put into a post."""


def _family(name: str) -> list[str]:
    return names.key(name).split()


class Chains:
    """The chains of one document. Build with `link`."""

    def __init__(self) -> None:
        self.chains: list[Chain] = []
        self._by_key: dict[str, int] = {}
        self._by_word: dict[str, dict[int, None]] = {}

    def new(self, name: str) -> Chain:
        """A chain of its own for a name not met before."""
        chain = Chain(len(self.chains), name, names=[name])
        self.chains.append(chain)
        self._note(name, chain)
        return chain

    def _note(self, name: str, chain: Chain) -> None:
        key = names.key(name)
        self._by_key.setdefault(key, chain.id)
        for word in key.split():
            self._by_word.setdefault(word, {})[chain.id] = None

    def sharing(self, words: Sequence[str]) -> list[Chain]:
        """The chains one of whose names holds the first of these words, each once, the oldest first."""
        held = self._by_word.get(words[0], {}) if words else {}
        return [self.chains[i] for i in dict.fromkeys(self.chains[i].id for i in sorted(held))]

    def by_name(self, name: str) -> Chain | None:
        """The chain that bears this name, as it stands or by its key."""
        found = self._by_key.get(names.key(name))
        return self.chains[found] if found is not None else None

    def called(self, word: str) -> list[Chain]:
        """The chains whose own name holds this word, each once, the oldest first."""
        return [c for c in self.sharing([word]) if word in names.key(c.name).split()]

    def add_name(self, chain: Chain, name: str) -> None:
        """Let a chain bear one more name."""
        if name not in chain.names:
            chain.names.append(name)
        self._note(name, chain)

    def merge(self, keep: Chain, drop: Chain) -> None:
        """Make two chains one, under the first's name."""
        if keep.id == drop.id:
            return
        for name in drop.names:
            if name not in keep.names:
                keep.names.append(name)
        keep.register = keep.register or drop.register
        keep.rank = keep.rank or drop.rank
        keep.count += drop.count
        for name in drop.names:
            key = names.key(name)
            if self._by_key.get(key) == drop.id:
                self._by_key[key] = keep.id
        self.chains[drop.id] = keep


def _part_of(short: list[str], full: list[str], kind: Kind) -> bool:
    """Whether a short name's words are part of a longer one's, as a family name, a given name or a head is."""
    if not short or len(short) >= len(full):
        return False
    size = len(short)
    if full[-size:] == short or full[:size] == short:
        return True
    if kind is Kind.GROUP or kind is Kind.UNKNOWN:
        return any(full[i : i + size] == short for i in range(len(full) - size + 1))
    return size == 1 and short[0] in full[1:] and len(short[0]) > 3


def link(mentions: Sequence[Mention], found: Sequence[Alias]) -> tuple[Chains, list[Mention]]:
    """Put every mention on a chain, settle the chains' kinds, and give the mentions back with both."""
    chains = Chains()
    rough = _rough_kinds(mentions)
    order = sorted(range(len(mentions)), key=lambda i: (-len(_family(mentions[i].name)), mentions[i].start))
    placed: dict[int, Chain] = {}
    firsts: dict[str, int] = {}
    lasts: dict[str, int] = {}
    for mention in mentions:
        firsts.setdefault(names.key(mention.name), mention.start)
        lasts[names.key(mention.name)] = mention.start
    apart = {names.key(m.name): m.start for m in mentions if RELATIVE.match(m.text)}
    for i in order:
        mention = mentions[i]
        chain = chains.by_name(mention.country or mention.name) or _longer(chains, mention, rough, firsts, lasts)
        if chain is not None and mention.start < apart.get(names.key(chain.name), 0) and mention.name != chain.name:
            chain = None  # `Haftar named his son Saddam Haftar`: two men of one family name.
        if chain is None:
            chain = chains.new(mention.country or mention.name)
        chains.add_name(chain, mention.name)
        chain.country = chain.country or mention.country
        chain.register = chain.register or mention.register
        chain.rank = chain.rank or mention.rank
        chain.count += 1
        placed[i] = chain
    for alias in found:
        if alias.kind == "foreign":
            continue
        chain = chains.chains[placed[alias.mention].id]
        other = chains.by_name(names.strip_titles(alias.other)[1] or alias.other)
        if other is not None and other.id != chain.id:
            longer, shorter = (chain, other)
            if names.is_acronym(WING.sub("", chain.name)) and not names.is_acronym(other.name):
                longer, shorter = other, chain
            chains.merge(longer, shorter)
        else:
            chains.add_name(chain, alias.other)
    _acronyms(chains)
    _late_short_names(chains, mentions, placed)
    out = []
    votes = _tally(chains, mentions, placed, _by_names(mentions, found))
    for chain_id, tally in votes.items():
        _settle(chains.chains[chain_id], tally)
    for i, mention in enumerate(mentions):
        chain = chains.chains[placed[i].id]
        out.append(replace(mention, chain=chain.id, kind=chain.kind))
    return chains, out


def _by_names(mentions: Sequence[Mention], found: Sequence[Alias]) -> frozenset[int]:
    """The mentions that stand where a name shaped as a person's is said to have another: no town is called an alias."""
    men = sorted((a.blank.start, a.blank.end) for a in found if looks_personal(mentions[a.mention]))
    starts = [start for start, _ in men]
    # How far anything reaches that begins no later.
    reach = [0, *accumulate((end for _, end in men), max)]
    return frozenset(i for i, m in enumerate(mentions) if m.end <= reach[bisect_right(starts, m.start)])


def _tally(
    chains: Chains, mentions: Sequence[Mention], placed: dict[int, Chain], other_names: frozenset[int]
) -> dict[int, dict[Kind, float]]:
    """What the mentions of each chain suggest that it is, summed; `other_names` suggest no place."""
    votes: dict[int, dict[Kind, float]] = {}
    for i, mention in enumerate(mentions):
        chain = chains.chains[placed[i].id]
        for kind, weight in mention.votes:
            if kind is Kind.PLACE and i in other_names:
                continue
            tally = votes.setdefault(chain.id, {})
            tally[kind] = tally.get(kind, 0.0) + weight
    shaped: set[int] = set()
    for i, mention in enumerate(mentions):
        if looks_personal(mention):
            own = chains.chains[placed[i].id].id
            if own in shaped:
                votes[own][Kind.PERSON] = votes[own].get(Kind.PERSON, 0.0) - AGAIN
            shaped.add(own)
    for chain in {id(c): c for c in chains.chains}.values():
        if any(names.has_group_word(n) and not names.has_group_word(chain.name) for n in chain.names[1:]):
            tally = votes.setdefault(chain.id, {})
            tally[Kind.GROUP] = tally.get(Kind.GROUP, 0.0) + 2.5
    return votes


def _settle(chain: Chain, tally: dict[Kind, float]) -> None:
    ranked = sorted(((w, k.value, k) for k, w in tally.items() if w > 0), reverse=True)
    if chain.country:
        chain.kind = Kind.UNKNOWN
        return
    if ranked:
        chain.kind = ranked[0][2]
        chain.margin = ranked[0][0] - (ranked[1][0] if len(ranked) > 1 else 0.0)
    if ranked and ranked[0][0] < 0.6:
        chain.kind = Kind.UNKNOWN


def _rough_kinds(mentions: Sequence[Mention]) -> dict[str, Kind]:
    tally: dict[str, dict[Kind, float]] = {}
    for mention in mentions:
        votes = tally.setdefault(names.key(mention.name), {})
        for kind, weight in mention.votes:
            votes[kind] = votes.get(kind, 0.0) + weight
    return {key: max(votes, key=lambda k: votes[k]) for key, votes in tally.items() if votes}


def _longer(
    chains: Chains, mention: Mention, rough: dict[str, Kind], firsts: dict[str, int], lasts: dict[str, int]
) -> Chain | None:
    """The one longer-named chain of which this name is part."""
    if mention.register or mention.country or mention.demonym:
        return None
    short = _family(mention.name)
    kind = rough.get(names.key(mention.name), Kind.UNKNOWN)
    fits = []
    for chain in chains.sharing(short):
        if chain.country:
            continue
        full_kind = rough.get(names.key(chain.name), Kind.UNKNOWN)
        if {kind, full_kind} == {Kind.PERSON, Kind.GROUP} and names.has_group_word(chain.name):
            if mention.rank:
                continue
            if not names.has_group_word(mention.name) and not _rest_of(short, chain.name):
                continue
        if full_kind is Kind.PLACE and kind is Kind.PERSON:
            continue
        if _is_elsewhere(mention, chain.name, full_kind) or (
            (full_kind, kind) == (Kind.PERSON, Kind.GROUP) and _called_after(mention)
        ):
            continue
        if names.is_kunya(mention.name) and firsts[names.key(mention.name)] < firsts.get(names.key(chain.name), 0):
            continue
        since = mention.start - firsts.get(names.key(chain.name), mention.start)
        if (
            len(short) > 1
            and full_kind is Kind.PERSON
            and _family(chain.name)[: len(short)] == short
            and 0 < since < 120
            and not names.is_kunya(mention.name)
        ):
            continue  # `Saw Htoo Klay is not related to Saw Htoo`: so near each other, two men.
        if any(_part_of(short, _family(n), full_kind) for n in chain.names[:3]):
            if full_kind is Kind.GROUP and not _may_shorten(mention.name, chain.name):
                continue
            fits.append(chain)
    if len(fits) > 1:
        same = [c for c in fits if rough.get(names.key(c.name)) == kind]
        fits = same if len(same) == 1 else _by_article(mention, fits, rough)
    if len(fits) > 1:
        key = names.key(mention.name)
        fits = _named_by_then(fits, kind, firsts, firsts[key] if kind is Kind.GROUP else lasts[key], len(short))
    return fits[0] if len(fits) == 1 else None


def _named_by_then(fits: list[Chain], kind: Kind, firsts: dict[str, int], then: int, words: int) -> list[Chain]:
    """Those that had been named by then: whoever is named later was not meant.

    A body goes by a short name, `the Front`, from where it is first called so; where no single one had been named by
    then, none is left out.
    """
    if kind is not Kind.GROUP and words > 1:
        return fits
    before = [c for c in fits if firsts.get(names.key(c.name), 0) < then]
    return fits if kind is Kind.GROUP and len(before) != 1 else before


def _rest_of(short: list[str], full: str) -> bool:
    """Whether a body goes by its name without the foreign word for what it is: `Murabit` for `Jaysh al-Murabit`."""
    words = names.key(full).split()
    return words[1:] == short and any(words[0] in foreign for foreign in SAME_WORD.values())


def _is_elsewhere(mention: Mention, full: str, kind: Kind) -> bool:
    """Whether a short name is not the longer's: a place that a body is of, or a body whose faction the longer is."""
    if full.endswith(")") and not mention.name.endswith(")"):
        return True  # `The KPC (Unity) broke with the KPC`.
    places = [w for k, w in mention.votes if k is Kind.PLACE]
    begins = names.key(full).startswith(names.key(mention.name) + " ")
    if kind is Kind.GROUP and begins and any(w >= 1.0 for w in places):
        return True
    return kind is not Kind.PLACE and sum(places) >= 2.0 and not WILAYAT.match(full)


def _called_after(mention: Mention) -> bool:
    """`Raote fighters loyal to Elias Raote`: those who are called so are a body, and not the man of that name."""
    told = [w for k, w in mention.votes if k is Kind.GROUP]
    return max(told, default=0.0) >= 1.5 and not any(w > 0 for k, w in mention.votes if k is Kind.PERSON)


def _by_article(mention: Mention, fits: list[Chain], rough: dict[str, Kind]) -> list[Chain]:
    """`Raote` is the man of that family name, `the Raote` a body called after him, where nothing more is told."""
    article = (Kind.PERSON, -1.0) in mention.votes
    wanted = Kind.GROUP if article else Kind.PERSON
    chosen = [c for c in fits if rough.get(names.key(c.name)) is wanted]
    told = max((w for k, w in mention.votes if k is not wanted), default=0.0)
    return chosen if len(chosen) == 1 and told < 1.0 else fits


_NAMESAKES = frozenset("free new neo real true continuity provisional official original genuine reformed".split())
"""Words by which a body sets itself apart from the one whose name it took: `the Real Salt Front`."""


def _may_shorten(short: str, full: str) -> bool:
    """Whether a group may go by this part of its name.

    Not by the country or the people that it is of, and not by the name of the body that it sets itself apart from.
    """
    if short.lower() in lexicon.countries() or short.lower() in lexicon.no_names():
        return False
    words, whole = names.key(short).split(), names.key(full).split()
    apart = len(words) > 1 or names.is_acronym(short)
    if apart and words == whole[1:] and whole[0] in _NAMESAKES:
        return False
    tail = re.search(r"\b(?:of|in|for)\b(?: the)? (.+)$", full)
    if tail and names.key(short) in names.key(tail.group(1)):
        return False
    return (
        names.has_group_word(short)
        or not names.has_group_word(full)
        or full.lower().endswith(short.lower())
        or len(short) > 3
    )


def _acronyms(chains: Chains) -> None:
    """Join an acronym that no bracket explains to the one group whose initials it is."""
    live = list({id(c): c for c in chains.chains}.values())
    spelt: dict[str, list[Chain]] = {}
    for chain in live:
        spelt.setdefault(_initials(chain.name), []).append(chain)
    for chain in live:
        if (
            names.is_acronym(WING.sub("", chain.name))
            and not chain.country
            and not chain.register
            and len(chain.name) > 2
        ):
            letters = re.sub(r"[^A-Z]", "", chain.name.upper())
            same = spelt.get(letters, []) if len(letters) > 2 else []
            fits = [c for c in same if c is not chain and not c.country]
            if len(fits) == 1:
                chains.merge(fits[0], chain)


WING = re.compile(r" ?\([A-Z]{1,3}\)$")
"""A wing's initial behind a body's: `KPC(P)`."""


def _initials(name: str) -> str:
    """The first letters of a name's words that begin with a capital, as capitals."""
    return "".join(w[0] for w in re.findall(r"[^\W\d_]+", name) if w[0].isupper()).upper()


def _late_short_names(chains: Chains, mentions: Sequence[Mention], placed: dict[int, Chain]) -> None:
    """Short names of names that aliases brought in: `Tonnerre` joins `Colonel Tonnerre`."""
    for i, mention in enumerate(mentions):
        chain = chains.chains[placed[i].id]
        if len(chain.names) == 1 and not chain.country and not chain.register:
            other = _longer_alias(chains, mention, chain)
            if other is not None:
                chains.merge(other, chain)


def _longer_alias(chains: Chains, mention: Mention, own: Chain) -> Chain | None:
    short = _family(mention.name)
    fits = [
        c
        for c in chains.sharing(short)
        if c is not own and not c.country and len(c.names) > 1
        and any(_part_of(short, _family(n), Kind.PERSON) for n in c.names[1:] if not names.is_acronym(n))
    ]  # fmt: skip
    return fits[0] if len(fits) == 1 else None
