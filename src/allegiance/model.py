"""The data that everything else is about: read this first.

Every value is frozen. Emptiness is a constant (`""`, `()`), None only where it is said to mean something. Text
positions are half-open ranges of code points in a document's stored text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Protocol

from allegiance.canonical import digest as digest
from allegiance.canonical import digest_of
from allegiance.errors import BadClaim


class Kind(StrEnum):
    """What a name names."""

    PERSON = "person"
    GROUP = "group"
    PLACE = "place"
    UNKNOWN = "unknown"


class Standing(StrEnum):
    """Whether a person is named for a public role, or as a child."""

    PUBLIC = "public"
    PRIVATE = "private"
    MINOR = "minor"


class Certainty(StrEnum):
    """How sure the text is of what it says (see the codebook)."""

    STATED = "stated"
    REPORTED = "reported"
    LIKELY = "likely"
    POSSIBLE = "possible"
    DOUBTED = "doubted"
    DENIED = "denied"


class Phase(StrEnum):
    """Whether a state still holds at the time of which its sentence speaks. Empty for events."""

    NONE = ""
    CURRENT = "current"
    FORMER = "former"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, `text[start:end]`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise BadClaim(f"a span must run forwards from 0 or later, not {self.start} to {self.end}")

    def within(self, other: Span) -> bool:
        """Whether this span lies inside `other`."""
        return other.start <= self.start and self.end <= other.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class ClaimType:
    """One claim type of the codebook: its name, its key roles and its other roles, and whether it is a state."""

    name: str
    keys: tuple[str, ...]
    others: tuple[str, ...] = ()
    state: bool = False
    symmetric: bool = False
    optional_keys: tuple[str, ...] = ()

    @property
    def roles(self) -> tuple[str, ...]:
        """Every role, key roles first."""
        return self.keys + self.others


def _types() -> Mapping[str, ClaimType]:
    post = ("role", "area")
    rows = (
        ClaimType("pledge", ("actor", "to"), ("accepted_by",)),
        ClaimType("renounce", ("actor", "from")),
        ClaimType("join", ("actor", "to"), ("from",)),
        ClaimType("leave", ("actor", "from")),
        ClaimType("membership", ("actor", "group"), state=True),
        ClaimType("affiliation", ("group", "parent"), state=True),
        ClaimType("alliance", ("a", "b"), state=True, symmetric=True),
        ClaimType("support", ("giver", "recipient"), ("kind",), state=True),
        ClaimType("link", ("a", "b"), state=True, symmetric=True),
        ClaimType("agreement", ("a", "b"), ("kind",), symmetric=True),
        ClaimType("rivalry", ("a", "b"), state=True, symmetric=True),
        ClaimType("founding", ("group",), ("founder",)),
        ClaimType("split", ("group", "from")),
        ClaimType("merger", ("group", "into")),
        ClaimType("renaming", ("group", "name")),
        ClaimType("post", ("person", "group"), post, state=True, optional_keys=("group",)),
        ClaimType("appointment", ("person", "group"), (*post, "by"), optional_keys=("group",)),
        ClaimType("removal", ("person", "group"), (*post, "by"), optional_keys=("group",)),
        ClaimType("succession", ("person", "predecessor"), ("role", "group")),
        ClaimType("death", ("person",), ("cause",)),
        ClaimType("killing", ("victim",), ("by", "means")),
        ClaimType("detention", ("person",), ("by",)),
        ClaimType("release", ("person",), ("by",)),
        ClaimType("attack", ("target",), ("actor",)),
        ClaimType("responsibility", ("actor",), ("attack",)),
        ClaimType("designation", ("target",), ("by", "list")),
        ClaimType("statement", ("issuer",), ("medium", "languages")),
        ClaimType("presence", ("group", "area"), state=True),
        ClaimType("alias", ("name", "other"), symmetric=True),
    )
    return {row.name: row for row in rows}


TYPES: Mapping[str, ClaimType] = _types()
"""Every claim type of the codebook by name, in its order."""

_ROLES_OF = {n: (frozenset(t.roles), frozenset(t.keys).difference(t.optional_keys)) for n, t in TYPES.items()}

WORD_ROLES = frozenset({"role", "means", "kind", "cause", "list", "attack", "medium", "languages"})
"""Roles that hold words, not actors."""

_OF_PEOPLE = "arrested abducted surrendered held freed escaped exchanged defected expelled retired"
MANNERS = frozenset(f"{_OF_PEOPLE} operates based controls contests".split())
"""The words of the codebook for how somebody was taken, freed or left, and how a group is present."""


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a role: the fullest name this document gives (`name`), and the words at this place (`mention`).

    For a role that holds words (`WORD_ROLES`), both are the words. `kind` is what the reader took the name to name; it
    helps to resolve actors and is no part of what was said.
    """

    role: str
    name: str
    mention: str = ""
    kind: Kind = Kind.UNKNOWN

    def __post_init__(self) -> None:
        if not self.name:
            raise BadClaim(f"role {self.role} is given without a name")


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that one document says, as the codebook defines it.

    `when` and `reckoned_from` (the date from which relative words were reckoned) are EDTF or empty. `sources` run from
    the nearest to the event to the nearest to the author. The id is a hash of what was said and where it stands, never
    of how it was found. `withheld` is empty but in a claim that is shown without some names: there it is that id.
    `hashed` keeps the id once it was asked for.
    """

    document: str
    type: str
    roles: tuple[Filler, ...]
    evidence: Span
    when: str = ""
    reckoned_from: str = ""
    where: str = ""
    phase: Phase = Phase.NONE
    sources: tuple[str, ...] = ()
    certainty: Certainty = Certainty.STATED
    manner: str = ""
    rank: str = ""
    count: tuple[int, int] | None = None
    withheld: str = ""
    hashed: str = field(default="", init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        kind = TYPES.get(self.type)
        if kind is None:
            raise BadClaim(f"there is no claim type {self.type!r}", hint=f"one of: {', '.join(TYPES)}")
        given = [filler.role for filler in self.roles]
        each, (possible, needed) = set(given), _ROLES_OF[self.type]
        if not each <= possible:
            unknown, roles = min(each - possible), ", ".join(kind.roles)
            raise BadClaim(f"a {self.type} has no role {unknown!r}", hint=f"its roles are {roles}")
        if len(given) != len(each):
            raise BadClaim(f"a role of this {self.type} is filled twice: {', '.join(given)}")
        if not needed <= each:
            raise BadClaim(f"a {self.type} without {next(key for key in kind.keys if key in needed - each)}")
        if self.evidence.start == self.evidence.end:
            raise BadClaim(f"a {self.type} without evidence: its span is empty")
        if bool(self.phase) != kind.state:
            raise BadClaim(f"a {self.type} {'must have' if kind.state else 'cannot have'} a phase")

    @property
    def id(self) -> str:
        """`clm-` and 24 hexadecimal digits: the same words at the same place always give the same id."""
        if not self.hashed:
            object.__setattr__(self, "hashed", self.withheld or self._hash())
        return self.hashed

    def _hash(self) -> str:
        said = digest_of(
            self.document,
            self.evidence.start,
            self.evidence.end,
            self.type,
            sorted((f.role, f.name, f.mention) for f in self.roles),
            self.when,
            self.reckoned_from,
            self.where,
            list(self.sources),
            self.phase.value,
            self.certainty.value,
        )
        return f"clm-{said[:24]}"

    def filler(self, role: str) -> Filler | None:
        """What fills `role`, or None where the document fills it with nothing."""
        for filler in self.roles:
            if filler.role == role:
                return filler
        return None

    def name(self, role: str) -> str:
        """The name in `role`, or `""`."""
        for filler in self.roles:
            if filler.role == role:
                return filler.name
        return ""

    @property
    def actors(self) -> tuple[Filler, ...]:
        """The fillers that are actors, not words."""
        return tuple([f for f in self.roles if f.role not in WORD_ROLES])


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a numbered part of a document begins: a page of a PDF, a numbered paragraph of a report."""

    kind: str
    label: str
    start: int


@dataclass(frozen=True, slots=True)
class Document:
    """One text. Its id is its hash, so a changed text is a new document.

    `marks` say on what page, and in which numbered paragraph, each character stands. `language` is an ISO 639-1 code,
    or `""` where it could not be told. Where names have been struck out of it, `redacted` is the id that it keeps.
    `hashed` keeps the id once it was asked for.
    """

    text: str
    language: str = ""
    marks: tuple[Mark, ...] = ()
    redacted: str = ""
    hashed: str = field(default="", init=False, repr=False, compare=False)

    @property
    def id(self) -> str:
        """`sha256:` and the hash of the text, as it was recorded, in UTF-8."""
        if not self.hashed:
            said = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
            object.__setattr__(self, "hashed", self.redacted or f"sha256:{said}")
        return self.hashed

    def place(self, span: Span) -> str:
        """The page and numbered paragraph in which `span` begins (`p. 3, para. 12`), or `""`."""
        latest = {mark.kind: mark.label for mark in self.marks if mark.start <= span.start}
        words = {"page": "p.", "paragraph": "para."}
        return ", ".join(f"{words.get(kind, kind)} {latest[kind]}" for kind in ("page", "paragraph") if kind in latest)


@dataclass(frozen=True, slots=True)
class Appearance:
    """Where and when a document appeared. A document may have several: a wire story in ten papers has ten.

    `name` is the `doc` of the exchange format. `published` is EDTF or empty; `retrieved` is an ISO 8601 time in UTC.
    `address` is where we read it from (a path, or `-`), for problems and re-reading.
    """

    document: str
    name: str
    published: str = ""
    publisher: str = ""
    author: str = ""
    title: str = ""
    url: str = ""
    archive_url: str = ""
    address: str = ""
    retrieved: str = ""

    @property
    def id(self) -> str:
        """A hash of everything but when it was retrieved and from which path, so that reading again adds nothing."""
        told = [self.document, self.name, self.published, self.publisher, self.author, self.title, self.url]
        return f"app-{digest_of(*told, self.archive_url)[:24]}"


@dataclass(frozen=True, slots=True)
class Intake:
    """What intake hands on: a document, where it appeared, and what was odd about it."""

    document: Document
    appearance: Appearance


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim as a reader gives it, with the id of the frame that gave it (for `doctor why`; no part of the claim)."""

    claim: Claim
    frame: str = ""
    because: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """The act of one reader version on one document, and what it gave. A newer reading supersedes an older in views.

    `reader` names the program, its version and the digest of its rules and model. `at` is an ISO 8601 time in UTC.
    """

    document: str
    reader: str
    at: str
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """A hash of document, reader and the claims given: the same reader on the same text is the same reading."""
        given = [[f.claim.id, f.frame] for f in self.findings]
        return f"rdg-{digest_of(self.document, self.reader, given)[:24]}"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A dated, attributed, reversible decision by a person or a rule, with its reason.

    `act` is same, different, unsure, public, private, minor, accept, reject, correct, add, annotate, retract, grade,
    undo, or follow and unfollow, which decide what `by` is shown and nothing else. `subjects` are ids, or a publisher's
    name; `value` is what it gives (a grade, a note, a claim as a line of the exchange format), mostly empty.
    """

    act: str
    subjects: tuple[str, ...]
    by: str
    at: str
    why: str = ""
    value: str = ""

    @property
    def note(self) -> str:
        """The grade or the note that it gives, `""` where it gives none; a claim that it gives is no note."""
        return "" if self.act in ("add", "correct") else self.value

    @property
    def id(self) -> str:
        """A hash of everything the judgement says."""
        return f"jdg-{digest_of(self.act, self.subjects, self.by, self.at, self.why, self.value)[:24]}"


OPINIONS = frozenset({"accept", "correct", "add", "annotate", "grade"})
"""The acts that are shown with the claims that they speak of."""

BY_A_PERSON = "person: "
"""What the name of a reader begins with who is a person: his readings stand beside those of programs."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, group or place with an id: from the register, from an outside authority, or minted."""

    id: str
    kind: Kind
    name: str
    other_names: tuple[str, ...] = ()


@lru_cache(maxsize=1 << 17)
def minted_actor_id(document: str, name: str) -> str:
    """The id of an actor that no register knows: a hash of the document and the name as it stands there."""
    return f"act-{digest_of(document, name)[:20]}"


@dataclass(frozen=True, slots=True)
class Recorded:
    """A claim in the ledger, with everything that a reader of an answer must be shown beside it.

    `appearances` is never empty: the claim's document appeared somewhere. `sentence` is the evidence, word for word.
    `place` is its page and paragraph where known. `actor_ids` pairs each actor's role with the actor's id in this view.
    `reading` is the id of the reading that gave it. `sketch` tells copies of its document (see `allegiance.copies`).
    `judged` are the opinions that people gave of it, of its document and of its publishers.
    """

    claim: Claim
    sentence: str
    appearances: tuple[Appearance, ...]
    reader: str
    frame: str = ""
    place: str = ""
    recorded: str = ""
    actor_ids: tuple[tuple[str, str], ...] = ()
    reading: str = ""
    sketch: bytes = b""
    judged: tuple[Judgement, ...] = ()

    @property
    def appearance(self) -> Appearance:
        """The first of its appearances: the earliest published, undated ones last."""
        return self.appearances[0]

    def actor(self, role: str) -> str:
        """The id of the actor in `role` in this view, or `""`."""
        for key, actor in self.actor_ids:
            if key == role:
                return actor
        return ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What an answer rests on: silence is not absence."""

    documents: int
    claims: int
    publishers: tuple[str, ...] = ()
    earliest: str = ""
    latest: str = ""
    undated: int = 0
    unread_languages: tuple[tuple[str, int], ...] = ()


class View(Protocol):
    """The ledger seen at a time: what `answers` are given, and all that they may know."""

    def claims(self, *, actors: Sequence[str] = (), types: Sequence[str] = ()) -> Sequence[Recorded]:
        """Claims of these types in which any of these actors fills a role; all where both are empty."""
        ...

    def told_of(self) -> Sequence[str]:
        """The ids of all actors who stand in claims, in order, and perhaps of others: to go through a few at a time."""
        ...

    def actor(self, actor: str) -> Actor:
        """The actor with this id. Raises NotFound."""
        ...

    def actors(self, actors: Sequence[str]) -> Mapping[str, Actor]:
        """Those of these actors that have been resolved, by id, without their other names: for their names, at once."""
        ...

    def find(self, name: str, kind: Kind = Kind.UNKNOWN) -> Sequence[Actor]:
        """Actors that bear this name, the likeliest first; several where it is ambiguous. Raises NotFound."""
        ...

    def coverage(self) -> Coverage:
        """What this view rests on."""
        ...


@dataclass(frozen=True, slots=True)
class Row:
    """One row of an answer: its fields in order, its status, and the ids of the claims that it rests on."""

    fields: tuple[tuple[str, str], ...]
    status: str
    claims: tuple[str, ...]
    because: str = ""

    def get(self, key: str) -> str:
        """The field called `key`, or `""`."""
        return next((value for name, value in self.fields if name == key), "")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question came to: rows, each carrying the claims it rests on, and what was covered in looking."""

    answer: str
    query: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    coverage: Coverage
    evidence: Mapping[str, Recorded] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
