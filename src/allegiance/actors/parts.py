"""A person's name in its parts: names proper, initials, kunyas, patronymics, and what may stand or be left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache

from allegiance.actors.romanise import latin_words
from allegiance.actors.spelling import one_spelling
from allegiance.actors.wordlists import known_names
from allegiance.names import ABDS, BLESSINGS, HONORIFICS, KUNYAS, MODIFIERS, OFFICES, RANKS

WORDS = 16
"""No more of its words are looked at."""


class Part(IntEnum):
    """What a word of a name is."""

    NAME = 0
    INITIAL = 1
    KUNYA = 2
    PATRONYMIC = 3
    NICKNAME = 4
    RESPECT = 5


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """One part of a name: its letters, its common spelling, the names it may be a form of, and how much it tells.

    The same word in the same part is the same object as long as it is remembered.
    """

    text: str
    spelt: str
    known: frozenset[str]
    part: Part
    weight: float


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in its parts. `generation` is `jr`, `sr`, `ii` … or nothing; `fixed` says which word is the surname."""

    words: tuple[Word, ...]
    generation: str = ""
    fixed: bool = False

    @property
    def names(self) -> int:
        """How many of the parts are names: initials, words of respect and nicknames count nothing."""
        return sum(word.part in (Part.NAME, Part.KUNYA, Part.PATRONYMIC) for word in self.words)


_PARTICLES = frozenset(
    "al el ul ad ar as ash at an az bin ben ibn bint binti binte van von der den de del della di da do dos das du la"
    " le los las ould oulad walad wuld ag ap ait y e i af av zu zum zur ter ten dit ur wal aal oglu ogly oghlu"
    " kizi qizi the of ^bn ^Abn ^bnt ^Wld ^Al".split()
)
_FIRST = frozenset("ben le do da di an as at la du y i e ag ap ter ten".split())
"""Particles that are names where they stand first: `Ben`, `Le Duc Tho`."""

_DOTLESS = re.compile(r"\.(?=\w)")
_TITLES = (HONORIFICS | RANKS | OFFICES) - frozenset("sp ka don bay king queen prince pope leader ret justice".split())
_AFTER = BLESSINGS | frozenset("phd md esq obe mbe cbe ret retd jd mp dds mba".split())
_RESPECT = frozenset(
    "mullah mulla maulana mawlawi maulvi mawlavi haji hajji hajj alhaji sheikh shaykh sheik shaikh qari mufti sayyid"
    " sayed syed said akhund akhond akhunzada akhundzada agha aga sahib bey bek beg begum bibi pasha effendi"
    " ^mlA ^mWlWY ^$Yx ^HAjY ^hAjY ^kArY ^mftY ^AxWnd ^AxWnD ^AGA ^sYd ^mWlAnA ^sex ^$ex".split()
)
_GENERATIONS = {
    "jr": "jr", "jnr": "jr", "junior": "jr", "sr": "sr", "snr": "sr", "senior": "sr", "ii": "ii", "iii": "iii",
    "iv": "iv", "2nd": "ii", "3rd": "iii", "4th": "iv", "vi": "vi", "vii": "vii", "viii": "viii", "xiv": "xiv",
    "xvi": "xvi", "xii": "xii", "xiii": "xiii", "filho": "jr", "hijo": "jr", "fils": "jr",
}  # fmt: skip
_PATRONYMIC = re.compile(r"(?:[oe]vich|ovic|ovna|evna|ovych|ivna|yevich|ievich|yevna|[iy]chna|lich|mich)$")
_COMMON = frozenset(
    "muhammad ahmad ali abdullah hasan hasan husain hassan hussain ibrahim khan maria jose juan john abd said".split()
)
_NICKNAME = re.compile(r"[\"“«„(\[]([^\"”»“)\]]{1,60})[\"”»“)\]]")
_MARKS = re.compile(r"\b(?:a\.?k\.?a|alias|née|nee|born|dit|detto)\b\.?", re.I)


@lru_cache(maxsize=1 << 16)
def person_name(name: str) -> PersonName:
    """The parts of a name, in their order. A name of nothing but titles keeps them as its words."""
    text = name.strip()
    nicknames: list[str] = []
    if any(c in text for c in '"“«„(['):
        inner = [m[1] for m in _NICKNAME.finditer(text)]
        bare = _NICKNAME.sub(" ", text)
        if any(c.isalnum() for c in bare):
            text, nicknames = bare, inner
    fixed = False
    if text.count(",") == 1 or ("," in text and not _AFTER.isdisjoint(latin_words(text))):
        text, fixed = _around_comma(text)
    words = list(latin_words(_DOTLESS.sub(". ", text)))[:WORDS]
    fixed = fixed or _has_capital_surname(text)
    words, generation = _generation(words)
    kept = _without_titles(words)
    out = _parts(kept or words)
    for nickname in nicknames:
        out += [replace(word, part=Part.NICKNAME, weight=0.05) for word in _parts(list(latin_words(nickname)))]
    return PersonName(tuple(out[:WORDS]), generation, fixed)


def _around_comma(text: str) -> tuple[str, bool]:
    """`Baro, Idris` → `Idris Baro`; `Idris Baro, Jr` and `Idris Baro, PhD` stay."""
    before, _, after = text.partition(",")
    words = latin_words(after)
    if not words or all(word in _GENERATIONS or word in _AFTER for word in words) or not latin_words(before):
        return text, False
    return f"{after} {before}", True


def _has_capital_surname(text: str) -> bool:
    words = [w for w in text.split() if sum(c.isalpha() for c in w) > 1]
    capitals = [w.isupper() for w in words]
    return any(capitals) and not all(capitals)


def _generation(words: list[str]) -> tuple[list[str], str]:
    """The words without the one that says which of father and son it is, and that one. A single `II` is a name."""
    if len(words) > 1 and words[-1] in _GENERATIONS:
        return words[:-1], _GENERATIONS[words[-1]]
    return words, ""


def _without_titles(words: list[str]) -> list[str]:
    end = len(words)
    while end > 1 and words[end - 1] in _AFTER:
        end -= 1
    start, at = 0, 0
    while at < end - 1 and (words[at] in _TITLES or words[at] in MODIFIERS):
        at += 1
        if words[at - 1] in _TITLES:
            start = at
    if start < end - 2 and words[start] in ("king", "queen", "prince", "princess", "pope"):
        start += 1
    return words[start:end]


def _parts(words: list[str]) -> list[Word]:
    """The parts that these words make: what belongs together joined, particles left out where anything else stands."""
    plain = [word for at, word in enumerate(words) if word not in _PARTICLES or (at == 0 and word in _FIRST)] or words
    out: list[Word] = []
    at = 0
    while at < len(plain):
        word, rest = plain[at], plain[at + 1 : at + 3]
        at += 1
        if word in _KUNYAS and rest:
            servant = rest[0] in _ABDS and len(rest) > 1
            at += 2 if servant else 1
            out.append(_word(_abd(rest[1]) if servant else rest[0], Part.KUNYA, first=not out))
        elif word in _ABDS and rest:
            at += 1
            out.append(_word(_abd(rest[0]), Part.NAME))
        elif out and word in _ULLAHS and out[-1].part is Part.NAME:
            out[-1] = _word(out[-1].text + ("Allh" if word[0] == "^" else "ullah"), Part.NAME)
        elif out and word in _DINS:
            out[-1] = _word(out[-1].text + ("dYn" if word[0] == "^" else "din"), out[-1].part)
        elif len(word) == 1 and word.isascii() and word.isalpha():
            out.append(Word(word, word, frozenset(), Part.INITIAL, 0.3))
        else:
            father = len(plain) > 2 and out and _PATRONYMIC.search(word)
            out.append(_word(word, Part.PATRONYMIC if father else Part.NAME))
    if out and out[-1].part is Part.RESPECT and out[-1].text in _SURNAMES:
        out[-1] = replace(out[-1], part=Part.NAME, weight=0.7)
    if sum(word.part is not Part.RESPECT for word in out) < 2:
        out = [replace(word, part=Part.NAME) if word.part is Part.RESPECT else word for word in out]
    return out


_SURNAMES = frozenset("sheikh shaykh sheik shaikh sayyid sayed syed mufti qari agha ^$Yx ^sYd".split())
_KUNYAS = KUNYAS | {"^AbW", "^AbY", "^AbA", "^Am"}
_ABDS = ABDS | {"^Ebd"}
_ULLAHS = frozenset({"ullah", "allah", "ulla", "olah", "ollah", "^Allh"})
_DINS = frozenset({"din", "deen", "dine", "eddin", "uddin", "eddine", "uddeen", "addin", "^dYn"})


def _abd(rest: str) -> str:
    """The one name that a servant-of word and the next make."""
    if rest.startswith("^"):
        return "abdullah" if rest == "^Allh" else "^Ebd" + rest[1:]
    return "abdullah" if rest in ("allah", "lah", "llah", "ullah", "ulla") else "abdul" + rest


_KUNYA_GROWN = re.compile("abo?u(.{3,})")
"""A kunya in one word: `Abubakar`, `Aboubacar`."""


@lru_cache(maxsize=1 << 16)
def _word(word: str, part: Part, *, first: bool = False) -> Word:
    if word.startswith("cabd"):  # So Somalis write it.
        word = word[1:]
    if word.startswith("^"):
        if word.startswith("^EbdAl") and len(word) > 7:
            word = "abdullah" if word == "^EbdAllh" else "^Ebd" + word[6:]
        spelt = word
    else:
        spelt = one_spelling(word)
    if part is Part.NAME and word.startswith("^AbW") and len(word) > 6:
        return _word("^" + word[4:].removeprefix("Al"), Part.KUNYA, first=first)
    known = known_names().get(word) or known_names().get(spelt) or frozenset()
    if part is Part.NAME and word in _RESPECT:
        return Word(word, spelt, known, Part.RESPECT, 0.25)
    father = part is Part.NAME and _KUNYA_GROWN.fullmatch(word)
    if father and (father[1] in known_names() or one_spelling(father[1]) in known_names()):
        return _word(father[1], Part.KUNYA, first=first)
    weight = 1.0 if len(word) > 3 else 0.8
    if not known.isdisjoint(_COMMON):
        weight = 0.7
    if part is Part.PATRONYMIC or not known.isdisjoint({"khan", "jan", "gul"}):
        weight = 0.5
    if part is Part.KUNYA and first:
        weight = 0.8
    return Word(word, spelt, known, part, weight)
