"""Which groups are one by a stated new name: a thing that can agree beside two names of a person, and no more.

A document that says on its own word that a group took another name makes the two names tell of one group, wherever they
stand beside a person. It does so only for names that tell a group from others; a name that several groups of the
register bear tells none of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from allegiance.actors.grounds import group_token
from allegiance.actors.known import Known
from allegiance.actors.registers import Register
from allegiance.actors.uses import Tie
from allegiance.model import Kind


@dataclass(frozen=True, slots=True)
class Renaming:
    """That one document says that a group took another name: what the two are known by, and words for it."""

    one: str
    other: str
    words: str


Names = Mapping[str, Mapping[str, str]]
"""By what a group is known by: what it is known by under its other names, with words for each."""


def renamings(known: Known, register: Register) -> Iterator[Renaming]:
    """The new names that its document gives the group of this use; not where it sets the two against each other."""
    use = known.use
    if use.kind is Kind.PERSON or not any(companion.tie is Tie.RENAMED for companion in use.companions):
        return
    apart = {companion.name for companion in use.companions if companion.tie is Tie.APART}
    before = known.full or use.name
    one = group_token(before, register)
    for companion in use.companions:
        other = group_token(companion.name, register) if companion.tie is Tie.RENAMED else ""
        if one and other and one != other and companion.name not in apart:
            yield Renaming(one, other, f"{before} became {companion.name}")


def names_of(known: Iterable[Known], register: Register) -> Names:
    """The other names of groups that these uses state, each in both directions."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for each in known:
        for told in renamings(each, register):
            for one, other in ((told.one, told.other), (told.other, told.one)):
                found[one][other] = min(found[one].get(other, told.words), told.words)
    return found
