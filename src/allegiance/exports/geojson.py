"""What a map shows as GeoJSON (RFC 7946), for other maps: one point for each happening and place of it.

A point is the middle of its place, `radius_km` how far around it that is uncertain: nothing lies where the point lies.
Lost: what is told of names of places that no report settles (it is counted in `nowhere`), and of a happening with many
sentences all but the first few.
"""

from __future__ import annotations

import json

from allegiance.exports import cite
from allegiance.exports.plain import plain
from allegiance.exports.report import sentences, told
from allegiance.exports.words import coverage_line
from allegiance.model import Answer, Row

MOST_FEATURES = 20_000
_MOST_SENTENCES = 5
_OF_THE_PLACE = ("latitude", "longitude", "radius")
_NOTE = (
    "A record of what reports say, never of what is so. A point is the middle of a place, and radius_km how uncertain"
    " that is. The place of a person is no finer than the district."
)


def write(answer: Answer) -> bytes:
    """The feature collection of an answer of `mapped`, in UTF-8."""
    placed = [row for row in answer.rows if row.get("place_id")]
    made = {
        "type": "FeatureCollection",
        "note": _NOTE,
        "asked": {key: plain(value) for key, value in answer.query if value},
        "rests_on": f"what was read {coverage_line(answer.coverage)}",
        "nowhere": len(answer.rows) - len(placed),
        "left_out": max(0, len(placed) - MOST_FEATURES),
        "features": [_feature(answer, row) for row in placed[:MOST_FEATURES]],
    }
    return json.dumps(made, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _feature(answer: Answer, row: Row) -> dict[str, object]:
    speaker, what = told(answer, row)
    properties: dict[str, object] = {key: plain(value) for key, value in row.fields if key not in _OF_THE_PLACE}
    properties |= {
        "says": plain(f"{speaker}: {what}" if speaker else what),
        "status": row.status,
        "because": plain(row.because),
        "radius_km": int(row.get("radius") or 0),
        "claims": list(row.claims),
        "sentences": [plain(cite.write(recorded)) for recorded in sentences(answer, row)[:_MOST_SENTENCES]],
    }
    at = [float(row.get("longitude")), float(row.get("latitude"))]
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": at}, "properties": properties}
