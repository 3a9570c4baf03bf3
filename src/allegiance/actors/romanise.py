"""Names in Latin letters, whatever their script, and the sounds of a word, by which spellings are held side by side.

A *sound form* has one sign for each sound: `kh`, `q` and `x` are told apart no more than their writers do. Of scripts
that leave out vowels (Arabic, Hebrew) the form has signs of its own for letters that may be a vowel: `A` (alif), `W`
(waw), `Y` (ya) and `E` (ain); see `allegiance.actors.sounds` for what each may stand for.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

_ARABIC = {
    **dict.fromkeys("اآٱأإ", "A"),
    **dict.fromkeys("ءعئؤ", "E"),
    "و": "W", "ؤ": "W", "ۇ": "W", "ى": "Y", "ي": "Y", "ی": "Y", "ې": "Y", "ۍ": "Y", "ے": "Y", "ئ": "Y",
    "ب": "b", "پ": "p", "ت": "t", "ٹ": "t", "ټ": "t", "ط": "t", "ث": "T", "ج": "j", "چ": "c", "ح": "h", "ه": "h",
    "ہ": "h", "ھ": "h", "خ": "x", "د": "d", "ڈ": "d", "ډ": "d", "ذ": "D", "ض": "D", "ظ": "D", "ر": "r", "ڑ": "r",
    "ړ": "r", "ز": "z", "ژ": "Z", "ځ": "z", "څ": "C", "س": "s", "ص": "s", "ش": "$", "ښ": "$", "ږ": "Z", "غ": "G",
    "ف": "f", "ڤ": "v", "ق": "k", "ك": "k", "ک": "k", "گ": "g", "ګ": "g", "ڭ": "g", "ل": "l", "م": "m", "ن": "n",
    "ں": "n", "ڼ": "n", "ة": "A", "ۃ": "A",
}  # fmt: skip
_HEBREW = dict(
    zip("אבגדהוזחטיכךלמםנןסעפףצץקרשת", ["A", "b", "g", "d", "h", "W", "z", "h", "t", "Y", "k", "k", "l", "m", "m",
    "n", "n", "s", "E", "p", "p", "C", "C", "k", "r", "$", "t"], strict=True)
)  # fmt: skip
_CONSONANTAL = _ARABIC | _HEBREW
_CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўћђјљњџәғқңөұүһ",
        "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya yo i yi ye g w ch dj y l n dzh a gh q"
        " ng o u u h".split(" "),
        strict=True,
    )
)
_JUNK = re.compile(r"[\u064b-\u065f\u0670\u0640\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_WORD = re.compile(r"\w+")
_ARTICLE = re.compile("^[وب]?ال(?=...)|^لل(?=...)")
_BARE_PAIRS = re.compile(r"t[$sz]")
_QUOTES = re.compile(r"[’‘ʼʹʻʾʿ`´′‛ʽ＇']")
_HANGUL_SURNAMES = {"gim": "kim", "i": "lee", "bag": "park", "bak": "park", "choe": "choi", "gang": "kang"}


@lru_cache(maxsize=1 << 16)
def latin_words(text: str) -> tuple[str, ...]:
    """The words of a text in lower-case Latin letters and digits; none where it holds no letter or digit.

    A Chinese character or a Korean syllable gives a word by itself. Words of Arabic and Hebrew script keep the signs
    of the module's sound forms, with a mark before them (`^mhmd`), for no vowel stands in them.
    """
    if text.isascii():
        return tuple(_WORD.findall(_QUOTES.sub("", text).replace("_", " ").lower()))
    plain = _QUOTES.sub("", _JUNK.sub("", unicodedata.normalize("NFKC", text)))
    spaced = "".join(c if c.isalnum() or unicodedata.category(c).startswith("M") else " " for c in plain)
    words = [word for word in spaced.split() if any(c.isalnum() for c in word)]
    return tuple(latin for word in words for latin in _in_latin(word) or [word.lower()])


def _in_latin(word: str) -> list[str]:
    first = word[0]
    if first in _CONSONANTAL:
        bare = _ARTICLE.sub("", word) if word != "الله" else word
        return ["^" + _BARE_PAIRS.sub(_bare_pair, "".join(_CONSONANTAL.get(c, "") for c in bare))]
    lower = word.lower()
    if lower[0] in _CYRILLIC:
        return ["".join(_CYRILLIC.get(c, c) for c in lower)]
    if "\uac00" <= first <= "\ud7a3":
        syllables = _syllables(word)
        first = _HANGUL_SURNAMES.get(syllables[0], "^" + syllables[0]) if syllables else ""
        return [first, *("^" + syllable for syllable in syllables[1:])] if first else []
    if "\u3400" <= first <= "\u9fff":
        return _syllables(word)
    folded = "".join(c for c in anyascii(word).lower() if c.isalnum())
    if not folded:
        return []
    return ["^" + sounds(folded)] if "\u0900" <= first <= "\u0dff" else [folded]


def _bare_pair(found: re.Match[str]) -> str:
    return "c" if found[0] == "t$" else "C"


def _syllables(word: str) -> list[str]:
    return [s.lower().replace("eo", "o").replace("eu", "u") for s in re.findall(r"[A-Z]?[a-z0-9]+", anyascii(word))]


_LETTERS = {
    "shch": "$", "schtsch": "$",
    "sch": "$", "tsch": "c", "tch": "c", "dzh": "j", "sh": "$", "ch": "c", "cz": "c", "sz": "$", "kh": "x",
    "gh": "G", "zh": "Z", "th": "T", "dh": "D", "ph": "f", "dj": "j", "dz": "z", "ts": "C", "tz": "C", "ck": "k",
    "qu": "k", "q": "k", "x": "ks", "ce": "se", "ci": "si", "cy": "si", "c": "k", "aou": "au", "ou": "u", "oo": "u",
    "ee": "i", "ey": "ai", "ay": "ai", "ei": "ai", "yy": "i", "iy": "i", "ij": "i",
}  # fmt: skip
_DIGRAPH = re.compile("|".join(sorted(map(re.escape, _LETTERS), key=len, reverse=True)))
_Y_VOWEL = re.compile(r"(?<=[^aeiouy])y|y(?=[^aeiouy]|$)")
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 17)
def sounds(word: str) -> str:
    """The sound form of one word as `latin_words` gives it: `khalid` → `xalid`, `qassim` → `kasim`."""
    if word.startswith("^"):
        return _DOUBLE.sub(r"\1", word[1:])
    word = "k" + word[1:] if word.startswith(("chr", "chl")) else word
    form = _DIGRAPH.sub(lambda m: _LETTERS[m[0]], word)
    form = _DOUBLE.sub(r"\1", _Y_VOWEL.sub("i", form))
    if form.endswith("ieh"):  # So Persians and Lebanese write what others end in `-iyah`: `Mughnieh`.
        return form[:-2] + "a"
    return form[:-1] if len(form) > 2 and form.endswith("ah") else form


_WEAK = re.compile("[aeiouAEWYyhw]")


@lru_cache(maxsize=1 << 17)
def skeleton(form: str) -> str:
    """The consonants of a sound form, those that scripts and ears confuse made one: for looking names up."""
    return _WEAK.sub("", form).translate(_MERGED)


_MERGED = str.maketrans("xqGDTCcZj$pzv", "kkgdtsssgsbsf")
