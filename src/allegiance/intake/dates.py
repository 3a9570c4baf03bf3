"""The date of publication, as sidecars, markup and addresses write it: cut to what it says, never filled up."""

from __future__ import annotations

import re

from allegiance import when
from allegiance.errors import BadDate

_LONGEST = 64
_SPACED = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}) +[0-9]{1,2}:[0-9]{2}[0-9:.,]{0,20} ?(?:Z|UTC|GMT|[+-][0-9:]{2,5})?")
_PATH_DAY = re.compile(
    r"/(?P<year>(?:19|20)\d\d)(?P<mark>[/-])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)(?=[/.\-_?#]|$)", re.ASCII
)
_PATH_MONTH = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>\d\d)(?=/)", re.ASCII)


def publication_date(written: str) -> str:
    """`written` in canonical EDTF; `""` stays empty.

    A month or day of `00` is dropped, and a timestamp is cut to the day that it names in its own time zone. Raises
    BadDate for everything that is no date, and for days that no calendar has.
    """
    text = written.strip()
    if not text:
        return ""
    if len(text) > _LONGEST:
        raise BadDate(f"{text[:40]!r}… is no date", hint="write it as 2015-02-13, 2015-02 or 2015")
    stamp = _SPACED.fullmatch(text)
    return str(when.parse(stamp[1] if stamp else text))


def date_in_address(url: str) -> str:
    """The day or month that a news address carries in its path (`/2021/03/14/`, `/2021/03/`), or `""`."""
    found = _PATH_DAY.search(url) or _PATH_MONTH.search(url)
    if not found:
        return ""
    parts = [found[key].zfill(2) for key in ("year", "month", "day") if key in found.groupdict()]
    try:
        return publication_date("-".join(parts))
    except BadDate:
        return ""
