"""What the network answers: for each two candidates of a sentence, which roles of which claim they fill."""

from __future__ import annotations

from collections.abc import Mapping

PAIRS: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "pledge": (("actor", "to", ""),),
    "renounce": (("actor", "from", ""),),
    "join": (("actor", "to", ""), ("actor", "from", "from")),
    "leave": (("actor", "from", ""),),
    "membership": (("actor", "group", ""),),
    "affiliation": (("group", "parent", ""),),
    "alliance": (("a", "b", ""),),
    "support": (("giver", "recipient", ""),),
    "link": (("a", "b", ""),),
    "agreement": (("a", "b", ""),),
    "rivalry": (("a", "b", ""),),
    "founding": (("group", "group", ""), ("group", "founder", "founder")),
    "split": (("group", "from", ""),),
    "merger": (("group", "into", ""),),
    "renaming": (("group", "name", ""),),
    "post": (("person", "group", ""), ("person", "role", "role"), ("group", "role", "of")),
    "appointment": (
        ("person", "group", ""),
        ("person", "role", "role"),
        ("group", "role", "of"),
        ("person", "by", "by"),
    ),
    "removal": (("person", "group", ""), ("person", "role", "role"), ("group", "role", "of"), ("person", "by", "by")),
    "succession": (("person", "predecessor", ""),),
    "death": (("person", "person", ""),),
    "killing": (("victim", "victim", ""), ("victim", "by", "by")),
    "detention": (("person", "person", ""), ("person", "by", "by")),
    "release": (("person", "person", ""), ("person", "by", "by")),
    "attack": (("target", "target", ""), ("target", "actor", "actor")),
    "responsibility": (("actor", "actor", ""),),
    "designation": (("target", "target", ""), ("target", "by", "by")),
    "statement": (("issuer", "issuer", ""),),
    "presence": (("group", "area", ""),),
    "alias": (("name", "other", ""),),
}
"""For each claim type the two roles that a pair of candidates fills, and the label's suffix.

The first pair is the claim itself: where it is one role twice, a candidate paired with itself is the claim. Of a claim
that is symmetric both orders of a pair bear the label.
"""
LABELS: tuple[str, ...] = tuple(
    f"{type_}.{suffix}" if suffix else type_ for type_, rows in PAIRS.items() for _, _, suffix in rows
)
INDEX: Mapping[str, int] = {label: i for i, label in enumerate(LABELS)}
STANCES: tuple[str, ...] = ("denied", "hedged", "former")
"""What is said of a claim beside its roles, in the columns behind the labels."""
SAME = len(LABELS) + len(STANCES)
"""The last column: whether the first of a pair means the second, who is named, in this sentence or before it.

Nobody asks for it yet: too few of the passages say whom words without a name mean.
"""
