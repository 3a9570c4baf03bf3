"""Two names of persons held side by side, part by part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from allegiance.actors.parts import Part, PersonName, Word, person_name
from allegiance.actors.romanise import sounds
from allegiance.actors.sounds import FLOOR, in_order, likeness

ALIKE = FLOOR
"""Two words that sound less alike than this are two names."""

_KNOWN_APART = 0.75


@dataclass(frozen=True, slots=True)
class Match:
    """Words of the one name (`left`) and of the other that are held to be one name, and how alike they are."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    likeness: float


@dataclass(frozen=True, slots=True)
class Weighed:
    """How alike two names are from 0 to 1, whether the names tell enough to call them one man's, and the reasons."""

    score: float
    enough: bool
    reasons: tuple[str, ...]


def weigh_persons(a: str, b: str) -> Weighed:
    """Hold two names of persons side by side. The order of the two makes no difference."""
    if a > b:
        a, b = b, a
    one, other = person_name(a), person_name(b)
    if not one.words or not other.words:
        return Weighed(0.0, False, ("one of them holds no letter",))
    matches = _match(one.words, other.words)
    return _Scale(one, other, matches).weigh()


@lru_cache(maxsize=1 << 17)
def word_likeness(one: Word, other: Word) -> float:
    """How alike two words of names are, from 0 to 1, with what is known of names taken into account."""
    if one.part is Part.INITIAL or other.part is Part.INITIAL:
        return _initial(one, other)
    if one.text == other.text:
        return 1.0
    if one.spelt == other.spelt:
        return 0.98
    if one.spelt.startswith("abd") and other.spelt.startswith("abd") and len(one.spelt) > 6 < len(other.spelt):
        return likeness(one.spelt[3:], other.spelt[3:])
    if one.text[0] == other.text[0] and _SYLLABLE.fullmatch(one.text) and _SYLLABLE.fullmatch(other.text):
        return _KNOWN_APART
    heard = likeness(one.text, other.text)
    if heard < 0.99 and (one.spelt != one.text or other.spelt != other.text) and not _sound_alike_already(one, other):
        heard = max(heard, likeness(one.spelt, other.spelt))
    if heard < ALIKE:
        heard = max(heard, _grown(one.text, other.text), _grown(other.text, one.text))
    if not one.known or not other.known:
        return heard
    full = {n for n in one.known if n[0] != "~"} & {n for n in other.known if n[0] != "~"}
    if full:
        return max(0.95, heard)
    if {n.lstrip("~") for n in one.known} & {n.lstrip("~") for n in other.known}:
        return 0.92
    return min(heard, _KNOWN_APART) if heard < 0.97 else heard


def _sound_alike_already(one: Word, other: Word) -> bool:
    """Whether the common spellings sound as the words themselves do, where nothing but the sound counts."""
    bare = one.text[0] == "^" or other.text[0] == "^"
    return bare and sounds(one.spelt) == sounds(one.text) and sounds(other.spelt) == sounds(other.text)


_SYLLABLE = re.compile(
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    "(?:a|o|e|ai|ei|ao|ou|an|en|ang|eng|ong|i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ua|uo|uai|ui|uan|un|uang|ue)"
)
"""One syllable of Chinese: two that differ by a vowel are two names, as `Zhang` and `Zheng`."""

_GROWN = ("de", "bin", "ben", "al", "el", "van", "von", "le", "la", "di", "da", "du", "mac", "ould", "ag")


def _grown(long: str, short: str) -> float:
    """How alike two words are where a particle has grown onto one: `degaulle` / `gaulle`, `binladin` / `laden`."""
    return max((min(0.95, likeness(rest, short)) for rest in _without_particle(long)), default=0.0)


@lru_cache(maxsize=1 << 16)
def _without_particle(word: str) -> tuple[str, ...]:
    if not word.startswith(_GROWN):
        return ()
    rests = [word.removeprefix(particle) for particle in _GROWN if word.startswith(particle)]
    return tuple(rest for rest in rests if len(rest) > 2)


def _initial(one: Word, other: Word) -> float:
    if one.part is other.part:
        return 1.0 if one.text == other.text else 0.0
    initial, whole = (one.text, other.text) if one.part is Part.INITIAL else (other.text, one.text)
    return 0.9 if whole.lstrip("^").startswith(initial) and whole[0] != "^" else 0.0


def _match(one: tuple[Word, ...], other: tuple[Word, ...]) -> list[Match]:
    """Each word with its likest, the likest first; two words of one name may make one of the other."""
    found: list[tuple[float, int, int, Match]] = []
    for i, x in enumerate(one):
        for j, y in enumerate(other):
            same = word_likeness(x, y)
            if (x.part is Part.KUNYA) != (y.part is Part.KUNYA):
                same = min(same, 0.85)
            if same >= ALIKE:
                found.append((-same, abs(i - j), i + j, Match((i,), (j,), same)))
    found += [(-m.likeness, 0, m.left[0] + m.right[0], m) for m in _joined(one, other)]
    found += [(-m.likeness, 0, m.left[0] + m.right[0], Match(m.right, m.left, m.likeness)) for m in _joined(other, one)]
    found.sort(key=lambda row: row[:3])
    left: set[int] = set()
    right: set[int] = set()
    out: list[Match] = []
    for *_, match in found:
        if left.isdisjoint(match.left) and right.isdisjoint(match.right):
            out.append(match)
            left.update(match.left)
            right.update(match.right)
    return sorted(out, key=lambda match: match.left)


def _joined(one: tuple[Word, ...], other: tuple[Word, ...]) -> list[Match]:
    """Two neighbours of `one` that make one word of `other`: `Jin ping` / `Jinping`, `Muslim Dost` / `Muslimdost`."""
    out: list[Match] = []
    for i in range(len(one) - 1):
        x, y = one[i], one[i + 1]
        if x.text[:1] == "^" != y.text[:1] or x.part is Part.INITIAL or y.part is Part.INITIAL:
            continue
        whole = x.text + y.text.removeprefix("^")
        for j, z in enumerate(other):
            if abs(len(z.text) - len(whole)) <= 3 and len(z.text) > max(len(x.text), len(y.text)) + 1:
                same = likeness(whole, z.text)
                if same >= 0.82:
                    out.append(Match((i, i + 1), (j,), same))
    return out


_OWN = frozenset("mahamat mamadou mahamadou mohamadou mamoudou mehmet mehmed magomed".split())


def _goes_before(word: Word) -> bool:
    """Whether this is a Muhammad that many set before their own name. Where it has a form of the land, it is his own.

    `Mahamat Idriss Déby` is the son of Idriss Déby.
    """
    return "muhammad" in word.known and word.text not in _OWN


def _strength(likeness: float) -> float:
    """What a likeness is worth as a sign that two words are one name, from 0 to 1."""
    if likeness >= 0.95:
        return 1.0
    return max(0.0, (likeness - 0.76) / 0.19)


class _Scale:
    """What speaks for one man and what against, weighed once."""

    def __init__(self, one: PersonName, other: PersonName, matches: list[Match]) -> None:
        self.one, self.other, self.matches = one, other, matches
        self.reasons: list[str] = []
        left = {i for match in matches for i in match.left}
        right = {j for match in matches for j in match.right}
        self.left = [i for i in range(len(one.words)) if i not in left]
        self.right = [j for j in range(len(other.words)) if j not in right]

    def weigh(self) -> Weighed:
        """The score, whether it is enough, the reasons."""
        agree, doubt, full = 0.0, 0.0, 0
        for match in self.matches:
            words = [self.one.words[i] for i in match.left] + [self.other.words[j] for j in match.right]
            weight = max(word.weight for word in words)
            if any(word.part is Part.INITIAL for word in words):
                weight = 0.35
            strength = _strength(match.likeness)
            agree += weight * strength
            doubt += weight * (1 - strength)
            full += strength >= 0.45 and all(w.part not in (Part.INITIAL, Part.RESPECT, Part.NICKNAME) for w in words)
            self._say_match(match)
        if not agree:
            return Weighed(0.0, False, ("no name of one is like a name of the other",))
        over = [
            sum(name.words[i].weight for i in rest) for name, rest in ((self.one, self.left), (self.other, self.right))
        ]
        clash = min(over)
        extra = max(over) - clash
        score = agree / (agree + 1.75 * clash + 1.0 * doubt + 0.22 * extra)
        score = self._limits(score, full)
        enough = full >= 2
        self._say_rest()
        if not enough and score >= 0.5:
            self.reasons.append("a single name tells too little")
        return Weighed(score, enough, tuple(self.reasons) or ("the names agree",))

    def _limits(self, score: float, full: int) -> float:
        """The score under what each stated rule lets stand."""
        one, other = self.one, self.other
        limits = [(score, "")]
        lesser, greater = sorted((one.names, other.names))
        if full < 2:
            if lesser >= 2:
                limits.append((0.45 if not self._initials_agree() else 0.74, ""))
            elif greater >= 2:
                limits.append((0.74, "a name stands as an initial") if self._initials_agree() else self._single())
        if one.generation != other.generation:
            both = one.generation and other.generation
            limits.append(
                (0.3 if both else 0.72, "they are of two generations" if both else "a generation in one only")
            )
        if self.left and self.right:
            limits += self._clashes()
        elif full >= 2:
            limits += self._extras()
        if self._moved():
            limits += self._order()
        least, why = min(limits)
        if why:
            self.reasons.append(why)
        return min(score, least)

    def _single(self) -> tuple[float, str]:
        """What a single name and a full one may come to: more where it is a rare surname."""
        short, long = sorted((self.one, self.other), key=lambda name: name.names)
        word = next((word for word in short.words if word.part is Part.NAME), None)
        last = [word for word in long.words if word.part is Part.NAME][-1:]
        rare = word and last and not word.known and len(word.text) > 3 and word_likeness(word, last[0]) >= 0.95
        return (0.72 if rare else 0.6, "one has a single name")

    def _initials_agree(self) -> bool:
        return any(
            self.one.words[i].part is Part.INITIAL or self.other.words[j].part is Part.INITIAL
            for match in self.matches
            for i in match.left
            for j in match.right
        ) and not (self._names(self.one, self.left) and self._names(self.other, self.right))

    def _both_have_initials(self) -> bool:
        return all(any(w.part is Part.INITIAL for w in name.words) for name in (self.one, self.other))

    @staticmethod
    def _names(name: PersonName, rest: list[int]) -> list[int]:
        return [i for i in rest if name.words[i].part in (Part.NAME, Part.KUNYA, Part.PATRONYMIC)]

    def _clashes(self) -> list[tuple[float, str]]:
        """Names that stand in the same place and differ."""
        out: list[tuple[float, str]] = []
        left, right = self._names(self.one, self.left), self._names(self.other, self.right)
        if left and right:
            if left[0] == 0 and right[0] == 0:
                out.append((0.42, "the first names differ"))
            if left[-1] == len(self.one.words) - 1 and right[-1] == len(self.other.words) - 1:
                out.append((0.55, "the last names differ"))
        fathers = [
            {name.words[i].text for i in rest if name.words[i].part is Part.PATRONYMIC}
            for name, rest in ((self.one, self.left), (self.other, self.right))
        ]
        if all(fathers):
            out.append((0.4, "the fathers' names differ"))
        initials = [
            any(name.words[i].part is Part.INITIAL for i in rest)
            for name, rest in ((self.one, self.left), (self.other, self.right))
        ]
        if (any(initials) and left + right) or all(initials):
            out.append((0.6, "an initial does not fit"))
        return out

    def _extras(self) -> list[tuple[float, str]]:
        """What the longer name has beyond the other: a first name may make it the son's, a last one another man's."""
        out: list[tuple[float, str]] = []
        for name, rest in ((self.one, self.left), (self.other, self.right)):
            names = self._names(name, rest)
            if not names:
                if self._both_have_initials() and any(name.words[i].part is Part.INITIAL for i in rest):
                    out.append((0.62, "an initial stands in one only"))
                continue
            if names[-1] == max(i for i, w in enumerate(name.words) if w.part is not Part.NICKNAME):
                out.append((0.79, "the longer name ends in another name"))
            if names[0] == 0 and name.words[0].part is Part.NAME and not _goes_before(name.words[0]):
                chain = any(w.known or w.text.startswith("^") for w in name.words[1:])
                out.append((0.62 if chain else 0.74, "the longer name begins with another name"))
            if sum(name.words[i].weight for i in range(len(name.words)) if i not in rest) < 1.8:
                out.append((0.79, "what they share is common"))
        return out

    def _moved(self) -> bool:
        told = [
            match
            for match in self.matches
            if all(self.one.words[i].part not in (Part.RESPECT, Part.NICKNAME) for i in match.left)
        ]
        return not in_order([match.right[0] for match in told])

    def _order(self) -> list[tuple[float, str]]:
        """What another order of the names means: nothing where a surname may stand first, else perhaps another man."""
        if self.one.fixed != self.other.fixed:
            return [(0.95, "the surname stands first in one")]
        told = [w for w in (self.one.words + self.other.words) if w.part is Part.NAME]
        if all(word.known or word.text.startswith("^") for word in told) and len(self.matches) < 4:
            return [(0.74, "in another order it may be another man")]
        if len(self.matches) == 3 and not self._turned():
            return [(0.79, "two names have changed places before or after a third")]
        return [(0.92, "in another order")]

    def _turned(self) -> bool:
        """Whether one order comes of the other by moving what stands first to the end, or last to the beginning."""
        places = [match.right[0] for match in self.matches]
        return any(in_order(places[at:] + places[:at]) for at in range(len(places)))

    def _say_match(self, match: Match) -> None:
        left = " ".join(self.one.words[i].text for i in match.left)
        right = " ".join(self.other.words[j].text for j in match.right)
        if left != right:
            self.reasons.append(f"{left.lstrip('^')} may be {right.lstrip('^')}")

    def _say_rest(self) -> None:
        for name, rest in ((self.one, self.left), (self.other, self.right)):
            if rest:
                words = ", ".join(name.words[i].text.lstrip("^") for i in rest)
                self.reasons.append(f"{words} in one only")
