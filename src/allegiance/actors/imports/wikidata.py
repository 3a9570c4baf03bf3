"""Records from Wikidata entities in JSON: labels and aliases in every language, and what an actor is part of when."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from allegiance.actors.files import checked
from allegiance.actors.imports.json_rows import objects_of
from allegiance.actors.records import MOST_NAMES, Record
from allegiance.errors import Problem

HUMAN = "Q5"
INSTANCE_OF, PART_OF, PARENT, PLACE, SINCE, UNTIL = "P31", "P361", "P749", "P625", "P580", "P582"
INCEPTION, DISSOLVED = "P571", "P576"
_PRECISION = {9: 4, 10: 7, 11: 10}
"""How many characters of a day are told, by Wikidata's number for a year, a month, a day."""


def read(path: Path) -> Iterator[Record | Problem]:
    """The entities of an extract, in its order, and a problem for each that cannot be read."""
    for item in objects_of(path):
        yield item if isinstance(item, Problem) else _record(*item, path.name)


def _record(where: str, entity: dict[str, Any], file: str) -> Record | Problem:
    id = str(entity.get("id", ""))
    claims = _map(entity.get("claims"))
    kinds = {_item(_value(claim)) for claim in _claims(claims, INSTANCE_OF)}
    kind = "person" if HUMAN in kinds else "place" if PLACE in claims else "group"
    row: dict[str, Any] = {"id": id, "kind": kind, "qid": id, "names": []}
    seen: dict[str, str] = {}
    for language, label in _map(entity.get("labels")).items():
        seen.setdefault(_text(label), f"label {language}")
    for language, aliases in _map(entity.get("aliases")).items():
        for alias in aliases if isinstance(aliases, list) else ():
            seen.setdefault(_text(alias), f"alias {language}")
    seen.pop("", None)
    labels = _map(entity.get("labels"))
    row["name"] = next((_text(labels[key]) for key in ("en", "mul") if key in labels), next(iter(seen), ""))
    row["names"] = [{"name": n, "quality": q[:40]} for n, q in seen.items() if n != row["name"]][:MOST_NAMES]
    row["parent"] = [p for key in (PARENT, PART_OF) for claim in _claims(claims, key) if (p := _parent(claim))][:20]
    if kind != "person":
        row["since"] = next((_day(_value(claim)) for claim in _claims(claims, INCEPTION)), "")
        row["until"] = next((_day(_value(claim)) for claim in _claims(claims, DISSOLVED)), "")
    changed = entity.get("modified")
    as_of = f", as of {changed[:10]}" if isinstance(changed, str) else ""
    row["sources"] = [f"Wikidata, https://www.wikidata.org/wiki/{id}{as_of}, in {file}"]
    return checked(row, where)


def _parent(claim: dict[str, Any]) -> dict[str, str]:
    parent = _item(_value(claim))
    if not parent:
        return {}
    told = _map(claim.get("qualifiers"))
    row = {"id": parent}
    for field, key in (("since", SINCE), ("until", UNTIL)):
        snaks = told.get(key)
        first = snaks[0] if isinstance(snaks, list) and snaks else {}
        day = _day(_map(_map(first).get("datavalue")).get("value"))
        if day:
            row[field] = day
    return row


def _claims(claims: dict[str, Any], key: str) -> list[dict[str, Any]]:
    found = claims.get(key)
    rows = found if isinstance(found, list) else []
    return [row for row in rows if isinstance(row, dict) and row.get("rank") != "deprecated"]


def _value(claim: dict[str, Any]) -> object:
    return _map(_map(claim.get("mainsnak")).get("datavalue")).get("value")


def _item(value: object) -> str:
    found = _map(value).get("id")
    return found if isinstance(found, str) else ""


def _day(value: object) -> str:
    told = _map(value)
    time, precision = told.get("time"), told.get("precision")
    length = _PRECISION.get(precision) if isinstance(precision, int) else None
    return time[1 : 1 + length] if isinstance(time, str) and time.startswith("+") and length else ""


def _text(label: object) -> str:
    found = _map(label).get("value")
    return found.strip()[:400] if isinstance(found, str) else ""


def _map(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
