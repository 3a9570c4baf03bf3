"""The key of a place's name: what is forgiven when a name in a text is looked up in the gazetteer.

The packaged data is sorted by this key, so that a change here needs the data to be packed again (`pack.py`).
"""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans({
    "ı": "i", "ə": "a", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ħ": "h",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ګ": "گ", "ة": "ه",
    "ہ": "ه", "ۀ": "ه",
})  # fmt: skip
_ARTICLE = re.compile(r"^(?:al|el|ad|ar|as|ash|at|an|az)[-\s]+(?=\w{3})|^ال(?=\w{3})")
_NO_LETTER = re.compile(r"[\W_]+")
_SAINT = re.compile(r"\b(?:st|ste|sto)\b\.?\s+(?=\w)")
LONGEST = 120
"""Names longer than this have no key: no place is called so."""


def place_key(name: str) -> str:
    """The key of a name, `""` where it has none.

    Forgiven are case, accents, hyphens, apostrophes, spaces, the Arabic article in front, and the several letters with
    which Arabic, Persian, Urdu and Pashto write one sound.
    """
    if len(name) > LONGEST:
        return ""
    text = unicodedata.normalize("NFKD", name.casefold())
    text = "".join(c for c in text if not unicodedata.combining(c)).translate(_LETTERS)
    text = _ARTICLE.sub("", _SAINT.sub("saint ", text.strip()))
    return _NO_LETTER.sub("", text)


_TYPES = {
    "province": 1, "governorate": 1, "state": 1, "region": 4, "oblast": 1, "wilayat": 1, "wilaya": 1, "prefecture": 1,
    "department": 0, "division": 0, "agency": 0, "canton": 0, "county": 0, "republic": 0,
    "district": 2, "tehsil": 2, "tehsils": 2, "subdistrict": 2, "municipality": 2, "woreda": 2, "sub-district": 2,
    "circle": 2, "cercle": 2, "commune": 2, "lga": 2,
    "city": 3, "town": 3, "village": 3, "capital": 3, "port": 3, "hamlet": 3, "camp": 3,
}  # fmt: skip
"""What follows or precedes a name and says what kind of place it is.

A level (1, 2), a settlement (3), a region of no map or a first division (4), or any (0).
"""


def typed(name: str) -> tuple[str, int | None]:
    """A name without the word that says what it is a name of, and the level that the word tells (see `_TYPES`).

    `Birmal district` gives `Birmal` and 2; `the province of Kunar` gives `Kunar` and 1; `Kunar` gives itself and None.
    """
    words = name.split()
    if words and words[0].casefold() == "the":
        words = words[1:]
    if len(words) > 2 and words[1].casefold() == "of" and words[0].casefold() in _TYPES:
        return " ".join(words[2:]), _TYPES[words[0].casefold()]
    if len(words) > 1 and words[-1].casefold().rstrip("s") in _TYPES:
        return " ".join(words[:-1]), _TYPES[words[-1].casefold().rstrip("s")]
    return name if not words else " ".join(words), None
