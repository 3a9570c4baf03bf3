"""What the register says of one actor: a record, checked at the door, each statement with its source.

A record without a source does not load: `name: …` is a statement about the world, and somebody must have made it. A
name, a parent or a period without a source of its own stands in the first of the record's sources.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from allegiance import when
from allegiance.errors import BadDate
from allegiance.finder import Naming
from allegiance.model import Actor, Kind

MOST_NAMES = 1000
"""Names of one actor; a record with more is none."""


def _edtf(text: str) -> str:
    try:
        return str(when.parse(text)) if text else ""
    except BadDate as error:
        raise ValueError(str(error)) from None


def _spread(value: object) -> object:
    """One statement, or several: a bare text is a statement with no more to it."""
    rows = value if isinstance(value, (list, tuple)) else (value,)
    return tuple({"name": row} if isinstance(row, str) else row for row in rows)


def _parents(value: object) -> object:
    rows = value if isinstance(value, (list, tuple)) else (value,)
    return tuple({"id": row} if isinstance(row, str) else row for row in rows if row != "")


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._:-]{1,79}$")]
Qid = Annotated[str, StringConstraints(pattern=r"^(Q[1-9]\d*)?$")]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Giver = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,19}$")]
Edtf = Annotated[str, AfterValidator(_edtf)]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Name(_Row):
    """A name of an actor, with its period (EDTF) where it was not always his, and how good its source calls it."""

    name: Text
    since: Edtf = ""
    until: Edtf = ""
    quality: Annotated[str, StringConstraints(max_length=40)] = ""
    source: str = ""


class Parent(_Row):
    """The body to which an actor belongs, or belonged in a period (EDTF)."""

    id: Id
    since: Edtf = ""
    until: Edtf = ""
    source: str = ""


Names = Annotated[tuple[Name, ...], BeforeValidator(_spread), Field(max_length=MOST_NAMES)]
Parents = Annotated[tuple[Parent, ...], BeforeValidator(_parents), Field(max_length=20)]
Sort = Literal[
    "", "armed group", "wing", "alliance", "gang", "party", "media outlet", "government", "state", "force", "agency"
]


class Record(_Row):
    """One actor of a register file.

    `names` and `former_names` join: who is called so is this actor. `weak_names` are found but join nobody, for they
    are too common, or other bodies bear them too. `parents` are the bodies to which it belongs, or once did. `qid` is a
    Wikidata id, `un` the permanent reference of the UN Security Council's list, `ids` are others, by who gives them.
    `countries` are ISO 3166-1 codes. `since` and `until` bound its existence (EDTF). `sources` say where all this
    stands.
    """

    id: Id
    kind: Literal["person", "group", "place"]
    sort: Sort = ""
    name: Text
    names: Names = ()
    former_names: Names = ()
    weak_names: Names = ()
    parents: Parents = Field(default=(), alias="parent")
    countries: Annotated[tuple[Country, ...], Field(max_length=40)] = ()
    qid: Qid = ""
    un: Annotated[str, StringConstraints(max_length=40)] = ""
    ids: Annotated[dict[Giver, Text], Field(max_length=20)] = {}
    since: Edtf = ""
    until: Edtf = ""
    sources: Annotated[tuple[Text, ...], Field(min_length=1, max_length=50)]

    @property
    def parent(self) -> str:
        """The id of the body to which the actor belongs now, or `""`."""
        return next((parent.id for parent in self.parents if not parent.until), "")

    @property
    def strong(self) -> tuple[str, ...]:
        """The names that join, the main one first."""
        return (self.name, *(name.name for name in (*self.names, *self.former_names)))

    @property
    def weak(self) -> tuple[str, ...]:
        """The names that are found but join nobody."""
        return tuple(name.name for name in self.weak_names)

    @property
    def actor(self) -> Actor:
        """The record as an actor. Other names run: current, former, weak."""
        others = dict.fromkeys((*self.strong, *self.weak))
        others.pop(self.name, None)
        return Actor(self.id, Kind(self.kind), self.name, tuple(others))

    @property
    def namings(self) -> Iterator[Naming]:
        """Every name with who bears it: current, former, weak."""
        kind, parent = Kind(self.kind), self.parent
        strong = dict.fromkeys(self.strong)
        for name in strong:
            yield Naming(name, kind, self.id, False, parent)
        for name in dict.fromkeys(self.weak):
            if name not in strong:
                yield Naming(name, kind, self.id, True, parent)

    def said(self) -> dict[str, Any]:
        """The record as a row of a register file, what is empty left out."""
        row = self.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        for field in ("names", "former_names", "weak_names"):
            if field in row:
                row[field] = [n["name"] if len(n) == 1 else n for n in row[field]]
        if "parent" in row:
            plain = [p["id"] if len(p) == 1 else p for p in row["parent"]]
            row["parent"] = plain[0] if len(plain) == 1 else plain
        return row
