"""Frames against clauses: which roles a frame finds filled, and by what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.clause import Clause
from allegiance.reading.discourse import Discourse, Referent
from allegiance.reading.frames import Frame, Path_, RoleRule
from allegiance.reading.phrases import Phrase, kind_of
from allegiance.reading.runs import CALENDAR

DROPPED = frozenset(
    "the a an its their his her former ex then late slain new current self-styled top notorious longtime long-time "
    "veteran first latest sole alleged suspected purported reputed fugitive exiled jailed captured ousted deposed "
    "newly influential fellow so-called one two three four five six seven eight nine ten several other some many "
    "certain previous previously next powerful most wanted prominent key leading high-ranking well-known dead "
    "killed same own current-day now once onetime one-time only erstwhile sometime ageing aging elusive reclusive "
    "charismatic rebel named another young overall".split()
)
FORMER = frozenset(
    "former ex- ex previous erstwhile one-time onetime sometime ousted deposed formerly once then-".split()
)


@dataclass(frozen=True, slots=True)
class Fill:
    """What fills a role."""

    role: str
    name: str
    mention: str
    kind: Kind
    start: int
    end: int
    chain: int = -1
    named: bool = True
    rank: str = ""
    anchored: bool = False
    part: str = ""


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
        if form == "verb" and clause.get("as"):
            found = [*found, *self._by.get(("verb", "*"), [])]
        if not found and " " in clause.lemma:
            found = self._by.get((form, clause.lemma.split()[0]), [])
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
            if phrase.head in getattr(lexicon.nouns(), word[1:-1]):
                return True
        elif phrase.head == word or word in phrase.adjectives or word == "*":
            return True
    return False


def _guarded(frame: Frame, clause: Clause) -> str:
    for path, words in frame.where:
        if path == "governor":
            if not (
                {clause.governor, clause.governor.split(" ")[0]} & words
                and clause.embedding in ("xcomp", "advcl", "ccomp")
            ):
                return f"its governor is none of {', '.join(sorted(words))}"
            continue
        if not any(_in_class(p, words) for p in _walk(clause, tuple(path.split("/")))) and not (
            path == "adverb" and words & set(clause.adverbs)
        ):
            return f"{path} is none of {', '.join(sorted(words))}"
    for path, words in frame.unless:
        if path == "lemma" and clause.lemma.split(" ")[0] in words:
            return f"the verb is {clause.lemma}"
        if path == "governor" and {clause.governor, clause.governor.split(" ")[0]} & words:
            return f"its governor is one of {', '.join(sorted(words))}"
        if any(_in_class(p, words) for p in _walk(clause, tuple(path.split("/")))) or (
            path == "adverb" and words & set(clause.adverbs)
        ):
            return f"{path} is one of {', '.join(sorted(words))}"
    return ""


NOT_LOOSE = frozenset("subj obj iobj attr oprd self poss nmod noun of area".split())


def _walk(clause: Clause, steps: tuple[str, ...]) -> list[Phrase]:
    """The phrases at a path. A preposition not found at the verb is looked for at its object and its other phrases."""
    first = steps[0]
    if first in ("adverb", "governor", "lemma"):
        return []
    if first.startswith("up-"):
        return [a.phrase for a in clause.up if a.function == first[3:]]
    found = list(clause.get(first))
    if not found and first not in NOT_LOOSE and clause.form in ("verb", "noun"):
        for arg in clause.args:
            if arg.function in ("obj", "iobj", "attr", "oprd") or arg.function not in ("subj", "self", "poss"):
                if arg.phrase.mention < 0:
                    found.extend(arg.phrase.mod(first))
    for step in steps[1:]:
        found = [m for p in found for m in p.mod(step)]
    return found


def _fill_all(frame: Frame, clause: Clause, discourse: Discourse) -> Iterator[Hit]:
    columns: list[list[Fill | None]] = []
    for rule in frame.roles:
        fills = _fills(rule, clause, discourse)
        if not fills and not rule.optional and not (frame.type == "removal" and rule.role in ("group", "role")):
            return
        columns.append(list(fills) or [None])
    former = _is_former(clause)
    for row in list(product(*columns))[:40]:
        fills_now = tuple(f for f in row if f is not None)
        if _stands(frame, fills_now):
            yield Hit(frame, clause, fills_now, former)


def _stands(frame: Frame, fills: tuple[Fill, ...]) -> bool:
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
    if frame.type in ("killing", "detention", "release", "death", "attack"):
        return any(f.named or f.anchored for f in actors)
    return any(f.named for f in actors)


def _fills(rule: RoleRule, clause: Clause, discourse: Discourse) -> list[Fill]:
    for path in rule.paths:
        found: list[Fill] = []
        if path.steps == ("pledged",):
            who = [discourse.refer(p) for p in clause.get("subj")]
            sworn = [discourse.pledged[w.chain] for w in who if w is not None and w.chain in discourse.pledged]
            if sworn:
                return [_as_fill(rule.role, sworn[0])]
            continue
        if path.steps == ("topic",):
            if discourse.fragment and discourse.topic >= 0:
                return [_as_fill(rule.role, discourse.named(discourse.topic, clause.start, clause.end, ""))]
            continue
        for phrase in _walk(clause, path.steps):
            found.extend(_fill(rule.role, path, phrase, clause, discourse))
        unique: list[Fill] = []
        for fill in found:
            if not any(fill.name == u.name for u in unique):
                unique.append(fill)
        if unique:
            return unique
    return []


def _fill(role: str, path: Path_, phrase: Phrase, clause: Clause, discourse: Discourse) -> list[Fill]:
    if path.kind in ("role", "words", "means", "list", "head"):
        text = _words_for(path.kind, phrase, discourse)
        return [Fill(role, text, text, Kind.UNKNOWN, phrase.start, phrase.end)] if text else []
    if phrase.members and path.kind in ("person", "actor", "any", "group", "target"):
        own = discourse.refer(replace(phrase, members=())) if _keeps_whole(phrase) else None
        members = [discourse.refer(m) for m in phrase.members]
        picked = [r for r in [own, *members] if r is not None]
    else:
        branch = discourse.branch(phrase, clause)
        if branch is not None:
            return [_as_fill(role, branch)]
        pair = discourse.pair(phrase)
        noun = "noun" in path.steps and phrase.mention < 0
        one = None if pair else discourse.body_noun(phrase) if noun else discourse.refer(phrase)
        picked = pair or ([one] if one is not None else [])
    out = []
    if phrase.mention < 0 and (phrase.head in CALENDAR or phrase.head[:1].isdigit()):
        return []
    for referent in picked:
        if _unsettled(referent, phrase, path.kind):
            continue
        if "noun" in path.steps and not referent.named:
            continue
        if (
            path.kind == "group"
            and path.steps[-1] == "poss"
            and referent.kind is Kind.PERSON
            and referent.chain in discourse.group_of
        ):
            referent = discourse.named(
                discourse.group_of[referent.chain], referent.start, referent.end, referent.mention
            )
        fitted = _fit(path.kind, referent, phrase, discourse, path.steps[-1])
        if fitted is not None:
            out.append(
                _as_fill(role, fitted)
                if fitted.named or role != "group"
                else _of_owner(role, fitted, phrase, discourse)
            )
    return out


def _of_owner(role: str, referent: Referent, phrase: Phrase, discourse: Discourse) -> Fill:
    """`its high council`: the body that owns an unnamed part of it, with the part's words, which belong to the role."""
    owners = [discourse.refer(p) for p in phrase.mod("poss", "of", "nmod")]
    named = [o for o in owners if o is not None and o.named and o.kind is Kind.GROUP]
    if len(named) != 1 or phrase.plural:
        return _as_fill(role, referent)
    return replace(_as_fill(role, named[0]), part=referent.name)


INSTITUTIONS = frozenset(
    "army navy police government military air-force airforce ministry authority court tribunal state secretariat "
    "gendarmerie "
    "judge junta regime parliament judiciary troop force soldier coalition intelligence marine president "
    "minister commission "
    "caliphate emirate crowd mob state-security brother wife son family bodyguard police-force guard".split()
)
"""Heads of definite descriptions that name a body well enough as they stand: `the army`."""


def _unsettled(referent: Referent, phrase: Phrase, kind: str) -> bool:
    """Whether a definite description was left unresolved: it means someone that the text names elsewhere."""
    if referent.named or referent.anchored or kind in ("target", "place", "doer", "any") or phrase.mention >= 0:
        return False
    if kind in ("person", "actor") and phrase.plural:
        return False
    if kind == "group" and not phrase.plural and not phrase.definite and not phrase.mods and referent.name.islower():
        return not referent.name.startswith(("a ", "an ", "another ", "one "))
    return phrase.definite and phrase.head not in INSTITUTIONS


def _keeps_whole(phrase: Phrase) -> bool:
    """`nine fighters, including Kéké`: the nine are spoken of beside Kéké."""
    return any(m.function in ("including", "include") for m in phrase.mods)


def _as_fill(role: str, r: Referent) -> Fill:
    return Fill(role, r.name, r.mention, r.kind, r.start, r.end, r.chain, r.named, r.rank, r.anchored)


def _fit(kind: str, referent: Referent, phrase: Phrase, discourse: Discourse, step: str = "") -> Referent | None:
    """The referent, if it is of the kind asked for; kinds that the text leaves open are let pass."""
    have = referent.kind
    if kind == "any":
        return referent if referent.named or have is not Kind.UNKNOWN else None
    if kind == "target":
        return referent
    if kind == "place":
        return referent if have in (Kind.PLACE, Kind.UNKNOWN) and (referent.named or have is Kind.PLACE) else None
    if kind == "doer":
        return _doer(referent, phrase, discourse)
    margin = discourse.chain(referent.chain).margin if referent.chain >= 0 else 0.0
    if not referent.named and have is Kind.UNKNOWN:
        return None
    if kind == "person":
        return (
            referent
            if have in (Kind.PERSON,)
            or (have is Kind.UNKNOWN and referent.named and not referent.country)
            or (have is Kind.PLACE and referent.named and margin < 0.7 and not referent.country)
            or (have is Kind.GROUP and referent.named and margin < 1.2 and not referent.country)
            else None
        )
    if kind == "group":
        if referent.country and step in ("in", "from", "at"):
            return None
        if have is Kind.GROUP or referent.country or (have is Kind.UNKNOWN and referent.named):
            return referent
        return referent if have is Kind.PLACE and referent.named and margin < 1.5 else None
    if kind == "actor":
        if have is Kind.PLACE and not referent.country and margin >= 1.5:
            return None
        return referent
    return None


def _doer(referent: Referent, phrase: Phrase, discourse: Discourse) -> Referent | None:
    """Who did it: an actor, or whose strike or operation it was."""
    nouns = lexicon.nouns()
    if phrase.mention < 0 and not referent.named and (phrase.head in nouns.means or phrase.head in nouns.attacks):
        for mod in phrase.mods:
            if mod.function in ("poss", "nmod", "by", "of"):
                owner = discourse.refer(mod.phrase)
                if owner is not None and owner.named and (owner.kind in (Kind.GROUP, Kind.PERSON) or owner.country):
                    return owner
        return None
    if referent.country or referent.kind in (Kind.GROUP, Kind.PERSON):
        return _state_forces(referent, phrase, discourse)
    if referent.named and referent.kind is Kind.UNKNOWN:
        return referent
    if referent.named and discourse.chain(referent.chain).margin < 1.5:
        return referent
    return None


def _state_forces(referent: Referent, phrase: Phrase, discourse: Discourse) -> Referent:
    """`US forces`, `American special forces` → United States; a named body stays itself."""
    if referent.named or phrase.mention >= 0:
        return referent
    if phrase.head in SOLDIERS and "coalition" not in phrase.text:
        owners = [discourse.refer(m.phrase) for m in phrase.mods if m.function in ("nmod", "poss", "of", "from")]
        named = [o for o in owners if o is not None and o.named and (o.kind is Kind.GROUP or o.country)]
        if len(named) == 1 and (named[0].name == "United States" or not named[0].country):
            return named[0]
    return referent


SOLDIERS = frozenset(
    "force troop soldier military marine commando drone aircraft helicopter jet warplane personnel gunman "
    "fighter militant rebel "
    "element trooper ranger man insurgent guerrilla airforce navy unit police".split()
)
"""Nouns for a body's people or machines at large: what `Nokia troops` do, Nokia does."""


def _words_for(kind: str, phrase: Phrase, discourse: Discourse) -> str:
    if kind == "role":
        return role_words(phrase, discourse)
    if kind == "list":
        text = " ".join(discourse.text[phrase.start : phrase.end].split())
        return re.sub(r"^(?:an?|the) ", "", text) if LISTED.search(text) else ""
    if kind == "head":
        return phrase.head if phrase.mention < 0 else ""
    if kind == "means":
        return _means(phrase)
    text = " ".join(discourse.text[phrase.start : phrase.end].split())
    return text if phrase.mention < 0 else ""


LISTED = re.compile(
    r"terror|sanction|extremis|outlaw|banned|illegal|unlawful|proscribed|criminal|blacklist", re.IGNORECASE
)


def _means(phrase: Phrase) -> str:
    """The words for a way of killing, without whose it was: `cross-border raid`, `exchange of fire`."""
    if phrase.mention >= 0 or phrase.head not in lexicon.nouns().means:
        return ""
    nouns = [m.phrase.head for m in phrase.mods if m.function == "noun" and m.phrase.mention < 0]
    hyphened = [
        a
        for a in phrase.adjectives
        if "-" in a and not a[0].isdigit() and a not in nouns and not a.endswith(("-led", "-backed", "-based"))
    ]
    of = [f"of {p.head}" for p in phrase.mod("of") if p.mention < 0 and p.head in ("fire", "gunfire")]
    return " ".join([*hyphened, *(n for n in nouns if n not in lexicon.demonyms()), phrase.head, *of])


def role_words(phrase: Phrase, discourse: Discourse) -> str:
    """The words for a post, lower case, without body, holder and what is said of the time: `deputy governor`."""
    if phrase.mention >= 0:
        return ""
    words = [
        w
        for w in phrase.adjectives
        if w not in DROPPED and not w[0].isdigit() and w not in lexicon.demonyms() and w not in lexicon.countries()
    ]
    words = [w for w in words if not re.fullmatch(r"\d+|[a-z]+-(?:born|based|led)", w)]
    spelt = _spelt(phrase, discourse)
    core = [*dict.fromkeys(w for w in words if w not in spelt), spelt]
    for of in phrase.mod("of", "for"):
        named = of.mention >= 0 or any(m.phrase.mention >= 0 for m in of.mods)
        plain = (
            not of.pronoun
            and of.mention < 0
            and of.head not in lexicon.nouns().groups | lexicon.nouns().places
            and not of.definite
        )
        if plain and (not named or not any(m.function in ("poss", "nmod") for m in of.mods)):
            word = "of" if of in phrase.mod("of") else "for"
            core.append(
                " ".join(
                    [
                        word,
                        *(a for a in of.adjectives if a not in DROPPED),
                        of.head if of.head == "staff" else _noun_text(of, discourse),
                    ]
                )
            )
    return " ".join(core)


def _noun_text(phrase: Phrase, discourse: Discourse) -> str:
    """The head noun in the number in which the text has it: `operations`."""
    words = re.findall(rf"\b{re.escape(phrase.head)}\w{{0,3}}\b", discourse.text[phrase.start : phrase.end].lower())
    return words[0] if words else phrase.head


def _spelt(phrase: Phrase, discourse: Discourse) -> str:
    """The head noun as the text spells it, where hyphens make it longer: `commander-in-chief`."""
    whole = discourse.text[phrase.start : phrase.end].lower()
    found = re.search(rf"(?:\b[a-z]+-)*\b{re.escape(phrase.head)}s?(?:-(?:in|of|at)-[a-z]+)?\b", whole)
    return (
        found.group()
        if found and "-" in found.group() and not found.group().startswith(("ex-", "then-"))
        else phrase.head
    )


def _is_former(clause: Clause) -> bool:
    words = set(clause.adverbs)
    for phrase in clause.get("attr", "as"):
        words |= set(phrase.adjectives)
    if clause.form == "of":
        words |= set(clause.adverbs)
    return bool(words & FORMER)


def usable(clauses: Sequence[Clause]) -> list[Clause]:
    """Clauses worth trying."""
    return [c for c in clauses if c.args]


__all__ = ["Fill", "Hit", "Matcher", "Miss", "kind_of", "role_words", "usable"]
