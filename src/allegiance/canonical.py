"""Values as JSON in one way of writing: the log is written in it, and ids are hashes of it.

To write and hash is half of what recording takes, so that the writing is done by a library in which it is quick. It
takes no half of a surrogate pair, which may stand in what is given to us: that is written by Python's own, in which all
else comes out the same.
"""

from __future__ import annotations

import hashlib
import json

from pydantic_core import PydanticSerializationError, to_json

_IN_ORDER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_SORTED = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def written(value: object) -> str:
    """A value made of texts, whole numbers, lists and objects as JSON on one line; objects keep their order."""
    try:
        return to_json(value).decode()
    except PydanticSerializationError:
        return _IN_ORDER.encode(value)


def written_again(value: object) -> str:
    """The same of what was read from JSON of whatever origin, in which any number may stand."""
    return _IN_ORDER.encode(value)


def digest(value: object) -> str:
    """The SHA-256, in hexadecimal, of a value's JSON, objects sorted by their keys."""
    return hashlib.sha256(_SORTED.encode(value).encode("utf-8", "surrogatepass")).hexdigest()


def digest_of(*told: object) -> str:
    """The same of a list in which there are no objects, in a fraction of the time."""
    try:
        return hashlib.sha256(to_json(told)).hexdigest()
    except PydanticSerializationError:
        return digest(told)
