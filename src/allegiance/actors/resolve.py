"""From names in documents to actors: who is joined with whom, by stated rules and by people's judgements.

A name alone joins no person. Groups meet through the register, through equal full names, and through aliases that their
documents state; persons when the full name agrees, something beside it agrees, and nothing speaks against it. People's
judgements come first and override every rule. The result depends on what is given, not on its order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from allegiance.actors.clusters import Clusters
from allegiance.actors.gazetteer import Gazetteer
from allegiance.actors.grounds import group_token, is_description, is_full_group_name
from allegiance.actors.known import Known, group_grounds, known_of, same_name
from allegiance.actors.people import join_people
from allegiance.actors.registers import Register
from allegiance.actors.renamed import names_of
from allegiance.actors.spelling import group_spelling
from allegiance.actors.uses import Tie, Use
from allegiance.model import Actor, Judgement, Kind
from allegiance.names import is_acronym, is_single_name, key


@dataclass(frozen=True, slots=True)
class Resolved:
    """That a name in a document stands for an actor.

    `display` is the actor's name in the register, else the full name by which most reports call it. `because` says in
    words why the name was joined with others; empty where it stands alone.
    """

    document: str
    name: str
    actor_id: str
    kind: Kind
    display: str
    because: str


def resolve(
    uses: Iterable[Use],
    register: Register,
    judgements: Sequence[Judgement] = (),
    gazetteer: Gazetteer | None = None,
) -> list[Resolved]:
    """The actor for each use, sorted by document and name. Without a gazetteer places meet by their names alone."""
    return join(known_of(uses, register, gazetteer), register, judgements)


def join(
    known: Iterable[Known], register: Register, judgements: Sequence[Judgement] = (), beside: Iterable[Known] = ()
) -> list[Resolved]:
    """The actor for each use that is known, sorted by document and name. Each use must be given once.

    What is `beside` is not joined, and tells of new names of groups.

    An actor's id is that of its register record, else the smallest minted id of its uses: so an id stays as long as the
    use that gave it stays in the cluster.
    """
    every = dict(sorted((each.id, each) for each in known))
    uses = {node: each.use for node, each in every.items()}
    places = {each.place: each.place_name for each in every.values() if each.place}
    clusters = Clusters(every, anchors=sorted({*places, *_anchors(uses.values(), judgements, register)}))
    _judge(clusters, judgements)
    _keep_apart(clusters, every)
    _one_name(clusters, every.values())
    _acronyms(clusters, every)
    _registered(clusters, every, register)
    _aliases(clusters, uses)
    _places(clusters, every)
    _groups(clusters, every, register)
    join_people(clusters, every, register, names_of((*every.values(), *beside), register))
    return _resolved(clusters, uses, register, places)


def _anchors(uses: Iterable[Use], judgements: Iterable[Judgement], register: Register) -> set[str]:
    """The register's actors that may come in: who bears a name that is used, and whom a person judged."""
    named = {name for use in uses for name in (use.name, *(companion.name for companion in use.companions))}
    judged = {subject for judgement in judgements for subject in judgement.subjects if register.get(subject)}
    return judged | {actor.id for name in sorted(named) for actor in register.find(name)}


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements that are not undone, the latest first. To undo an undoing brings back what it had undone."""
    undone: set[str] = set()
    standing: list[Judgement] = []
    for judgement in sorted(judgements, key=lambda j: (j.at, j.id), reverse=True):
        if judgement.id in undone:
            continue
        if judgement.act == "undo":
            undone.update(judgement.subjects)
        else:
            standing.append(judgement)
    return standing


def _judge(clusters: Clusters, judgements: Sequence[Judgement]) -> None:
    """Apply what people decided, the latest first, so that it holds against what was decided before."""
    for judgement in in_force(judgements):
        if judgement.act not in ("same", "different", "unsure"):
            continue
        subjects = sorted({subject for subject in judgement.subjects if subject in clusters})
        why = f": {judgement.why}" if judgement.why else ""
        for one, other in combinations(subjects, 2):
            if judgement.act == "same":
                clusters.judge_same(one, other, f"{judgement.by} judged them the same{why}")
            else:
                clusters.keep_apart(one, other)


def _keep_apart(clusters: Clusters, known: Mapping[str, Known]) -> None:
    """Two actors that one claim sets against each other are two: with them, the record that one of them is."""
    for node, each in known.items():
        for companion in each.use.companions:
            other = Use(each.use.document, companion.name).id if companion.tie is Tie.APART else ""
            if other in known and key(companion.name) != key(each.use.name):
                clusters.keep_apart(node, other)
    for node, each in known.items():
        for actor in each.apart:
            clusters.keep_apart(node, actor)


def _one_name(clusters: Clusters, known: Iterable[Known]) -> None:
    """Join what one document calls by one name."""
    for same in same_name(known).values():
        for each in same[1:]:
            if _compatible(same[0].use, each.use):
                clusters.join(same[0].id, each.id, "the same name in one document")


def _acronyms(clusters: Clusters, known: Mapping[str, Known]) -> None:
    """Join an acronym with the full name of its document of which it is made."""
    for node, each in known.items():
        full = Use(each.use.document, each.full).id if each.full else ""
        if full in known:
            because = f"{each.use.name} is made of the first letters of {each.full}, in one report"
            clusters.join(full, node, because)


def _registered(clusters: Clusters, known: Mapping[str, Known], register: Register) -> None:
    """Join groups and places with the record whose name they bear; an acronym only where its report allows it."""
    for node, each in known.items():
        use = each.use
        if use.kind is Kind.PERSON or is_description(use.name) or each.foreign:
            continue
        record = register.one(use.name, use.kind)
        if record and record.kind != "person" and not _explained_otherwise(use, record.id, register):
            clusters.join(node, record.id, f"the register gives {use.name} as a name of {record.name}")


def _aliases(clusters: Clusters, known: Mapping[str, Use]) -> None:
    """Join the names of which a document says on its own word that they are one, or that one took the other's place."""
    said: dict[tuple[str, str], str] = {}
    for node, use in known.items():
        for companion in use.companions:
            tied = companion.tie is Tie.ALIAS or (companion.tie is Tie.RENAMED and use.kind is not Kind.PERSON)
            other = Use(use.document, companion.name).id if tied else ""
            named = (
                other in known and other != node and not (is_description(companion.name) or is_description(use.name))
            )
            if named and _compatible(use, known[other]):
                names = sorted((use.name, companion.name), key=_fullness)
                words = f"{' is '.join(names)}" if companion.tie is Tie.ALIAS else f"{use.name} became {companion.name}"
                pair = (min(node, other), max(node, other))
                said[pair] = min(said.get(pair, words), words)
    for (one, two), words in sorted(said.items()):
        clusters.join(one, two, f"the document says that {words}")


def _compatible(one: Use, other: Use) -> bool:
    return one.kind is other.kind or Kind.UNKNOWN in (one.kind, other.kind)


def _places(clusters: Clusters, known: Mapping[str, Known]) -> None:
    """Join a place with what its report settles it to be, and where no gazetteer knows the name, with its namesakes.

    A name that several places bear, and that its report does not settle, joins nothing.
    """
    unknown: dict[str, list[str]] = defaultdict(list)
    for node, each in known.items():
        if each.use.kind is not Kind.PLACE:
            continue
        if each.place:
            clusters.join(node, each.place, f"{each.use.name} is {each.place_name}: {each.place_why}")
        elif not each.open and not is_description(each.use.name):
            unknown[key(each.use.name)].append(node)
    for _, nodes in sorted(unknown.items()):
        _join_all(clusters, nodes, "the same place name in several documents")


def _groups(clusters: Clusters, known: Mapping[str, Known], register: Register) -> None:
    by_name: dict[str, list[str]] = defaultdict(list)
    by_ground: dict[str, list[str]] = defaultdict(list)
    words: dict[str, str] = {}
    for node, each in known.items():
        use = each.use
        if use.kind in (Kind.PERSON, Kind.PLACE) or is_description(use.name):
            continue
        known_by = group_token(use.name, register)
        if use.kind is Kind.GROUP and known_by.startswith("name:"):
            by_name[group_spelling(use.name)].append(node)
        elif use.kind is Kind.GROUP and not known_by:
            for ground in group_grounds(each, register):
                token = f"{key(use.name)}|{ground.token}"
                by_ground[token].append(node)
                words[token] = min(words.get(token, ground.words), ground.words)
    for _, nodes in sorted(by_name.items()):
        _join_all(clusters, nodes, "the same full name in several documents")
    for token, nodes in sorted(by_ground.items()):
        _join_all(clusters, nodes, f"the same name, and {words[token]}")


def _explained_otherwise(use: Use, actor: str, register: Register) -> bool:
    """Whether its document gives this acronym another full name than the register does."""
    if not is_acronym(use.name):
        return False
    full = [c.name for c in use.companions if c.tie is Tie.ALIAS and is_full_group_name(c.name)]
    return bool(full) and not any((record := register.one(name)) and record.id == actor for name in full)


def _join_all(clusters: Clusters, nodes: list[str], because: str) -> None:
    """Join each node with the first cluster among these that will have it."""
    heads: list[str] = []
    for node in nodes:
        if not any(clusters.join(head, node, because) for head in heads):
            heads.append(node)


def _resolved(
    clusters: Clusters, known: Mapping[str, Use], register: Register, places: Mapping[str, str]
) -> list[Resolved]:
    actors: dict[str, Actor] = {}
    out = []
    for node, use in known.items():
        root = clusters.root(node)
        if root not in actors:
            actors[root] = _actor(clusters.members(node), known, register, places)
        actor = actors[root]
        because = "; ".join(clusters.because(node))
        out.append(Resolved(use.document, use.name, actor.id, actor.kind, actor.name, because))
    return sorted(out, key=lambda r: (r.document, r.name))


def _actor(members: Iterable[str], known: Mapping[str, Use], register: Register, places: Mapping[str, str]) -> Actor:
    """The actor that a cluster is: its first register record, else its place, else the smallest of its uses."""
    records = [record for member in sorted(members) if (record := register.get(member))]
    if records:
        return records[0].actor
    placed = sorted(member for member in members if member not in known)
    if placed:
        return Actor(placed[0], Kind.PLACE, places[placed[0]])
    own = [known[member] for member in members]
    times = Counter(use.name for use in own)
    shown = max(sorted(times), key=lambda name: (*_fullness(name)[:2], not name.isupper(), times[name], len(name)))
    return Actor(min(use.id for use in own), _kind_of(own), shown)


def _kind_of(uses: Iterable[Use]) -> Kind:
    told = sorted({use.kind for use in uses} - {Kind.UNKNOWN})
    return told[0] if told else Kind.UNKNOWN


def _fullness(name: str) -> tuple[bool, bool, int, str]:
    """How well a name serves to show an actor: written out, more than one name, long."""
    return not is_acronym(name), not is_single_name(name), len(key(name)), name
