"""Two names of groups, companies or other bodies held side by side.

Common words count in whatever language they stand and tell little; a word of its own that one has and the other lacks
makes another body of it (`Taliban` / `Pakistani Taliban`), and so does another number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from allegiance.actors.persons import Weighed
from allegiance.actors.romanise import latin_words
from allegiance.actors.sounds import FLOOR, in_order, likeness
from allegiance.actors.spelling import one_spelling
from allegiance.actors.wordlists import body_words, initials_of, known_names, legal_forms
from allegiance.names import acronym_of

WORDS = 24
"""No more of its words are looked at."""

ALIKE = FLOOR
NEARLY = 0.95
"""Words less alike than this may be two names: the names propose, and settle nothing."""

_SMALL = frozenset(
    "of the and for in on to at by with a an de des du la le les l d del los las el y e et en pour dos das do da au aux"
    " und der die das van i o ul al un une its from fi wa li lil bi ve ile as im zur zum fur per di il lo gli dei com"
    " ^fY ^mn ^W ^l ^ElY ^dr ^AlY na iz po o v wal waal wat ad ar ash bin ibn".split()
)
_LIGHT = frozenset("company group holding corporation enterprise private affairs".split())
_SOFT = frozenset(
    "movement organization network party islamic general national people council committee union association society"
    " forces service office affairs arab royal federal".split()
)
_SAME_KIND = (
    frozenset("group network organization movement party".split()),
    frozenset("office bureau department directorate authority agency service services administration".split()),
    frozenset("company trading enterprise corporation trade".split()),
)
"""Words for what a body is that its tellers change for each other: `Jamal Network`, `Jamal Group`."""

_PARTING = frozenset("north south east west media youth women".split())
"""Words that a body of its own has: the southern one, the outlet, the wing."""

_PLACES = frozenset(
    "syria iraq yemen libya somalia pakistan afghanistan korea iran russia germany france turkey egypt china".split()
)
_NUMBERS = {
    word: number
    for number, words in {
        "1": "first 1st one premier premiere primer primera primeiro erste pervyi pervaya awwal",
        "2": "second 2nd two deuxieme segundo segunda zweite vtoroi ii",
        "3": "third 3rd three troisieme tercero tercera dritte tretii iii",
        "4": "fourth 4th four quatrieme cuarto cuarta vierte iv",
        "5": "fifth 5th five cinquieme quinto quinta funfte",
        "6": "sixth 6th six sixieme sexto sexta sechste vi",
        "7": "seventh 7th seven septieme septimo siebte vii",
        "8": "eighth 8th eight huitieme octavo achte viii",
        "9": "ninth 9th nine neuvieme noveno neunte ix",
        "10": "tenth 10th ten dixieme decimo zehnte",
        "11": "eleventh 11th eleven xi",
        "12": "twelfth 12th twelve xii",
        "20": "twentieth twenty",
    }.items()
    for word in words.split()
}
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th|e|er|eme|o|a)?$")
_BRACKETS = re.compile(r"[(\[]([^)\]]{1,120})[)\]]")
_ELIDED = re.compile(r"(?<!\w)[dDlL]['’](?=[^\W\d_]{3})")
"""The French article and preposition that grow onto the next word: `l'Azawad`."""

_DOTTED = re.compile(r"\b(?:\w\.){2,}(?:\w\b)?")


@dataclass(frozen=True, slots=True, eq=False)
class BodyWord:
    """One word: as it stands, what it means in English where it is a common one, how much it tells."""

    text: str
    meaning: str
    common: bool
    weight: float


@dataclass(frozen=True, slots=True)
class BodyName:
    """A body's name in its parts."""

    words: tuple[BodyWord, ...]
    numbers: frozenset[str]
    legal: frozenset[str]
    acronyms: frozenset[str]
    whole: tuple[str, ...]


@lru_cache(maxsize=1 << 16)
def body_name(name: str) -> BodyName:
    """The parts of a body's name."""
    text = name
    acronyms: list[str] = []
    for found in _BRACKETS.finditer(text):
        rest = text.replace(found[0], " ")
        if rest.strip() and acronym_of(found[1].strip(), rest):
            acronyms.append("".join(latin_words(found[1])))
            text = text.replace(found[0], " ")
    text = _DOTTED.sub(lambda m: m[0].replace(".", ""), text).replace("&", " and ")
    text = _ELIDED.sub(" ", text)
    whole = latin_words(text)[:WORDS] if any(c.isalnum() for c in name) else ()
    words, legal = _without_legal(list(whole))
    kept = [word for word in words if word not in _SMALL] or words
    numbers: set[str] = set()
    out: list[BodyWord] = []
    for at, word in enumerate(kept):
        number = _number(word, last=at == len(kept) - 1)
        if number and len(kept) > 1:
            numbers.add(number)
        else:
            out.append(_body_word(word))
    if not out:
        out = [BodyWord(number, number, False, 1.0) for number in sorted(numbers)]
    if all(word.common for word in out):
        out = [BodyWord(word.text, word.meaning, word.common, 1.0) for word in out]
    return BodyName(tuple(out), frozenset(numbers), frozenset(legal), frozenset(acronyms), whole)


def is_body_name(name: str) -> bool:
    """Whether a common word of bodies' names, or a legal form, stands in this name."""
    parts = body_name(name)
    return bool(parts.legal or parts.numbers) or any(word.common for word in parts.words)


def _number(word: str, *, last: bool) -> str:
    if found := _ORDINAL.match(word):
        return found[1].lstrip("0") or "0"
    if word in _NUMBERS and (len(word) > 2 or last):
        return _NUMBERS[word]
    return ""


def _without_legal(words: list[str]) -> tuple[list[str], set[str]]:
    """The words without legal forms at either end, and those forms."""
    legal: set[str] = set()
    found = True
    while found and len(words) > 1:
        found = False
        for size in range(min(5, len(words) - 1), 0, -1):
            for part in (slice(len(words) - size, None), slice(0, size)):
                form = legal_forms().get(tuple(words[part]))
                if form:
                    legal.add(form)
                    del words[part]
                    found = True
                    break
            if found:
                break
        if words and words[-1] in ("and", "of") and len(words) > 1:
            words.pop()
    return words, legal


@lru_cache(maxsize=1 << 16)
def _body_word(word: str) -> BodyWord:
    meaning = body_words().get(word, "")
    if not meaning and word.endswith("s") and len(word) > 4:
        meaning = body_words().get(word[:-1], "")
    if meaning:
        place = meaning in _PLACES
        return BodyWord(word, meaning, not place, 0.8 if place else 0.25 if meaning in _LIGHT else 0.5)
    return BodyWord(word, word if word.startswith("^") else one_spelling(word), False, 1.0)


def weigh_bodies(a: str, b: str) -> Weighed:
    """Hold two names of bodies side by side. The order of the two makes no difference."""
    if a > b:
        a, b = b, a
    one, other = body_name(a), body_name(b)
    if not one.whole or not other.whole:
        return Weighed(0.0, False, ("one of them holds no letter",))
    if one.whole == other.whole:
        return Weighed(1.0, True, ("the names agree",))
    if one.numbers != other.numbers and one.words and other.words:
        return Weighed(0.3 if one.numbers and other.numbers else 0.4, False, ("their numbers differ",))
    if _run(one) == _run(other) and (one.legal == other.legal or not one.legal or not other.legal):
        return Weighed(0.97, True, ("the names agree but for spaces and small words",))
    acronym = _acronym(one, other)
    weighed = _weigh(one, other)
    if one.acronyms & other.acronyms and 0.3 < weighed.score < 0.75:
        return Weighed(0.75, False, ("one acronym stands beside both", *weighed.reasons))
    return acronym if acronym and acronym.score > weighed.score else weighed


def _run(name: BodyName) -> str:
    return "".join(word.text.lstrip("^") for word in name.words)


def _acronym(one: BodyName, other: BodyName) -> Weighed | None:
    for short, long in ((one, other), (other, one)):
        letters = "".join(word.text for word in short.words)
        if len(short.words) > 2 or not 2 <= len(letters) <= 8:
            continue
        if letters in long.acronyms:
            return Weighed(0.9, True, ("the acronym stands beside the other name",))
        full = " ".join(w for w in long.whole if (w,) not in legal_forms())
        if len(short.words) == 1 and len(long.whole) > 1 and acronym_of(letters.upper(), full):
            return Weighed(0.75, False, ("one may be the acronym of the other",))
        if len(short.words) == 1 and len(letters) >= 3 and _translated(letters, long):
            return Weighed(0.72, False, ("one may be the acronym of the other in another language",))
    return None


def _translated(letters: str, long: BodyName) -> bool:
    """Whether each letter is the initial of one word, in one language or another: `ELN`, `National Liberation Army`."""
    if len(letters) != len(long.words) or not letters.isalpha():
        return False
    open_words = [initials_of(word.meaning) | {word.text.lstrip("^")[:1]} for word in long.words]
    for letter in sorted(letters, key=lambda c: sum(c in initials for initials in open_words)):
        fits = [initials for initials in open_words if letter in initials]
        if not fits:
            return False
        open_words.remove(min(fits, key=len))
    return True


@lru_cache(maxsize=1 << 17)
def _word_likeness(one: BodyWord, other: BodyWord) -> float:
    if one.text == other.text:
        return 1.0
    if one.meaning == other.meaning:
        return 0.98
    if one.common and other.common:
        return 0.0
    heard = max(likeness(one.text, other.text), likeness(one.meaning, other.meaning))
    return min(heard, 0.86) if one.common or other.common else heard


def _pairs(one: BodyName, other: BodyName) -> list[tuple[tuple[int, ...], tuple[int, ...], float]]:
    found: list[tuple[float, int, tuple[int, ...], tuple[int, ...]]] = []
    for i, x in enumerate(one.words):
        for j, y in enumerate(other.words):
            same = _word_likeness(x, y)
            if same >= ALIKE:
                found.append((-same, abs(i - j), (i,), (j,)))
    for turned, left, right in ((False, one, other), (True, other, one)):
        for run in _runs(len(left.words)):
            whole = left.words[run[0]].text + "".join(left.words[i].text.removeprefix("^") for i in run[1:])
            for j, z in enumerate(right.words):
                if abs(len(whole) - len(z.text)) <= 2 and (same := likeness(whole, z.text)) >= 0.9:
                    found.append((-same, -len(run), (j,), run) if turned else (-same, -len(run), run, (j,)))
    out: list[tuple[tuple[int, ...], tuple[int, ...], float]] = []
    lefts: set[int] = set()
    rights: set[int] = set()
    for least, _, xs, ys in sorted(found):
        if lefts.isdisjoint(xs) and rights.isdisjoint(ys):
            out.append((xs, ys, -least))
            lefts.update(xs)
            rights.update(ys)
    return sorted(out)


@lru_cache(maxsize=WORDS + 1)
def _runs(words: int) -> tuple[tuple[int, ...], ...]:
    """The places of two or three words in a row, that another may have written as one."""
    return tuple(tuple(range(at, at + size)) for size in (2, 3) for at in range(words - size + 1))


def _weigh(one: BodyName, other: BodyName) -> Weighed:
    pairs = _pairs(one, other)
    reasons: list[str] = []
    agree, doubt, least = 0.0, 0.0, 1.0
    for xs, ys, same in pairs:
        words = [one.words[i] for i in xs] + [other.words[j] for j in ys]
        weight = max(word.weight for word in words)
        strength = min(1.0, max(0.0, (same - 0.74) / 0.21))
        agree += weight * strength
        doubt += weight * (1 - strength)
        least = min(least, same)
        if words[0].text != words[-1].text:
            reasons.append(f"{_shown(words[0].text)} may be {_shown(words[-1].text)}")
    if not agree:
        return Weighed(0.0, False, ("no word of one is like a word of the other",))
    left = [w for i, w in enumerate(one.words) if not any(i in xs for xs, _, _ in pairs)]
    right = [w for j, w in enumerate(other.words) if not any(j in ys for _, ys, _ in pairs)]
    shared = sum(not one.words[xs[0]].common and same >= NEARLY for xs, _, same in pairs)
    told_twice = any(
        len(xs) == len(ys) == 1 and _is_translation(one.words[xs[0]], other.words[ys[0]]) for xs, ys, _ in pairs
    )
    kinds = left and right and shared >= 2 and _of_a_kind(left, right)
    if kinds:
        reasons.append(f"{_shown(left[0].text)} may stand for {_shown(right[0].text)}")
        left, right = [], []
    over = sorted((sum(w.weight for w in left), sum(w.weight for w in right)))
    score = agree / (agree + 1.5 * over[0] + 1.2 * doubt + 0.5 * (over[1] - over[0]))
    limits = [(score, ""), *_limits(one, other, left, right)]
    if kinds:
        limits.append((0.72, "what they are is told by two words"))
    few = told_twice and shared < 2
    if few:
        limits.append((0.79, "two languages may have so short a name for two bodies"))
    if least < NEARLY:
        limits.append((0.79, "a word is only like the other's"))
    if not in_order([ys[0] for _, ys, _ in pairs]):
        limits.append((0.92, "in another order"))
    lowest, why = min(limits)
    if why:
        reasons.append(why)
    for rest in (left, right):
        if rest:
            reasons.append(f"{', '.join(_shown(w.text) for w in rest)} in one only")
    if not reasons:
        reasons.append("the names agree but for small words")
    return Weighed(min(score, lowest), not few, tuple(reasons))


def _is_translation(one: BodyWord, other: BodyWord) -> bool:
    """Whether two words mean one thing in two languages that are not English: `Jaish` and `Lashkar`."""
    words = {one.text, other.text}
    return one.meaning == other.meaning and one.meaning not in words and len(words) == 2 and not likeness(*words)


def _of_a_kind(left: list[BodyWord], right: list[BodyWord]) -> bool:
    """Whether what is left over of two names is one word in each, and both say what sort of body it is."""
    return len(left) == len(right) == 1 and any({left[0].meaning, right[0].meaning} <= kind for kind in _SAME_KIND)


def _limits(one: BodyName, other: BodyName, left: list[BodyWord], right: list[BodyWord]) -> list[tuple[float, str]]:
    out: list[tuple[float, str]] = []
    if left and right:
        out.append((0.55, "each has a word of its own"))
    extra = left or right
    if extra and not (left and right):
        shorter = one if right else other
        own = [w for w in extra if not w.common]
        if own:
            of_its_own = sum(not w.common for w in shorter.words)
            if all(w.text in known_names() for w in extra) and not any(w.common for w in shorter.words):
                return [*out, (0.72, "a person's name in one only")]
            if all(len(w.text) < 4 for w in own) and len(extra) == len(own):
                return [*out, (0.72, f"{_shown(own[0].text)} in one only")]
            limit = 0.45 if of_its_own < 2 else 0.62 if of_its_own < 3 else 0.72
            out.append((limit, f"{_shown(own[0].text)} tells one from the other"))
        elif all(w.meaning in _SOFT or w.meaning in _LIGHT for w in extra):
            out.append((0.86 if all(w.meaning in _LIGHT for w in extra) else 0.74, ""))
        elif any(w.meaning in _PARTING for w in extra):
            told = next(w for w in extra if w.meaning in _PARTING)
            out.append((0.6, f"{_shown(told.text)} makes another body of it"))
        elif len(shorter.words) > 1 and all(w.common for w in extra):
            out.append((0.72, f"{_shown(extra[0].text)} may tell one from the other"))
        else:
            out.append((0.65, f"{_shown(extra[0].text)} may tell one from the other"))
    firm = [name.legal - {"private"} for name in (one, other)]
    if all(firm) and firm[0].isdisjoint(firm[1]):
        out.append((0.78, "their legal forms differ"))
    return out


def _shown(word: str) -> str:
    return word.lstrip("^").translate(_LETTERS)


_LETTERS = str.maketrans(
    {"A": "a", "W": "w", "Y": "y", "E": "'", "D": "dh", "T": "th", "x": "kh", "$": "sh", "G": "gh"}
)
