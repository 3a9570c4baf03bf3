"""What entries of official lists tell by form alone, and whom a sentence means that lists `the following`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from allegiance.model import Kind, Phase
from allegiance.reading import dates
from allegiance.reading.draft import Draft
from allegiance.reading.filling import Fill
from allegiance.reading.layout import Paragraph
from allegiance.reading.records import is_awaited, items
from allegiance.reading.runs import Mention
from allegiance.reading.state import Layers, State


def told(state: State) -> None:
    """Add what the fields of entries tell by their form alone."""
    layers = state.layers
    by_start = {m.start: m for m in layers.mentions}
    for record in layers.records:
        subject = by_start.get(record.start)
        if subject is None:
            continue
        for piece in record.of("place") if record.kind is Kind.GROUP else ():
            for start, end in items(layers.text, piece):
                area = Fill("area", layers.text[start:end], layers.text[start:end], Kind.PLACE, start, end)
                span = (piece.label, end)
                _add(state, "presence", (_fill(state, "group", subject), area), span, phase=Phase.CURRENT)
        for piece in record.of("listed"):
            value = layers.text[piece.start : piece.end]
            day = next(iter(dates.find_dates(value)), None)
            when = dates.resolve(day).edtf if day else ""
            _add(state, "designation", (_fill(state, "target", subject),), (piece.label, piece.end), when=when)
        for piece in record.of("linked"):
            name = " ".join(layers.text[piece.start : piece.end].split())
            known = layers.chains.by_name(name)
            kind, chain = (known.kind, known.id) if known is not None else (Kind.GROUP, -1)
            other = Fill("b", known.name if known is not None else name, name, kind, piece.start, piece.end, chain)
            _add(state, "link", (_fill(state, "a", subject), other), (piece.label, piece.end), phase=Phase.CURRENT)
        if record.programme:
            listing = Fill("list", record.programme, record.programme, Kind.UNKNOWN, record.start, record.end)
            _add(state, "designation", (_fill(state, "target", subject), listing), (record.start, record.until))


def _fill(state: State, role: str, mention: Mention) -> Fill:
    chain = state.layers.chains.chains[mention.chain]
    return Fill(role, chain.name, mention.text, chain.kind, mention.start, mention.end, chain.id, rank=mention.rank)


def _add(
    state: State,
    type: str,
    fills: tuple[Fill, ...],
    span: tuple[int, int],
    *,
    when: str = "",
    phase: Phase = Phase.NONE,
) -> None:
    state.drafts.append(
        Draft(f"{type}.record", type, fills, span[0], span[1], -1, -1, phase=phase, when=when, described=True)
    )


def subject_of(layers: Layers, start: int) -> int:
    """The chain of the body whose entry a place of the text stands in, or -1."""
    record = next((r for r in layers.records if r.start <= start < r.until), None)
    subject = next((m for m in layers.mentions if record and m.start == record.start), None)
    return subject.chain if subject is not None and subject.kind is Kind.GROUP else -1


def spelt_out(drafts: Sequence[Draft], state: State) -> list[Draft]:
    """`The Minister added the following entries to the list` is of each that is listed behind it."""
    waiting = [m for m in state.layers.mentions if is_awaited(m.text)]
    if not waiting:
        return list(drafts)
    out: list[Draft] = []
    for draft in drafts:
        held = next((m for m in waiting for f in draft.fills if f.start == m.start and f.end == m.end), None)
        if held is None:
            out.append(draft)
            continue
        role = next(f.role for f in draft.fills if f.start == held.start)
        until = min((m.start for m in waiting if m.start > held.start), default=len(state.layers.text))
        out.extend(
            replace(draft.with_fill(_fill(state, role, m)), end=m.end) for m in _behind(held, until, state.layers)
        )
    return out


ITEM = re.compile(r"(?:^|[:;,]|\band\b|[-*•])\s*(?:and )?(?:the )?(?:\(?[\da-z]{1,2}[.)]\s*)?$", re.IGNORECASE)
"""What stands before an item of a list."""


def _behind(held: Mention, until: int, layers: Layers) -> list[Mention]:
    """Those whom words mean: behind their colon, in entries, or each at its line's beginning."""
    part = next(p for p in layers.paragraphs if p.start <= held.start < p.end)
    colon = part.clean.find(":", held.end - part.start)
    named = [m for m in layers.mentions if held.end <= m.start < until and m.kind in (Kind.PERSON, Kind.GROUP)]
    if colon >= 0 and part.clean[colon + 1 :].strip():
        inside = [m for m in named if part.start + colon < m.start < part.end]
        return [m for m in inside if ITEM.search(part.clean[colon : m.start - part.start])]
    entries = {r.start for r in layers.records}
    rows = [m for m in named if m.start in entries]
    if rows:
        return rows
    for line in (p for p in layers.paragraphs if p.start >= part.end):
        first = next((m for m in named if line.start <= m.start < line.end), None)
        if first is None and line.kind in ("heading", "headline"):
            continue
        if first is None or line.clean[: first.start - line.start].strip() or not _is_item(line, first):
            break
        rows.append(first)
    return rows


def _is_item(line: Paragraph, first: Mention) -> bool:
    """Whether a line is an item that its name begins: a bullet, a name alone, or a name and what is told of it."""
    behind = line.clean[first.end - line.start :].strip()
    return line.kind == "bullet" or not behind or behind[0] in ",;.-:"
