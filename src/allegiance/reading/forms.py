"""Claims that form alone makes, before any parse: aliases in brackets and beside names, and offices before names."""

from __future__ import annotations

from collections.abc import Sequence

from allegiance import names
from allegiance.model import Kind, Phase
from allegiance.reading.draft import Draft
from allegiance.reading.filling import SEATS, Fill
from allegiance.reading.layout import Paragraph
from allegiance.reading.runs import Mention
from allegiance.reading.state import State


def said_by_form(state: State) -> None:
    """Claims that form alone makes: aliases in brackets and beside names, and offices before names."""
    layers = state.layers
    for alias in layers.aliases:
        mention = layers.mentions[alias.mention]
        chain = layers.chains.chains[mention.chain]
        part = _kind_of_part(layers.paragraphs, mention.start)
        if alias.kind == "foreign" or part == "headline":
            continue
        name = alias.other
        if alias.kind == "former":
            fills = (Fill("group", name, name, chain.kind, alias.evidence.start, alias.evidence.end),
                     Fill("name", chain.name, mention.text, chain.kind, mention.start, mention.end))  # fmt: skip
            if chain.kind is Kind.GROUP:
                state.drafts.append(
                    Draft(
                        "alias.former",
                        "renaming",
                        fills,
                        alias.evidence.start,
                        alias.evidence.end,
                        -1,
                        -1,
                        described=True,
                    )
                )
            continue
        unsure = chain.kind in (Kind.PLACE, Kind.UNKNOWN) and not mention.country and not chain.register
        if unsure and not names.is_acronym(name):
            continue  # `Kosso (Azur)`: a town and its province.
        first = mention.name if not mention.country else chain.name
        fills = (Fill("name", first, mention.text, chain.kind, mention.start, mention.end, chain.id),
                 Fill("other", name, name, chain.kind, alias.evidence.start, alias.evidence.end))  # fmt: skip
        state.drafts.append(
            Draft("alias.beside", "alias", fills, alias.evidence.start, alias.evidence.end, -1, -1, described=True)
        )
    for index, mention in enumerate(layers.mentions):
        if mention.office and index and _kind_of_part(layers.paragraphs, mention.start) != "headline":
            body = layers.mentions[index - 1]
            if body.text == mention.office_of:
                _office(state, mention, body)


def _office(state: State, mention: Mention, body: Mention) -> None:
    chain, group = state.layers.chains.chains[mention.chain], state.layers.chains.chains[body.chain]
    place = group.kind is Kind.PLACE and not group.country and mention.office.split()[-1] not in SEATS
    if chain.kind is not Kind.PERSON or place or group.kind is Kind.PERSON:
        return
    fills = (
        Fill("person", chain.name, mention.text, Kind.PERSON, mention.start, mention.end, chain.id, rank=mention.rank),
        Fill("group", group.name, body.text, Kind.GROUP, body.start, body.end, group.id),
        Fill("role", mention.office, mention.office, Kind.UNKNOWN, mention.start, mention.end),
    )
    former = any(w in mention.office.split() for w in ("former", "ex"))
    state.drafts.append(
        Draft(
            "post.office",
            "post",
            fills,
            body.start,
            mention.end,
            -1,
            -1,
            phase=Phase.FORMER if former else Phase.CURRENT,
            described=True,
        )
    )


def _kind_of_part(parts: Sequence[Paragraph], start: int) -> str:
    return next((p.kind for p in parts if p.start <= start < p.end), "")
