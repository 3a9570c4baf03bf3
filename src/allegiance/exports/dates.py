"""EDTF dates in plain English, for whoever has never met EDTF. The dates themselves stay as they are told."""

from __future__ import annotations

_OPEN = ("", "..")


def dated(edtf: str) -> str:
    """When something was, or held: `up to 2014-08`, `from 2009 on`, `2011 to 2014-11`, `about 2015-01`.

    What is no EDTF (`by 2016-05-10`, which is the date of the report) stays as it is.
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _one(edtf)
    if first in _OPEN:
        return f"up to {_one(last)}"
    return f"from {_one(first)} on" if last in _OPEN else f"{_one(first)} to {_one(last)}"


def bound(edtf: str) -> str:
    """When something began or ended: `by 2014-10-15`, `in or after 2009`, `between 2015-01-01 and 2015-01-20`."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _one(edtf)
    if first in _OPEN:
        return f"by {_one(last)}"
    return f"in or after {_one(first)}" if last in _OPEN else f"between {_one(first)} and {_one(last)}"


def held(since: str, until: str) -> tuple[str, str]:
    """When something began and when it ended, each in words, also where that is not told."""
    return (
        f"began {bound(since)}" if since else "beginning not told",
        f"ended {bound(until)}" if until else "no end told",
    )


def _one(edtf: str) -> str:
    bare = edtf.rstrip("?~%")
    mark = edtf[len(bare) :]
    before = "about " if "~" in mark or "%" in mark else ""
    after = ", perhaps" if "?" in mark or "%" in mark else ""
    return f"{before}{bare}{after}"
