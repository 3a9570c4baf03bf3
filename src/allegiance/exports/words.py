"""A claim said in plain English, so that what was said, and how sure the text is, can be heard.

`Kamoko joins Forest Union, from FPRL` is stated; `Kamoko is said to have joined …`, `Kamoko may have joined …`,
`unconfirmed: …` and `denied: …` are the rest. A denial always begins with the word `denied`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from allegiance.model import TYPES, Certainty, Claim, Coverage, Judgement, Phase, Recorded

_Tail = tuple[tuple[str, str], ...]

_JUDGED = {"accept": "accepted", "correct": "corrected", "add": "added"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """How a claim type is said: its subject's role, its verb in three forms, and what follows.

    `now` is the finite verb (`joins`), `past` the finite past (`joined`), `perfect` what follows *have* (`joined`).
    `tail` pairs a joining text with a role; a pair whose role is empty in the claim is left out.
    """

    subject: str
    now: str
    past: str
    perfect: str
    tail: _Tail = ()


def _regular(subject: str, now: str, past: str, *tail: tuple[str, str]) -> Phrase:
    return Phrase(subject, now, past, past, tail)


def _passive(subject: str, participle: str, *tail: tuple[str, str]) -> Phrase:
    return Phrase(subject, f"is {participle}", f"was {participle}", f"been {participle}", tail)


_POST: _Tail = ((" ", "role"), (" of ", "group"), (" in ", "area"))

_PHRASES: Mapping[str, Phrase] = {
    "pledge": _regular("actor", "pledges", "pledged", (" allegiance to ", "to"), (", accepted by ", "accepted_by")),
    "renounce": _regular("actor", "renounces", "renounced", (" allegiance to ", "from")),
    "join": _regular("actor", "joins", "joined", (" ", "to"), (", from ", "from")),
    "leave": Phrase("actor", "leaves", "left", "left", ((" ", "from"),)),
    "membership": Phrase("actor", "is", "was", "been", ((" a member of ", "group"),)),
    "affiliation": Phrase("group", "is", "was", "been", ((" part of ", "parent"),)),
    "alliance": _passive("a", "allied", (" with ", "b")),
    "support": _regular("giver", "supports", "supported", (" ", "recipient"), (" with ", "kind")),
    "link": _passive("a", "linked", (" to ", "b")),
    "agreement": Phrase("a", "makes", "made", "made", ((" an agreement with ", "b"), (": ", "kind"))),
    "rivalry": Phrase("a", "fights", "fought", "fought", ((" ", "b"),)),
    "founding": _passive("group", "founded", (" by ", "founder")),
    "split": Phrase("group", "splits", "split", "split", ((" from ", "from"),)),
    "merger": _regular("group", "merges", "merged", (" into ", "into")),
    "renaming": Phrase("group", "takes", "took", "taken", ((" the name ", "name"),)),
    "post": Phrase("person", "is", "was", "been", _POST),
    "appointment": _passive("person", "appointed", *_POST, (", by ", "by")),
    "removal": _passive("person", "removed", (" as ", "role"), (" of ", "group"), (" in ", "area"), (", by ", "by")),
    "succession": _regular(
        "person", "succeeds", "succeeded", (" ", "predecessor"), (" as ", "role"), (" of ", "group")
    ),
    "death": _regular("person", "dies", "died", (" of ", "cause")),
    "killing": _passive("victim", "killed", (" by ", "by"), (", means: ", "means")),
    "detention": _passive("person", "detained", (" by ", "by")),
    "release": _passive("person", "released", (" by ", "by")),
    "attack": _passive("target", "attacked"),
    "responsibility": _regular("actor", "claims", "claimed", (" responsibility for ", "attack")),
    "designation": _passive("target", "designated", (" by ", "by"), (", list: ", "list")),
    "statement": _regular("issuer", "issues", "issued", (" ", "medium"), (" in ", "languages")),
    "presence": _regular("group", "operates", "operated", (" in ", "area")),
    "alias": _passive("name", "also known", (" as ", "other")),
}

_BY_MANNER: Mapping[str, Phrase] = {
    "arrested": _passive("person", "arrested", (" by ", "by")),
    "abducted": _passive("person", "abducted", (" by ", "by")),
    "surrendered": _regular("person", "surrenders", "surrendered", (" to ", "by")),
    "held": Phrase("person", "is held", "was held", "been held", ((" by ", "by"),)),
    "freed": _passive("person", "freed", (" by ", "by")),
    "escaped": _regular("person", "escapes", "escaped", (" from ", "by")),
    "exchanged": _passive("person", "exchanged", (" by ", "by")),
    "defected": _regular("actor", "defects", "defected", (" to ", "to"), (" from ", "from")),
    "expelled": _passive("actor", "expelled", (" from ", "from")),
    "retired": _regular("actor", "retires", "retired", (" from ", "from")),
    "based": _passive("group", "based", (" in ", "area")),
    "controls": _regular("group", "controls", "controlled", (" ", "area")),
    "contests": _regular("group", "contests", "contested", (" ", "area")),
}

_ATTACKS = _regular("actor", "attacks", "attacked", (" ", "target"))
_DELISTED = _passive("target", "taken off a list", (" by ", "by"), (", list: ", "list"))

# What stands in for a role that is empty, where the sentence would not read without it.
_UNSAID: Mapping[tuple[str, str], str] = {
    ("post", "role"): " holder of a post",
    ("appointment", "role"): " to a post",
    ("removal", "role"): " from a post",
    ("responsibility", "attack"): " responsibility for an attack",
    ("statement", "medium"): " a statement",
}
_MANY = re.compile(
    r"\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|several|some|many|both|hundreds?)\b",
    re.I,
)


def phrase_of(claim: Claim) -> Phrase:
    """The phrase that says this claim: by its manner where it has one, else by its type."""
    if claim.type == "attack" and claim.name("actor"):
        return _ATTACKS
    if claim.type == "designation" and claim.name("list").startswith("delisted:"):
        return _DELISTED
    manner = _BY_MANNER.get(claim.manner)
    fits = manner is not None and manner.subject == TYPES[claim.type].keys[0]
    return manner if manner is not None and fits else _PHRASES[claim.type]


def said(claim: Claim, *, with_sources: bool = False) -> str:
    """The claim as one English clause without a full stop, its certainty always heard.

    With `with_sources`, who says so is named in it (`…, according to the army`; `denied by the army: …`).
    """
    phrase = phrase_of(claim)
    many = _is_many(claim, phrase)
    who = claim.name(phrase.subject)
    what = "".join(_piece(claim, joint, role) for joint, role in phrase.tail)
    certainty = claim.certainty
    heard = ", who had it from ".join(reversed(claim.sources)) if with_sources else ""
    if certainty in (Certainty.DENIED, Certainty.DOUBTED):
        word = "denied" if certainty is Certainty.DENIED else "unconfirmed"
        by = f" ({heard})" if heard else ""
        return f"{word}{by}: {who} {_finite(claim, phrase, many, past=True)}{what}"
    tail = f", according to {heard}" if heard else ""
    if certainty is Certainty.STATED:
        return f"{who} {_finite(claim, phrase, many)}{what}{tail}"
    hedge = {
        Certainty.REPORTED: "are said to" if many else "is said to",
        Certainty.LIKELY: "are thought to" if many else "is thought to",
        Certainty.POSSIBLE: "may",
    }[certainty]
    return f"{who} {hedge} {_infinitive(claim, phrase)}{what}{tail}"


_PLURAL = re.compile(r"(?<!s)s$|men$|^people$|^police$")
_ACCUSATIONS = frozenset({"support", "link"})
_WITH_A_DOER = {"killing": "by", "attack": "actor", "detention": "by"}
"""Claim types that accuse somebody where this role is filled."""


def speaker(recorded: Recorded) -> str:
    """Who must be heard to say a claim: the voice in the report, or of an accusation its publisher; else `""`.

    Of a chain of voices it is the one nearest to the report.
    """
    claim = recorded.claim
    if claim.sources:
        return claim.sources[-1]
    accuses = claim.type in _ACCUSATIONS or bool(claim.name(_WITH_A_DOER.get(claim.type, "")))
    return (recorded.appearance.publisher or recorded.appearance.name) if accuses else ""


def voice(recorded: Recorded) -> str:
    """`the army says`, to stand before a claim in words, where somebody must be heard to say it; else `""`."""
    who = speaker(recorded)
    if not who or recorded.claim.certainty in (Certainty.DENIED, Certainty.DOUBTED):
        return ""
    last = who.split()[-1]
    several = _MANY.match(who) or (last.islower() and _PLURAL.search(last))
    return f"{who} {'say' if several else 'says'}"


def told_by(recorded: Recorded) -> str:
    """The way of a claim to its reader: the publisher, and who had it from whom (`Meridian Wire, from the army`)."""
    return ", from ".join(
        [recorded.appearance.publisher or recorded.appearance.name, *reversed(recorded.claim.sources)]
    )


def _piece(claim: Claim, joint: str, role: str) -> str:
    name = claim.name(role).removeprefix("delisted:").strip()
    return f"{joint}{name}" if name else _UNSAID.get((claim.type, role), "")


def _is_many(claim: Claim, phrase: Phrase) -> bool:
    """Whether the subject is several people (`nine fighters`), so that the verb agrees."""
    if phrase.subject in ("victim", "person", "actor") and claim.count is not None:
        return claim.count[1] > 1
    return bool(_MANY.match(claim.name(phrase.subject)))


def _finite(claim: Claim, phrase: Phrase, many: bool, *, past: bool = False) -> str:
    """The finite verb: a state in the tense of its phase, an event in the present, or in the past where asked."""
    now, then = phrase.now, phrase.past
    if many:
        now = f"are{now[2:]}" if now.split()[0] == "is" else now.removesuffix("s")
        then = f"were{then[3:]}" if then.split()[0] == "was" else then
    if claim.phase is Phase.UNCLEAR:
        return f"{now.split()[0]} or {then}"
    if claim.phase is Phase.CURRENT:
        return now
    return then if past or claim.phase is Phase.FORMER else now


def _infinitive(claim: Claim, phrase: Phrase) -> str:
    """What follows *is said to* or *may*: a state that holds in the present, everything else in the perfect."""
    if claim.phase is not Phase.CURRENT:
        return f"have {phrase.perfect}"
    first, *rest = phrase.now.split()
    return " ".join(["be" if first == "is" else first.removesuffix("s"), *rest])


def coverage_line(coverage: Coverage) -> str:
    """What an answer rests on, as the line under it: reports, publishers, period, what was not read."""
    publishers = len(coverage.publishers)
    words = f"from {_counted(coverage.documents, 'report')} by {_counted(publishers, 'publisher')}"
    if coverage.earliest or coverage.latest:
        words += f", {coverage.earliest or '…'} to {coverage.latest or '…'}"
    if coverage.undated:
        words += f"; {coverage.undated} undated"
    if coverage.unread_languages:
        words += "; not read: " + ", ".join(
            f"{count} in {code or 'unknown'}" for code, count in coverage.unread_languages
        )
    return f"{words}; silence is not absence"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def judged(judgement: Judgement) -> str:
    """What somebody said of a claim or its source, in few words: `accepted by Ana`, `source graded A2 by Ana`."""
    if judgement.act == "grade":
        return f"source graded {judgement.value} by {judgement.by}"
    if judgement.act == "annotate":
        return f"{judgement.by} notes: {judgement.value}"
    return f"{_JUDGED.get(judgement.act, judgement.act)} by {judgement.by}"
