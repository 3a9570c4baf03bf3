"""Records from a followthemoney entity file: persons, bodies, and what bodies are parts of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

from allegiance.actors.countries import code_of
from allegiance.actors.files import checked
from allegiance.actors.imports.json_rows import objects_of
from allegiance.actors.records import MOST_NAMES, Record
from allegiance.errors import Problem

KINDS = {
    "Person": "person", "Organization": "group", "PublicBody": "group", "Company": "group", "LegalEntity": "group",
}  # fmt: skip
"""The schemas whose entities are actors; all others are passed over."""

NAMES = (("name", "names"), ("alias", "names"), ("abbreviation", "names"), ("previousName", "former_names"),
         ("weakAlias", "weak_names"))  # fmt: skip
_ID = re.compile(r"^[A-Za-z0-9._:-]+$")


def read(path: Path) -> Iterator[Record | Problem]:
    """The actors of an entity file, in its order, and a problem for each line that cannot be read."""
    for item in objects_of(path):
        if isinstance(item, Problem):
            yield item
            continue
        where, entity = item
        if isinstance(entity.get("schema"), str) and entity["schema"] in KINDS:
            yield _record(where, entity, path.name)


def _record(where: str, entity: dict[str, Any], file: str) -> Record | Problem:
    told = entity.get("properties")
    properties = told if isinstance(told, dict) else {}
    id = str(entity.get("id", ""))
    row: dict[str, Any] = {"id": actor_id(id), "kind": KINDS[entity["schema"]]}
    seen: set[str] = set()
    for name, field in NAMES:
        for value in _texts(properties, name):
            if value not in seen:
                seen.add(value)
                row.setdefault(field, []).append({"name": value, "quality": name})
    main = next(iter(row.get("names", [])), None)
    caption = entity.get("caption")
    row["name"] = caption if isinstance(caption, str) and caption in seen else main["name"] if main else ""
    row["names"] = [each for each in row.get("names", []) if each["name"] != row["name"]][:MOST_NAMES]
    if row["kind"] == "group":
        codes = (code_of(country) for country in _texts(properties, "country"))
        row["countries"] = list(dict.fromkeys(filter(None, codes)))
        row["parent"] = [{"id": actor_id(each)} for each in _texts(properties, "parent")]
    row["qid"] = next((q for q in _texts(properties, "wikidataId") if re.fullmatch(r"Q[1-9]\d*", q)), "")
    row["ids"] = {"ftm": id[:400]} if id else {}
    datasets = ", ".join(_texts(entity, "datasets"))[:200]
    urls = _texts(properties, "sourceUrl")[:5]
    row["sources"] = [f"followthemoney entity {id} in {file}{f' ({datasets})' if datasets else ''}", *urls]
    return checked(row, where)


def actor_id(id: str) -> str:
    """The id of an entity in the register."""
    if _ID.match(id) and len(id) <= 70:
        return f"ftm:{id}"
    return f"ftm:{blake2b(id.encode('utf-8', 'surrogatepass'), digest_size=12).hexdigest()}"


def _texts(properties: dict[str, Any], name: str) -> list[str]:
    values = properties.get(name)
    return [each for each in values if isinstance(each, str) and each] if isinstance(values, list) else []
