"""Why the program said what it said: the way of a sentence through the layers, of a claim into the ledger, of a name.

Everything here gives lines of text, or values; the command line prints them.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from allegiance.actors import Comparison, compare
from allegiance.errors import NotFound, Problem
from allegiance.exchange import claim_object, read_line
from allegiance.exports.words import said
from allegiance.ledger import Ledger, NameUse, read_entry
from allegiance.model import Claim, Filler, Finding, Kind, Reading, Recorded, minted_actor_id

if TYPE_CHECKING:
    from allegiance.reading.clause import Clause
    from allegiance.reading.reader import EnglishReader
    from allegiance.reading.state import Layers, Step

SCHEMAS = {
    "person": Kind.PERSON,
    "organization": Kind.GROUP,
    "organisation": Kind.GROUP,
    "company": Kind.GROUP,
    "publicbody": Kind.GROUP,
    "vessel": Kind.GROUP,
    "airplane": Kind.GROUP,
    "asset": Kind.GROUP,
    "legalentity": Kind.UNKNOWN,
    "thing": Kind.UNKNOWN,
}
"""The schemas under which names are compared, in lower case, and the kind of actor that each means."""

CHARACTERS_A_FIELD = 10_000_000
"""A field of a file of pairs that is longer than this ends the reading."""


def why(ledger: Ledger, id: str) -> list[str]:
    """Why a claim is as it is: what it says, its frame, clause, stance, dates, the words behind each role, the reader.

    Raises NotFound.
    """
    recorded = ledger.claim(id)
    claim = recorded.claim
    appeared = recorded.appearance
    at = ", ".join(part for part in (appeared.publisher, appeared.published or "undated", recorded.place) if part)
    span = f"characters {claim.evidence.start} to {claim.evidence.end}"
    lines = [
        said(claim, with_sources=True),
        f"  claim      {claim.id}: {claim.type}",
        f"  sentence   {recorded.sentence}",
        f"  stands in  {appeared.name} ({at}), {span} of {claim.document}",
        f"  certainty  {claim.certainty}{_phase(claim)}, {_by_whom(claim)}",
        f"  when       {_when(claim)}",
    ]
    lines += [f"  {step:<10} {words}" for step, words in found(ledger, recorded).because]
    lines += _roles(ledger, recorded)
    lines += _decided(ledger, recorded)
    return [*lines, f"  reading    {recorded.reading}, recorded {recorded.recorded}", f"  reader     {recorded.reader}"]


def _phase(claim: Claim) -> str:
    return f", {claim.phase}" if claim.phase else ""


def _by_whom(claim: Claim) -> str:
    return f"according to {', who had it from '.join(reversed(claim.sources))}" if claim.sources else "on its own word"


def _when(claim: Claim) -> str:
    if not claim.when:
        return "not said"
    return f"{claim.when}{f', reckoned from {claim.reckoned_from}' if claim.reckoned_from else ''}"


def found(ledger: Ledger, recorded: Recorded) -> Finding:
    """A claim as its reading found it: its frame, and step by step why. Raises NotFound."""
    entry = ledger.entry(recorded.reading)
    reading = read_entry(entry.kind, entry.payload)
    if isinstance(reading, Reading):
        for finding in reading.findings:
            if finding.claim.id == recorded.claim.id:
                return finding
    raise NotFound(f"no reading in the ledger gives {recorded.claim.id}", hint="try `allegiance doctor check`")


def _roles(ledger: Ledger, recorded: Recorded) -> Iterator[str]:
    """The words behind each role, and of an actor whom they name, with the reason."""
    claim = recorded.claim
    wanted = {filler.name for filler in claim.actors}
    uses = {use.name: use for use in ledger.names([claim.document]) if use.name in wanted}
    for filler in claim.roles:
        yield f"  {filler.role:<10} {_words(filler)}"
        if use := uses.get(filler.name):
            yield from (f"  {'':<10} {line}" for line in _identity(claim.document, use))
            if use.kind is Kind.PERSON:
                stood = ledger.view().standing(use.actor)
                yield f"  {'':<10} {stood.standing}{f': {stood.because}' if stood.because else ''}"


def _decided(ledger: Ledger, recorded: Recorded) -> Iterator[str]:
    """What people decided about a claim, its report and its publishers, taken back or not."""
    claim = recorded.claim
    publishers = {each.publisher for each in recorded.appearances} - {""}
    for judgement, counts in ledger.judged([claim.id, claim.document, *publishers]):
        note = f" {judgement.note}" if judgement.note else ""
        taken = "" if counts else ", taken back since"
        yield f"  decided    {judgement.act}{note} by {judgement.by} on {judgement.at[:10]}{taken}: {judgement.why}"
        given = read_line(judgement.value).claim() if judgement.act == "correct" else claim
        other = given.id if given.id != claim.id else next(iter(judgement.subjects), "")
        yield f"  {'':<10} {judgement.id}{f'; the other is {other}' if judgement.act == 'correct' else ''}"


def _words(filler: Filler) -> str:
    mention = f', here "{filler.mention}"' if filler.mention and filler.mention != filler.name else ""
    kind = f" ({filler.kind})" if filler.kind is not Kind.UNKNOWN else ""
    return f"{filler.name}{kind}{mention}"


def _identity(document: str, use: NameUse) -> Iterator[str]:
    own = minted_actor_id(document, use.name)
    if use.actor == own and not use.because:
        yield f"is {own}; joined with no other"
        return
    yield f"is {use.actor}; the id of this name by itself is {own}"
    if use.because:
        yield f"because {use.because}"


def trace(reader: EnglishReader, sentence: str, published: str = "") -> Iterator[str]:
    """What each layer makes of a text: paragraphs, mentions, masks, clauses, frames, stance, dates, claims."""
    layers, steps, findings = reader.trace(sentence, published)
    yield from _layer_lines(layers)
    for number, step in enumerate(steps, 1):
        yield f"sentence {number}: {step.text.strip()}"
        yield from (f"  {line}" for line in _step_lines(step))
    yield f"claims: {len(findings)}"
    for finding in findings:
        yield f"  {said(finding.claim, with_sources=True)}"
        yield f"    {json.dumps(claim_object(finding.claim), ensure_ascii=False)}"
        yield from (f"    {step}: {words}" for step, words in finding.because)


def _layer_lines(layers: Layers) -> Iterator[str]:
    for paragraph, masked in zip(layers.paragraphs, layers.masked, strict=True):
        topic = f", under {paragraph.topic!r}" if paragraph.topic else ""
        yield f"paragraph {paragraph.start} to {paragraph.end}, {paragraph.kind}{topic}"
        yield f"  text    {paragraph.clean.strip()}"
        yield f"  masked  {masked.text.strip()}"
    yield f"mentions: {len(layers.mentions)}"
    for mention in layers.mentions:
        chain = layers.chains.chains[mention.chain]
        rank = f", rank {mention.rank}" if mention.rank else ""
        yield f"  {mention.start} to {mention.end}  {mention.text!r} is {chain.name} ({chain.kind}){rank}"
    for alias in layers.aliases:
        yield f"  {layers.mentions[alias.mention].text!r} is also {alias.other!r} ({alias.kind})"
    for one in layers.attributed:
        who = layers.text[one.who[0] : one.who[1]].strip()
        whose = f", the word of {who}" if who else ""
        yield f"  {one.start} to {one.end}  {layers.text[one.start : one.end]!r} is set aside{whose}"


def _step_lines(step: Step) -> Iterator[str]:
    for clause, stance in zip(step.clauses, step.stances, strict=True):
        yield f"clause {clause.index}: {_clause_words(clause)}"
        heard = "; ".join(stance.path) or "the author's own word"
        unreal = f"; no claim: {stance.unreal}" if stance.unreal else ""
        yield f"  stance {stance.certainty}: {heard}{unreal}"
        tried = [miss for index, miss in step.misses if index == clause.index]
        yield from (f"  frame {miss.frame}: {miss.why}" for miss in tried)
        yield from (f"  frame {draft.frame}: fits" for draft in step.drafts if draft.clause == clause.index)
    yield from (f"network {line}" for line in step.network)
    yield from (f"left open: {note}" for note in step.notes)
    for dated in step.dated:
        leaning = f", reckoned from {dated.reckoned_from}" if dated.reckoned_from else ""
        of = f", of clause {dated.clause}" if dated.clause >= 0 else ""
        rule = dated.rule or "what it counts from"
        yield f"date {dated.start} to {dated.end}: {dated.edtf or 'not settled'} by {rule}{leaning}{of}"


def _clause_words(clause: Clause) -> str:
    marks = [mark for mark, holds in (("passive", clause.passive), ("negated", clause.negated)) if holds]
    marks += [f"helpers {' '.join(clause.helpers)}"] if clause.helpers else []
    marks += [f"{clause.embedding} of clause {clause.parent}"] if clause.parent >= 0 else []
    args = "; ".join(f"{arg.function}: {arg.phrase.text}" for arg in clause.args)
    return f"{clause.form} {clause.lemma}({args}) {', '.join(marks)}".rstrip()


@dataclass(frozen=True, slots=True)
class Compared:
    """Two names held side by side under a schema."""

    schema: str
    name1: str
    name2: str
    comparison: Comparison

    @property
    def line(self) -> str:
        """One line of JSON: schema, name1, name2, score (0 to 1), verdict, because."""
        found = self.comparison
        said = {"score": found.score, "verdict": found.verdict.value, "because": found.because}
        pair = {"schema": self.schema, "name1": self.name1, "name2": self.name2}
        return json.dumps(pair | said, ensure_ascii=False)


def compare_two(schema: str, name1: str, name2: str) -> Compared:
    """Compare two names as the schema says. Of a schema that leaves it open, or is unknown, the names decide."""
    kind = SCHEMAS.get(schema.strip().casefold(), Kind.UNKNOWN)
    return Compared(schema, name1, name2, compare(name1, name2, kind))


def compare_pairs(path: Path, schema: str = "Person") -> Iterator[Compared | Problem]:
    """Each row of a CSV file with the columns name1 and name2 compared, in order; `schema` holds where a row has none.

    Every row gives a comparison, whatever stands in it. A file that cannot be read, or that lacks a column, is one
    problem; bytes that are no UTF-8 are read as a mark of their own.
    """
    before = csv.field_size_limit(CHARACTERS_A_FIELD)
    try:
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            rows = csv.reader(file)
            heads = [head.strip().casefold() for head in next(rows, [])]
            missing = {"name1", "name2"} - set(heads)
            if missing:
                hint = "its first line must name schema, name1 and name2"
                yield Problem(str(path), "no-column", f"it has no column {min(missing)}", hint)
                return
            places = [heads.index(head) if head in heads else -1 for head in ("schema", "name1", "name2")]
            for row in rows:
                if row:
                    fields = [row[at] if 0 <= at < len(row) else "" for at in places]
                    yield compare_two(fields[0] or schema, fields[1], fields[2])
    except OSError as error:
        yield Problem(str(path), "unreadable", f"it cannot be read: {error.strerror or error}", "check the path")
    except csv.Error as error:
        yield Problem(str(path), "not-csv", f"it is no CSV file in UTF-8: {error}")
    finally:
        csv.field_size_limit(before)
