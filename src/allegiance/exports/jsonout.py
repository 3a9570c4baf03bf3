"""Answers as the JSON that programs build on. The schemas in `schemas/` are committed, and tested against this.

Nothing of an answer is lost. Characters that a terminal would act on are written as escapes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import GenericAlias
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, create_model

from allegiance.exports.cite import Citation
from allegiance.exports.plain import escaped
from allegiance.exports.words import said
from allegiance.model import Answer, Coverage, Recorded, Row

_STATUSES = (
    "certain, possible, disputed, unknown or denied for a state; for an event a certainty word or disputed; for a"
    " suggestion: names agree, or names alike; for a document that a search found: found"
)


class JudgementLine(BaseModel):
    """What somebody said of a claim, of its report, or of the report's publisher."""

    model_config = ConfigDict(extra="forbid")

    id: str
    act: str = Field(description="accept, correct, add, annotate or grade")
    by: str
    at: str = Field(description="ISO 8601 time")
    why: str
    value: str = Field(description="A grade (A to F and 1 to 6, two axes), or a note; else empty")


class EvidenceLine(BaseModel):
    """One claim that a row rests on, with its sentence."""

    model_config = ConfigDict(extra="forbid")

    claim: str = Field(description="Id of the claim")
    type: str = Field(description="Claim type of the codebook")
    words: str = Field(description="The claim in plain English, its certainty heard")
    certainty: str
    sources: list[str] = Field(
        description="Who says so inside the text, nearest the event first; empty: the report itself"
    )
    when: str = Field(description="EDTF, or empty")
    publisher: str
    published: str = Field(description="EDTF, or empty")
    sentence: str = Field(description="The evidence, word for word")
    place: str = Field(description="Page and numbered paragraph, where known")
    doc: str = Field(description="Name of the document in the exchange format")
    document: str = Field(description="Hash of the document's text")
    judged: list[JudgementLine] = Field(description="What people said of it, in their order")


class CoverageLine(BaseModel):
    """What the answer rests on: silence is not absence."""

    model_config = ConfigDict(extra="forbid")

    documents: int
    claims: int
    publishers: list[str]
    earliest: str = Field(description="EDTF, or empty")
    latest: str = Field(description="EDTF, or empty")
    undated: int
    unread_languages: dict[str, int] = Field(description="Reports not read, by ISO 639-1 code")


class RowLine(BaseModel):
    """One row: its fields, then its status, the ids of its claims, and why."""

    model_config = ConfigDict(extra="forbid")

    status: str = Field(description=_STATUSES)
    claims: list[str] = Field(description="Ids of the claims it rests on, the leading one first")
    because: str = Field(description="Why it has this status, in words")


class AnswerLine(BaseModel):
    """An answer of any kind; the schema of each kind says which fields its rows have."""

    model_config = ConfigDict(extra="forbid")

    answer: str
    query: dict[str, str]
    coverage: CoverageLine
    rows: list[dict[str, str | list[str]]]
    problems: list[str]
    evidence: list[EvidenceLine]


_SUPPORT = {
    "sources": "How many independent sources support it; denials and copies are not counted",
    "according_to": "Who says so, where no report says it on its own word",
}
_HAPPENING = {
    "date": "EDTF, or `by` and a date where only the report's date bounds it, or empty",
    "type": "Claim type of the codebook",
    "who": "Name in the first key role",
    "whom": "Name in the second key role",
    "by": "Name of the doer, where one is said",
    "role": "The post, where one is said",
    "area": "The post's jurisdiction, where one is said",
    "where": "Place, as named",
    "outcome": "Of a detention: what came of it, or `no outcome found`; else empty",
    **_SUPPORT,
    "denied_by": "Who denies it",
    "publishers": "Publishers of all its reports",
    "published": "EDTF: the date of the leading report",
    "sentence": "The leading sentence, word for word",
}
_ROW_FIELDS: Mapping[str, Mapping[str, str]] = {
    "roster": {
        "person": "Name of the actor",
        "person_id": "Id of the actor in this view",
        "role": "The post in the report's words, or `member`, or `pledged to …`",
        "area": "The post's jurisdiction, or empty",
        "since": "EDTF: an interval means that it began some time within it; empty where nothing is known",
        "until": "EDTF: likewise for its end; empty where no end was found",
        "first_attested": "EDTF: the first day by which it had surely begun",
        "last_attested": "EDTF: the last day on which a report shows it",
        **_SUPPORT,
        "publisher": "Publisher of the leading report",
        "date": "EDTF: its date",
        "sentence": "Its sentence, word for word",
    },
    "timeline": _HAPPENING,
    "dossier": {
        "section": "names, posts, allegiances, events, fate, ties or open questions",
        "what": "A name, the holder of a post, or a question; else empty",
        "since": "Of a post, EDTF: some time within this it began",
        "until": "Of a post, EDTF: some time within this it ended; empty where no end was found",
    },
    "moves": {
        "date": "EDTF, or `by` and a date where only the report's date bounds it, or empty",
        "person": "Name of the actor who moved: a person or a group",
        "person_id": "Id of the actor in this view",
        "from": "Name of the group left, or empty where none is said",
        "to": "Name of the group turned to, or empty where none is said",
        "how": "joined, pledged allegiance, left …; two where two claims are put together; `denied:` where denied",
        "derived": "`yes` where no one report says it and two claims are put together; else empty",
        **_SUPPORT,
        "denied_by": "Who denies it",
        "publishers": "Publishers of all its reports",
        "published": "EDTF: the date of the leading report",
        "sentence": "The leading sentence, word for word",
    },
    "vacancies": {
        "group": "Name of the group",
        "group_id": "Its id in this view",
        "role": "The post in the report's words",
        "area": "The post's jurisdiction, or empty",
        "last_holder": "Name of who held it last",
        "last_holder_id": "His id",
        "fell": "What ended it: removed, succeeded, left, over, or killed or dead",
        "when": "EDTF: some time within this; empty where no report dates it",
        "last_attested": "EDTF: the last day on which a report shows him in it",
        **_SUPPORT,
        "publisher": "Publisher of the report of his fall",
        "date": "EDTF: its date",
        "sentence": "Its sentence, word for word",
    },
    "lineage": {**_HAPPENING, "steps": "How many splits, mergers and new names away from the group asked about"},
    "network": {
        "section": "`actor` or `tie`; the actors stand first",
        "steps": "How many ties away from the actor asked about; of a tie, the nearer of its two",
    },
    "changes": {
        "change": "new, gone, disputed, firmer, weaker or redated",
        "was": "The status in the earlier state; empty where it was not there",
        "what": "Of a conflict: its kind, and what it is about; else empty",
    },
    "disagreements": {
        "kind": "claimed and denied, two doers, two holders, dead then alive, two dates, or two sides",
        "about": "What the conflict is about",
        "one": "The leading sentence of the one side",
        "one_according_to": "Who says so",
        "one_published": "EDTF: the date of its report",
        "other": "The leading sentence of the other side",
        "other_according_to": "Who says so",
        "other_published": "EDTF: the date of its report",
        "settles": "What would settle it",
    },
    "search": {
        "section": "document or claim; documents stand first, and of each the best first",
        "name": "Name of the document in the exchange format",
        "document": "Hash of the document's text",
        "title": "Title under which it appeared, or empty",
        "publisher": "Publisher, or empty",
        "published": "EDTF, or empty",
        "snippet": "The passage of the text, or of the claim's sentence; what was looked for stands between ⟦ and ⟧",
    },
    "suggestions": {
        "one": "Name of an actor",
        "one_id": "Its id",
        "other": "Name of another, who may be the same",
        "other_id": "Its id",
        "kind": "person or group",
        "score": "0 to 1: how alike their names are, and a little for what agrees beside them; for ranking alone",
        "wanting": "Why no rule joined them",
    },
}
_SOMETIMES: Mapping[str, Mapping[str, str]] = {
    "dossier": _HAPPENING,
    "changes": _HAPPENING,
    "network": {
        "actor": "Name of an actor",
        "actor_id": "Its id in this view",
        "actor_kind": "person, group, place or unknown",
        "ties": "How many ties it has here",
        "who": "Of a tie: name of the one",
        "who_id": "Its id in this view",
        "tie": "What the one does or is to the other: leads, post, member, pledged, allied, rival, supports, linked,"
        " agreement, part of, split from, merged into or founded; allied, rival, linked and agreement go either way",
        "whom": "Name of the other",
        "whom_id": "Its id in this view",
        "role": "The post in the report's words, or empty",
        "area": "The post's jurisdiction, or empty",
        "since": "EDTF: some time within this it began; empty where nothing is known",
        "until": "EDTF: likewise for its end; empty where no end was found",
        **_SUPPORT,
        "publisher": "Publisher of the leading report",
        "date": "EDTF: its date",
        "sentence": "Its sentence, word for word",
    },
}
"""Fields that only some rows have: a dossier's names and questions are no happenings, and an actor is no tie."""


def write(answer: Answer, *, indent: int | None = None) -> str:
    """The answer as one JSON object, `{"answer", "query", "coverage", "rows", "problems", "evidence"}`."""
    line = AnswerLine(
        answer=answer.answer,
        query=dict(answer.query),
        coverage=_coverage(answer.coverage),
        rows=[_row(row) for row in answer.rows],
        problems=list(answer.problems),
        evidence=[_evidence(recorded) for recorded in answer.evidence.values()],
    )
    return escaped(json.dumps(line.model_dump(), ensure_ascii=False, indent=indent))


def schemas() -> dict[str, str]:
    """Every schema by file name, as JSON text: `answer.json` for any answer, one for each kind, and `citation.json`."""
    models: dict[str, type[BaseModel]] = {"answer": AnswerLine, "citation": Citation}
    models |= {name: _answer_model(name, fields) for name, fields in _ROW_FIELDS.items()}
    return {f"{name}.json": json.dumps(model.model_json_schema(), indent=2) + "\n" for name, model in models.items()}


def _answer_model(name: str, fields: Mapping[str, str]) -> type[BaseModel]:
    cells: dict[str, Any] = {key: (str, Field(description=words)) for key, words in fields.items()}
    some = _SOMETIMES.get(name, {})
    cells |= {key: (str, Field(default="", description=words)) for key, words in some.items()}
    row: type[BaseModel] = create_model(f"{name.title()}Row", __base__=RowLine, **cells)
    rows: dict[str, Any] = {"rows": (GenericAlias(list, (row,)), ...)}
    made: type[BaseModel] = create_model(f"{name.title()}Answer", __base__=AnswerLine, **rows)
    return made


def _row(row: Row) -> dict[str, str | list[str]]:
    return {**dict(row.fields), "status": row.status, "claims": list(row.claims), "because": row.because}


def _coverage(coverage: Coverage) -> CoverageLine:
    return CoverageLine(
        documents=coverage.documents,
        claims=coverage.claims,
        publishers=list(coverage.publishers),
        earliest=coverage.earliest,
        latest=coverage.latest,
        undated=coverage.undated,
        unread_languages=dict(coverage.unread_languages),
    )


def _evidence(recorded: Recorded) -> EvidenceLine:
    claim, at = recorded.claim, recorded.appearance
    return EvidenceLine(
        claim=claim.id,
        type=claim.type,
        words=said(claim),
        certainty=claim.certainty.value,
        sources=list(claim.sources),
        when=claim.when,
        publisher=at.publisher,
        published=at.published,
        sentence=recorded.sentence,
        place=recorded.place,
        doc=at.name,
        document=claim.document,
        judged=[
            JudgementLine(id=one.id, act=one.act, by=one.by, at=one.at, why=one.why, value=one.note)
            for one in recorded.judged
        ],
    )
