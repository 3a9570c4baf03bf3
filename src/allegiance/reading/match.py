"""Frames against clauses: which roles a frame finds filled, and by what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product

from allegiance.reading import lexicon
from allegiance.reading.clause import Clause, walk
from allegiance.reading.discourse import Discourse
from allegiance.reading.filling import Fill, fills
from allegiance.reading.frames import Frame, RoleRule
from allegiance.reading.phrases import Phrase
from allegiance.reading.referents import HE, IT, SHE, THEY

FORMER = frozenset(
    "former ex- ex previous erstwhile one-time onetime sometime ousted deposed formerly once then- previously "
    "originally hitherto late deceased retired sacked dismissed cashiered discharged expelled".split()
)

ONE_TIME = re.compile(r"(?:(?:an?|the|its|his|her) )?(?:one-?time|once|sometime|erstwhile|ex-)\b", re.IGNORECASE)
"""How a description begins of what is over, where the parser takes its words apart."""

WITH_OTHERS = frozenset({"along", "together", "back"})
"""Particles that leave a verb what it is: `killed along with his deputy`, but not `caught up`, `handed down`."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A frame that caught a clause, one way of filling its roles."""

    frame: Frame
    clause: Clause
    fills: tuple[Fill, ...]
    former: bool = False

    def get(self, role: str) -> Fill | None:
        """What fills a role, or None."""
        return next((f for f in self.fills if f.role == role), None)


@dataclass(frozen=True, slots=True)
class Miss:
    """A frame that was tried on a clause and why it did not fit, for `doctor trace`."""

    frame: str
    why: str


class Matcher:
    """Tries frames on the clauses of a sentence."""

    def __init__(self, frames: Iterable[Frame]) -> None:
        self._by: dict[tuple[str, str], list[Frame]] = {}
        self.events: frozenset[str] = frozenset()
        nouns = set()
        for frame in frames:
            for word in frame.lemmas:
                for lemma in _expand(word):
                    self._by.setdefault((frame.form, lemma), []).append(frame)
                    if frame.form == "noun":
                        nouns.add(lemma)
        self.events = frozenset(nouns)

    def frames_for(self, clause: Clause) -> list[Frame]:
        """The frames that look at a clause of this form and lemma; for what a name is said to be, at its nouns."""
        form = "is" if clause.form == "title" else clause.form
        if form == "verb" and clause.lemma in ("be", "become", "remain") and clause.get("attr"):
            return self._described(clause) + self._by.get(("verb", clause.lemma), [])
        if form == "is":
            return self._described(clause)
        found = self._by.get((form, clause.lemma), [])
        if not found and clause.lemma.split(" ")[-1] in WITH_OTHERS:
            found = self._by.get((form, clause.lemma.split(" ")[0]), [])
        if form == "verb" and clause.get("as", "under"):
            found = [*found, *self._by.get(("verb", "*"), [])]
        return found

    def _described(self, clause: Clause) -> list[Frame]:
        heads = dict.fromkeys(p.head for p in clause.get("attr"))
        return list(dict.fromkeys(f for h in heads for f in self._by.get(("is", h), [])))

    def match(self, clause: Clause, discourse: Discourse, misses: list[Miss] | None = None) -> Iterator[Hit]:
        """Every hit on a clause."""
        for frame in self.frames_for(clause):
            for one in _variants(clause, frame):
                why = _guarded(frame, one)
                if not why:
                    hits = list(_fill_all(frame, one, discourse))
                    yield from hits
                    why = "" if hits else "a key role is not filled"
                if why and misses is not None:
                    misses.append(Miss(frame.id, why))


def _variants(clause: Clause, frame: Frame) -> list[Clause]:
    """A clause that says two things of its subject, once for each that the frame looks at."""
    attrs = clause.get("attr")
    if frame.form != "is" or len(attrs) < 2:
        return [clause]
    wanted = {lemma for word in frame.lemmas for lemma in _expand(word)}
    rest = tuple(a for a in clause.args if a.function != "attr")
    return [replace(clause, args=(*rest, a)) for a in clause.args if a.function == "attr" and a.phrase.head in wanted]


def _expand(word: str) -> Iterable[str]:
    """`<posts>` stands for a class of the lexicon."""
    if word.startswith("<") and word.endswith(">"):
        return sorted(getattr(lexicon.nouns(), word[1:-1]))
    return [word]


def _in_class(phrase: Phrase, words: frozenset[str]) -> bool:
    for word in words:
        if word.startswith("<"):
            if word in ("<places>", "<persons>") and phrase.mention >= 0:
                continue  # `Islamic State` is no place for ending in one, and `the Valley Guard` nobody who guards.
            if phrase.head in getattr(lexicon.nouns(), word[1:-1]):
                return True
        elif phrase.head == word or word in phrase.adjectives or word == "*":
            return True
    return False


RELATIONAL = frozenset("name successor replacement heir".split())
"""What is of somebody, so that a name beside it may be his: `a successor to its chief, Peter`."""


def _barred(phrase: Phrase, words: frozenset[str]) -> bool:
    """Whether a frame will not have a phrase; `an area commander` is no area, and `a bank robber` no bank."""
    if "*" not in words and phrase.mention < 0 and phrase.head in lexicon.nouns().persons:
        words = words - {m.phrase.head for m in phrase.mods if m.function == "noun"}
    return _in_class(phrase, words)


def _guarded(frame: Frame, clause: Clause) -> str:
    for path, words in frame.where:
        if path == "governor":
            if not (
                {clause.governor, clause.governor.split(" ")[0]} & words
                and clause.embedding in ("xcomp", "advcl", "ccomp")
            ):
                return f"its governor is none of {', '.join(sorted(words))}"
            continue
        if path == "embedding":
            if not words & set(clause.embedding.split()[-1:]):
                return f"it does not hang by {', '.join(sorted(words))}"
            continue
        if not any(_in_class(p, words) for p in walk(clause, tuple(path.split("/")))) and not (
            path == "adverb" and words & set(clause.adverbs)
        ):
            return f"{path} is none of {', '.join(sorted(words))}"
    for path, words in frame.unless:
        if path == "lemma" and clause.lemma.split(" ")[0] in words:
            return f"the verb is {clause.lemma}"
        if path == "embedding" and words & set(clause.embedding.split()[-1:]):
            return f"it hangs by {clause.embedding}"
        if path == "governor" and {clause.governor, clause.governor.split(" ")[0]} & words:
            return f"its governor is one of {', '.join(sorted(words))}"
        if any(
            _barred(p, words) for p in walk(clause, tuple(path.split("/"))) if not p.members or p.head in RELATIONAL
        ) or (path == "adverb" and words & set(clause.adverbs)):
            return f"{path} is one of {', '.join(sorted(words))}"
    return ""


def _fill_all(frame: Frame, clause: Clause, discourse: Discourse) -> Iterator[Hit]:
    columns: list[list[Fill | None]] = []
    left: Phrase | None = None
    for rule in frame.roles:
        filled = fills(rule, clause, discourse)
        if not filled and not rule.optional and not (frame.type == "removal" and rule.role in ("group", "role")):
            pronoun = _pronoun(rule, clause) if left is None else None
            if pronoun is None:
                return
            left = pronoun
        columns.append(list(filled) or [None])
    if left is not None:
        discourse.left.append((frame.type, left.start, left.end))
        return
    former = _is_former(clause)
    for row in list(product(*columns))[:40]:
        fills_now = _each_once(frame, tuple(f for f in row if f is not None))
        if stands(frame, fills_now) and not any(f.chain in discourse.outside for f in fills_now):
            yield Hit(frame, clause, fills_now, former)


ANYBODY = HE | SHE | THEY | IT
OF_KIND = {"person": HE | SHE | THEY, "group": IT | THEY, "body": IT | THEY, "actor": ANYBODY, "any": ANYBODY}
"""The pronouns that may mean what a path asks for."""


def _pronoun(rule: RoleRule, clause: Clause) -> Phrase | None:
    """The pronoun that would fill a role, if the text settled whom it means."""
    for path in rule.paths:
        for phrase in walk(clause, path.steps):
            if phrase.mention < 0 and phrase.pronoun in OF_KIND.get(path.kind, ()):
                return phrase
    return None


def _each_once(frame: Frame, fills: tuple[Fill, ...]) -> tuple[Fill, ...]:
    """The fills without a doer who is the one it is done to.

    In `removed it from its list`, `blown up by his own bomb`, whose list or bomb it is is not the doer.
    """
    if frame.type not in ("designation", "killing", "attack"):
        return fills
    done_to = {f.chain for f in fills if f.role in ("target", "victim") and f.chain >= 0}
    return tuple(f for f in fills if f.role not in ("by", "actor") or f.chain not in done_to)


def stands(frame: Frame, fills: tuple[Fill, ...]) -> bool:
    """Whether the filled roles make a claim: no actor twice, and a description only beside a name."""
    actors = [
        f
        for f in fills
        if f.role not in ("role", "means", "kind", "cause", "list", "attack", "medium", "languages", "area")
    ]
    chains = [f.chain for f in actors if f.chain >= 0]
    if frame.type == "renaming":
        return len({f.mention for f in actors}) == len(actors)
    if len(chains) != len(set(chains)) and frame.type not in ("appointment", "removal"):
        return False
    if frame.given("swap"):
        return bool(actors)
    if frame.type in ("post", "appointment") and any(f.role == "person" and not (f.named or f.anchored) for f in fills):
        return False  # `head of its desk` is no `recruiter`, and who is told of by no name holds no post.
    by, person = (next((f for f in actors if f.role == role), None) for role in ("by", "person"))
    if by is not None and person is not None and by.chain == person.chain >= 0 and "sel" not in person.mention.lower():
        return False
    if frame.type == "attack" and frame.given("struck"):
        return True  # A thing may be attacked by nobody known: what it must be is seen with the claim's date and place.
    if frame.type in ("killing", "detention", "release", "death", "attack"):
        return any(f.named or f.anchored for f in actors)
    return any(f.named or (f.body >= 0 and bool(frame.given("own"))) for f in actors)


def _is_former(clause: Clause) -> bool:
    words = set(clause.adverbs)
    if "now" in words and clause.form == "verb":
        return False  # `Once an aide of James, Peter now leads Nokia`: what he once was is said of another clause.
    for phrase in clause.get("attr", "as"):
        words |= set(phrase.adjectives)
        if ONE_TIME.match(phrase.text):
            return True
    if clause.form == "of":
        words |= set(clause.adverbs)
    return bool(words & FORMER)
