"""What has befallen whom so far in a document: what `they were freed`, `was acquitted` and `shot him` lean on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from allegiance.reading.phrases import Phrase
from allegiance.reading.referents import Referent

RECENT = 3
"""How many sentences back a plural that names nobody may mean those who were last taken."""
ALL_OF_THEM = frozenset("pair two three four five trio duo both all men captive hostage detainee prisoner".split())
"""Heads of a plural that means those who were last taken, whoever they are."""


@dataclass(slots=True)
class Fates:
    """Chains of those held and killed, who died `last`, who last left a post (`gone`), those last taken, in order.

    `violence` is set once an attack or a killing was told of.
    """

    held: set[int] = field(default_factory=set)
    fallen: set[int] = field(default_factory=set)
    taken: list[Referent] = field(default_factory=list)
    taken_at: int = -99
    now: int = 0
    last: int = -1
    gone: int = -1
    gone_at: int = -99
    violence: bool = False

    def note(self, kind: str, who: Referent, sentence: int) -> None:
        """Remember what a claim says of somebody."""
        if who.chain >= 0:
            if kind == "detention":
                self.held.add(who.chain)
            elif kind == "killing":
                self.fallen.add(who.chain)
            if kind in ("killing", "death"):
                self.last = who.chain
            if kind in ("killing", "death", "detention", "removal"):
                self.gone, self.gone_at = who.chain, sentence
        if kind == "detention":
            if sentence != self.taken_at:
                self.taken = []
            self.taken_at = sentence
            if all(who.name != t.name for t in self.taken):
                self.taken.append(who)

    def of_plural(self, phrases: Sequence[Phrase]) -> list[Referent]:
        """Those who were last taken, where one of these phrases means them: `they`, `the pair`, `the workers`."""
        if not self.taken:
            return []
        near = self.now - self.taken_at <= RECENT
        heads = {t.name.lower().split()[-1] for t in self.taken if not t.named}
        for phrase in phrases:
            if phrase.mention >= 0 or (phrase.mods and phrase.head not in ALL_OF_THEM):
                continue
            if phrase.pronoun in ("they", "them", "both") and near:
                return self.taken
            known = phrase.definite and phrase.plural and f"{phrase.head}s" in heads
            if phrase.definite and (known or (phrase.head in ALL_OF_THEM and near)):
                return self.taken
        return []


__all__ = ["Fates"]
