"""The exchange format of the codebook: one claim as one JSON object, written and read here and nowhere else.

The same lines are what `extract` and `claims --json` print, what the ledger stores, and what gold annotations are.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from allegiance.errors import BadClaim
from allegiance.model import MANNERS, Certainty, Claim, Filler, Kind, Phase, Recorded, Span


class RoleLine(BaseModel):
    """A role as it stands in a line. Gold may abbreviate it to its string."""

    model_config = ConfigDict(extra="ignore")

    name: str = Field(min_length=1)
    mention: str = ""
    kind: Kind = Kind.UNKNOWN


class ClaimLine(BaseModel):
    """One line of `claims.jsonl`, checked as it enters."""

    model_config = ConfigDict(extra="ignore")

    doc: str = ""
    document: str = ""
    type: str
    roles: dict[str, RoleLine | str | None]
    when: str | None = None
    reckoned_from: str | None = None
    where: str | None = None
    phase: Phase | None = None
    sources: list[str] = []
    certainty: Certainty = Certainty.STATED
    evidence: tuple[int, int]
    manner: str | None = None
    rank: str | None = None
    count: dict[str, int] | None = None

    @field_validator("manner")
    @classmethod
    def _is_a_manner(cls, given: str | None) -> str | None:
        if given and given not in MANNERS:
            raise ValueError(f"there is no manner {given!r}; one of: {', '.join(sorted(MANNERS))}")
        return given

    def claim(self) -> Claim:
        """The claim that the line says. Raises BadClaim where it breaks the codebook."""
        fillers = []
        for role, value in self.roles.items():
            if value is None or value == "":
                continue
            line = RoleLine(name=value) if isinstance(value, str) else value
            fillers.append(Filler(role, line.name, line.mention, line.kind))
        return Claim(
            document=self.document,
            type=self.type,
            roles=tuple(fillers),
            evidence=Span(*self.evidence),
            when=self.when or "",
            reckoned_from=self.reckoned_from or "",
            where=self.where or "",
            phase=self.phase or Phase.NONE,
            sources=tuple(self.sources),
            certainty=self.certainty,
            manner=self.manner or "",
            rank=self.rank or "",
            count=(self.count["low"], self.count["high"]) if self.count else None,
        )


CLAIM_KEYS = frozenset(ClaimLine.model_fields)
"""What a line may say of a claim."""
PRINTED_KEYS = frozenset({"id", "reading", "judged"})
"""What `claims --json` prints beside that; who gives a line back may leave it there."""


def read_line(text: str | bytes) -> ClaimLine:
    """Check one line of the exchange format. Raises BadClaim, saying which field is wrong."""
    try:
        return ClaimLine.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "the line"
        if first["loc"][:1] == ("evidence",):
            said = "evidence: it is where the words stand in the text, not the words themselves"
            hint = "give the first character, counted from 0, and the one after the last, such as [61, 209]"
            raise BadClaim(said, hint=hint) from error
        raise BadClaim(f"{where}: {first['msg']}") from error


@lru_cache(maxsize=16_384)
def stored_claim(line: str) -> Claim:
    """The claim of a line that `claim_object` made. Only what a claim itself checks is checked: lines are read often.

    Raises BadClaim.
    """
    try:
        told = json.loads(line)
        start, end = told["evidence"]
        count = told.get("count")
        claim = Claim(
            document=told["document"],
            type=told["type"],
            roles=tuple([_stored_role(role, given) for role, given in told["roles"].items() if given]),
            evidence=Span(start, end),
            when=told.get("when") or "",
            reckoned_from=told.get("reckoned_from") or "",
            where=told.get("where") or "",
            phase=_PHASES[told.get("phase") or ""],
            sources=tuple(told.get("sources") or ()),
            certainty=_CERTAINTIES[told.get("certainty") or "stated"],
            manner=told.get("manner") or "",
            rank=told.get("rank") or "",
            count=(count["low"], count["high"]) if count else None,
        )
        # The id stands in the line, where whoever wrote it hashed it; `doctor check` tells whether it is so.
        object.__setattr__(claim, "hashed", str(told.get("id") or ""))
        return claim
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise BadClaim(f"a claim cannot be read: {error}") from error


def _stored_role(role: str, given: dict[str, str] | str) -> Filler:
    if isinstance(given, str):
        return Filler(role, given)
    return Filler(role, given["name"], given.get("mention", ""), _KINDS[given.get("kind", "unknown")])


# To look a word up is quicker than to make the constant that it stands for.
_KINDS = {kind.value: kind for kind in Kind}
_PHASES = {phase.value: phase for phase in Phase}
_CERTAINTIES = {certainty.value: certainty for certainty in Certainty}


def role_object(filler: Filler) -> dict[str, str]:
    """A role as the exchange format has it: `name`, `mention` and `kind` where known."""
    out = {"name": filler.name}
    if filler.mention:
        out["mention"] = filler.mention
    if filler.kind is not Kind.UNKNOWN:
        out["kind"] = filler.kind.value
    return out


def claim_object(claim: Claim, doc: str = "") -> dict[str, object]:
    """A claim as a JSON-ready object with the keys of the codebook, in its order."""
    out: dict[str, object] = {
        "doc": doc,
        "document": claim.document,
        "id": claim.id,
        "type": claim.type,
        "roles": {f.role: role_object(f) for f in claim.roles},
        "when": claim.when or None,
        "where": claim.where or None,
        "phase": claim.phase.value or None,
        "sources": list(claim.sources),
        "certainty": claim.certainty.value,
        "evidence": [claim.evidence.start, claim.evidence.end],
    }
    extras: Mapping[str, object] = {
        "reckoned_from": claim.reckoned_from,
        "manner": claim.manner,
        "rank": claim.rank,
        "count": {"low": claim.count[0], "high": claim.count[1]} if claim.count else None,
    }
    out.update({key: value for key, value in extras.items() if value})
    return out


def claim_line(claim: Claim, doc: str = "") -> str:
    """`claim_object` on one line of JSON."""
    return json.dumps(claim_object(claim, doc), ensure_ascii=False)


def recorded_line(recorded: Recorded) -> str:
    """A recorded claim on one line of JSON: `claim_object`, `actor_id` beside each actor's name, its `reading`.

    Where people said something of it, that stands there as `judged`.
    """
    claim = recorded.claim
    out = claim_object(claim, recorded.appearance.name)
    ids = dict(recorded.actor_ids)
    out["roles"] = {f.role: role_object(f) | ({"actor_id": ids[f.role]} if f.role in ids else {}) for f in claim.roles}
    out["reading"] = recorded.reading
    if recorded.judged:
        told = ({"id": one.id, "act": one.act, "by": one.by, "value": one.note} for one in recorded.judged)
        out["judged"] = list(told)
    return json.dumps(out, ensure_ascii=False)
