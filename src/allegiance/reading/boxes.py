"""Boxes of facts: `Founded: 1998`, `Allies: the River Sharks`, `Headquarters: Kosso`, each line a fact of one body.

Posts in them are told by `rosters`; what stands behind the other keys is told here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from allegiance.model import Kind, Phase
from allegiance.reading import dates
from allegiance.reading.draft import Draft
from allegiance.reading.entries import KEYS, fact_line
from allegiance.reading.filling import Fill
from allegiance.reading.layout import Paragraph
from allegiance.reading.runs import Mention
from allegiance.reading.state import State

OTHER_ROLE = {
    "presence": ("group", "area"),
    "alliance": ("a", "b"),
    "rivalry": ("a", "b"),
    "affiliation": ("group", "parent"),
    "split": ("group", "from"),
    "merger": ("group", "into"),
    "support": ("recipient", "giver"),
    "designation": ("target", "by"),
    "founding": ("group", "founder"),
}
"""Which role the box's body has in it, and which those named behind the key."""
BETWEEN = re.compile(r"(?:[\s,;&]|\band\b|\bthe\b|\bby\b|\blocal\b|\((?:[^()]*)\))*")
ENDED = re.compile(r"\((?:formerly|former|until|till|previously|ex|\d{4}\s?[-–]\s?\d{4})\b", re.IGNORECASE)
FORCE = re.compile(r" ((?:armed |security )?(?:army|military|government|forces|police|troops|state|state forces))\b")
"""What behind a country's adjective is a body of the state: `the Syrian army`."""
NOTHING = re.compile(r"\s*(?:none|unknown|n/?a|no\b|not\b|disputed|unclear|various)", re.IGNORECASE)


def told(state: State, index: int, group: int) -> None:
    """Add what a line of a box of facts tells of the body that the box is of."""
    part = state.layers.paragraphs[index]
    match = fact_line().match(part.clean)
    if match is None or group < 0 or state.layers.chains.chains[group].kind is not Kind.GROUP:
        return
    type = next(use for use in KEYS if match[use])
    body = state.layers.chains.chains[group]
    own_role, other_role = OTHER_ROLE[type]
    own = Fill(own_role, body.name, body.name, Kind.GROUP, part.start, part.end, body.id)
    value = part.clean[match.end() :]
    if NOTHING.match(value):
        return
    span = (part.start + match.start("key"), part.start + len(part.clean.rstrip()))
    named = [m for m in _values(part, match.end(), state.layers.mentions) if m.chain != group]
    if type == "founding":
        when = _day(value)
        founders = [m for m in named if m.kind is Kind.PERSON]
        if when or founders:
            fills = (own, *(_fill(state, other_role, m) for m in founders[:1]))
            _add(state, type, fills, span, when)
        return
    wanted = (Kind.PLACE, Kind.UNKNOWN) if type == "presence" else (Kind.GROUP, Kind.UNKNOWN)
    for mention in named:
        chain = state.layers.chains.chains[mention.chain]
        force = FORCE.match(part.clean, mention.end - part.start) if chain.country else None
        if force is not None and type != "presence":
            words = f"{mention.text} {force[1]}"
            end = part.start + force.end()
            _add(
                state,
                type,
                (own, Fill(other_role, words, words, Kind.GROUP, mention.start, end)),
                span,
                "",
                Phase.CURRENT,
            )
            continue
        kind = Kind.GROUP if chain.country and type != "presence" else mention.kind
        if kind not in wanted or (kind is Kind.UNKNOWN and type != "presence"):
            continue
        behind = part.clean[mention.end - part.start : mention.end - part.start + 30].lstrip()
        phase = Phase.FORMER if ENDED.match(_aside(part, mention) or behind) else Phase.CURRENT
        fills = (own, _fill(state, other_role, mention))
        state_like = type not in ("split", "merger", "designation")
        _add(state, type, fills, span, "", phase if state_like else Phase.NONE)


def _aside(part: Paragraph, mention: Mention) -> str:
    found = next((a for a in part.asides if 0 <= a.start - mention.end <= 2), None)
    return f"({found.text})" if found else ""


def _day(value: str) -> str:
    if re.match(r"(?:19|20)\d\d\b(?!-)", value):
        return value[:4]
    found = next(iter(dates.find_dates(value[:60])), None)
    return dates.resolve(found).edtf if found is not None and found.span[0] < 6 else ""


def _values(part: Paragraph, begin: int, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The names that a line lists behind its key; what stands behind other words is no value."""
    at = begin
    for mention in (m for m in mentions if part.start + begin <= m.start < part.end):
        gap = part.clean[at : mention.start - part.start]
        if not BETWEEN.fullmatch(re.sub(r"\d{4}|[A-Z][a-z]+ (?=\d{4})", "", gap)):
            return
        yield mention
        at = mention.end - part.start


def _fill(state: State, role: str, mention: Mention) -> Fill:
    chain = state.layers.chains.chains[mention.chain]
    name = mention.text if chain.kind is Kind.PLACE else chain.name
    kind = Kind.GROUP if role not in ("area", "founder") else chain.kind
    return Fill(role, name, mention.text, kind, mention.start, mention.end, chain.id, rank=mention.rank)


def _add(
    state: State, type: str, fills: tuple[Fill, ...], span: tuple[int, int], when: str, phase: Phase = Phase.NONE
) -> None:
    state.drafts.append(
        Draft(f"{type}.box", type, fills, span[0], span[1], -1, -1, phase=phase, when=when, described=True)
    )
