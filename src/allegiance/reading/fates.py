"""What has befallen whom so far in a document: what `they were freed`, `was acquitted` and `shot him` lean on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from allegiance.reading.amounts import amount
from allegiance.reading.phrases import Phrase
from allegiance.reading.referents import Referent

COUNTS = {"pair": 2, "duo": 2, "both": 2, "two": 2, "trio": 3, "three": 3, "four": 4, "five": 5}
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
                return self._as_many(2 if phrase.pronoun == "both" else 0)
            known = phrase.definite and phrase.plural and f"{phrase.head}s" in heads
            if phrase.definite and (known or (phrase.head in ALL_OF_THEM and near)):
                counts = [COUNTS[w] for w in (*phrase.adjectives, phrase.head) if w in COUNTS]
                return self._as_many(counts[0] if counts else 0) if phrase.head in ALL_OF_THEM else self.taken
        return []

    def _as_many(self, count: int) -> list[Referent]:
        """Those last taken, where they are as many as is said (several, where no number is said)."""
        each = [1 if t.named else (amount(t.name) or (0, 0))[1] for t in self.taken]
        if not count:
            return self.taken if len(self.taken) > 1 or each != [1] else []
        alone = [t for t, n in zip(self.taken, each, strict=True) if n == count]
        return self.taken if sum(each) == count or not all(each) else alone


__all__ = ["Fates"]
